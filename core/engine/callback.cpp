// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/working.h"

namespace deskbell::engine {
namespace {

QString wordOf(fact::CallbackResult result)
{
    switch (result) {
    case fact::CallbackResult::SpokeBooked: return QStringLiteral("spoke_booked");
    case fact::CallbackResult::SpokeWillThink: return QStringLiteral("spoke_will_think");
    case fact::CallbackResult::NoAnswer: return QStringLiteral("no_answer");
    case fact::CallbackResult::LeftVoicemail: return QStringLiteral("left_voicemail");
    case fact::CallbackResult::WrongNumber: return QStringLiteral("wrong_number");
    case fact::CallbackResult::DoNotCall: return QStringLiteral("do_not_call");
    case fact::CallbackResult::Later: return QStringLiteral("later");
    }
    return {};
}

Instant nextTry(const Working &w) { return nextTryAt(w.profile().hours, w.profile().zone, w.now()); }

void finish(CallbackItem &item, const Working &w, const QString &result)
{
    item.claimedBy.clear();
    item.done = true;
    item.doneAt = w.now();
    item.result = result;
}

} // namespace

void queueCallback(Working &w, Reason reason, Telling telling)
{
    ThreadState &s = w.state();
    const QString word = QString::fromLatin1(engine::wordOf(reason));
    if (s.callback && !s.callback->done) {
        // One item a caller: a second reason updates it, the older wait keeps its place.
        if (reason != Reason::SendUnclear) // that may yet clear up by itself, and would take the older reason with it
            s.callback->reason = reason;
        w.journal("callback", {word});
        return;
    }
    CallbackItem item;
    item.reason = reason;
    item.since = w.now();
    item.dueAt = addOpenTime(w.profile().hours, w.now(), w.policy().callbackWithin, w.profile().zone);
    s.callback = item;
    s.callbackBefore.reset();
    const QString id = QString::number(w.now().ms);
    w.systemLine("callback_queued", {word}, w.key(u"callback:" % id).value);
    w.journal("callback", {word});
    if (s.lead.createdAt.isSet() && s.lead.outcome == LeadOutcome::Open && reason != Reason::NoReply)
        s.lead.outcome = LeadOutcome::ManualCallback;
    if (telling == Telling::Silent)
        return;
    notify(w, reason == Reason::NoReply ? order::Urgency::Digest : order::Urgency::Normal,
        reason == Reason::NoReply ? "no_reply" : "callback", {word}, id);
}

void closeCallback(Working &w, const char *result)
{
    ThreadState &s = w.state();
    if (s.callback && !s.callback->done)
        finish(*s.callback, w, QString::fromLatin1(result));
}

void onCallbackDone(Working &w, const fact::CallbackDone &fact)
{
    ThreadState &s = w.state();
    if (!s.callback || s.callback->done)
        return;
    s.callbackBefore = s.callback;
    CallbackItem &item = *s.callback;
    item.claimedBy.clear();
    const QString word = wordOf(fact.result);
    w.journal("callback.result", {fact.seat, word});
    w.systemLine("callback_done", {fact.seat, word}, w.key(u"callback_done:" % QString::number(w.now().ms)).value);
    if (fact.result != fact::CallbackResult::Later) {
        keepPromises(w, PromiseBy::Call); // we did call
        item.promise.clear();
        acknowledgeAlert(w, fact.seat);
    }
    switch (fact.result) {
    case fact::CallbackResult::NoAnswer:
    case fact::CallbackResult::LeftVoicemail:
        ++item.tries;
        item.result = word;
        if (item.tries >= w.policy().maxCallbackTries)
            finish(item, w, word);
        else
            item.dueAt = nextTry(w);
        w.journal("callback.next_try", {item.done ? QString() : item.dueAt.utc().toString(Qt::ISODate)});
        return;
    case fact::CallbackResult::Later:
        item.dueAt = fact.later.isSet() ? fact.later : nextTry(w);
        return;
    case fact::CallbackResult::SpokeBooked:
        closeLead(w, LeadOutcome::CallbackBooked);
        break;
    case fact::CallbackResult::SpokeWillThink:
        closeLead(w, LeadOutcome::ReachedByPhone);
        break;
    case fact::CallbackResult::WrongNumber:
        closeLead(w, LeadOutcome::WrongNumber);
        break;
    case fact::CallbackResult::DoNotCall:
        optOut(w, {"do_not_call", QStringLiteral("do not call again"), "staff", fact.seat});
        break;
    }
    ++item.tries;
    finish(item, w, word);
    s.callerWaitsSince = {}; // they were spoken to
    if (s.holder.kind == HolderKind::Nobody)
        setHolder(w, HolderKind::Assistant, {}); // somebody took care of it after all
    releaseAlert(w);
    if (!std::holds_alternative<phase::Booked>(s.phase))
        s.phase = phase::Closed{w.now()};
    s.quiet = true;
}

void onCallbackUndone(Working &w, const fact::CallbackUndone &)
{
    ThreadState &s = w.state();
    if (!s.callbackBefore)
        return;
    s.callback = s.callbackBefore;
    s.callbackBefore.reset();
    // The outcome is taken back, and what it ended; an opt-out recorded with it is not: that takes a written reason.
    if (std::holds_alternative<phase::Closed>(s.phase) && !s.optOut) {
        s.lead.closedAt = {};
        s.lead.outcome = LeadOutcome::ManualCallback;
        s.phase = phase::CallbackOnly{s.callback->reason};
    }
    w.journal("callback.undone");
}

void onOperatorAskedForCallback(Working &w, const fact::OperatorAskedForCallback &fact)
{
    leaveQuietList(w);
    queueCallback(w, Reason::StaffRequest);
    if (fact.dueAt.isSet())
        w.state().callback->dueAt = fact.dueAt;
}

} // namespace deskbell::engine
