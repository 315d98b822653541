// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/engine/story.h"

namespace deskbell::engine {

// Stories told up to a point where most tests begin.

/// The first text is out and the caller asked for a price.
[[nodiscard]] Story talking();

[[nodiscard]] proposal::FindTime findCeramic();

/// Two times are on offer.
[[nodiscard]] Story offered();

/// The first of them is booked.
[[nodiscard]] Story bookedVisit();

/// The first text is out; the caller writes of gas.
[[nodiscard]] Story gas();
/// How often people were called so far.
[[nodiscard]] int pagesOf(const Story &s);

} // namespace deskbell::engine
