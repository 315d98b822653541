// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/understand/scoring.h"

#include <QJsonDocument>
#include <QTest>

using namespace deskbell::testing;

/// The yardstick itself: an answer is right or wrong as the words of the case say.
class ScoringTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void judgesIntents_data();
    void judgesIntents();
    void judgesDates_data();
    void judgesDates();
    void countsFalseAlarmsApart();
    void keepsTheHalvesApart();
};

namespace {

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

void ScoringTest::judgesIntents_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("right");
    const auto line = [](const char *name, const char *row, const char *answer, bool right) {
        QTest::newRow(name) << QByteArray(row) << QByteArray(answer) << right;
    };
    line("all of them", R"({"intents":["book","yes"]})", R"({"intents":["yes","book"]})", true);
    line("one is missing", R"({"intents":["book","yes"]})", R"({"intents":["book"]})", false);
    line("one too many", R"({"intents":["book"]})", R"({"intents":["book","yes"]})", false);
    line("one that may be", R"({"intents":["book"],"also_ok":["yes"]})", R"({"intents":["book","yes"]})", true);
    line("a greeting may always be", R"({"intents":["book"]})", R"({"intents":["book","greeting"]})", true);
    line("one of any", R"({"intents":["human"],"any_of":["book","yes"]})", R"({"intents":["human","yes"]})", true);
    line("none of any", R"({"intents":["human"],"any_of":["book","yes"]})", R"({"intents":["human"]})", false);
    line("no answer", R"({"intents":["human"]})", R"({})", false);
}

void ScoringTest::judgesIntents()
{
    QFETCH(QByteArray, row);
    QFETCH(QByteArray, answer);
    QTEST(isRight(Topic::Intents, json(row), json(answer)), "right");
}

void ScoringTest::judgesDates_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("right");
    const auto line = [](const char *name, const char *row, const char *answer, bool right) {
        QTest::newRow(name) << QByteArray(row) << QByteArray(answer) << right;
    };
    line("no date", R"({"grain":"none","expect":[]})", R"({"value":[]})", true);
    line("a date where none is", R"({"grain":"none","expect":[]})", R"({"value":["2026-10-16"]})", false);
    line("any hour of the day", R"({"grain":"day","expect":["2026-10-16"]})", R"({"value":["2026-10-16T15:00"]})", true);
    line("another day", R"({"grain":"day","expect":["2026-10-16"]})", R"({"value":["2026-10-17"]})", false);
    line("the other reading", R"({"grain":"day","expect":["2026-10-16"],"accept":[["2026-10-17"]]})", R"({"value":["2026-10-17"]})", true);
    line("another hour", R"({"grain":"datetime","expect":["2026-10-16T15:00"]})", R"({"value":["2026-10-16T03:00"]})", false);
    line("inside the morning", R"({"grain":"part","part":"morning","expect":["2026-10-16"]})", R"({"value":["2026-10-16T08:00","2026-10-16T12:00"]})", true);
    line("beyond the morning", R"({"grain":"part","part":"morning","expect":["2026-10-16"]})", R"({"value":["2026-10-16T08:00","2026-10-16T13:00"]})", false);
    line("on the right side", R"({"grain":"after","expect":["T17:00"]})", R"({"value":["2026-10-16T17:00"],"bound":"after"})", true);
    line("on the wrong side", R"({"grain":"after","expect":["T17:00"]})", R"({"value":["T17:00"],"bound":"before"})", false);
    line("midnight is the day before", R"({"grain":"week","expect":["2026-10-19","2026-10-25"]})", R"({"value":["2026-10-19","2026-10-26T00:00"]})", true);
    line("half a range", R"({"grain":"day_range","expect":["2026-10-19","2026-10-25"]})", R"({"value":["2026-10-19"]})", false);
}

void ScoringTest::judgesDates()
{
    QFETCH(QByteArray, row);
    QFETCH(QByteArray, answer);
    QTEST(isRight(Topic::Dates, json(row), json(answer)), "right");
}

void ScoringTest::countsFalseAlarmsApart()
{
    const Tally sum = tally(Topic::OptOut,
        {json(R"({"text":"STOP","opt_out":true})"), json(R"({"text":"hello","opt_out":false})"),
            json(R"({"text":"STOP","opt_out":false})"), json(R"({"text":"hello","opt_out":true})")});
    QCOMPARE(sum.right, 1);
    QCOMPARE(sum.wanted, 2);
    QCOMPARE(sum.falseAlarms, 1);
    QCOMPARE(sum.others, 2);
    QCOMPARE(sum.misses, QStringList({QStringLiteral("STOP -> yes"), QStringLiteral("hello -> no")}));
}

void ScoringTest::keepsTheHalvesApart()
{
    for (const Topic topic : everyTopic()) {
        const auto tuned = callersCases(topic, Half::Tune);
        QVERIFY2(tuned.size() >= 40, qPrintable(wordOf(topic)));
        for (const QJsonObject &held : callersCases(topic, Half::Held)) {
            for (const QJsonObject &seen : tuned)
                QVERIFY(held[QStringLiteral("text")] != seen[QStringLiteral("text")]);
        }
    }
}

QTEST_GUILESS_MAIN(ScoringTest)
#include "scoringtest.moc"
