// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assist/situation.h"

namespace deskbell::assist {

/// What goes before every wish: opt-out, danger, wrong number, asking for a person, asking who writes. Nothing when
/// the text is none of these.
[[nodiscard]] std::optional<engine::Turn> safetyFirst(const Situation &s);

} // namespace deskbell::assist
