// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nemesis/play.h"

#include <QLoggingCategory>
#include <QTest>
#include <QTextStream>

using namespace deskbell::nemesis;

/// Random stories, the same ones every time; `./dev nemesis` plays others. Every one holds all promises.
class NemesisTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theSameSeedTellsTheSameStory();
    void otherSeedsTellOtherStories();
    void noStoryBreaksAPromise_data();
    void noStoryBreaksAPromise();
};

void NemesisTest::initTestCase()
{
    makeRepeatable();
    QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
}

void NemesisTest::theSameSeedTellsTheSameStory()
{
    for (quint64 seed = 1; seed <= 40; ++seed) {
        const Outcome first = play(makeSchedule(seed));
        const Outcome second = play(makeSchedule(seed), true);
        QVERIFY2(first.hash == second.hash, qPrintable(QStringLiteral("seed %1").arg(seed)));
        QVERIFY(!second.trace.isEmpty());
    }
}

void NemesisTest::otherSeedsTellOtherStories()
{
    QSet<quint64> hashes;
    for (quint64 seed = 1; seed <= 40; ++seed)
        hashes.insert(play(makeSchedule(seed)).hash);
    QCOMPARE(hashes.size(), 40);
}

void NemesisTest::noStoryBreaksAPromise_data()
{
    QTest::addColumn<quint64>("from");
    for (quint64 from = 1; from <= 2001; from += 250)
        QTest::addRow("seeds from %llu", from) << from;
}

void NemesisTest::noStoryBreaksAPromise()
{
    QFETCH(quint64, from);
    for (quint64 seed = from; seed < from + 250; ++seed) {
        const Schedule schedule = makeSchedule(seed);
        const Outcome outcome = play(schedule);
        if (!outcome.violation)
            continue;
        QTextStream(stderr) << "seed " << seed << " breaks \"" << outcome.violation->rule << "\": " << outcome.violation->words
                            << "\nagain: ./dev nemesis --from " << seed << " --seeds 1\n" << storyOf(shorten(schedule, *outcome.violation)) << Qt::endl;
        QFAIL(qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(outcome.violation->rule)));
    }
}

QTEST_GUILESS_MAIN(NemesisTest)
#include "nemesistest.moc"
