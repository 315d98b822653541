// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wording.h"
#include "core/engine/working.h"

namespace deskbell::engine {

Instant intoNudgeHours(Instant at, const Context &context)
{
    const Policy &policy = context.profile.policy;
    const QTimeZone &zone = context.profile.zone;
    const QDateTime wall = toWall(at, zone);
    if (wall.time() < policy.nudgeFrom)
        return toInstant(wall.date(), policy.nudgeFrom, zone);
    if (wall.time() >= policy.nudgeTo)
        return toInstant(wall.date().addDays(1), policy.nudgeFrom, zone);
    return at;
}

Instant nextNudgeAt(const ThreadState &state, const Context &context)
{
    const Policy &policy = context.profile.policy;
    if (state.quiet || state.optOut || state.held() || !state.lastOutboundAt.isSet())
        return {};
    const int most = std::min(policy.maxNudges, static_cast<int>(policy.nudgesAfter.size()));
    if (state.nudges >= most)
        return {};
    // The first is counted from our last word; the second from the same moment, but never right after the first:
    // "later that day, and once more the next day".
    const size_t index = static_cast<size_t>(state.nudges);
    Instant at = state.lastOutboundAt + policy.nudgesAfter[index];
    if (index > 0)
        at = std::max(state.lastOutboundAt + (policy.nudgesAfter[index] - policy.nudgesAfter[index - 1]), state.lastOutboundAt + policy.nudgesApart);
    return intoNudgeHours(at, context);
}

void onPolicyChanged(Working &w)
{
    ThreadState &s = w.state();
    if (std::holds_alternative<phase::WaitingForCaller>(s.phase))
        s.phase = phase::WaitingForCaller{nextNudgeAt(s, w.context)};
}

void onNudgeDue(Working &w)
{
    ThreadState &s = w.state();
    const int number = s.nudges + 1;
    const QString episode = s.episode ? s.episode->call.value : QString();
    Saying text;
    text.id = w.key(u"nudge:" % episode % u':' % QString::number(s.turn) % u':' % QString::number(number));
    text.kind = TextKind::FollowUp;
    text.body = nudge(w.profile(), number);
    text.rule = u"nudge." % QString::number(number);
    text.fresh = w.policy().nudgeFresh;
    text.late = w.now() - std::get<phase::WaitingForCaller>(s.phase).nextNudge;
    const int unread = s.unread;
    const QString preview = s.lastText;
    const bool inbound = s.lastTextInbound;
    say(w, std::move(text));
    s.unread = unread;
    s.lastText = preview.isEmpty() ? s.lastText : preview;
    s.lastTextInbound = preview.isEmpty() ? s.lastTextInbound : inbound;
    s.nudges = number;
    std::get<phase::WaitingForCaller>(s.phase).nextNudge = nextNudgeAt(s, w.context);
}

} // namespace deskbell::engine
