// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/timewish.h"

#include "core/language/clockreader.h"
#include "core/language/cursor.h"
#include "core/language/dayreader.h"
#include "core/language/pattern.h"

#include <algorithm>

namespace deskbell::language {
namespace {

struct Group {
    TimeWish wish;
    DayPart part = DayPart::None;
    std::optional<ClockReading> clock;
};

class Collector
{
public:
    Collector(const Tokens &tokens, const QDateTime &now)
        : m_tokens(tokens)
        , m_now(now)
        , m_moves(isMove(tokens))
    {
    }

    std::vector<TimeWish> collect()
    {
        for (int at = 0; at < static_cast<int>(m_tokens.size());)
            at = step(at);
        std::vector<TimeWish> times;
        for (Group &group : m_groups) {
            settle(group);
            times.push_back(group.wish);
        }
        return times;
    }

private:
    static bool isMove(const Tokens &tokens)
    {
        static const Patterns patterns{"move|moving|reschedule|change|switch|push|swap|bump|shift|instead"};
        return patterns.in(tokens);
    }

    int step(int at)
    {
        if (m_tokens[static_cast<size_t>(at)].masked)
            return at + 1;
        if (const auto day = readDay(m_tokens, at, m_now.date())) {
            addDay(at, *day);
            // "tonight" and "this morning" are a day and a part of it
            const bool partToo = m_tokens[static_cast<size_t>(day->end) - 1].word == QLatin1String("tonight");
            if (partToo)
                addClock(day->end - 1, *readClock(m_tokens, day->end - 1, false));
            return day->end;
        }
        const bool besideDay = !m_groups.empty() && m_groups.back().wish.end == at && m_groups.back().wish.hasDay();
        if (const auto clock = readClock(m_tokens, at, besideDay || afterOr(at) || dayFollows(at))) {
            addClock(at, *clock);
            return clock->end;
        }
        return at + 1;
    }

    /// "10 or 11"
    [[nodiscard]] bool afterOr(int at) const
    {
        return !m_groups.empty() && m_groups.back().clock && m_groups.back().wish.end == at - 1
            && m_tokens[static_cast<size_t>(at) - 1].word == QLatin1String("or");
    }

    /// "10 tomorrow", "9 on friday", "2-4 thursday", "10 until 2 on monday"
    [[nodiscard]] bool dayFollows(int at) const
    {
        const Cursor here(m_tokens, at);
        int next = at + 1;
        if (here.number(1) && here.token(1)->dashed)
            next = at + 2;
        else if (here.is("to until", 1) && here.number(2))
            next = at + 3;
        if (next < static_cast<int>(m_tokens.size()) && m_tokens[static_cast<size_t>(next)].word == QLatin1String("on"))
            ++next;
        return next < static_cast<int>(m_tokens.size()) && readDay(m_tokens, next, m_now.date()).has_value();
    }

    void addDay(int at, const DayReading &day)
    {
        const Bound bound = edgeBefore(at);
        if (!m_groups.empty() && m_groups.back().wish.hasDay() && !m_groups.back().clock
            && joins(m_groups.back().wish.end, at)) {
            TimeWish &last = m_groups.back().wish; // "friday or saturday", "monday to wednesday"
            const bool series = isSeries(last.end, at); // "tues-thurs" on a wednesday: the thursday after that tuesday
            const int more = series && day.from < last.from ? 7 : 0;
            last.from = series ? last.from : std::min(last.from, day.from);
            last.to = std::max(last.to, day.to.addDays(more));
            last.end = day.end;
            return;
        }
        if (m_groups.empty() || m_groups.back().wish.hasDay())
            begin(at);
        TimeWish &wish = m_groups.back().wish;
        wish.from = day.from;
        wish.to = day.to;
        wish.end = day.end;
        setEdge(wish, bound, day);
    }

    /// "before friday", "after the 14th", "starting monday", "no later than the 3rd": how the day bounds others.
    [[nodiscard]] Bound edgeBefore(int at) const
    {
        const Cursor here(m_tokens, at);
        const int the = here.is("the", -1) ? 1 : 0;
        const QString word = here.word(-1 - the);
        const QString two = here.word(-2 - the);
        if (isOneOf(word, "before until") || (word == QLatin1String("than") && isOneOf(two, "later")
                && isOneOf(here.word(-3 - the), "no not")))
            return isOneOf(two, "not") ? Bound::After : Bound::Before;
        if (word == QLatin1String("by"))
            return isOneOf(two, "come coming came stop stopping swing drop run pass be stopped") ? Bound::None : Bound::Before;
        if (word == QLatin1String("than"))
            return isOneOf(two, "later") ? Bound::After : isOneOf(two, "earlier sooner") ? Bound::Before : Bound::None;
        return isOneOf(word, "after past starting") ? Bound::After : Bound::None;
    }

