// SPDX-License-Identifier: GPL-3.0-or-later
#include "houseontable.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::runtime;

/// Who leaves first when not everything can leave at once, and what happens to what is late. Clock turned by hand; the
/// shop's day begins at 11:00 of its own time.
class BacklogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBurstOfFreshMissedCallsIsNotSlowed();
    void atTheCarriersPaceFirstTextsLeaveBeforeNudges();
    void theCarriersPaceIsKept();
    void afterASleepNudgesLeaveFiveAMinute();
    void freshCallersDoNotWaitBehindTheBacklog();
    void aNudgeSleptThroughForADayIsAPersonsToDecide();
    void answersToOldTextsLeaveFiveAMinute();
    void nudgesThatWaitedOutAnOutageLeaveFiveAMinute();
    void whatIsStaleIsCancelledWithAReasonAndAPersonLooks();
    void aPersonHearsThatTheirTextNeverLeft();
    void withoutALimitTheBacklogLeavesAtOnce();

private:
    static QString caller(int number) { return QStringLiteral("+1512555%1").arg(2000 + number); }
    static void missedBy(HouseOnTable &house, int from, int to)
    {
        for (int i = from; i < to; ++i)
            house.missed(caller(i), QStringLiteral("CA%1").arg(i));
    }
    /// The machine sleeps or is off: nothing of the house is awake while time passes.
    static void sleep(HouseOnTable &house, Duration time)
    {
        house.due.reset();
        house.executor.reset();
        house.loop.reset();
        house.clock.advance(time);
        house.crashAndReopen();
    }
    static size_t arrivedIn(HouseOnTable &house, Duration time)
    {
        const size_t before = house.phone.arrived.size();
        house.clock.advance(time);
        return house.phone.arrived.size() - before;
    }
};

void BacklogTest::aBurstOfFreshMissedCallsIsNotSlowed()
{
    HouseOnTable house;
    missedBy(house, 0, 60);
    QCOMPARE(arrivedIn(house, 1s), size_t(60));
}

void BacklogTest::atTheCarriersPaceFirstTextsLeaveBeforeNudges()
{
    HouseOnTable house;
    house.profile.policy.textsPerSecond = 1;
    missedBy(house, 0, 6);
    house.clock.advance(10s);
    QCOMPARE(house.phone.arrived.size(), size_t(6));
    house.loop->setProfile(house.profile);
    house.phone.room_ = 0;
    house.clock.advance(4h + 1min); // the nudges are ordered and find no room
    missedBy(house, 10, 13);
    house.clock.advance(1s);
    house.phone.room_ = 64;
    house.phone.wake_();
    QCOMPARE(arrivedIn(house, 10s), size_t(9));
    for (size_t i = 6; i < 9; ++i)
        QVERIFY2(house.phone.arrived[i].to.e164 >= caller(10), qPrintable(house.phone.arrived[i].to.e164));
}

void BacklogTest::theCarriersPaceIsKept()
{
    HouseOnTable house;
    house.profile.policy.textsPerSecond = 3;
    house.loop->setProfile(house.profile);
    missedBy(house, 0, 20);
    house.clock.settle();
    QCOMPARE(house.phone.arrived.size(), size_t(3));
    for (int second = 1; second <= 5; ++second)
        QCOMPARE(arrivedIn(house, 1s), size_t(3));
    QCOMPARE(arrivedIn(house, 1s), size_t(2));
}

void BacklogTest::afterASleepNudgesLeaveFiveAMinute()
{
    HouseOnTable house;
    missedBy(house, 0, 12);
    house.clock.advance(1min);
    sleep(house, 5h + 30min); // their nudges were due an hour and a half ago
    const size_t before = house.phone.arrived.size();
    house.clock.settle();
    QCOMPARE(house.phone.arrived.size() - before, size_t(5));
    QCOMPARE(arrivedIn(house, 59s), size_t(0));
    QCOMPARE(arrivedIn(house, 2s), size_t(5));
    QCOMPARE(arrivedIn(house, 1min), size_t(2));
    QCOMPARE(house.phone.arrived.size(), size_t(24)); // nobody twice, nobody forgotten
}

void BacklogTest::freshCallersDoNotWaitBehindTheBacklog()
{
    HouseOnTable house;
    missedBy(house, 0, 12);
    house.clock.advance(1min);
    sleep(house, 5h + 30min);
    house.clock.advance(1s);
    missedBy(house, 20, 40);
    QCOMPARE(arrivedIn(house, 1s), size_t(20));
}

