// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QApplication;

namespace deskbell::app {

/// Why no window can be opened here, in a plain sentence; empty: one can. Asked before the application object is made,
/// because Qt ends the process itself where it finds no display.
[[nodiscard]] QString whyNoWindow();

/// deskbell demo: the demo shop beside a phone. Returns the exit code.
[[nodiscard]] int runDemo(QApplication &application, const QStringList &arguments);
/// deskbell, deskbell run: the shop's own window.
[[nodiscard]] int runShop(QApplication &application, const QStringList &arguments);
/// deskbell shots FOLDER: pictures of every screen, played from the demo shop.
[[nodiscard]] int runShots(QApplication &application, const QStringList &arguments);

} // namespace deskbell::app
