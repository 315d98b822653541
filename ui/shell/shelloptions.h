// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QString>
#include <functional>

namespace deskbell::ui {

struct ShellOptions {
    /// The same clock the core lives by: waits and holds are counted against it.
    std::function<Instant()> now;
    QString seat = QStringLiteral("Desk 1");
    /// An ini file in the shop's data folder; empty: nothing is remembered. Written off the window's thread.
    QString memoryFile;
    bool demo = false; ///< a phone beside the window, a violet band, and closing the window quits
    bool tray = true; ///< offer an icon in the tray, where there is one
};

} // namespace deskbell::ui
