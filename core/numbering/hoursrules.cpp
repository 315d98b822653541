// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbering/hoursrules.h"

#include <QLatin1String>
#include <algorithm>

namespace deskbell::numbering {
namespace {

using Week = std::array<DayWindow, 7>;

constexpr DayWindow from(int first, int end, int endMinute = 0)
{
    return {static_cast<short>(first * 60), static_cast<short>(end * 60 + endMinute)};
}

constexpr Week week(DayWindow weekday, DayWindow saturday, DayWindow sunday)
{
    return {weekday, weekday, weekday, weekday, weekday, saturday, sunday};
}

constexpr Week daily(DayWindow day)
{
    return week(day, day, day);
}

constexpr Week notOnSunday(DayWindow day)
{
    return week(day, day, {});
}

constexpr DayWindow closed{};

// Own compilation of telephone solicitation laws; the stricter reading where sources differ. Sources of each row: 47 CFR
// 64.1200(c)(1); Ala. Code 8-19A; Cal. PUC 2872; Conn. SB 1058; Fla. Stat. 501.616; 815 ILCS 305; KRS 367.46955; La.
// R.S. 45:844; Md. SB 90; 15 Okla. Stat. 775C; Tex. Bus. & Com. 301/302; RCW 80.36.390; and the like. Not legal advice:
// the owner confirms.
constexpr HoursRule rules[] = {
    {"US", daily(from(8, 21))},
    {"US-AL", notOnSunday(from(8, 20)), true},
    {"US-CA", daily(from(9, 21))},
    {"US-CT", daily(from(9, 20))},
    {"US-FL", daily(from(8, 20)), false, 3, 24h},
    {"US-IL", daily(from(9, 21))},
    {"US-KY", daily(from(10, 21))},
    {"US-LA", notOnSunday(from(8, 20)), true},
    {"US-MA", daily(from(8, 20))},
    {"US-MD", daily(from(8, 20)), false, 3, 24h},
    {"US-ME", week(from(9, 17), closed, closed)},
    {"US-MI", daily(from(9, 21))},
    {"US-MN", daily(from(9, 21))},
    {"US-MS", notOnSunday(from(8, 20)), true},
    {"US-NJ", daily(from(8, 20))},
    {"US-NM", daily(from(9, 21))},
    {"US-NV", daily(from(9, 20))},
    {"US-OK", daily(from(8, 20)), false, 3, 24h},
    {"US-PA", notOnSunday(from(8, 21)), true},
    {"US-RI", week(from(9, 18), from(10, 17), from(10, 17)), true},
    {"US-TX", week(from(9, 21), from(9, 21), from(12, 21))},
    {"US-UT", notOnSunday(from(8, 21)), true},
    {"US-VA", daily(from(8, 21))},
    {"US-WA", daily(from(8, 20))},
    {"US-WY", daily(from(8, 20))},
    {"CA", week(from(9, 21, 30), from(10, 18), from(10, 18))},
    {"GB", daily(from(8, 21))},
    {"IE", daily(from(8, 21))},
    {"AU", week(from(9, 20), from(9, 17), closed)},
    {"*", daily(from(9, 20)), false, 2, 24h, true},
};

/// The n-th weekday of the month; -1: the last one.
bool isNth(QDate day, int month, int weekday, int n)
{
    if (day.month() != month || day.dayOfWeek() != weekday)
        return false;
    return n > 0 ? (day.day() - 1) / 7 + 1 == n : day.day() + 7 > day.daysInMonth();
}

bool isOnDate(QDate day)
{
    constexpr std::array<std::pair<int, int>, 5> dates{{{1, 1}, {6, 19}, {7, 4}, {11, 11}, {12, 25}}};
    return std::find(dates.begin(), dates.end(), std::pair(day.month(), day.day())) != dates.end();
}

bool isMoving(QDate day)
{
    return isNth(day, 1, Qt::Monday, 3) || isNth(day, 2, Qt::Monday, 3) || isNth(day, 5, Qt::Monday, -1)
        || isNth(day, 9, Qt::Monday, 1) || isNth(day, 10, Qt::Monday, 2) || isNth(day, 11, Qt::Thursday, 4);
}

} // namespace

const HoursRule *ruleNamed(QStringView name)
{
    for (const HoursRule &rule : rules) {
        if (name == QLatin1String(rule.name))
            return &rule;
    }
    return nullptr;
}

bool isFederalHoliday(QDate day)
{
    const bool observed = (day.dayOfWeek() == Qt::Friday && isOnDate(day.addDays(1)))
        || (day.dayOfWeek() == Qt::Monday && isOnDate(day.addDays(-1)));
    return isOnDate(day) || isMoving(day) || observed;
}

} // namespace deskbell::numbering
