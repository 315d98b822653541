// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendarlayout.h"

#include <algorithm>
#include <map>

namespace deskbell::ui {

namespace {

constexpr qreal cardGap = 2;
constexpr int minutesADay = 24 * 60;

int minuteOf(QTime time)
{
    return time.hour() * 60 + time.minute();
}

qreal heightOfMinute(const CalendarFrame &frame, int minute)
{
    const int from = frame.fromHour * 60;
    const int to = frame.toHour * 60;
    const qreal share = qreal(std::clamp(minute, from, to) - from) / qreal(to - from);
    return frame.area.top() + share * frame.area.height();
}

struct Piece {
    int card;
    int from; ///< minutes of the day
    int to;
    int lane = 0;
    int lanes = 1;
};

/// The part of a slot that lies on a day, in wall minutes.
std::optional<Piece> pieceOn(QDate day, int card, const Slot &slot, const QTimeZone &zone)
{
    const QDateTime start = toWall(slot.start, zone);
    const QDateTime end = toWall(slot.end, zone);
    if (start.date() > day || end.date() < day)
        return std::nullopt;
    const int from = start.date() == day ? minuteOf(start.time()) : 0;
    const int to = end.date() == day ? minuteOf(end.time()) : minutesADay;
    if (to <= from)
        return std::nullopt;
    return Piece{card, from, to};
}

/// Each piece takes the first lane that is free; pieces that hang together share the width evenly.
void giveLanes(std::vector<Piece> &pieces)
{
    std::sort(pieces.begin(), pieces.end(), [](const Piece &left, const Piece &right) {
        return std::tie(left.from, right.to, left.card) < std::tie(right.from, left.to, right.card);
    });
    std::vector<int> freeFrom;
    size_t cluster = 0;
    int clusterEnd = -1;
    const auto close = [&](size_t end) {
        for (size_t at = cluster; at < end; ++at)
            pieces[at].lanes = int(freeFrom.size());
        cluster = end;
        freeFrom.clear();
    };
    for (size_t at = 0; at < pieces.size(); ++at) {
        Piece &piece = pieces[at];
        if (piece.from >= clusterEnd)
            close(at);
        const auto lane = std::find_if(freeFrom.begin(), freeFrom.end(), [&](int from) { return from <= piece.from; });
        piece.lane = int(lane - freeFrom.begin());
        if (lane == freeFrom.end())
            freeFrom.push_back(piece.to);
        else
            *lane = piece.to;
        clusterEnd = std::max(clusterEnd, piece.to);
    }
    close(pieces.size());
}

QRectF boxOf(const CalendarFrame &frame, const QRectF &column, const Piece &piece)
{
    const qreal width = (column.width() - 2 * cardGap) / piece.lanes;
    const qreal top = heightOfMinute(frame, piece.from);
    const qreal bottom = heightOfMinute(frame, piece.to);
    return {column.left() + cardGap + piece.lane * width, top, width - (piece.lanes > 1 ? cardGap : 0),
        std::max(0.0, bottom - top - 1)};
}

bool touches(const Slot &slot, QDate day, const QTimeZone &zone)
{
    return pieceOn(day, 0, slot, zone).has_value();
}

} // namespace

QRectF columnOf(const CalendarFrame &frame, int day, int resource)
{
    const qreal dayWidth = frame.area.width() / frame.days;
    const qreal width = dayWidth / frame.resources;
    return {frame.area.left() + day * dayWidth + (resource - 1) * width, frame.area.top(), width, frame.area.height()};
}

qreal heightOf(const CalendarFrame &frame, QTime time)
{
    return heightOfMinute(frame, minuteOf(time));
}

std::vector<PlacedCard> placeCards(const CalendarFrame &frame, const std::vector<Slot> &slots)
{
    std::map<std::pair<int, int>, std::vector<Piece>> columns;
    for (int card = 0; card < int(slots.size()); ++card) {
        const Slot &slot = slots[size_t(card)];
        if (slot.resource < 1 || slot.resource > frame.resources)
            continue;
        for (int day = 0; day < frame.days; ++day) {
            if (const auto piece = pieceOn(frame.first.addDays(day), card, slot, frame.zone))
                columns[{day, slot.resource}].push_back(*piece);
        }
    }
    std::vector<PlacedCard> placed;
    for (auto &[where, pieces] : columns) {
        giveLanes(pieces);
        for (const Piece &piece : pieces)
            placed.push_back({piece.card, boxOf(frame, columnOf(frame, where.first, where.second), piece)});
    }
    return placed;
}

std::vector<QRectF> closedBoxes(const CalendarFrame &frame, const OpeningHours &hours)
{
    std::vector<QRectF> boxes;
    for (int day = 0; day < frame.days; ++day) {
        const QRectF whole = columnOf(frame, day, 1).united(columnOf(frame, day, frame.resources));
        qreal top = whole.top();
        const auto shade = [&](qreal bottom) {
            if (bottom > top)
                boxes.push_back({whole.left(), top, whole.width(), bottom - top});
        };
        for (const OpenInterval &open : hours.on(frame.first.addDays(day))) {
            shade(heightOf(frame, open.from));
            top = std::max(top, open.to == QTime(0, 0) ? whole.bottom() : heightOf(frame, open.to));
        }
        shade(whole.bottom());
    }
    return boxes;
}

std::optional<QLineF> nowLine(const CalendarFrame &frame, Instant now)
{
    const QDateTime wall = toWall(now, frame.zone);
    const int minute = minuteOf(wall.time());
    const int day = int(frame.first.daysTo(wall.date()));
    if (day < 0 || day >= frame.days || minute < frame.fromHour * 60 || minute > frame.toHour * 60)
        return std::nullopt;
    const qreal y = heightOfMinute(frame, minute);
    return QLineF(columnOf(frame, day, 1).left(), y, columnOf(frame, day, frame.resources).right(), y);
}

HourSpan hoursToShow(
    QDate first, int days, const OpeningHours &hours, const std::vector<Slot> &slots, const QTimeZone &zone)
{
    int from = minutesADay;
    int to = 0;
    for (int day = 0; day < days; ++day) {
        const QDate date = first.addDays(day);
        for (const OpenInterval &open : hours.on(date)) {
            from = std::min(from, minuteOf(open.from));
            to = std::max(to, open.to == QTime(0, 0) ? minutesADay : minuteOf(open.to));
        }
        for (const Slot &slot : slots) {
            if (const auto piece = pieceOn(date, 0, slot, zone)) {
                from = std::min(from, piece->from);
                to = std::max(to, piece->to);
            }
        }
    }
    if (from >= to)
        return {};
    return {std::max(0, (from - 30) / 60), std::min(24, (to + 30 + 59) / 60)};
}

int daysOfWeek(QDate monday, const OpeningHours &hours, const std::vector<Slot> &slots, const QTimeZone &zone)
{
    int days = 5;
    for (int day = 5; day < 7; ++day) {
        const QDate date = monday.addDays(day);
        const bool usual = !hours.week[size_t(day)].empty(); // a closed Saturday of an open rule is still shown
        const bool booked =
            std::any_of(slots.begin(), slots.end(), [&](const Slot &slot) { return touches(slot, date, zone); });
        if (usual || booked)
            days = day + 1;
    }
    return days;
}

} // namespace deskbell::ui
