// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/stages.h"

#include "core/engine/working.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::engine;

namespace {

/// A landline: it can only be called.
Story landline(const QString &wall = QStringLiteral("2026-12-07T11:00"))
{
    Story s(wall);
    s.state.lineType = LineType::Landline;
    s.missed();
    return s;
}

} // namespace

/// The call-back queue: whose turn, when again, how often, and how it closes itself.
class CallbackTurnsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theNextTryIsAtAnotherHour_data();
    void theNextTryIsAtAnotherHour();
    void aShopOfOneHalfDayTriesTheNextDay();
    void aShopThatNeverOpensStillGetsATime();
    void nextTriesAlwaysFallIntoOpenTime();
    void aClaimShowsWhoIsCalling();
    void theSecondSeatIsNotGivenTheClaim();
    void theSameSeatMayClaimAgain();
    void aForgottenClaimLapses();
    void aClaimIsGivenBack();
    void anOutcomeEndsTheClaim();
    void claimingAnEmergencyAcknowledgesIt();
    void claimingNothingChangesNothing();
    void itClosesItselfWhenTheCallerReachesUs_data();
    void itClosesItselfWhenTheCallerReachesUs();
    void theCapEndsTheTries_data();
    void theCapEndsTheTries();
    void laterKeepsTheTries();
    void speakingToThemEndsTheirWait();
    void undoBringsBackTimeTriesAndPromise();
    void undoingATryLeavesTheConversationAlone();
};

void CallbackTurnsTest::theNextTryIsAtAnotherHour_data()
{
    QTest::addColumn<QString>("tried");
    QTest::addColumn<QString>("again");
    // Monday to Friday 9 to 18, Saturday 10 to 16; 2026-12-25 (Friday) is a holiday.
    QTest::newRow("morning: after noon") << "2026-12-07T09:30" << "2026-12-07T12:00";
    QTest::newRow("late morning: two hours away at least") << "2026-12-07T11:15" << "2026-12-07T13:15";
    QTest::newRow("afternoon: towards evening") << "2026-12-07T13:00" << "2026-12-07T16:00";
    QTest::newRow("late afternoon: still the evening") << "2026-12-07T15:30" << "2026-12-07T17:30";
    QTest::newRow("evening: next morning") << "2026-12-07T17:00" << "2026-12-08T09:00";
    QTest::newRow("after closing: next morning") << "2026-12-07T19:00" << "2026-12-08T09:00";
    QTest::newRow("Friday evening: Saturday when it opens") << "2026-12-11T17:30" << "2026-12-12T10:00";
    QTest::newRow("Saturday morning: Saturday noon") << "2026-12-12T10:00" << "2026-12-12T12:00";
    QTest::newRow("Saturday afternoon: Monday morning") << "2026-12-12T15:00" << "2026-12-14T09:00";
    QTest::newRow("Thursday evening before a holiday: Saturday") << "2026-12-24T17:30" << "2026-12-26T10:00";
    QTest::newRow("the night the clocks change") << "2026-10-31T15:00" << "2026-11-02T09:00";
}

void CallbackTurnsTest::theNextTryIsAtAnotherHour()
{
    QFETCH(QString, tried);
    QFETCH(QString, again);
    Story s = landline();
    s.profile.hours.closedDates = {QDate(2026, 12, 25)};
    s.at(tried);
    s.tell(fact::CallbackDone{QStringLiteral("Jess"), fact::CallbackResult::NoAnswer, {}});
    QCOMPARE(s.wallOf(s.state.callback->dueAt), again);
    QVERIFY(s.explained(QStringLiteral("callback.next_try")));
}

void CallbackTurnsTest::aShopOfOneHalfDayTriesTheNextDay()
{
    OpeningHours mornings;
    for (size_t day = 0; day < 5; ++day)
        mornings.week[day] = {{QTime(9, 0), QTime(12, 0)}};
    const Story s;
    const Instant again = nextTryAt(mornings, s.profile.zone, s.wall(QStringLiteral("2026-12-07T10:00")));
    QCOMPARE(s.wallOf(again), QStringLiteral("2026-12-08T11:00"));
}

void CallbackTurnsTest::aShopThatNeverOpensStillGetsATime()
{
    const Story s;
    QVERIFY(nextTryAt({}, s.profile.zone, s.now) > s.now);
}

