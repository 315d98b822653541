// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nemesis/play.h"

#include <algorithm>

namespace deskbell::nemesis {
namespace {

constexpr int mostTries = 600;

class Shortening
{
public:
    Shortening(Schedule schedule, QString rule)
        : m_best(std::move(schedule))
        , m_rule(std::move(rule))
    {
    }

    Schedule run()
    {
        for (size_t size = std::max<size_t>(1, m_best.steps.size() / 2); size >= 1; size /= 2) {
            while (dropSome(size)) { }
        }
        for (size_t i = 0; i < m_best.steps.size(); ++i)
            waitLess(i);
        return m_best;
    }

private:
    [[nodiscard]] bool stillBreaks(const Schedule &schedule)
    {
        if (++m_tries > mostTries)
            return false;
        const Outcome outcome = play(schedule);
        return outcome.violation && outcome.violation->rule == m_rule;
    }

    [[nodiscard]] bool dropSome(size_t size)
    {
        bool any = false;
        for (size_t from = 0; from < m_best.steps.size();) {
            Schedule shorter = m_best;
            const auto begin = shorter.steps.begin() + static_cast<std::ptrdiff_t>(from);
            shorter.steps.erase(begin, begin + static_cast<std::ptrdiff_t>(std::min(size, m_best.steps.size() - from)));
            if (stillBreaks(shorter)) {
                m_best = std::move(shorter);
                any = true;
            } else {
                from += size;
            }
        }
        return any;
    }

    void waitLess(size_t step)
    {
        for (const Duration wait : {Duration(0), Duration(1s), Duration(1min), Duration(1h)}) {
            if (m_best.steps[step].then <= wait)
                return;
            Schedule shorter = m_best;
            shorter.steps[step].then = wait;
            if (stillBreaks(shorter)) {
                m_best = std::move(shorter);
                return;
            }
        }
    }

    Schedule m_best;
    QString m_rule;
    int m_tries = 0;
};

} // namespace

Schedule shorten(const Schedule &schedule, const Violation &violation) { return Shortening(schedule, violation.rule).run(); }

QString storyOf(const Schedule &schedule)
{
    const Outcome outcome = play(schedule, true);
    QStringList lines;
    int number = 0;
    for (const Step &step : schedule.steps)
        lines << QStringLiteral("  %1. ").arg(++number) % wordsOf(step);
    lines << QString() << QStringLiteral("What happened:");
    for (const QString &line : outcome.trace)
        lines << u"  " % line;
    return lines.join(u'\n');
}

} // namespace deskbell::nemesis
