// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/runtime/ports.h"

#include <deque>
#include <memory>

namespace deskbell::assist {

/// The rules mind behind the assistant's port: answers at the next ring of the clock, in the order asked. Never fails.
class RulesAssistant final : public runtime::AssistantPort
{
public:
    /// \p clock outlives it.
    RulesAssistant(Profile profile, Clock &clock);
    void setProfile(Profile profile);

    void answer(const runtime::TurnRequest &request, std::function<void(Result<engine::Turn>)> done) override;

private:
    void workOff();

    Profile m_profile;
    Clock &m_clock;
    std::deque<std::function<void()>> m_waiting;
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace deskbell::assist
