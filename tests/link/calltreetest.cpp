// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/calltree.h"

#include <QTest>
#include <algorithm>

using namespace deskbell;
using namespace deskbell::link;

namespace {

using Status = CallRecord::Status;
using Direction = CallRecord::Direction;
using Kind = CallSighting::Kind;

constexpr Instant start{1'700'000'000'000};
const PhoneNumber caller{QStringLiteral("+15125550142")};
const PhoneNumber shop{QStringLiteral("+15125550100")};
const PhoneNumber staff{QStringLiteral("+15125550177")};

CallRecord inbound(Status status, int seconds = 26)
{
    CallRecord leg;
    leg.sid = QStringLiteral("CA1");
    leg.direction = Direction::Inbound;
    leg.from = caller;
    leg.to = shop;
    leg.status = status;
    leg.startedAt = start;
    if (leg.isOver()) {
        leg.endedAt = start + std::chrono::seconds(seconds);
        if (status == Status::Completed)
            leg.talked = std::chrono::seconds(seconds);
    }
    return leg;
}

CallRecord phone(const QString &sid, Status status, int from, int to)
{
    CallRecord leg;
    leg.sid = sid;
    leg.parent = QStringLiteral("CA1");
    leg.direction = Direction::OutboundDial;
    leg.from = caller;
    leg.to = staff;
    leg.status = status;
    leg.startedAt = start + std::chrono::seconds(from);
    if (leg.isOver()) {
        leg.endedAt = start + std::chrono::seconds(to);
        if (status == Status::Completed)
            leg.talked = std::chrono::seconds(to - from);
    }
    return leg;
}

/// What came of the legs in this order, a while later.
std::vector<CallSighting> tell(const std::vector<CallRecord> &legs)
{
    CallTree tree(3s);
    std::vector<CallSighting> all;
    for (const CallRecord &leg : legs) {
        for (const CallSighting &sighting : tree.note(leg, start + 60s))
            all.push_back(sighting);
    }
    for (const CallSighting &sighting : tree.settle(start + 90s))
        all.push_back(sighting);
    std::erase_if(all, [](const CallSighting &s) { return s.kind == Kind::Ringing; });
    return all;
}

} // namespace

Q_DECLARE_METATYPE(CallResult)
Q_DECLARE_METATYPE(std::vector<CallRecord>)

class CallTreeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decidesTheSameInAnyOrderOfLegs_data();
    void decidesTheSameInAnyOrderOfLegs();
    void waitsWhileAPhoneStillRings();
    void waitsForLegsThatComeToLightLate();
    void tellsEachThingOnce();
    void changesItsMindOnlyFromMissedToAnswered();
    void neverGoesBackToAnOlderRow();
    void trustsTheProviderThatSaysMissed();
    void seesTheShopsOwnCalls();
    void findsTheRootOfATransfer();
    void givesUpOnCallsThatNeverEnd();
    void staysSmall();
};