void CallbackTurnsTest::nextTriesAlwaysFallIntoOpenTime()
{
    const Story s;
    for (int quarter = 0; quarter < 4 * 24 * 14; ++quarter) {
        const Instant tried = s.wall(QStringLiteral("2026-10-26T00:00")) + quarter * Duration(15min); // over the autumn change
        const Instant again = nextTryAt(s.profile.hours, s.profile.zone, tried);
        QVERIFY(again >= tried + 2h);
        QVERIFY(again <= tried + Duration(24h) * 4);
        QVERIFY2(isOpen(s.profile.hours, again, s.profile.zone), qPrintable(s.wallOf(tried)));
    }
}

void CallbackTurnsTest::aClaimShowsWhoIsCalling()
{
    Story s = landline();
    s.tell(fact::CallbackClaimed{QStringLiteral("Sam")});
    QCOMPARE(callbackRow(s.state, {s.now, s.profile})->claimedBy, QStringLiteral("Sam"));
    QVERIFY(s.explained(QStringLiteral("callback.claimed")));
}

void CallbackTurnsTest::theSecondSeatIsNotGivenTheClaim()
{
    Story s = landline();
    s.tell(fact::CallbackClaimed{QStringLiteral("Sam")});
    s.tell(fact::CallbackClaimed{QStringLiteral("Jess")});
    QCOMPARE(s.state.callback->claimedBy, QStringLiteral("Sam"));
    QCOMPARE(s.journal.back().code, QStringLiteral("callback.claim_refused"));
    QCOMPARE(s.journal.back().args, QStringList({"Jess", "Sam"}));
}

void CallbackTurnsTest::theSameSeatMayClaimAgain()
{
    Story s = landline();
    s.tell(fact::CallbackClaimed{QStringLiteral("Sam")});
    s.wait(10min);
    s.tell(fact::CallbackClaimed{QStringLiteral("Sam")});
    s.wait(10min);
    QVERIFY(isClaimed(*s.state.callback, s.now));
}

void CallbackTurnsTest::aForgottenClaimLapses()
{
    Story s = landline();
    s.tell(fact::CallbackClaimed{QStringLiteral("Sam")});
    s.wait(15min);
    QVERIFY(callbackRow(s.state, {s.now, s.profile})->claimedBy.isEmpty());
    s.tell(fact::CallbackClaimed{QStringLiteral("Jess")});
    QCOMPARE(s.state.callback->claimedBy, QStringLiteral("Jess"));
}

void CallbackTurnsTest::aClaimIsGivenBack()
{
    Story s = landline();
    s.tell(fact::CallbackClaimed{QStringLiteral("Sam")});
    s.tell(fact::CallbackReleased{QStringLiteral("Sam")});
    QVERIFY(s.state.callback->claimedBy.isEmpty());
    const ThreadState before = s.state;
    s.tell(fact::CallbackReleased{QStringLiteral("Sam")});
    QVERIFY(s.state == before);
}

void CallbackTurnsTest::anOutcomeEndsTheClaim()
{
    Story s = landline();
    s.tell(fact::CallbackClaimed{QStringLiteral("Sam")});
    s.tell(fact::CallbackDone{QStringLiteral("Sam"), fact::CallbackResult::NoAnswer, {}});
    QVERIFY(s.state.callback->claimedBy.isEmpty());
    s.tell(fact::CallbackClaimed{QStringLiteral("Jess")});
    QCOMPARE(s.state.callback->claimedBy, QStringLiteral("Jess"));
}

void CallbackTurnsTest::claimingAnEmergencyAcknowledgesIt()
{
    Story s;
    s.missed();
    s.accepts();
    s.tell(fact::OperatorAskedForCallback{QStringLiteral("Jess"), {}});
    s.writes(QStringLiteral("I smell gas"));
    s.tell(fact::CallbackClaimed{QStringLiteral("Sam")});
    QCOMPARE(s.state.alert->acknowledgedBy, QStringLiteral("Sam"));
}

void CallbackTurnsTest::claimingNothingChangesNothing()
{
    Story s;
    s.missed();
    const ThreadState before = s.state;
    s.tell(fact::CallbackClaimed{QStringLiteral("Sam")});
    s.tell(fact::CallbackReleased{QStringLiteral("Sam")});
    QVERIFY(s.state == before);
}

