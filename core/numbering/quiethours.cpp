// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbering/quiethours.h"

#include <algorithm>

namespace deskbell::numbering {
namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 day = 1440 * minute;

/// Wall time of a zone, without a calendar: days since 1970 and milliseconds of the day.
struct Wall {
    qint64 days = 0;
    qint64 ms = 0;
};

Wall wallOf(const Zone &zone, Instant at)
{
    const qint64 local = at.ms + zone.offsetAt(at).count();
    const qint64 ms = ((local % day) + day) % day;
    return {(local - ms) / day, ms};
}

/// 1970-01-01 was a Thursday; Monday is 0.
size_t weekdayOf(qint64 days)
{
    return static_cast<size_t>((((days + 3) % 7) + 7) % 7);
}

bool isInside(DayWindow window, qint64 ms)
{
    return ms >= window.from * minute && ms < window.to * minute;
}

bool allows(const HoursRule &rule, const Wall &wall)
{
    if (!isInside(rule.week[weekdayOf(wall.days)], wall.ms))
        return false;
    return !rule.closedOnHolidays || !isFederalHoliday(QDate(1970, 1, 1).addDays(wall.days));
}

short minutesOf(QTime time)
{
    return static_cast<short>(time.hour() * 60 + time.minute());
}

/// Every instant within [from, to] at which a clock of the zone may come to that minute of a day: under each offset the
/// zone has in that time.
void addStarts(std::vector<Instant> &edges, const Zone &zone, short start, Instant from, Instant to)
{
    std::vector<Duration> offsets{zone.offsetAt(from)};
    for (Instant at = zone.changeAfter(from); at.isSet() && at <= to; at = zone.changeAfter(at))
        offsets.push_back(zone.offsetAt(at));
    const qint64 firstDay = wallOf(zone, from).days - 1;
    const qint64 lastDay = wallOf(zone, to).days + 1;
    for (const Duration offset : offsets) {
        for (qint64 date = firstDay; date <= lastDay; ++date) {
            const Instant at{date * day + start * minute - offset.count()};
            if (at >= from && at <= to)
                edges.push_back(at);
        }
    }
}

} // namespace

SendingHours::SendingHours(const PhoneNumber &number, const ShopHours &shop, const PlaceHints &hints)
{
    const Place place = placeOf(number);
    m_zones = place.zones;
    addZone(m_zones, zoneNamed(hints.zone));
    QStringList regions = place.regions;
    for (const QString &region : hints.regions) {
        for (const ZonePtr &zone : zonesOfRegion(region))
            addZone(m_zones, zone);
        regions << region;
    }
    addRule(place.country);
    for (const QString &region : regions) {
        addRule(region.left(2)); // a state's rule never lifts its country's
        addRule(region);
    }
    // A Texan hint on an unknown number tells something, but not enough to leave the general rule out.
    if (place.country.isEmpty() || m_rules.empty())
        addRule(u"*");
    addShop(shop, place.kind != NumberKind::Geographic);
}

void SendingHours::addRule(QStringView name)
{
    const HoursRule *rule = ruleNamed(name);
    if (rule && std::find(m_rules.begin(), m_rules.end(), rule) == m_rules.end())
        m_rules.push_back(rule);
}

void SendingHours::addShop(const ShopHours &shop, bool placeUnknown)
{
    m_shopZone = zoneNamed(shop.zone);
    if (m_shopZone && placeUnknown)
        addZone(m_zones, m_shopZone);
    if (m_shopZone && shop.from.isValid() && shop.to.isValid())
        m_shop = {minutesOf(shop.from), minutesOf(shop.to)};
}

bool SendingHours::shopAllows(Instant at) const
{
    return m_shop.to == 0 || isInside(m_shop, wallOf(*m_shopZone, at).ms);
}

bool SendingHours::allowedAt(Instant at) const
{
    if (!shopAllows(at))
        return false;
    return std::all_of(m_zones.begin(), m_zones.end(), [&](const ZonePtr &zone) {
        const Wall wall = wallOf(*zone, at);
        return std::all_of(m_rules.begin(), m_rules.end(), [&](const HoursRule *rule) { return allows(*rule, wall); });
    });
}

std::vector<Instant> SendingHours::edges(Instant from, Instant to) const
{
    std::vector<short> starts;
    for (const HoursRule *rule : m_rules) {
        for (const DayWindow &window : rule->week)
            starts.push_back(window.from);
    }
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    std::vector<Instant> edges;
    for (const ZonePtr &zone : m_zones) {
        for (const short start : starts)
            addStarts(edges, *zone, start, from, to);
        for (Instant at = zone->changeAfter(from); at.isSet() && at <= to; at = zone->changeAfter(at))
            edges.push_back(at); // a clock that jumps may jump into the hours
    }
    if (m_shop.to != 0) {
        addStarts(edges, *m_shopZone, m_shop.from, from, to);
        for (Instant at = m_shopZone->changeAfter(from); at.isSet() && at <= to; at = m_shopZone->changeAfter(at))
            edges.push_back(at);
    }
    std::sort(edges.begin(), edges.end());
    return edges;
}

std::optional<Instant> SendingHours::nextAllowed(Instant at, Duration within) const
{
    if (allowedAt(at))
        return at;
    // What is forbidden becomes allowed only where some clock comes to the start of some window.
    for (const Instant edge : edges(at, at + within)) {
        if (allowedAt(edge))
            return edge;
    }
    return std::nullopt;
}

QStringList SendingHours::rulesAt(Instant at) const
{
    const bool all = allowedAt(at);
    QStringList names;
    for (const HoursRule *rule : m_rules) {
        const bool forbids = std::any_of(
            m_zones.begin(), m_zones.end(), [&](const ZonePtr &zone) { return !allows(*rule, wallOf(*zone, at)); });
        if (all || forbids)
            names << QString::fromLatin1(rule->name);
    }
    if (m_shop.to != 0 && (all || !shopAllows(at)))
        names << QStringLiteral("shop");
    return names;
}

QStringList SendingHours::zonesAt(Instant at) const
{
    const bool all = allowedAt(at);
    QStringList names;
    for (const ZonePtr &zone : m_zones) {
        const Wall wall = wallOf(*zone, at);
        if (all || !std::all_of(m_rules.begin(), m_rules.end(), [&](const HoursRule *rule) { return allows(*rule, wall); }))
            names << QString::fromLatin1(zone->id());
    }
    if (m_shop.to != 0 && !shopAllows(at) && !names.contains(QString::fromLatin1(m_shopZone->id())))
        names << QString::fromLatin1(m_shopZone->id());
    return names;
}

} // namespace deskbell::numbering
