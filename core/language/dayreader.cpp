// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/dayreader.h"

#include "core/language/calendarday.h"
#include "core/language/numberwords.h"

#include <array>

namespace deskbell::language {
namespace {

QDate mondayOf(QDate day)
{
    return day.addDays(1 - day.dayOfWeek());
}

QDate onOrAfter(QDate day, int weekday)
{
    return day.addDays((weekday - day.dayOfWeek() + 7) % 7);
}

QDate comingWeekday(QDate today, int weekday)
{
    return onOrAfter(today.addDays(1), weekday); // who means today says today
}

QDate afterWorkdays(QDate day, int count)
{
    while (count > 0) {
        day = day.addDays(1);
        count -= day.dayOfWeek() <= 5 ? 1 : 0;
    }
    return day;
}

constexpr const char *units = "day days week weeks wk wks month months mo year years fortnight fortnights nights";

/// Days told from today: near ones, counted ones, weekdays, weeks and months.
class DayGrammar
{
public:
    DayGrammar(const Tokens &tokens, int at, QDate today)
        : m_cursor(tokens, at)
        , m_at(at)
        , m_today(today)
    {
    }

    std::optional<DayReading> read()
    {
        using Form = bool (DayGrammar::*)();
        constexpr std::array<Form, 10> forms{&DayGrammar::nearDay, &DayGrammar::counted, &DayGrammar::nextSome, &DayGrammar::besideDay,
            &DayGrammar::weekdayOfSpan, &DayGrammar::weekOfMonth, &DayGrammar::wholeSpan, &DayGrammar::restOfSpan,
            &DayGrammar::modifiedWeekday, &DayGrammar::weekday};
        for (const Form form : forms) {
            m_cursor.next = m_at;
            if ((this->*form)())
                return DayReading{m_cursor.next, m_from, m_to.isValid() ? m_to : m_from};
        }
        return CalendarDay(m_cursor.tokens(), m_at, m_today).read();
    }

private:
    bool found(QDate from, QDate to = {})
    {
        m_from = from;
        m_to = to;
        return from.isValid();
    }
    /// Any day that begins here.
    std::optional<QDate> dayHere()
    {
        m_cursor.skip("the");
        const auto day = readDay(m_cursor.tokens(), m_cursor.next, m_today);
        if (!day)
            return std::nullopt;
        m_cursor.next = day->end;
        return day->from;
    }

    /// today, tomorrow, the day after tomorrow, this morning
    bool nearDay()
    {
        if (m_cursor.skipAll({"day", "after", "tomorrow"}) || m_cursor.skipAll({"pasado", "manana"}))
            return found(m_today.addDays(2));
        if (m_cursor.is("later") && m_cursor.is("today", 1))
            ++m_cursor.next;
        if (m_cursor.skip("today tonight todays hoy"))
            return found(m_today);
        if (m_cursor.is("this") && m_cursor.is("morning afternoon evening am pm arvo", 1)) {
            ++m_cursor.next;
            return found(m_today);
        }
        if (m_cursor.is("later") && m_cursor.is("this", 1) && m_cursor.is("morning afternoon evening", 2)) {
            m_cursor.next += 2;
            return found(m_today);
        }
        if (m_cursor.is("manana"))
            return !isBefore("la") && ++m_cursor.next && found(m_today.addDays(1));
        return m_cursor.skip("tomorrow tomorrows") && found(m_today.addDays(1));
    }
    [[nodiscard]] bool isBefore(const char *words) const { return isOneOf(m_cursor.word(m_at - m_cursor.next - 1), words); }

    /// A number of days, weeks …; the unit is the next word. 0: none.
    int count()
    {
        int many = 0;
        if (m_cursor.is("a an") && m_cursor.is("couple few", 1))
            ++m_cursor.next;
        if (m_cursor.skip("few"))
            many = 3;
        else if (m_cursor.skip("a an"))
            many = 1;
        else if (const auto number = m_cursor.number())
            many = *number, ++m_cursor.next;
        else if (m_cursor.is("week weeks fortnight"))
            many = 1;
        m_cursor.skip("of");
        return many > 0 && many <= 400 ? many : 0;
    }

