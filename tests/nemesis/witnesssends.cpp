// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/working.h"
#include "tests/nemesis/witness.h"

namespace deskbell::nemesis {
namespace {

/// Answers that are owed whatever else holds.
bool isOwed(TextKind kind) { return kind == TextKind::OptOutConfirmation || kind == TextKind::Help; }

// A first text leaves at most a quarter of an hour after it was ordered, and once more a quarter of an hour later.
constexpr Duration slack = 45min;

} // namespace

void Witness::sending(const runtime::OutgoingText &text, bool barrier)
{
    m_trace(u"handed over: " % text.order.value % u" \"" % text.body.left(60) % u'"');
    if (barrier)
        broken("sent before the lists were read", text.order.value);
    const auto entry = m_store->order(text.order);
    if (!entry || !*entry)
        return broken("sent what is not in the outbox", text.order.value);
    if ((*entry)->standing != runtime::OrderStanding::Sending)
        broken("sent before it was marked", text.order.value);
    const auto thread = m_store->load((*entry)->order.thread);
    if (!thread || !*thread)
        return broken("sent for no thread", text.order.value);
    const auto *order = std::get_if<engine::order::SendText>(&(*entry)->order.what);
    Ordered &ordered = m_orders[text.order];
    if (ordered.thread.isEmpty()) { // ordered in a commit that nobody saw
        ordered.thread = (*entry)->order.thread;
        ordered.kind = order->kind;
        ordered.body = order->body;
    }
    checkPurpose(text, ordered);
    checkAllowed(text, **entry, (*thread)->state);
    checkWords(text);
    ++ordered.attempts;
    ordered.sentAt = m_clock.now();
    Caller &caller = m_callers[ordered.thread];
    if (ordered.kind != TextKind::Staff) {
        caller.lastAutomatic = text.body;
        caller.anythingSince = false;
    }
}

void Witness::checkPurpose(const runtime::OutgoingText &text, const Ordered &ordered)
{
    Caller &caller = m_callers[ordered.thread];
    if (ordered.taken > 0)
        broken("twice", text.order.value % QStringLiteral(" was taken already"));
    if (ordered.attempts > 0)
        return;
    if (ordered.kind != TextKind::Staff && !caller.anythingSince && caller.lastAutomatic == text.body)
        broken("same words twice", text.body);
    if (ordered.kind == TextKind::FirstText)
        checkFirstText(caller);
}

void Witness::checkFirstText(Caller &caller)
{
    if (caller.firstTextAt.isSet() && m_clock.now() - caller.firstTextAt < m_profile.policy.firstTextEvery - slack)
        broken("two first texts", QStringLiteral("within %1 h").arg((m_clock.now() - caller.firstTextAt) / 1h));
}

void Witness::checkAllowed(const runtime::OutgoingText &text, const runtime::OutboxEntry &entry, const engine::ThreadState &state)
{
    const auto *order = std::get_if<engine::order::SendText>(&entry.order.what);
    const Ordered &ordered = m_orders[text.order];
    const Caller &caller = m_callers[ordered.thread];
    if (entry.order.expiresAt.isSet() && entry.order.expiresAt <= m_clock.now())
        broken("sent after it expired", text.order.value);
    if ((caller.optedOut || state.optOut) && !isOwed(order->kind))
        broken("text after opt-out", text.order.value);
    if (order->kind != TextKind::Staff && !isOwed(order->kind))
        checkAutomatic(ordered, entry.order, state);
}

void Witness::checkAutomatic(const Ordered &ordered, const engine::PlannedOrder &planned, const engine::ThreadState &state)
{
    const auto &order = std::get<engine::order::SendText>(planned.what);
    const Caller &caller = m_callers[ordered.thread];
    const QString about = order.body.left(40);
    if (caller.withPeople || state.held())
        broken("automatic text over a person", about);
    if (order.holderVersion != state.holder.version)
        broken("automatic text of an older holder", about);
    const bool isSafety = planned.id.value.startsWith(QLatin1String("safety:")); // a second cry for help does not take it back
    if (!isSafety && ordered.made > 0 && ordered.made < caller.lastWord)
        broken("stale text after the caller's word", about);
    if (order.kind == TextKind::FollowUp)
        checkFollowUp(ordered, caller);
}

void Witness::checkFollowUp(const Ordered &ordered, const Caller &caller)
{
    const QTime wall = m_clock.now().utc().toTimeZone(m_profile.zone).time();
    if (wall < m_profile.policy.nudgeFrom || wall >= m_profile.policy.nudgeTo)
        broken("nudge at night", wall.toString());
    if (ordered.attempts == 0 && caller.automaticSinceHeard >= 3)
        broken("too many without a word", QString::number(caller.automaticSinceHeard + 1));
}

/// Nothing is said as done that is not done.
void Witness::checkWords(const runtime::OutgoingText &text)
{
    if (!text.order.value.startsWith(QLatin1String("booked:")))
        return;
    const auto visits = m_book->between({1}, m_clock.now() + 24h * 400);
    const QString rest = text.order.value.mid(7);
    const bool there = visits && std::any_of(visits->begin(), visits->end(), [&](const Appointment &visit) { return rest.startsWith(visit.id.value); });
    if (!there)
        broken("said booked, is not", text.order.value);
}

void Witness::remembers(const Accepted &text)
{
    Ordered &ordered = m_orders[text.order];
    ++ordered.attempts;
    ++ordered.taken;
}

void Witness::accepted(const Accepted &text)
{
    Ordered &ordered = m_orders[text.order];
    if (++ordered.taken > 1)
        broken("twice", text.order.value);
    Caller &caller = m_callers[ordered.thread];
    if (engine::isAutomatic(ordered.kind) && !isOwed(ordered.kind) && ordered.made >= caller.lastHeard) // an answer to what came before is none to this
        ++caller.automaticSinceHeard;
    if (ordered.kind == TextKind::FirstText)
        caller.firstTextAt = ordered.sentAt;
}

} // namespace deskbell::nemesis
