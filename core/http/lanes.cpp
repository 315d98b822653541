// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/lanes.h"

#include <algorithm>

namespace deskbell::http {

namespace {

void keepEarlier(std::optional<Steady::time_point> &slot, Steady::time_point at)
{
    if (!slot || at < *slot)
        slot = at;
}

} // namespace

void Lanes::add(Job job)
{
    keepEarlier(m_firstExpiry, job.deadline());
    m_lanes[job.origin].waiting.push_back(std::move(job));
}

int Lanes::widthOf(const Lane &lane, Steady::time_point now) const
{
    const bool oldestIsSlow = !lane.flights.empty() && now - lane.flights.front().since >= m_settings.slowAnswer;
    return oldestIsSlow || lane.usual >= m_settings.slowAnswer ? m_settings.connectionsWhenSlow
                                                               : m_settings.connections;
}

bool Lanes::mayStart(const Lane &lane, Steady::time_point now) const
{
    return !lane.waiting.empty() && lane.connecting < m_settings.connections && lane.underWay < widthOf(lane, now);
}

bool Lanes::hasStartable(Steady::time_point now) const
{
    return std::any_of(m_lanes.begin(), m_lanes.end(), [&](const auto &lane) { return mayStart(lane.second, now); });
}

std::optional<Job> Lanes::takeStartable(Steady::time_point now)
{
    for (auto &[origin, lane] : m_lanes) {
        if (!mayStart(lane, now))
            continue;
        Job job = std::move(lane.waiting.front());
        lane.waiting.pop_front();
        ++lane.underWay;
        ++lane.connecting;
        m_underWay.emplace(job.id, std::nullopt);
        return job;
    }
    return std::nullopt;
}

void Lanes::left(const Job &job, Steady::time_point now)
{
    const auto flight = m_underWay.find(job.id);
    if (flight == m_underWay.end() || flight->second)
        return;
    flight->second = now;
    Lane &lane = m_lanes[job.origin];
    --lane.connecting;
    lane.flights.push_back({job.id, now});
}

void Lanes::landed(const Job &job, Steady::time_point now)
{
    const auto flight = m_underWay.find(job.id);
    if (flight == m_underWay.end())
        return;
    Lane &lane = m_lanes[job.origin];
    if (flight->second)
        lane.usual = (lane.usual * 7 + std::chrono::duration_cast<std::chrono::microseconds>(now - *flight->second)) / 8;
    else
        --lane.connecting;
    --lane.underWay;
    m_underWay.erase(flight);
    forgetLanded(lane);
}

void Lanes::forgetLanded(Lane &lane)
{
    while (!lane.flights.empty() && !m_underWay.contains(lane.flights.front().id))
        lane.flights.pop_front();
}

std::vector<Job> Lanes::takeExpired(Steady::time_point now)
{
    std::vector<Job> expired;
    if (!m_firstExpiry || *m_firstExpiry > now)
        return expired;
    m_firstExpiry.reset();
    for (auto &[origin, lane] : m_lanes) {
        const auto kept = std::stable_partition(lane.waiting.begin(), lane.waiting.end(),
                                                [&](const Job &job) { return job.deadline() > now; });
        std::move(kept, lane.waiting.end(), std::back_inserter(expired));
        lane.waiting.erase(kept, lane.waiting.end());
        for (const Job &job : lane.waiting)
            keepEarlier(m_firstExpiry, job.deadline());
    }
    return expired;
}

std::vector<Job> Lanes::takeAllWaiting()
{
    std::vector<Job> all;
    for (auto &[origin, lane] : m_lanes) {
        std::move(lane.waiting.begin(), lane.waiting.end(), std::back_inserter(all));
        lane.waiting.clear();
    }
    return all;
}

bool Lanes::drop(quint64 id)
{
    for (auto &[origin, lane] : m_lanes) {
        const auto job
            = std::find_if(lane.waiting.begin(), lane.waiting.end(), [id](const Job &one) { return one.id == id; });
        if (job != lane.waiting.end()) {
            lane.waiting.erase(job);
            return true;
        }
    }
    return false;
}

std::optional<Steady::time_point> Lanes::nextLook(Steady::time_point now) const
{
    std::optional<Steady::time_point> at;
    for (const auto &[origin, lane] : m_lanes) {
        if (lane.waiting.empty())
            continue;
        keepEarlier(at, *m_firstExpiry);
        if (!lane.flights.empty() && widthOf(lane, now) < m_settings.connectionsWhenSlow)
            keepEarlier(at, lane.flights.front().since + m_settings.slowAnswer);
    }
    return at;
}

} // namespace deskbell::http
