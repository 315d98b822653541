// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/profilereader.h"

#include "core/profile/jsonnode.h"
#include "core/profile/policyfields.h"
#include "core/profile/screeningreader.h"
#include "core/profile/wordscheck.h"

#include <QJsonDocument>
#include <algorithm>

namespace deskbell::profile {
namespace {

constexpr int mostBytes = 2 * 1024 * 1024;
constexpr int mostProblems = 100; // a file of another kind must not give a novel
constexpr const char *weekdays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

QTimeZone readZone(const JsonNode &node)
{
    const QString id = node.value().toString();
    const QTimeZone zone = id.isEmpty() ? QTimeZone() : QTimeZone(id.toUtf8());
    if (!zone.isValid())
        node.complain(QStringLiteral("a known time zone such as \"America/Chicago\""));
    return zone;
}

PhoneNumber readPhone(const JsonNode &node)
{
    if (node.isMissing())
        return {};
    const PhoneNumber number = readPhoneNumber(node.value().toString());
    if (number.isWithheld())
        node.complain(QStringLiteral("a phone number such as \"+15125550100\""));
    return number;
}

std::optional<OpenInterval> readInterval(const JsonNode &node)
{
    const QList<JsonNode> ends = node.list();
    if (ends.size() != 2) {
        if (node.value().isArray())
            node.say(QStringLiteral("must hold two times, such as [\"09:00\", \"18:00\"]"));
        return std::nullopt;
    }
    const auto from = ends[0].time();
    const auto to = ends[1].time();
    if (!from || !to)
        return std::nullopt;
    if (*from >= *to) {
        node.say(QStringLiteral("closes at %1, which is not after %2")
                     .arg(to->toString(QStringLiteral("HH:mm")), from->toString(QStringLiteral("HH:mm"))));
        return std::nullopt;
    }
    return OpenInterval{*from, *to};
}

std::vector<OpenInterval> readDay(const JsonNode &node)
{
    std::vector<OpenInterval> day;
    for (const JsonNode &one : node.list()) {
        if (const auto interval = readInterval(one))
            day.push_back(*interval);
    }
    std::sort(day.begin(), day.end(), [](const auto &a, const auto &b) { return a.from < b.from; });
    for (size_t i = 1; i < day.size(); ++i) {
        if (day[i].from < day[i - 1].to)
            node.say(
                QStringLiteral("two opening times overlap at %1").arg(day[i].from.toString(QStringLiteral("HH:mm"))));
    }
    return day;
}

OpeningHours readHours(const JsonNode &hours, const JsonNode &closed)
{
    OpeningHours read;
    if (hours.isObject()) {
        for (const QString &key : hours.keys()) {
            // A misspelt day would close the shop silently, so it is no "unknown field".
            const auto known = std::find(std::begin(weekdays), std::end(weekdays), key);
            if (known == std::end(weekdays))
                hours.say(QStringLiteral("\"%1\" is no day; days are mon, tue, wed, thu, fri, sat, sun")
                              .arg(key.simplified().left(20)));
        }
        for (size_t i = 0; i < read.week.size(); ++i)
            read.week[i] = readDay(hours[weekdays[i]]);
    }
    for (const JsonNode &one : closed.list()) {
        if (const auto day = one.date())
            read.closedDates.push_back(*day);
    }
    return read;
}

QStringList readResources(const JsonNode &node)
{
    if (node.value().isArray()) {
        const QStringList names = node.textList();
        if (names.isEmpty())
            node.say(QStringLiteral("must name at least one bay, chair, van or person"));
        return names;
    }
    QStringList numbered;
    for (int i = 1; i <= node.wholeOr(1, 1, 100); ++i)
        numbered.append(QString::number(i));
    return numbered;
}

/// By number from 1, or by name.
std::optional<int> readResource(const JsonNode &node, const QStringList &resources)
{
    if (!node.value().isString())
        return node.whole(1, std::max<int>(1, resources.size()));
    const qsizetype index = resources.indexOf(node.value().toString());
    if (index >= 0)
        return static_cast<int>(index) + 1;
    node.complain(QStringLiteral("one of the resources"));
    return std::nullopt;
}

std::vector<PriceRow> readPrices(const JsonNode &node)
{
    std::vector<PriceRow> rows;
    for (const JsonNode &one : node.list()) {
        if (!one.isObject())
            continue;
        const QString variant = one["variant"].textOr(QStringLiteral("any"));
        const auto same = [&](const PriceRow &row) { return row.variant.compare(variant, Qt::CaseInsensitive) == 0; };
        if (std::any_of(rows.begin(), rows.end(), same))
            one["variant"].say(QStringLiteral("\"%1\" has two prices").arg(variant.simplified().left(40)));
        if (const auto cents = one["amount"].cents())
            rows.push_back({variant, *cents});
    }
    return rows;
}

Service readService(const JsonNode &node, const QStringList &resources)
{
    Service service;
    if (!node.isObject())
        return service;
    service.id = {node["id"].text()};
    service.name = node["name"].text();
    service.aliases = node["aliases"].textList();
    service.description = node["description"].textOr({});
    service.length = 1min * node["duration_min"].whole(1, 20'160).value_or(0);
    service.buffer = 1min * node["buffer_min"].wholeOr(0, 0, 1440);
    service.prices = readPrices(node["prices"]);
    if (!node["price_from"].isMissing())
        service.priceFromCents = node["price_from"].cents();
    service.ask = node["ask"].textList();
    for (const JsonNode &one : node["resources"].list()) {
        if (const auto number = readResource(one, resources))
            service.resources.push_back(*number);
    }
    return service;
}

std::vector<Service> readServices(const JsonNode &node, const QStringList &resources)
{
    std::vector<Service> services;
    if (node.isMissing())
        node.complain(QStringLiteral("a list in square brackets"));
    for (const JsonNode &one : node.list()) {
        const Service service = readService(one, resources);
        const auto same = [&](const Service &other) { return other.id == service.id; };
        if (!service.id.isEmpty() && std::any_of(services.begin(), services.end(), same))
            one["id"].say(QStringLiteral("\"%1\" is used by two services").arg(service.id.value.simplified().left(40)));
        services.push_back(service);
    }
    return services;
}

std::optional<Instant> readMoment(const JsonNode &node, const QTimeZone &zone)
{
    const QString text = node.value().toString();
    const QDateTime wall = QDateTime::fromString(text, Qt::ISODate);
    if (wall.isValid() && text.contains(u'T')) {
        // An offset ("-06:00", "Z") makes the hour that comes twice unambiguous; without one it is the shop's time.
        if (wall.timeSpec() != Qt::LocalTime)
            return Instant::fromDateTime(wall);
        return zone.isValid() ? std::optional(toInstant(wall.date(), wall.time(), zone)) : std::nullopt;
    }
    // Qt calls a local time that this computer's zone skips invalid; the shop's zone may well have it.
    const QDateTime utc = QDateTime::fromString(text + u'Z', Qt::ISODate);
    if (utc.isValid() && text.contains(u'T') && zone.isValid())
        return toInstant(utc.date(), utc.time(), zone);
    node.complain(QStringLiteral("a date and time such as \"2026-12-14T08:00\""));
    return std::nullopt;
}

std::vector<Appointment> readBusy(const JsonNode &node, const Profile &profile)
{
    std::vector<Appointment> blocks;
    for (const JsonNode &one : node.list()) {
        if (!one.isObject())
            continue;
        const auto start = readMoment(one["start"], profile.zone);
        const auto end = readMoment(one["end"], profile.zone);
        const JsonNode resource = one["resource"];
        const auto number = resource.isMissing() ? std::optional(1) : readResource(resource, profile.resources);
        if (start && end && *end <= *start)
            one["end"].say(QStringLiteral("is not after the start"));
        if (!start || !end || !number)
            continue;
        Appointment block;
        block.id = {QStringLiteral("busy:%1").arg(blocks.size() + 1)};
        block.slot = {*number, *start, *end};
        block.name = one["title"].textOr({});
        block.by = BookedBy::External;
        block.block = true;
        blocks.push_back(block);
    }
    return blocks;
}

std::vector<Faq> readFaqs(const JsonNode &node)
{
    std::vector<Faq> faqs;
    for (const JsonNode &one : node.list()) {
        if (one.isObject())
            faqs.push_back({one["q"].text(), one["a"].text()});
    }
    return faqs;
}

bool readQuietHours(const JsonNode &node, bool otherwise)
{
    if (node.isMissing())
        return otherwise;
    const QString text = node.value().toString();
    if (text != QLatin1String("send") && text != QLatin1String("hold"))
        node.complain(QStringLiteral("\"send\" or \"hold\""));
    return text == QLatin1String("hold");
}

std::vector<Duration> readNudges(const JsonNode &node, std::vector<Duration> otherwise)
{
    if (node.isMissing())
        return otherwise;
    std::vector<Duration> after;
    for (const JsonNode &one : node.list()) {
        const auto hours = one.whole(1, 720);
        if (hours && !after.empty() && 1h * *hours <= after.back())
            one.say(QStringLiteral("must be later than the follow-up before it"));
        if (hours)
            after.push_back(1h * *hours);
    }
    return after;
}

std::optional<AlertLevel> readLevel(const JsonNode &node)
{
    const QString text = node.value().toString();
    if (text == QLatin1String("danger"))
        return AlertLevel::Danger;
    if (text == QLatin1String("now"))
        return AlertLevel::Now;
    if (text == QLatin1String("today"))
        return AlertLevel::Today;
    node.complain(QStringLiteral("\"danger\", \"now\" or \"today\""));
    return std::nullopt;
}

/// The shop's own words that fetch a person.
std::vector<TriggerRule> readTriggers(const JsonNode &node)
{
    std::vector<TriggerRule> rules;
    for (const JsonNode &one : node.list()) {
        if (!one.isObject())
            continue;
        const auto level = readLevel(one["level"]);
        TriggerRule rule{one["words"].text(), one["kind"].textOr(QStringLiteral("other")), level.value_or(AlertLevel::Now)};
        const bool anyLetter = std::any_of(rule.words.begin(), rule.words.end(), [](QChar c) { return c.isLetterOrNumber(); });
        if (!rule.words.isEmpty() && !anyLetter)
            one["words"].say(QStringLiteral("holds no word, so it would match every text"));
        rules.push_back(rule);
    }
    return rules;
}

Policy readPolicy(const JsonNode &node)
{
    Policy policy;
    if (node.isMissing() || !node.isObject())
        return policy;
    for (const SpanField &field : spanFields()) {
        if (const JsonNode one = node[field.key]; !one.isMissing())
            policy.*field.member = field.unit * one.whole(field.least, field.most).value_or(field.least);
    }
    for (const CountField &field : countFields())
        policy.*field.member = node[field.key].wholeOr(policy.*field.member, field.least, field.most);
    for (const SwitchField &field : switchFields()) {
        if (const JsonNode one = node[field.key]; !one.isMissing())
            policy.*field.member = one.yesNo().value_or(false);
    }
    for (const TimeField &field : timeFields()) {
        if (const JsonNode one = node[field.key]; !one.isMissing())
            policy.*field.member = one.time().value_or(QTime());
    }
    if (policy.nudgeFrom.isValid() && policy.nudgeTo.isValid() && policy.nudgeFrom >= policy.nudgeTo)
        node["follow_ups_to"].say(QStringLiteral("is not after follow_ups_from"));
    policy.holdFirstTextInQuietHours =
        readQuietHours(node["first_text_in_quiet_hours"], policy.holdFirstTextInQuietHours);
    policy.onCall = node["on_call"].textList();
    policy.triggers = readTriggers(node["triggers"]);
    policy.triggersOff = node["triggers_off"].textList();
    policy.nudgesAfter = readNudges(node["follow_ups_after_hours"], policy.nudgesAfter);
    policy.missed = readMissedRules(node["missed"]);
    policy.screening = readScreeningRules(node["screening"]);
    return policy;
}

Words readWords(const JsonNode &node, const JsonNode &firstText)
{
    Words words;
    if (!node.isMissing() && node.isObject()) {
        for (const WordField &field : wordFields())
            words.*field.member = node[field.key].textOr({});
    }
    words.firstText = firstText.textOr(words.firstText);
    return words;
}

void readServiceArea(const JsonNode &node, Profile &profile)
{
    if (node.value().isArray())
        profile.serviceArea = node.textList();
    else
        profile.serviceAreaWords = node.textOr({});
}

Profile readAll(const JsonNode &root)
{
    Profile profile;
    profile.id = root["id"].text();
    profile.trade = root["trade"].textOr({});
    profile.name = root["name"].text();
    profile.phone = readPhone(root["phone"]);
    profile.zone = readZone(root["timezone"]);
    profile.currency = root["currency"].textOr(profile.currency).toUpper();
    if (profile.currency.size() != 3)
        root["currency"].complain(QStringLiteral("three letters such as \"USD\""));
    profile.address = root["address"].textOr({});
    readServiceArea(root["service_area"], profile);
    profile.hours = readHours(root["hours"], root["closed_dates"]);
    profile.resources = readResources(root["resources"]);
    profile.slotStep = 1min * root["slot_step_min"].wholeOr(30, 5, 720);
    profile.leadTime = 1min * root["lead_time_min"].wholeOr(120, 0, 43'200);
    profile.horizonDays = root["horizon_days"].wholeOr(profile.horizonDays, 1, 365);
    profile.services = readServices(root["services"], profile.resources);
    profile.notOffered = root["not_offered"].textList();
    profile.faqs = readFaqs(root["faqs"]);
    profile.busy = readBusy(root["busy"], profile);
    profile.policy = readPolicy(root["policy"]);
    profile.words = readWords(root["words"], root["first_text"]);
    checkWords(root, profile);
    return profile;
}

QString describePlace(const QByteArray &json, int offset)
{
    const QByteArray before = json.left(offset);
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = offset - before.lastIndexOf('\n');
    return QStringLiteral("line %1, column %2").arg(line).arg(column);
}

} // namespace

Result<Profile> readProfile(const QByteArray &json)
{
    if (json.size() > mostBytes)
        return failure(ErrorKind::Malformed, QStringLiteral("profile: is larger than 2 MB, so it is no profile"));
    QJsonParseError broken;
    const QJsonDocument document = QJsonDocument::fromJson(json, &broken);
    if (broken.error != QJsonParseError::NoError)
        return failure(ErrorKind::Malformed,
            QStringLiteral("profile: is no JSON, %1 (%2)")
                .arg(broken.errorString(), describePlace(json, broken.offset)));

    QStringList problems;
    const QJsonValue top = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    const JsonNode root(top, {}, problems);
    if (!root.isObject())
        return failure(ErrorKind::Malformed, problems.join(u'\n'));
    const Profile profile = readAll(root);
    if (problems.isEmpty())
        return profile;
    if (problems.size() > mostProblems)
        problems = problems.mid(0, mostProblems) << QStringLiteral("... and more");
    return failure(ErrorKind::Malformed, problems.join(u'\n'));
}

} // namespace deskbell::profile
