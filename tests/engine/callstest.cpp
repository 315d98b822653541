// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/textcost.h"
#include "story.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::engine;

/// Episodes, screening, first text, call-back queue.
class CallsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMissedCallIsTextedOnceWithTheShopsName();
    void theFirstTextTellsThatAnAssistantWrites();
    void closedHoursHaveTheirOwnWords();
    void aClosedDateHasItsOwnWords_data();
    void aClosedDateHasItsOwnWords();
    void automaticTextsUseThePlainAlphabet();
    void threeRedialsGetOneText();
    void redialsThatArriveInTheWrongOrderGetOneText();
    void aCallAfterTheMergeWindowInAnOpenThreadGetsNoSecondFirstText();
    void aCallTheNextDayIsTextedAgain();
    void whoCannotBeTextedIsCalled_data();
    void whoCannotBeTextedIsCalled();
    void aCallFoundTooLateIsReviewedNotTexted();
    void aSecondReasonUpdatesTheSameItem();
    void dueTimeCountsOpenHoursOnly();
    void answeredLaterByPhoneStopsEverything();
    void whileAPersonHoldsTheThreadTheyAreToldInstead();
    void lineTypeIsLookedUpFirstWhenThePolicyWantsIt();
    void aTextThatCouldNotLeaveInTimeBecomesACall();
    void outcomesOfACallBack_data();
    void outcomesOfACallBack();
    void threeTriesAndTheItemIsDone();
    void anOutcomeCanBeTakenBack();
};

void CallsTest::aMissedCallIsTextedOnceWithTheShopsName()
{
    Story s;
    s.missed();
    QCOMPARE(s.texts().size(), 1);
    QVERIFY(s.lastText().contains(QStringLiteral("Shine Bay")));
    QVERIFY(s.in<phase::Greeting>());
    QCOMPARE(s.newestText()->id.value, QStringLiteral("first_text:CA1"));
    QCOMPARE(s.newestText()->priority, 2);
    s.accepts();
    QVERIFY(s.in<phase::WaitingForCaller>());
    QCOMPARE(s.state.lead.source, QStringLiteral("missed call"));
    QCOMPARE(threadRow(s.state, {s.now, s.profile}).section, Section::WaitingForCaller);
    QVERIFY(s.explained(QStringLiteral("first_text.ordered")));
}

void CallsTest::theFirstTextTellsThatAnAssistantWrites()
{
    Story s;
    s.missed();
    QVERIFY(s.lastText().contains(QStringLiteral("assistant")));
    QVERIFY(s.lastText().size() <= 160);

    Story off;
    off.profile.policy.discloseAssistant = false;
    off.missed();
    QVERIFY(!off.lastText().contains(QStringLiteral("assistant")));
}

void CallsTest::closedHoursHaveTheirOwnWords()
{
    Story s(QStringLiteral("2026-12-07T18:42"));
    s.profile.words.firstTextClosed = QStringLiteral("{biz} is closed till {open}. How can we help?");
    s.missed();
    QVERIFY2(s.lastText().startsWith(QStringLiteral("Shine Bay is closed till Tue Dec 8 at 9:00 AM")),
        qPrintable(s.lastText()));
}

void CallsTest::aClosedDateHasItsOwnWords_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<bool>("holidayWords");
    QTest::addColumn<QString>("begins");
    QTest::addColumn<QString>("variant");
    QTest::newRow("open") << QStringLiteral("2026-12-07T11:00") << true << QStringLiteral("Open") << QStringLiteral("open");
    QTest::newRow("evening") << QStringLiteral("2026-12-07T19:00") << true << QStringLiteral("Closed") << QStringLiteral("closed");
    QTest::newRow("holiday") << QStringLiteral("2026-12-25T11:00") << true << QStringLiteral("Holiday") << QStringLiteral("holiday");
    QTest::newRow("holiday without words") << QStringLiteral("2026-12-25T11:00") << false << QStringLiteral("Closed") << QStringLiteral("holiday");
    QTest::newRow("Sunday is no holiday") << QStringLiteral("2026-12-06T13:00") << true << QStringLiteral("Closed") << QStringLiteral("closed");
}

void CallsTest::aClosedDateHasItsOwnWords()
{
    QFETCH(QString, at);
    QFETCH(bool, holidayWords);
    QFETCH(QString, begins);
    Story s(at);
    s.profile.hours.closedDates = {QDate(2026, 12, 25)};
    s.profile.words.firstText = QStringLiteral("Open, {biz} says.");
    s.profile.words.firstTextClosed = QStringLiteral("Closed, {biz} says.");
    if (holidayWords)
        s.profile.words.firstTextHoliday = QStringLiteral("Holiday, {biz} says.");
    s.missed();
    QVERIFY2(s.lastText().startsWith(begins), qPrintable(s.lastText()));
    const auto ordered = std::find_if(s.journal.begin(), s.journal.end(),
        [](const JournalLine &line) { return line.code == QLatin1String("first_text.ordered"); });
    QVERIFY(ordered != s.journal.end());
    QTEST(ordered->args.value(0), "variant");
}

