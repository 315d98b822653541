// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/profilewriter.h"

#include "core/profile/policyfields.h"
#include "core/profile/screeningreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace deskbell::profile {
namespace {

constexpr const char *weekdayKeys[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

QString key(const char *name)
{
    return QString::fromLatin1(name);
}
QString clock(QTime time)
{
    return time.toString(QStringLiteral("HH:mm"));
}
double amount(qint64 cents)
{
    return static_cast<double>(cents) / 100;
}
qint64 minutes(Duration span)
{
    return span / 1min;
}

QJsonObject writeHours(const OpeningHours &hours)
{
    QJsonObject week;
    for (size_t i = 0; i < hours.week.size(); ++i) {
        QJsonArray day;
        for (const OpenInterval &interval : hours.week[i])
            day.append(QJsonArray{clock(interval.from), clock(interval.to)});
        week.insert(key(weekdayKeys[i]), day);
    }
    return week;
}

QJsonArray writeClosedDates(const OpeningHours &hours)
{
    QJsonArray dates;
    for (const QDate &day : hours.closedDates)
        dates.append(day.toString(Qt::ISODate));
    return dates;
}

QJsonObject writeService(const Service &service)
{
    QJsonArray prices;
    for (const PriceRow &row : service.prices)
        prices.append(QJsonObject{{key("variant"), row.variant}, {key("amount"), amount(row.cents)}});
    QJsonArray resources;
    for (const int number : service.resources)
        resources.append(number);
    QJsonObject object{{key("id"), service.id.value}, {key("name"), service.name},
        {key("aliases"), QJsonArray::fromStringList(service.aliases)}, {key("description"), service.description},
        {key("duration_min"), minutes(service.length)}, {key("buffer_min"), minutes(service.buffer)},
        {key("prices"), prices}, {key("ask"), QJsonArray::fromStringList(service.ask)}, {key("resources"), resources}};
    if (service.priceFromCents)
        object.insert(key("price_from"), amount(*service.priceFromCents));
    return object;
}

QString writeMoment(Instant at, const QTimeZone &zone)
{
    const QDateTime wall = toWall(at, zone);
    if (toInstant(wall.date(), wall.time(), zone) == at)
        return QDateTime(wall.date(), wall.time(), Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm"));
    return at.utc().toString(Qt::ISODate); // the second of the hour that comes twice
}

QJsonArray writeBusy(const Profile &profile)
{
    QJsonArray list;
    for (const Appointment &block : profile.busy) {
        list.append(QJsonObject{{key("start"), writeMoment(block.slot.start, profile.zone)},
            {key("end"), writeMoment(block.slot.end, profile.zone)}, {key("resource"), block.slot.resource},
            {key("title"), block.name}});
    }
    return list;
}

QJsonArray writeFaqs(const std::vector<Faq> &faqs)
{
    QJsonArray list;
    for (const Faq &faq : faqs)
        list.append(QJsonObject{{key("q"), faq.question}, {key("a"), faq.answer}});
    return list;
}

QString levelWord(AlertLevel level)
{
    switch (level) {
    case AlertLevel::Danger: return key("danger");
    case AlertLevel::Now: return key("now");
    case AlertLevel::Today: return key("today");
    }
    return {};
}

QJsonArray writeTriggers(const std::vector<TriggerRule> &rules)
{
    QJsonArray list;
    for (const TriggerRule &rule : rules)
        list.append(QJsonObject{{key("words"), rule.words}, {key("kind"), rule.kind}, {key("level"), levelWord(rule.level)}});
    return list;
}

QJsonObject writePolicy(const Policy &policy)
{
    QJsonObject object;
    for (const SpanField &field : spanFields())
        object.insert(key(field.key), static_cast<qint64>((policy.*field.member) / field.unit));
    for (const CountField &field : countFields())
        object.insert(key(field.key), policy.*field.member);
    for (const SwitchField &field : switchFields())
        object.insert(key(field.key), policy.*field.member);
    for (const TimeField &field : timeFields())
        object.insert(key(field.key), clock(policy.*field.member));
    object.insert(key("on_call"), QJsonArray::fromStringList(policy.onCall));
    object.insert(key("triggers"), writeTriggers(policy.triggers));
    object.insert(key("triggers_off"), QJsonArray::fromStringList(policy.triggersOff));
    QJsonArray nudges;
    for (const Duration after : policy.nudgesAfter)
        nudges.append(static_cast<qint64>(after / 1h));
    object.insert(key("follow_ups_after_hours"), nudges);
    object.insert(key("first_text_in_quiet_hours"),
        policy.holdFirstTextInQuietHours ? QStringLiteral("hold") : QStringLiteral("send"));
    object.insert(key("missed"), writeMissedRules(policy.missed));
    object.insert(key("screening"), writeScreeningRules(policy.screening));
    return object;
}

QJsonObject writeWords(const Words &words)
{
    QJsonObject object;
    for (const WordField &field : wordFields())
        object.insert(key(field.key), words.*field.member);
    return object;
}

QJsonValue writeServiceArea(const Profile &profile)
{
    if (profile.serviceArea.isEmpty())
        return profile.serviceAreaWords;
    return QJsonArray::fromStringList(profile.serviceArea);
}

QJsonArray writeServices(const std::vector<Service> &services)
{
    QJsonArray list;
    for (const Service &service : services)
        list.append(writeService(service));
    return list;
}

} // namespace

QByteArray writeProfile(const Profile &profile)
{
    QJsonObject root{{key("id"), profile.id}, {key("trade"), profile.trade}, {key("name"), profile.name},
        {key("timezone"), QString::fromUtf8(profile.zone.id())}, {key("currency"), profile.currency},
        {key("address"), profile.address}, {key("service_area"), writeServiceArea(profile)},
        {key("hours"), writeHours(profile.hours)}, {key("closed_dates"), writeClosedDates(profile.hours)},
        {key("resources"), QJsonArray::fromStringList(profile.resources)},
        {key("slot_step_min"), minutes(profile.slotStep)}, {key("lead_time_min"), minutes(profile.leadTime)},
        {key("horizon_days"), profile.horizonDays}, {key("services"), writeServices(profile.services)},
        {key("not_offered"), QJsonArray::fromStringList(profile.notOffered)}, {key("faqs"), writeFaqs(profile.faqs)},
        {key("busy"), writeBusy(profile)}, {key("policy"), writePolicy(profile.policy)},
        {key("words"), writeWords(profile.words)}};
    if (!profile.phone.isWithheld())
        root.insert(key("phone"), profile.phone.e164);
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

} // namespace deskbell::profile
