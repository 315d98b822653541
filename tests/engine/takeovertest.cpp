// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/stages.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::engine;

/// A person holds the thread.
class TakeoverTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void afterAFalseStartTheAssistantGoesOn();
    void afterAnEscalationHandingBackWaitsForTheCaller();
    void takingOverWithdrawsWhatWasNotSent();
    void anOldHolderVersionNeverLeaves();
    void aPersonsTextClaimsTheThread();
    void handBackWaitsForTheCallersNextWord();
    void handBackOfACallerWhoMayNotBeTextedOwesThemACall();
    void silenceOfTheHolderCallsPeopleNotTheAssistant();
    void aTextFromTheShopPhoneCountsAsAPerson();
};

void TakeoverTest::takingOverWithdrawsWhatWasNotSent()
{
    Story s = talking();
    s.proposes(proposal::JustReply{}, QStringLiteral("It depends."));
    const OrderId pending = s.newestText()->id;
    s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    QVERIFY(std::find(s.cancelled.begin(), s.cancelled.end(), pending) != s.cancelled.end());
    QCOMPARE(sectionOf(s.state), Section::WithPerson);
    QCOMPARE(std::get<verdict::Cancel>(s.gateNow()).reason, QStringLiteral("holder_changed"));
}

void TakeoverTest::anOldHolderVersionNeverLeaves()
{
    Story s = talking();
    s.proposes(proposal::JustReply{}, QStringLiteral("It depends."));
    const PlannedOrder old = *s.newestText();
    s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    s.tell(fact::OperatorHandedBack{QStringLiteral("Jess"), {}});
    // The assistant holds it again, but this text was made before a person spoke.
    QCOMPARE(
        std::get<verdict::Cancel>(gate(old, s.state, {s.now, s.profile})).reason, QStringLiteral("holder_changed"));
}

void TakeoverTest::aPersonsTextClaimsTheThread()
{
    Story s = talking();
    s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("Hi, Jess here")});
    QCOMPARE(s.state.holder.seat, QStringLiteral("Jess"));
    QCOMPARE(s.newestText()->priority, 0);
    QCOMPARE(s.newestText()->id.value, QStringLiteral("staff:d1"));
    QVERIFY(std::holds_alternative<verdict::Send>(s.gateNow()));
}

void TakeoverTest::handBackWaitsForTheCallersNextWord()
{
    Story s = talking();
    s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    s.tell(fact::OperatorHandedBack{QStringLiteral("Jess"), QStringLiteral("likes mornings")});
    QCOMPARE(s.due(), s.state.callerWaitsSince + s.profile.policy.promiseWatch); // only the watch over their last word
    QVERIFY(std::any_of(s.lines.begin(), s.lines.end(), [](const HistoryLine &l) { return l.author == Author::Note; }));
    s.writes(QStringLiteral("ok and the price?"));
    QVERIFY(s.in<phase::Answering>());
}

void TakeoverTest::handBackOfACallerWhoMayNotBeTextedOwesThemACall()
{
    Story s = talking();
    s.writes(QStringLiteral("STOP"));
    s.wait(1h);
    s.writes(QStringLiteral("I smell gas"));
    QVERIFY(s.in<phase::NeedsPerson>());
    s.tell(fact::OperatorHandedBack{QStringLiteral("Jess"), {}});
    QVERIFY(!s.state.alert);
    QVERIFY(s.state.callback && !s.state.callback->done); // no text may answer them
    QCOMPARE(s.state.callback->reason, Reason::WroteAfterOptOut);

    Story spoken = talking();
    spoken.writes(QStringLiteral("STOP"));
    spoken.writes(QStringLiteral("I smell gas"));
    spoken.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    spoken.state.callerWaitsSince = {}; // they were spoken to
    spoken.tell(fact::OperatorHandedBack{QStringLiteral("Jess"), {}});
    QVERIFY(!spoken.state.callback);
}

void TakeoverTest::silenceOfTheHolderCallsPeopleNotTheAssistant()
{
    Story s = talking();
    s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    s.writes(QStringLiteral("hello??"));
    QCOMPARE(s.due(),
        s.state.callerWaitsSince + s.profile.policy.silenceAlarm > s.state.holder.since + s.profile.policy.silenceAlarm
            ? s.state.callerWaitsSince + s.profile.policy.silenceAlarm
            : s.state.holder.since + s.profile.policy.silenceAlarm);
    s.nextDue();
    QVERIFY(s.noticed(QStringLiteral("silent")));
    QCOMPARE(s.state.holder.kind, HolderKind::Nobody);
    QCOMPARE(sectionOf(s.state), Section::NeedsPerson);
    QVERIFY(!s.newest<order::AskAssistant>());
}

void TakeoverTest::aTextFromTheShopPhoneCountsAsAPerson()
{
    Story s = talking();
    s.proposes(proposal::JustReply{}, QStringLiteral("It depends."));
    ProviderText text;
    text.id = {QStringLiteral("SMx")};
    text.body = QStringLiteral("Hi, I'm calling you now");
    s.tell(fact::ForeignTextSeen{text});
    QVERIFY(s.state.held());
    QCOMPARE(std::get<verdict::Cancel>(s.gateNow()).reason, QStringLiteral("holder_changed"));
}

void TakeoverTest::afterAFalseStartTheAssistantGoesOn()
{
    Story s = talking();
    s.nextDue();
    s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    s.tell(fact::OperatorHandedBack{QStringLiteral("Jess"), {}});
    s.nextDue();
    QCOMPARE(s.newest<order::AskAssistant>()->turn, s.state.turn);
    s.proposes(proposal::JustReply{}, QStringLiteral("It depends on the car."));
    QCOMPARE(s.lastText(), QStringLiteral("It depends on the car."));
}

void TakeoverTest::afterAnEscalationHandingBackWaitsForTheCaller()
{
    Story s = talking();
    s.proposes(proposal::HandOver{QStringLiteral("human"), {}, false}, QStringLiteral("A person will reply."));
    s.wait(1min);
    s.writes(QStringLiteral("hello?"));
    s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    s.tell(fact::OperatorHandedBack{QStringLiteral("Jess"), {}});
    QVERIFY(!s.in<phase::Answering>());
    QCOMPARE(s.due(), s.state.callerWaitsSince + s.profile.policy.promiseWatch);
}

QTEST_GUILESS_MAIN(TakeoverTest)
#include "takeovertest.moc"
