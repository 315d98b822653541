// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assist/answers.h"

namespace deskbell::assist {

/// Which of the offered times the caller takes; nothing when none or it is not clear which.
[[nodiscard]] std::optional<int> takenOffer(const Situation &s);

/// Moving and calling off the caller's own visit, taking and refusing offers. Nothing when the text is about none.
[[nodiscard]] std::optional<engine::Turn> aboutVisits(const Situation &s);

} // namespace deskbell::assist
