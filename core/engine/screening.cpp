// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/screening.h"

#include "core/domain/numberplan.h"
#include "core/domain/openinghours.h"

namespace deskbell::engine {
namespace {

Judgement callBack(Reason reason) { return {Route::CallBack, reason, {}}; }
Judgement keepQuiet(Reason reason) { return {Route::KeepQuiet, reason, {}}; }

/// What the number itself tells is surer than what somebody says of it.
LineType lineOf(const ThreadState &s)
{
    const LineType told = lineTypeByPrefix(s.caller);
    return told == LineType::Unknown ? s.lineType : told;
}

std::optional<Judgement> byNumber(const ThreadState &s, const Context &c)
{
    if (s.caller.isWithheld())
        return callBack(Reason::Withheld);
    if (s.caller == s.line || s.caller == c.profile.phone)
        return keepQuiet(Reason::OwnNumber);
    if (s.optOut)
        return callBack(Reason::OptedOut);
    if (s.tag == ContactTag::Blocked)
        return keepQuiet(Reason::Blocked);
    // Neither can be texted, and calling a premium number back is what its owner lives on.
    if (lineOf(s) == LineType::Premium)
        return keepQuiet(Reason::Premium);
    if (!isPossible(s.caller))
        return keepQuiet(Reason::InvalidNumber);
    return std::nullopt;
}

std::optional<Judgement> byThread(const ThreadState &s, const Context &c)
{
    if (s.holder.kind != HolderKind::Assistant || std::holds_alternative<phase::NeedsPerson>(s.phase))
        return Judgement{Route::TellPeople, Reason::CalledAgainWhileHeld, {}};
    if (conversationOpen(s, c))
        return Judgement{Route::OpenThread, Reason::None, {}};
    return std::nullopt;
}

std::optional<Judgement> byPeople(const ThreadState &s, const Context &c)
{
    if (s.tag == ContactTag::Staff)
        return callBack(Reason::Staff);
    if (s.tag == ContactTag::Supplier)
        return callBack(Reason::Supplier);
    if (isKnown(s))
        return std::nullopt;
    SpamScore score = spamScore(s, c);
    if (score.total >= c.profile.policy.screening.enough)
        return Judgement{Route::KeepQuiet, Reason::Spam, std::move(score)};
    return std::nullopt;
}

std::optional<Judgement> byLine(const ThreadState &s, const Context &c)
{
    if (lineOf(s) == LineType::Landline || isNonGeographic(s.caller))
        return callBack(Reason::Landline);
    if (lineOf(s) == LineType::TollFree)
        return callBack(Reason::TollFree);
    const PhoneNumber &home = c.profile.phone.isWithheld() ? s.line : c.profile.phone;
    if (isForeign(s.caller, home, c.profile.policy.screening.alsoText))
        return callBack(Reason::Foreign);
    return std::nullopt;
}

std::optional<Judgement> byTime(const ThreadState &s, const Call &call, const Context &c)
{
    const Policy &policy = c.profile.policy;
    // By this call alone: a later slip of the finger must not make an old call fresh.
    const Instant over = call.endedAt.isSet() ? call.endedAt : call.startedAt;
    if (c.now - over > policy.firstTextFresh)
        return callBack(Reason::LateDiscovery);
    if (s.firstTextAt.isSet() && s.firstTextAt + policy.firstTextEvery > c.now)
        return callBack(Reason::CalledAgainWhileHeld);
    const int most = policy.screening.firstTextsPerHour;
    if (most > 0 && c.signs.firstTextsLastHour >= most)
        return callBack(Reason::TooManyTexts);
    return std::nullopt;
}

} // namespace

bool countsAsMissed(const Call &call, const Context &context)
{
    const MissedRules &rules = context.profile.policy.missed;
    if (call.rang > Duration(0) && call.rang < rules.leastRing && call.voicemail == Duration(0)
        && call.result != CallResult::Busy)
        return false;
    if (!rules.whileClosed && !isOpen(context.profile.hours, call.startedAt, context.profile.zone))
        return false;
    switch (call.result) {
    case CallResult::NoAnswer: return rules.noAnswer;
    case CallResult::Busy: return rules.busy;
    case CallResult::Abandoned: return rules.abandoned;
    case CallResult::Voicemail: return rules.voicemail;
    case CallResult::Ringing:
    case CallResult::Answered: break;
    }
    return true;
}

bool conversationOpen(const ThreadState &s, const Context &c)
{
    if (std::holds_alternative<phase::Fresh>(s.phase) || std::holds_alternative<phase::Closed>(s.phase)
        || std::holds_alternative<phase::CallbackOnly>(s.phase))
        return false;
    const Instant last = std::max(s.lastInboundAt, s.lastOutboundAt);
    // Talked since then: what was written is settled, and the new call is about something else.
    return last > s.talkedAt && last + c.profile.policy.firstTextEvery > c.now;
}

Judgement judge(const ThreadState &s, const Call &call, const Context &c)
{
    if (auto found = byNumber(s, c))
        return *found;
    if (auto found = byThread(s, c))
        return *found;
    if (!countsAsMissed(call, c))
        return keepQuiet(Reason::NotCounted);
    if (auto found = byPeople(s, c))
        return *found;
    if (auto found = byLine(s, c))
        return *found;
    if (auto found = byTime(s, call, c))
        return *found;
    return {};
}

} // namespace deskbell::engine
