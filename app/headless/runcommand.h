// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headless/runoptions.h"
#include "app/house/house.h"

#include <QStringList>

namespace deskbell::app {

/// Data folder, profile and link for a run. Errors in plain words. A provider elsewhere than on this machine needs a
/// profile of the shop's own: the demo shop's prices are never texted to real callers.
[[nodiscard]] Result<HouseOptions> houseOptionsFor(const RunOptions &options);

/// deskbell run --headless: the engine without a window, until it is told to stop. Returns 0, 1 (cannot run), 2 (usage).
[[nodiscard]] int runHeadless(const RunOptions &options);

} // namespace deskbell::app
