// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/rows.h"
#include "core/runtime/engineloop.h"

#include <QHash>

namespace deskbell::runtime {

/// What the screens show of all threads together: counters, kept up to date row by row. Core thread.
class Board
{
public:
    /// Takes one thread's newest state; returns true when a counter changed.
    bool note(const engine::ThreadState &state, const engine::Context &context);
    [[nodiscard]] engine::Counters counters(const engine::Context &context);
    void clear() { m_marks.clear(); m_counters = {}; }

private:
    struct Mark {
        bool needsPerson = false;
        bool answering = false;
        bool toCall = false;
        Instant callDueAt;
        Instant bookedAt;
        bool operator==(const Mark &) const = default;
    };
    [[nodiscard]] static Mark markOf(const engine::ThreadState &state);
    void count(const Mark &mark, int by);

    QHash<ThreadId, Mark> m_marks; ///< only of threads that count for something
    engine::Counters m_counters;
};

} // namespace deskbell::runtime
