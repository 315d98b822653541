// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/stages.h"

#include "core/language/promises.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::engine;

/// What our texts promise, and the watch over callers who wait.
class PromiseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsAPromise_data();
    void whatIsAPromise();
    void whatIsNone_data();
    void whatIsNone();
    void aPromisedCallIsADebtWithATimeAndAName();
    void byNineInTheEveningMeansTomorrow();
    void aDayWithoutAnHourMeansUntilClosing();
    void aNewTimeTakesThePlaceOfTheOldOne();
    void onlyTheLastFewAreRemembered();
    void aCallKeepsIt_data();
    void aCallKeepsIt();
    void aTryCountsAsKept();
    void aTextKeepsWhatWasNoCall();
    void aTextDoesNotKeepAPromisedCall();
    void aPromiseNotKeptIsToldAndStandsOnTop();
    void aBrokenPromiseIsToldOnce();
    void theAssistantsWordsCountToo();
    void wordsFromTheShopPhoneCountToo();
    void closingDropsThem();
    void theAutomaticFirstTextPromisesNothing();
    void whoWaitsTooLongIsBackOnTopOnce();
    void aNewWaitIsRemindedAnew();
    void afterHandingBackTheCallersWordIsNotForgotten();
    void nobodyIsRemindedOfWhoIsBeingLookedAt_data();
    void nobodyIsRemindedOfWhoIsBeingLookedAt();
    void atNightTheReminderWaitsForTheOpening();
    void thanksToAPersonRingsNoAlarm_data();
    void thanksToAPersonRingsNoAlarm();
};

void PromiseTest::whatIsAPromise_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("call");
    QTest::addColumn<QString>("due"); // business time, said on Monday 2026-12-07 at 11:00
    const auto row = [](const char *text, bool call, const char *due) {
        QTest::newRow(text) << QString::fromLatin1(text) << call << QString::fromLatin1(due);
    };
    row("We will call you by 2:30", true, "2026-12-07T14:30");
    row("I'll call you at 3pm", true, "2026-12-07T15:00");
    row("Sam will ring you before noon", true, "2026-12-07T12:00");
    row("We'll give you a call within the hour", true, "2026-12-07T12:00");
    row("Someone will call in 20 minutes", true, "2026-12-07T11:20");
    row("I'll phone you in half an hour", true, "2026-12-07T11:30");
    row("We're going to call you within 2 hours", true, "2026-12-07T13:00");
    row("We will call you tomorrow at 10", true, "2026-12-08T10:00");
    row("We will call you tomorrow", true, "2026-12-08T18:00");
    row("Sorry about that. We will call by 9:30", true, "2026-12-08T09:30"); // past for today
    row("I'll get back to you by 4pm", false, "2026-12-07T16:00");
    row("A person will reply within 15 minutes", false, "2026-12-07T11:15");
    row("We'll let you know by 5pm", false, "2026-12-07T17:00");
    row("We will text you tomorrow at 9:30", false, "2026-12-08T09:30");
}

void PromiseTest::whatIsAPromise()
{
    QFETCH(QString, text);
    QFETCH(bool, call);
    QFETCH(QString, due);
    Story s = talking();
    s.at(QStringLiteral("2026-12-07T11:00"));
    s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), text});
    QCOMPARE(s.state.promises.size(), size_t(1));
    const Promise &promise = s.state.promises.back();
    QCOMPARE(promise.call, call);
    QCOMPARE(s.wallOf(promise.dueAt), due);
    QCOMPARE(promise.by, QStringLiteral("Jess"));
    QVERIFY2(text.contains(promise.words), qPrintable(promise.words));
    QCOMPARE(s.state.callback.has_value(), call);
}

