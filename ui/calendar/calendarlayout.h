// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/appointment.h"
#include "core/domain/openinghours.h"

#include <QLineF>
#include <QRectF>
#include <optional>
#include <vector>

namespace deskbell::ui {

/// What the grid shows and how much room it has. Each day is split into one column a bay.
struct CalendarFrame {
    QDate first;
    int days = 7;
    int resources = 1;
    int fromHour = 8; ///< first hour line
    int toHour = 18; ///< last, exclusive
    QRectF area; ///< of the columns, without gutter and head
    QTimeZone zone = QTimeZone::utc();

    [[nodiscard]] QDate last() const { return first.addDays(days - 1); }
};

/// A piece of a card on one day; a visit over midnight has two.
struct PlacedCard {
    int card = 0; ///< index into what was asked for
    QRectF box;
    bool operator==(const PlacedCard &) const = default;
};

/// Column of a bay (1 is the first) on a day of the frame.
[[nodiscard]] QRectF columnOf(const CalendarFrame &frame, int day, int resource);
/// Height of a wall time, clamped to the area.
[[nodiscard]] qreal heightOf(const CalendarFrame &frame, QTime time);
/// Slots of the frame's days, side by side where they overlap. Never overlaps boxes of one column.
[[nodiscard]] std::vector<PlacedCard> placeCards(const CalendarFrame &frame, const std::vector<Slot> &slots);
/// Where the shop is closed.
[[nodiscard]] std::vector<QRectF> closedBoxes(const CalendarFrame &frame, const OpeningHours &hours);
/// The line of the present time across its day; nothing outside the frame.
[[nodiscard]] std::optional<QLineF> nowLine(const CalendarFrame &frame, Instant now);

struct HourSpan {
    int from = 8;
    int to = 18;
    bool operator==(const HourSpan &) const = default;
};
/// Hours to show: the opening hours of these days and everything booked, half an hour of air, whole hours.
[[nodiscard]] HourSpan hoursToShow(
    QDate first, int days, const OpeningHours &hours, const std::vector<Slot> &slots, const QTimeZone &zone);
/// Monday to the last day that is open or booked: 5, 6 or 7 days.
[[nodiscard]] int daysOfWeek(
    QDate monday, const OpeningHours &hours, const std::vector<Slot> &slots, const QTimeZone &zone);

} // namespace deskbell::ui
