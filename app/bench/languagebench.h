// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/figures.h"

namespace deskbell::bench {

/// Time to understand one text of a caller against the demo shop's profile, one thread, tables already made.
[[nodiscard]] Figures understanding();

} // namespace deskbell::bench