void CallsTest::automaticTextsUseThePlainAlphabet()
{
    Story s;
    s.profile.words.firstText = QStringLiteral("We\u2019re at {biz} \u2014 sorry we missed you\u2026");
    s.missed();
    QVERIFY2(s.lastText().startsWith(QStringLiteral("We're at Shine Bay - sorry we missed you...")), qPrintable(s.lastText()));
    QCOMPARE(language::costOf(s.lastText()).parts, 1);
    // What a person types leaves as typed.
    s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("It\u2019s me")});
    QCOMPARE(s.lastText(), QStringLiteral("It\u2019s me"));
}

void CallsTest::threeRedialsGetOneText()
{
    Story s;
    s.missed();
    s.wait(40s);
    s.missed();
    s.wait(2min);
    s.missed();
    QCOMPARE(s.textsOf(TextKind::FirstText), 1);
    QCOMPARE(s.state.episode->calls, 3);
    QCOMPARE(s.state.episodes, 1);
}

void CallsTest::redialsThatArriveInTheWrongOrderGetOneText()
{
    Story s;
    s.missedAgo(1min);
    s.missedAgo(5min); // the earlier one is seen later
    QCOMPARE(s.textsOf(TextKind::FirstText), 1);
    QCOMPARE(s.state.episode->calls, 2);
}

void CallsTest::aCallAfterTheMergeWindowInAnOpenThreadGetsNoSecondFirstText()
{
    Story s;
    s.missed();
    s.accepts();
    s.wait(3h);
    s.missed();
    QCOMPARE(s.textsOf(TextKind::FirstText), 1);
    QVERIFY(s.explained(QStringLiteral("first_text.open_thread")));
    QCOMPARE(s.state.episodes, 2);
}

void CallsTest::aCallTheNextDayIsTextedAgain()
{
    Story s;
    s.missed();
    s.accepts();
    s.wait(26h);
    s.missed();
    QCOMPARE(s.textsOf(TextKind::FirstText), 2);
}

void CallsTest::whoCannotBeTextedIsCalled_data()
{
    QTest::addColumn<QString>("caller");
    QTest::addColumn<int>("lineType");
    QTest::addColumn<int>("reason");
    QTest::newRow("withheld") << QString() << int(LineType::Unknown) << int(Reason::Withheld);
    QTest::newRow("landline") << "+15125550166" << int(LineType::Landline) << int(Reason::Landline);
    QTest::newRow("toll-free") << "+18005550166" << int(LineType::Unknown) << int(Reason::TollFree);
    QTest::newRow("foreign") << "+61491570156" << int(LineType::Mobile) << int(Reason::Foreign);
}

void CallsTest::whoCannotBeTextedIsCalled()
{
    QFETCH(QString, caller);
    QFETCH(int, lineType);
    QFETCH(int, reason);
    Story s;
    s.state = newThread({caller}, s.profile.phone);
    if (lineType != int(LineType::Unknown))
        s.state.lineType = LineType(lineType);
    s.missed();
    QCOMPARE(s.texts().size(), 0);
    QVERIFY(s.state.callback.has_value());
    QCOMPARE(s.state.callback->reason, Reason(reason));
    QVERIFY(s.in<phase::CallbackOnly>());
    QVERIFY(callbackRow(s.state, {s.now, s.profile}).has_value());
    QVERIFY(s.explained(QStringLiteral("screened")));
}

void CallsTest::aCallFoundTooLateIsReviewedNotTexted()
{
    Story s;
    s.missedAgo(16min);
    QCOMPARE(s.texts().size(), 0);
    QCOMPARE(s.state.callback->reason, Reason::LateDiscovery);

    Story fresh;
    fresh.missedAgo(14min);
    QCOMPARE(fresh.texts().size(), 1);
}

void CallsTest::aSecondReasonUpdatesTheSameItem()
{
    Story s;
    s.state.lineType = LineType::Landline;
    s.missed();
    const Instant since = s.state.callback->since;
    s.wait(2h);
    s.tell(fact::OperatorAskedForCallback{QStringLiteral("Jess"), {}});
    QCOMPARE(s.state.callback->since, since);
    QCOMPARE(s.state.callback->reason, Reason::StaffRequest);
}

void CallsTest::dueTimeCountsOpenHoursOnly()
{
    Story s(QStringLiteral("2026-12-07T17:40"));
    s.state.lineType = LineType::Landline;
    s.missed();
    // Twenty minutes are left today, forty more from nine tomorrow.
    QCOMPARE(s.wallOf(s.state.callback->dueAt), QStringLiteral("2026-12-08T09:40"));
}

