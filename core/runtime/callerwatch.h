// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/decide.h"
#include "core/runtime/callerbook.h"

#include <deque>
#include <map>

namespace deskbell::runtime {

/// Finds what is known of a caller outside the thread, before a fact is decided: the shop's book, the complaint list, and
/// what the last day and hour brought from anybody. Core thread. Counts what was decided at once, so that the calls of one
/// burst see each other; counts on from the store after a restart.
class CallerWatch
{
public:
    explicit CallerWatch(CallerBook &book)
        : m_book(book)
    {
    }

    /// Empty for facts that are decided without it. Errors: Storage.
    [[nodiscard]] Result<engine::CallerSigns> signsFor(
        const engine::Fact &fact, const engine::ThreadState &state, const engine::Context &context);
    void note(const engine::Fact &fact, const engine::Decision &decision, Instant now);
    /// What was noted was not kept after all: counted anew from the store at the next question.
    void forget();

private:
    struct Heard {
        quint64 number = 0;
        Instant noticed;
    };
    [[nodiscard]] Result<void> countOn(Instant now);
    void hear(const PhoneNumber &caller, Instant at, Instant now);
    void expire(Instant now);
    [[nodiscard]] int callsOf(const PhoneNumber &caller, Instant since) const;
    [[nodiscard]] int neighboursOf(const PhoneNumber &caller, Instant since) const;

    CallerBook &m_book;
    bool m_counted = false;
    std::multimap<quint64, Instant> m_calls; ///< by the number's digits; when it rang
    std::deque<Heard> m_order; ///< as they were heard, to let go of the oldest
    std::deque<Instant> m_firstTexts;
    std::deque<Instant> m_late;
};

} // namespace deskbell::runtime
