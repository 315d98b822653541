// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/working.h"

#include <algorithm>

namespace deskbell::engine {

void setHolder(Working &w, HolderKind kind, const QString &seat)
{
    Holder &holder = w.state().holder;
    holder.kind = kind;
    holder.seat = seat;
    holder.since = w.now();
    ++holder.version;
}

namespace {

QString stamp(const Working &w, const char *what)
{
    return w.key(QString::fromLatin1(what) % u':' % QString::number(w.state().holder.version)).value;
}

void claim(Working &w, const QString &seat)
{
    ThreadState &s = w.state();
    if (s.held() && s.holder.seat == seat)
        return;
    leaveQuietList(w); // whoever a person takes over is nobody to keep quiet
    setHolder(w, HolderKind::Seat, seat);
    withdrawAutomaticTexts(w);
    releaseOffer(w);
    if (!std::holds_alternative<phase::Booked>(s.phase) && !std::holds_alternative<phase::CallbackOnly>(s.phase))
        s.phase = phase::WaitingForCaller{};
    s.urgent = false;
    w.systemLine("took_over", {seat}, stamp(w, "took_over"));
    w.journal("takeover", {seat});
    if (s.lead.createdAt.isSet() && s.lead.outcome == LeadOutcome::Open)
        s.lead.outcome = LeadOutcome::Escalated;
}

bool owesCall(const ThreadState &s)
{
    return std::any_of(s.promises.begin(), s.promises.end(),
        [](const Promise &one) { return one.call && one.end == PromiseEnd::Open; });
}

} // namespace

void onOperatorTookOver(Working &w, const fact::OperatorTookOver &fact)
{
    claim(w, fact.seat);
    acknowledgeAlert(w, fact.seat);
    w.state().unread = 0;
}

void onOperatorReplied(Working &w, const fact::OperatorReplied &fact)
{
    ThreadState &s = w.state();
    if (s.optOut || s.caller.isWithheld()) {
        w.journal("text.cancelled", {QStringLiteral("opted_out")});
        return;
    }
    claim(w, fact.seat); // a text typed by a person is a claim
    acknowledgeAlert(w, fact.seat);
    keepPromises(w, PromiseBy::Word);
    if (!owesCall(s))
        closeCallback(w, "texted"); // before it is said: the text may promise the next call
    Saying text;
    text.id = {u"staff:" % fact.draft};
    text.kind = TextKind::Staff;
    text.body = fact.body;
    text.rule = QStringLiteral("staff");
    text.seat = fact.seat;
    text.fresh = 1h;
    say(w, std::move(text));
    s.unread = 0;
}

void onOperatorHandedBack(Working &w, const fact::OperatorHandedBack &fact)
{
    ThreadState &s = w.state();
    if (s.holder.kind == HolderKind::Assistant && !s.alert && !std::holds_alternative<phase::NeedsPerson>(s.phase))
        return;
    // A false start: taken over, nothing said, given back. The caller still waits for the assistant's answer. Not where a
    // person had been called for: there only the caller's next word wakes it.
    const bool falseStart = s.held() && s.callerWaitsSince.isSet() && s.lastOutboundAt < s.holder.since
        && s.escalationKind.isEmpty() && fact.note.isEmpty() && !s.optOut;
    setHolder(w, HolderKind::Assistant, {});
    releaseAlert(w);
    s.escalationKind.clear();
    s.confusedTurns = 0;
    s.quiet = !falseStart; // the assistant waits for the caller's next text; it does not chase after a person's words
    w.systemLine("handed_back", {fact.seat}, stamp(w, "handed_back"));
    w.journal("handback", {fact.seat});
    if (!fact.note.isEmpty()) {
        fact::OperatorNoted note{fact.seat, fact.note};
        onOperatorNoted(w, note);
    }
    if (falseStart) {
        ++s.turn; // another answer than the one that was dropped
        s.phase = phase::Answering{w.now()};
    } else if (s.optOut) {
        if (s.callerWaitsSince.isSet())
            queueCallback(w, Reason::WroteAfterOptOut); // nothing but a call can answer them
        s.phase = phase::Closed{w.now()};
    } else {
        rest(w);
    }
}

void onOperatorNoted(Working &w, const fact::OperatorNoted &fact)
{
    HistoryLine line;
    line.id = w.key(u"note:" % QString::number(w.now().ms)).value;
    line.author = Author::Note;
    line.body = fact.note;
    line.seat = fact.seat;
    line.at = w.now();
    w.decision.history.push_back(line);
    w.journal("note", {fact.seat}, line.id);
}

void onOperatorClosed(Working &w, const fact::OperatorClosed &fact)
{
    ThreadState &s = w.state();
    withdrawAutomaticTexts(w);
    releaseOffer(w);
    setHolder(w, HolderKind::Assistant, {});
    releaseAlert(w);
    dropPromises(w);
    s.unread = 0;
    s.callerWaitsSince = {};
    s.quiet = true;
    closeCallback(w, "closed");
    if (s.lead.outcome == LeadOutcome::Open)
        s.lead.outcome = LeadOutcome::Answered;
    closeLead(w, s.lead.outcome);
    s.phase = phase::Closed{w.now()};
    w.systemLine("closed", {fact.seat}, stamp(w, "closed"));
    w.journal("closed", {fact.seat});
}

void onForeignTextSeen(Working &w, const fact::ForeignTextSeen &fact)
{
    ThreadState &s = w.state();
    HistoryLine line;
    line.id = fact.text.id.value;
    line.author = Author::Person;
    line.kind = TextKind::Staff;
    line.body = fact.text.body;
    line.at = fact.text.at.isSet() ? fact.text.at : w.now();
    line.delivery = fact.text.delivery;
    line.text = fact.text.id;
    w.decision.history.push_back(line);
    s.lastText = fact.text.body;
    s.lastTextInbound = false;
    s.lastOutboundAt = std::max(s.lastOutboundAt, line.at);
    s.callerWaitsSince = {};
    s.urgent = false;
    acknowledgeAlert(w, {});
    keepPromises(w, PromiseBy::Word);
    noteOutgoing(w, fact.text.body, {});
    setHolder(w, HolderKind::Seat, {}); // no seat of ours: the window says "the shop phone"
    withdrawAutomaticTexts(w);
    releaseOffer(w);
    s.phase = phase::WaitingForCaller{};
    w.systemLine("shop_phone", {}, stamp(w, "shop_phone"));
    w.journal("takeover", {QString()});
}

} // namespace deskbell::engine
