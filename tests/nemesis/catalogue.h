// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/nemesis/schedule.h"

namespace deskbell::nemesis {

/// A story written by hand, through one part of the shop, to be killed at each of its steps.
struct Written {
    const char *name;
    Schedule schedule;
};
[[nodiscard]] const std::vector<Written> &catalogue();

} // namespace deskbell::nemesis