void PromiseTest::whatIsNone_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"Call us by 5pm", "Please call before noon", "You will call us tomorrow?", "Will you call at 3?",
             "Thanks for your call at 9:30", "We will call you soon", "Can we call you at 3?", "If you call by 5 we can do it",
             "Booked: Tue Dec 8 at 10:00 AM", "Reply CALL and a person will ring you.", "See you tomorrow at 10", "",
             "We will not call you tomorrow"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void PromiseTest::whatIsNone()
{
    QFETCH(QString, text);
    const Story s;
    QVERIFY(!language::findPromise(text, toWall(s.now, s.profile.zone)));
}

namespace {

/// Jess said at eleven that she would call by half past two.
Story promised(const QString &words = QStringLiteral("We will call you by 2:30"))
{
    Story s = talking();
    s.at(QStringLiteral("2026-12-07T11:00"));
    s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), words});
    return s;
}

} // namespace

void PromiseTest::aPromisedCallIsADebtWithATimeAndAName()
{
    Story s = promised();
    QCOMPARE(s.state.callback->reason, Reason::Promised);
    QCOMPARE(s.state.callback->dueAt, s.wall(QStringLiteral("2026-12-07T14:30")));
    QVERIFY(!s.state.callback->done);
    const auto row = callbackRow(s.state, {s.now, s.profile});
    QCOMPARE(row->promise, QStringLiteral("We will call you by 2:30"));
    QCOMPARE(row->promisedBy, QStringLiteral("Jess"));
    const ThreadRow thread = threadRow(s.state, {s.now, s.profile});
    QCOMPARE(thread.promise, row->promise);
    QCOMPARE(thread.promiseDue, row->dueAt);
    QCOMPARE(thread.promisedBy, QStringLiteral("Jess"));
    QVERIFY(s.explained(QStringLiteral("promise.made")));
}

void PromiseTest::byNineInTheEveningMeansTomorrow()
{
    Story s = talking();
    s.at(QStringLiteral("2026-12-07T17:50"));
    s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("We'll call you by 9:30")});
    QCOMPARE(s.wallOf(s.state.promises.back().dueAt), QStringLiteral("2026-12-08T09:30"));
}

void PromiseTest::aDayWithoutAnHourMeansUntilClosing()
{
    Story s = promised(QStringLiteral("We will call you on saturday"));
    QCOMPARE(s.wallOf(s.state.promises.back().dueAt), QStringLiteral("2026-12-12T16:00"));
}

void PromiseTest::aNewTimeTakesThePlaceOfTheOldOne()
{
    Story s = promised();
    s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d2"), QStringLiteral("Sorry, we will call you by 4pm")});
    QCOMPARE(s.state.promises.size(), size_t(1));
    QCOMPARE(s.wallOf(s.state.callback->dueAt), QStringLiteral("2026-12-07T16:00"));
}

void PromiseTest::onlyTheLastFewAreRemembered()
{
    Story s = promised();
    for (int i = 0; i < 20; ++i) {
        Call call;
        call.id = {QStringLiteral("CAx%1").arg(i)};
        call.result = CallResult::Answered;
        call.outgoing = true;
        s.tell(fact::CallObserved{call});
        s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("e%1").arg(i), QStringLiteral("I'll call you in 20 minutes")});
    }
    QCOMPARE(s.state.promises.size(), size_t(6));
    QCOMPARE(s.state.promises.back().end, PromiseEnd::Open);
}

void PromiseTest::aCallKeepsIt_data()
{
    QTest::addColumn<bool>("outgoing");
    QTest::newRow("we called") << true;
    QTest::newRow("they called and were answered") << false;
}

void PromiseTest::aCallKeepsIt()
{
    QFETCH(bool, outgoing);
    Story s = promised();
    Call call;
    call.id = {QStringLiteral("CAx")};
    call.result = CallResult::Answered;
    call.outgoing = outgoing;
    s.tell(fact::CallObserved{call});
    QCOMPARE(s.state.promises.back().end, PromiseEnd::Kept);
    QVERIFY(s.state.callback->done);
    QVERIFY(s.explained(QStringLiteral("promise.kept")));
    QVERIFY(threadRow(s.state, {s.now, s.profile}).promise.isEmpty());
}

