// SPDX-License-Identifier: GPL-3.0-or-later
#include "houseontable.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace deskbell;
using namespace deskbell::runtime;

namespace {
const QString dana = QStringLiteral("+15125550142");
using Mood = TablePhone::Mood;
}

/// The outbox under every answer a provider can give, on a clock turned by hand: exactly one text, or a person knows.
class SendProtocolTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMissedCallLeadsToOneText();
    void theSameFactTwiceIsOneText();
    void anAnswerLostAfterAcceptingIsFoundNotResent();
    void aTextThatNeverArrivedNeedsAPersonThenIsSentOnceMore();
    void neverAThirdAttempt();
    void anEmptyListThatIsNotFreshProvesNothing();
    void whileTheListIsDownAPersonIsToldAndNothingIsResent();
    void notNowIsTriedAgainWithoutCountingTwice();
    void aRefusedTextGoesToTheCallBackQueue();
    void withoutRoomNothingLeaves();
    void aPersonsTakeoverBeforeTheGateStopsTheText();
    void stoppedNothingLeavesAndNothingIsLost();
    void aCrashWhileSendingIsLookedUp_data();
    void aCrashWhileSendingIsLookedUp();
    void oneFoundTextEndsOneOfTwoDoubts();
    void aListAskedBeforeASleepProvesNothingAfterIt();
    void aNightOfSleepSendsNothingStale();
    void assistantFailureHandsOver();
    void personsTextBeforeAnythingElse();
};

void SendProtocolTest::aMissedCallLeadsToOneText()
{
    HouseOnTable house;
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1s);
    QCOMPARE(house.textsTo(dana), 1);
    QVERIFY(std::holds_alternative<engine::phase::WaitingForCaller>(house.state(dana).phase));
    QCOMPARE(house.state(dana).ownTexts.back().delivery, Delivery::Accepted);
}

void SendProtocolTest::theSameFactTwiceIsOneText()
{
    HouseOnTable house;
    house.missed(dana, QStringLiteral("CA1"));
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1s);
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1h);
    QCOMPARE(house.phone.arrived.size(), size_t(1));
}

void SendProtocolTest::anAnswerLostAfterAcceptingIsFoundNotResent()
{
    HouseOnTable house;
    house.phone.mood = Mood::AcceptThenLoseAnswer;
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1s);
    QCOMPARE(house.state(dana).ownTexts.back().delivery, Delivery::Unclear);
    house.phone.mood = Mood::Accept;
    house.clock.advance(30s);
    QCOMPARE(house.state(dana).ownTexts.back().delivery, Delivery::Accepted);
    QCOMPARE(house.phone.looks, 1);
    house.clock.advance(1h);
    QCOMPARE(house.phone.arrived.size(), size_t(1));
}

void SendProtocolTest::aTextThatNeverArrivedNeedsAPersonThenIsSentOnceMore()
{
    HouseOnTable house;
    house.profile.policy.firstTextFresh = 2h;
    house.loop->setProfile(house.profile);
    house.phone.mood = Mood::LoseBefore;
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1s);
    house.phone.mood = Mood::Accept;
    house.clock.advance(298s);
    QVERIFY(!house.state(dana).callback);
    house.clock.advance(3s);
    QCOMPARE(house.state(dana).callback->reason, engine::Reason::SendUnclear);
    QCOMPARE(house.textsTo(dana), 0);
    house.clock.advance(595s);
    QCOMPARE(house.textsTo(dana), 0);
    house.clock.advance(10s);
    QCOMPARE(house.textsTo(dana), 1);
    QVERIFY(house.state(dana).callback->done);
    house.clock.advance(30min);
    QCOMPARE(house.textsTo(dana), 1);
}

void SendProtocolTest::neverAThirdAttempt()
{
    HouseOnTable house;
    house.profile.policy.firstTextFresh = 24h;
    house.loop->setProfile(house.profile);
    house.phone.mood = Mood::LoseBefore;
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(3h);
    const auto entry = house.store->order({QStringLiteral("first_text:CA1")});
    QVERIFY(entry && entry->has_value());
    QCOMPARE((*entry)->attempts, 2);
    QCOMPARE((*entry)->standing, OrderStanding::Unclear);
    QVERIFY(house.state(dana).callback && !house.state(dana).callback->done);
}

