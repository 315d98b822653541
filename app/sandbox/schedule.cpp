// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/schedule.h"

#include <chrono>

namespace deskbell::sandbox {
namespace {

constexpr qint64 msNs = 1'000'000;
constexpr qint64 longestNs = 60'000 * msNs;
constexpr int tasksPerTurn = 200; ///< then requests get their turn
constexpr qint64 running = 1; ///< as armed time: nothing is due earlier, so tasks do not arm

} // namespace

qint64 steadyNs()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

Schedule::Schedule(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Schedule::wake);
}

void Schedule::after(double ms, Task task)
{
    const qint64 due = steadyNs() + qint64(qMax(0.0, ms) / m_speed * double(msNs));
    m_queue.push({due, m_order++, std::move(task)});
    if (m_armedNs == 0 || due < m_armedNs)
        arm();
}

void Schedule::clear()
{
    m_queue = {};
    m_timer.stop();
    m_armedNs = 0;
}

void Schedule::arm()
{
    m_armedNs = m_queue.top().dueNs;
    const qint64 wait = qBound(qint64(0), m_armedNs - steadyNs(), longestNs);
    m_timer.start(int((wait + msNs - 1) / msNs));
}

void Schedule::wake()
{
    m_armedNs = running;
    const qint64 now = steadyNs();
    for (int done = 0; done < tasksPerTurn && !m_queue.empty() && m_queue.top().dueNs <= now; ++done) {
        const Task task = m_queue.top().task;
        m_queue.pop();
        task();
    }
    m_armedNs = 0;
    if (!m_queue.empty())
        arm();
}

} // namespace deskbell::sandbox
