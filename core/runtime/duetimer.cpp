// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/duetimer.h"

#include "core/base/log.h"

namespace deskbell::runtime {
namespace {
constexpr int threadsAtOnce = 500;
}

DueTimer::DueTimer(EngineLoop &loop, QObject *parent)
    : QObject(parent)
    , m_loop(loop)
    , m_alarm(loop.clock().makeAlarm([this] { ring(); }))
{
    connect(&loop, &EngineLoop::committed, this, &DueTimer::onCommitted);
}

void DueTimer::start()
{
    if (const auto at = m_loop.store().earliestDue(); at)
        consider(*at);
    else
        consider(m_loop.now() + 5s); // the store is in trouble: ask again
}

void DueTimer::onCommitted(const std::vector<KeptStep> &steps)
{
    for (const KeptStep &step : steps)
        consider(step.record.dueAt);
}

void DueTimer::consider(Instant at)
{
    if (!at.isSet() || (m_next.isSet() && m_next <= at))
        return;
    m_next = at;
    m_alarm->set(at);
}

void DueTimer::ring()
{
    m_next = {};
    const auto due = m_loop.store().dueThreads(m_loop.now(), threadsAtOnce);
    if (!due) {
        qCCritical(logRuntime).noquote() << "due times:" << due.error().detail;
        consider(m_loop.now() + 5s);
        return;
    }
    for (const auto &[thread, at] : *due) {
        Arrival arrival;
        // The due time is part of the id: the same moment rings once, however often it is read.
        arrival.id = u"due:" % thread.value % u':' % QString::number(at.ms);
        arrival.thread = thread;
        arrival.fact = engine::fact::Due{at};
        m_loop.put(std::move(arrival));
    }
    // Those just put are answered by their commits; what lies behind them is asked for now.
    if (due->size() == threadsAtOnce) {
        consider(m_loop.now() + 100ms);
        return;
    }
    // Asked for what comes after now: those just put still stand in front of it.
    if (const auto next = m_loop.store().earliestDue(m_loop.now()); next && next->isSet())
        consider(*next);
}

} // namespace deskbell::runtime
