// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace deskbell::app {

/// deskbell rehearse [--story] FILE-or-DIR…: plays every scenario and prints one JSON line each (or the story). A folder
/// stands for its scn*.json and story*.json files in order. Returns 0; 2 for usage; 1 when a file could not be played.
[[nodiscard]] int runRehearse(const QStringList &arguments);

} // namespace deskbell::app
