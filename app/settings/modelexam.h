// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/check.h"
#include "core/llm/modelsettings.h"

#include <QObject>
#include <functional>

namespace deskbell::app {

/// Asks the model one made-up question of the demo shop and says what came of it. Nothing of a real caller leaves. \p done
/// is called once, not inside the call, on this thread, unless \p context goes first.
void examineModel(const llm::ModelSettings &settings, QObject *context, std::function<void(Check)> done);

} // namespace deskbell::app
