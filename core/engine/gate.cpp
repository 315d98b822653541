// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/working.h"

namespace deskbell::engine {
namespace {

Verdict cancel(const char *reason) { return verdict::Cancel{QString::fromLatin1(reason)}; }

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
    if (state.optOut && text->kind != TextKind::OptOutConfirmation && text->kind != TextKind::Help)
        return cancel("opted_out");
    if (!isAutomatic(text->kind))
        return verdict::Send{};
    if (text->kind == TextKind::OptOutConfirmation || text->kind == TextKind::Help)
        return verdict::Send{};
    if (context.textsStopped)
        return cancel("stopped");
    if (state.held() || text->holderVersion != state.holder.version)
        return cancel("holder_changed");
    return inHours(order, *text, state, context);
}

} // namespace deskbell::engine
