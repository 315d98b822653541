// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <set>

namespace deskbell {

/// A clock turned by hand, for tests and for rehearsals of a whole day. Not thread-safe: one thread turns it and
/// all its alarms ring there.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Instant start)
        : m_now(start)
    {
    }
    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] std::unique_ptr<Alarm> makeAlarm(std::function<void()> ring) override;

    /// The earliest set alarm; not set when none is.
    [[nodiscard]] Instant nextAlarm() const;
    /// Moves time to \p to, ringing every alarm on the way at its own instant, in order.
    void advanceTo(Instant to);
    void advance(Duration by) { advanceTo(m_now + by); }
    /// As after a sleep, or when somebody sets the wall clock (backwards too): nothing rings on the way; what became due
    /// rings late, at the next turn.
    void jumpTo(Instant to) { m_now = to; }
    /// Rings the alarms that are due now without moving time.
    void settle() { advanceTo(m_now); }

private:
    class HandAlarm;
    Instant m_now;
    std::set<HandAlarm *> m_alarms;
    quint64 m_made = 0;
    [[nodiscard]] HandAlarm *earliest() const;
};

} // namespace deskbell
