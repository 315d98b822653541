// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/clockreader.h"

#include "core/language/cursor.h"
#include "core/language/numberwords.h"

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
        : m_cursor(tokens, at)
        , m_at(at)
        , m_licensed(licensed)
    {
    }

    std::optional<ClockReading> read()
    {
        m_cursor.next = m_at;
        if (fromNow() || spanFromNow() || part())
            return done();
        m_cursor.next = m_at;
        const Bound bound = readBound();
        const bool introduced = m_cursor.next > m_at;
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
        if (m_found.bound == Bound::None && !m_found.until.isValid())
            readTail();
        return done();
    }

private:
    [[nodiscard]] const Token *token(int ahead = 0) const { return m_cursor.token(ahead); }
    [[nodiscard]] QString word(int ahead = 0) const { return m_cursor.word(ahead); }
    bool skip(const char *words) { return m_cursor.skip(words); }
    [[nodiscard]] std::optional<ClockReading> done()
    {
        m_found.end = m_cursor.next;
        return m_found;
    }

    /// "9 to 1pm", "2-4pm"; "9 to 5" when nothing that is counted follows
    [[nodiscard]] bool beginsRange() const
    {
        const int second = token(1) && token(1)->dashed ? 1 : isOneOf(word(1), "to until") ? 2 : 0;
        const auto first = m_cursor.number();
        const auto last = second > 0 ? m_cursor.number(second) : std::nullopt;
        if (!first || !last)
            return false;
        if (m_cursor.is("am pm a p", second + 1) && token(second + 1)->glued)
            return true;
        const bool hours = *first >= 1 && *first <= 12 && *last >= 1 && *last <= 12 && *first != *last;
        const Token *after = token(second + 1);
        return hours && !(token(second + 1) && after->dashed)
            && (!after || after->starts || isOneOf(after->word, "on today tomorrow works work is good fine ok please any this next or if thanks would"));
    }

    Bound readBound()
    {
        if (m_cursor.skipAll({"no not", "earlier sooner before", "than"}) || m_cursor.skipAll({"not no", "before"})
            || m_cursor.skipAll({"later", "than"}))
            return after();
        if (m_cursor.skipAll({"no not", "later", "than"}) || m_cursor.skipAll({"not no", "after past"})
            || m_cursor.skipAll({"earlier sooner", "than"}))
            return before();
        if (skip("after past since starting"))
            return after();
        if (skip("before by until"))
            return before();
        if (skip("around about roughly near approximately approx")) {
            skip("at");
            return Bound::About;
        }
        skip("at las");
        skip("between from");
        return skip("around about like") ? Bound::About : Bound::None;
    }
    Bound after()
    {
        skip("about around like at");
        return Bound::After;
    }
    Bound before()
    {
        skip("about around like at");
        return Bound::Before;
    }

    /// 3 or later, 2 onwards, 4pm and after, 5 or before, for 3 hours, at the latest
    void readTail()
    {
        if (m_cursor.skipAll({"or and", "later after onward onwards"}) || skip("onwards onward")
            || m_cursor.skipAll({"at", "the", "earliest"}) || m_cursor.skipAll({"and", "up"}))
            m_found.bound = Bound::After;
        else if (m_cursor.skipAll({"or and", "before earlier sooner"}) || m_cursor.skipAll({"at", "the", "latest"}) || skip("latest"))
            m_found.bound = Bound::Before;
        else if (skip("for"))
            length();
    }

    /// 3 hours 30 minutes, 2.5 hours, half an hour; goes back over "for" when it is no length
    void length()
    {
        const int begin = m_cursor.next - 1;
        int minutes = 0;
        for (;;) {
            const int here = m_cursor.next;
            skip("and");
            const double many = amount();
            if (many <= 0 || many > 1000 || !m_cursor.is("hours minutes")) {
                m_cursor.next = here;
                break;
            }
            minutes += static_cast<int>(many * (skip("hours") ? 60 : 1));
            skip("minutes");
        }
        if (minutes > 0)
            m_found.lengthMinutes = minutes;
        else
            m_cursor.next = begin;
    }
    double amount()
    {
        if (skip("half")) {
            skip("a an");
            return 0.5;
        }
        if (skip("a an"))
            return 1;
        const Token *one = token();
        if (!one)
            return 0;
        bool isFigure = false;
        const double figure = one->word.toDouble(&isFigure);
        const double many = isFigure ? figure : one->number().value_or(0);
        if (many > 0)
            ++m_cursor.next;
        return many;
    }

    bool afterWork(Bound bound)
    {
        if (bound != Bound::After || !skip("work lunch school lunchtime"))
            return false;
        const bool lunch = word(-1).startsWith(QLatin1String("lunch"));
        m_found.part = DayPart::Afternoon;
        m_found.partFrom = lunch ? QTime(13, 0) : QTime(17, 0);
        return true;
    }

    /// in 20 minutes, 30 minutes later, in half an hour, in an hour, in an hour and a half
    bool fromNow()
    {
        const bool in = skip("in within");
        skip("about like");
        if (m_cursor.is("couple"))
            skip("couple");
        const bool few = m_cursor.skipAll({"a", "few couple"});
        skip("of");
        const double many = few ? 2 : amount();
        const bool minutes = word() == QLatin1String("minutes");
        if (many <= 0 || many > 600 || (!minutes && word() != QLatin1String("hours")))
            return false;
        ++m_cursor.next;
        int sum = static_cast<int>(many * (minutes ? 1 : 60));
        if (!minutes && m_cursor.skipAll({"and", "a", "half"}))
            sum += 30;
        const bool later = skip("later hence out") || m_cursor.skipAll({"from", "now"});
        if (!in && !later)
            return false;
        m_found.minutesFromNow = sum;
        return true;
    }

    /// the next hour, next 2 hours, from now until 3 minutes later
    bool spanFromNow()
    {
        m_cursor.next = m_at;
        const bool until = m_cursor.skipAll({"from", "now", "until to"});
        skip("the");
        if (!until && !skip("next"))
            return false;
        const bool one = !until && m_cursor.is("hours");
        const double many = one ? 1 : amount();
        const bool minutes = m_cursor.is("minutes");
        if (many <= 0 || many > 600 || !skip("minutes hours"))
            return false;
        skip("later");
        m_found.minutesFromNow = 0;
        m_found.lengthMinutes = static_cast<int>(many * (minutes ? 1 : 60));
        return true;
    }

    /// morning, late afternoon, tonight, lunch
    bool part()
    {
        m_cursor.next = m_at;
        if (isOneOf(word(-1), "good great nice lovely wonderful"))
            return false; // a greeting
        skip("in during por");
        skip("the la");
        const QString when = m_cursor.is("early late mid later first") ? word() : QString();
        if (!when.isEmpty())
            ++m_cursor.next;
        if (when == QLatin1String("first")) { // first thing
            if (!skip("thing"))
                return false;
            m_cursor.skipAll({"in", "the"});
            skip("morning");
            m_found.part = DayPart::Morning;
            m_found.partTo = QTime(10, 0);
            return true;
        }
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
        const bool half = m_cursor.is("am pm") && !token()->glued && (m_at < m_cursor.next || isOneOf(word(-1), "this")
            || (m_licensed && !m_cursor.number(-1)));
        if (skip("morning mornings") || (half && skip("am")) || (m_cursor.next > m_at && skip("manana")))
            return set(DayPart::Morning, late ? QTime(10, 0) : QTime(), early ? QTime(10, 0) : QTime(12, 0));
        if (skip("afternoon tarde") || (half && skip("pm")))
            return set(DayPart::Afternoon, late ? QTime(15, 0) : QTime(12, 0),
                early      ? QTime(15, 0)
                    : late ? QTime(18, 0)
                           : QTime(17, 0));
        if (skip("evening evenings eve"))
            return set(DayPart::Evening, QTime(17, 0), {});
        if (skip("night nights tonight noche"))
            return set(DayPart::Night, QTime(17, 0), {});
        if (when.isEmpty() && (skip("eod cob") || m_cursor.skipAll({"end close", "of", "day business"})))
            return set(DayPart::Evening, QTime(16, 0), QTime(18, 0));
        if (skip("dinner dinnertime suppertime"))
            return set(DayPart::Evening, QTime(17, 0), QTime(20, 0));
        return skip("lunch lunchtime") && set(DayPart::None, QTime(11, 30), QTime(13, 30));
    }

    /// 9, 9:30, 930, 9am, noon, half past 7, quarter to 4
    std::optional<Clock> clock(bool bareAllowed)
    {
        if (skip("noon midday noonish"))
            return Clock{QTime(12, skip("thirty") ? 30 : 0), true};
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
        const int begin = m_cursor.next++;
        const bool colon = one->word.contains(u':');
        if (const auto spelt = minutesInWords(*one, *written))
            return halfOfDay(*spelt).value_or(Clock{*spelt, false});
        skip("ish sharp");
        if (m_cursor.skipAll({"in", "the", "morning"}) || m_cursor.skipAll({"de", "la", "manana"}))
            return Clock{QTime(written->hour() % 12, written->minute()), true};
        if (m_cursor.skipAll({"in", "the", "afternoon evening"}) || m_cursor.skipAll({"at", "night"})
            || m_cursor.skipAll({"de", "la", "tarde noche"}))
            return Clock{QTime(written->hour() % 12 + 12, written->minute()), true};
        const bool oclock =
            skip("oclock") || (word() == QLatin1String("o") && word(1) == QLatin1String("clock") && (m_cursor.next += 2));
        if (const auto half = halfOfDay(*written))
            return half;
        if (colon || oclock || (bareAllowed && !isCounted()))
            return Clock{*written, written->hour() > 12 || written->hour() == 0};
        m_cursor.next = begin;
        return std::nullopt;
    }

    /// four thirty, ten fifteen, seven forty five
    std::optional<QTime> minutesInWords(const Token &hour, QTime written)
    {
        if (!hour.raw.front().isLetter() || written.minute() != 0)
            return std::nullopt;
        const Token *tens = token();
        const int minutes = tens && !tens->raw.isEmpty() && tens->raw.front().isLetter() && !tens->starts ? tens->number().value_or(0) : 0;
        if (minutes < 10 || minutes > 50)
            return std::nullopt;
        ++m_cursor.next;
        const auto units = minutes >= 20 && token() && token()->raw.front().isLetter() ? m_cursor.number() : std::nullopt;
        if (units && *units < 10)
            ++m_cursor.next;
        return QTime(written.hour(), minutes + (units && *units < 10 ? *units : 0));
    }

    [[nodiscard]] static std::optional<QTime> writtenTime(const Token &token)
    {
        QString figures = token.word;
        figures.replace(u'.', u':');
        if (figures.contains(u':')) {
            if (figures.section(u':', 1, 1).size() != 2)
                return std::nullopt; // "2.5"
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
        ++m_cursor.next;
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
        const int begin = m_cursor.next;
        int minutes = -1;
        if (skip("half"))
            minutes = 30;
        else if (skip("quarter"))
            minutes = 15;
        else if (token() && isMinutesOf(*token(), word(1)))
            minutes = *token()->number(), ++m_cursor.next;
        const bool before = m_cursor.is("to until");
        if (minutes < 0 || !skip("past after to until") || !token() || !token()->number() || *token()->number() > 12
            || (before && minutes >= 30)) {
            m_cursor.next = begin;
            return std::nullopt;
        }
        const QTime hour(*token()->number(), 0);
        ++m_cursor.next;
        skip("oclock");
        const auto half = halfOfDay(hour);
        const Clock base = half ? *half : Clock{hour, false};
        return Clock{base.time.addSecs((before ? -minutes : minutes) * 60), base.halfKnown};
    }

    /// 2-4, 2 to 4pm, between 2 and 4
    void range()
    {
        const int begin = m_cursor.next;
        const bool dashed = token() && token()->dashed;
        if (!dashed && !skip("to and until through"))
            return;
        const auto second = clock(true);
        if (!second) {
            m_cursor.next = begin;
            return;
        }
        m_found.until = second->time;
        m_found.untilHalfKnown = second->halfKnown;
    }

    Cursor m_cursor;
    int m_at;
    bool m_licensed;
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
