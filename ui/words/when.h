// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QTimeZone>

namespace deskbell::ui {

// Times as the window says them, always in the shop's zone, never in this computer's.

[[nodiscard]] QString clockTime(Instant at, const QTimeZone &zone); ///< "14:07"
/// "14:07" today, "tomorrow 09:00", "yesterday 14:07", else "Thu 12 Jun, 14:07".
[[nodiscard]] QString dayTime(Instant at, Instant now, const QTimeZone &zone);
[[nodiscard]] QString shortDay(QDate day); ///< "Thu 12 Jun"
[[nodiscard]] QString dayName(QDate day, QDate today); ///< "Today", "Yesterday", "Tomorrow", else the short day
/// "Sat 14 Jun, 09:00 to 15:00"
[[nodiscard]] QString span(Instant from, Instant to, const QTimeZone &zone);
[[nodiscard]] QString age(Duration passed); ///< "now", "3 m", "2 h", "4 d"
[[nodiscard]] QString spokenWait(Duration passed); ///< "48 seconds", "2 minutes", for screen readers
[[nodiscard]] QString length(Duration length); ///< "45 min", "2 h", "1 h 30 min"
[[nodiscard]] QString seconds(Duration length); ///< "21 s", "2 min 5 s"

} // namespace deskbell::ui
