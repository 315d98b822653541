// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/rows.h"

#include <QTimeZone>

namespace deskbell::ui {

/// Now: due before the shop's day ends, or nobody can say when (withheld). Later: another day. Done: finished today.
enum class CallbackTab { Now, Later, Done };
inline constexpr int callbackTabCount = 3;

/// Why a row stands where it stands; the order of the values is the order of the queue.
enum class CallbackRank { PromisedOverdue, Urgent, First, ByTime, NoReply, Withheld };

struct DayBounds {
    Instant now;
    Instant start; ///< of the shop's day that holds now
    Instant end; ///< exclusive
};
[[nodiscard]] DayBounds dayOf(Instant now, const QTimeZone &zone);

[[nodiscard]] CallbackRank rankOf(const engine::CallbackRow &row, Instant now);
/// Nothing: the row belongs to no tab (done on an earlier day).
[[nodiscard]] std::optional<CallbackTab> tabOf(const engine::CallbackRow &row, const DayBounds &day);
/// Open rows by rank, then due time, then age; done ones newest first.
[[nodiscard]] bool callsBefore(const engine::CallbackRow &left, const engine::CallbackRow &right, Instant now);

} // namespace deskbell::ui
