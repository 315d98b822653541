// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/systemclock.h"

#include <QTimer>
#include <algorithm>

namespace deskbell {
namespace {

class TimerAlarm final : public Alarm
{
public:
    TimerAlarm(const Clock &clock, std::function<void()> ring)
        : m_clock(clock)
        , m_ring(std::move(ring))
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { wake(); });
    }

    void set(Instant at) override
    {
        m_at = at;
        arm();
    }

    void clear() override
    {
        m_at = {};
        m_timer.stop();
    }

private:
    void arm()
    {
        constexpr Duration longest = 60s;
        const Duration wait = std::clamp(m_at - m_clock.now(), Duration(0), longest);
        // A coarse timer may be 5 % early or late; a text within seconds deserves better.
        m_timer.setTimerType(wait < 5s ? Qt::PreciseTimer : Qt::CoarseTimer);
        m_timer.start(wait);
    }

    void wake()
    {
        if (!m_at.isSet())
            return;
        if (m_clock.now() < m_at) {
            arm();
            return;
        }
        m_at = {};
        m_ring();
    }

    const Clock &m_clock;
    std::function<void()> m_ring;
    Instant m_at;
    QTimer m_timer;
};

} // namespace

Instant SystemClock::now() const { return {QDateTime::currentMSecsSinceEpoch()}; }

std::unique_ptr<Alarm> SystemClock::makeAlarm(std::function<void()> ring)
{
    return std::make_unique<TimerAlarm>(*this, std::move(ring));
}

} // namespace deskbell
