// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/dayreader.h"

#include "core/language/numberwords.h"
#include "core/language/wordset.h"

#include <array>

namespace deskbell::language {
namespace {

QDate mondayOf(QDate day)
{
    return day.addDays(1 - day.dayOfWeek());
}

QDate comingWeekday(QDate today, int weekday)
{
    const int ahead = (weekday - today.dayOfWeek() + 7) % 7;
    return today.addDays(ahead == 0 ? 7 : ahead); // who means today says today
}

QDate comingMonthDay(QDate today, int month, int day)
{
    for (int year = today.year(); year <= today.year() + 4; ++year) { // four for the 29th of February
        const QDate candidate(year, month, day);
        if (candidate.isValid() && candidate >= today)
            return candidate;
    }
    return {};
}

QDate comingDayOfMonth(QDate today, int day, std::optional<int> weekday = {})
{
    for (int ahead = 0; ahead < 24; ++ahead) {
        const QDate month = QDate(today.year(), today.month(), 1).addMonths(ahead);
        const QDate candidate(month.year(), month.month(), day);
        if (candidate.isValid() && candidate >= today && (!weekday || candidate.dayOfWeek() == *weekday))
            return candidate;
    }
    return {};
}

class Reader
{
public:
    Reader(const Tokens &tokens, int at, QDate today)
        : m_tokens(tokens)
        , m_at(at)
        , m_today(today)
    {
    }

