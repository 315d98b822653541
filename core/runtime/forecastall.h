// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/engine/forecast.h"

namespace deskbell::runtime {

class EngineLoop;

/// Every automatic text that will leave within \p ahead, of all threads, in order. Reads the store; changes nothing.
[[nodiscard]] Result<std::vector<engine::PlannedText>> forecastAll(EngineLoop &loop, Duration ahead = 24h);

} // namespace deskbell::runtime
