// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace deskbell::app {

/// deskbell screen FILE [--complaints CSV] [--profile FILE]: what would have been done about each call of a list, one JSON
/// line each. "-" reads the standard input. Returns 0; 2 for usage; 1 when a file or one of its lines could not be read.
[[nodiscard]] int runScreen(const QStringList &arguments);

} // namespace deskbell::app
