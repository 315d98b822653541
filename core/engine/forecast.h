// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/decide.h"

namespace deskbell::engine {

/// An automatic text that will leave unless something happens.
struct PlannedText {
    ThreadId thread;
    OrderId order; ///< what fact::OperatorCancelledPlanned names
    TextKind kind = TextKind::FollowUp;
    Instant at;
    QString body; ///< as it will read
    QString rule; ///< why: "nudge.1", "first_text.closed"; empty for a text that waits in the outbox
    bool waiting = false; ///< ordered already and waits for its time
    bool operator==(const PlannedText &) const = default;
};

/// The automatic texts of one thread that leave within \p ahead, in order: what happens if nobody says or does anything
/// meanwhile. \p waiting: the thread's texts in the outbox that have not begun to leave. Answers that are still being
/// made are not among them, because nobody knows their words.
[[nodiscard]] std::vector<PlannedText> forecast(const ThreadState &state, const std::vector<PlannedOrder> &waiting,
    const Context &context, Duration ahead = 24h);

} // namespace deskbell::engine
