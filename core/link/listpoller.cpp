// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/listpoller.h"

#include <utility>

namespace deskbell::link {
namespace {

/// Rows may come to light late and below known ones.
constexpr Duration deepEvery = 1h;

} // namespace

ListPoller::ListPoller(http::Client &client, const TwilioWriter &writer, Clock &clock, const Pace &pace,
    ListWalk::Heard heard, Wiring wiring, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_pace(pace)
    , m_wiring(std::move(wiring))
    , m_walk(client, writer, std::move(heard))
    , m_alarm(clock.makeAlarm([this] { begin(); }))
{
}

void ListPoller::start()
{
    begin();
}

void ListPoller::soon()
{
    if (m_walk.isRunning())
        m_again = true;
    else if (m_mayHurry)
        begin();
}

void ListPoller::repace()
{
    if (m_walk.isRunning() || m_failures > 0)
        return;
    const Duration wait = m_wiring.pace();
    if (wait >= m_wait)
        return;
    m_wait = wait;
    m_alarm->set(m_endedAt + wait);
}

void ListPoller::begin()
{
    if (m_walk.isRunning())
        return;
    m_alarm->clear();
    m_began = m_clock.now();
    ++m_number;
    m_again = false;
    m_deep = !m_deepAt.isSet() || m_failures > 0 || m_began - m_deepAt >= deepEvery;
    m_walk.start(
        m_wiring.first(m_deep), [this](const QByteArray &body) { return m_wiring.read(body, m_deep); },
        [this](const tl::expected<void, WalkTrouble> &how) { end(how); });
}

void ListPoller::end(const tl::expected<void, WalkTrouble> &how)
{
    m_endedAt = m_clock.now();
    m_mayHurry = how || !(how.error().isTooMany() || how.error().isSignIn());
    if (how && m_wiring.isStale()) {
        m_deepAt = {};
        begin();
        return;
    }
    if (how) {
        m_failures = m_tooMany = 0;
        if (m_deep)
            m_deepAt = m_began;
        m_wait = m_again ? Duration(0) : m_wiring.pace();
    } else {
        m_wait = waitAfter(how.error());
    }
    m_alarm->set(m_endedAt + m_wait);
    m_wiring.ended({m_number, m_began, how});
}

Duration ListPoller::waitAfter(const WalkTrouble &trouble)
{
    ++m_failures;
    m_tooMany = trouble.isTooMany() ? m_tooMany + 1 : 0;
    if (trouble.isTooMany())
        return afterTooMany(m_pace, m_tooMany, trouble.retryAfter, m_wiring.chance());
    if (trouble.isSignIn())
        return m_pace.signIn;
    if (trouble.error.kind == ErrorKind::Missing)
        return m_pace.withPush;
    return std::max(afterFailure(m_pace, m_failures, m_wiring.chance()), trouble.retryAfter.value_or(Duration(0)));
}

} // namespace deskbell::link
