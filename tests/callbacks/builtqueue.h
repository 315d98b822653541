// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"
#include "core/engine/rows.h"

namespace deskbell::builtqueue {

/// Thu 12 Jun 2025, 14:07 in Chicago, a shop open 08:00 to 18:00 on weekdays.
[[nodiscard]] Instant now();
[[nodiscard]] Profile shop();
[[nodiscard]] std::vector<engine::CallbackRow> calls();

} // namespace deskbell::builtqueue
