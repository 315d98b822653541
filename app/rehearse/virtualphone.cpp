// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearse/virtualphone.h"

#include <algorithm>

namespace deskbell::app {
namespace {
constexpr Duration takes = 250ms;
constexpr Duration delivers = 2s;
}

VirtualPhone::VirtualPhone(Clock &clock, runtime::InboxPort &inbox)
    : m_clock(clock)
    , m_inbox(inbox)
    , m_alarm(clock.makeAlarm([this] { workOff(); }))
{
}

void VirtualPhone::later(Duration after, std::function<void()> what)
{
    m_waiting.push_back({m_clock.now() + after, std::move(what)});
    std::stable_sort(m_waiting.begin(), m_waiting.end(), [](const Later &a, const Later &b) { return a.at < b.at; });
    m_alarm->set(m_waiting.front().at);
}

void VirtualPhone::workOff()
{
    while (!m_waiting.empty() && m_waiting.front().at <= m_clock.now()) {
        const auto what = std::move(m_waiting.front().what);
        m_waiting.erase(m_waiting.begin());
        what();
    }
    if (!m_waiting.empty())
        m_alarm->set(m_waiting.front().at);
}

void VirtualPhone::send(const runtime::OutgoingText &text, std::function<void(runtime::SendAnswer)> done)
{
    const ProviderId id{QStringLiteral("SM%1").arg(m_sent.size() + 1, 6, 10, QLatin1Char('0'))};
    m_sent.push_back({text.order, text.to, text.body, m_clock.now(), m_event});
    later(takes, [id, done = std::move(done)] {
        runtime::SendAnswer answer;
        answer.kind = runtime::SendAnswer::Kind::Accepted;
        answer.text = id;
        done(answer);
    });
    later(delivers, [this, id] {
        runtime::Arrival arrival;
        arrival.id = u"delivery:" % id.value % QStringLiteral(":delivered");
        arrival.fact = engine::fact::DeliveryChanged{id, Delivery::Delivered, 0};
        m_inbox.put(std::move(arrival));
    });
}

void VirtualPhone::look(const runtime::LookQuestion &, std::function<void(Result<runtime::LookAnswer>)> done)
{
    later(takes, [done = std::move(done)] { done(runtime::LookAnswer{}); });
}

void VirtualPhone::lineType(const PhoneNumber &, std::function<void(Result<LineType>)> done)
{
    later(takes, [done = std::move(done)] { done(LineType::Unknown); });
}

} // namespace deskbell::app
