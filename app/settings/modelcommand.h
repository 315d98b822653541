// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace deskbell::app {

/// deskbell model --url URL --name MODEL [--dialect openai|anthropic]: connects a language model, after trying it.
/// deskbell model off: answers with the embedded mind alone. Needs a QCoreApplication; blocks. Returns 0, 1 (does not
/// work or cannot be kept), 2 (usage).
[[nodiscard]] int runModel(const QStringList &arguments);

} // namespace deskbell::app
