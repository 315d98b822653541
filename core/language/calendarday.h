// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/cursor.h"
#include "core/language/dayreader.h"

namespace deskbell::language {

/// Days that the calendar names: "dec 14", "14th of december", "the 14th", "12/14", "2026-12-14", "christmas eve".
/// Looked forward from today.
class CalendarDay
{
public:
    CalendarDay(const Tokens &tokens, int at, QDate today);

    [[nodiscard]] std::optional<DayReading> read();
    /// What may stand after a weekday: "(friday) the 26th", "(monday) december 14". A bare number counts after "the".
    [[nodiscard]] std::optional<DayReading> readAfterWeekday(int weekday);

private:
    bool found(QDate from, QDate to = {});
    bool monthDay();
    bool dayMonth();
    bool ordinal();
    bool slashed();
    bool dashed();
    bool holiday();
    bool easterDays();
    bool monthAlone();
    bool withYear(int month, int day);
    void lastOfRange(int month);
    std::optional<int> dayNumber(bool bareAllowed);
    [[nodiscard]] bool isMonthHere() const;
    [[nodiscard]] std::optional<DayReading> done(bool isFound) const;

    Cursor m_cursor;
    int m_at;
    QDate m_today;
    QDate m_from;
    QDate m_to;
};

/// The coming day with this number; of a weekday, the coming one that falls on it. Invalid when there is none.
[[nodiscard]] QDate comingDayOfMonth(QDate today, int day, std::optional<int> weekday = {});
/// The \p count th \p weekday of a month; -1 is the last. Invalid when there is none.
[[nodiscard]] QDate weekdayOfMonth(QDate inMonth, int weekday, int count);

} // namespace deskbell::language
