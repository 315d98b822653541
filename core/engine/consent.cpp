// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/consent.h"

#include "core/engine/wording.h"
#include "core/engine/working.h"
#include "core/language/consent.h"
#include "core/language/normalise.h"

namespace deskbell::engine {
namespace {

constexpr int keptWords = 160;
constexpr Duration resubscribeAnswer = 24h; ///< a YES later than this answers something else

void write(Working &w, bool given, const Refusal &how)
{
    const PhoneNumber &number = w.state().caller;
    if (number.isWithheld())
        return; // no number to keep it by; the thread itself remembers
    w.decision.consent.push_back({number, given, w.now(), QString::fromLatin1(how.manner), how.words.left(keptWords),
        QString::fromLatin1(how.channel), how.who});
}

/// Whoever waited for a person still waits: by phone now, because nobody may text them.
void keepWaitingCaller(Working &w)
{
    ThreadState &s = w.state();
    const auto *waits = std::get_if<phase::NeedsPerson>(&s.phase);
    if (waits)
        queueCallback(w, waits->reason);
    if (!waits || !s.urgent) // an emergency stays on top until a person has seen to it
        s.phase = phase::Closed{w.now()};
}

/// Nothing more to this caller, and the conversation is over.
void fallSilent(Working &w, const OptOutMark &mark, const QString &manner)
{
    ThreadState &s = w.state();
    s.optOut = mark;
    withdrawAllTexts(w);
    releaseOffer(w);
    s.callerWaitsSince = {};
    w.systemLine("opted_out", {mark.words, manner, mark.who}, w.key(u"opted_out:" % QString::number(w.now().ms)).value);
    closeLead(w, LeadOutcome::OptedOut);
    keepWaitingCaller(w);
}

void confirmOptOut(Working &w)
{
    Saying text;
    text.id = w.key(u"opt_out:" % QString::number(w.now().ms));
    text.kind = TextKind::OptOutConfirmation;
    text.body = optOutConfirmation(w.profile());
    text.rule = QStringLiteral("consent");
    text.fresh = 5min; // the law's limit
    say(w, std::move(text));
}

void speakAgain(Working &w, const QString &manner, const QString &who)
{
    ThreadState &s = w.state();
    s.optOut.reset();
    s.callerWaitsSince = {};
    s.quiet = true; // nothing is chased: their next word opens the conversation
    w.systemLine("opted_in", {manner, who}, w.key(u"opted_in:" % QString::number(w.now().ms)).value);
}

void optIn(Working &w, const Refusal &how)
{
    write(w, true, how);
    w.journal("consent.in", {QString::fromLatin1(how.manner), how.who});
    speakAgain(w, QString::fromLatin1(how.manner), how.who);
}

/// A help text that has not left yet answers the next HELP too.
bool helpIsUnderWay(const ThreadState &s)
{
    return std::any_of(s.ownTexts.begin(), s.ownTexts.end(), [](const OwnText &text) {
        return text.kind == TextKind::Help && !text.outdated
            && (text.delivery == Delivery::Planned || text.delivery == Delivery::Sending);
    });
}

void answerHelp(Working &w, const QString &about)
{
    if (helpIsUnderWay(w.state())) {
        w.state().callerWaitsSince = {};
        w.journal("consent.help", {QStringLiteral("under_way")});
        return;
    }
    w.journal("consent.help");
    Saying text;
    text.id = {u"help:" % about};
    text.kind = TextKind::Help;
    text.body = help(w.profile());
    text.rule = QStringLiteral("help");
    say(w, std::move(text));
}

void hearHelp(Working &w, const ProviderText &text)
{
    ThreadState &s = w.state();
    --s.turn; // no word of the conversation: the answer to what they wrote before still stands
    const bool nudging = std::holds_alternative<phase::WaitingForCaller>(s.phase) && !s.ownTexts.empty()
        && s.ownTexts.back().kind == TextKind::FollowUp;
    if (nudging)
        withdrawAutomaticTexts(w); // a nudge would be out of place now; an answer under way is not
    const Instant waits = s.callerWaitsSince;
    const bool asked = std::holds_alternative<phase::Answering>(s.phase) || s.held()
        || std::holds_alternative<phase::NeedsPerson>(s.phase);
    answerHelp(w, text.id.value);
    if (asked)
        s.callerWaitsSince = waits; // the help text is no answer to their question
    if (std::holds_alternative<phase::WaitingForCaller>(s.phase))
        rest(w);
}

void hearStop(Working &w, const ProviderText &text)
{
    // Most providers confirm their own keywords; a second confirmation would be refused and would not be wanted.
    optOut(w, {"keyword", text.body, "text", {}, !w.policy().providerConfirmsStop});
    if (language::isLoneCancel(text.body))
        queueCallback(w, Reason::MaybeAppointment); // the visit stays in the calendar until a person has asked
}

/// Our own confirmation may end with "reply YES to get texts again".
bool answersResubscribe(const Working &w, const ProviderText &text)
{
    const ThreadState &s = w.state();
    return s.optOut && s.resubscribeAskedAt.isSet() && w.now() - s.resubscribeAskedAt <= resubscribeAnswer
        && language::isLoneYes(text.body);
}

bool hearPlainWords(Working &w, const ProviderText &text)
{
    if (w.state().optOut)
        return false;
    const language::Tokens tokens = language::tokenise(language::normalise(text.body));
    if (!language::isOptOut(tokens))
        return false;
    const bool byPhone = language::wantsCallInstead(tokens);
    optOut(w, {byPhone ? "call_instead" : "plain_words", text.body, "text", {}, true});
    if (byPhone)
        queueCallback(w, Reason::AskedForPerson);
    return true;
}

} // namespace

bool hasRefused(const ThreadState &state, const Context &context)
{
    const auto &latest = context.consent;
    if (!latest)
        return state.optOut.has_value();
    return !latest->given || (state.optOut && state.optOut->at > latest->at);
}

void optOut(Working &w, const Refusal &refusal)
{
    w.state().callerWaitsSince = {}; // who says no, again too, waits for nothing
    ThreadState &s = w.state();
    const bool again = s.optOut.has_value();
    if (again && qstrcmp(refusal.channel, "provider") == 0)
        return; // every blocked text says it once more; the ledger needs it once
    write(w, false, refusal);
    w.journal("consent.out", {QString::fromLatin1(refusal.channel)});
    if (again)
        return;
    fallSilent(w, {w.now(), refusal.words.left(keptWords), QString::fromLatin1(refusal.channel), refusal.who},
        QString::fromLatin1(refusal.manner));
    if (!refusal.confirm)
        return;
    confirmOptOut(w);
    if (asksToResubscribe(w.profile()))
        s.resubscribeAskedAt = w.now();
}

bool heardAsConsent(Working &w, const ProviderText &text)
{
    switch (language::consentKeyword(text.body)) {
    case language::ConsentKeyword::Stop: hearStop(w, text); return true;
    case language::ConsentKeyword::Start:
        if (!w.state().optOut)
            return false; // "start" of a caller who never stopped is a word like any other
        optIn(w, {"start", text.body});
        return true;
    case language::ConsentKeyword::Help: hearHelp(w, text); return true;
    case language::ConsentKeyword::None: break;
    }
    if (answersResubscribe(w, text)) {
        optIn(w, {"yes", text.body});
        return true;
    }
    return hearPlainWords(w, text);
}

void followConsent(Working &w)
{
    ThreadState &s = w.state();
    const auto &latest = w.context.consent;
    if (!latest || s.caller.isWithheld())
        return;
    if (latest->given) {
        if (s.optOut && s.optOut->at <= latest->at) {
            w.journal("consent.followed", {QStringLiteral("in")});
            speakAgain(w, latest->manner, latest->who);
        }
        return;
    }
    if (s.optOut)
        return;
    w.journal("consent.followed", {QStringLiteral("out")});
    const OptOutMark mark{latest->at, latest->words, latest->channel, latest->who};
    if (std::holds_alternative<phase::Fresh>(s.phase))
        s.optOut = mark; // their first call on this line: screening says what follows
    else
        fallSilent(w, mark, latest->manner);
}

void onOperatorOptedOut(Working &w, const fact::OperatorOptedOut &fact)
{
    optOut(w, {"spoken", fact.words, "staff", fact.seat});
}

void onOperatorLiftedOptOut(Working &w, const fact::OperatorLiftedOptOut &fact)
{
    const QString reason = fact.reason.trimmed();
    if (!w.state().optOut || reason.isEmpty()) {
        w.journal("consent.kept", {fact.seat});
        return;
    }
    optIn(w, {"lifted", reason, "staff", fact.seat});
}

} // namespace deskbell::engine
