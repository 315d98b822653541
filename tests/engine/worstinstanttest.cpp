// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/stages.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::engine;

namespace {
const QString jess = QStringLiteral("Jess");

/// Jess took the thread, the caller wrote, and Jess did not answer in time: it is nobody's until a person gives it back.
Story abandoned()
{
    Story s = talking();
    s.tell(fact::OperatorTookOver{jess});
    s.writes(QStringLiteral("hello?"));
    s.nextDue();
    return s;
}

/// A nudge of unknown fate: it may have left, it may leave again.
Story unclearNudge()
{
    Story s;
    s.missed();
    s.accepts();
    s.nextDue();
    s.tell(fact::OrderSettled{s.newestText()->id, fact::Ending::Unclear, {}, 0, {}});
    return s;
}

struct Event {
    Fact fact;
};

QString refusalOf(const Story &s)
{
    const Verdict verdict = s.gateNow();
    const auto *cancel = std::get_if<verdict::Cancel>(&verdict);
    return cancel ? cancel->reason : QStringLiteral("may leave");
}

} // namespace

/// What random stories found at the worst instants (tests/nemesis), each told by hand.
class WorstInstantTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNudgeOfUnknownFateDoesNotLeaveAgainAfterTheCallersWord_data();
    void aNudgeOfUnknownFateDoesNotLeaveAgainAfterTheCallersWord();
    void aNudgeOfUnknownFateMayLeaveAgainWhileNothingHappened();
    void anAnswerPutBackDoesNotLeaveAfterTheNextWord();
    void helpIsOwedWhateverTheCallerWritesNext();
    void helpDoesNotEndTheAnswerUnderWay();
    void helpDoesNotBeginTheFollowUpsAnew();
    void whoSaysStopTwiceWaitsForNothing();
    void anAbandonedThreadStaysWithPeople_data();
    void anAbandonedThreadStaysWithPeople();
    void anAbandonedThreadIsNotGreeted();
    void aCallThatSettledItGivesTheThreadBack();
    void handingBackAnOptedOutThreadWakesNobody();
    void aTextThatTurnsUpDoesNotEndAnotherWish();
};

void WorstInstantTest::aNudgeOfUnknownFateDoesNotLeaveAgainAfterTheCallersWord_data()
{
    QTest::addColumn<Event>("event");
    Call answered;
    answered.id = {QStringLiteral("CA77")};
    answered.result = CallResult::Answered;
    ProviderText text;
    text.id = {QStringLiteral("SM77")};
    text.body = QStringLiteral("still there?");
    QTest::newRow("a text") << Event{fact::MessageArrived{text}};
    QTest::newRow("an answered call") << Event{fact::CallObserved{answered}};
    QTest::newRow("a takeover") << Event{fact::OperatorTookOver{jess}};
    QTest::newRow("an opt-out noted by staff") << Event{fact::OperatorOptedOut{jess, QStringLiteral("no texts")}};
    QTest::newRow("closed by staff") << Event{fact::OperatorClosed{jess}};
    QTest::newRow("a text from the shop's phone") << Event{fact::ForeignTextSeen{text}};
}

void WorstInstantTest::aNudgeOfUnknownFateDoesNotLeaveAgainAfterTheCallersWord()
{
    QFETCH(Event, event);
    Story s = unclearNudge();
    const PlannedOrder nudge = *s.newestText();
    s.tell(event.fact);
    QVERIFY(std::holds_alternative<verdict::Cancel>(gate(nudge, s.state, {s.now, s.profile})));
}

void WorstInstantTest::aNudgeOfUnknownFateMayLeaveAgainWhileNothingHappened()
{
    const Story s = unclearNudge();
    QCOMPARE(refusalOf(s), QStringLiteral("may leave"));
}

void WorstInstantTest::anAnswerPutBackDoesNotLeaveAfterTheNextWord()
{
    Story s = talking();
    s.proposes(proposal::JustReply{}, QStringLiteral("It depends."));
    s.writes(QStringLiteral("never mind, what are your hours?")); // the first answer was at the provider, who said "not now"
    QCOMPARE(refusalOf(s), QStringLiteral("stale"));
}

void WorstInstantTest::helpIsOwedWhateverTheCallerWritesNext()
{
    Story s = talking();
    s.writes(QStringLiteral("HELP"));
    const OrderId help = s.newestText()->id;
    s.writes(QStringLiteral("anybody?"));
    QVERIFY(std::find(s.cancelled.begin(), s.cancelled.end(), help) == s.cancelled.end());
    QCOMPARE(refusalOf(s), QStringLiteral("may leave"));
}

