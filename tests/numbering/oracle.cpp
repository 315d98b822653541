// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/numbering/oracle.h"

#include <QHash>

using deskbell::Instant;

namespace {

using Window = Oracle::Window;

struct Row {
    Window weekday;
    Window saturday;
    Window sunday;
    bool holidays = false; ///< closed on them
};

const QHash<QString, Row> &table()
{
    static const QHash<QString, Row> rows{
        {QStringLiteral("US"), {{480, 1260}, {480, 1260}, {480, 1260}}},
        {QStringLiteral("TX"), {{540, 1260}, {540, 1260}, {720, 1260}}},
        {QStringLiteral("FL"), {{480, 1200}, {480, 1200}, {480, 1200}}},
        {QStringLiteral("ME"), {{540, 1020}, {0, 0}, {0, 0}}},
        {QStringLiteral("RI"), {{540, 1080}, {600, 1020}, {600, 1020}, true}},
        {QStringLiteral("KY"), {{600, 1260}, {600, 1260}, {600, 1260}}},
        {QStringLiteral("AL"), {{480, 1200}, {480, 1200}, {0, 0}, true}},
        {QStringLiteral("PA"), {{480, 1260}, {480, 1260}, {0, 0}, true}},
        {QStringLiteral("CA"), {{540, 1290}, {600, 1080}, {600, 1080}}},
        {QStringLiteral("GB"), {{480, 1260}, {480, 1260}, {480, 1260}}},
        {QStringLiteral("AU"), {{540, 1200}, {540, 1020}, {0, 0}}},
        {QStringLiteral("*"), {{540, 1200}, {540, 1200}, {540, 1200}}},
    };
    return rows;
}

/// Copied from the calendar of the federal government, 2026 and 2027.
bool isHoliday(const QDate &day)
{
    static const QStringList days = QStringLiteral(
        "2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-07-04 2026-09-07 2026-10-12 2026-11-11 "
        "2026-11-26 2026-12-25 2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-06-18 2027-06-19 2027-07-04 2027-07-05 "
        "2027-09-06 2027-10-11 2027-11-11 2027-11-25 2027-12-24 2027-12-25 2027-12-31 2028-01-01")
                                       .split(u' ');
    return days.contains(day.toString(Qt::ISODate));
}

bool isInside(const Row &row, const QDateTime &wall)
{
    const Window window = wall.date().dayOfWeek() == 7 ? row.sunday : wall.date().dayOfWeek() == 6 ? row.saturday : row.weekday;
    const int minute = wall.time().hour() * 60 + wall.time().minute();
    return minute >= window.from && minute < window.to && !(row.holidays && isHoliday(wall.date()));
}

QDateTime wallOf(Instant at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, zone);
}

} // namespace

const std::vector<Oracle::Number> &Oracle::numbers()
{
    static const std::vector<Number> all{
        {"+15125550142", {"America/Chicago"}, {"US", "TX"}},
        {"+19155550142", {"America/Denver"}, {"US", "TX"}},
        {"+12125550142", {"America/New_York"}, {"US"}},
        {"+13055550142", {"America/New_York"}, {"US", "FL"}},
        {"+18505550142", {"America/Chicago", "America/New_York"}, {"US", "FL"}},
        {"+12075550142", {"America/New_York"}, {"US", "ME"}},
        {"+14015550142", {"America/New_York"}, {"US", "RI"}},
        {"+12705550142", {"America/Chicago", "America/New_York"}, {"US", "KY"}},
        {"+12055550142", {"America/Chicago"}, {"US", "AL"}},
        {"+12155550142", {"America/New_York"}, {"US", "PA"}},
        {"+16025550142", {"America/Phoenix"}, {"US"}},
        {"+19285550142", {"America/Phoenix", "America/Denver"}, {"US"}},
        {"+18085550142", {"Pacific/Honolulu"}, {"US"}},
        {"+19075550142", {"America/Adak", "America/Anchorage", "America/Juneau", "Pacific/Honolulu"}, {"US"}},
        {"+17095550142", {"America/St_Johns", "America/Halifax", "America/Puerto_Rico"}, {"CA"}},
        {"+13065550142", {"America/Regina", "America/Winnipeg"}, {"CA"}},
        {"+14165550142", {"America/Toronto"}, {"CA"}},
        {"+18765550142", {"America/Jamaica"}, {"*"}},
        {"+18005550142", {"America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"}, {"*"}},
        {"+442079460958", {"Europe/London", "Europe/Guernsey", "Europe/Jersey", "Europe/Isle_of_Man"}, {"GB"}},
        {"+61491570006",
            {"Australia/Adelaide", "Australia/Brisbane", "Australia/Eucla", "Australia/Lord_Howe", "Australia/Perth",
                "Australia/Sydney", "Indian/Christmas", "Indian/Cocos"},
            {"AU"}},
        {"+5325550142", {"America/Havana"}, {"*"}},
        {"+390612345678", {"Europe/Rome", "Europe/Vatican"}, {"*"}},
    };
    return all;
}

Oracle::Oracle(const Number &number)
{
    for (const char *zone : number.zones)
        addZone(zone);
    for (const char *rule : number.rules)
        addRule(rule);
}

void Oracle::addZone(const char *zone)
{
    m_zones.emplace_back(QByteArray(zone));
}

void Oracle::addRule(const char *rule)
{
    m_rules << QString::fromLatin1(rule);
}

void Oracle::setShop(const char *zone, QTime from, QTime to)
{
    m_shopZone = QTimeZone(QByteArray(zone));
    m_shopFrom = from;
    m_shopTo = to;
}

bool Oracle::allowedAt(Instant at) const
{
    if (m_shopZone) {
        const QTime wall = wallOf(at, *m_shopZone).time();
        if (wall < m_shopFrom || wall >= m_shopTo)
            return false;
    }
    for (const QTimeZone &zone : m_zones) {
        const QDateTime wall = wallOf(at, zone);
        for (const QString &rule : m_rules) {
            if (!isInside(table()[rule], wall))
                return false;
        }
    }
    return true;
}

std::optional<Instant> Oracle::nextAllowed(Instant at) const
{
    if (allowedAt(at))
        return at;
    constexpr qint64 minute = 60'000;
    for (Instant one{(at.ms / minute + 1) * minute}; one.ms <= at.ms + 72 * 60 * minute; one.ms += minute) {
        if (allowedAt(one))
            return one;
    }
    return std::nullopt;
}
