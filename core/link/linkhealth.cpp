// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/linkhealth.h"

namespace deskbell::link {
namespace {

using LinkKind = runtime::LinkState::Kind;

constexpr Duration tellHeardEvery = 2s;
constexpr Duration lookEvery = 5s;
/// Late by this much beyond what was expected.
constexpr Duration slowAfter = 10s;
constexpr Duration offlineAfter = 30s;

} // namespace

LinkHealth::LinkHealth(Clock &clock, std::function<void(const runtime::LinkState &)> tell)
    : m_clock(clock)
    , m_tell(std::move(tell))
    , m_alarm(clock.makeAlarm([this] { update(); }))
{
}

LinkHealth::Failing LinkHealth::worst() const
{
    Failing worst;
    for (const Failing &failing : m_failing) {
        if (failing.times > worst.times)
            worst = failing;
    }
    return worst;
}

LinkKind LinkHealth::judge() const
{
    if (!m_signIn.isEmpty())
        return LinkKind::SignInNeeded;
    const Failing failing = worst();
    if (!m_pushOpen && failing.times >= (failing.error.kind == ErrorKind::Offline ? 2 : 3))
        return LinkKind::Offline;
    if (!m_lastHeard.isSet())
        return failing.times > 0 ? LinkKind::Slow : LinkKind::Starting;
    const Duration silence = m_clock.now() - m_lastHeard;
    if (silence > m_every * 2 + offlineAfter)
        return LinkKind::Offline;
    return failing.times > 0 || silence > m_every + slowAfter ? LinkKind::Slow : LinkKind::Live;
}

void LinkHealth::update()
{
    m_alarm->set(m_clock.now() + lookEvery);
    runtime::LinkState state = m_told;
    state.kind = judge();
    state.pushOpen = m_pushOpen;
    state.detail = !m_signIn.isEmpty() ? m_signIn : state.kind == LinkKind::Live ? QString() : worst().error.detail;
    if (std::chrono::abs(m_skew - state.skew) > 2s)
        state.skew = m_skew;
    if (!state.since.isSet() || state.kind != m_told.kind)
        state.since = m_clock.now();
    if (state == m_told && m_lastHeard - m_told.lastHeard < tellHeardEvery)
        return;
    state.lastHeard = m_lastHeard;
    if (state == m_told)
        return;
    m_told = state;
    m_tell(state);
}

void LinkHealth::heard()
{
    m_lastHeard = m_clock.now();
    // Thousands of frames a second say the same.
    if (m_told.kind != LinkKind::Live || m_lastHeard - m_told.lastHeard >= tellHeardEvery)
        update();
}

void LinkHealth::listWorked(const QString &stream)
{
    m_failing.remove(stream);
    m_lastHeard = m_clock.now();
    update();
}

void LinkHealth::listFailed(const QString &stream, const Error &error)
{
    Failing &failing = m_failing[stream];
    ++failing.times;
    failing.error = error;
    update();
}

void LinkHealth::pushChanged(bool open)
{
    m_pushOpen = open;
    update();
}

void LinkHealth::signIn(const QString &detail)
{
    if (m_signIn == detail)
        return;
    m_signIn = detail;
    update();
}

} // namespace deskbell::link
