// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearse/scenario.h"

#include "core/profile/demoprofile.h"
#include "core/profile/profilereader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace deskbell::app {
namespace {

constexpr qint64 largestFile = 4 << 20;

/// Collects what is wrong, with its place, so that one run tells everything.
class Complaints
{
public:
    void add(const QString &where, const QString &what) { m_lines << where % QStringLiteral(": ") % what; }
    [[nodiscard]] bool any() const { return !m_lines.isEmpty(); }
    [[nodiscard]] QString all() const { return m_lines.join(u'\n'); }

private:
    QStringList m_lines;
};

Instant readInstant(const QJsonObject &object, const QString &where, Complaints &wrong)
{
    const QString text = object.value(QLatin1String("at")).toString();
    const QDateTime at = QDateTime::fromString(text, Qt::ISODate);
    if (at.isValid() && at.timeSpec() != Qt::LocalTime)
        return Instant::fromDateTime(at);
    wrong.add(where % QStringLiteral(".at"), QStringLiteral("must be a time like 2026-12-08T18:42:00-06:00"));
    return {};
}

LineType readLineType(const QString &word)
{
    if (word == QLatin1String("mobile"))
        return LineType::Mobile;
    if (word == QLatin1String("landline"))
        return LineType::Landline;
    if (word == QLatin1String("toll_free") || word == QLatin1String("tollfree"))
        return LineType::TollFree;
    if (word == QLatin1String("voip"))
        return LineType::Voip;
    return LineType::Unknown;
}

CallResult readResult(const QJsonObject &object, Duration voicemail)
{
    const QString word = object.value(QLatin1String("result")).toString(QStringLiteral("no_answer"));
    if (word == QLatin1String("answered"))
        return CallResult::Answered;
    if (word == QLatin1String("busy"))
        return CallResult::Busy;
    return voicemail > 0s ? CallResult::Voicemail : CallResult::NoAnswer;
}

Call readCall(const QJsonObject &object, const QString &where, const Profile &profile, Complaints &wrong)
{
    Call call;
    call.from = readPhoneNumber(object.value(QLatin1String("from")).toString());
    call.line = readPhoneNumber(object.value(QLatin1String("to")).toString());
    if (call.line.isWithheld())
        call.line = profile.phone;
    call.startedAt = readInstant(object, where, wrong);
    const double ring = object.value(QLatin1String("ring_s")).toDouble(20);
    const double voicemail = object.value(QLatin1String("voicemail_s")).toDouble(0);
    if (ring < 0 || ring > 600)
        wrong.add(where % QStringLiteral(".ring_s"), QStringLiteral("must be between 0 and 600"));
    call.rang = Duration(static_cast<qint64>(ring * 1000));
    call.voicemail = Duration(static_cast<qint64>(std::max(0.0, voicemail) * 1000));
    call.endedAt = call.startedAt + call.rang + call.voicemail;
    call.result = readResult(object, call.voicemail);
    call.lineType = readLineType(object.value(QLatin1String("line_type")).toString());
    call.id = {QStringLiteral("CA") % QString::number(call.startedAt.ms)};
    return call;
}

int readReports(const QJsonObject &call, Complaints &wrong)
{
    const QJsonValue reports = call.value(QLatin1String("spam_list_reports"));
    if (reports.isUndefined() || reports.isNull())
        return 0;
    const int count = reports.toInt(-1);
    if (count < 0)
        wrong.add(QStringLiteral("call.spam_list_reports"), QStringLiteral("must be a whole number of at least 0"));
    return count;
}

Instant wallTime(const QJsonObject &object, const char *key, const QString &where, const Profile &profile, Complaints &wrong)
{
    const QDateTime wall = QDateTime::fromString(object.value(QLatin1String(key)).toString(), Qt::ISODate);
    if (!wall.isValid())
        wrong.add(where % u'.' % QString::fromLatin1(key), QStringLiteral("must be a business time like 2026-12-11T14:00"));
    return toInstant(wall.date(), wall.time(), profile.zone);
}

Appointment readBooking(const QJsonObject &object, const QString &where, const Scenario &scenario, Complaints &wrong)
{
    Appointment visit;
    visit.id = {QStringLiteral("existing:") % where};
    visit.service = {object.value(QLatin1String("service")).toString()};
    visit.variant = object.value(QLatin1String("variant")).toString();
    visit.name = object.value(QLatin1String("name")).toString();
    visit.phone = readPhoneNumber(object.value(QLatin1String("phone")).toString());
    visit.by = BookedBy::Staff;
    visit.slot.resource = object.value(QLatin1String("resource")).toInt(1);
    visit.slot.start = wallTime(object, "start", where, scenario.profile, wrong);
    visit.slot.end = visit.slot.start + std::chrono::minutes(object.value(QLatin1String("duration_min")).toInt(30));
    if (!scenario.profile.service(visit.service))
        wrong.add(where % QStringLiteral(".service"), QStringLiteral("the profile has no such service"));
    return visit;
}

Appointment readBlock(const QJsonObject &object, const QString &where, const Profile &profile, Complaints &wrong)
{
    Appointment block;
    block.id = {QStringLiteral("block:") % where};
    block.block = true;
    block.by = BookedBy::Staff;
    block.name = object.value(QLatin1String("title")).toString(QStringLiteral("Blocked"));
    block.slot.resource = object.value(QLatin1String("resource")).toInt(1);
    block.slot.start = wallTime(object, "start", where, profile, wrong);
    block.slot.end = wallTime(object, "end", where, profile, wrong);
    return block;
}

void readEvent(const QJsonObject &object, const QString &where, Scenario &scenario, Complaints &wrong)
{
    Scenario::Event event;
    event.at = readInstant(object, where, wrong);
    const QString type = object.value(QLatin1String("type")).toString();
    if (type == QLatin1String("text")) {
        event.what = Scenario::Text{object.value(QLatin1String("text")).toString()};
    } else if (type == QLatin1String("call")) {
        QJsonObject call = object;
        if (!call.contains(QLatin1String("from")))
            call.insert(QLatin1String("from"), scenario.call.from.e164.isEmpty() ? QStringLiteral("anonymous") : scenario.call.from.e164);
        Call again = readCall(call, where, scenario.profile, wrong);
        if (again.lineType == LineType::Unknown)
            again.lineType = scenario.call.lineType;
        event.what = Scenario::CallAgain{again};
    } else if (type == QLatin1String("calendar_block")) {
        event.what = Scenario::Block{readBlock(object, where, scenario.profile, wrong)};
    } else {
        wrong.add(where % QStringLiteral(".type"), QStringLiteral("must be text, call or calendar_block, found \"%1\"").arg(type));
    }
    scenario.events.push_back(std::move(event));
}

Result<QByteArray> contentsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Missing, QStringLiteral("cannot read %1: %2").arg(path, file.errorString()));
    if (file.size() > largestFile)
        return failure(ErrorKind::Malformed, QStringLiteral("%1 is larger than a scenario can be").arg(path));
    return file.readAll();
}

} // namespace

