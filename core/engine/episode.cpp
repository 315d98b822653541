// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/screening.h"
#include "core/engine/working.h"

#include <algorithm>

namespace deskbell::engine {
namespace {

constexpr size_t rememberedCalls = 32;

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

bool isBetween(Instant at, Instant one, Instant other) { return at > std::min(one, other) && at < std::max(one, other); }

/// Same attempt to reach us: close in time, and nobody talked in between. Whichever of them is told first.
bool isRedial(const ThreadState &s, const Call &call, const Policy &policy)
{
    return s.episode && call.startedAt - s.episode->lastCallAt <= policy.mergeWindow
        && s.episode->at - call.startedAt <= policy.mergeWindow
        && !isBetween(s.talkedAt, s.episode->lastCallAt, call.startedAt) && s.talkedAt != call.startedAt;
}

bool isHeard(const ThreadState &s, const CallId &call)
{
    return !call.isEmpty() && s.episode && std::find(s.episode->heard.begin(), s.episode->heard.end(), call) != s.episode->heard.end();
}

void hear(Episode &episode, const CallId &call)
{
    episode.heard.push_back(call);
    if (episode.heard.size() > rememberedCalls)
        episode.heard.erase(episode.heard.begin());
}

/// The better proof of a caller's number: full, partial, not told, only passed on, broken.
Attestation better(Attestation one, Attestation other)
{
    const auto worth = [](Attestation a) {
        switch (a) {
        case Attestation::Full: return 4;
        case Attestation::Partial: return 3;
        case Attestation::Unknown: return 2;
        case Attestation::Gateway: return 1;
        case Attestation::Failed: return 0;
        }
        return 2;
    };
    return worth(other) > worth(one) ? other : one;
}

void mergeInto(Working &w, const Call &call)
{
    Episode &episode = *w.state().episode;
    ++episode.calls;
    // The longest ring and the best proof speak for the caller, in whatever order the calls are told.
    if (call.rang > episode.rang || (call.rang == episode.rang && call.result > episode.result))
        episode.result = call.result;
    episode.rang = std::max(episode.rang, call.rang);
    episode.at = std::min(episode.at, call.startedAt);
    episode.lastCallAt = std::max(episode.lastCallAt, call.startedAt);
    episode.voicemail = std::max(episode.voicemail, call.voicemail);
    episode.attestation = better(episode.attestation, call.attestation);
    hear(episode, call.id);
    w.systemLine("called_again", {QString::number(episode.calls)}, u"call:" % call.id.value);
    w.journal("first_text.merged", {QString::number(std::chrono::duration_cast<std::chrono::minutes>(w.policy().mergeWindow).count())});
    heedRinging(w);
}

void tellMissed(Working &w, const Call &call)
{
    w.systemLine("missed_call", {seconds(call.rang), seconds(call.voicemail), wordOfResult(call.result)}, u"call:" % call.id.value);
}

void beginEpisode(Working &w, const Call &call)
{
    ThreadState &s = w.state();
    Episode episode{call.id, call.startedAt, call.startedAt, 1, call.result, call.rang, call.voicemail, false, call.attestation, {}};
    if (s.episode)
        episode.heard = std::move(s.episode->heard);
    hear(episode, call.id);
    s.episode = std::move(episode);
    ++s.episodes;
    if (!s.lead.createdAt.isSet() || s.lead.closedAt.isSet()) {
        s.lead = Lead{};
        s.lead.source = QStringLiteral("missed call");
        s.lead.createdAt = w.now();
    }
    s.quiet = false;
    tellMissed(w, call);
}

/// A call from before the latest episode came to light. What happened since answers it too, unless the caller was only
/// kept quiet since.
void recallEarlier(Working &w, const Call &call)
{
    ThreadState &s = w.state();
    ++s.episodes;
    hear(*s.episode, call.id);
    tellMissed(w, call);
    w.journal("episode.earlier");
    if (s.quietList && s.talkedAt < call.startedAt)
        answerEpisode(w, call);
}

/// They were talked to since: nothing is owed any more.
void settleByTalk(Working &w)
{
    ThreadState &s = w.state();
    withdrawAutomaticTexts(w);
    releaseOffer(w);
    s.callerWaitsSince = {};
    s.quiet = true;
    s.urgent = false;
    acknowledgeAlert(w, {});
    keepPromises(w, PromiseBy::Call);
    leaveQuietList(w);
    closeCallback(w, "reached");
    w.journal("phone.answered");
    const LeadOutcome outcome = s.lead.outcome;
    if (s.lead.createdAt.isSet()
        && (outcome == LeadOutcome::Open || outcome == LeadOutcome::ManualCallback || outcome == LeadOutcome::Spam))
        closeLead(w, LeadOutcome::ReachedByPhone);
    if (!s.held() && !std::holds_alternative<phase::NeedsPerson>(s.phase))
        rest(w);
}

void takeLate(Working &w)
{
    // Many at once after an outage are one piece of news, and the list shows them all.
    const bool several = w.context.signs.lateLastHour >= w.policy().screening.lateAlerts;
    queueCallback(w, Reason::LateDiscovery, several ? Telling::Silent : Telling::Tell);
    if (!several)
        return;
    const QString hour = QString::number(w.now().ms / Duration(1h).count());
    w.order({u"notify:late_calls:" % hour}, order::Notify{order::Urgency::Normal, QStringLiteral("late_calls"), {}}, 7, morningOrNow(w));
}

void takeTooMany(Working &w)
{
    queueCallback(w, Reason::TooManyTexts, Telling::Silent);
    const QString hour = QString::number(w.now().ms / Duration(1h).count());
    w.order({u"notify:too_many_texts:" % hour},
        order::Notify{order::Urgency::Critical, QStringLiteral("too_many_texts"), {QString::number(w.policy().screening.firstTextsPerHour)}}, 0);
}

void callThemBack(Working &w, Reason reason)
{
    ThreadState &s = w.state();
    leaveQuietList(w);
    if (reason == Reason::CalledAgainWhileHeld)
        w.journal("first_text.recent");
    else
        w.journal("screened", {QString::fromLatin1(wordOf(reason))});
    if (!s.held())
        s.phase = phase::CallbackOnly{reason};
    if (reason == Reason::LateDiscovery)
        takeLate(w);
    else if (reason == Reason::TooManyTexts)
        takeTooMany(w);
    else
        queueCallback(w, reason);
}

void tellPeople(Working &w, const Call &call)
{
    const ThreadState &s = w.state();
    w.journal("first_text.open_thread");
    if (s.held())
        notify(w, order::Urgency::Normal, "called_while_held", {s.holder.seat}, call.id.value);
    else
        notify(w, order::Urgency::Normal, "needs_person", {QStringLiteral("called_while_held")}, call.id.value);
}

void textOrAsk(Working &w, const Call &call, LineAsked asked)
{
    ThreadState &s = w.state();
    leaveQuietList(w);
    // What waited only because it was found late is answered by this text.
    if (s.callback && !s.callback->done && (s.callback->reason == Reason::LateDiscovery || s.callback->reason == Reason::TooManyTexts)) {
        closeCallback(w, "texted");
        s.lead.outcome = LeadOutcome::Open;
    }
    if (w.policy().lookUpLineType && s.lineType == LineType::Unknown && asked == LineAsked::No) {
        s.phase = phase::Greeting{};
        w.order(w.key(u"line_type:" % call.id.value), order::LookUpLineType{s.caller}, 2);
        return;
    }
    greet(w, call.id);
}

/// A redial may improve what the first call was judged to be, never worsen it: a text that left stays said, and whoever
/// is to be called stays on the list.
bool mayImprove(const ThreadState &s)
{
    return !s.episode->textedFirst && !s.held() && !s.optOut
        && (s.quietList || std::holds_alternative<phase::CallbackOnly>(s.phase));
}

void redialled(Working &w, const Call &call)
{
    ThreadState &s = w.state();
    mergeInto(w, call);
    // A redial while a person is at it, or waited for, is news to people; to the caller it is not.
    if (s.held())
        notify(w, order::Urgency::Normal, "called_while_held", {s.holder.seat}, call.id.value);
    else if (mayImprove(s))
        answerEpisode(w, call);
}

/// A slip of the finger of somebody we know: a line in their conversation, and no attempt to reach us.
bool isSlipOfAFriend(const ThreadState &s, const Call &call, const Context &context)
{
    return isKnown(s) && !s.held() && !countsAsMissed(call, context);
}

void learnOf(ThreadState &s, const Call &call)
{
    if (!call.callerName.isEmpty())
        s.callerName = call.callerName.left(80);
    if (call.lineType != LineType::Unknown)
        s.lineType = call.lineType;
}

} // namespace

void answerEpisode(Working &w, const Call &call, LineAsked asked)
{
    const Judgement found = judge(w.state(), call, w.context);
    switch (found.route) {
    case Route::Text: textOrAsk(w, call, asked); break;
    case Route::CallBack: callThemBack(w, found.reason); break;
    case Route::KeepQuiet: keepQuiet(w, found.reason, found.score.total, found.score.words()); break;
    case Route::TellPeople: tellPeople(w, call); break;
    case Route::OpenThread: w.journal("first_text.open_thread"); break;
    }
}

void onCallMissed(Working &w, const fact::CallMissed &fact)
{
    ThreadState &s = w.state();
    const Call &call = fact.call;
    if (isHeard(s, call.id))
        return; // told twice, by two channels
    learnOf(s, call);
    meetContact(w);
    const bool talkedSince = s.talkedAt.isSet() && s.talkedAt >= call.startedAt;
    if (isRedial(s, call, w.policy()) && !s.caller.isWithheld()) {
        redialled(w, call);
    } else if (s.episode && !s.caller.isWithheld() && call.startedAt < s.episode->lastCallAt) {
        recallEarlier(w, call);
    } else if (isSlipOfAFriend(s, call, w.context)) {
        tellMissed(w, call);
        w.journal("screened", {QString::fromLatin1(wordOf(Reason::NotCounted))});
    } else {
        beginEpisode(w, call);
        if (s.alert)
            updateAlert(w); // people are at it; to the caller nothing is news
        else if (talkedSince)
            settleByTalk(w);
        else
            answerEpisode(w, call);
    }
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
    if (call.result != CallResult::Answered) {
        if (call.outgoing)
            onTriedToCall(w, call);
        return;
    }
    meetContact(w);
    w.systemLine(call.outgoing ? "called_back" : "answered_call", {}, u"call:" % call.id.value);
    const Instant at = call.startedAt.isSet() ? call.startedAt : w.now();
    s.talkedAt = std::max(s.talkedAt, at);
    // They rang once more after that talk, and nobody answered: that call still counts.
    if (s.episode && at < s.episode->lastCallAt)
        w.journal("phone.earlier");
    else
        settleByTalk(w);
}

} // namespace deskbell::engine
