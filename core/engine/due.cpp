// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/working.h"

namespace deskbell::engine {
namespace {

void earliest(Instant &best, Instant other)
{
    if (other.isSet() && (!best.isSet() || other < best))
        best = other;
}

/// When a silent thread goes to manual review: a day after the last text that nobody answered.
Instant reviewAt(const ThreadState &s, const Policy &policy)
{
    const auto *waiting = std::get_if<phase::WaitingForCaller>(&s.phase);
    if (!waiting || waiting->nextNudge.isSet() || s.quiet || s.held() || s.unanswered == 0)
        return {};
    return s.lastOutboundAt + policy.manualReviewAfter;
}

Instant silenceAt(const ThreadState &s, const Policy &policy)
{
    if (!s.held() || !s.callerWaitsSince.isSet())
        return {};
    return std::max(s.callerWaitsSince, s.holder.since) + policy.silenceAlarm;
}

void review(Working &w)
{
    ThreadState &s = w.state();
    w.journal("ladder.end");
    const bool everReplied = s.lastInboundAt.isSet() && s.episode && s.lastInboundAt > s.episode->at;
    closeLead(w, everReplied ? LeadOutcome::Answered : LeadOutcome::ContactedNoReply);
    queueCallback(w, Reason::NoReply);
    s.quiet = true;
    s.phase = phase::Closed{w.now()};
}

void alarmSilence(Working &w)
{
    ThreadState &s = w.state();
    const QString seat = s.holder.seat;
    s.watched = s.callerWaitsSince; // reminded of now
    w.journal("silence.alarm", {seat});
    notify(w, order::Urgency::Critical, "silent", {seat}, QString::number(s.callerWaitsSince.ms));
    // Never back to the assistant: people are called. The thread is nobody's until somebody takes it.
    setHolder(w, HolderKind::Nobody, {});
    s.phase = phase::NeedsPerson{Reason::HolderSilent, {}, w.now()};
}

/// What people owe the caller comes before what the assistant would do.
bool remindPeople(Working &w)
{
    const auto isDue = [&](Instant at) { return at.isSet() && at <= w.now(); };
    if (isDue(alertDueAt(w.state(), w.policy())))
        onAlertDue(w);
    else if (isDue(promiseDueAt(w.state())))
        onPromiseDue(w);
    else if (isDue(watchAt(w.state(), w.policy())))
        onWatchDue(w);
    else
        return false;
    return true;
}

} // namespace

Instant nextDue(const ThreadState &state, const Context &context)
{
    const Policy &policy = context.profile.policy;
    Instant at;
    if (const auto *answering = std::get_if<phase::Answering>(&state.phase))
        earliest(at, answering->gatherUntil);
    if (const auto *waiting = std::get_if<phase::WaitingForCaller>(&state.phase); waiting && !state.held())
        earliest(at, waiting->nextNudge);
    // An offer nobody answers becomes ordinary silence when its holds run out.
    if (std::holds_alternative<phase::Offering>(state.phase) && !state.offer.empty())
        earliest(at, state.offer.front().expiresAt);
    earliest(at, reviewAt(state, policy));
    earliest(at, silenceAt(state, policy));
    earliest(at, alertDueAt(state, policy));
    earliest(at, promiseDueAt(state));
    earliest(at, watchAt(state, policy));
    return at;
}

void onDue(Working &w, const fact::Due &)
{
    ThreadState &s = w.state();
    if (remindPeople(w))
        return;
    if (const Instant at = silenceAt(s, w.policy()); at.isSet() && at <= w.now()) {
        alarmSilence(w);
        return;
    }
    if (const auto *answering = std::get_if<phase::Answering>(&s.phase);
        answering && answering->gatherUntil.isSet() && answering->gatherUntil <= w.now()) {
        if (!s.held())
            askAssistant(w);
        else
            rest(w);
        return;
    }
    if (std::holds_alternative<phase::Offering>(s.phase) && !s.offer.empty() && s.offer.front().expiresAt <= w.now()) {
        w.journal("slots.expired"); // the places are free again; what was said is remembered, and asked for anew
        rest(w);
        return;
    }
    if (const auto *waiting = std::get_if<phase::WaitingForCaller>(&s.phase);
        waiting && waiting->nextNudge.isSet() && waiting->nextNudge <= w.now()) {
        if (w.now() - waiting->nextNudge >= w.policy().nudgeTooLate) {
            // Slept through for a whole day: a person looks instead of a text that comes out of nowhere.
            w.journal("nudge.too_late");
            review(w);
            return;
        }
        onNudgeDue(w);
        return;
    }
    if (const Instant at = reviewAt(s, w.policy()); at.isSet() && at <= w.now())
        review(w);
}

} // namespace deskbell::engine