void CallTreeTest::decidesTheSameInAnyOrderOfLegs_data()
{
    QTest::addColumn<std::vector<CallRecord>>("legs");
    QTest::addColumn<CallResult>("result");
    using Legs = std::vector<CallRecord>;
    const QString a = QStringLiteral("CA2"), b = QStringLiteral("CA3"), c = QStringLiteral("CA4");
    QTest::newRow("nobody answers, then hang-up")
        << Legs{inbound(Status::Completed), phone(a, Status::NoAnswer, 1, 26)} << CallResult::NoAnswer;
    QTest::newRow("the shop's phone is busy")
        << Legs{inbound(Status::Completed, 4), phone(a, Status::Busy, 1, 2)} << CallResult::Busy;
    QTest::newRow("gives up while it rings")
        << Legs{inbound(Status::Completed, 9), phone(a, Status::Canceled, 1, 9)} << CallResult::Abandoned;
    QTest::newRow("nobody answers, voicemail")
        << Legs{inbound(Status::Completed, 70), phone(a, Status::NoAnswer, 1, 26)} << CallResult::Voicemail;
    QTest::newRow("voicemail at once") << Legs{inbound(Status::Completed)} << CallResult::Voicemail;
    QTest::newRow("completed at once") << Legs{inbound(Status::Completed, 0)} << CallResult::Abandoned;
    QTest::newRow("answer on bridge, rings out")
        << Legs{inbound(Status::NoAnswer), phone(a, Status::NoAnswer, 1, 26)} << CallResult::NoAnswer;
    QTest::newRow("answer on bridge, gives up")
        << Legs{inbound(Status::NoAnswer, 9), phone(a, Status::Canceled, 1, 9)} << CallResult::Abandoned;
    QTest::newRow("hangs up in the first instant") << Legs{inbound(Status::NoAnswer, 1)} << CallResult::Abandoned;
    QTest::newRow("rings out without legs") << Legs{inbound(Status::NoAnswer, 30)} << CallResult::NoAnswer;
    QTest::newRow("line busy") << Legs{inbound(Status::Busy, 0)} << CallResult::Busy;
    QTest::newRow("network failed") << Legs{inbound(Status::Failed, 30)} << CallResult::NoAnswer;
    QTest::newRow("answered") << Legs{inbound(Status::Completed, 90), phone(a, Status::Completed, 5, 90)}
                              << CallResult::Answered;
    QTest::newRow("ring group, one answers") << Legs{inbound(Status::Completed, 90), phone(a, Status::Canceled, 1, 6),
        phone(b, Status::Completed, 1, 90), phone(c, Status::NoAnswer, 1, 6)}
                                             << CallResult::Answered;
    QTest::newRow("ring group, none answers") << Legs{inbound(Status::Completed), phone(a, Status::NoAnswer, 1, 26),
        phone(b, Status::Busy, 1, 2), phone(c, Status::Failed, 1, 2)}
                                              << CallResult::NoAnswer;
    QTest::newRow("connected for no time at all")
        << Legs{inbound(Status::Completed), phone(a, Status::Completed, 26, 26)} << CallResult::NoAnswer;
    auto machine = phone(a, Status::Completed, 5, 26);
    machine.machine = true;
    QTest::newRow("the mobile's own voicemail, told")
        << Legs{inbound(Status::Completed), machine} << CallResult::NoAnswer;
    auto silent = phone(a, Status::Completed, 5, 26);
    silent.talked.reset();
    QTest::newRow("answered, length not told") << Legs{inbound(Status::Completed), silent} << CallResult::Answered;
}

void CallTreeTest::decidesTheSameInAnyOrderOfLegs()
{
    QFETCH(std::vector<CallRecord>, legs);
    QFETCH(CallResult, result);
    std::sort(legs.begin(), legs.end(), [](const auto &x, const auto &y) { return x.sid < y.sid; });
    do {
        const auto told = tell(legs);
        QCOMPARE(told.size(), std::size_t(1));
        // A caller's leg that never connected is decided at once; which phones rang may only be known later.
        const bool rootFirst =
            legs.size() > 1 && legs.front().parent.isEmpty() && legs.front().status != Status::Completed;
        if (!rootFirst)
            QCOMPARE(told.front().call.result, result);
        QCOMPARE(told.front().kind, result == CallResult::Answered ? Kind::Answered : Kind::Missed);
        QCOMPARE(told.front().call.isMissed(), result != CallResult::Answered);
        QCOMPARE(told.front().call.from, caller);
        QCOMPARE(told.front().call.line, shop);
    } while (
        std::next_permutation(legs.begin(), legs.end(), [](const auto &x, const auto &y) { return x.sid < y.sid; }));
}

void CallTreeTest::waitsWhileAPhoneStillRings()
{
    CallTree tree(3s);
    QCOMPARE(tree.note(inbound(Status::Ringing), start).front().kind, Kind::Ringing);
    QVERIFY(tree.isAnyOpen());
    QVERIFY(tree.note(phone("CA2", Status::NoAnswer, 1, 20), start + 20s).empty());
    QVERIFY(tree.note(phone("CA3", Status::Ringing, 1, 0), start + 20s).empty());
    QVERIFY(tree.note(inbound(Status::NoAnswer), start + 26s).empty());
    QVERIFY(tree.settle(start + 1h).empty());
    const auto told = tree.note(phone("CA3", Status::NoAnswer, 1, 26), start + 27s);
    QCOMPARE(told.size(), std::size_t(1));
    QCOMPARE(told.front().kind, Kind::Missed);
    QCOMPARE(told.front().call.rang, Duration(25s));
    QVERIFY(!tree.isAnyOpen());
}