void CallsTest::answeredLaterByPhoneStopsEverything()
{
    Story s;
    s.missed();
    s.accepts();
    s.tell(fact::OperatorAskedForCallback{QStringLiteral("Jess"), {}});
    Call call;
    call.id = {QStringLiteral("CA9")};
    call.result = CallResult::Answered;
    s.wait(5min);
    s.tell(fact::CallObserved{call});
    QVERIFY(s.state.callback->done);
    QCOMPARE(s.state.lead.outcome, LeadOutcome::ReachedByPhone);
    QVERIFY(!s.due().isSet());
}

void CallsTest::whileAPersonHoldsTheThreadTheyAreToldInstead()
{
    Story s;
    s.missed();
    s.accepts();
    s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    s.wait(26h);
    s.missed();
    QCOMPARE(s.textsOf(TextKind::FirstText), 1);
    QVERIFY(s.noticed(QStringLiteral("called_while_held")));
}

void CallsTest::lineTypeIsLookedUpFirstWhenThePolicyWantsIt()
{
    Story s;
    s.profile.policy.lookUpLineType = true;
    s.missed();
    QCOMPARE(s.texts().size(), 0);
    QVERIFY(s.newest<order::LookUpLineType>());
    s.tell(fact::LineTypeKnown{LineType::Mobile});
    QCOMPARE(s.texts().size(), 1);

    Story land;
    land.profile.policy.lookUpLineType = true;
    land.missed();
    land.tell(fact::LineTypeKnown{LineType::Landline});
    QCOMPARE(land.texts().size(), 0);
    QCOMPARE(land.state.callback->reason, Reason::Landline);
}

void CallsTest::aTextThatCouldNotLeaveInTimeBecomesACall()
{
    Story s;
    s.missed();
    s.wait(16min);
    QCOMPARE(std::get<verdict::Cancel>(s.gateNow()).reason, QStringLiteral("expired"));
    s.tell(fact::OrderSettled{s.newestText()->id, fact::Ending::Cancelled, {}, 0, QStringLiteral("expired")});
    QCOMPARE(s.state.callback->reason, Reason::LateDiscovery);
}

void CallsTest::outcomesOfACallBack_data()
{
    QTest::addColumn<int>("result");
    QTest::addColumn<bool>("done");
    QTest::addColumn<int>("outcome");
    QTest::newRow("spoke, booked") << int(fact::CallbackResult::SpokeBooked) << true
                                   << int(LeadOutcome::CallbackBooked);
    QTest::newRow("will think") << int(fact::CallbackResult::SpokeWillThink) << true
                                << int(LeadOutcome::ReachedByPhone);
    QTest::newRow("no answer") << int(fact::CallbackResult::NoAnswer) << false << int(LeadOutcome::ManualCallback);
    QTest::newRow("voicemail") << int(fact::CallbackResult::LeftVoicemail) << false << int(LeadOutcome::ManualCallback);
    QTest::newRow("wrong number") << int(fact::CallbackResult::WrongNumber) << true << int(LeadOutcome::WrongNumber);
    QTest::newRow("do not call") << int(fact::CallbackResult::DoNotCall) << true << int(LeadOutcome::OptedOut);
}

void CallsTest::outcomesOfACallBack()
{
    QFETCH(int, result);
    QFETCH(bool, done);
    QFETCH(int, outcome);
    Story s;
    s.state.lineType = LineType::Landline;
    s.missed();
    const Instant due = s.state.callback->dueAt;
    s.wait(10min);
    s.tell(fact::CallbackDone{QStringLiteral("Jess"), fact::CallbackResult(result), {}});
    QCOMPARE(s.state.callback->done, done);
    QCOMPARE(int(s.state.lead.outcome), outcome);
    if (!done)
        QVERIFY(s.state.callback->dueAt > due); // tried again at another hour
}

void CallsTest::threeTriesAndTheItemIsDone()
{
    Story s;
    s.state.lineType = LineType::Landline;
    s.missed();
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!s.state.callback->done);
        s.wait(4h);
        s.tell(fact::CallbackDone{QStringLiteral("Jess"), fact::CallbackResult::NoAnswer, {}});
    }
    QVERIFY(s.state.callback->done);
}

void CallsTest::anOutcomeCanBeTakenBack()
{
    Story s;
    s.state.lineType = LineType::Landline;
    s.missed();
    s.tell(fact::CallbackDone{QStringLiteral("Jess"), fact::CallbackResult::SpokeWillThink, {}});
    QVERIFY(s.state.callback->done);
    s.tell(fact::CallbackUndone{QStringLiteral("Jess")});
    QVERIFY(!s.state.callback->done);
    QVERIFY(s.in<phase::CallbackOnly>());
    s.tell(fact::CallbackUndone{QStringLiteral("Jess")}); // a second time changes nothing
    QVERIFY(!s.state.callback->done);
}

QTEST_GUILESS_MAIN(CallsTest)
#include "callstest.moc"
