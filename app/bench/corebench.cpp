// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/corebench.h"

#include "core/base/manualclock.h"
#include "core/profile/demoprofile.h"
#include "core/runtime/outboxexecutor.h"
#include "core/store/sqlitestore.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

namespace deskbell::bench {
namespace {

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
    int accepted = 0;

private:
    void answer()
    {
        std::vector<std::function<void(runtime::SendAnswer)>> now;
        now.swap(m_waiting);
        for (const auto &done : now) {
            runtime::SendAnswer answer;
            answer.kind = runtime::SendAnswer::Kind::Accepted;
            answer.text = {QStringLiteral("SM%1").arg(++accepted, 32, 16, QLatin1Char('0'))};
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

Call callNumber(int number, Instant now, const PhoneNumber &line)
{
    Call call;
    call.id = {QStringLiteral("CA%1").arg(number, 32, 16, QLatin1Char('0'))};
    call.from = {QStringLiteral("+1312%1").arg(5550000 + number)};
    call.line = line;
    call.startedAt = now - 20s;
    call.endedAt = now;
    call.rang = 20s;
    call.result = CallResult::NoAnswer;
    return call;
}

} // namespace

Figures coreBurst(int calls)
{
    QTemporaryDir folder;
    auto keeper = store::SqliteStore::open(folder.path());
    if (!keeper)
        qFatal("bench: %s", qPrintable(keeper.error().detail));
    Profile profile = profile::demoProfile();
    profile.policy.screening.firstTextsPerHour = 0; // a burst is measured, not guarded against
    ManualClock clock(Instant::fromDateTime(QDateTime(QDate(2026, 12, 7), QTime(17, 0), Qt::UTC)));
    runtime::EngineLoop loop(**keeper, clock, profile);
    InstantPhone phone(clock);
    NobodyAnswers assistant;
    NoCalendar calendar;
    NoNotices notices;
    runtime::OutboxExecutor executor(loop, {phone, assistant, calendar, notices});
    executor.start();
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < calls; ++i) {
        runtime::Arrival arrival;
        const Call call = callNumber(i, clock.now(), profile.phone);
        arrival.id = u"call:" % call.id.value % QStringLiteral(":missed");
        arrival.caller = call.from;
        arrival.line = call.line;
        arrival.fact = engine::fact::CallMissed{call};
        loop.put(std::move(arrival));
    }
    clock.settle();
    const double took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (phone.accepted != calls)
        qFatal("bench: %d of %d texts", phone.accepted, calls);
    return {{QStringLiteral("core alone, burst of %1, all kept and sent").arg(calls), took, QStringLiteral("ms"), {}, true},
        {QStringLiteral("core alone, per missed call"), took * 1000 / calls, QStringLiteral("us"), {}, true}};
}

Figures decisions()
{
    const Profile profile = profile::demoProfile();
    const Instant now = Instant::fromDateTime(QDateTime(QDate(2026, 12, 7), QTime(17, 0), Qt::UTC));
    constexpr int rounds = 50000;
    QElapsedTimer timer;
    timer.start();
    size_t orders = 0;
    for (int i = 0; i < rounds; ++i) {
        const Call call = callNumber(i % 1000, now, profile.phone);
        engine::Decision d = engine::decide(engine::newThread(call.from, call.line), engine::fact::CallMissed{call}, {now, profile});
        orders += d.orders.size();
    }
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    return {{QStringLiteral("pure decisions (missed call, new thread)"), static_cast<double>(orders) / seconds, QStringLiteral("/s"), {}, true}};
}

} // namespace deskbell::bench
