// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/appointmentbook.h"
#include "core/store/database.h"

namespace deskbell::store {

/// Appointments and holds. That a place is free is asked inside the transaction that takes it, so two callers can
/// never get one place.
class BookTable
{
public:
    explicit BookTable(Database &database);

    // Inside a transaction.
    [[nodiscard]] bool hold(const Hold &hold, Instant now);
    [[nodiscard]] runtime::BookAnswer book(const Appointment &appointment, const AppointmentId &replaces, Instant now);
    void releaseHolds(const ThreadId &thread);
    void remove(const AppointmentId &appointment);

    // Questions.
    using Appointments = std::vector<Appointment>;
    [[nodiscard]] Result<Appointments> between(Instant from, Instant to);
    [[nodiscard]] Result<Appointments> of(const PhoneNumber &phone, Instant from);
    [[nodiscard]] Result<std::vector<Hold>> holds(Instant now);

private:
    Statement m_visitInTheWay;
    Statement m_holdInTheWay;
    Statement m_expire;
    Statement m_hold;
    Statement m_release;
    Statement m_exists;
    Statement m_book;
    Statement m_remove;
    Statement m_between;
    Statement m_of;
    Statement m_holds;

    [[nodiscard]] bool anyRow(Statement &statement, const auto &...values);
    /// \p own and \p replaced do not count, nor do holds of \p thread or the hold \p ownHold.
    [[nodiscard]] bool isFree(const Slot &slot, const AppointmentId &own, const AppointmentId &replaced,
        const ThreadId &thread, const QString &ownHold, Instant now);
    template<class... Values> [[nodiscard]] Result<Appointments> visits(Statement &statement, const Values &...values);
};

} // namespace deskbell::store
