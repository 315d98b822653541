// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/working.h"

#include <algorithm>

namespace deskbell::engine {
namespace {

constexpr int mostUnanswered = 3; // first text and two follow-ups (compliance, caps)

Verdict cancel(const char *reason) { return verdict::Cancel{QString::fromLatin1(reason)}; }

/// Withdrawn while it was already on its way: if it comes back ("not now", or never arrived), it stays.
bool isOutdated(const OrderId &order, const ThreadState &state)
{
    return std::any_of(state.ownTexts.begin(), state.ownTexts.end(), [&](const OwnText &text) { return text.order == order && text.outdated; });
}

} // namespace

Verdict gate(const PlannedOrder &order, const ThreadState &state, const Context &context)
{
    const auto *text = std::get_if<order::SendText>(&order.what);
    if (order.expiresAt.isSet() && context.now >= order.expiresAt)
        return cancel("expired");
    if (!text)
        return verdict::Send{};
    if (state.optOut && !isOwed(text->kind))
        return cancel("opted_out");
    if (!isAutomatic(text->kind) || isOwed(text->kind))
        return verdict::Send{};
    if (state.holder.kind != HolderKind::Assistant || text->holderVersion != state.holder.version)
        return cancel("holder_changed");
    if (isOutdated(order.id, state))
        return cancel("stale");
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
