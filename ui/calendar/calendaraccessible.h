// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace deskbell::ui {

/// Gives every CalendarGrid children for screen readers, one a card. Safe to call again.
void installCalendarAccessibility();

} // namespace deskbell::ui