    /// in 3 days, two weeks from tomorrow, 4 months later, a week on friday, two sundays from now
    bool counted()
    {
        const bool in = m_cursor.skip("in");
        const bool within = !in && m_cursor.skip("within");
        const bool bare = m_cursor.is("week weeks fortnight");
        const int many = count();
        if (many == 0)
            return false;
        const auto named = weekdayWord(m_cursor.word());
        if (named && many > 1 && m_cursor.word().endsWith(u's'))
            return ++m_cursor.next && m_cursor.skipAll({"from", "now"}) && found(comingWeekday(m_today, *named).addDays(7 * (many - 1)));
        const bool business = m_cursor.skip("business working work");
        if (!m_cursor.is(units))
            return false;
        const QString unit = m_cursor.word();
        ++m_cursor.next;
        m_cursor.skip("time");
        if (within)
            return found(m_today, stepped(m_today, many, unit, business));
        if (!bare && (m_cursor.skip("later out hence") || m_cursor.skipAll({"from", "now"})))
            return landing(stepped(m_today, many, unit, business));
        if (in)
            return landing(stepped(m_today, many, unit, business));
        const bool back = !bare && m_cursor.is("before");
        if (!m_cursor.skip("from after") && !(back && m_cursor.skip("before"))
            && !(isOneOf(unit, "week weeks") && m_cursor.skip("on")))
            return false;
        const bool afterNow = m_cursor.skip("now");
        const auto base = afterNow ? std::optional(m_today) : dayHere();
        return base && landing(stepped(*base, back ? -many : many, unit, business));
    }
    static QDate stepped(QDate base, int many, const QString &unit, bool business)
    {
        if (unit.startsWith(QLatin1String("mo")))
            return base.addMonths(many);
        if (unit.startsWith(QLatin1String("year")))
            return base.addYears(many);
        if (business)
            return afterWorkdays(base, many);
        return base.addDays(many * (unit.startsWith(u'w') ? 7 : unit.startsWith(u'f') ? 14 : 1));
    }
    /// "two months from today on tuesday": the day of that name from there on.
    bool landing(QDate day)
    {
        const int begin = m_cursor.next;
        if (m_cursor.skip("on")) {
            if (const auto weekday = weekdayWord(m_cursor.word())) {
                ++m_cursor.next;
                return found(onOrAfter(day, *weekday));
            }
            m_cursor.next = begin;
        }
        return found(day);
    }

    /// the next 4 business days, next few weeks, coming days
    bool nextSome()
    {
        if (!m_cursor.skip("next coming following"))
            return false;
        const bool plain = m_cursor.is("days");
        const int many = plain ? 3 : count();
        if (many == 0 || (many == 1 && !m_cursor.is("day")))
            return false;
        const bool business = m_cursor.skip("business working work");
        if (!m_cursor.is(units))
            return false;
        const QString unit = m_cursor.word();
        ++m_cursor.next;
        const QDate first = business ? afterWorkdays(m_today, 1) : m_today.addDays(1);
        return found(first, stepped(m_today, many, unit, business));
    }

    /// the day before christmas, week after thanksgiving, the weekend after next, the week after next
    bool besideDay()
    {
        m_cursor.skip("the");
        if (!m_cursor.is("day week weekend") || !m_cursor.is("before after of", 1))
            return false;
        const QString unit = m_cursor.word();
        const bool before = m_cursor.is("before", 1);
        const bool of = m_cursor.is("of", 1);
        m_cursor.next += 2;
        if (unit == QLatin1String("day"))
            return !of && [&] { const auto day = dayHere(); return day && found(day->addDays(before ? -1 : 1)); }();
        if (!before && !of && m_cursor.skip("next"))
            return unit == QLatin1String("week") ? sevenFrom(mondayOf(m_today).addDays(14)) : found(mondayOf(m_today).addDays(19), mondayOf(m_today).addDays(20));
        const auto day = dayHere();
        if (!day)
            return false;
        const QDate monday = mondayOf(*day).addDays(of ? 0 : before ? -7 : 7);
        if (unit == QLatin1String("week"))
            return sevenFrom(monday);
        return found(monday.addDays(before || of ? 5 : -2), monday.addDays(before || of ? 6 : -1));
    }
    bool sevenFrom(QDate monday) { return found(std::max(m_today, monday), monday.addDays(6)); }

