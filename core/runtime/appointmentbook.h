// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/engine/orders.h"

namespace deskbell::runtime {

enum class BookAnswer { Booked, Taken };

/// The local calendar's pages: appointments and holds. Implemented by the store; same thread rules. Each call is one
/// transaction, so two callers can never get one place.
class AppointmentBook
{
public:
    virtual ~AppointmentBook() = default;
    /// Appointments and blocks that overlap [from, to).
    [[nodiscard]] virtual Result<std::vector<Appointment>> between(Instant from, Instant to) = 0;
    /// Holds that have not expired at \p now.
    [[nodiscard]] virtual Result<std::vector<Hold>> holds(Instant now) = 0;
    /// Keeps the slot unless an appointment or somebody else's live hold overlaps it. A hold of the same id is renewed.
    [[nodiscard]] virtual Result<bool> hold(const Hold &hold, Instant now) = 0;
    /// Checks again and writes the appointment (and removes \c replaces) atomically; the thread's holds are released.
    /// Calling it twice with the same appointment id answers Booked both times and writes once.
    [[nodiscard]] virtual Result<BookAnswer> book(const Appointment &appointment, const AppointmentId &replaces, Instant now) = 0;
    [[nodiscard]] virtual Result<void> releaseHolds(const ThreadId &thread) = 0;
    [[nodiscard]] virtual Result<void> remove(const AppointmentId &appointment) = 0;
    [[nodiscard]] virtual Result<std::vector<Appointment>> of(const PhoneNumber &phone, Instant from) = 0;
};

} // namespace deskbell::runtime
