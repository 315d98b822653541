// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/language/scoring.h"

#include <QRandomGenerator>
#include <QTest>

Q_DECLARE_METATYPE(deskbell::testing::Half)

using namespace deskbell;
using namespace deskbell::testing;
using language::Understanding;

/// Our own texts of callers, in many trades and ways of typing. Words are chosen on one half; the other half tells how
/// texts that nobody looked at fare, so its floors are the aims of the house less what half a hundred texts can swing.
class CorpusTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasEnoughCases();
    void hearsEveryOptOut_data() { halves(); }
    void hearsEveryOptOut();
    void hearsDanger_data() { halves(); }
    void hearsDanger();
    void findsIntents_data() { halves(); }
    void findsIntents();
    void readsDates_data() { halves(); }
    void readsDates();
    void knowsWhoSells_data() { halves(); }
    void knowsWhoSells();
    void survivesAnyBytes();

private:
    static void halves();
};

void CorpusTest::halves()
{
    QTest::addColumn<Half>("half");
    QTest::newRow("the half words were chosen on") << Half::Tune;
    QTest::newRow("the half kept aside") << Half::Held;
}

void CorpusTest::hasEnoughCases()
{
    size_t all = 0;
    for (const char *name : {"dates", "intents", "opt_out", "urgent", "spam"})
        all += ownCases(name, Half::Tune).size() + ownCases(name, Half::Held).size();
    QVERIFY2(all >= 300, qPrintable(QString::number(all)));
}

void CorpusTest::hearsEveryOptOut()
{
    QFETCH(Half, half);
    const Tally tally = tallyFlag(ownCases("opt_out", half), "opt_out", [](const Understanding &u) { return u.optOut; });
    QVERIFY2(tally.recall() >= 0.90 && tally.alarms() <= 0.07, qPrintable(tally.misses.join(QStringLiteral(" / "))));
}

void CorpusTest::hearsDanger()
{
    QFETCH(Half, half);
    const Tally tally = tallyFlag(ownCases("urgent", half), "urgent", [](const Understanding &u) { return u.urgency.has_value(); });
    QVERIFY2(tally.recall() >= 0.93 && tally.alarms() <= 0.10, qPrintable(tally.misses.join(QStringLiteral(" / "))));
}

void CorpusTest::findsIntents()
{
    QFETCH(Half, half);
    const Tally tally = tallyIntents(ownCases("intents", half));
    QVERIFY2(tally.recall() >= 0.79, qPrintable(tally.misses.join(QStringLiteral(" / "))));
}

void CorpusTest::readsDates()
{
    QFETCH(Half, half);
    const Tally tally = tallyDates(ownCases("dates", half));
    QVERIFY2(tally.recall() >= 0.90, qPrintable(tally.misses.join(QStringLiteral(" / "))));
}

void CorpusTest::knowsWhoSells()
{
    QFETCH(Half, half);
    const Tally tally = tallyFlag(ownCases("spam", half), "spam", [](const Understanding &u) { return u.spam; });
    QVERIFY2(tally.recall() >= 0.90 && tally.alarms() <= 0.05, qPrintable(tally.misses.join(QStringLiteral(" / "))));
}

/// Bytes of any kind, and words and figures thrown together, which come nearer to the readers.
void CorpusTest::survivesAnyBytes()
{
    QRandomGenerator dice(20261125);
    const QStringList words = QStringLiteral("at after before the next friday 3 30 : - / pm 12/14 99 half past to of in a "
                                             "week month day from now first last mon 4th feb 31 2026 $ , . ? \u00f1 \U0001f44d")
                                  .split(u' ');
    for (int round = 0; round < 3000; ++round) {
        QString text;
        const int length = dice.bounded(60);
        for (int i = 0; i < length; ++i) {
            if (round % 2 == 0)
                text += QChar(dice.bounded(round % 4 == 0 ? 0x10000 : 0x100));
            else
                text += words[dice.bounded(int(words.size()))] % (dice.bounded(3) > 0 ? QStringLiteral(" ") : QString());
        }
        QVERIFY(!heardIn(QJsonObject{{QStringLiteral("text"), text}}).intents.isEmpty());
    }
}

QTEST_GUILESS_MAIN(CorpusTest)
#include "corpustest.moc"
