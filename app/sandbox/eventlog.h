// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/records.h"

#include <deque>
#include <functional>

namespace deskbell::sandbox {

/// Everything that happened, numbered 1, 2, 3 … without gaps. Kept whole, so any reader can catch up.
class EventLog {
public:
    /// Called after each append, with its number.
    std::function<void(quint64)> onAppended;

    void append(Event event)
    {
        m_events.push_back(std::move(event));
        if (onAppended)
            onAppended(last());
    }
    [[nodiscard]] quint64 last() const { return m_before + m_events.size(); }
    [[nodiscard]] quint64 first() const { return m_before + 1; }
    [[nodiscard]] bool has(quint64 seq) const { return seq > m_before && seq <= last(); }
    [[nodiscard]] const Event& at(quint64 seq) const { return m_events[seq - m_before - 1]; }
    /// Numbers go on rising over it.
    void forget()
    {
        m_before = last();
        m_events.clear();
    }

private:
    std::deque<Event> m_events;
    quint64 m_before = 0;
};

} // namespace deskbell::sandbox
