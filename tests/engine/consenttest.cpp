// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/stages.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::engine;

/// STOP, START and HELP.
class ConsentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stopWords_data();
    void stopWords();
    void afterStopNothingLeaves();
    void plainWordsGetOneConfirmation();
    void startLiftsAnOptOut();
    void helpIsAnsweredEvenThen();
};

void ConsentTest::stopWords_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("out");
    for (const char *word : {"STOP", "stop.", " S T O P ", "Stop All", "unsubscribe", "Cancel", "END", "quit", "REVOKE",
             "opt-out", "ARRET", "\xef\xbc\xb3\xef\xbc\xb4\xef\xbc\xaf\xef\xbc\xb0"})
        QTest::newRow(word) << QString::fromUtf8(word) << true;
    for (const char *word : {"stop by at 3?", "cancel my 2pm", "end of the week", "can i stop in", "the bus stop"})
        QTest::newRow(word) << QString::fromUtf8(word) << false;
}

void ConsentTest::stopWords()
{
    QFETCH(QString, body);
    QFETCH(bool, out);
    Story s;
    s.missed();
    s.accepts();
    s.writes(body);
    QCOMPARE(s.state.optOut.has_value(), out);
}

void ConsentTest::afterStopNothingLeaves()
{
    Story s = talking();
    s.proposes(proposal::JustReply{}, QStringLiteral("It depends on the car."));
    const PlannedOrder pending = *s.newestText();
    s.writes(QStringLiteral("STOP"));
    QCOMPARE(std::get<verdict::Cancel>(gate(pending, s.state, {s.now, s.profile})).reason, QStringLiteral("opted_out"));
    QVERIFY(std::find(s.cancelled.begin(), s.cancelled.end(), pending.id) != s.cancelled.end());
    const auto before = s.texts().size();
    s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("one more thing")});
    QCOMPARE(s.texts().size(), before); // nobody can text them, staff neither
    s.wait(24h);
    s.missed();
    QCOMPARE(s.texts().size(), before);
    QCOMPARE(s.state.callback->reason, Reason::OptedOut);
    QVERIFY(!s.due().isSet());
}

void ConsentTest::plainWordsGetOneConfirmation()
{
    Story s = talking();
    s.proposes(proposal::OptOut{QStringLiteral("please stop texting me")});
    QVERIFY(s.state.optOut);
    QCOMPARE(s.textsOf(TextKind::OptOutConfirmation), 1);
    QVERIFY(std::holds_alternative<verdict::Send>(s.gateNow()));
    QCOMPARE(s.state.lead.outcome, LeadOutcome::OptedOut);
}

void ConsentTest::startLiftsAnOptOut()
{
    Story s = talking();
    s.writes(QStringLiteral("STOP"));
    s.writes(QStringLiteral("start"));
    QVERIFY(!s.state.optOut);
    s.writes(QStringLiteral("sorry, wrong button"));
    QVERIFY(s.in<phase::Answering>());
}

void ConsentTest::helpIsAnsweredEvenThen()
{
    Story s = talking();
    s.writes(QStringLiteral("STOP"));
    s.writes(QStringLiteral("HELP"));
    QCOMPARE(s.textsOf(TextKind::Help), 1);
    QVERIFY(std::holds_alternative<verdict::Send>(s.gateNow()));
}

QTEST_GUILESS_MAIN(ConsentTest)
#include "consenttest.moc"