void WorstInstantTest::helpDoesNotEndTheAnswerUnderWay()
{
    Story s = talking();
    const auto waits = s.state.callerWaitsSince;
    s.writes(QStringLiteral("HELP"));
    QCOMPARE(s.state.callerWaitsSince, waits);
    s.proposes(proposal::JustReply{}, QStringLiteral("It depends."));
    QCOMPARE(s.lastText(), QStringLiteral("It depends."));
    const OrderId answer = s.newestText()->id;
    s.writes(QStringLiteral("help"));
    QVERIFY(std::find(s.cancelled.begin(), s.cancelled.end(), answer) == s.cancelled.end());
}

void WorstInstantTest::helpDoesNotBeginTheFollowUpsAnew()
{
    Story s;
    s.missed();
    s.accepts();
    s.nextDue();
    s.accepts();
    const int nudges = s.state.nudges;
    const int unanswered = s.state.unanswered;
    s.writes(QStringLiteral("HELP"));
    QCOMPARE(s.state.nudges, nudges);
    QCOMPARE(s.state.unanswered, unanswered);
}

void WorstInstantTest::whoSaysStopTwiceWaitsForNothing()
{
    Story s = talking();
    s.writes(QStringLiteral("STOP"));
    s.writes(QStringLiteral("STOP"));
    QVERIFY(!s.state.callerWaitsSince.isSet());
}

void WorstInstantTest::anAbandonedThreadStaysWithPeople_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("the caller writes") << QStringList{QStringLiteral("hello??")};
    QTest::newRow("STOP, START, and a question") << QStringList{QStringLiteral("STOP"), QStringLiteral("START"), QStringLiteral("where are you?")};
    QTest::newRow("STOP and START") << QStringList{QStringLiteral("STOP"), QStringLiteral("START")};
}

void WorstInstantTest::anAbandonedThreadStaysWithPeople()
{
    QFETCH(QStringList, words);
    Story s = abandoned();
    QCOMPARE(s.state.holder.kind, HolderKind::Nobody);
    const int before = s.textsOf(TextKind::Reply) + s.textsOf(TextKind::FollowUp);
    for (const QString &word : words)
        s.writes(word);
    for (int i = 0; i < 6 && s.due().isSet(); ++i)
        s.nextDue();
    QVERIFY(!s.in<phase::Answering>());
    QCOMPARE(s.textsOf(TextKind::Reply) + s.textsOf(TextKind::FollowUp), before);
}

void WorstInstantTest::anAbandonedThreadIsNotGreeted()
{
    Story s = abandoned();
    s.tell(fact::OperatorOptedOut{jess, QStringLiteral("no texts")});
    s.writes(QStringLiteral("START"));
    s.wait(14h);
    const int before = s.textsOf(TextKind::FirstText);
    s.missed();
    QCOMPARE(s.textsOf(TextKind::FirstText), before);
    QVERIFY(s.noticed(QStringLiteral("needs_person")));
}

void WorstInstantTest::aCallThatSettledItGivesTheThreadBack()
{
    Story s = abandoned();
    s.tell(fact::OperatorAskedForCallback{jess, {}});
    s.tell(fact::CallbackDone{jess, fact::CallbackResult::SpokeWillThink, {}});
    QCOMPARE(s.state.holder.kind, HolderKind::Assistant);
    QVERIFY(!s.state.callerWaitsSince.isSet());
}

void WorstInstantTest::handingBackAnOptedOutThreadWakesNobody()
{
    Story s = talking();
    s.writes(QStringLiteral("STOP"));
    s.tell(fact::OperatorTookOver{jess});
    s.writes(QStringLiteral("hello?"));
    s.tell(fact::OperatorHandedBack{jess, {}});
    QVERIFY(s.in<phase::Closed>());
    QVERIFY(!s.due().isSet());
}

void WorstInstantTest::aTextThatTurnsUpDoesNotEndAnotherWish()
{
    Story s = unclearNudge();
    const OrderId nudge = s.newestText()->id;
    s.tell(fact::OperatorAskedForCallback{jess, {}});
    s.tell(fact::SendNotFound{nudge});
    s.tell(fact::OrderSettled{nudge, fact::Ending::Done, {QStringLiteral("SM9")}, 0, QStringLiteral("found")});
    QVERIFY(s.state.callback && !s.state.callback->done);
    QCOMPARE(s.state.callback->reason, Reason::StaffRequest);
}

QTEST_GUILESS_MAIN(WorstInstantTest)
#include "worstinstanttest.moc"
