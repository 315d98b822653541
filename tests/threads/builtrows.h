// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"
#include "core/engine/rows.h"
#include "core/runtime/desk.h"

namespace deskbell::builtrows {

/// A made-up afternoon in a two-bay detailing shop, 14:07 on Thu 12 Jun 2025 in Chicago.
[[nodiscard]] Instant now();
[[nodiscard]] Instant at(int hour, int minute, int second = 0);
[[nodiscard]] Profile shop();
[[nodiscard]] std::vector<engine::ThreadRow> threads();
[[nodiscard]] engine::ThreadRow thread(const QString &name);
/// Tom Becker's conversation, as the AI has it.
[[nodiscard]] runtime::ThreadView tom();
[[nodiscard]] runtime::ThreadView tomHeldBy(const QString &seat);

} // namespace deskbell::builtrows
