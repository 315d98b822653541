// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/working.h"

namespace deskbell::engine {
namespace {

QString wordOfResult(CallResult result)
{
    switch (result) {
    case CallResult::Ringing: return QStringLiteral("ringing");
    case CallResult::NoAnswer: return QStringLiteral("no_answer");
    case CallResult::Busy: return QStringLiteral("busy");
    case CallResult::Abandoned: return QStringLiteral("abandoned");
    case CallResult::Voicemail: return QStringLiteral("voicemail");
    case CallResult::Answered: return QStringLiteral("answered");
    }
    return {};
}

QString seconds(Duration duration) { return QString::number(std::chrono::duration_cast<std::chrono::seconds>(duration).count()); }

bool isRedial(const ThreadState &s, const Call &call, const Policy &policy)
{
    return s.episode && call.startedAt - s.episode->lastCallAt <= policy.mergeWindow
        && s.episode->at - call.startedAt <= policy.mergeWindow;
}

void mergeInto(Working &w, const Call &call)
{
    Episode &episode = *w.state().episode;
    ++episode.calls;
    episode.lastCallAt = std::max(episode.lastCallAt, call.startedAt);
    episode.voicemail = std::max(episode.voicemail, call.voicemail);
    w.systemLine("called_again", {QString::number(episode.calls)}, u"call:" % call.id.value);
    w.journal("first_text.merged", {QString::number(std::chrono::duration_cast<std::chrono::minutes>(w.policy().mergeWindow).count())});
    heedRinging(w);
}

void beginEpisode(Working &w, const Call &call)
{
    ThreadState &s = w.state();
    s.episode = Episode{call.id, call.startedAt, call.startedAt, 1, call.result, call.rang, call.voicemail, false};
    ++s.episodes;
    if (!s.lead.createdAt.isSet() || s.lead.closedAt.isSet()) {
        s.lead = Lead{};
        s.lead.source = QStringLiteral("missed call");
        s.lead.createdAt = w.now();
    }
    s.quiet = false;
    w.systemLine("missed_call", {seconds(call.rang), seconds(call.voicemail), wordOfResult(call.result)}, u"call:" % call.id.value);
}

/// A conversation is open when somebody said something lately and nobody closed it.
bool conversationOpen(const ThreadState &s, const Context &c)
{
    if (std::holds_alternative<phase::Fresh>(s.phase) || std::holds_alternative<phase::Closed>(s.phase)
        || std::holds_alternative<phase::CallbackOnly>(s.phase))
        return false;
    return std::max(s.lastInboundAt, s.lastOutboundAt) + c.profile.policy.firstTextEvery > c.now;
}

void answerEpisode(Working &w, const Call &call)
{
    ThreadState &s = w.state();
    const Reason reason = screen(s, call, w.context);
    if (reason != Reason::None) {
        w.journal("screened", {QString::fromLatin1(wordOf(reason))});
        if (!s.held())
            s.phase = phase::CallbackOnly{reason};
        queueCallback(w, reason);
        return;
    }
    if (s.held()) {
        w.journal("first_text.open_thread");
        notify(w, order::Urgency::Normal, "called_while_held", {s.holder.seat}, call.id.value);
        return;
    }
    if (std::holds_alternative<phase::NeedsPerson>(s.phase)) {
        notify(w, order::Urgency::Normal, "needs_person", {QStringLiteral("called_while_held")}, call.id.value);
        return;
    }
    if (conversationOpen(s, w.context)) {
        w.journal("first_text.open_thread");
        return;
    }
    if (s.firstTextAt.isSet() && s.firstTextAt + w.policy().firstTextEvery > w.now()) {
        w.journal("first_text.recent");
        queueCallback(w, Reason::CalledAgainWhileHeld);
        return;
    }
    if (w.policy().lookUpLineType && s.lineType == LineType::Unknown) {
        s.phase = phase::Greeting{};
        w.order(w.key(u"line_type:" % call.id.value), order::LookUpLineType{s.caller}, 2);
        return;
    }
    greet(w);
}

} // namespace

void onCallMissed(Working &w, const fact::CallMissed &fact)
{
    ThreadState &s = w.state();
    const Call &call = fact.call;
    if (!call.callerName.isEmpty())
        s.callerName = call.callerName.left(80);
    if (call.lineType != LineType::Unknown)
        s.lineType = call.lineType;
    if (isRedial(s, call, w.policy()) && !s.caller.isWithheld()) {
        mergeInto(w, call);
        // A redial while a person is at it, or waited for, is news to people; to the caller it is not.
        if (s.held())
            notify(w, order::Urgency::Normal, "called_while_held", {s.holder.seat}, call.id.value);
        return;
    }
    beginEpisode(w, call);
    if (s.alert)
        updateAlert(w); // people are at it; to the caller nothing is news
    else
        answerEpisode(w, call);
    refreshLead(w);
}

void onCallObserved(Working &w, const fact::CallObserved &fact)
{
    ThreadState &s = w.state();
    const Call &call = fact.call;
    if (call.result == CallResult::Ringing) {
        w.systemLine(call.outgoing ? "calling" : "call_rings", {}, u"rings:" % call.id.value);
        return;
    }
    if (call.result != CallResult::Answered)
        return;
    // Somebody talked: everything automatic that was meant to reach the caller is out of date.
    withdrawAutomaticTexts(w);
    releaseOffer(w);
    s.callerWaitsSince = {};
    s.quiet = true;
    s.urgent = false;
    acknowledgeAlert(w, {});
    keepPromises(w, PromiseBy::Call);
    closeCallback(w, "reached");
    w.systemLine(call.outgoing ? "called_back" : "answered_call", {}, u"call:" % call.id.value);
    w.journal("phone.answered");
    if (s.lead.createdAt.isSet() && (s.lead.outcome == LeadOutcome::Open || s.lead.outcome == LeadOutcome::ManualCallback))
        closeLead(w, LeadOutcome::ReachedByPhone);
    if (!s.held() && !std::holds_alternative<phase::NeedsPerson>(s.phase))
        rest(w);
}

} // namespace deskbell::engine
