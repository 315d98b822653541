// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/openinghours.h"

#include <algorithm>

namespace deskbell {
namespace {
constexpr int horizonDays = 60;
const std::vector<OpenInterval> closed;

constexpr qint64 julianOfEpoch = 2440588;

qint64 localSeconds(QDate day, QTime time)
{
    return (day.toJulianDay() - julianOfEpoch) * 86400 + time.msecsSinceStartOfDay() / 1000;
}

int askedOffset(qint64 utcSeconds, const QTimeZone &zone)
{
    return zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(utcSeconds, Qt::UTC));
}

/// Clocks change on full quarters of an hour, so within one the answer is the same. A decision asks for the same few
/// again and again, and QTimeZone makes texts for each answer. Remembered values are the ones it would give.
class Offsets
{
public:
    int at(qint64 utcSeconds, const QTimeZone &zone)
    {
        if (!(m_zone == zone)) {
            m_zone = zone;
            m_known.fill({});
        }
        const qint64 quarter = utcSeconds / quarterHour;
        Known &known = m_known[static_cast<size_t>(quarter) % m_known.size()];
        if (!known.is || known.quarter != quarter)
            known = {true, quarter, askedOffset(quarter * quarterHour, zone)};
        return known.offset;
    }

private:
    static constexpr qint64 quarterHour = 900;
    struct Known {
        bool is = false;
        qint64 quarter = 0;
        int offset = 0;
    };
    QTimeZone m_zone;
    std::array<Known, 64> m_known;
};

int offsetAt(qint64 utcSeconds, const QTimeZone &zone)
{
    thread_local Offsets offsets;
    return utcSeconds < 0 ? askedOffset(utcSeconds, zone) : offsets.at(utcSeconds, zone);
}

} // namespace

const std::vector<OpenInterval> &OpeningHours::on(QDate day) const
{
    if (!day.isValid() || std::find(closedDates.begin(), closedDates.end(), day) != closedDates.end())
        return closed;
    return week[static_cast<size_t>(day.dayOfWeek() - 1)];
}

Instant toInstant(QDate day, QTime time, const QTimeZone &zone)
{
    // QDateTime gives an invalid value in the gap and the second of two in the overlap (Qt 6.4), so the offsets
    // before and after the day are tried by hand: an offset that maps back to the same wall time is a match.
    if (!day.isValid())
        return {};
    const qint64 local = localSeconds(day, time);
    const int before = offsetAt(local - 86400, zone);
    const int after = offsetAt(local + 86400, zone);
    if (before == after)
        return {(local - before) * 1000};
    for (const int offset : {before, after}) {
        if (offsetAt(local - offset, zone) == offset)
            return {(local - offset) * 1000};
    }
    // In the gap. Find the change between the two days and take its instant: the first valid minute.
    qint64 low = local - 86400;
    qint64 high = local + 86400;
    while (high - low > 1) {
        const qint64 middle = low + (high - low) / 2;
        (offsetAt(middle, zone) == before ? low : high) = middle;
    }
    return {high * 1000};
}

QDateTime toWall(Instant at, const QTimeZone &zone) { return at.utc().toTimeZone(zone); }

WallTime wallTime(Instant at, const QTimeZone &zone)
{
    constexpr qint64 dayMs = 86'400'000;
    const qint64 local = at.ms + qint64(offsetAt(at.ms / 1000, zone)) * 1000;
    const qint64 days = local >= 0 ? local / dayMs : (local + 1) / dayMs - 1;
    return {QDate::fromJulianDay(julianOfEpoch + days), QTime::fromMSecsSinceStartOfDay(int(local - days * dayMs))};
}

std::optional<Instant> closesAt(const OpeningHours &hours, Instant at, const QTimeZone &zone)
{
    const QDate day = wallTime(at, zone).day;
    for (const OpenInterval &interval : hours.on(day)) {
        const Instant to = toInstant(day, interval.to, zone);
        if (toInstant(day, interval.from, zone) <= at && at < to)
            return to;
    }
    return std::nullopt;
}

bool isOpen(const OpeningHours &hours, Instant at, const QTimeZone &zone) { return closesAt(hours, at, zone).has_value(); }

std::optional<Instant> nextOpening(const OpeningHours &hours, Instant at, const QTimeZone &zone)
{
    const QDate first = wallTime(at, zone).day;
    for (int ahead = 0; ahead <= horizonDays; ++ahead) {
        const QDate day = first.addDays(ahead);
        for (const OpenInterval &interval : hours.on(day)) {
            if (at < toInstant(day, interval.to, zone))
                return std::max(at, toInstant(day, interval.from, zone));
        }
    }
    return std::nullopt;
}

Instant addOpenTime(const OpeningHours &hours, Instant from, Duration work, const QTimeZone &zone)
{
    Instant at = from;
    while (const auto open = nextOpening(hours, at, zone)) {
        const auto end = closesAt(hours, *open, zone);
        if (!end)
            break;
        if (*end - *open >= work)
            return *open + work;
        work -= *end - *open;
        at = *end;
    }
    return from + work; // no opening hours at all: plain time is better than never
}

} // namespace deskbell
