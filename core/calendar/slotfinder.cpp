// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/slotfinder.h"

#include <algorithm>
#include <numeric>

namespace deskbell::calendar {
namespace {

/// Wall times of one day as instants. Asking the zone is slow, so an ordinary day of 24 hours is plain arithmetic.
class DayClock
{
public:
    DayClock(QDate day, const QTimeZone &zone)
        : m_day(day)
        , m_zone(zone)
        , m_midnight(toInstant(day, QTime(0, 0), zone))
        , m_plain(toInstant(day.addDays(1), QTime(0, 0), zone) - m_midnight == 24h)
    {
    }
    [[nodiscard]] Instant at(QTime wall) const
    {
        return m_plain ? m_midnight + 1ms * wall.msecsSinceStartOfDay() : toInstant(m_day, wall, m_zone);
    }
    /// False in the hour that is skipped in spring.
    [[nodiscard]] bool exists(QTime wall) const { return m_plain || toWall(at(wall), m_zone).time() == wall; }

private:
    QDate m_day;
    const QTimeZone &m_zone;
    Instant m_midnight;
    bool m_plain;
};

std::vector<int> resourcesFor(const Profile &profile, const Service &service)
{
    if (!service.resources.empty())
        return service.resources;
    std::vector<int> all(static_cast<size_t>(std::max<qsizetype>(1, profile.resources.size())));
    std::iota(all.begin(), all.end(), 1);
    return all;
}

class Search
{
public:
    Search(const Profile &profile, const Service &service, const Taken &taken, Instant now)
        : m_profile(profile)
        , m_service(service)
        , m_taken(taken)
        , m_resources(resourcesFor(profile, service))
        , m_earliest(now + profile.leadTime)
    {
        std::sort(m_resources.begin(), m_resources.end());
    }

    void day(QDate day, std::vector<Slot> &found) const
    {
        const auto &intervals = m_profile.hours.on(day);
        if (intervals.empty())
            return;
        const DayClock clock(day, m_profile.zone);
        for (const OpenInterval &interval : intervals)
            inside(interval, clock, found);
    }

private:
    void inside(const OpenInterval &interval, const DayClock &clock, std::vector<Slot> &found) const
    {
        const int step = static_cast<int>(m_profile.slotStep / 1ms);
        const Instant closes = clock.at(interval.to);
        for (int ms = interval.from.msecsSinceStartOfDay(); step > 0 && ms < interval.to.msecsSinceStartOfDay();
             ms += step) {
            const QTime wall = QTime::fromMSecsSinceStartOfDay(ms);
            const Instant start = clock.at(wall);
            if (start < m_earliest || start + m_service.length > closes || !clock.exists(wall))
                continue;
            if (const int resource = freeResource(start))
                found.push_back({resource, start, start + m_service.length});
        }
    }

    [[nodiscard]] int freeResource(Instant start) const
    {
        const auto isFree = [&](int resource) {
            const Slot padded{resource, start, start + m_service.length + m_service.buffer};
            return std::none_of(
                m_taken.begin(), m_taken.end(), [&](const Slot &other) { return padded.overlaps(other); });
        };
        const auto free = std::find_if(m_resources.begin(), m_resources.end(), isFree);
        return free == m_resources.end() ? 0 : *free;
    }

    const Profile &m_profile;
    const Service &m_service;
    const Taken &m_taken;
    std::vector<int> m_resources;
    Instant m_earliest;
};

Duration bufferOf(const Profile &profile, const ServiceId &id)
{
    const Service *service = profile.service(id);
    return service ? service->buffer : Duration(0);
}

Slot padded(Slot slot, Duration buffer)
{
    slot.end = slot.end + buffer;
    return slot;
}

} // namespace

std::vector<Slot> freeSlots(const Profile &profile, const Service &service, const Taken &taken, Instant now)
{
    const Search search(profile, service, taken, now);
    const QDate today = toWall(now, profile.zone).date();
    std::vector<Slot> found;
    for (int ahead = 0; ahead <= profile.horizonDays; ++ahead)
        search.day(today.addDays(ahead), found);
    return found;
}

Taken takenBy(const Profile &profile, const std::vector<Appointment> &appointments, const std::vector<Hold> &holds,
    const ThreadId &thread, const AppointmentId &moving)
{
    Taken taken;
    for (const Appointment &one : profile.busy)
        taken.push_back(one.slot);
    for (const Appointment &one : appointments) {
        if (moving.isEmpty() || one.id != moving)
            taken.push_back(padded(one.slot, bufferOf(profile, one.service)));
    }
    for (const Hold &one : holds) {
        if (one.thread != thread)
            taken.push_back(padded(one.slot, bufferOf(profile, one.service)));
    }
    return taken;
}

} // namespace deskbell::calendar
