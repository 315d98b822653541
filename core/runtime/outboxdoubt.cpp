// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the executor that deals with texts of unknown fate. Never resends blindly: looks in the provider's list
// on a schedule, tells a person, and sends once more at most.
#include "core/base/crashpoint.h"
#include "core/base/log.h"
#include "core/runtime/outboxexecutor.h"

namespace deskbell::runtime {
namespace {
constexpr int mostAttempts = 2; // never a third
// A request that nobody answered is applied within minutes or never; two clocks may differ by some more.
constexpr Duration latestArrival = 10min;
}

void OutboxExecutor::doubt(OutboxEntry entry, bool lookAtOnce)
{
    const engine::OrderId id = entry.order.id;
    m_known.insert(id);
    const bool found = entry.standing == OrderStanding::Sending && lookAtOnce;
    const ThreadId thread = entry.order.thread;
    auto one = std::make_shared<Doubt>();
    one->entry = std::move(entry);
    one->alarm = m_loop.clock().makeAlarm([this, id] { look(id); });
    m_doubts.insert(id, one);
    if (found)
        endText(id, thread, {id, engine::fact::Ending::Unclear, {}, 0, QStringLiteral("restart")});
    m_known.insert(id);
    if (lookAtOnce)
        one->alarm->set(m_loop.now());
    else
        scheduleLook(*one);
}

void OutboxExecutor::scheduleLook(Doubt &doubt)
{
    const LookSchedule schedule = m_ports.texts.schedule();
    const Instant t0 = doubt.entry.sendingSince;
    for (const Duration after : schedule.looks) {
        if (t0 + after > m_loop.now()) {
            doubt.alarm->set(t0 + after);
            return;
        }
    }
    // Past the schedule: it can still turn up, so the list is read now and then as long as anyone may care.
    doubt.alarm->set(m_loop.now() + schedule.resendAfter);
}

void OutboxExecutor::look(const engine::OrderId &order)
{
    const auto it = m_doubts.constFind(order);
    if (it == m_doubts.cend() || (*it)->looking)
        return;
    const engine::order::SendText *text = std::get_if<engine::order::SendText>(&(*it)->entry.order.what);
    if (!text)
        return;
    crashPoint("list.before");
    (*it)->looking = true;
    (*it)->askedAt = m_loop.now();
    m_ports.texts.look({order, text->from, text->to, text->body, (*it)->entry.sendingSince},
        [this, order](const Result<LookAnswer> &answer) { looked(order, answer); });
}

void OutboxExecutor::looked(const engine::OrderId &order, const Result<LookAnswer> &answer)
{
    const auto it = m_doubts.constFind(order);
    if (it == m_doubts.cend())
        return;
    const std::shared_ptr<Doubt> doubt = *it;
    crashPoint("list.seen");
    doubt->looking = false;
    ++doubt->entry.looks;
    if (auto noted = m_loop.store().noteLook(order, doubt->entry.looks); !noted)
        qCWarning(logRuntime).noquote() << "outbox:" << noted.error().detail;
    const std::vector<ProviderText> matches = answer ? ownMatches(*doubt, answer->matches) : std::vector<ProviderText>{};
    if (!matches.empty()) {
        if (matches.size() > 1)
            qCCritical(logRuntime) << "the provider shows one text more than once:" << matches.size();
        m_doubts.remove(order);
        m_found.insert(matches.front().id);
        crashPoint("reconcile.after");
        endText(order, doubt->entry.order.thread, {order, engine::fact::Ending::Done, matches.front().id, 0, QStringLiteral("found")});
        return;
    }
    stillAbsent(*doubt, answer && answer->fresh);
}

/// The same words may have been said before or since: another order's text is not ours, nor is one of much later.
std::vector<ProviderText> OutboxExecutor::ownMatches(const Doubt &doubt, std::vector<ProviderText> matches)
{
    const Instant latest = doubt.entry.sendingSince + m_ports.texts.schedule().resendAfter + latestArrival;
    std::erase_if(matches, [&](const ProviderText &match) {
        return (match.at.isSet() && match.at > latest) || m_found.contains(match.id) || m_loop.isOurs(match.id);
    });
    return matches;
}

void OutboxExecutor::stillAbsent(Doubt &doubt, bool fresh)
{
    const LookSchedule schedule = m_ports.texts.schedule();
    const Duration age = m_loop.now() - doubt.entry.sendingSince;
    // What the list held when it was asked: the computer may have slept over the answer, and the text arrived meanwhile.
    const Duration proven = doubt.askedAt - doubt.entry.sendingSince;
    if (proven >= schedule.resendAfter && maySendAgain(doubt, fresh)) {
        sendAgain(doubt);
        return;
    }
    if (age >= schedule.personAfter && !doubt.entry.personTold) {
        doubt.entry.personTold = true;
        Arrival arrival;
        arrival.id = u"not_found:" % doubt.entry.order.id.value % u':' % QString::number(doubt.entry.attempts);
        arrival.thread = doubt.entry.order.thread;
        arrival.fact = engine::fact::SendNotFound{doubt.entry.order.id};
        m_loop.put(std::move(arrival));
    }
    scheduleLook(doubt);
}

bool OutboxExecutor::maySendAgain(const Doubt &doubt, bool fresh)
{
    if (!fresh || doubt.entry.attempts >= mostAttempts || m_stopped)
        return false;
    const auto thread = m_loop.thread(doubt.entry.order.thread);
    const auto context = m_loop.contextOf(std::get<engine::order::SendText>(doubt.entry.order.what).to);
    if (!thread || !thread->has_value() || !context)
        return false;
    return std::holds_alternative<engine::verdict::Send>(engine::gate(doubt.entry.order, (*thread)->state, *context));
}

void OutboxExecutor::sendAgain(Doubt &doubt)
{
    const engine::PlannedOrder order = doubt.entry.order;
    if (auto put = m_loop.store().putBack(order.id, m_loop.now()); !put) {
        qCCritical(logRuntime).noquote() << "outbox:" << put.error().detail;
        scheduleLook(doubt);
        return;
    }
    crashPoint("requeue.after");
    qCInfo(logRuntime).noquote() << "the provider never had it, sending once more:" << order.id.value.section(u':', 0, 0);
    m_doubts.remove(order.id);
    m_known.remove(order.id);
    accept(order);
}

} // namespace deskbell::runtime
