// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace deskbell::app {

/// deskbell doctor: tries every connection and says in plain words what works, what does not, and what to do. Changes
/// nothing. Needs a QCoreApplication; blocks. Returns 0 when nothing fails, 1 when something does, 2 for usage.
[[nodiscard]] int runDoctor(const QStringList &arguments);

} // namespace deskbell::app
