// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/runtime/appointmentbook.h"
#include "core/runtime/ports.h"

#include <deque>
#include <memory>

namespace deskbell::calendar {

/// The shop's own calendar: slot finder over the pages of an AppointmentBook. Everything is done at the next ring of
/// the clock, in the order asked, so no answer comes inside a call and a virtual clock drives it. One thread. Asking
/// the same thing twice (after a crash) gives the same holds again.
class LocalCalendar final : public runtime::CalendarPort
{
public:
    /// \p book and \p clock outlive the calendar.
    LocalCalendar(Profile profile, runtime::AppointmentBook &book, Clock &clock);
    /// From the next question on.
    void setProfile(Profile profile);

    /// Errors: Missing (no such service), and whatever the book says. No free slot at all is an answer without holds.
    void find(const ThreadId &thread, const engine::order::FindSlots &wanted,
        std::function<void(Result<runtime::FoundSlots>)> done) override;
    void book(
        const ThreadId &thread, const engine::order::BookSlot &wanted, std::function<void(Result<bool>)> done) override;
    void release(const ThreadId &thread, std::function<void(Result<void>)> done) override;
    void cancel(const AppointmentId &appointment, std::function<void(Result<void>)> done) override;
    void visits(const PhoneNumber &phone, std::function<void(Result<std::vector<Appointment>>)> done) override;

private:
    void later(std::function<void()> work);
    void workOff();
    [[nodiscard]] Result<runtime::FoundSlots> findNow(const ThreadId &thread, const engine::order::FindSlots &wanted);
    [[nodiscard]] Result<bool> bookNow(const engine::order::BookSlot &wanted);
    [[nodiscard]] Result<std::vector<Slot>> freeNow(
        const ThreadId &thread, const engine::order::FindSlots &wanted, const std::vector<Slot> &lost);
    [[nodiscard]] Result<std::vector<Hold>> keepAll(const ThreadId &thread, const engine::order::FindSlots &wanted,
        const std::vector<Slot> &slots, const std::optional<Slot> &ownPlace, std::vector<Slot> &lost);
    [[nodiscard]] Result<bool> keep(const Hold &hold, const std::optional<Slot> &ownPlace);
    [[nodiscard]] Result<std::optional<Slot>> placeOf(const AppointmentId &appointment);

    Profile m_profile;
    runtime::AppointmentBook &m_book;
    Clock &m_clock;
    std::deque<std::function<void()>> m_waiting;
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace deskbell::calendar
