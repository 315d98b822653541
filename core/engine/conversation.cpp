// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/match.h"
#include "core/engine/claims.h"
#include "core/engine/grounding.h"
#include "core/engine/wording.h"
#include "core/engine/working.h"
#include "core/language/consent.h"
#include "core/language/courtesy.h"
#include "core/language/normalise.h"
#include "core/language/triggers.h"

#include <algorithm>

namespace deskbell::engine {
namespace {

void keepText(Working &w, const ProviderText &text)
{
    ThreadState &s = w.state();
    HistoryLine line;
    line.id = text.id.value;
    line.author = Author::Caller;
    line.body = text.body;
    line.at = text.at.isSet() ? text.at : w.now();
    line.text = text.id;
    if (text.media > 0)
        line.args = {QStringLiteral("media"), QString::number(text.media)};
    w.decision.history.push_back(line);
    s.lastText = text.body;
    s.lastTextInbound = true;
    s.lastInboundAt = w.now();
    s.lastWordAt = line.at;
    ++s.unread;
    ++s.turn;
    s.unanswered = 0;
    s.nudges = 0;
    s.quiet = false;
    // "Ok thanks" to a person ends it: no alarm rings for that. To the assistant it is a turn like any other.
    const bool ends = s.held() && text.media == 0 && language::isOnlyCourtesy(language::tokenise(language::normalise(text.body)));
    if (!s.callerWaitsSince.isSet() && !ends)
        s.callerWaitsSince = w.now();
}

void startLeadIfNone(Working &w)
{
    Lead &lead = w.state().lead;
    if (lead.createdAt.isSet() && !lead.closedAt.isSet())
        return;
    const bool again = lead.createdAt.isSet();
    if (!again) {
        lead.source = QStringLiteral("text");
        lead.createdAt = w.now();
    }
    lead.closedAt = {}; // they go on talking: the record is open again, its facts stay
}

void waitForMore(Working &w)
{
    w.state().phase = phase::Answering{w.now() + w.policy().gather};
}

void learn(Working &w, const Turn &turn)
{
    ThreadState &s = w.state();
    for (const LeadFact &news : turn.learnt)
        s.lead.learn(news);
    for (const QString &intent : turn.intents) {
        const bool wish = intent != QLatin1String("greeting") && intent != QLatin1String("yes") && intent != QLatin1String("thanks")
            && intent != QLatin1String("other") && intent != QLatin1String("no");
        if (s.lead.intent.isEmpty() && wish)
            s.lead.intent = intent;
    }
    for (const Source &source : turn.sources)
        w.journal("source", {source.kind, source.ref, source.value}, w.key(u"reply:" % QString::number(s.turn)).value);
}

void reply(Working &w, const Turn &turn)
{
    ThreadState &s = w.state();
    if (turn.text.isEmpty())
        return;
    Saying text;
    text.id = w.key(u"reply:" % QString::number(s.turn));
    text.body = turn.text;
    text.rule = turn.rule;
    text.sources = turn.sources;
    text.fresh = w.policy().replyFresh;
    say(w, std::move(text));
}

void justReply(Working &w, const Turn &turn)
{
    ThreadState &s = w.state();
    reply(w, turn);
    s.callerWaitsSince = {};
    s.confusedTurns = 0;
    const bool goodbye = !turn.intents.isEmpty()
        && std::all_of(turn.intents.begin(), turn.intents.end(), [](const QString &intent) {
               return intent == QLatin1String("thanks") || intent == QLatin1String("no") || intent == QLatin1String("greeting");
           });
    s.quiet = goodbye && !turn.intents.contains(QStringLiteral("greeting"));
    if (s.lead.outcome == LeadOutcome::Open && !goodbye)
        s.lead.outcome = LeadOutcome::Answered;
    if (offerStands(s, w.now()) && !s.quiet)
        s.phase = phase::Offering{};
    else
        rest(w);
}

void decline(Working &w, const proposal::Decline &, const Turn &turn)
{
    reply(w, turn);
    w.state().callerWaitsSince = {};
    w.state().quiet = true;
    closeLead(w, LeadOutcome::Declined);
    rest(w);
}

void wrongNumber(Working &w, const Turn &turn)
{
    Turn words = turn;
    if (words.text.isEmpty())
        words.text = wrongNumberText();
    reply(w, words);
    releaseOffer(w);
    closeLead(w, LeadOutcome::WrongNumber);
    w.state().phase = phase::Closed{w.now()};
}

/// A text with a figure that traces to nothing never leaves: it becomes a note for the person who answers instead.
void keepAsDraft(Working &w, const Turn &turn, const QStringList &untraced)
{
    HistoryLine note;
    note.id = w.key(u"draft:" % QString::number(w.state().turn)).value;
    note.author = Author::Note;
    note.body = turn.text;
    note.at = w.now();
    note.rule = QStringLiteral("ungrounded");
    w.decision.history.push_back(note);
    w.journal("ungrounded", untraced, note.id);
    handOver(w, Reason::Unsure, QStringLiteral("ungrounded"));
}

void giveToPerson(Working &w, const proposal::HandOver &wanted, const Turn &turn)
{
    if (wanted.urgent) {
        // A mind may raise; what is said then is written down, not made up.
        const QString kind = wanted.kind.isEmpty() ? QStringLiteral("other") : wanted.kind;
        escalate(w, {kind, language::levelOf(kind, wanted.reason), false, wanted.reason});
        return;
    }
    Turn words = turn;
    if (words.text.isEmpty())
        words.text = handOverText(w.profile(), isOpen(w.profile().hours, w.now(), w.profile().zone), w.now());
    reply(w, words);
    handOver(w, wanted.kind == QLatin1String("human") ? Reason::AskedForPerson : Reason::Unsure, wanted.kind);
}

void carryOut(Working &w, const Turn &turn)
{
    ThreadState &s = w.state();
    std::visit(Match{
                   [&](const proposal::JustReply &) { justReply(w, turn); },
                   [&](const proposal::FindTime &p) {
                       s.pendingPrefix = turn.text;
                       s.pendingSources = turn.sources;
                       findTime(w, p);
                   },
                   [&](const proposal::TakeOffer &p) { takeOffer(w, p.index); },
                   [&](const proposal::Move &p) {
                       s.pendingPrefix = turn.text;
                       s.pendingSources = turn.sources;
                       moveVisit(w, p.wish);
                   },
                   [&](const proposal::CancelVisit &) { cancelVisit(w); },
                   [&](const proposal::HandOver &p) { giveToPerson(w, p, turn); },
                   [&](const proposal::OptOut &p) {
                       // The rules did not hear it, the assistant did: in doubt it is a no, and a person looks.
                       optOut(w, {"assistant", p.words, "text", {}, true});
                       queueCallback(w, Reason::OptedOut);
                   },
                   [&](const proposal::WrongNumber &) { wrongNumber(w, turn); },
                   [&](const proposal::Decline &p) { decline(w, p, turn); },
               },
        turn.proposal);
}

} // namespace

void rest(Working &w)
{
    ThreadState &s = w.state();
    if (s.alert && !s.held()) { // whatever ended just now: only a person ends this
        s.phase = phase::NeedsPerson{Reason::Urgent, s.alert->kind, s.alert->since};
        return;
    }
    if (!s.appointments.empty() && s.appointments.back().slot.end > w.now()) {
        s.phase = phase::Booked{};
        return;
    }
    planNudge(w);
}

namespace {

/// HELP is a question to the machinery: what else is being answered goes on as if it had not been said.
void answerHelpBeside(Working &w, const ProviderText &text)
{
    ThreadState &s = w.state();
    const ThreadState before = s;
    keepText(w, text);
    startLeadIfNone(w);
    (void)heardAsConsent(w, text);
    s.turn = before.turn;
    s.nudges = before.nudges;
    s.unanswered = before.unanswered;
    s.quiet = before.quiet;
    s.callerWaitsSince = before.callerWaitsSince;
}

} // namespace

void onMessageArrived(Working &w, const fact::MessageArrived &fact)
{
    ThreadState &s = w.state();
    if (language::consentKeyword(fact.text.body) == language::ConsentKeyword::Help) {
        answerHelpBeside(w, fact.text);
        return;
    }
    keepText(w, fact.text);
    startLeadIfNone(w);
    meetContact(w);
    if (heedTriggers(w, fact.text.body))
        return; // no mind is asked about danger
    if (heardAsConsent(w, fact.text))
        return;
    withdrawAutomaticTexts(w);
    forgetOldOffer(w);
    if (keptFromAssistant(w))
        return;
    if (s.optOut) {
        // They write although they said stop: we may not text, but a person may call.
        queueCallback(w, Reason::WroteAfterOptOut);
        return;
    }
    if (s.held()) {
        notify(w, order::Urgency::Normal, "reply_held", {s.holder.seat}, fact.text.id.value);
        return;
    }
    if (std::holds_alternative<phase::NeedsPerson>(s.phase))
        return; // the assistant stays silent until a person releases the thread; the row shows the new text
    if (s.holder.kind == HolderKind::Nobody) {
        handOver(w, Reason::HolderSilent, {}); // left by its person, and nobody gave it back
        return;
    }
    if (fact.text.body.trimmed().isEmpty() || fact.text.media > 0) {
        handOver(w, Reason::Unsure, QStringLiteral("photo"));
        return;
    }
    waitForMore(w);
}

void askAssistant(Working &w)
{
    ThreadState &s = w.state();
    if (w.context.textsStopped) {
        w.journal("texts.stopped");
        handOver(w, Reason::TextsStopped, {});
        return;
    }
    s.phase = phase::Answering{}; // gathered: no due time any more
    w.order(w.key(u"ask:" % QString::number(s.turn)), order::AskAssistant{s.turn}, 3);
}

void onTurnProposed(Working &w, const fact::TurnProposed &fact)
{
    ThreadState &s = w.state();
    const bool answering = std::holds_alternative<phase::Answering>(s.phase);
    if (fact.turn != s.turn || s.held() || s.optOut || !answering) {
        w.journal("turn.stale");
        return;
    }
    w.journal("turn", {fact.answer.rule, fact.answer.intents.join(u',')}, w.key(u"reply:" % QString::number(s.turn)).value);
    s.appointments = fact.visits; // the calendar knows best: staff may have moved or added one
    learn(w, fact.answer);
    const auto *handed = std::get_if<proposal::HandOver>(&fact.answer.proposal);
    const bool said = !handed || !handed->urgent; // of an emergency nothing of the mind's words is said
    const QStringList untraced
        = said ? untracedFigures(fact.answer, s, w.context) + untracedClaims(fact.answer, s, w.context) : QStringList();
    if (!untraced.isEmpty())
        keepAsDraft(w, fact.answer, untraced);
    else
        carryOut(w, fact.answer);
    refreshLead(w);
}

} // namespace deskbell::engine