void PromiseTest::aTryCountsAsKept()
{
    Story s = promised();
    s.tell(fact::CallbackDone{QStringLiteral("Sam"), fact::CallbackResult::NoAnswer, {}});
    QCOMPARE(s.state.promises.back().end, PromiseEnd::Kept);
    QVERIFY(!s.state.callback->done); // to be tried again, but nothing is owed any more
    QVERIFY(s.state.callback->promise.isEmpty());
}

void PromiseTest::aTextKeepsWhatWasNoCall()
{
    Story s = promised(QStringLiteral("I'll get back to you by 4pm"));
    s.tell(fact::OperatorReplied{QStringLiteral("Sam"), QStringLiteral("d2"), QStringLiteral("It is $1,150.")});
    QCOMPARE(s.state.promises.front().end, PromiseEnd::Kept);
}

void PromiseTest::aTextDoesNotKeepAPromisedCall()
{
    Story s = promised();
    s.tell(fact::OperatorReplied{QStringLiteral("Sam"), QStringLiteral("d2"), QStringLiteral("It is $1,150.")});
    QCOMPARE(s.state.promises.front().end, PromiseEnd::Open);
    QVERIFY(!s.state.callback->done); // the call is still owed
}

void PromiseTest::aPromiseNotKeptIsToldAndStandsOnTop()
{
    Story s = promised(QStringLiteral("I'll get back to you by 4pm"));
    s.tell(fact::OperatorHandedBack{QStringLiteral("Jess"), {}});
    QCOMPARE(s.wallOf(s.due()), QStringLiteral("2026-12-07T16:00"));
    s.nextDue();
    QCOMPARE(s.state.promises.back().end, PromiseEnd::Broken);
    QCOMPARE(s.newest<order::Notify>()->code, QStringLiteral("promise_broken"));
    QCOMPARE(s.newest<order::Notify>()->args.value(0), QStringLiteral("Jess"));
    QCOMPARE(sectionOf(s.state), Section::NeedsPerson);
    QCOMPARE(threadRow(s.state, {s.now, s.profile}).reason, Reason::Promised);
}

void PromiseTest::aBrokenPromiseIsToldOnce()
{
    Story s = promised();
    s.nextDue();
    QVERIFY(s.noticed(QStringLiteral("promise_broken")));
    const size_t orders = s.orders.size();
    s.wait(5h);
    s.tell(fact::Due{s.now});
    QCOMPARE(s.orders.size(), orders);
}

void PromiseTest::theAssistantsWordsCountToo()
{
    Story s = talking();
    s.proposes(proposal::HandOver{QStringLiteral("human"), {}, false}, QStringLiteral("A person will call you within 15 minutes."));
    QCOMPARE(s.state.promises.size(), size_t(1));
    QVERIFY(s.state.promises.back().by.isEmpty());
    QCOMPARE(s.state.callback->dueAt, s.now + 15min);
}

void PromiseTest::wordsFromTheShopPhoneCountToo()
{
    Story s = talking();
    ProviderText text;
    text.id = {QStringLiteral("SMx")};
    text.body = QStringLiteral("I'll call you in 20 minutes");
    s.tell(fact::ForeignTextSeen{text});
    QCOMPARE(s.state.promises.size(), size_t(1));
    QCOMPARE(s.state.callback->reason, Reason::Promised);
}

void PromiseTest::closingDropsThem()
{
    Story s = promised();
    s.tell(fact::OperatorClosed{QStringLiteral("Jess")});
    QVERIFY(s.state.promises.empty());
    QVERIFY(!s.due().isSet());
}

void PromiseTest::theAutomaticFirstTextPromisesNothing()
{
    Story s;
    s.profile.words.firstText = QStringLiteral("{biz}: sorry, we will call you in 20 minutes");
    s.missed();
    // The wording is the owner's, and a landline of promises nobody makes would drown the real ones.
    QVERIFY(s.state.promises.empty());
}

