// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/rehearse/rehearsal.h"

namespace deskbell::app {

/// One JSON line of what happened, in the form scenario judges read: id, outcome, first_text, opted_out, bookings,
/// escalation, callback, messages.
[[nodiscard]] QByteArray answerLine(const Scenario &scenario, const Played &played);
/// The conversation for people: texts with their times, and what the shop has at the end.
[[nodiscard]] QString story(const Scenario &scenario, const Played &played);

} // namespace deskbell::app
