// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/outboxexecutor.h"

#include "core/base/crashpoint.h"
#include "core/base/log.h"
#include "core/base/match.h"

#include <algorithm>

namespace deskbell::runtime {
namespace {

// As many as a group of facts may mark: a crash right after leaves no more to look up than any other, and a backlog
// shares its syncs.
constexpr int textsPerMark = 256;
constexpr int firstTexts = 2; // their priority; see engine::PlannedOrder
constexpr int ordersPerRefill = 2000;
constexpr int smallestGroup = 64;
constexpr Duration waitedTooLong = 10min; // a nudge that could not leave for so long is part of a backlog
constexpr size_t mostSetAside = 256; // texts that wait for their pace; further ones wait for these

const engine::order::SendText *textOf(const engine::PlannedOrder &order) { return std::get_if<engine::order::SendText>(&order.what); }

void passCrashPointsOf(const engine::Fact &kept)
{
    if (std::holds_alternative<engine::fact::SendNotFound>(kept))
        crashPoint("person.after");
    const auto *settled = std::get_if<engine::fact::OrderSettled>(&kept);
    if (!settled)
        return;
    crashPoint("outcome.after_commit");
    if (settled->ending == engine::fact::Ending::Unclear)
        crashPoint("unknown.after");
}

} // namespace

bool OutboxExecutor::Waiting::operator<(const Waiting &other) const
{
    // std::priority_queue hands out the largest.
    if (order.priority != other.order.priority)
        return order.priority > other.order.priority;
    return order.priority == firstTexts ? number < other.number : number > other.number;
}

OutboxExecutor::OutboxExecutor(EngineLoop &loop, Ports ports, QObject *parent)
    : QObject(parent)
    , m_loop(loop)
    , m_ports(ports)
    , m_run(loop.clock().makeAlarm([this] { run(); }))
    , m_later(loop.clock().makeAlarm([this] { refill(); }))
{
    connect(&loop, &EngineLoop::committed, this, &OutboxExecutor::onCommitted);
    m_ports.texts.onRoom([this] { wake(); });
    loop.setClaimer([this](std::vector<KeptStep> &steps, const ThreadsById &after, const ConsentByNumber &said) { claim(steps, after, said); });
    // Groups no larger than what can leave at once: then every text of a group is marked in the group's own commit.
    loop.setGroupLimit([this]() -> size_t {
        const int room = m_ports.texts.room();
        return room > 0 ? static_cast<size_t>(std::max(room, smallestGroup)) : 0;
    });
}

/// The newest first text goes before older ones: its caller still holds the phone. Others keep their place.
bool OutboxExecutor::goesBeforeThoseThatWait(const engine::PlannedOrder &order) const
{
    if (m_texts.empty())
        return true;
    const int top = m_texts.top().order.priority;
    return order.priority < top || (order.priority == firstTexts && top == firstTexts);
}

void OutboxExecutor::claim(std::vector<KeptStep> &steps, const ThreadsById &after, const ConsentByNumber &said)
{
    int room = m_stopped || m_pausedUntil > m_loop.now() ? 0 : m_ports.texts.room();
    if (room <= 0)
        return;
    crashPoint("gate.before");
    QSet<engine::OrderId> takenBack;
    for (const KeptStep &step : steps)
        takenBack.unite({step.record.decision.cancelled.begin(), step.record.decision.cancelled.end()});
    engine::Context context = m_loop.context();
    for (KeptStep &step : steps) {
        const auto thread = after.find(step.record.thread);
        for (const engine::PlannedOrder &order : step.record.decision.orders) {
            if (room == 0 || !textOf(order) || order.notBefore.isSet() || takenBack.contains(order.id) || m_known.contains(order.id))
                continue;
            if (!goesBeforeThoseThatWait(order))
                continue;
            const auto word = said.constFind(textOf(order)->to.e164);
            if (word == said.cend())
                continue; // to somebody else than the caller: it queues, and the number is asked then
            context.consent = *word;
            if (!std::holds_alternative<engine::verdict::Send>(engine::gate(order, thread->second.state, context)))
                continue;
            if (!passesPace(order, m_loop.now()))
                continue; // it queues like everybody
            step.record.sending.push_back(order.id);
            --room;
        }
    }
    crashPoint("sending.before_commit");
}

void OutboxExecutor::start()
{
    m_stopped = false;
    if (auto found = m_loop.store().inDoubt()) {
        for (OutboxEntry &entry : *found)
            doubt(std::move(entry), true);
    } else {
        qCCritical(logRuntime).noquote() << "outbox:" << found.error().detail;
    }
    m_loop.catchUpConsent();
    refill();
}

void OutboxExecutor::setStopped(bool stopped)
{
    m_stopped = stopped;
    if (!stopped)
        wake();
}

void OutboxExecutor::wake() { m_run->set(m_loop.now()); }

void OutboxExecutor::onCommitted(const std::vector<KeptStep> &steps, const QSet<engine::OrderId> &started)
{
    if (!started.isEmpty())
        crashPoint("sending.after_commit");
    for (const KeptStep &step : steps) {
        for (const engine::PlannedOrder &order : step.record.decision.orders) {
            if (started.contains(order.id)) {
                m_known.insert(order.id);
                send(order);
            } else {
                accept(order);
            }
        }
        passCrashPointsOf(step.fact);
        if (const auto *choice = std::get_if<engine::fact::OperatorSettledUnclear>(&step.fact)) {
            const auto it = m_doubts.constFind(choice->order);
            if (it != m_doubts.cend() && !choice->sendAgain) {
                endText(choice->order, step.record.thread, {choice->order, engine::fact::Ending::Cancelled, {}, 0, QStringLiteral("left")});
                m_doubts.remove(choice->order);
            } else if (it != m_doubts.cend()) {
                (*it)->entry.attempts = 1; // a person's word allows the one re-send, after one more look
                look(choice->order);
            }
        }
    }
}

void OutboxExecutor::accept(engine::PlannedOrder order)
{
    if (m_known.contains(order.id))
        return;
    if (order.notBefore.isSet() && order.notBefore > m_loop.now()) {
        wakeLater(order.notBefore);
        return;
    }
    m_known.insert(order.id);
    if (textOf(order))
        push(std::move(order));
    else
        m_others.push_back(std::move(order));
    wake();
}

void OutboxExecutor::wakeLater(Instant at)
{
    if (m_laterAt.isSet() && m_laterAt <= at)
        return;
    m_laterAt = at;
    m_later->set(at);
}

void OutboxExecutor::refill()
{
    m_laterAt = {};
    auto ready = m_loop.store().ready(m_loop.now(), ordersPerRefill);
    if (!ready) {
        qCCritical(logRuntime).noquote() << "outbox:" << ready.error().detail;
        wakeLater(m_loop.now() + 5s);
        return;
    }
    m_moreOnDisk = ready->size() == ordersPerRefill;
    // The store gives newest first texts first; taken from the back they get rising numbers as they came.
    std::reverse(ready->begin(), ready->end());
    for (OutboxEntry &entry : *ready)
        accept(std::move(entry.order));
    // Asked for what comes after now: orders that are due and not yet carried out stand in front of it.
    if (const auto next = m_loop.store().nextReadyAt(m_loop.now()); next && next->isSet())
        wakeLater(*next);
    wake();
}

void OutboxExecutor::run()
{
    if (m_stopped)
        return;
    std::vector<engine::PlannedOrder> others;
    others.swap(m_others);
    std::stable_sort(others.begin(), others.end(), [](const auto &a, const auto &b) { return a.priority < b.priority; });
    for (const engine::PlannedOrder &order : others)
        runOther(order);
    runTexts();
}

void OutboxExecutor::push(engine::PlannedOrder order) { m_texts.push({std::move(order), m_number++, m_loop.now()}); }

/// Late by the engine's word, or a nudge that lay in the outbox through an outage.
bool OutboxExecutor::isLate(const engine::PlannedOrder &order, Instant since) const
{
    const TextKind kind = textOf(order)->kind;
    const bool patient = kind == TextKind::FollowUp || kind == TextKind::Reminder;
    return order.priority >= engine::latePriority || (patient && m_loop.now() - since >= waitedTooLong);
}

bool OutboxExecutor::passesPace(const engine::PlannedOrder &order, Instant since)
{
    const Policy &policy = m_loop.profile().policy;
    m_pace.setLimits(policy.textsPerSecond, policy.latePerMinute);
    const Instant now = m_loop.now();
    if (order.expiresAt.isSet() && now >= order.expiresAt)
        return true; // it leaves nothing but the outbox
    const bool late = isLate(order, since);
    const PhoneNumber &line = textOf(order)->from;
    if (const Instant at = m_pace.freeAt(line, late, now); at > now) {
        m_pacedUntil = m_pacedUntil.isSet() ? std::min(m_pacedUntil, at) : at;
        return false;
    }
    m_pace.left(line, late, now);
    return true;
}

std::vector<engine::PlannedOrder> OutboxExecutor::nextTexts(int most)
{
    std::vector<engine::PlannedOrder> texts;
    std::vector<Waiting> aside;
    m_pacedUntil = {};
    while (!m_texts.empty() && static_cast<int>(texts.size()) < most && aside.size() < mostSetAside) {
        Waiting next = m_texts.top();
        m_texts.pop();
        if (passesPace(next.order, next.since))
            texts.push_back(std::move(next.order));
        else
            aside.push_back(std::move(next));
    }
    for (Waiting &one : aside)
        m_texts.push(std::move(one));
    return texts;
}

void OutboxExecutor::runTexts()
{
    if (m_pausedUntil > m_loop.now()) {
        m_run->set(m_pausedUntil);
        return;
    }
    const int room = std::min(m_ports.texts.room(), textsPerMark);
    if (room <= 0 || m_texts.empty())
        return;
    std::vector<engine::PlannedOrder> next = nextTexts(room);
    if (next.empty()) {
        m_run->set(m_pacedUntil);
        return;
    }
    crashPoint("gate.before");
    const auto together = m_loop.store().readTogether();
    std::vector<engine::PlannedOrder> chosen;
    std::vector<SendingClaim> claims;
    for (engine::PlannedOrder &order : next) {
        const auto thread = m_loop.thread(order.thread);
        const auto context = m_loop.contextOf(textOf(order)->to);
        if (!thread || !thread->has_value() || !context) {
            m_known.remove(order.id);
            continue;
        }
        std::visit(Match{
                       [&](const engine::verdict::Send &) {
                           const bool always = engine::leavesAfterNo(textOf(order)->kind);
                           claims.push_back({order.id, order.thread, (*thread)->version, always ? PhoneNumber{} : textOf(order)->to});
                           chosen.push_back(std::move(order));
                       },
                       [&](const engine::verdict::Cancel &no) {
                           endText(order.id, order.thread, {order.id, engine::fact::Ending::Cancelled, {}, 0, no.reason});
                       },
                       [&](const engine::verdict::Wait &wait) {
                           m_known.remove(order.id);
                           if (auto put = m_loop.store().putBack(order.id, wait.until); !put)
                               qCCritical(logRuntime).noquote() << "outbox:" << put.error().detail;
                           wakeLater(wait.until);
                       },
                   },
            engine::gate(order, (*thread)->state, *context));
    }
    if (claims.empty()) {
        if (!m_texts.empty())
            wake();
        return;
    }
    crashPoint("sending.before_commit");
    // No write, no send: a text that cannot be marked stays where it is.
    const auto marked = m_loop.store().markSending(claims, m_loop.now());
    if (!marked) {
        qCCritical(logRuntime).noquote() << "not sent, because it cannot be written down:" << marked.error().detail;
        for (engine::PlannedOrder &order : chosen)
            push(std::move(order));
        m_pausedUntil = m_loop.now() + 2s;
        m_run->set(m_pausedUntil);
        return;
    }
    crashPoint("sending.after_commit");
    for (const engine::PlannedOrder &order : chosen) {
        if (marked->contains(order.id))
            send(order);
        else
            m_known.remove(order.id); // changed or cancelled meanwhile: the store knows better; refill() finds it again
    }
    if (marked->size() < static_cast<qsizetype>(chosen.size()))
        wakeLater(m_loop.now() + 50ms);
    if (!m_texts.empty())
        wake();
    else if (m_moreOnDisk)
        refill();
}

void OutboxExecutor::send(const engine::PlannedOrder &order)
{
    const engine::order::SendText &text = *textOf(order);
    OutgoingText out{order.id, text.from, text.to, text.body, 15min};
    if (order.expiresAt.isSet())
        out.validity = std::clamp<Duration>(order.expiresAt - m_loop.now(), 60s, 15min);
    ++m_sending;
    crashPoint("net.before_connect");
    m_ports.texts.send(out, [this, order](SendAnswer answer) {
        --m_sending;
        crashPoint("net.reply_seen");
        settled(order, answer);
    });
}

void OutboxExecutor::endText(const engine::OrderId &order, const ThreadId &thread, engine::fact::OrderSettled outcome)
{
    m_known.remove(order);
    Arrival arrival;
    crashPoint("outcome.before_commit");
    // A text can become unclear and then be found: two facts, two ids.
    arrival.id = u"settled:" % order.value % u':' % QString::number(static_cast<int>(outcome.ending)) % u':' % outcome.text.value;
    if (outcome.ending == engine::fact::Ending::Unclear) {
        arrival.id += u':' % QString::number(m_loop.now().ms); // the second attempt may become unclear too
    }
    arrival.thread = thread;
    arrival.fact = std::move(outcome);
    m_loop.put(std::move(arrival));
}

void OutboxExecutor::settled(const engine::PlannedOrder &order, const SendAnswer &answer)
{
    switch (answer.kind) {
    case SendAnswer::Kind::Accepted:
        endText(order.id, order.thread, {order.id, engine::fact::Ending::Done, answer.text, 0, {}});
        break;
    case SendAnswer::Kind::Refused:
        endText(order.id, order.thread, {order.id, engine::fact::Ending::Failed, {}, answer.errorCode, answer.detail});
        break;
    case SendAnswer::Kind::NotNow:
    case SendAnswer::Kind::SignInNeeded: notNow(order, answer); break;
    case SendAnswer::Kind::Unclear: {
        endText(order.id, order.thread, {order.id, engine::fact::Ending::Unclear, {}, 0, answer.detail});
        if (auto entry = m_loop.store().order(order.id); entry && entry->has_value())
            doubt(std::move(**entry), false);
        break;
    }
    }
    if (!m_texts.empty())
        wake();
}

void OutboxExecutor::notNow(const engine::PlannedOrder &order, const SendAnswer &answer)
{
    const Duration wait = std::clamp<Duration>(answer.retryAfter, 500ms, 5min);
    const Instant again = m_loop.now() + wait;
    if (auto put = m_loop.store().putBack(order.id, again); !put)
        qCCritical(logRuntime).noquote() << "outbox:" << put.error().detail;
    m_known.remove(order.id);
    m_pausedUntil = std::max(m_pausedUntil, again);
    wakeLater(again);
}

} // namespace deskbell::runtime
