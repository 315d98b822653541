// SPDX-License-Identifier: GPL-3.0-or-later
// deskbell-nemesis: plays random stories against the shop until one breaks a promise. See tests/nemesis/README.md.
#include "tests/nemesis/play.h"
#include "tests/nemesis/mutation.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTextStream>

using namespace deskbell;
using namespace deskbell::nemesis;

namespace {

struct Tally {
    qint64 sends = 0;
    qint64 cuts = 0;
    quint64 hash = 0;
    int failures = 0;
};

void report(QTextStream &out, quint64 seed, const Schedule &schedule, const Violation &violation)
{
    const Schedule shortest = shorten(schedule, violation);
    out << "\nseed " << seed << " breaks \"" << violation.rule << "\": " << violation.words << "\nagain: ./dev nemesis --from " << seed
        << " --seeds 1\nshortest story, " << shortest.steps.size() << " of " << schedule.steps.size() << " steps:\n"
        << storyOf(shortest) << Qt::endl;
}

} // namespace

int main(int argc, char **argv)
{
    makeRepeatable();
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption seeds(QStringLiteral("seeds"), QStringLiteral("How many stories."), QStringLiteral("N"), QStringLiteral("1000"));
    const QCommandLineOption from(QStringLiteral("from"), QStringLiteral("The first one's seed."), QStringLiteral("SEED"), QStringLiteral("1"));
    const QCommandLineOption most(QStringLiteral("most"), QStringLiteral("Stop after so many broken ones."), QStringLiteral("N"), QStringLiteral("1"));
    const QCommandLineOption mutation(QStringLiteral("mutation"), QStringLiteral("Break rule N on purpose (deskbell-mutant only)."), QStringLiteral("N"), QStringLiteral("0"));
    const QCommandLineOption terse(QStringLiteral("terse"), QStringLiteral("Only name the broken promise."));
    parser.addHelpOption();
    parser.addOptions({seeds, from, most, mutation, terse});
    parser.process(app);
    QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
    chooseMutation(parser.value(mutation).toInt());
    QTextStream out(stdout);
    QElapsedTimer watch;
    watch.start();
    Tally tally;
    const quint64 first = parser.value(from).toULongLong();
    const quint64 count = parser.value(seeds).toULongLong();
    quint64 played = 0;
    for (; played < count && tally.failures < parser.value(most).toInt(); ++played) {
        const Schedule schedule = makeSchedule(first + played);
        const Outcome outcome = play(schedule);
        tally.sends += outcome.sends;
        tally.cuts += outcome.cuts;
        tally.hash = tally.hash * 31 + outcome.hash;
        if (!outcome.violation)
            continue;
        ++tally.failures;
        if (parser.isSet(terse))
            out << "seed " << first + played << ": " << outcome.violation->rule << ": " << outcome.violation->words << Qt::endl;
        else
            report(out, first + played, schedule, *outcome.violation);
    }
    out << played << " stories, " << tally.sends << " texts handed over, " << tally.cuts << " ends of the process, " << tally.failures
        << " broken, " << QString::number(double(watch.elapsed()) / 1000, 'f', 1) << " s, trace " << QString::number(tally.hash, 16) << Qt::endl;
    return tally.failures ? 1 : 0;
}
