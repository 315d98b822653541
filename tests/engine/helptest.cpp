// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/stages.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::engine;

/// HELP: a question to the machinery, answered whatever else holds.
class HelpTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void helpIsAnsweredEvenAfterANo();
    void helpWrittenTwiceIsAnsweredOnce();
};

void HelpTest::helpIsAnsweredEvenAfterANo()
{
    for (const char *word : {"HELP", "info", "Ayuda"}) {
        Story s = talking();
        s.writes(QStringLiteral("STOP"));
        s.writes(QString::fromLatin1(word));
        QCOMPARE(s.textsOf(TextKind::Help), 1);
        QVERIFY(std::holds_alternative<verdict::Send>(s.gateNow()));
        QVERIFY(s.state.optOut);
    }
}

void HelpTest::helpWrittenTwiceIsAnsweredOnce()
{
    Story s = talking();
    s.writes(QStringLiteral("HELP"));
    s.writes(QStringLiteral("help"));
    QCOMPARE(s.textsOf(TextKind::Help), 1);
    s.accepts();
    s.wait(1min);
    s.writes(QStringLiteral("HELP"));
    QCOMPARE(s.textsOf(TextKind::Help), 2);
}

QTEST_GUILESS_MAIN(HelpTest)
#include "helptest.moc"
