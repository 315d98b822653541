// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/check.h"

namespace deskbell::app {

// What can be looked at on this computer. Each changes nothing of the shop's. Blocks on the disk.

/// There or makeable, ours, writable, room on the disk, not on a network drive.
[[nodiscard]] Check checkDataFolder(const QString &folder);
/// Reads the whole database. A running Deskbell is no hindrance.
[[nodiscard]] Check checkDatabase(const QString &folder);
[[nodiscard]] Check checkSettingsFile(const QString &folder);
/// The profile of the shop: services, prices, hours. \p needed: nothing starts without one, as with a real provider.
[[nodiscard]] Check checkProfile(const QString &folder, bool needed);
/// The typefaces the window is drawn for; looks at font files, so it needs no display.
[[nodiscard]] Check checkFonts();

} // namespace deskbell::app
