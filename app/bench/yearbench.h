// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/figures.h"

namespace deskbell::bench {

/// A year of a shop, 5,000 missed calls with conversations about half of them, played through the live path of a
/// rehearsal (loop, outbox, due timer, store in memory, calendar, assistant, virtual clock). Then the busiest threads
/// of it once more through decide() alone.
[[nodiscard]] Figures year();

} // namespace deskbell::bench
