// SPDX-License-Identifier: GPL-3.0-or-later
// Callers that are kept quiet, and the shop's own book of numbers.
#include "core/engine/working.h"

namespace deskbell::engine {
namespace {

QString wordOf(ContactTag tag)
{
    switch (tag) {
    case ContactTag::None: return QStringLiteral("none");
    case ContactTag::Customer: return QStringLiteral("customer");
    case ContactTag::Staff: return QStringLiteral("staff");
    case ContactTag::Supplier: return QStringLiteral("supplier");
    case ContactTag::Blocked: return QStringLiteral("blocked");
    }
    return {};
}

/// Nothing automatic goes on with a number that machines must leave alone.
void stopTexting(Working &w)
{
    ThreadState &s = w.state();
    withdrawAutomaticTexts(w);
    releaseOffer(w);
    s.quiet = true;
    if (!s.held() && !std::holds_alternative<phase::NeedsPerson>(s.phase) && !std::holds_alternative<phase::CallbackOnly>(s.phase)
        && !std::holds_alternative<phase::Booked>(s.phase))
        s.phase = phase::Closed{w.now()};
}

/// Judged anew, as the caller that a person says it is.
void answerAfterAll(Working &w)
{
    ThreadState &s = w.state();
    if (!s.episode || s.held())
        return;
    Call call;
    call.id = s.episode->heard.empty() ? s.episode->call : s.episode->heard.back();
    call.startedAt = s.episode->lastCallAt;
    call.voicemail = s.episode->voicemail;
    call.result = CallResult::NoAnswer; // a person decided that it counts
    answerEpisode(w, call);
    if (!s.quietList)
        return;
    // A number that cannot be texted whoever it is: then a person calls.
    leaveQuietList(w);
    s.phase = phase::CallbackOnly{Reason::StaffRequest};
    queueCallback(w, Reason::StaffRequest);
}

} // namespace

void meetContact(Working &w)
{
    ThreadState &s = w.state();
    const CallerSigns &signs = w.context.signs;
    if (!signs.looked || s.caller.isWithheld())
        return;
    s.tag = signs.contact ? signs.contact->tag : ContactTag::None;
    if (signs.contact && !signs.contact->name.isEmpty())
        s.callerName = signs.contact->name.left(80);
}

void keepQuiet(Working &w, Reason reason, int score, const QStringList &points)
{
    ThreadState &s = w.state();
    const QString word = QString::fromLatin1(engine::wordOf(reason));
    QStringList args{word};
    if (reason == Reason::Spam)
        args << QString::number(score) << points;
    w.journal("screened", args);
    if (s.callback && !s.callback->done && reason != Reason::Blocked)
        return; // a person is to call them for another reason: that stays
    if (s.quietList && reason == Reason::NotCounted)
        return; // the better reason stays
    if (!s.quietList)
        w.systemLine("kept_quiet", {word}, w.key(u"kept_quiet:" % QString::number(s.episodes)).value);
    s.quietList = QuietMark{reason, s.quietList ? s.quietList->since : w.now(), score, points};
    closeCallback(w, "blocked");
    closeLead(w, LeadOutcome::Spam);
    s.urgent = false;
    s.callerWaitsSince = {};
    stopTexting(w);
    if (!s.held())
        s.phase = phase::Closed{w.now()};
}

void leaveQuietList(Working &w)
{
    ThreadState &s = w.state();
    if (!s.quietList)
        return;
    s.quietList.reset();
    s.quiet = false;
    if (s.lead.outcome == LeadOutcome::Spam) {
        s.lead.outcome = LeadOutcome::Open;
        s.lead.closedAt = {};
    }
}

bool keptFromAssistant(Working &w)
{
    ThreadState &s = w.state();
    if (s.tag == ContactTag::Blocked) {
        s.unread = 0; // kept, shown, rings for nobody
        s.callerWaitsSince = {};
        return true;
    }
    leaveQuietList(w); // who writes is no robot that hung up
    if (mayBeTexted(s.tag) || s.held() || std::holds_alternative<phase::NeedsPerson>(s.phase))
        return false;
    const Reason reason = s.tag == ContactTag::Staff ? Reason::Staff : Reason::Supplier;
    handOver(w, reason, wordOf(s.tag));
    return true;
}

void onContactTagged(Working &w, const fact::ContactTagged &fact)
{
    ThreadState &s = w.state();
    if (s.caller.isWithheld()) {
        w.journal("ignored", {QStringLiteral("contact")});
        return;
    }
    s.tag = fact.tag;
    if (!fact.name.isEmpty())
        s.callerName = fact.name.left(80);
    w.decision.contacts.push_back({s.caller, fact.tag, fact.name.left(80), fact.seat, w.now()});
    w.systemLine("tagged", {fact.seat, wordOf(fact.tag)}, w.key(u"tagged:" % QString::number(w.now().ms)).value);
    w.journal("contact", {fact.seat, wordOf(fact.tag)});
    if (fact.tag == ContactTag::Blocked)
        keepQuiet(w, Reason::Blocked, 0, {});
    else if (!mayBeTexted(fact.tag))
        stopTexting(w);
    else if (s.quietList && (s.quietList->reason == Reason::Blocked || fact.tag == ContactTag::Customer))
        onOperatorRescuedCall(w, {fact.seat});
}

void onOperatorRescuedCall(Working &w, const fact::OperatorRescuedCall &fact)
{
    ThreadState &s = w.state();
    if (!s.quietList)
        return; // pressed twice
    leaveQuietList(w);
    s.vouched = true;
    if (s.tag == ContactTag::Blocked) {
        s.tag = ContactTag::None;
        w.decision.contacts.push_back({s.caller, ContactTag::None, {}, fact.seat, w.now()});
    }
    w.systemLine("rescued", {fact.seat}, w.key(u"rescued:" % QString::number(w.now().ms)).value);
    w.journal("quiet.rescued", {fact.seat});
    answerAfterAll(w);
}

void onTriedToCall(Working &w, const Call &call)
{
    ThreadState &s = w.state();
    w.systemLine("called_out", {}, u"call:" % call.id.value);
    // Somebody is at it: nothing automatic leaves now, and the next nudge gives them time.
    withdrawAutomaticTexts(w);
    auto *waiting = std::get_if<phase::WaitingForCaller>(&s.phase);
    if (!waiting || !waiting->nextNudge.isSet() || w.policy().nudgesAfter.empty())
        return;
    if (const SendTime time = sendTime(s, w.context, w.now() + w.policy().nudgesAfter.front()); time.at)
        waiting->nextNudge = std::max(waiting->nextNudge, *time.at);
    w.journal("nudge.paused");
}

} // namespace deskbell::engine
