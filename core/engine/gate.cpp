// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/working.h"

#include <algorithm>

namespace deskbell::engine {
namespace {

Verdict cancel(const char *reason) { return verdict::Cancel{QString::fromLatin1(reason)}; }

/// Withdrawn while it was already on its way: if it comes back ("not now", or never arrived), it stays.
bool isOutdated(const OrderId &order, const ThreadState &state)
{
    return std::any_of(state.ownTexts.begin(), state.ownTexts.end(), [&](const OwnText &text) { return text.order == order && text.outdated; });
}

/// Hours and caps, asked again at the moment of sending: the plan may be a day old.
Verdict inHours(const PlannedOrder &order, const order::SendText &text, const ThreadState &state, const Context &context)
{
    if (!hoursApply(text.kind, state, context))
        return verdict::Send{};
    const SendTime time = sendTime(state, context, context.now, order.id);
    if (!time.at)
        return cancel(time.rules.value(0) == QLatin1String("cap:all") ? "cap" : "no_allowed_time");
    if (*time.at == context.now)
        return verdict::Send{};
    return order.expiresAt.isSet() && *time.at >= order.expiresAt ? cancel("expired") : Verdict{verdict::Wait{*time.at}};
}

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
    const bool isSafety = order.id.value.startsWith(QLatin1String("safety:")); // where life may be in danger nothing else counts
    if (context.textsStopped && !isSafety)
        return cancel("stopped");
    if (!mayBeTexted(state.tag) && !isSafety)
        return cancel("contact");
    if (state.quietList && !isSafety)
        return cancel("quiet_list");
    if (state.holder.kind != HolderKind::Assistant || text->holderVersion != state.holder.version)
        return cancel("holder_changed");
    if (state.alert && !isSafety)
        return cancel("urgent"); // ordered before the emergency, or by something that ended during it
    if (isOutdated(order.id, state))
        return cancel("stale");
    return inHours(order, *text, state, context);
}

} // namespace deskbell::engine
