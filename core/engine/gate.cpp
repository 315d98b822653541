// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/working.h"

namespace deskbell::engine {
namespace {

constexpr int mostUnanswered = 3; // first text and two follow-ups (compliance, caps)

Verdict cancel(const char *reason) { return verdict::Cancel{QString::fromLatin1(reason)}; }

} // namespace

Verdict gate(const PlannedOrder &order, const ThreadState &state, const Context &context)
{
    const auto *text = std::get_if<order::SendText>(&order.what);
    if (order.expiresAt.isSet() && context.now >= order.expiresAt)
        return cancel("expired");
    if (!text)
        return verdict::Send{};
    if (leavesAfterNo(text->kind))
        return verdict::Send{};
    if (hasRefused(state, context))
        return cancel("opted_out");
    if (!isAutomatic(text->kind))
        return verdict::Send{};
    if (state.held() || text->holderVersion != state.holder.version)
        return cancel("holder_changed");
    if (state.unanswered > mostUnanswered && text->kind == TextKind::FollowUp)
        return cancel("cap");
    if (text->kind == TextKind::FollowUp) {
        const Instant allowed = intoNudgeHours(context.now, context);
        if (allowed > context.now)
            return order.expiresAt.isSet() && allowed >= order.expiresAt ? cancel("expired") : Verdict{verdict::Wait{allowed}};
    }
    return verdict::Send{};
}

} // namespace deskbell::engine