void CallTreeTest::waitsForLegsThatComeToLightLate()
{
    CallTree tree(3s);
    QVERIFY(tree.note(inbound(Status::Completed), start + 30s).empty());
    QCOMPARE(tree.nextSettle(), start + 33s);
    QVERIFY(tree.settle(start + 32s).empty());
    const auto answered = tree.note(phone("CA2", Status::Completed, 5, 26), start + 32s);
    QCOMPARE(answered.size(), std::size_t(1));
    QCOMPARE(answered.front().kind, Kind::Answered);
    QVERIFY(tree.settle(start + 40s).empty());
    QVERIFY(!tree.nextSettle().isSet());

    CallTree alone(3s);
    QVERIFY(alone.note(inbound(Status::Completed), start + 30s).empty());
    const auto missed = alone.settle(start + 33s);
    QCOMPARE(missed.size(), std::size_t(1));
    QCOMPARE(missed.front().call.result, CallResult::Voicemail);
    QCOMPARE(missed.front().call.voicemail, Duration(26s));
}

void CallTreeTest::tellsEachThingOnce()
{
    CallTree tree(0s);
    int told = 0;
    for (int pass = 0; pass < 3; ++pass) {
        told += int(tree.note(inbound(Status::Ringing), start).size());
        told += int(tree.note(phone("CA2", Status::Ringing, 1, 0), start).size());
    }
    QCOMPARE(told, 1);
    for (int pass = 0; pass < 3; ++pass) {
        told += int(tree.note(phone("CA2", Status::NoAnswer, 1, 26), start + 26s).size());
        told += int(tree.note(inbound(Status::Completed), start + 26s).size());
        told += int(tree.settle(start + 30s).size());
    }
    QCOMPARE(told, 2);
}

void CallTreeTest::changesItsMindOnlyFromMissedToAnswered()
{
    CallTree tree(0s);
    QCOMPARE(tree.note(inbound(Status::Completed), start + 30s).front().kind, Kind::Missed);
    const auto late = tree.note(phone("CA2", Status::Completed, 5, 26), start + 5min);
    QCOMPARE(late.size(), std::size_t(1));
    QCOMPARE(late.front().kind, Kind::Answered);
    QVERIFY(tree.note(phone("CA3", Status::NoAnswer, 5, 26), start + 6min).empty());
    QVERIFY(tree.note(inbound(Status::Completed), start + 6min).empty());
}

void CallTreeTest::neverGoesBackToAnOlderRow()
{
    CallTree tree(0s);
    QCOMPARE(tree.note(inbound(Status::NoAnswer), start + 30s).size(), std::size_t(1));
    QVERIFY(tree.note(inbound(Status::Ringing), start + 31s).empty());
    QVERIFY(!tree.isAnyOpen());
    CallTree open(0s);
    QCOMPARE(open.note(inbound(Status::Ringing), start).size(), std::size_t(1));
    QVERIFY(open.note(phone("CA2", Status::Completed, 5, 26), start + 26s).empty());
    QVERIFY(open.note(phone("CA2", Status::InProgress, 5, 0), start + 27s).empty());
    QCOMPARE(open.note(inbound(Status::Completed), start + 28s).front().kind, Kind::Answered);
}

void CallTreeTest::trustsTheProviderThatSaysMissed()
{
    CallTree tree(3s);
    const auto told = tree.noteMissed(inbound(Status::Completed), start + 26s);
    QCOMPARE(told.size(), std::size_t(1));
    QCOMPARE(told.front().kind, Kind::Missed);
    QVERIFY(told.front().call.isMissed());
    QVERIFY(tree.noteMissed(inbound(Status::Completed), start + 27s).empty());
    QVERIFY(tree.note(inbound(Status::Completed), start + 40s).empty());
    QVERIFY(tree.settle(start + 60s).empty());
    auto unsaid = inbound(Status::Ringing);
    unsaid.sid = QStringLiteral("CA9");
    QCOMPARE(tree.noteMissed(unsaid, start).front().call.result, CallResult::NoAnswer);
    QVERIFY(!tree.isAnyOpen());
}