    /// "before" and "after" leave the day out, "by", "until" and "starting" take it in.
    [[nodiscard]] bool isExclusive(int at) const
    {
        const Cursor here(m_tokens, at);
        return isOneOf(here.word(here.is("the", -1) ? -2 : -1), "before after past");
    }

    void setEdge(TimeWish &wish, Bound bound, const DayReading &day) const
    {
        if (bound == Bound::None || wish.hasTime())
            return;
        wish.edge = day.from;
        wish.edgeBound = bound;
        if (bound == Bound::Before) {
            wish.to = std::max(m_now.date(), day.from.addDays(isExclusive(wish.begin) ? -1 : 0));
            wish.from = m_now.date();
        } else {
            wish.from = day.to.addDays(isExclusive(wish.begin) ? 1 : 0);
            wish.to = wish.from.addDays(14);
        }
    }

    [[nodiscard]] bool isSeries(int end, int at) const
    {
        return at == end || isOneOf(m_tokens[static_cast<size_t>(end)].word, "to through until");
    }

    [[nodiscard]] bool joins(int end, int at) const
    {
        if (at - end > 1)
            return false;
        if (at == end)
            return m_tokens[static_cast<size_t>(at)].dashed;
        const QString &between = m_tokens[static_cast<size_t>(end)].word;
        return isOneOf(between, "or and through until") || (between == QLatin1String("to") && !m_moves);
    }

    void addClock(int at, const ClockReading &clock)
    {
        if (clock.part != DayPart::None || clock.partFrom.isValid()) {
            addPart(at, clock);
            return;
        }
        if (!m_groups.empty() && m_groups.back().clock && either(m_groups.back(), clock, at))
            return;
        if (m_groups.empty() || m_groups.back().clock)
            begin(at);
        m_groups.back().clock = clock;
        m_groups.back().wish.end = clock.end;
    }

    /// "10 or 11" is a range that takes both.
    bool either(Group &group, const ClockReading &clock, int at)
    {
        const bool joined =
            at - group.wish.end == 1 && m_tokens[static_cast<size_t>(group.wish.end)].word == QLatin1String("or");
        if (!joined || group.clock->until.isValid() || clock.bound != Bound::None || group.clock->bound != Bound::None)
            return false;
        group.clock->until = workingHour(clock.at, group.part).addSecs(60);
        group.clock->untilHalfKnown = true;
        group.wish.end = clock.end;
        return true;
    }

    void addPart(int at, const ClockReading &clock)
    {
        if (m_groups.empty() || (m_groups.back().part != DayPart::None && m_groups.back().wish.end != at))
            begin(at);
        Group &group = m_groups.back();
        group.part = clock.part;
        if (!group.clock) {
            group.wish.notBefore = clock.partFrom;
            group.wish.notAfter = clock.partTo;
        }
        group.wish.end = clock.end;
    }

    void begin(int at)
    {
        Group group;
        group.wish.begin = at;
        m_groups.push_back(group);
    }

    void settle(Group &group)
    {
        TimeWish &wish = group.wish;
        wish.part = group.part != DayPart::None || (!group.clock && wish.hasTime());
        wish.bounded = group.clock.has_value();
        if (group.clock)
            setTime(group);
        wish.negated = isNegated(wish);
        if (!wish.hasDay() && wish.end > wish.begin
            && m_tokens[static_cast<size_t>(wish.end) - 1].word == QLatin1String("tonight"))
            wish.from = wish.to = m_now.date();
    }

    void setTime(Group &group)
    {
        const ClockReading &clock = *group.clock;
        TimeWish &wish = group.wish;
        if (clock.minutesFromNow >= 0) {
            const QDateTime at = m_now.addSecs(clock.minutesFromNow * 60);
            wish.from = wish.to = at.date();
            if (clock.lengthMinutes < 0) {
                wish.exact = at.time();
                return;
            }
            wish.notBefore = at.time();
            wish.notAfter = at.time().addSecs(clock.lengthMinutes * 60);
            return;
        }
        wish.notBefore = wish.notAfter = {};
        QTime at = clock.halfKnown ? clock.at : workingHour(clock.at, group.part);
        if (clock.until.isValid()) {
            setRange(clock, group.part, wish);
            return;
        }
        if (clock.lengthMinutes > 0 && at.addSecs(clock.lengthMinutes * 60) > at) {
            wish.notBefore = at;
            wish.notAfter = at.addSecs(clock.lengthMinutes * 60);
            return;
        }
        if (wish.edge.isValid()) // "before friday at 3": the hour bounds the day
            wish.from = wish.to = wish.edge, wish.edge = {};
        switch (clock.bound) {
        case Bound::After: wish.notBefore = at; break;
        case Bound::Before: wish.notAfter = at; break;
        case Bound::About: wish.about = true; [[fallthrough]];
        case Bound::None: wish.exact = at; break;
        }
    }

