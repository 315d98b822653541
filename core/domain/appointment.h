// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/instant.h"
#include "core/domain/phonenumber.h"

#include <QString>

namespace deskbell {

using AppointmentId = Id<struct AppointmentTag>;
using ServiceId = Id<struct ServiceTag>;
using ThreadId = Id<struct ThreadTag>;

/// A stretch of one bay, chair, van or person. \c end is exclusive.
struct Slot {
    int resource = 0; ///< 1 is the first
    Instant start;
    Instant end;
    [[nodiscard]] bool overlaps(const Slot &other) const
    {
        return resource == other.resource && start < other.end && other.start < end;
    }
    bool operator==(const Slot &) const = default;
};

/// A free slot kept for one caller until it expires or is booked.
struct Hold {
    QString id;
    ThreadId thread;
    ServiceId service;
    QString variant;
    Slot slot;
    Instant expiresAt;
    bool operator==(const Hold &) const = default;
};

enum class BookedBy { Assistant, Staff, External };

struct Appointment {
    AppointmentId id;
    ThreadId thread; ///< empty when it does not come from a thread
    ServiceId service; ///< empty for a block
    QString variant;
    Slot slot;
    PhoneNumber phone;
    QString name; ///< of the caller, or the words on a block ("Lunch")
    BookedBy by = BookedBy::Assistant;
    bool block = false; ///< the place is closed; not a visit
    bool operator==(const Appointment &) const = default;
};

} // namespace deskbell
