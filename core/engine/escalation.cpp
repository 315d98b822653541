// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/safety.h"
#include "core/engine/working.h"
#include "core/language/consent.h"
#include "core/language/normalise.h"
#include "core/language/triggers.h"

namespace deskbell::engine {
namespace {

const char *wordOf(AlertLevel level)
{
    switch (level) {
    case AlertLevel::Danger: return "danger";
    case AlertLevel::Now: return "now";
    case AlertLevel::Today: return "today";
    }
    return "now";
}

/// First on the queue today; the assistant goes on, and what becomes of the conversation is not decided by this.
void putFirst(Working &w, const QString &kind)
{
    ThreadState &s = w.state();
    w.journal("trigger", {QString::fromLatin1(wordOf(AlertLevel::Today)), kind});
    const bool onlyLate = s.callback && (s.callback->reason == Reason::LateDiscovery || s.callback->reason == Reason::TooManyTexts);
    if (s.callback && !s.callback->done && !onlyLate) // what a text would settle is no call yet
        return; // somebody will call anyway
    const LeadOutcome outcome = s.lead.outcome;
    queueCallback(w, Reason::Today);
    s.lead.outcome = outcome;
}

/// The locked words, once for each level an emergency reaches. Never over a person, never after no.
void sayWhereHelpIs(Working &w, const Emergency &what)
{
    ThreadState &s = w.state();
    if (s.held() || s.optOut || s.caller.isWithheld()) {
        w.journal("trigger.no_text", {what.kind});
        return;
    }
    Saying text;
    text.id = w.key(u"safety:" % QString::number(s.alert->since.ms) % u':' % QString::fromLatin1(wordOf(what.level)));
    text.body = safetyText(w.profile(), what.kind, what.level, w.now());
    text.rule = QStringLiteral("trigger.locked");
    text.fresh = w.policy().replyFresh;
    w.journal("trigger.locked", {what.kind}, text.id.value);
    const Instant waits = s.callerWaitsSince;
    say(w, std::move(text));
    s.callerWaitsSince = waits.isSet() ? waits : w.now(); // it is a person they wait for
}

void handToPeople(Working &w, Reason reason, const QString &kind)
{
    ThreadState &s = w.state();
    releaseOffer(w);
    s.escalationKind = kind;
    if (!s.callerWaitsSince.isSet())
        s.callerWaitsSince = w.now();
    if (!s.held())
        s.phase = phase::NeedsPerson{reason, kind, w.now()};
    w.systemLine("escalated", {kind}, w.key(u"escalated:" % QString::number(s.turn) % u':' % kind).value);
    w.journal("escalated", {kind});
    s.lead.outcome = LeadOutcome::Escalated;
}

} // namespace

void handOver(Working &w, Reason reason, const QString &kind)
{
    handToPeople(w, reason, kind);
    // A person who is waited for is told now, open or closed: the owner's phone decides whether it rings at night.
    w.order(w.key(u"notify:person:" % QString::number(w.state().turn)),
        order::Notify{order::Urgency::Normal, QStringLiteral("needs_person"), {QString::fromLatin1(engine::wordOf(reason)), kind}}, 0);
}

void escalate(Working &w, const Emergency &what)
{
    ThreadState &s = w.state();
    const bool graver = !s.alert || what.level < s.alert->level;
    if (!graver) {
        updateAlert(w);
        if (!s.held() && !std::holds_alternative<phase::NeedsPerson>(s.phase))
            handToPeople(w, Reason::Urgent, s.alert->kind);
        return;
    }
    w.journal("trigger", {QString::fromLatin1(wordOf(what.level)), what.kind});
    withdrawAutomaticTexts(w);
    raiseAlert(w, what);
    sayWhereHelpIs(w, what);
    handToPeople(w, Reason::Urgent, what.kind);
}

bool heedTriggers(Working &w, const QString &body)
{
    ThreadState &s = w.state();
    const language::Tokens tokens = language::tokenise(language::normalise(body));
    const auto trigger = language::findTrigger(tokens, w.profile().trade, w.policy());
    const bool peoples = s.held() || std::holds_alternative<phase::NeedsPerson>(s.phase);
    if (!trigger) {
        if (s.alert)
            updateAlert(w);
        return false;
    }
    if (trigger->level == AlertLevel::Today) {
        if (!peoples)
            putFirst(w, trigger->kind);
        return false;
    }
    // Who says stop and speaks of danger in one breath is texted no more, and a person is alerted all the same.
    if (!s.optOut && language::isOptOut(tokens))
        optOut(w, {"plain_words", body, "text", {}, false});
    escalate(w, {trigger->kind, trigger->level, trigger->whenOpen, trigger->rule});
    return !s.held(); // a person who has the caller hears of the text as of any other
}

void heedRinging(Working &w)
{
    ThreadState &s = w.state();
    constexpr int insists = 3;
    const Episode &episode = *s.episode;
    if (s.alert)
        updateAlert(w);
    else if (episode.calls >= insists && episode.lastCallAt - episode.at <= 15min && !s.quietList && s.lastInboundAt < episode.at && !s.held()
        && !std::holds_alternative<phase::NeedsPerson>(s.phase))
        putFirst(w, QStringLiteral("rings_again"));
}

} // namespace deskbell::engine
