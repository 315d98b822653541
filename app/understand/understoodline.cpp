// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/understand/understoodline.h"

#include "core/language/timevalue.h"
#include "core/language/understanding.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>

namespace deskbell::app {
namespace {

using language::Understanding;

tl::unexpected<Error> badLine(const QString &what)
{
    return failure(ErrorKind::Malformed, what);
}

Result<QTimeZone> zoneOf(const QJsonObject &row, const Profile &profile)
{
    const QJsonValue value = row[QStringLiteral("zone")];
    if (value.isUndefined())
        return profile.zone.isValid() ? profile.zone : QTimeZone::utc();
    const QTimeZone zone(value.toString().toUtf8());
    if (!zone.isValid())
        return badLine(QStringLiteral("\"zone\" is no time zone (say one like \"America/Denver\")"));
    return zone;
}

Result<Instant> nowOf(const QJsonObject &row, const QTimeZone &zone, Instant otherwise)
{
    const QJsonValue value = row[QStringLiteral("now")];
    if (value.isUndefined())
        return otherwise;
    QDateTime wall = QDateTime::fromString(value.toString(), Qt::ISODate);
    if (!wall.isValid())
        return badLine(QStringLiteral("\"now\" is no time (say one like \"2026-12-07T10:15\")"));
    if (wall.timeSpec() != Qt::LocalTime) // it named its own offset
        wall = wall.toTimeZone(zone);
    return toInstant(wall.date(), wall.time(), zone);
}

/// Intents of the house's own: who is texting, and to whom.
bool isAboutPeople(const QString &intent)
{
    static const QSet<QString> own{QStringLiteral("ask_bot"), QStringLiteral("ask_who"), QStringLiteral("job_status"),
        QStringLiteral("supplier"), QStringLiteral("job_seeker")};
    return own.contains(intent);
}

/// The words of intents that other programs know.
QJsonArray publicIntents(const Understanding &heard)
{
    QJsonArray intents;
    for (const QString &intent : heard.intents) {
        if (!isAboutPeople(intent))
            intents.append(intent);
    }
    if (intents.isEmpty())
        intents.append(QStringLiteral("other"));
    return intents;
}

QJsonObject answerOf(const Understanding &heard, const Profile &profile)
{
    QJsonObject answer{{QStringLiteral("intents"), publicIntents(heard)}};
    const auto time = language::timeValue(heard.times, heard.has("reschedule"));
    answer[QStringLiteral("value")] = QJsonArray::fromStringList(time.value);
    if (!time.bound.isEmpty())
        answer[QStringLiteral("bound")] = time.bound;
    answer[QStringLiteral("opt_out")] = heard.optOut;
    answer[QStringLiteral("urgent")] = heard.urgency.has_value();
    if (heard.urgency) {
        answer[QStringLiteral("kind")] = heard.urgency->kind;
        answer[QStringLiteral("trade")] = heard.urgency->trade;
        answer[QStringLiteral("level")] = heard.urgency->life ? QStringLiteral("life") : QStringLiteral("property");
    }
    answer[QStringLiteral("spam")] = heard.spam;
    for (const QString &intent : heard.intents) {
        if (isAboutPeople(intent))
            answer[QStringLiteral("about")] = intent;
    }
    if (heard.shift != 0)
        answer[QStringLiteral("shift")] = heard.shift < 0 ? QStringLiteral("earlier") : QStringLiteral("later");
    const auto put = [&](const char *key, const QString &value) {
        if (!value.isEmpty())
            answer[QString::fromLatin1(key)] = value;
    };
    put("name", heard.name);
    put("address", heard.address);
    put("postcode", heard.contact.postcode);
    put("email", heard.contact.email);
    put("vehicle", heard.vehicle ? heard.vehicle->words : QString());
    if (heard.choice)
        answer[QStringLiteral("choice")] = *heard.choice;
    QJsonArray services;
    for (const auto &mention : heard.services) {
        if (const Service *service = profile.service(mention.service))
            services.append(service->id.value);
    }
    if (!services.isEmpty())
        answer[QStringLiteral("services")] = services;
    return answer;
}

} // namespace

Result<QByteArray> understoodLine(const QByteArray &line, const Profile &profile, Instant now)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(line, &fault);
    if (fault.error != QJsonParseError::NoError)
        return badLine(QStringLiteral("is no JSON: ") + fault.errorString());
    const QJsonObject row = document.object();
    if (!document.isObject() || !row[QStringLiteral("text")].isString())
        return badLine(QStringLiteral("has no \"text\""));
    const auto zone = zoneOf(row, profile);
    if (!zone)
        return tl::make_unexpected(zone.error());
    const auto then = nowOf(row, *zone, now);
    if (!then)
        return tl::make_unexpected(then.error());
    Profile there = profile;
    there.zone = *zone;
    const auto heard = language::understand(row[QStringLiteral("text")].toString(), there, *then);
    QJsonObject answer = answerOf(heard, there);
    if (row.contains(QStringLiteral("id")))
        answer[QStringLiteral("id")] = row[QStringLiteral("id")];
    return QJsonDocument(answer).toJson(QJsonDocument::Compact);
}

} // namespace deskbell::app