Result<Scenario> readScenario(const QByteArray &json, const std::function<Result<Profile>(const QString &)> &profileOf)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return failure(ErrorKind::Malformed, QStringLiteral("not a JSON object: %1 at byte %2").arg(error.errorString()).arg(error.offset));
    const QJsonObject root = document.object();
    Complaints wrong;
    Scenario scenario;
    scenario.id = root.value(QLatin1String("id")).toString();
    scenario.title = root.value(QLatin1String("title")).toString();
    if (scenario.id.isEmpty())
        wrong.add(QStringLiteral("id"), QStringLiteral("is missing"));
    auto profile = profileOf(root.value(QLatin1String("profile")).toString());
    if (!profile)
        return tl::make_unexpected(profile.error());
    scenario.profile = std::move(*profile);
    if (!root.value(QLatin1String("call")).isObject())
        wrong.add(QStringLiteral("call"), QStringLiteral("is missing"));
    scenario.call = readCall(root.value(QLatin1String("call")).toObject(), QStringLiteral("call"), scenario.profile, wrong);
    scenario.spamListReports = readReports(root.value(QLatin1String("call")).toObject(), wrong);
    int number = 0;
    for (const QJsonValue &booking : root.value(QLatin1String("existing_bookings")).toArray())
        scenario.bookings.push_back(readBooking(booking.toObject(), QStringLiteral("existing_bookings[%1]").arg(number++), scenario, wrong));
    number = 0;
    for (const QJsonValue &event : root.value(QLatin1String("events")).toArray())
        readEvent(event.toObject(), QStringLiteral("events[%1]").arg(number++), scenario, wrong);
    if (wrong.any())
        return failure(ErrorKind::Malformed, wrong.all());
    return scenario;
}

Result<Scenario> readScenario(const QString &path)
{
    const auto json = contentsOf(path);
    if (!json)
        return tl::make_unexpected(json.error());
    auto scenario = readScenario(*json, [&](const QString &name) -> Result<Profile> {
        const QString beside = QFileInfo(path).dir().filePath(QStringLiteral("profiles/%1.json").arg(QFileInfo(name).fileName()));
        if (!QFile::exists(beside) && name == QLatin1String("demo-detailing"))
            return profile::demoProfile();
        const auto bytes = contentsOf(beside);
        if (!bytes)
            return tl::make_unexpected(bytes.error());
        auto read = profile::readProfile(*bytes);
        if (!read)
            return failure(read.error().kind, beside % QStringLiteral(": ") % read.error().detail);
        return read;
    });
    if (!scenario)
        return failure(scenario.error().kind, path % QStringLiteral(": ") % scenario.error().detail);
    return scenario;
}

} // namespace deskbell::app