    /// the first monday of next month, last friday of the month, the second sunday in december
    bool weekdayOfSpan()
    {
        const auto which = m_cursor.is("last") ? std::optional(-1) : m_cursor.token(1) && m_cursor.token(1)->glued ? m_cursor.number() : ordinalWord(m_cursor.word());
        if (!which || *which > 5)
            return false;
        m_cursor.next += m_cursor.token(1) && m_cursor.token(1)->glued ? 2 : 1;
        const auto weekday = weekdayWord(m_cursor.word());
        if (!weekday)
            return false;
        ++m_cursor.next;
        const bool of = m_cursor.skip("of in");
        m_cursor.skip("the this");
        const bool next = m_cursor.skip("next following");
        if ((of || next) && m_cursor.skip("month")) {
            const QDate day = weekdayOfMonth(m_today.addDays(1 - m_today.day()).addMonths(next ? 1 : 0), *weekday, *which);
            return found(day < m_today ? weekdayOfMonth(m_today.addDays(1 - m_today.day()).addMonths(1), *weekday, *which) : day);
        }
        const auto month = of ? monthWord(m_cursor.word()) : std::nullopt;
        if (!month)
            return false;
        ++m_cursor.next;
        const QDate day = weekdayOfMonth(QDate(m_today.year(), *month, 1), *weekday, *which);
        return found(day < m_today ? weekdayOfMonth(QDate(m_today.year() + 1, *month, 1), *weekday, *which) : day);
    }

    /// first week of december, 2nd week of next month, last week in january
    bool weekOfMonth()
    {
        const auto which = m_cursor.is("last") ? std::optional(-1) : m_cursor.token(1) && m_cursor.token(1)->glued ? m_cursor.number() : ordinalWord(m_cursor.word());
        if (!which || *which > 5)
            return false;
        m_cursor.next += m_cursor.token(1) && m_cursor.token(1)->glued ? 2 : 1;
        if (!m_cursor.skipAll({"week", "of in"}))
            return false;
        const bool next = m_cursor.skip("next");
        m_cursor.skip("the");
        QDate first = m_today.addDays(1 - m_today.day());
        if (next ? m_cursor.skip("month") : m_cursor.skip("month")) {
            first = first.addMonths(next ? 1 : 0);
        } else {
            const auto month = monthWord(m_cursor.word());
            if (!month)
                return false;
            ++m_cursor.next;
            first = QDate(m_today.year() + (*month < m_today.month() ? 1 : 0), *month, 1);
        }
        if (*which < 0)
            return sevenFrom(mondayOf(first.addMonths(1).addDays(-1)));
        return sevenFrom(mondayOf(first).addDays(7 * (*which - 1)));
    }

    /// next week, this weekend, end of next week, next month, week, eom
    bool wholeSpan()
    {
        const QString part =
            m_cursor.is("end early late later beginning start middle mid") ? m_cursor.word() : QString();
        if (!part.isEmpty())
            ++m_cursor.next;
        m_cursor.skip("of in");
        m_cursor.skip("the");
        const bool next = m_cursor.skip("next following");
        const bool named = next || m_cursor.skip("this coming the upcoming");
        if (m_cursor.skip("weekend weekends wkend wknd"))
            return weekend(next);
        if ((named || !part.isEmpty()) && m_cursor.skip("month"))
            return month(next, part);
        if (!m_cursor.skip("week wk weeks"))
            return false;
        if (!named && part.isEmpty())
            return false;
        return week(next, part);
    }
    bool weekend(bool next)
    {
        const QDate saturday = mondayOf(m_today).addDays(next ? 12 : 5);
        return found(std::max(saturday, m_today), saturday.addDays(1));
    }
    bool month(bool next, const QString &part)
    {
        const QDate first = m_today.addDays(1 - m_today.day()).addMonths(next ? 1 : 0);
        const QDate last = first.addMonths(1).addDays(-1);
        if (part == QLatin1String("end") || part.startsWith(QLatin1String("late")))
            return found(std::max(m_today, last.addDays(-8)), last);
        return found(std::max(m_today, first), part.isEmpty() ? last : first.addDays(9));
    }
    bool week(bool next, const QString &part)
    {
        const QDate monday = mondayOf(m_today).addDays(next ? 7 : 0);
        const int on = m_cursor.is("on") ? 1 : 0;
        if (const auto weekday = weekdayWord(m_cursor.word(on)); weekday) { // "next week wednesday"
            m_cursor.next += on + 1;
            return found(monday.addDays(*weekday - 1));
        }
        if (part == QLatin1String("end"))
            return found(std::max(m_today, monday.addDays(3)), monday.addDays(4));
        if (isOneOf(part, "early beginning start"))
            return found(std::max(m_today, monday), std::max(m_today, monday.addDays(1)));
        if (part.startsWith(QLatin1String("mid")))
            return found(std::max(m_today, monday.addDays(1)), std::max(m_today, monday.addDays(3)));
        if (part.startsWith(QLatin1String("late")))
            return found(std::max(m_today.addDays(1), monday.addDays(next ? 2 : 0)), std::max(m_today.addDays(1), monday.addDays(6)));
        return sevenFrom(monday);
    }

