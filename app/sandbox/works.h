// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/eventlog.h"
#include "app/sandbox/faultbook.h"
#include "app/sandbox/ledger.h"
#include "app/sandbox/schedule.h"
#include "app/sandbox/settings.h"

namespace deskbell::sandbox {

struct Counters {
    qint64 createsArrived = 0; ///< create-message requests read whole, whatever became of them
    qint64 messagesAccepted = 0; ///< of those, the ones that became a message
    qint64 createsRefused = 0; ///< 4xx for what they asked
    qint64 answersSpoilt = 0; ///< requests hit by a fault
    qint64 listsServed = 0;
    qint64 lookups = 0;
    qint64 missedCalls = 0;
    qint64 pushClients = 0;
    qint64 framesPushed = 0;
};

/// The parts that switchboard, texts and the HTTP side share. One thread.
struct Works {
    explicit Works(Settings wishes);

    const Settings settings;
    Ledger ledger;
    Schedule schedule; ///< of calls and texts
    Schedule wire; ///< answers and frames held back by faults; survives a reset
    EventLog events;
    FaultBook faults;
    Counters counters;

    [[nodiscard]] qint64 now() const { return settings.clockMs(); }
    /// When a row made now may be shown in lists.
    [[nodiscard]] qint64 hiddenUntil(Place list);
};

} // namespace deskbell::sandbox
