// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/board.h"

namespace deskbell::runtime {

Board::Mark Board::markOf(const engine::ThreadState &state)
{
    Mark mark;
    const engine::Section section = engine::sectionOf(state);
    mark.needsPerson = section == engine::Section::NeedsPerson;
    mark.answering = section == engine::Section::AssistantAnswering;
    mark.toCall = state.callback && !state.callback->done;
    if (mark.toCall)
        mark.callDueAt = state.callback->dueAt;
    const LeadOutcome outcome = state.lead.outcome;
    if (outcome == LeadOutcome::Booked || outcome == LeadOutcome::Rescheduled || outcome == LeadOutcome::CallbackBooked)
        mark.bookedAt = state.lead.closedAt;
    return mark;
}

void Board::count(const Mark &mark, int by)
{
    m_counters.needPerson += by * mark.needsPerson;
    m_counters.assistantAnswering += by * mark.answering;
    m_counters.toCallBack += by * mark.toCall;
}

bool Board::note(const engine::ThreadState &state, const engine::Context &)
{
    const Mark mark = markOf(state);
    const auto it = m_marks.constFind(state.id);
    const Mark before = it == m_marks.cend() ? Mark{} : *it;
    if (mark == before)
        return false;
    count(before, -1);
    count(mark, 1);
    if (mark == Mark{})
        m_marks.remove(state.id);
    else
        m_marks.insert(state.id, mark);
    return true;
}

engine::Counters Board::counters(const engine::Context &context)
{
    // "Due" and "today" move with the clock, so they are counted when asked, over the few that count at all.
    engine::Counters counters = m_counters;
    const QDate today = toWall(context.now, context.profile.zone).date();
    for (const Mark &mark : m_marks) {
        counters.callBackDue += mark.toCall && mark.callDueAt <= context.now;
        counters.bookedToday += mark.bookedAt.isSet() && toWall(mark.bookedAt, context.profile.zone).date() == today;
    }
    return counters;
}

} // namespace deskbell::runtime
