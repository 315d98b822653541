// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace deskbell::sandbox {

/// `deskbell sandbox`: runs a phone company until SIGINT or SIGTERM. `arguments` are the words after "sandbox". Needs a
/// QCoreApplication and runs its own event loop. Prints the addresses and an example on stdout. Returns the exit code:
/// 0, 2 for usage, 1 when the port cannot be had (one plain sentence on stderr).
int runSandbox(const QStringList& arguments);

} // namespace deskbell::sandbox
