// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assist/rulesassistant.h"
#include "core/calendar/localcalendar.h"

namespace deskbell::nemesis {

/// Calls things back later on the shop's clock; what still waits dies with it.
class Postman
{
public:
    explicit Postman(Clock &clock);
    void later(Duration after, std::function<void()> what);

private:
    struct Letter {
        Instant at;
        std::function<void()> what;
    };
    Clock &m_clock;
    std::vector<Letter> m_letters;
    std::unique_ptr<Alarm> m_alarm;
    void workOff();
};

/// The real assistant on bad days: slow now and then, and sometimes out of order. Seed 0: only good days.
class MoodyAssistant final : public runtime::AssistantPort
{
public:
    MoodyAssistant(const Profile &profile, Clock &clock, quint64 seed);
    void answer(const runtime::TurnRequest &request, std::function<void(Result<engine::Turn>)> done) override;

private:
    assist::RulesAssistant m_real;
    Postman m_postman;
    quint64 m_seed;
};

/// The real calendar, which fails now and then before it did anything, and sometimes after. Seed 0: it does not.
class MoodyCalendar final : public runtime::CalendarPort
{
public:
    MoodyCalendar(const Profile &profile, runtime::AppointmentBook &book, Clock &clock, quint64 seed);
    void find(const ThreadId &thread, const engine::order::FindSlots &wanted, std::function<void(Result<runtime::FoundSlots>)> done) override;
    void book(const ThreadId &thread, const engine::order::BookSlot &wanted, std::function<void(Result<bool>)> done) override;
    void release(const ThreadId &thread, std::function<void(Result<void>)> done) override;
    void cancel(const AppointmentId &appointment, std::function<void(Result<void>)> done) override;
    void visits(const PhoneNumber &phone, std::function<void(Result<std::vector<Appointment>>)> done) override;

private:
    [[nodiscard]] bool fails(const char *what, int percent);
    calendar::LocalCalendar m_real;
    Postman m_postman;
    quint64 m_seed;
    int m_asked = 0;
};

} // namespace deskbell::nemesis
