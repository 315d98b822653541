// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/runtime/engineloop.h"
#include "core/runtime/outboxexecutor.h"

namespace deskbell::bench {

/// Takes every text at the next turn of the clock.
class InstantPhone final : public runtime::TextPort
{
public:
    explicit InstantPhone(Clock &clock)
        : m_clock(clock)
        , m_alarm(clock.makeAlarm([this] { answer(); }))
    {
    }
    void send(const runtime::OutgoingText &, std::function<void(runtime::SendAnswer)> done) override
    {
        m_waiting.push_back(std::move(done));
        m_alarm->set(m_clock.now());
    }
    void look(const runtime::LookQuestion &, std::function<void(Result<runtime::LookAnswer>)>) override { }
    void lineType(const PhoneNumber &, std::function<void(Result<LineType>)>) override { }
    int room() const override { return 256; }
    runtime::LookSchedule schedule() const override { return {}; }
    void onRoom(std::function<void()>) override { }
    [[nodiscard]] static ProviderId idOf(int number) { return {QStringLiteral("SM%1").arg(number, 32, 16, QLatin1Char('0'))}; }
    int accepted = 0;

private:
    void answer()
    {
        std::vector<std::function<void(runtime::SendAnswer)>> now;
        now.swap(m_waiting);
        for (const auto &done : now) {
            runtime::SendAnswer answer;
            answer.kind = runtime::SendAnswer::Kind::Accepted;
            answer.text = idOf(++accepted);
            done(answer);
        }
    }
    Clock &m_clock;
    std::unique_ptr<Alarm> m_alarm;
    std::vector<std::function<void(runtime::SendAnswer)>> m_waiting;
};

class NobodyAnswers final : public runtime::AssistantPort
{
    void answer(const runtime::TurnRequest &, std::function<void(Result<engine::Turn>)>) override { }
};
class NoCalendar final : public runtime::CalendarPort
{
    void find(const ThreadId &, const engine::order::FindSlots &, std::function<void(Result<runtime::FoundSlots>)>) override { }
    void book(const ThreadId &, const engine::order::BookSlot &, std::function<void(Result<bool>)>) override { }
    void release(const ThreadId &, std::function<void(Result<void>)>) override { }
    void cancel(const AppointmentId &, std::function<void(Result<void>)>) override { }
    void visits(const PhoneNumber &, std::function<void(Result<std::vector<Appointment>>)>) override { }
};
class NoNotices final : public runtime::NotifierPort
{
    void tell(const runtime::Notice &) override { }
    void withdraw(const ThreadId &) override { }
};

inline Call callNumber(int number, Instant now, const PhoneNumber &line)
{
    Call call;
    call.id = {QStringLiteral("CA%1").arg(number, 32, 16, QLatin1Char('0'))};
    const int exchange = 220 + number / 10'000 % 80; // none of the service codes (211, 311 and so on), no 555
    call.from = {QStringLiteral("+1312%1%2").arg(exchange).arg(number * 7919LL % 10'000, 4, 10, QLatin1Char('0'))};
    call.line = line;
    call.startedAt = now - 20s;
    call.endedAt = now;
    call.rang = 20s;
    call.result = CallResult::NoAnswer;
    return call;
}

inline runtime::Arrival arrivalOf(const Call &call)
{
    runtime::Arrival arrival;
    arrival.id = u"call:" % call.id.value % QStringLiteral(":missed");
    arrival.caller = call.from;
    arrival.line = call.line;
    arrival.fact = engine::fact::CallMissed{call};
    return arrival;
}

/// Inbox, loop and outbox over a store, with nobody at the other ends.
struct Core {
    Core(runtime::StorePort &store, Clock &clock, const Profile &profile)
        : phone(clock)
        , loop(store, clock, profile)
        , executor(loop, {phone, assistant, calendar, notices})
    {
        executor.start();
    }
    InstantPhone phone;
    NobodyAnswers assistant;
    NoCalendar calendar;
    NoNotices notices;
    runtime::EngineLoop loop;
    runtime::OutboxExecutor executor;
};

} // namespace deskbell::bench
