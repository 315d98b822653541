// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assist/situation.h"

namespace deskbell::assist {

/// What goes before every wish: opt-out, danger, wrong number, asking for a person, asking who writes. Nothing when
/// the text is none of these.
[[nodiscard]] std::optional<engine::Turn> safetyFirst(const Situation &s);

/// 911, 999, 000, 111 or 112, by the country of the shop's number.
[[nodiscard]] QString emergencyNumber(const Profile &profile);

} // namespace deskbell::assist
