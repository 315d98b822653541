// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headless/runoptions.h"
#include "app/house/house.h"
#include "app/settings/connections.h"

#include <QStringList>

namespace deskbell::app {

/// Gives what the shop is connected to, secrets included, as they were set up in that folder. May block.
using ConnectionSource = std::function<Result<Connections>(const QString &folder)>;

/// The data folder of a run.
[[nodiscard]] QString runFolder(const RunOptions &options);

/// Data folder, profile and link for a run; the source is asked unless the options name a provider. Errors in plain words. A provider elsewhere than on this machine needs a
/// profile of the shop's own: the demo shop's prices are never texted to real callers.
[[nodiscard]] Result<HouseOptions> houseOptionsFor(const RunOptions &options, const ConnectionSource &linkAsSetUp);

/// deskbell run --headless: the engine without a window, until it is told to stop. Returns 0, 1 (cannot run), 2 (usage).
[[nodiscard]] int runHeadless(const RunOptions &options);

} // namespace deskbell::app