    static void setRange(const ClockReading &clock, DayPart part, TimeWish &wish)
    {
        QTime from = clock.halfKnown ? clock.at : workingHour(clock.at, part);
        QTime to = clock.untilHalfKnown ? clock.until : workingHour(clock.until, part);
        if (!clock.halfKnown && clock.untilHalfKnown) { // "2 to 4pm", "9 to 1pm"
            from = clock.at.hour() < 12 && clock.at.addSecs(12 * 3600) < to ? clock.at.addSecs(12 * 3600) : clock.at;
        }
        if (to <= from && to.hour() < 12)
            to = to.addSecs(12 * 3600);
        wish.notBefore = from;
        wish.notAfter = to;
    }

    [[nodiscard]] bool isNegated(const TimeWish &wish) const
    {
        static const Pattern after(
            "is|are|will|would|just|also? not|doesnt|dont|wont|isnt|cant|didnt|bad|full|taken|out|no");
        if (after.matchAt(m_tokens, wish.end))
            return true;
        const auto wordBefore = [&](int back) {
            const int index = wish.begin - back;
            return index >= 0 ? m_tokens[static_cast<size_t>(index)].word : QString();
        };
        if (wordBefore(1) == QLatin1String("of") && wordBefore(2) == QLatin1String("instead"))
            return true;
        if (wordBefore(1) == QLatin1String("than") && wordBefore(2) == QLatin1String("rather"))
            return true;
        if (wordBefore(1) == QLatin1String("not"))
            return true;
        const QString two = wordBefore(2);
        return (two == QLatin1String("cant") || two == QLatin1String("not"))
            && isOneOf(wordBefore(1), "do make on for");
    }

    const Tokens &m_tokens;
    QDateTime m_now;
    bool m_moves;
    std::vector<Group> m_groups;
};

bool wantsSoonest(const Tokens &tokens)
{
    static const Patterns patterns{"asap", "as soon as", "soonest|earliest",
        "first|next available|opening|slot|appointment", "first one you|available|open", "right away|now",
        "whenever|anytime you|is|works", "how soon|quick|quickly"};
    // "What times do you have?" wants to hear some; "what times are you open" asks for the hours.
    static const Patterns openings{"what|which|any times|slots|openings|availability", "when can|could you|i|we"};
    static const Patterns hours{"open|close|closed|hours"};
    return patterns.in(tokens) || (openings.in(tokens) && !hours.in(tokens));
}

} // namespace

std::vector<TimeWish> readTimes(const Tokens &tokens, const QDateTime &now)
{
    std::vector<TimeWish> times = Collector(tokens, now).collect();
    if (times.empty() && wantsSoonest(tokens)) {
        TimeWish soon;
        soon.soonest = true;
        soon.from = now.date();
        soon.to = now.date().addDays(14);
        times.push_back(soon);
    }
    return times;
}

std::optional<TimeWish> wishedTime(const std::vector<TimeWish> &times, bool moving)
{
    std::vector<TimeWish> left;
    std::copy_if(
        times.begin(), times.end(), std::back_inserter(left), [](const TimeWish &one) { return !one.negated; });
    if (left.empty())
        return std::nullopt;
    if (moving)
        return left.back();
    const auto better = [](const TimeWish &a, const TimeWish &b) {
        return (a.hasDay() ? 2 : 0) + (a.exact.isValid() ? 1 : 0) < (b.hasDay() ? 2 : 0) + (b.exact.isValid() ? 1 : 0);
    };
    return *std::max_element(left.begin(), left.end(), better); // of equals the first
}

std::vector<QTime> bareHours(const Tokens &tokens)
{
    std::vector<QTime> hours;
    for (int at = 0; at < static_cast<int>(tokens.size()); ++at) {
        if (const auto clock = readClock(tokens, at, true);
            clock && clock->at.isValid() && clock->bound == Bound::None) {
            hours.push_back(clock->halfKnown ? clock->at : workingHour(clock->at, DayPart::None));
            at = clock->end - 1;
        }
    }
    return hours;
}

} // namespace deskbell::language
