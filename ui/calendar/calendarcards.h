// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"
#include "core/runtime/desk.h"

#include <functional>

namespace deskbell::ui {

/// Name of the caller of a thread; empty when it is not known.
using NameOf = std::function<QString(const ThreadId &)>;

/// One card of the calendar, worded. Holds and appointments alike.
struct CalendarCard {
    enum class Kind { ByAssistant, ByStaff, External, Block, Hold };
    Kind kind = Kind::ByStaff;
    QString id;
    Slot slot;
    ThreadId thread;
    QString title; ///< "Tom Becker"
    QString service; ///< "Ceramic coating, SUV"
    PhoneNumber phone;
    Instant heldUntil;
    QString clashWith; ///< title of another visit on the same place and time
    bool operator==(const CalendarCard &) const = default;
};

/// By start, then bay. Expired holds are left out.
[[nodiscard]] std::vector<CalendarCard> calendarCards(
    const runtime::CalendarView &view, const Profile &profile, const NameOf &nameOf, Instant now);
/// "Tom Becker, Ceramic coating, Sat 14 Jun, 09:00 to 15:00, Bay 2, booked by AI"
[[nodiscard]] QString spokenCard(const CalendarCard &card, const Profile &profile, Instant now);
[[nodiscard]] QString bayName(int resource, const Profile &profile);
[[nodiscard]] QString whoBooked(const CalendarCard &card); ///< "booked by AI", "held for the caller", …
/// "9 to 14 June 2025"
[[nodiscard]] QString rangeWords(QDate first, QDate last);

} // namespace deskbell::ui
