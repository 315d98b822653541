// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/working.h"

namespace deskbell::engine {
namespace {

const char *wordOf(Delivery delivery)
{
    static const char *const words[]
        = {"planned", "sending", "unclear", "accepted", "sent", "delivered", "read", "failed", "cancelled"};
    return words[static_cast<int>(delivery)];
}

/// What the provider's error code means for the caller. Codes: Twilio's error dictionary; other providers' adapters
/// translate into it.
enum class Consequence { Nothing, OptedOut, Landline, Unreachable, OurFault };
Consequence consequenceOf(int code)
{
    switch (code) {
    case 21610: // Twilio: the number has stopped us
    case 40300: return Consequence::OptedOut; // Telnyx: the same
    case 21614: // not a mobile number
    case 30006: return Consequence::Landline; // landline or unreachable carrier
    case 30034: // number not registered to a campaign: every text will fail
    case 30035:
    case 30032:
    case 21606:
    case 21603:
    case 21212:
    case 63016: return Consequence::OurFault; // free text outside WhatsApp's window
    default: return Consequence::Unreachable;
    }
}

/// Whoever is a person's already stays that: an alert is released by people, not by a refused text.
void leaveToACall(Working &w, Reason reason)
{
    ThreadState &s = w.state();
    if (!s.held() && !std::holds_alternative<phase::NeedsPerson>(s.phase))
        s.phase = phase::CallbackOnly{reason};
    queueCallback(w, reason);
}

void suffer(Working &w, int code)
{
    ThreadState &s = w.state();
    switch (consequenceOf(code)) {
    case Consequence::Nothing: return;
    case Consequence::OptedOut:
        optOut(w, {"block_code", QString::number(code), "provider"});
        queueCallback(w, Reason::OptedOut);
        return;
    case Consequence::Landline:
        s.lineType = LineType::Landline;
        leaveToACall(w, Reason::Landline);
        return;
    case Consequence::OurFault: leaveToACall(w, Reason::SendRefused); return;
    case Consequence::Unreachable: leaveToACall(w, Reason::Undelivered); return;
    }
}

/// Forward only: Delivered after Read, or Sent after Delivered, is an old postcard.
bool moves(Delivery from, Delivery to)
{
    if (from == Delivery::Unclear || from == Delivery::Sending || from == Delivery::Planned || from == Delivery::Cancelled)
        return true;
    if (from == Delivery::Failed)
        return false;
    return to > from;
}

void accepted(Working &w, OwnText &own, const fact::OrderSettled &fact)
{
    ThreadState &s = w.state();
    const bool wasUnclear = own.delivery == Delivery::Unclear;
    own.delivery = Delivery::Accepted;
    own.text = fact.text;
    const Instant left = fact.reason == QLatin1String("found") ? Instant{} : w.now(); // what is found left earlier
    w.decision.changes.push_back({own.order.value, Delivery::Accepted, 0, fact.text, left});
    w.journal(wasUnclear ? "text.found" : "text.accepted", {}, own.order.value);
    if (wasUnclear && s.callback && s.callback->reason == Reason::SendUnclear)
        closeCallback(w, "found");
    if (isCounted(own.kind) && left.isSet()) {
        countText(w, own.order);
        s.lastOutboundAt = left; // the ladder counts from what the caller saw
        if (hoursApply(own.kind, s, w.context))
            journalHours(w, "hours.ok", own.kind, {}, own.order);
    }
    if (own.kind == TextKind::FirstText && std::holds_alternative<phase::Greeting>(s.phase))
        rest(w);
    else if (own.kind == TextKind::FollowUp && std::holds_alternative<phase::WaitingForCaller>(s.phase))
        planNudge(w);
}

void refused(Working &w, OwnText &own, const fact::OrderSettled &fact)
{
    own.delivery = Delivery::Failed;
    uncountText(w.state(), own.order);
    w.decision.changes.push_back({own.order.value, Delivery::Failed, fact.errorCode, {}, {}});
    w.journal("text.refused", {QString::number(fact.errorCode)}, own.order.value);
    suffer(w, fact.errorCode);
}

void cancelled(Working &w, OwnText &own, const fact::OrderSettled &fact)
{
    ThreadState &s = w.state();
    const TextKind kind = own.kind;
    own.delivery = Delivery::Cancelled;
    uncountText(s, own.order);
    w.decision.changes.push_back({own.order.value, Delivery::Cancelled, 0, {}, {}});
    w.journal("text.cancelled", {fact.reason}, own.order.value);
    if (own.kind == TextKind::Staff && fact.reason == QLatin1String("expired")) {
        // A person believes it was said. They hear that it was not, whoever has the thread.
        s.callerWaitsSince = w.now();
        notify(w, order::Urgency::Critical, "needs_person", {QString::fromLatin1(wordOf(Reason::Undelivered))}, own.order.value);
        return;
    }
    if (s.held() || s.optOut)
        return;
    // Nothing is dropped silently: what could not be said in time is a person's to decide.
    const bool stopped = fact.reason == QLatin1String("stopped");
    const bool noTime = fact.reason == QLatin1String("no_allowed_time");
    if (kind == TextKind::FirstText) {
        // It never left, so the next call in time may be texted.
        s.firstTextAt = {};
        if (s.episode)
            s.episode->textedFirst = false;
        const Reason reason = stopped ? Reason::TextsStopped : noTime ? Reason::NoAllowedTime : Reason::LateDiscovery;
        s.phase = phase::CallbackOnly{reason};
        queueCallback(w, reason);
    } else if (kind == TextKind::Reply && (stopped || fact.reason == QLatin1String("expired"))) {
        handOver(w, stopped ? Reason::TextsStopped : Reason::Undelivered, {});
    } else if (kind == TextKind::FollowUp && std::holds_alternative<phase::WaitingForCaller>(s.phase)) {
        planNudge(w);
    }
}

/// Nobody will ever know whether the first text arrived. If it did, their answer finds the assistant.
void leaveGreeting(Working &w)
{
    ThreadState &s = w.state();
    if (!std::holds_alternative<phase::Greeting>(s.phase))
        return;
    if (s.callback && !s.callback->done) {
        s.phase = phase::CallbackOnly{s.callback->reason};
        return;
    }
    s.quiet = true; // no nudge about words they may never have seen
    rest(w);
}

} // namespace

void onOrderSettled(Working &w, const fact::OrderSettled &fact)
{
    OwnText *own = findOwn(w.state(), fact.order);
    if (!own)
        return; // an order that is no text, or one so old that its bubble alone remembers it
    switch (fact.ending) {
    case fact::Ending::Done: accepted(w, *own, fact); break;
    case fact::Ending::Failed: refused(w, *own, fact); break;
    case fact::Ending::Cancelled:
        if (own->delivery != Delivery::Cancelled)
            cancelled(w, *own, fact);
        break;
    case fact::Ending::Unclear:
        own->delivery = Delivery::Unclear;
        w.decision.changes.push_back({own->order.value, Delivery::Unclear, 0, {}, {}});
        w.journal("text.unclear", {}, own->order.value);
        break;
    }
}

void onDeliveryChanged(Working &w, const fact::DeliveryChanged &fact)
{
    OwnText *own = findOwn(w.state(), fact.text);
    if (!own || !moves(own->delivery, fact.delivery))
        return;
    own->delivery = fact.delivery;
    w.decision.changes.push_back({own->order.value, fact.delivery, fact.errorCode, fact.text, {}});
    if (fact.delivery != Delivery::Failed)
        return;
    w.journal("delivery", {QString::fromLatin1(wordOf(fact.delivery)), QString::number(fact.errorCode)}, own->order.value);
    suffer(w, fact.errorCode);
}

void onSendNotFound(Working &w, const fact::SendNotFound &fact)
{
    OwnText *own = findOwn(w.state(), fact.order);
    if (!own || own->delivery != Delivery::Unclear)
        return;
    w.systemLine("not_found", {}, u"not_found:" % fact.order.value);
    w.journal("text.unclear", {QStringLiteral("no_record")}, fact.order.value);
    queueCallback(w, Reason::SendUnclear);
    notify(w, order::Urgency::Critical, "not_found", {}, fact.order.value);
}

void onOperatorSettledUnclear(Working &w, const fact::OperatorSettledUnclear &fact)
{
    // Sending again is the outbox's to do, after one more look; here it is only written down.
    w.journal(fact.sendAgain ? "text.resend" : "text.cancelled", {fact.seat}, fact.order.value);
    if (fact.sendAgain)
        return;
    if (OwnText *own = findOwn(w.state(), fact.order)) {
        own->delivery = Delivery::Cancelled;
        w.decision.changes.push_back({own->order.value, Delivery::Cancelled, 0, {}, {}});
        w.systemLine("unclear_left", {fact.seat}, u"unclear_left:" % fact.order.value);
        if (own->kind == TextKind::FirstText)
            leaveGreeting(w);
    }
}

} // namespace deskbell::engine
