// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/manualclock.h"
#include "core/runtime/desk.h"
#include "core/runtime/duetimer.h"
#include "core/runtime/outboxexecutor.h"
#include "core/store/sqlitestore.h"

#include <QTimeZone>

namespace deskbell::runtime {

/// A provider on the table: answers as told, remembers what really reached it. What it shows in its list is what a
/// look finds, so a text can be accepted although the answer said otherwise.
class TablePhone final : public TextPort
{
public:
    explicit TablePhone(Clock &clock);
    void send(const OutgoingText &text, std::function<void(SendAnswer)> done) override;
    void look(const LookQuestion &question, std::function<void(Result<LookAnswer>)> done) override;
    void lineType(const PhoneNumber &, std::function<void(Result<LineType>)> done) override { done(LineType::Unknown); }
    [[nodiscard]] int room() const override { return room_; }
    [[nodiscard]] LookSchedule schedule() const override { return {}; }
    void onRoom(std::function<void()> wake) override { wake_ = std::move(wake); }

    enum class Mood { Accept, AcceptThenLoseAnswer, LoseBefore, NotNow, Refuse, NeverAnswer };
    Mood mood = Mood::Accept;
    int refuseWith = 30006;
    bool listFresh = true;
    bool listDown = false;
    int room_ = 64;
    std::vector<OutgoingText> arrived; ///< POSTs that got there
    std::vector<OutgoingText> accepted; ///< texts the caller's phone will show
    int looks = 0;
    void forget() { m_waiting.clear(); } ///< answers under way die with the process that asked
    std::function<void()> wake_;

private:
    void later(std::function<void()> what);
    void workOff();
    void accept(const OutgoingText &text);
    Clock &m_clock;
    std::vector<Instant> m_acceptedAt; ///< of each accepted one
    std::vector<std::function<void()>> m_waiting;
    std::unique_ptr<Alarm> m_alarm;
};

class SilentAssistant final : public AssistantPort
{
public:
    void answer(const TurnRequest &request, std::function<void(Result<engine::Turn>)> done) override;
    std::vector<TurnRequest> asked;
    Result<engine::Turn> next = engine::Turn{};
};

class EmptyCalendar final : public CalendarPort
{
public:
    void find(const ThreadId &, const engine::order::FindSlots &, std::function<void(Result<FoundSlots>)> done) override { done(FoundSlots{}); }
    void book(const ThreadId &, const engine::order::BookSlot &, std::function<void(Result<bool>)> done) override { done(true); }
    void release(const ThreadId &, std::function<void(Result<void>)> done) override { done({}); }
    void cancel(const AppointmentId &, std::function<void(Result<void>)> done) override { done({}); }
    void visits(const PhoneNumber &, std::function<void(Result<std::vector<Appointment>>)> done) override { done(std::vector<Appointment>{}); }
};

class NoticeList final : public NotifierPort
{
public:
    void tell(const Notice &notice) override { notices.push_back(notice); }
    void withdraw(const ThreadId &) override { }
    std::vector<Notice> notices;
};

/// Loop, outbox, due timer and desk on one SQLite store and a hand-turned clock.
class HouseOnTable
{
public:
    /// \p folder empty: in memory.
    explicit HouseOnTable(const QString &folder = {}, Instant start = {});

    /// The process dies: nothing is finished, nothing said goodbye. A new one opens the same folder.
    void crashAndReopen();
    void missed(const QString &number, const QString &callId);
    void writes(const QString &number, const QString &body, const QString &id);
    [[nodiscard]] engine::ThreadState state(const QString &number);
    [[nodiscard]] int textsTo(const QString &number) const;

    QString folder;
    ManualClock clock;
    Profile profile;
    TablePhone phone;
    SilentAssistant assistant;
    EmptyCalendar calendar;
    NoticeList notices;
    std::unique_ptr<store::SqliteStore> store;
    std::unique_ptr<EngineLoop> loop;
    std::unique_ptr<OutboxExecutor> executor;
    std::unique_ptr<DueTimer> due;

private:
    void open();
    void build();
};

} // namespace deskbell::runtime
