// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QDate>
#include <QTime>
#include <QTimeZone>
#include <array>
#include <optional>
#include <vector>

namespace deskbell {

/// Wall times of one day; \c to is exclusive.
struct OpenInterval {
    QTime from;
    QTime to;
    bool operator==(const OpenInterval &) const = default;
};

struct OpeningHours {
    std::array<std::vector<OpenInterval>, 7> week; ///< [0] is Monday; an empty day is closed
    std::vector<QDate> closedDates;

    [[nodiscard]] const std::vector<OpenInterval> &on(QDate day) const; ///< empty on closed dates
    bool operator==(const OpeningHours &) const = default;
};

/// Wall time to instant. In the hour that does not exist (spring) the first valid minute after the gap; in the hour
/// that comes twice (autumn) the first of the two.
[[nodiscard]] Instant toInstant(QDate day, QTime time, const QTimeZone &zone);
[[nodiscard]] QDateTime toWall(Instant at, const QTimeZone &zone);
/// The same as toWall(), at a tenth of its cost: what the shop's calendar and clock show.
struct WallTime {
    QDate day;
    QTime time;
};
[[nodiscard]] WallTime wallTime(Instant at, const QTimeZone &zone);

[[nodiscard]] bool isOpen(const OpeningHours &hours, Instant at, const QTimeZone &zone);
/// When the interval that holds \p at ends; nothing while closed.
[[nodiscard]] std::optional<Instant> closesAt(const OpeningHours &hours, Instant at, const QTimeZone &zone);
/// The next opening at or after \p at (that instant itself while open); nothing within 60 days.
[[nodiscard]] std::optional<Instant> nextOpening(const OpeningHours &hours, Instant at, const QTimeZone &zone);
/// \p work of open time after \p from: "two hours" asked at 17:30 falls on the next day. Used for call-back due times.
[[nodiscard]] Instant addOpenTime(const OpeningHours &hours, Instant from, Duration work, const QTimeZone &zone);

} // namespace deskbell
