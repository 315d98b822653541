// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace deskbell::app {

/// deskbell connect: sets up the phone provider from the terminal, so that a computer without a window can be a shop's.
/// Asks for what the options do not tell; the secret is only ever asked. Tries the provider before anything is kept;
/// without a person at the terminal nothing is kept when that fails. Needs a QCoreApplication; blocks. Returns 0 kept,
/// 1 not kept, 2 usage.
[[nodiscard]] int runConnect(const QStringList &arguments);

} // namespace deskbell::app
