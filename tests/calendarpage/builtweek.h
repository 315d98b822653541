// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"
#include "core/runtime/desk.h"

namespace deskbell::builtweek {

/// The week of Mon 9 Jun 2025 in a two-bay shop in Chicago; now is Thu 12 Jun 14:07.
[[nodiscard]] Instant now();
[[nodiscard]] Instant at(int day, int hour, int minute = 0);
[[nodiscard]] Profile shop();
[[nodiscard]] runtime::CalendarView week();

} // namespace deskbell::builtweek