    /// the rest of the week, remainder of this month
    bool restOfSpan()
    {
        if (!m_cursor.skip("rest remainder") || !m_cursor.skip("of"))
            return false;
        m_cursor.skip("the this my");
        if (m_cursor.skip("week"))
            return found(m_today, mondayOf(m_today).addDays(6));
        return m_cursor.skip("month") && found(m_today, m_today.addDays(m_today.daysInMonth() - m_today.day()));
    }

    /// this friday, next friday, friday of next week
    bool modifiedWeekday()
    {
        const bool next = m_cursor.skip("next following");
        if (!next && !m_cursor.skip("this coming upcoming"))
            return false;
        m_cursor.skip("coming");
        const auto weekday = weekdayWord(m_cursor.word());
        if (!weekday)
            return false;
        ++m_cursor.next;
        if (next)
            return found(mondayOf(m_today).addDays(7 + *weekday - 1));
        return found(onOrAfter(m_today, *weekday));
    }

    /// friday, friday the 26th, friday next week, friday after next, monday december 14, sunday 3 weeks from now
    bool weekday()
    {
        const auto weekday = weekdayWord(m_cursor.word());
        if (!weekday || isVerb() || isOneOf(m_cursor.word(-1), "last since")) // what was, is no wish
            return false;
        ++m_cursor.next;
        const int afterName = m_cursor.next;
        const QDate monday = mondayOf(m_today);
        if (m_cursor.skipAll({"of", "next", "week"}) || m_cursor.skipAll({"next", "week"}))
            return found(monday.addDays(7 + *weekday - 1));
        if (m_cursor.skipAll({"of", "this", "week"}) || m_cursor.skipAll({"this", "week"}))
            return found(std::max(m_today, monday.addDays(*weekday - 1)));
        if (m_cursor.skipAll({"after", "next"}))
            return found(monday.addDays(14 + *weekday - 1));
        if (m_cursor.skip("week"))
            return found(comingWeekday(m_today, *weekday).addDays(7));
        if (counted()) // the day of that name in the week that begins on a sunday
            return found(m_from.addDays(-(m_from.dayOfWeek() % 7) + *weekday % 7));
        if (const auto more = CalendarDay(m_cursor.tokens(), afterName, m_today).readAfterWeekday(*weekday)) {
            m_cursor.next = more->end;
            return found(more->from, more->to);
        }
        m_cursor.next = afterName;
        return found(comingWeekday(m_today, *weekday));
    }
    /// "sat" and "sun" are words too.
    [[nodiscard]] bool isVerb() const
    {
        const QString before = m_cursor.word(-1);
        if (m_cursor.is("sat"))
            return m_cursor.is("in there down on at with", 1) && isOneOf(before, "i we it he she you they has have");
        return m_cursor.is("sun") && (isOneOf(before, "the my your a") || m_cursor.is("visor roof roofs screen glasses tan room damage porch shade block", 1));
    }

    Cursor m_cursor;
    int m_at;
    QDate m_today;
    QDate m_from;
    QDate m_to;
};

} // namespace

std::optional<DayReading> readDay(const Tokens &tokens, int at, QDate today)
{
    return DayGrammar(tokens, at, today).read();
}

} // namespace deskbell::language
