// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how well callers' texts are understood: on the samples beside the project, on own texts the rules were tuned on,
// and on own texts kept aside. With --numbers, without the texts that were missed: so the kept ones stay unseen.
#include "tests/understand/scoring.h"

#include <QElapsedTimer>
#include <QTextStream>

using namespace deskbell::testing;

namespace {

struct Set {
    QString name;
    std::vector<QJsonObject> (*cases)(Topic topic);
};

std::vector<QJsonObject> samples(Topic topic)
{
    const QString folder = QStringLiteral(DESKBELL_SOURCE_DIR "/../shared/data/");
    const QStringList files = topic == Topic::Dates ? QStringList{QStringLiteral("dates"), QStringLiteral("dates_sms")}
        : topic == Topic::Spam                      ? QStringList{QStringLiteral("spam_texts")}
                                                    : QStringList{wordOf(topic)};
    std::vector<QJsonObject> rows;
    for (const QString &file : files) {
        const auto more = casesIn(QString(folder % file % QStringLiteral("_sample.jsonl")));
        if (more)
            rows.insert(rows.end(), more->begin(), more->end());
    }
    return rows;
}

const std::vector<Set> &sets()
{
    static const std::vector<Set> all{
        {QStringLiteral("samples"), samples},
        {QStringLiteral("own, grown with the rules"), [](Topic topic) { return grownCases(topic, Half::Tune); }},
        {QStringLiteral("own, grown, kept aside"), [](Topic topic) { return grownCases(topic, Half::Held); }},
        {QStringLiteral("callers, tuned on"), [](Topic topic) { return callersCases(topic, Half::Tune); }},
        {QStringLiteral("callers, held out"), [](Topic topic) { return callersCases(topic, Half::Held); }},
    };
    return all;
}

QString share(int some, int all)
{
    return QStringLiteral("%1/%2 %3").arg(some, 3).arg(all, -3).arg(all == 0 ? 0 : double(some) / all, 0, 'f', 3);
}

struct Aim {
    double recall;
    double alarms; ///< at most; 0 where there are none
};

Aim aimOf(Topic topic)
{
    switch (topic) {
    case Topic::OptOut: return {1.0, 0.03};
    case Topic::Urgent: return {0.96, 0.10};
    case Topic::Intents:
    case Topic::Dates: return {0.90, 0};
    case Topic::Spam: return {0.90, 0.10};
    }
    return {};
}

void printRow(QTextStream &out, const QString &set, Topic topic, const Tally &sum)
{
    const Aim aim = aimOf(topic);
    const bool met = sum.recall() >= aim.recall && sum.alarms() <= aim.alarms;
    out << QStringLiteral("%1 %2 %3  %4  %5\n")
               .arg(wordOf(topic), -8)
               .arg(set, -26)
               .arg(share(sum.right, sum.wanted), -14)
               .arg(sum.others > 0 ? share(sum.falseAlarms, sum.others) : QString(), -14)
               .arg(met ? QStringLiteral("meets the aim") : QStringLiteral("BELOW THE AIM"));
}

void printMisses(QTextStream &out, const QString &set, Topic topic, const Tally &sum)
{
    if (sum.misses.isEmpty())
        return;
    out << "\nMissed, " << wordOf(topic) << ", " << set << ":\n";
    for (const QString &miss : sum.misses)
        out << "  " << miss << '\n';
}

} // namespace

int main(int argc, char **argv)
{
    const bool numbers = argc == 2 && qstrcmp(argv[1], "--numbers") == 0;
    QTextStream out(stdout);
    QTextStream err(stderr);
    if (argc > 1 && !numbers) {
        err << "assistant-report takes only --numbers (no list of what was missed)." << Qt::endl;
        return 2;
    }
    if (samples(Topic::Intents).empty())
        out << "*** THE SHARED SAMPLES ARE ABSENT (../shared/data beside the project): only own texts are measured. ***\n\n";
    out << "topic    texts                      found (recall)  false alarms    aim\n";
    QString misses;
    QTextStream later(&misses);
    int texts = 0;
    QElapsedTimer timer;
    qint64 nanoseconds = 0;
    for (const Topic topic : everyTopic()) {
        for (const Set &set : sets()) {
            const auto rows = set.cases(topic);
            if (rows.empty())
                continue;
            timer.start();
            const Tally sum = tally(topic, rows);
            nanoseconds += timer.nsecsElapsed();
            texts += sum.wanted + sum.others;
            printRow(out, set.name, topic, sum);
            printMisses(later, set.name, topic, sum);
        }
        out << '\n';
    }
    out << texts << " texts, " << nanoseconds / 1000 / std::max(1, texts) << " microseconds each, reading and writing of JSON included\n";
    if (!numbers)
        out << misses;
    return 0;
}
