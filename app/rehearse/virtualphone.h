// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/runtime/inboxport.h"
#include "core/runtime/ports.h"

#include <deque>

namespace deskbell::app {

/// A phone provider inside the process, for rehearsals on a virtual clock: takes every text after a moment and delivers
/// it a little later. Same port as the real link, so the engine runs the same path.
class VirtualPhone final : public runtime::TextPort
{
public:
    struct Sent {
        engine::OrderId order;
        PhoneNumber to;
        QString body;
        Instant at;
        int afterEvent = -1;
    };

    VirtualPhone(Clock &clock, runtime::InboxPort &inbox);

    void send(const runtime::OutgoingText &text, std::function<void(runtime::SendAnswer)> done) override;
    void look(const runtime::LookQuestion &question, std::function<void(Result<runtime::LookAnswer>)> done) override;
    void lineType(const PhoneNumber &number, std::function<void(Result<LineType>)> done) override;
    [[nodiscard]] int room() const override { return 8; }
    [[nodiscard]] runtime::LookSchedule schedule() const override { return {}; }
    void onRoom(std::function<void()>) override { }

    /// Texts sent from now on follow this event.
    void setEvent(int number) { m_event = number; }
    [[nodiscard]] const std::vector<Sent> &sent() const { return m_sent; }

private:
    struct Later {
        Instant at;
        std::function<void()> what;
    };
    void later(Duration after, std::function<void()> what);
    void workOff();

    Clock &m_clock;
    runtime::InboxPort &m_inbox;
    std::vector<Sent> m_sent;
    std::vector<Later> m_waiting;
    std::unique_ptr<Alarm> m_alarm;
    int m_event = -1;
};

} // namespace deskbell::app
