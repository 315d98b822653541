// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/appointmentbook.h"

#include <algorithm>
#include <functional>

namespace deskbell::support {

/// Appointments and holds in memory, by the contract of AppointmentBook.
class MemoryBook final : public runtime::AppointmentBook
{
public:
    std::vector<Appointment> appointments;
    std::vector<Hold> kept;
    std::function<void(const Hold &)> beforeHold; ///< to let somebody else be faster
    bool broken = false;

    Result<std::vector<Appointment>> between(Instant from, Instant to) override
    {
        if (broken)
            return failure(ErrorKind::Storage, QStringLiteral("broken on purpose"));
        std::vector<Appointment> found;
        for (const Appointment &one : appointments) {
            if (one.slot.start < to && from < one.slot.end)
                found.push_back(one);
        }
        return found;
    }
    Result<std::vector<Hold>> holds(Instant now) override
    {
        std::vector<Hold> live;
        for (const Hold &one : kept) {
            if (now < one.expiresAt)
                live.push_back(one);
        }
        return live;
    }
    Result<bool> hold(const Hold &hold, Instant now) override
    {
        if (beforeHold)
            beforeHold(hold);
        if (taken(hold.slot, {}) || heldByOthers(hold, now))
            return false;
        kept.erase(
            std::remove_if(kept.begin(), kept.end(), [&](const Hold &one) { return one.id == hold.id; }), kept.end());
        kept.push_back(hold);
        return true;
    }
    Result<runtime::BookAnswer> book(const Appointment &appointment, const AppointmentId &replaces, Instant) override
    {
        const auto same = [&](const Appointment &one) { return one.id == appointment.id; };
        if (std::any_of(appointments.begin(), appointments.end(), same))
            return runtime::BookAnswer::Booked;
        if (taken(appointment.slot, replaces))
            return runtime::BookAnswer::Taken;
        if (!replaces.isEmpty())
            (void)remove(replaces);
        appointments.push_back(appointment);
        (void)releaseHolds(appointment.thread);
        return runtime::BookAnswer::Booked;
    }
    Result<void> releaseHolds(const ThreadId &thread) override
    {
        kept.erase(std::remove_if(kept.begin(), kept.end(), [&](const Hold &one) { return one.thread == thread; }),
            kept.end());
        return {};
    }
    Result<void> remove(const AppointmentId &id) override
    {
        const auto gone = [&](const Appointment &one) { return one.id == id; };
        appointments.erase(std::remove_if(appointments.begin(), appointments.end(), gone), appointments.end());
        return {};
    }
    Result<std::vector<Appointment>> of(const PhoneNumber &phone, Instant from) override
    {
        std::vector<Appointment> found;
        for (const Appointment &one : appointments) {
            if (one.phone == phone && from < one.slot.end)
                found.push_back(one);
        }
        return found;
    }

private:
    [[nodiscard]] bool taken(const Slot &slot, const AppointmentId &except) const
    {
        return std::any_of(appointments.begin(), appointments.end(),
            [&](const Appointment &one) { return (except.isEmpty() || one.id != except) && one.slot.overlaps(slot); });
    }
    [[nodiscard]] bool heldByOthers(const Hold &hold, Instant now) const
    {
        return std::any_of(kept.begin(), kept.end(), [&](const Hold &one) {
            return one.thread != hold.thread && now < one.expiresAt && one.slot.overlaps(hold.slot);
        });
    }
};

} // namespace deskbell::support
