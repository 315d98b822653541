// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/calendarday.h"

#include "core/language/numberwords.h"

#include <array>

namespace deskbell::language {
namespace {

QDate comingMonthDay(QDate today, int month, int day)
{
    for (int year = today.year(); year <= today.year() + 8; ++year) { // eight for the 29th of February
        const QDate candidate(year, month, day);
        if (candidate.isValid() && candidate >= today)
            return candidate;
    }
    return {};
}

/// A day that moves with the year, this year's or the next one's.
template<class Rule> QDate coming(QDate today, Rule rule)
{
    const QDate now = rule(today.year());
    return now >= today ? now : rule(today.year() + 1);
}

QDate easter(int year)
{
    const int golden = year % 19;
    const int century = year / 100;
    const int moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    const int corrected = moon - moon / 28 * (1 - 29 / (moon + 1) * ((21 - golden) / 11));
    const int offset = (year + year / 4 + corrected + 2 - century + century / 4) % 7;
    const int full = corrected - offset;
    const int month = 3 + (full + 40) / 44;
    return {year, month, full + 28 - 31 * (month / 4)};
}

struct FixedDay {
    const char *words; ///< of the first word
    const char *second; ///< of the next; empty: none is needed
    int month;
    int day; ///< or which weekday of the month, below
    int weekday; ///< 0: a fixed day
};

/// Holidays of the callers' countries that people name in texts.
constexpr std::array<FixedDay, 16> holidays{{{"christmas xmas", "eve", 12, 24, 0}, {"christmas xmas", "", 12, 25, 0},
    {"boxing", "day", 12, 26, 0}, {"nye", "", 12, 31, 0}, {"new", "years year", 1, 1, 0},
    {"halloween", "", 10, 31, 0}, {"valentines valentine", "", 2, 14, 0}, {"juneteenth", "", 6, 19, 0},
    {"veterans", "day", 11, 11, 0}, {"independence", "day", 7, 4, 0}, {"patricks", "day", 3, 17, 0},
    {"thanksgiving turkey", "", 11, 4, 4}, {"labor labour", "day", 9, 1, 1}, {"memorial", "day", 5, -1, 1},
    {"mlk", "", 1, 3, 1}, {"presidents", "day", 2, 3, 1}}};

QDate comingHoliday(const FixedDay &day, QDate today)
{
    if (day.weekday == 0)
        return comingMonthDay(today, day.month, day.day);
    return coming(today, [&](int year) { return weekdayOfMonth(QDate(year, day.month, 1), day.weekday, day.day); });
}

} // namespace

QDate comingDayOfMonth(QDate today, int day, std::optional<int> weekday)
{
    for (int ahead = 0; ahead < 24; ++ahead) {
        const QDate month = QDate(today.year(), today.month(), 1).addMonths(ahead);
        const QDate candidate(month.year(), month.month(), day);
        if (candidate.isValid() && candidate >= today && (!weekday || candidate.dayOfWeek() == *weekday))
            return candidate;
    }
    return {};
}

QDate weekdayOfMonth(QDate inMonth, int weekday, int count)
{
    const QDate first(inMonth.year(), inMonth.month(), 1);
    const QDate ofFirst = first.addDays((weekday - first.dayOfWeek() + 7) % 7);
    if (count < 0) {
        const QDate fifth = ofFirst.addDays(28);
        return fifth.month() == first.month() ? fifth : ofFirst.addDays(21);
    }
    const QDate day = ofFirst.addDays(7 * (count - 1));
    return day.month() == first.month() ? day : QDate();
}

CalendarDay::CalendarDay(const Tokens &tokens, int at, QDate today)
    : m_cursor(tokens, at)
    , m_at(at)
    , m_today(today)
{
}

std::optional<DayReading> CalendarDay::read()
{
    using Form = bool (CalendarDay::*)();
    constexpr std::array<Form, 7> forms{&CalendarDay::monthDay, &CalendarDay::dayMonth, &CalendarDay::ordinal,
        &CalendarDay::slashed, &CalendarDay::dashed, &CalendarDay::holiday, &CalendarDay::monthAlone};
    for (const Form form : forms) {
        m_cursor.next = m_at;
        if ((this->*form)())
            return done(true);
    }
    return std::nullopt;
}

std::optional<DayReading> CalendarDay::readAfterWeekday(int weekday)
{
    const bool the = m_cursor.skip("the");
    if (monthDay() || dayMonth() || slashed())
        return done(true);
    const auto day = dayNumber(the);
    if (!day)
        return std::nullopt;
    const QDate agreeing = comingDayOfMonth(m_today, *day, weekday);
    return done(found(agreeing.isValid() ? agreeing : comingDayOfMonth(m_today, *day)));
}

std::optional<DayReading> CalendarDay::done(bool isFound) const
{
    if (!isFound)
        return std::nullopt;
    return DayReading{m_cursor.next, m_from, m_to.isValid() ? m_to : m_from};
}

bool CalendarDay::found(QDate from, QDate to)
{
    m_from = from;
    m_to = to;
    return from.isValid();
}

/// "may" is a month only beside a number; "march" and "sun" have their own doubts.
bool CalendarDay::isMonthHere() const
{
    if (!monthWord(m_cursor.word()))
        return false;
    const bool doubtful = m_cursor.is("may march mar");
    return !doubtful || m_cursor.number(1) || m_cursor.is("the", 1) || (m_cursor.token(1) && ordinalWord(m_cursor.word(1)));
}

/// dec 14, december the 14th, nov/2, jan 8th 2027, dec 14-16
bool CalendarDay::monthDay()
{
    if (!isMonthHere())
        return false;
    const int begin = m_cursor.next;
    const int month = *monthWord(m_cursor.word());
    ++m_cursor.next;
    m_cursor.skip("the");
    if (const auto day = dayNumber(true); day && withYear(month, *day)) {
        lastOfRange(month);
        return true;
    }
    m_cursor.next = begin;
    return false;
}

/// The "-16" of "dec 14-16" and the "to the 28th" after a day of the same month.
void CalendarDay::lastOfRange(int month)
{
    const int begin = m_cursor.next;
    const bool joined = m_cursor.token() && m_cursor.token()->dashed;
    if (!joined && !m_cursor.skip("to through until"))
        return;
    m_cursor.skip("the");
    const auto last = dayNumber(true);
    const bool hours = m_cursor.is("am pm a p oclock");
    const QDate to = last ? QDate(m_from.year(), month, *last) : QDate();
    if (!hours && to.isValid() && to > m_from)
        m_to = to;
    else
        m_cursor.next = begin;
}

/// 14 dec, 14th of december, the twenty third day of september, the 15th of next month
bool CalendarDay::dayMonth()
{
    const int begin = m_cursor.next;
    m_cursor.skip("the");
    const auto day = dayNumber(true);
    m_cursor.skip("day");
    m_cursor.skip("of");
    m_cursor.skip("the");
    if (day && m_cursor.skipAll({"next following", "month"})) {
        const QDate month = QDate(m_today.year(), m_today.month(), 1).addMonths(1);
        return found(QDate(month.year(), month.month(), *day));
    }
    const auto month = day && isMonthHere() ? monthWord(m_cursor.word()) : std::nullopt;
    if (!month) {
        m_cursor.next = begin;
        return false;
    }
    ++m_cursor.next;
    return withYear(*month, *day);
}

bool CalendarDay::withYear(int month, int day)
{
    const bool of = m_cursor.is("of");
    const QString word = m_cursor.word(of ? 1 : 0);
    const int year = word.size() == 4 && !m_cursor.is("am pm a p", of ? 2 : 1) ? word.toInt() : 0;
    if (year > 1999 && year < 2100) {
        m_cursor.next += of ? 2 : 1;
        return found(QDate(year, month, day));
    }
    return found(comingMonthDay(m_today, month, day));
}

/// the 14th, on the 17, the twenty-sixth day of the month
bool CalendarDay::ordinal()
{
    const bool the = m_cursor.skip("the");
    // "the second" and "the 2" choose from a list; a day needs its suffix, or "on the" before a bare number.
    const Token *before = m_at > 0 ? &m_cursor.tokens()[static_cast<size_t>(m_at) - 1] : nullptr;
    const bool on = the && before && isOneOf(before->word, "on by before after until for from");
    const bool suffixed = m_cursor.number() && m_cursor.token(1) && m_cursor.token(1)->glued;
    const bool spelt = the && (m_cursor.number() == 20 || m_cursor.number() == 30 || ordinalWord(m_cursor.word()).value_or(0) > 4);
    if (!on && !suffixed && !spelt)
        return false;
    const auto day = dayNumber(on || spelt);
    if (!day)
        return false;
    m_cursor.skipAll({"day", "of", "the this", "month"}) || m_cursor.skipAll({"of", "the this", "month"});
    return found(comingDayOfMonth(m_today, *day));
}

/// 14th, the 14, the eleventh, twenty third
std::optional<int> CalendarDay::dayNumber(bool bareAllowed)
{
    const Token *first = m_cursor.token();
    if (!first || first->money)
        return std::nullopt;
    const Token *suffix = m_cursor.token(1);
    const int tens = first->number().value_or(0);
    const int units = suffix && !suffix->glued
        ? ordinalWord(suffix->word).value_or(isOneOf(suffix->word, "one two three four five six seven eight nine") ? *numberWord(suffix->word) : 10)
        : 10;
    if (bareAllowed && (tens == 20 || tens == 30) && first->raw.front().isLetter() && units < 10) {
        m_cursor.next += 2;
        return tens + units;
    }
    const bool ordinalSuffix = suffix && suffix->glued && isOneOf(suffix->word, "st nd rd th");
    const char *streets = "st street ave avenue rd road blvd ln lane floor grade birthday anniversary one time week";
    const bool clock = suffix && (isOneOf(suffix->word, "am pm") || (suffix->glued && isOneOf(suffix->word, "a p ish h hr hrs min")));
    const auto number = first->number();
    if (number && *number >= 1 && *number <= 31 && !clock && (ordinalSuffix || bareAllowed)
        && !m_cursor.is(streets, ordinalSuffix ? 2 : 1)) {
        m_cursor.next += ordinalSuffix ? 2 : 1;
        return number;
    }
    const auto word = bareAllowed ? ordinalWord(first->word) : std::nullopt;
    if (!word || m_cursor.is(streets, 1))
        return std::nullopt;
    ++m_cursor.next;
    return word;
}

/// 12/14, 12/14/2026; with a first figure that is no month, the day comes first.
bool CalendarDay::slashed()
{
    const Token *one = m_cursor.token();
    if (!one || one->money || !one->word.contains(u'/') || one->word == QLatin1String("24/7"))
        return false;
    const QStringList parts = one->word.split(u'/');
    const int year = parts.size() > 2 ? parts[2].toInt() + (parts[2].size() == 2 ? 2000 : 0) : 0;
    int month = parts[0].toInt();
    int day = parts[1].toInt();
    if (month > 12)
        std::swap(month, day);
    ++m_cursor.next;
    return found(year > 0 ? QDate(year, month, day) : comingMonthDay(m_today, month, day));
}

/// 2026-12-14, 12-14-2026
bool CalendarDay::dashed()
{
    std::array<int, 3> parts{};
    for (int i = 0; i < 3; ++i) {
        const Token *one = m_cursor.token(i);
        const auto number = m_cursor.number(i);
        if (!one || !number || (i > 0 && !one->dashed))
            return false;
        parts[static_cast<size_t>(i)] = *number;
    }
    m_cursor.next += 3;
    if (parts[0] > 1999)
        return found(QDate(parts[0], parts[1], parts[2]));
    if (parts[0] > 12)
        std::swap(parts[0], parts[1]);
    return parts[2] > 1999 && found(QDate(parts[2], parts[0], parts[1]));
}

bool CalendarDay::holiday()
{
    m_cursor.skip("st saint");
    for (const FixedDay &day : holidays) {
        const bool second = *day.second == '\0' || m_cursor.is(day.second, 1);
        if (!m_cursor.is(day.words) || !second)
            continue;
        m_cursor.next += *day.second == '\0' ? 1 : 2;
        QDate when = comingHoliday(day, m_today);
        if (m_cursor.skip("eve"))
            when = day.month == 1 ? comingMonthDay(m_today, 12, 31) : when.addDays(-1);
        m_cursor.skip("day");
        return found(when);
    }
    return easterDays();
}

bool CalendarDay::easterDays()
{
    if (m_cursor.skipAll({"good", "friday"}))
        return found(coming(m_today, [](int year) { return easter(year).addDays(-2); }));
    if (m_cursor.skipAll({"mothers", "day"}))
        return found(coming(m_today, [](int year) { return weekdayOfMonth(QDate(year, 5, 1), 7, 2); }));
    if (m_cursor.skipAll({"fathers", "day"}))
        return found(coming(m_today, [](int year) { return weekdayOfMonth(QDate(year, 6, 1), 7, 3); }));
    if (!m_cursor.skip("easter"))
        return false;
    const int monday = m_cursor.skip("monday") ? 1 : 0;
    m_cursor.skip("sunday");
    return found(coming(m_today, [&](int year) { return easter(year).addDays(monday); }));
}

/// "in january", "early december", "mid march", "first week of june"
bool CalendarDay::monthAlone()
{
    const int begin = m_cursor.next;
    const QString part = m_cursor.is("early late mid end beginning start middle") ? m_cursor.word() : QString();
    if (!part.isEmpty() || m_cursor.is("in sometime during this next"))
        ++m_cursor.next;
    m_cursor.skip("of in");
    const auto month = monthWord(m_cursor.word());
    const bool verb = m_cursor.is("may march mar") && m_cursor.is("this during next", -1);
    if (!month || verb || m_cursor.next == begin || m_cursor.number(1))
        return false;
    ++m_cursor.next;
    const int year = m_today.year() + (*month < m_today.month() ? 1 : 0);
    const QDate first(year, *month, 1);
    const QDate last = first.addMonths(1).addDays(-1);
    if (isOneOf(part, "early beginning start"))
        return found(std::max(first, m_today), first.addDays(9));
    if (isOneOf(part, "mid middle"))
        return found(std::max(first.addDays(9), m_today), first.addDays(19));
    if (isOneOf(part, "late end"))
        return found(std::max(first.addDays(19), m_today), last);
    return found(std::max(first, m_today), last);
}

} // namespace deskbell::language
