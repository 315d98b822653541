// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/rehearse/scenario.h"
#include "core/engine/decide.h"
#include "core/runtime/ports.h"

namespace deskbell::app {

/// What happened when a scenario was played.
struct Played {
    struct Message {
        Instant at;
        int afterEvent = -1;
        TextKind kind = TextKind::Reply;
        QString body;
        QString rule;
    };
    struct Alert {
        Instant at;
        int afterEvent = -1;
        Duration after{0}; ///< since that event (or the call)
        QString kind;
    };
    struct Told {
        Instant at;
        engine::order::Notify what;
        QString name;
    };

    engine::ThreadState state;
    std::vector<Message> messages; ///< to the caller, in order
    std::vector<engine::HistoryLine> history;
    std::vector<Appointment> bookings; ///< the caller's at the end
    std::optional<Alert> alert; ///< the first
    std::vector<Told> notices;
    std::optional<engine::CallbackItem> callback; ///< open on the queue
    LeadOutcome outcome = LeadOutcome::Open;
};

/// Plays a scenario through the live engine (loop, outbox, due timer, store in memory, calendar, assistant) on a
/// virtual clock until a week after its last event. Only the clock and the phone are not the real ones.
[[nodiscard]] Result<Played> play(const Scenario &scenario);

} // namespace deskbell::app
