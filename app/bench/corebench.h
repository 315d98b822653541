// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/figures.h"

namespace deskbell::bench {

/// Facts through inbox, decision, commit (synchronous FULL on disk), gate and mark, with a provider that answers at
/// once inside the process: what the core alone costs a missed call. One burst of \p calls.
[[nodiscard]] Figures coreBurst(int calls);
/// Pure decisions a second on one core, no store.
[[nodiscard]] Figures decisions();
/// What the process holds after a hundred thousand facts and after a million, each call of another caller, on disk.
[[nodiscard]] Figures memory();

} // namespace deskbell::bench