void SendProtocolTest::anEmptyListThatIsNotFreshProvesNothing()
{
    HouseOnTable house;
    house.profile.policy.firstTextFresh = 24h;
    house.loop->setProfile(house.profile);
    house.phone.mood = Mood::LoseBefore;
    house.phone.listFresh = false;
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1s);
    house.phone.mood = Mood::Accept;
    house.clock.advance(3h);
    QCOMPARE(house.textsTo(dana), 0);
    QVERIFY(!house.state(dana).callback->done);
}

void SendProtocolTest::whileTheListIsDownAPersonIsToldAndNothingIsResent()
{
    HouseOnTable house;
    house.phone.mood = Mood::AcceptThenLoseAnswer;
    house.phone.listDown = true;
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(20min);
    QCOMPARE(house.state(dana).callback->reason, engine::Reason::SendUnclear);
    QCOMPARE(house.phone.arrived.size(), size_t(1));
    house.phone.listDown = false;
    house.clock.advance(30min);
    QVERIFY(house.state(dana).callback->done);
    QCOMPARE(house.textsTo(dana), 1);
}

void SendProtocolTest::notNowIsTriedAgainWithoutCountingTwice()
{
    HouseOnTable house;
    house.phone.mood = Mood::NotNow;
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(3s);
    QCOMPARE(house.textsTo(dana), 0);
    house.phone.mood = Mood::Accept;
    house.clock.advance(10s);
    QCOMPARE(house.textsTo(dana), 1);
    const auto entry = house.store->order({QStringLiteral("first_text:CA1")});
    QCOMPARE((*entry)->attempts, 1);
}

void SendProtocolTest::aRefusedTextGoesToTheCallBackQueue()
{
    HouseOnTable house;
    house.phone.mood = Mood::Refuse;
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1h);
    QCOMPARE(house.phone.arrived.size(), size_t(1));
    QCOMPARE(house.state(dana).callback->reason, engine::Reason::Landline);
}

void SendProtocolTest::withoutRoomNothingLeaves()
{
    HouseOnTable house;
    house.phone.room_ = 0; // no full inbound pass yet
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1min);
    QCOMPARE(house.phone.arrived.size(), size_t(0));
    house.writes(dana, QStringLiteral("STOP"), QStringLiteral("SMi1"));
    house.phone.room_ = 8;
    house.phone.wake_();
    house.clock.advance(1h);
    QCOMPARE(house.phone.arrived.size(), size_t(0)); // the pass brought a STOP
}

void SendProtocolTest::aPersonsTakeoverBeforeTheGateStopsTheText()
{
    HouseOnTable house;
    house.phone.room_ = 0;
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1s);
    Arrival taken;
    taken.id = QStringLiteral("click:1");
    taken.thread = engine::threadOf({dana}, house.profile.phone);
    taken.fact = engine::fact::OperatorTookOver{QStringLiteral("Jess")};
    house.loop->put(std::move(taken));
    house.phone.room_ = 8;
    house.phone.wake_();
    house.clock.advance(1min);
    QCOMPARE(house.phone.arrived.size(), size_t(0));
}

void SendProtocolTest::stoppedNothingLeavesAndNothingIsLost()
{
    HouseOnTable house;
    house.executor->setStopped(true);
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1min);
    QCOMPARE(house.phone.arrived.size(), size_t(0));
    house.executor->setStopped(false);
    house.clock.advance(1s);
    QCOMPARE(house.textsTo(dana), 1);
}

void SendProtocolTest::aCrashWhileSendingIsLookedUp_data()
{
    QTest::addColumn<int>("mood");
    QTest::addColumn<int>("texts");
    QTest::newRow("it had arrived") << int(Mood::NeverAnswer) << 1;
    QTest::newRow("it had not left") << int(Mood::LoseBefore) << 1;
}

void SendProtocolTest::aCrashWhileSendingIsLookedUp()
{
    QFETCH(int, mood);
    QFETCH(int, texts);
    QTemporaryDir folder;
    HouseOnTable house(folder.path());
    house.profile.policy.firstTextFresh = 2h;
    house.loop->setProfile(house.profile);
    house.phone.mood = Mood(mood);
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.settle(); // marked as sending, handed over, no answer yet
    QCOMPARE((*house.store->order({QStringLiteral("first_text:CA1")}))->standing, OrderStanding::Sending);
    house.crashAndReopen();
    house.phone.mood = Mood::Accept;
    house.clock.advance(20min);
    QCOMPARE(house.textsTo(dana), texts);
    QVERIFY(std::holds_alternative<engine::phase::WaitingForCaller>(house.state(dana).phase));
}

