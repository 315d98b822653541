// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/manualclock.h"

namespace deskbell {

class ManualClock::HandAlarm final : public Alarm
{
public:
    HandAlarm(ManualClock &clock, std::function<void()> ring, quint64 number)
        : m_clock(clock)
        , m_ring(std::move(ring))
        , m_number(number)
    {
        m_clock.m_alarms.insert(this);
    }
    ~HandAlarm() override { m_clock.m_alarms.erase(this); }

    void set(Instant at) override { m_at = at; }
    void clear() override { m_at = {}; }
    [[nodiscard]] Instant at() const { return m_at; }
    [[nodiscard]] quint64 number() const { return m_number; }
    void ring()
    {
        m_at = {};
        const auto keep = m_ring; // the alarm may be destroyed by what it rings
        keep();
    }

private:
    ManualClock &m_clock;
    std::function<void()> m_ring;
    quint64 m_number; // ties ring in the order of their making, so a run can be repeated exactly
    Instant m_at;
};

std::unique_ptr<Alarm> ManualClock::makeAlarm(std::function<void()> ring)
{
    return std::make_unique<HandAlarm>(*this, std::move(ring), m_made++);
}

ManualClock::HandAlarm *ManualClock::earliest() const
{
    HandAlarm *first = nullptr;
    for (HandAlarm *alarm : m_alarms) {
        if (!alarm->at().isSet())
            continue;
        if (!first || alarm->at() < first->at() || (alarm->at() == first->at() && alarm->number() < first->number()))
            first = alarm;
    }
    return first;
}

Instant ManualClock::nextAlarm() const
{
    const HandAlarm *first = earliest();
    return first ? first->at() : Instant{};
}

void ManualClock::advanceTo(Instant to)
{
    for (HandAlarm *first = earliest(); first && first->at() <= to; first = earliest()) {
        m_now = std::max(m_now, first->at());
        first->ring();
    }
    m_now = std::max(m_now, to);
}

} // namespace deskbell