void BacklogTest::aNudgeSleptThroughForADayIsAPersonsToDecide()
{
    HouseOnTable house;
    missedBy(house, 0, 1);
    house.clock.advance(1min);
    sleep(house, 3 * 24h);
    QCOMPARE(arrivedIn(house, 24h), size_t(0));
    QCOMPARE(house.state(caller(0)).callback->reason, engine::Reason::NoReply);
}

void BacklogTest::answersToOldTextsLeaveFiveAMinute()
{
    HouseOnTable house;
    house.assistant.next->text = QStringLiteral("Sure, any time.");
    for (int i = 0; i < 8; ++i) {
        ProviderText text;
        text.id = {QStringLiteral("SM%1").arg(i)};
        text.from = {caller(i)};
        text.to = house.profile.phone;
        text.body = QStringLiteral("are you open tomorrow?");
        text.at = house.clock.now() - 3h; // written while nobody listened
        text.inbound = true;
        Arrival arrival;
        arrival.id = u"text:" % text.id.value;
        arrival.caller = text.from;
        arrival.line = text.to;
        arrival.fact = engine::fact::MessageArrived{text};
        house.loop->put(std::move(arrival));
    }
    house.writes(caller(20), QStringLiteral("are you open tomorrow?"), QStringLiteral("SM20")); // just now
    QCOMPARE(arrivedIn(house, 10s), size_t(6));
    QCOMPARE(house.textsTo(caller(20)), 1);
    QCOMPARE(arrivedIn(house, 1min), size_t(3));
}

void BacklogTest::nudgesThatWaitedOutAnOutageLeaveFiveAMinute()
{
    HouseOnTable house;
    missedBy(house, 0, 9);
    house.clock.advance(1min);
    house.phone.room_ = 0;
    house.clock.advance(5h);
    house.phone.room_ = 64;
    house.phone.wake_();
    QCOMPARE(arrivedIn(house, 30s), size_t(5));
    QCOMPARE(arrivedIn(house, 1min), size_t(4));
}

void BacklogTest::whatIsStaleIsCancelledWithAReasonAndAPersonLooks()
{
    HouseOnTable house;
    house.phone.room_ = 0;
    missedBy(house, 0, 3);
    house.clock.advance(1s);
    sleep(house, 2h);
    house.phone.room_ = 64;
    house.phone.wake_();
    house.clock.advance(5min);
    QCOMPARE(house.phone.arrived.size(), size_t(0));
    for (int i = 0; i < 3; ++i) {
        const engine::ThreadState state = house.state(caller(i));
        QCOMPARE(state.callback->reason, engine::Reason::LateDiscovery);
        QCOMPARE(state.ownTexts.back().delivery, Delivery::Cancelled);
        const auto reasons = house.store->journal(state.id, 20);
        QVERIFY(std::any_of(reasons->begin(), reasons->end(), [](const engine::JournalLine &line) {
            return line.code == QStringLiteral("text.cancelled") && line.args.contains(QStringLiteral("expired"));
        }));
    }
}

void BacklogTest::aPersonHearsThatTheirTextNeverLeft()
{
    HouseOnTable house;
    missedBy(house, 0, 1);
    house.clock.advance(1s);
    house.phone.room_ = 0;
    Arrival typed;
    typed.id = QStringLiteral("typed:d1");
    typed.thread = house.state(caller(0)).id;
    typed.fact = engine::fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("On my way")};
    house.loop->put(std::move(typed));
    house.clock.advance(1s);
    house.notices.notices.clear();
    house.clock.advance(2h);
    house.phone.room_ = 64;
    house.phone.wake_();
    house.clock.advance(1min);
    QCOMPARE(house.textsTo(caller(0)), 1);
    QVERIFY(std::any_of(house.notices.notices.begin(), house.notices.notices.end(),
        [](const Notice &notice) { return notice.what.code == QStringLiteral("needs_person"); }));
}

void BacklogTest::withoutALimitTheBacklogLeavesAtOnce()
{
    HouseOnTable house;
    house.profile.policy.latePerMinute = 0;
    missedBy(house, 0, 12);
    house.clock.advance(1min);
    sleep(house, 5h + 30min);
    QCOMPARE(arrivedIn(house, 1s), size_t(12));
}

QTEST_GUILESS_MAIN(BacklogTest)
#include "backlogtest.moc"
