// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"
#include "core/engine/orders.h"

namespace deskbell::engine {

// The shop's texts to callers that no assistant makes: filled from the profile's words or the house's default. Plain
// GSM-7 so that one text costs one text. Never invites STOP-like words other than the opt-out line itself.

/// "open", "closed", or "holiday" on the shop's closed dates.
[[nodiscard]] QString firstTextVariant(const Profile &profile, Instant at);
/// As it reads when it leaves at \p at.
[[nodiscard]] QString firstText(const Profile &profile, Instant at);
[[nodiscard]] QString nudge(const Profile &profile, int number); ///< 1 or 2
/// "I have Thu Dec 10 at 10:00 AM or Fri Dec 11 at 2:00 PM. Which suits you?"
[[nodiscard]] QString offer(const Profile &profile, const std::vector<Hold> &holds, Instant now);
[[nodiscard]] QString noTimeFree(const Profile &profile, bool askedExact);
[[nodiscard]] QString timeNotFree();
[[nodiscard]] QString justTaken();
[[nodiscard]] QString booked(const Profile &profile, const Appointment &appointment, bool moved);
[[nodiscard]] QString visitCancelled(const Profile &profile, const Appointment &appointment);
[[nodiscard]] QString optOutConfirmation(const Profile &profile);
/// The shop's own confirmation of an opt-out invites YES as the way back.
[[nodiscard]] bool asksToResubscribe(const Profile &profile);
[[nodiscard]] QString help(const Profile &profile);
[[nodiscard]] QString handOverText(const Profile &profile, bool open, Instant now);
[[nodiscard]] QString wrongNumberText();
/// "Thu Dec 10 at 10:00 AM"
[[nodiscard]] QString when(const Profile &profile, Instant at);
[[nodiscard]] QString money(const Profile &profile, qint64 cents);

} // namespace deskbell::engine