void CallbackTurnsTest::itClosesItselfWhenTheCallerReachesUs_data()
{
    QTest::addColumn<int>("how");
    QTest::addColumn<QString>("result");
    QTest::newRow("they call and are answered") << 0 << "reached";
    QTest::newRow("we call and they answer") << 1 << "reached";
    QTest::newRow("they book by text") << 2 << "booked";
    QTest::newRow("a person texts them") << 3 << "texted";
    QTest::newRow("set to done") << 4 << "closed";
}

void CallbackTurnsTest::itClosesItselfWhenTheCallerReachesUs()
{
    QFETCH(int, how);
    QFETCH(QString, result);
    Story s = offered();
    s.tell(fact::OperatorAskedForCallback{QStringLiteral("Jess"), {}});
    if (how < 2) {
        Call call;
        call.id = {QStringLiteral("CAx")};
        call.result = CallResult::Answered;
        call.outgoing = how == 1;
        s.tell(fact::CallObserved{call});
    } else if (how == 2) {
        s.writes(QStringLiteral("the first one"));
        s.proposes(proposal::TakeOffer{0});
        s.booked();
    } else if (how == 3) {
        s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("Hi!")});
    } else {
        s.tell(fact::OperatorClosed{QStringLiteral("Jess")});
    }
    QVERIFY(s.state.callback->done);
    QCOMPARE(s.state.callback->result, result);
}

void CallbackTurnsTest::theCapEndsTheTries_data()
{
    QTest::addColumn<int>("cap");
    QTest::newRow("one") << 1;
    QTest::newRow("three") << 3;
    QTest::newRow("five") << 5;
}

void CallbackTurnsTest::theCapEndsTheTries()
{
    QFETCH(int, cap);
    Story s = landline();
    s.profile.policy.maxCallbackTries = cap;
    for (int i = 1; i <= cap; ++i) {
        QVERIFY(!s.state.callback->done);
        s.now = s.state.callback->dueAt;
        s.tell(fact::CallbackDone{QStringLiteral("Jess"),
            i % 2 ? fact::CallbackResult::NoAnswer : fact::CallbackResult::LeftVoicemail, {}});
        QCOMPARE(s.state.callback->tries, i);
    }
    QVERIFY(s.state.callback->done);
}

void CallbackTurnsTest::laterKeepsTheTries()
{
    Story s = landline();
    const Instant later = s.wall(QStringLiteral("2026-12-08T15:00"));
    s.tell(fact::CallbackDone{QStringLiteral("Jess"), fact::CallbackResult::Later, later});
    QCOMPARE(s.state.callback->tries, 0);
    QCOMPARE(s.state.callback->dueAt, later);
    QVERIFY(!s.state.callback->done);
}

void CallbackTurnsTest::speakingToThemEndsTheirWait()
{
    Story s = talking();
    s.tell(fact::OperatorAskedForCallback{QStringLiteral("Jess"), {}});
    s.tell(fact::CallbackDone{QStringLiteral("Jess"), fact::CallbackResult::SpokeWillThink, {}});
    QVERIFY(!s.state.callerWaitsSince.isSet());
    QVERIFY(!s.due().isSet());
}

void CallbackTurnsTest::undoBringsBackTimeTriesAndPromise()
{
    Story s = talking();
    s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("We will call you by 2:30")});
    const CallbackItem before = *s.state.callback;
    s.tell(fact::CallbackDone{QStringLiteral("Jess"), fact::CallbackResult::NoAnswer, {}});
    QVERIFY(*s.state.callback != before);
    s.tell(fact::CallbackUndone{QStringLiteral("Jess")});
    QCOMPARE(s.state.callback->dueAt, before.dueAt);
    QCOMPARE(s.state.callback->tries, before.tries);
    QCOMPARE(s.state.callback->promise, before.promise);
}

void CallbackTurnsTest::undoingATryLeavesTheConversationAlone()
{
    Story s = bookedVisit();
    s.tell(fact::OperatorAskedForCallback{QStringLiteral("Jess"), {}});
    s.tell(fact::CallbackDone{QStringLiteral("Jess"), fact::CallbackResult::NoAnswer, {}});
    s.tell(fact::CallbackUndone{QStringLiteral("Jess")});
    QVERIFY(s.in<phase::Booked>());
    QCOMPARE(s.state.lead.outcome, LeadOutcome::Booked);
}

QTEST_GUILESS_MAIN(CallbackTurnsTest)
#include "callbackturnstest.moc"
