// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assist/situation.h"

namespace deskbell::assist {

/// The next fact the service needs, as a question: never one that is known, never one that was asked before (a caller
/// who does not answer is booked all the same). Nothing when all is there.
[[nodiscard]] std::optional<engine::Turn> missingFact(const Situation &s, const Service &service);

/// Only the one that decides the price.
[[nodiscard]] std::optional<engine::Turn> missingVariant(const Situation &s, const Service &service);

} // namespace deskbell::assist
