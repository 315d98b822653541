// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"
#include "core/engine/turn.h"

#include <vector>

namespace deskbell::calendar {

/// What stands in the way of a new visit: slots with their own buffer already added to the end.
using Taken = std::vector<Slot>;

/// Every start at which the service can be given, in order of time; of several free bays the one with the lowest
/// number. A start lies on the grid of the interval it falls in (counted in wall time from its opening), the visit
/// ends inside that interval, begins no earlier than the lead time and no later than the last day of the horizon,
/// and leaves its buffer free afterwards (which may reach past closing). Lengths are real time: a visit over the
/// change of the clocks takes as long as any other, and wall times that do not exist that night are no starts.
/// Pure; any thread.
[[nodiscard]] std::vector<Slot> freeSlots(
    const Profile &profile, const Service &service, const Taken &taken, Instant now);

/// Appointments and live holds as obstacles; \p thread's own holds and the appointment \p moving do not count.
[[nodiscard]] Taken takenBy(const Profile &profile, const std::vector<Appointment> &appointments,
    const std::vector<Hold> &holds, const ThreadId &thread, const AppointmentId &moving);

} // namespace deskbell::calendar
