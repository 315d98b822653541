// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QDate>
#include <QStringView>
#include <array>

namespace deskbell::numbering {

/// Names the table below; kept with every decision it led to.
inline constexpr char hoursVersion[] = "2026-11-22";

/// Minutes after local midnight; \c to is exclusive; both 0: closed.
struct DayWindow {
    short from = 0;
    short to = 0;
};

/// When automatic texts that nobody answered may leave, in the recipient's local time, and how many.
struct HoursRule {
    const char *name; ///< "US", "US-FL", "CA", "*"
    std::array<DayWindow, 7> week; ///< Monday first
    bool closedOnHolidays = false; ///< on federal holidays of the United States
    int most = 0; ///< texts within capWithin; 0: this place sets no cap of its own
    Duration capWithin{0};
    bool capWithoutReply = false; ///< only texts since the person's last word count
};

/// Null: no rule of that name.
[[nodiscard]] const HoursRule *ruleNamed(QStringView name);

/// Federal holidays of the United States, and the weekday on which one that falls on a weekend is observed.
[[nodiscard]] bool isFederalHoliday(QDate day);

} // namespace deskbell::numbering