// The same words twice, both of unknown fate, and one of them arrived: both look at the same moment.
void SendProtocolTest::oneFoundTextEndsOneOfTwoDoubts()
{
    QTemporaryDir folder;
    HouseOnTable house(folder.path());
    const ThreadId thread = engine::threadOf({dana}, house.profile.phone);
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1s);
    for (const auto &[draft, mood] : {std::pair{"d1", Mood::LoseBefore}, {"d2", Mood::NeverAnswer}}) {
        house.phone.mood = mood;
        Arrival typed;
        typed.id = u"typed:" % QString::fromLatin1(draft);
        typed.thread = thread;
        typed.fact = engine::fact::OperatorReplied{QStringLiteral("Jess"), QString::fromLatin1(draft), QStringLiteral("On my way")};
        house.loop->put(std::move(typed));
        house.clock.settle();
    }
    house.crashAndReopen();
    QSignalSpy malformed(house.loop.get(), &EngineLoop::inputMalformed);
    house.phone.mood = Mood::Accept;
    house.clock.advance(1min);
    QCOMPARE(malformed.size(), 0);
    int done = 0;
    for (const char *order : {"staff:d1", "staff:d2"}) {
        const auto entry = house.store->order({QString::fromLatin1(order)});
        QVERIFY(entry && entry->has_value());
        done += static_cast<int>((*entry)->standing == OrderStanding::Done);
    }
    QCOMPARE(done, 1);
    QCOMPARE(house.textsTo(dana), 2); // the first text and one of the two
}

// The answer lay in the socket while the computer slept; the text may have arrived in the meantime.
void SendProtocolTest::aListAskedBeforeASleepProvesNothingAfterIt()
{
    HouseOnTable house;
    house.profile.policy.firstTextFresh = 2h;
    house.loop->setProfile(house.profile);
    house.phone.mood = Mood::LoseBefore;
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1s);
    house.phone.mood = Mood::Accept;
    while (house.phone.looks == 0)
        house.clock.advance(50ms);
    house.clock.jumpTo(house.clock.now() + 22min);
    house.clock.settle();
    QCOMPARE(house.phone.arrived.size(), size_t(0));
    house.clock.advance(16min); // the next look is asked now, and its answer counts
    QCOMPARE(house.phone.arrived.size(), size_t(1));
    QCOMPARE(house.textsTo(dana), 1);
}

void SendProtocolTest::aNightOfSleepSendsNothingStale()
{
    QTemporaryDir folder;
    HouseOnTable house(folder.path());
    house.phone.room_ = 0;
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1s);
    house.clock.advance(9h);
    house.crashAndReopen();
    house.phone.room_ = 8;
    house.phone.wake_();
    house.clock.advance(1min);
    QCOMPARE(house.phone.arrived.size(), size_t(0));
    QCOMPARE(house.state(dana).callback->reason, engine::Reason::LateDiscovery);
}

void SendProtocolTest::assistantFailureHandsOver()
{
    HouseOnTable house;
    house.assistant.next = failure(ErrorKind::Timeout, QStringLiteral("model is slow"));
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1s);
    house.writes(dana, QStringLiteral("hi"), QStringLiteral("SMi1"));
    house.clock.advance(5s);
    QCOMPARE(house.assistant.asked.size(), size_t(1));
    QVERIFY(std::holds_alternative<engine::phase::NeedsPerson>(house.state(dana).phase));
}

void SendProtocolTest::personsTextBeforeAnythingElse()
{
    HouseOnTable house;
    house.phone.room_ = 0;
    for (int i = 0; i < 5; ++i)
        house.missed(QStringLiteral("+1512555010%1").arg(i), QStringLiteral("CA%1").arg(i));
    house.clock.advance(1s);
    Arrival typed;
    typed.id = QStringLiteral("typed:d1");
    typed.thread = engine::threadOf({QStringLiteral("+15125550103")}, house.profile.phone);
    typed.fact = engine::fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("Hi, Jess here")};
    house.loop->put(std::move(typed));
    house.clock.advance(1s);
    house.phone.room_ = 1;
    house.phone.wake_();
    house.clock.advance(1min);
    QCOMPARE(house.phone.arrived.front().body, QStringLiteral("Hi, Jess here"));
    QCOMPARE(house.textsTo(QStringLiteral("+15125550103")), 1); // the first text was withdrawn by the person's
}

QTEST_GUILESS_MAIN(SendProtocolTest)
#include "sendprotocoltest.moc"
