// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/clockreader.h"

#include "core/language/wordset.h"

namespace deskbell::language {
namespace {

struct Clock {
    QTime time;
    bool halfKnown = false;
};

class Reader
{
public:
    Reader(const Tokens &tokens, int at, bool licensed)
        : m_tokens(tokens)
        , m_at(at)
        , m_licensed(licensed)
    {
    }

    std::optional<ClockReading> read()
    {
        m_next = m_at;
        if (fromNow() || part())
            return done();
        m_next = m_at;
        const Bound bound = readBound();
        const bool introduced = m_next > m_at;
        if (bound != Bound::None && afterWork(bound))
            return done();
        const auto first = clock(m_licensed || introduced || beginsRange());
        if (!first)
            return std::nullopt;
        m_found.bound = bound;
        m_found.at = first->time;
        m_found.halfKnown = first->halfKnown;
        if (bound != Bound::After && bound != Bound::Before)
            range();
        if (m_found.bound == Bound::None && word() == QLatin1String("or") && wordSet("later after").contains(word(1))) {
            m_next += 2;
            m_found.bound = Bound::After;
        }
        return done();
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
    [[nodiscard]] std::optional<ClockReading> done()
    {
        m_found.end = m_next;
        return m_found;
    }

    /// "9 to 1pm", "2-4pm"
    [[nodiscard]] bool beginsRange() const
    {
        const int second = token(1) && token(1)->dashed ? 1 : wordSet("to until till").contains(word(1)) ? 2 : 0;
        return second > 0 && token(second) && token(second)->number() && wordSet("am pm a p").contains(word(second + 1))
            && token(second + 1)->glued;
    }

    Bound readBound()
    {
        if (skip("after past since")) {
            skip("about around like at");
            return Bound::After;
        }
        if (word() == QLatin1String("later") && word(1) == QLatin1String("than")) {
            m_next += 2;
            return Bound::After;
        }
        if (word() == QLatin1String("earlier") && word(1) == QLatin1String("than")) {
            m_next += 2;
            return Bound::Before;
        }
        if (skip("before by until till til"))
            return Bound::Before;
        if (skip("around about roughly near approximately")) {
            skip("at");
            return Bound::About;
        }
        skip("at");
        skip("between from");
        return skip("around about like") ? Bound::About : Bound::None;
    }

    bool afterWork(Bound bound)
    {
        if (bound != Bound::After || !skip("work lunch school"))
            return false;
        const bool lunch = m_tokens[static_cast<size_t>(m_next) - 1].word == QLatin1String("lunch");
        m_found.part = DayPart::Afternoon;
        m_found.partFrom = lunch ? QTime(13, 0) : QTime(17, 0);
        return true;
    }

    /// in 20 minutes, 30 minutes later, in half an hour, in an hour
    bool fromNow()
    {
        const bool in = skip("in");
        int count = 0;
        if (skip("half"))
            count = -1, skip("a an");
        else if (skip("a an"))
            count = 1;
        else if (token() && token()->number())
            count = *token()->number(), ++m_next;
        const bool minutes = word() == QLatin1String("minutes");
        if (count == 0 || count > 600 || (!minutes && word() != QLatin1String("hours")))
            return false;
        ++m_next;
        const bool later =
            skip("later") || (word() == QLatin1String("from") && word(1) == QLatin1String("now") && (m_next += 2));
        if (!in && !later)
            return false;
        m_found.minutesFromNow = count < 0 ? 30 : count * (minutes ? 1 : 60);
        return true;
    }

    /// morning, late afternoon, tonight, lunch
    bool part()
    {
        if (m_at > 0 && m_tokens[static_cast<size_t>(m_at) - 1].word == QLatin1String("good"))
            return false; // a greeting
        skip("in during");
        skip("the");
        const QString when = wordSet("early late mid later").contains(word()) ? word() : QString();
        if (!when.isEmpty())
            ++m_next;
        skip("in");
        skip("the");
        const bool early = when == QLatin1String("early");
        const bool late = when.startsWith(QLatin1String("late"));
        const auto set = [&](DayPart which, QTime from, QTime to) {
            m_found.part = which;
            m_found.partFrom = from;
            m_found.partTo = to;
            return true;
        };
        if (skip("morning mornings"))
            return set(DayPart::Morning, late ? QTime(10, 0) : QTime(), early ? QTime(10, 0) : QTime(12, 0));
        if (skip("afternoon"))
            return set(DayPart::Afternoon, late ? QTime(15, 0) : QTime(12, 0),
                early      ? QTime(15, 0)
                    : late ? QTime(18, 0)
                           : QTime(17, 0));
        if (skip("evening evenings eve"))
            return set(DayPart::Evening, QTime(17, 0), {});
        if (skip("night nights tonight"))
            return set(DayPart::Night, QTime(17, 0), {});
        return skip("lunch lunchtime") && set(DayPart::None, QTime(11, 30), QTime(13, 30));
    }

    /// 9, 9:30, 930, 9am, noon, half past 7, quarter to 4
    std::optional<Clock> clock(bool bareAllowed)
    {
        if (skip("noon midday noonish"))
            return Clock{QTime(12, 0), true};
        if (skip("midnight"))
            return Clock{QTime(0, 0), true};
        if (const auto past = relativeClock())
            return past;
        const Token *one = token();
        if (!one || one->money)
            return std::nullopt;
        const auto written = writtenTime(*one);
        if (!written)
            return std::nullopt;
        const int begin = m_next++;
        const bool colon = one->word.contains(u':');
        skip("ish");
        const bool oclock =
            skip("oclock") || (word() == QLatin1String("o") && word(1) == QLatin1String("clock") && (m_next += 2));
        if (const auto half = halfOfDay(*written))
            return half;
        if (colon || oclock || (bareAllowed && !isCounted()))
            return Clock{*written, written->hour() > 12 || written->hour() == 0};
        m_next = begin;
        return std::nullopt;
    }

    [[nodiscard]] static std::optional<QTime> writtenTime(const Token &token)
    {
        QString figures = token.word;
        figures.replace(u'.', u':');
        if (figures.contains(u':')) {
            const QTime time(figures.section(u':', 0, 0).toInt(), figures.section(u':', 1, 1).toInt());
            return time.isValid() ? std::optional(time) : std::nullopt;
        }
        const auto number = token.number();
        if (!number)
            return std::nullopt;
        if (*number >= 1 && *number <= 12)
            return QTime(*number, 0);
        const QTime joined(*number / 100, *number % 100); // "1130"
        const bool plausible = *number >= 100 && *number < 2400 && *number % 5 == 0 && joined.isValid();
        return plausible ? std::optional(joined) : std::nullopt;
    }

    std::optional<Clock> halfOfDay(QTime time)
    {
        const QString half = word();
        const bool glued = token() && token()->glued;
        const bool am = half == QLatin1String("am") || (glued && half == QLatin1String("a"));
        const bool pm = half == QLatin1String("pm") || (glued && half == QLatin1String("p"));
        if ((!am && !pm) || time.hour() > 12)
            return std::nullopt;
        ++m_next;
        skip("ish");
        return Clock{QTime(time.hour() % 12 + (pm ? 12 : 0), time.minute()), true};
    }

    /// "at 2 locations", "after 3 days", "around 4 inches"
    [[nodiscard]] bool isCounted() const
    {
        return wordSet(
            "day days week weeks month months year years hours minutes people persons cars vehicles times inch inches "
            "feet ft miles mile bed beds bath baths bedroom bedrooms bucks dollars percent tires doors windows rooms "
            "of st nd rd th k locations kids dogs cats units story stories")
            .contains(word());
    }

    /// "15 past 7", "20 to 4"; but "10 to 4" is a range.
    [[nodiscard]] static bool isMinutesOf(const Token &token, const QString &next)
    {
        const int number = token.number().value_or(60);
        return number < 60
            && (next == QLatin1String("past") || next == QLatin1String("after")
                || (number > 12 && next == QLatin1String("to")));
    }

    std::optional<Clock> relativeClock()
    {
        const int begin = m_next;
        int minutes = -1;
        if (skip("half"))
            minutes = 30;
        else if (skip("quarter"))
            minutes = 15;
        else if (token() && isMinutesOf(*token(), word(1)))
            minutes = *token()->number(), ++m_next;
        const bool before = word() == QLatin1String("to") || word() == QLatin1String("till");
        if (minutes < 0 || !skip("past after to till") || !token() || !token()->number() || *token()->number() > 12
            || (before && minutes >= 30)) {
            m_next = begin;
            return std::nullopt;
        }
        const QTime hour(*token()->number(), 0);
        ++m_next;
        skip("oclock");
        const auto half = halfOfDay(hour);
        const Clock base = half ? *half : Clock{hour, false};
        return Clock{base.time.addSecs((before ? -minutes : minutes) * 60), base.halfKnown};
    }

    /// 2-4, 2 to 4pm, between 2 and 4
    void range()
    {
        const int begin = m_next;
        const bool dashed = token() && token()->dashed;
        if (!dashed && !skip("to and till until til thru through"))
            return;
        const auto second = clock(true);
        if (!second) {
            m_next = begin;
            return;
        }
        m_found.until = second->time;
        m_found.untilHalfKnown = second->halfKnown;
    }

    const Tokens &m_tokens;
    int m_at;
    bool m_licensed;
    int m_next = 0;
    ClockReading m_found;
};

} // namespace

std::optional<ClockReading> readClock(const Tokens &tokens, int at, bool licensed)
{
    return Reader(tokens, at, licensed).read();
}

QTime workingHour(QTime time, DayPart part)
{
    const bool afterNoon = part == DayPart::Afternoon || part == DayPart::Evening || part == DayPart::Night;
    const bool later =
        time.hour() < 12 && (afterNoon || (part == DayPart::None && time.hour() >= 1 && time.hour() <= 6));
    return later ? time.addSecs(12 * 3600) : time;
}

} // namespace deskbell::language
