// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <functional>
#include <memory>

namespace deskbell {

/// Rings once at an instant. Setting it again moves it. Destroying it silences it. Lives on one thread.
class Alarm
{
public:
    virtual ~Alarm() = default;
    /// An instant that has passed rings at the next turn of the event loop, never inside set().
    virtual void set(Instant at) = 0;
    virtual void clear() = 0;
};

/// The only source of time below app. SystemClock is the wall; ManualClock (same folder) is turned by hand in
/// tests and rehearsals. Whatever waits (back-off, pace of polls, looks after an unclear send) waits on an Alarm,
/// so a virtual day runs in milliseconds.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    /// The alarm belongs to the calling thread and rings there.
    [[nodiscard]] virtual std::unique_ptr<Alarm> makeAlarm(std::function<void()> ring) = 0;
};

} // namespace deskbell