void PromiseTest::whoWaitsTooLongIsBackOnTopOnce()
{
    Story s = talking();
    s.nextDue(); // the assistant is asked, and never answers
    QCOMPARE(s.due(), s.state.callerWaitsSince + s.profile.policy.promiseWatch);
    s.nextDue();
    QCOMPARE(sectionOf(s.state), Section::NeedsPerson);
    QCOMPARE(s.newest<order::Notify>()->code, QStringLiteral("waiting"));
    QVERIFY(!s.due().isSet());
}

void PromiseTest::aNewWaitIsRemindedAnew()
{
    Story s = talking();
    s.nextDue();
    s.nextDue();
    s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("Sorry, it is $1,150.")});
    s.tell(fact::OperatorHandedBack{QStringLiteral("Jess"), {}});
    s.wait(1min);
    s.writes(QStringLiteral("and for a van?"));
    s.nextDue();
    QCOMPARE(s.due(), s.state.callerWaitsSince + s.profile.policy.promiseWatch);
}

void PromiseTest::afterHandingBackTheCallersWordIsNotForgotten()
{
    Story s = talking();
    s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    s.writes(QStringLiteral("are you there?"));
    s.tell(fact::OperatorHandedBack{QStringLiteral("Jess"), QStringLiteral("likes mornings")});
    s.nextDue();
    QVERIFY(s.noticed(QStringLiteral("waiting")));
    QCOMPARE(sectionOf(s.state), Section::NeedsPerson);
}

void PromiseTest::nobodyIsRemindedOfWhoIsBeingLookedAt_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("a person has the caller: the silence alarm is for that") << 0;
    QTest::newRow("an alert is open: people are paged") << 1;
    QTest::newRow("said STOP: the call-back list") << 2;
    QTest::newRow("on the call-back list") << 3;
    QTest::newRow("set to done") << 4;
}

void PromiseTest::nobodyIsRemindedOfWhoIsBeingLookedAt()
{
    QFETCH(int, which);
    Story s = talking();
    if (which == 0)
        s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    else if (which == 1)
        s.writes(QStringLiteral("I smell gas"));
    else if (which == 2)
        s.writes(QStringLiteral("STOP"));
    else if (which == 3)
        s.tell(fact::OperatorAskedForCallback{QStringLiteral("Jess"), {}});
    else
        s.tell(fact::OperatorClosed{QStringLiteral("Jess")});
    s.wait(2h);
    s.tell(fact::Due{s.now});
    QVERIFY(!s.noticed(QStringLiteral("waiting")));
}

void PromiseTest::atNightTheReminderWaitsForTheOpening()
{
    Story s(QStringLiteral("2026-12-07T22:00"));
    s.missed();
    s.accepts();
    s.writes(QStringLiteral("how much is ceramic coating"));
    s.nextDue();
    s.nextDue();
    QVERIFY(s.noticed(QStringLiteral("waiting")));
    QCOMPARE(s.wallOf(s.orders.back().notBefore), QStringLiteral("2026-12-08T09:00"));
}

void PromiseTest::thanksToAPersonRingsNoAlarm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("waits");
    QTest::newRow("thanks") << "Ok thanks!" << false;
    QTest::newRow("goodbye") << "perfect, see you then" << false;
    QTest::newRow("a question") << "ok?" << true;
    QTest::newRow("thanks and more") << "thanks, and the price?" << true;
    QTest::newRow("anything else") << "my car is a Tahoe" << true;
    QTest::newRow("nothing, as of a picture") << "" << true;
}

void PromiseTest::thanksToAPersonRingsNoAlarm()
{
    QFETCH(QString, text);
    QFETCH(bool, waits);
    Story s = talking();
    s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("It is $1,150.")});
    s.writes(text);
    QCOMPARE(s.state.callerWaitsSince.isSet(), waits);
    QCOMPARE(s.due().isSet(), waits);
}

QTEST_GUILESS_MAIN(PromiseTest)
#include "promisetest.moc"
