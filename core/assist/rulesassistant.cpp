// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assist/rulesassistant.h"

#include "core/assist/rulesmind.h"

namespace deskbell::assist {

RulesAssistant::RulesAssistant(Profile profile, Clock &clock)
    : m_profile(std::move(profile))
    , m_clock(clock)
    , m_alarm(clock.makeAlarm([this] { workOff(); }))
{
}

void RulesAssistant::setProfile(Profile profile)
{
    m_profile = std::move(profile);
}

void RulesAssistant::answer(const runtime::TurnRequest &request, std::function<void(Result<engine::Turn>)> done)
{
    m_waiting.push_back([this, request, done = std::move(done)] { done(think(request, m_profile)); });
    m_alarm->set(m_clock.now());
}

void RulesAssistant::workOff()
{
    // One at a time: the answer may ask again or end the assistant, so nothing of ours is touched after it.
    if (m_waiting.empty())
        return;
    const auto work = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (!m_waiting.empty())
        m_alarm->set(m_clock.now());
    work();
}

} // namespace deskbell::assist