void CallTreeTest::seesTheShopsOwnCalls()
{
    CallRecord click;
    click.sid = QStringLiteral("CA1");
    click.direction = Direction::OutboundApi;
    click.from = shop;
    click.to = caller;
    click.status = Status::Ringing;
    click.startedAt = start;
    CallTree tree(3s);
    const auto rings = tree.note(click, start);
    QCOMPARE(rings.front().kind, Kind::Ringing);
    QVERIFY(rings.front().call.outgoing);
    QCOMPARE(rings.front().call.from, caller);
    QCOMPARE(rings.front().call.line, shop);
    click.status = Status::NoAnswer;
    click.endedAt = start + 20s;
    const auto over = tree.note(click, start + 20s);
    QCOMPARE(over.size(), std::size_t(1));
    QCOMPARE(over.front().kind, Kind::Outgoing);
    QCOMPARE(over.front().call.result, CallResult::NoAnswer);
    QVERIFY(!over.front().call.isMissed());

    // A desk phone of the shop dials out: its own leg is inbound, the far leg is the caller's.
    auto desk = inbound(Status::Completed, 60);
    desk.from = {};
    desk.to = caller;
    desk.fromDevice = true;
    auto far = phone("CA2", Status::Completed, 5, 60);
    far.from = shop;
    far.to = caller;
    CallTree other(3s);
    QVERIFY(other.note(far, start + 60s).empty());
    const auto talked = other.note(desk, start + 60s);
    QCOMPARE(talked.front().kind, Kind::Outgoing);
    QCOMPARE(talked.front().call.result, CallResult::Answered);
    QVERIFY(talked.front().call.outgoing);
    QCOMPARE(talked.front().call.from, caller);
    QCOMPARE(talked.front().call.line, shop);
}

void CallTreeTest::findsTheRootOfATransfer()
{
    auto second = phone("CA3", Status::Completed, 20, 60);
    second.parent = QStringLiteral("CA2");
    const auto first = phone("CA2", Status::Canceled, 1, 20);
    const auto root = inbound(Status::Completed, 60);
    for (const auto &order :
        {std::vector{second, first, root}, {root, first, second}, {first, root, second}, {second, root, first}}) {
        const auto told = tell(order);
        QVERIFY(!told.empty());
        QCOMPARE(told.back().kind, Kind::Answered);
        QCOMPARE(told.back().call.id.value, QStringLiteral("CA1"));
    }
    CallTree circle(0s);
    auto snake = phone("CA5", Status::Completed, 1, 2);
    snake.parent = QStringLiteral("CA5");
    QVERIFY(circle.note(snake, start).empty());
}

void CallTreeTest::givesUpOnCallsThatNeverEnd()
{
    CallTree tree(0s);
    QCOMPARE(tree.note(inbound(Status::Ringing), start).size(), std::size_t(1));
    QVERIFY(tree.forget(start).isEmpty());
    QCOMPARE(tree.forget(start + 1ms), QStringList{QStringLiteral("CA1")});
    QVERIFY(!tree.isAnyOpen());
}

void CallTreeTest::staysSmall()
{
    CallTree tree(0s);
    auto leg = inbound(Status::NoAnswer);
    for (int i = 0; i < 60000; ++i) {
        leg.sid = QStringLiteral("CA%1").arg(i);
        QCOMPARE(tree.note(leg, start).size(), std::size_t(1));
    }
    QVERIFY(!tree.isAnyOpen());
    leg.sid = QStringLiteral("CA59999");
    QVERIFY(tree.note(leg, start).empty()); // the recent ones are remembered
    leg.sid = QStringLiteral("CA0");
    QCOMPARE(tree.note(leg, start).size(), std::size_t(1)); // old ones are told again; fact ids keep it harmless
}

QTEST_GUILESS_MAIN(CallTreeTest)
#include "calltreetest.moc"