    std::optional<DayReading> read()
    {
        using Form = bool (Reader::*)();
        constexpr std::array<Form, 10> forms{&Reader::nearDay, &Reader::counted, &Reader::wholeSpan,
            &Reader::modifiedWeekday, &Reader::weekday, &Reader::monthDay, &Reader::dayMonth, &Reader::ordinal,
            &Reader::slashed, &Reader::holiday};
        for (const Form form : forms) {
            m_next = m_at;
            if ((this->*form)())
                return DayReading{m_next, m_from, m_to.isValid() ? m_to : m_from};
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] const Token *token(int ahead = 0) const
    {
        const size_t index = static_cast<size_t>(m_next + ahead);
        return index < m_tokens.size() && !m_tokens[index].masked ? &m_tokens[index] : nullptr;
    }
    [[nodiscard]] QString word(int ahead = 0) const { return token(ahead) ? token(ahead)->word : QString(); }
    bool skip(const char *words)
    {
        if (!wordSet(words).contains(word()))
            return false;
        ++m_next;
        return true;
    }
    bool found(QDate from, QDate to = {})
    {
        m_from = from;
        m_to = to;
        return from.isValid();
    }

    /// today, tomorrow, the day after tomorrow
    bool nearDay()
    {
        if (word() == QLatin1String("day") && word(1) == QLatin1String("after")
            && word(2) == QLatin1String("tomorrow")) {
            m_next += 3;
            return found(m_today.addDays(2));
        }
        if (skip("today tonight"))
            return found(m_today);
        if (word() == QLatin1String("this") && wordSet("morning afternoon evening").contains(word(1))) {
            ++m_next;
            return found(m_today);
        }
        return skip("tomorrow tomorrows") && found(m_today.addDays(1));
    }

    /// in 3 days, two weeks from tomorrow, 4 months later
    bool counted()
    {
        const bool in = skip("in within");
        int count = 0;
        if (skip("a an"))
            count = 1;
        else if (token() && token()->number())
            count = *token()->number(), ++m_next;
        skip("of");
        const QString unit = word();
        if (count <= 0 || count > 400 || !wordSet("day days week weeks month months").contains(unit))
            return false;
        ++m_next;
        QDate base = m_today;
        if (skip("later"))
            return step(base, count, unit);
        if (skip("from after")) {
            if (skip("now"))
                return step(base, count, unit);
            const auto day = readDay(m_tokens, m_next, m_today);
            if (!day)
                return false;
            m_next = day->end;
            return step(day->from, count, unit);
        }
        return in && step(base, count, unit);
    }
    bool step(QDate base, int count, const QString &unit)
    {
        if (unit.startsWith(QLatin1String("month")))
            return found(base.addMonths(count));
        return found(base.addDays(count * (unit.startsWith(QLatin1String("week")) ? 7 : 1)));
    }

    /// next week, this weekend, end of next week, the week of the 18th, next month
    bool wholeSpan()
    {
        const QString part =
            wordSet("end early late later beginning start middle mid").contains(word()) ? word() : QString();
        if (!part.isEmpty())
            ++m_next;
        skip("of in");
        skip("the");
        const bool next = skip("next following");
        const bool named = next || skip("this coming the");
        if (skip("weekend weekends"))
            return weekend(next);
        if ((named || !part.isEmpty()) && skip("month"))
            return month(next, part);
        if (!skip("week"))
            return false;
        if (skip("of"))
            return weekOfDay();
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
        const QDate first = QDate(m_today.year(), m_today.month(), 1).addMonths(next ? 1 : 0);
        const QDate last = first.addMonths(1).addDays(-1);
        if (part == QLatin1String("end") || part.startsWith(QLatin1String("late")))
            return found(std::max(m_today, last.addDays(-8)), last);
        return found(std::max(m_today, first), part.isEmpty() ? last : first.addDays(9));
    }
    bool weekOfDay()
    {
        const auto day = readDay(m_tokens, m_next, m_today);
        if (!day)
            return false;
        m_next = day->end;
        return found(mondayOf(day->from), mondayOf(day->from).addDays(6));
    }
    bool week(bool next, const QString &part)
    {
        const QDate monday = mondayOf(m_today).addDays(next ? 7 : 0);
        if (const auto weekday = weekdayWord(word()); weekday) { // "next week wednesday"
            ++m_next;
            return found(monday.addDays(*weekday - 1));
        }
        if (part == QLatin1String("end"))
            return found(std::max(m_today, monday.addDays(3)), monday.addDays(4));
        if (part == QLatin1String("early") || part == QLatin1String("beginning") || part == QLatin1String("start"))
            return found(monday, monday.addDays(1));
        if (part.startsWith(QLatin1String("mid")))
            return found(monday.addDays(1), monday.addDays(3));
        if (part.startsWith(QLatin1String("late")))
            return found(std::max(m_today.addDays(1), monday.addDays(next ? 2 : 0)), monday.addDays(6));
        return found(std::max(m_today, monday), monday.addDays(6));
    }

    /// this friday, next friday
    bool modifiedWeekday()
    {
        const bool next = skip("next following");
        if (!next && !skip("this coming"))
            return false;
        const auto weekday = weekdayWord(word());
        if (!weekday)
            return false;
        ++m_next;
        if (next)
            return found(mondayOf(m_today).addDays(7 + *weekday - 1));
        const int ahead = (*weekday - m_today.dayOfWeek() + 7) % 7;
        return found(m_today.addDays(ahead));
    }

    /// friday, friday the 26th, friday next week, monday december 14
    bool weekday()
    {
        const auto weekday = weekdayWord(word());
        if (!weekday || isVerb())
            return false;
        ++m_next;
        const int afterName = m_next;
        if (word() == QLatin1String("next") && word(1) == QLatin1String("week")) {
            m_next += 2;
            return found(mondayOf(m_today).addDays(7 + *weekday - 1));
        }
        if (const auto more = explicitDay(*weekday))
            return found(*more);
        m_next = afterName;
        return found(comingWeekday(m_today, *weekday));
    }
    /// "sat" and "sun" are words too.
    [[nodiscard]] bool isVerb() const
    {
        if (word() == QLatin1String("sat"))
            return wordSet("in there down on at with").contains(word(1)) && m_next > 0
                && wordSet("i we it he she you they has have").contains(m_tokens[static_cast<size_t>(m_next) - 1].word);
        return word() == QLatin1String("sun") && m_next > 0
            && m_tokens[static_cast<size_t>(m_next) - 1].word == QLatin1String("the");
    }
    std::optional<QDate> explicitDay(int weekday)
    {
        const bool the = skip("the");
        if (monthDay() || dayMonth() || slashed())
            return m_from;
        const auto day = dayNumber(the);
        if (!day)
            return std::nullopt;
        const QDate agreeing = comingDayOfMonth(m_today, *day, weekday);
        return agreeing.isValid() ? agreeing : comingDayOfMonth(m_today, *day);
    }

    /// 14th, the 14th, the 14, the eleventh, twenty third
    std::optional<int> dayNumber(bool bareAllowed)
    {
        const Token *first = token();
        if (!first || first->money)
            return std::nullopt;
        const Token *suffix = token(1);
        const int tens = first->number().value_or(0);
        const int units = suffix && !suffix->glued ? ordinalWord(suffix->word).value_or(10) : 10;
        if (bareAllowed && (tens == 20 || tens == 30) && units < 10) {
            m_next += 2;
            return tens + units;
        }
        const bool ordinalSuffix = suffix && suffix->glued && wordSet("st nd rd th").contains(suffix->word);
        const auto number = first->number();
        if (number && *number >= 1 && *number <= 31 && (ordinalSuffix || bareAllowed)
            && !isStreet(ordinalSuffix ? 2 : 1)) {
            m_next += ordinalSuffix ? 2 : 1;
            return number;
        }
        if (!bareAllowed)
            return std::nullopt;
        if (const auto ordinal = ordinalWord(first->word)) {
            ++m_next;
            return ordinal;
        }
        return std::nullopt;
    }
    [[nodiscard]] bool isStreet(int ahead) const
    {
        return wordSet("st street ave avenue rd road blvd ln lane floor grade birthday anniversary one time")
            .contains(word(ahead));
    }

    /// dec 14, december the 14th, nov/2, jan 8th 2027
    bool monthDay()
    {
        const auto month = monthWord(word());
        if (!month || (word() == QLatin1String("may") && !isMayADate()))
            return false;
        const int begin = m_next++;
        skip("the");
        const auto day = dayNumber(true);
        if (day)
            return withYear(*month, *day);
        m_next = begin;
        return false;
    }
    [[nodiscard]] bool isMayADate() const
    {
        return token(1) && (token(1)->number() || word(1) == QLatin1String("the"));
    }
    /// 14 dec, 14th of december, the twenty third day of september
    bool dayMonth()
    {
        const int begin = m_next;
        skip("the");
        const auto day = dayNumber(true);
        skip("day");
        skip("of");
        const auto month = day ? monthWord(word()) : std::nullopt;
        if (!month) {
            m_next = begin;
            return false;
        }
        ++m_next;
        return withYear(*month, *day);
    }
    bool withYear(int month, int day)
    {
        skip("of");
        const int year = word().size() == 4 ? word().toInt() : 0;
        if (year > 1999 && year < 2100) {
            ++m_next;
            return found(QDate(year, month, day));
        }
        return found(comingMonthDay(m_today, month, day));
    }

    /// the 14th, on the 17
    bool ordinal()
    {
        const bool the = skip("the");
        // "the second" and "the 2" choose from a list; a day needs its suffix, or "on the" before a bare number.
        const bool on = the && m_at > 0
            && wordSet("on by before after until till for from").contains(m_tokens[static_cast<size_t>(m_at) - 1].word);
        if (!on && !(token() && token()->number() && token(1) && token(1)->glued))
            return false;
        const auto day = dayNumber(on);
        if (!day)
            return false;
        if (word() == QLatin1String("of") && word(1) == QLatin1String("the") && word(2) == QLatin1String("month"))
            m_next += 3;
        return found(comingDayOfMonth(m_today, *day));
    }

    /// 12/14, 12/14/2026
    bool slashed()
    {
        const Token *one = token();
        if (!one || one->money || !one->word.contains(u'/'))
            return false;
        const QStringList parts = one->word.split(u'/');
        const int year = parts.size() > 2 ? parts[2].toInt() + (parts[2].size() == 2 ? 2000 : 0) : 0;
        ++m_next;
        if (year > 0)
            return found(QDate(year, parts[0].toInt(), parts[1].toInt()));
        return found(comingMonthDay(m_today, parts[0].toInt(), parts[1].toInt()));
    }

    bool holiday()
    {
        if (skip("christmas xmas")) {
            const bool eve = skip("eve");
            skip("day");
            return found(comingMonthDay(m_today, 12, eve ? 24 : 25));
        }
        if (word() == QLatin1String("new") && wordSet("years year").contains(word(1))) {
            m_next += 2;
            return found(skip("eve") ? comingMonthDay(m_today, 12, 31) : comingMonthDay(m_today, 1, 1));
        }
        if (skip("halloween"))
            return found(comingMonthDay(m_today, 10, 31));
        return (skip("valentines") && (skip("day") || true)) && found(comingMonthDay(m_today, 2, 14));
    }

    const Tokens &m_tokens;
    int m_at;
    QDate m_today;
    int m_next = 0;
    QDate m_from;
    QDate m_to;
};

} // namespace

std::optional<DayReading> readDay(const Tokens &tokens, int at, QDate today)
{
    return Reader(tokens, at, today).read();
}

} // namespace deskbell::language
