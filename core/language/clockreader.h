// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/tokens.h"

#include <QTime>

namespace deskbell::language {

enum class DayPart { None, Morning, Afternoon, Evening, Night };
enum class Bound { None, After, Before, About };

struct ClockReading {
    int end = 0; ///< token after it
    QTime at; ///< invalid for a part of the day
    QTime until; ///< of a range
    bool halfKnown = false; ///< am or pm was said (or a 24-hour time)
    bool untilHalfKnown = false;
    Bound bound = Bound::None;
    DayPart part = DayPart::None;
    QTime partFrom; ///< of a part of the day; invalid: open
    QTime partTo;
    int minutesFromNow = -1; ///< "in 20 minutes"
    int lengthMinutes = -1; ///< "for 3 hours": the range ends so long after it began
};

/// The hour, range of hours or part of the day that begins with the token \p at. \p licensed: a bare number may be an
/// hour, because it stands beside a day.
[[nodiscard]] std::optional<ClockReading> readClock(const Tokens &tokens, int at, bool licensed);

/// An hour of a working day for an hour without am or pm.
[[nodiscard]] QTime workingHour(QTime time, DayPart part);

} // namespace deskbell::language
