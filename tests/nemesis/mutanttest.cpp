// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <algorithm>

/// A test that cannot fail proves nothing: here the product's rules are broken one after another (mutations.cmake), and
/// the same stories that it survives must tell.
class MutantTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void unbrokenItSurvives();
    void aBrokenRuleIsSeen_data();
    void aBrokenRuleIsSeen();
    void theStoryIsToldShortAndCanBePlayedAgain();

private:
    struct Run {
        int code = -1;
        QString words;
    };
    static Run run(int mutation, int seeds, bool terse);
};

MutantTest::Run MutantTest::run(int mutation, int seeds, bool terse)
{
    QProcess mutant;
    QStringList words{QStringLiteral("--mutation"), QString::number(mutation), QStringLiteral("--seeds"), QString::number(seeds)};
    if (terse)
        words << QStringLiteral("--terse");
    mutant.start(QStringLiteral(DESKBELL_MUTANT), words);
    if (!mutant.waitForFinished(300'000))
        return {-1, mutant.errorString()};
    return {mutant.exitStatus() == QProcess::NormalExit ? mutant.exitCode() : -2, QString::fromUtf8(mutant.readAllStandardOutput())};
}

void MutantTest::unbrokenItSurvives()
{
    const Run unbroken = run(0, 150, true);
    QVERIFY2(unbroken.code == 0, qPrintable(unbroken.words));
}

void MutantTest::aBrokenRuleIsSeen_data()
{
    QTest::addColumn<int>("mutation");
    QTest::addColumn<QString>("seenAs");
    QTest::newRow("an opt-out withdraws nothing, and neither the gate nor the store asks for it") << 1 << "text after opt-out"; // each alone would do
    QTest::newRow("a send of unknown fate is tried again") << 2 << "twice";
    QTest::newRow("the gate asks neither for the holder nor for a withdrawal") << 3 << "automatic text|stale text|same words twice";
    QTest::newRow("nobody remembers that a first text was sent") << 4 << "two first texts|same words twice";
    QTest::newRow("a text leaves before it is marked") << 5 << "sent before it was marked";
    QTest::newRow("the caller's word withdraws nothing") << 6 << "stale text|automatic text";
    QTest::newRow("nudges know no night") << 7 << "nudge at night";
    QTest::newRow("nobody waits for the lists") << 8 << "sent before the lists were read";
    QTest::newRow("a first text's key is the thread, not the call") << 9 << "a thread stands still|a missed call";
    QTest::newRow("the due timer forgets what comes after") << 10 << "a thread stands still|a caller waits|nobody was told";
    QTest::newRow("no person is told of an unclear text") << 11 << "nobody was told|a thread stands still";
    QTest::newRow("an absent text leaves again after a minute") << 12 << "twice";
    QTest::newRow("a taken place is free") << 13 << "double booking";
    QTest::newRow("an old delivery report counts") << 14 << "delivery moved back";
}

void MutantTest::aBrokenRuleIsSeen()
{
    QFETCH(int, mutation);
    QFETCH(QString, seenAs);
    const Run broken = run(mutation, 3000, true);
    QVERIFY2(broken.code == 1, qPrintable(QStringLiteral("not seen; does its place in mutations.cmake still exist? %1").arg(broken.words)));
    const QStringList names = seenAs.split(u'|');
    const bool named = std::any_of(names.begin(), names.end(), [&](const QString &name) { return broken.words.contains(name); });
    QVERIFY2(named, qPrintable(broken.words));
}

void MutantTest::theStoryIsToldShortAndCanBePlayedAgain()
{
    const Run told = run(2, 3000, false);
    QCOMPARE(told.code, 1);
    const QRegularExpression form(QStringLiteral("again: ./dev nemesis --from (\\d+) --seeds 1\nshortest story, (\\d+) of (\\d+) steps:"));
    const auto found = form.match(told.words);
    QVERIFY2(found.hasMatch(), qPrintable(told.words));
    QVERIFY(found.captured(2).toInt() <= 6);
    QVERIFY(found.captured(2).toInt() < found.captured(3).toInt());
}

QTEST_GUILESS_MAIN(MutantTest)
#include "mutanttest.moc"
