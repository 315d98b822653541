// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/job.h"
#include "core/http/settings.h"

#include <deque>
#include <optional>
#include <unordered_map>
#include <vector>

namespace deskbell::http {

/// Who may start now: one lane for each host, oldest first, so that a burst to one host does not hold up another.
/// A lane is narrow while its host answers quickly and widens when the oldest request under way, or the usual one, is
/// slow. Pure: time comes in. Lives on the network thread.
class Lanes
{
public:
    explicit Lanes(const Settings &settings)
        : m_settings(settings)
    {
    }

    void add(Job job);
    /// Takes a job that may start; it counts as under way until landed(), and as connecting until left().
    [[nodiscard]] std::optional<Job> takeStartable(Steady::time_point now);
    [[nodiscard]] bool hasStartable(Steady::time_point now) const;
    /// The connection is ready and the request leaves: from here on the host's answer is waited for.
    void left(const Job &job, Steady::time_point now);
    void landed(const Job &job, Steady::time_point now);
    /// Takes the waiting jobs whose deadline has passed.
    [[nodiscard]] std::vector<Job> takeExpired(Steady::time_point now);
    [[nodiscard]] std::vector<Job> takeAllWaiting();
    /// False when no such job waits.
    bool drop(quint64 id);
    /// When to look again though nothing has happened: a lane may widen or a waiting job expire.
    [[nodiscard]] std::optional<Steady::time_point> nextLook(Steady::time_point now) const;

private:
    struct Flight {
        quint64 id;
        Steady::time_point since;
    };
    struct Lane {
        std::deque<Job> waiting;
        std::deque<Flight> flights; // in order of leaving; one that landed stays until it is first
        int underWay = 0;
        int connecting = 0;
        std::chrono::microseconds usual {0};
    };
    Settings m_settings;
    std::unordered_map<QByteArray, Lane> m_lanes;
    std::unordered_map<quint64, std::optional<Steady::time_point>> m_underWay; // since when, once it has left
    std::optional<Steady::time_point> m_firstExpiry;

    [[nodiscard]] int widthOf(const Lane &lane, Steady::time_point now) const;
    [[nodiscard]] bool mayStart(const Lane &lane, Steady::time_point now) const;
    void forgetLanded(Lane &lane);
};

} // namespace deskbell::http
