// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QTimer>
#include <chrono>

namespace deskbell::support {

/// A time of day of the test's own that runs on by itself, at a pace of its own: Monday 18:42, or thirty seconds in one
/// and a half. Copies tell the same time, so shop and phone company can share one. Times on the network stay real.
class OtherTime
{
public:
    explicit OtherTime(Instant start, double pace = 1)
        : m_start(start)
        , m_pace(pace)
    {
    }
    [[nodiscard]] Instant now() const
    {
        const std::chrono::duration<double, std::milli> passed = std::chrono::steady_clock::now() - m_began;
        return m_start + Duration(qint64(passed.count() * m_pace));
    }
    [[nodiscard]] double pace() const { return m_pace; }

private:
    Instant m_start;
    double m_pace;
    std::chrono::steady_clock::time_point m_began = std::chrono::steady_clock::now();
};

/// A Clock that tells an OtherTime.
class ShiftedClock final : public Clock
{
public:
    explicit ShiftedClock(OtherTime time)
        : m_time(time)
    {
    }
    [[nodiscard]] Instant now() const override { return m_time.now(); }
    [[nodiscard]] std::unique_ptr<Alarm> makeAlarm(std::function<void()> ring) override
    {
        return std::make_unique<ShiftedAlarm>(m_time, std::move(ring));
    }

private:
    class ShiftedAlarm final : public Alarm
    {
    public:
        ShiftedAlarm(OtherTime time, std::function<void()> ring)
            : m_time(time)
            , m_ring(std::move(ring))
        {
            m_timer.setSingleShot(true);
            m_timer.setTimerType(Qt::PreciseTimer);
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
            constexpr double longest = 60'000;
            const double wait = double((m_at - m_time.now()).count()) / m_time.pace();
            m_timer.start(Duration(qint64(std::clamp(wait, 0.0, longest))));
        }
        void wake()
        {
            if (!m_at.isSet())
                return;
            if (m_time.now() < m_at)
                return arm();
            m_at = {};
            m_ring();
        }

        OtherTime m_time;
        std::function<void()> m_ring;
        Instant m_at;
        QTimer m_timer;
    };

    OtherTime m_time;
};

} // namespace deskbell::support
