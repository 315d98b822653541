// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/stores.h"
#include "tests/support/storedsamples.h"

using namespace deskbell;
using namespace deskbell::runtime;

class OutboxTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { addStoreKinds(); }

    void everyKindOfOrderComesBack();
    void aPurposeIsOrderedOnlyOnce();
    void readyOrdersComeByPriorityThenFirstTextsNewestFirst();
    void anOrderWaitsForItsTime();
    void onlyAReadyOrderCanBeCancelled();
    void aTextIsMarkedOnlyIfItsThreadIsAsTheGateSawIt();
    void aTextIsMarkedOnlyOnce();
    void aTextCanBeginToLeaveInTheCommitThatOrdersIt();
    void aTextPutBackCountsNoAttempt();
    void anUnclearTextIsSentAgainOnceAtMost();
    void aPersonCanLeaveAnUnclearText();
    void anOrderThatHasEndedStaysEnded();
    void aTextOfTheProviderSatisfiesOneOrderOnly();
    void whatIsInDoubtIsFoundAtStart();
    void looksAndTheToldPersonAreRemembered();
};

namespace {

const Instant noon{1'700'000'000'000};

/// A store with one thread "t1" at version 1 and the given texts ordered by it.
struct Shop {
    OpenedStore store = openStore();
    int version = 1;

    explicit Shop(const QStringList &texts = {QStringLiteral("o1")})
    {
        StepRecord record = step(QStringLiteral("f1"), QStringLiteral("t1"));
        for (const QString &id : texts)
            record.decision.orders.push_back(textOrder(id, QStringLiteral("t1"), TextKind::Reply, 3));
        keep(record);
    }
    StorePort *operator->() const { return store.port; }
    void keep(const StepRecord &record, Instant now = noon)
    {
        const auto kept = store.port->commit(commitOf({record}, now));
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
    }
    StepRecord next()
    {
        const int seen = version++;
        return step(u"f" % QString::number(version), QStringLiteral("t1"), seen);
    }
    void mark(const OrderMark &mark)
    {
        StepRecord record = next();
        record.marks = {mark};
        keep(record);
    }
    [[nodiscard]] int claim(const QString &id = QStringLiteral("o1"))
    {
        return static_cast<int>(store.port->markSending({{{id}, {QStringLiteral("t1")}, version}}, noon)->size());
    }
    [[nodiscard]] OutboxEntry entry(const QString &id = QStringLiteral("o1")) const
    {
        return **store.port->order({id});
    }
};

OrderMark markOf(const QString &order, OrderStanding standing, const QString &text = {})
{
    return {{order}, standing, {text}, false};
}

} // namespace

void OutboxTest::everyKindOfOrderComesBack()
{
    Shop shop(QStringList{});
    StepRecord record = shop.next();
    int number = 0;
    for (const engine::Order &what : samples::orders())
        record.decision.orders.push_back({{QString::number(++number)}, {QStringLiteral("t1")}, what, {5}, {6}, 4});
    shop.keep(record);
    for (const engine::PlannedOrder &planned : record.decision.orders) {
        const OutboxEntry entry = shop.entry(planned.id.value);
        QVERIFY(entry.order == planned);
        QCOMPARE(entry.standing, OrderStanding::Ready);
        QCOMPARE(entry.attempts, 0);
    }
    QVERIFY(!shop->order({QStringLiteral("none")})->has_value());
}

void OutboxTest::aPurposeIsOrderedOnlyOnce()
{
    Shop shop;
    QCOMPARE(shop.claim(), 1);
    shop.mark(markOf(QStringLiteral("o1"), OrderStanding::Done, QStringLiteral("SM1")));
    StepRecord again = shop.next();
    again.decision.orders = {textOrder(QStringLiteral("o1"), QStringLiteral("t1"), TextKind::Reply, 0)};
    shop.keep(again);
    QCOMPARE(shop.entry().standing, OrderStanding::Done);
    QCOMPARE(shop.entry().order.priority, 3);
    QCOMPARE(idsOf(*shop->ready(noon, 10)), QString());
}

void OutboxTest::readyOrdersComeByPriorityThenFirstTextsNewestFirst()
{
    Shop shop(QStringList{});
    const auto order = [](const char *id, TextKind kind, int priority) {
        return textOrder(QString::fromLatin1(id), QStringLiteral("t1"), kind, priority);
    };
    StepRecord early = shop.next();
    early.decision.orders = {order("first1", TextKind::FirstText, 2), order("first2", TextKind::FirstText, 2),
        order("reply1", TextKind::Reply, 3), order("reply2", TextKind::Reply, 3)};
    shop.keep(early, noon);
    StepRecord late = shop.next();
    late.decision.orders = {order("nudge", TextKind::FollowUp, 8), order("first3", TextKind::FirstText, 2),
        order("reply3", TextKind::Reply, 3), order("staff", TextKind::Staff, 0)};
    shop.keep(late, noon + 1s);
    QCOMPARE(
        idsOf(*shop->ready(noon + 1s, 20)), QStringLiteral("staff first3 first2 first1 reply1 reply2 reply3 nudge"));
    QCOMPARE(idsOf(*shop->ready(noon + 1s, 2)), QStringLiteral("staff first3"));
}

void OutboxTest::anOrderWaitsForItsTime()
{
    Shop shop(QStringList{});
    QVERIFY(!shop->nextReadyAt()->isSet());
    StepRecord record = shop.next();
    for (const int hours : {3, 1, 2}) {
        auto order = textOrder(QString::number(hours), QStringLiteral("t1"), TextKind::FollowUp, 8);
        order.notBefore = noon + 1h * hours;
        record.decision.orders.push_back(order);
    }
    shop.keep(record);
    QCOMPARE(*shop->nextReadyAt(), noon + 1h);
    QCOMPARE(idsOf(*shop->ready(noon, 9)), QString());
    QCOMPARE(idsOf(*shop->ready(noon + 2h, 9)), QStringLiteral("1 2"));
    record = shop.next();
    record.decision.orders = {textOrder(QStringLiteral("now"), QStringLiteral("t1"), TextKind::Reply, 3)};
    shop.keep(record);
    QVERIFY(shop->nextReadyAt()->isSet() && *shop->nextReadyAt() < noon);
}

void OutboxTest::onlyAReadyOrderCanBeCancelled()
{
    Shop shop({QStringLiteral("o1"), QStringLiteral("o2")});
    QCOMPARE(shop.claim(QStringLiteral("o2")), 1);
    StepRecord record = shop.next();
    record.decision.cancelled = {{QStringLiteral("o1")}, {QStringLiteral("o2")}, {QStringLiteral("none")}};
    shop.keep(record);
    QCOMPARE(shop.entry(QStringLiteral("o1")).standing, OrderStanding::Cancelled);
    QCOMPARE(shop.entry(QStringLiteral("o2")).standing, OrderStanding::Sending);
    QCOMPARE(shop.claim(QStringLiteral("o1")), 0);
}

void OutboxTest::aTextIsMarkedOnlyIfItsThreadIsAsTheGateSawIt()
{
    Shop shop({QStringLiteral("o1"), QStringLiteral("o2")});
    const ThreadId thread{QStringLiteral("t1")};
    // "o1" was gated on an older version, "o2" on this one: each claim is looked at by itself.
    shop.keep(shop.next());
    const auto marked = shop->markSending({{{QStringLiteral("o1")}, thread, 1}, {{QStringLiteral("o2")}, thread, 2},
                                              {{QStringLiteral("o1")}, {QStringLiteral("t2")}, 2}},
        noon);
    QCOMPARE(*marked, QSet<engine::OrderId>{{QStringLiteral("o2")}});
    QCOMPARE(shop.entry(QStringLiteral("o1")).standing, OrderStanding::Ready);
    const OutboxEntry sending = shop.entry(QStringLiteral("o2"));
    QCOMPARE(sending.standing, OrderStanding::Sending);
    QCOMPARE(sending.attempts, 1);
    QCOMPARE(sending.sendingSince, noon);
}

void OutboxTest::aTextIsMarkedOnlyOnce()
{
    Shop shop;
    QCOMPARE(shop.claim(), 1);
    QCOMPARE(shop.claim(), 0);
    QCOMPARE(shop.entry().attempts, 1);
}

void OutboxTest::aTextCanBeginToLeaveInTheCommitThatOrdersIt()
{
    Shop shop;
    StepRecord record = shop.next();
    for (const char *id : {"o1", "o2", "o3"}) // "o1" was ordered before
        record.decision.orders.push_back(textOrder(QString::fromLatin1(id), QStringLiteral("t1"), TextKind::Reply, 3));
    record.sending = {{QStringLiteral("o1")}, {QStringLiteral("o2")}};
    const auto started = shop->commit(commitOf({record}, noon));
    QVERIFY(started);
    QCOMPARE(*started, QSet<engine::OrderId>{{QStringLiteral("o2")}});
    QCOMPARE(shop.entry(QStringLiteral("o1")).standing, OrderStanding::Ready);
    QCOMPARE(shop.entry(QStringLiteral("o2")).standing, OrderStanding::Sending);
    QCOMPARE(shop.entry(QStringLiteral("o2")).attempts, 1);
    QCOMPARE(shop.entry(QStringLiteral("o2")).sendingSince, noon);
    QCOMPARE(shop.entry(QStringLiteral("o3")).attempts, 0);
    QCOMPARE(idsOf(*shop->ready(noon, 9)), QStringLiteral("o1 o3"));
    QCOMPARE(idsOf(*shop->inDoubt()), QStringLiteral("o2"));
    QCOMPARE(shop.claim(QStringLiteral("o2")), 0);
}

void OutboxTest::aTextPutBackCountsNoAttempt()
{
    Shop shop;
    QCOMPARE(shop.claim(), 1);
    QVERIFY(shop->putBack({QStringLiteral("o1")}, noon + 30s));
    QCOMPARE(shop.entry().attempts, 0);
    QCOMPARE(idsOf(*shop->ready(noon + 29s, 9)), QString());
    QCOMPARE(idsOf(*shop->ready(noon + 30s, 9)), QStringLiteral("o1"));
    QCOMPARE(*shop->nextReadyAt(), noon + 30s);
    QVERIFY(shop->putBack({QStringLiteral("o1")}, noon + 60s)); // the gate says wait: still ready, only later
    QCOMPARE(shop.entry().attempts, 0);
    QCOMPARE(*shop->nextReadyAt(), noon + 60s);
}

void OutboxTest::anUnclearTextIsSentAgainOnceAtMost()
{
    Shop shop;
    QCOMPARE(shop.claim(), 1);
    shop.mark(markOf(QStringLiteral("o1"), OrderStanding::Unclear));
    QVERIFY(shop->putBack({QStringLiteral("o1")}, noon));
    QCOMPARE(shop.entry().standing, OrderStanding::Ready);
    QCOMPARE(shop.entry().attempts, 1); // it stays counted
    QCOMPARE(shop.claim(), 1);
    shop.mark(markOf(QStringLiteral("o1"), OrderStanding::Unclear));
    shop.mark(markOf(QStringLiteral("o1"), OrderStanding::Ready));
    QCOMPARE(shop.entry().standing, OrderStanding::Unclear);
    QCOMPARE(shop.entry().attempts, 2);
}

void OutboxTest::aPersonCanLeaveAnUnclearText()
{
    Shop shop;
    QCOMPARE(shop.claim(), 1);
    shop.mark(markOf(QStringLiteral("o1"), OrderStanding::Cancelled)); // on its way: too late to take back
    QCOMPARE(shop.entry().standing, OrderStanding::Sending);
    shop.mark(markOf(QStringLiteral("o1"), OrderStanding::Unclear));
    shop.mark(markOf(QStringLiteral("o1"), OrderStanding::Cancelled));
    QCOMPARE(shop.entry().standing, OrderStanding::Cancelled);
}

void OutboxTest::anOrderThatHasEndedStaysEnded()
{
    Shop shop;
    QCOMPARE(shop.claim(), 1);
    shop.mark(markOf(QStringLiteral("o1"), OrderStanding::Done, QStringLiteral("SM1")));
    for (const auto late :
        {OrderStanding::Unclear, OrderStanding::Failed, OrderStanding::Ready, OrderStanding::Cancelled})
        shop.mark(markOf(QStringLiteral("o1"), late));
    QVERIFY(shop->putBack({QStringLiteral("o1")}, noon));
    QCOMPARE(shop.claim(), 0);
    QCOMPARE(shop.entry().standing, OrderStanding::Done);
    QVERIFY(shop->inDoubt()->empty());
}

void OutboxTest::aTextOfTheProviderSatisfiesOneOrderOnly()
{
    Shop shop({QStringLiteral("o1"), QStringLiteral("o2")});
    QCOMPARE(shop.claim(QStringLiteral("o1")), 1);
    QCOMPARE(shop.claim(QStringLiteral("o2")), 1);
    shop.mark(markOf(QStringLiteral("o1"), OrderStanding::Done, QStringLiteral("SM1")));
    StepRecord second = shop.next();
    second.marks = {markOf(QStringLiteral("o2"), OrderStanding::Done, QStringLiteral("SM1"))};
    const auto refused = shop->commit(commitOf({second}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QCOMPARE(shop.entry(QStringLiteral("o2")).standing, OrderStanding::Sending);
    QCOMPARE(shop->threadOfText({QStringLiteral("SM1")})->value().value, QStringLiteral("t1"));
    QVERIFY(!shop->threadOfText({QStringLiteral("SM2")})->has_value());
}

void OutboxTest::whatIsInDoubtIsFoundAtStart()
{
    Shop shop({QStringLiteral("o1"), QStringLiteral("o2"), QStringLiteral("o3"), QStringLiteral("o4")});
    for (const char *id : {"o1", "o2", "o3"})
        QCOMPARE(shop.claim(QString::fromLatin1(id)), 1);
    shop.mark(markOf(QStringLiteral("o1"), OrderStanding::Unclear));
    shop.mark(markOf(QStringLiteral("o2"), OrderStanding::Done, QStringLiteral("SM2")));
    QCOMPARE(idsOf(*shop->inDoubt()), QStringLiteral("o1 o3"));
    QCOMPARE(shop->inDoubt()->front().standing, OrderStanding::Unclear);
}

void OutboxTest::looksAndTheToldPersonAreRemembered()
{
    Shop shop;
    QCOMPARE(shop.claim(), 1);
    QVERIFY(shop->noteLook({QStringLiteral("o1")}, 3));
    shop.mark({{QStringLiteral("o1")}, OrderStanding::Unclear, {}, true});
    shop.mark({{QStringLiteral("o1")}, OrderStanding::Unclear, {}, false});
    QCOMPARE(shop.entry().looks, 3);
    QVERIFY(shop.entry().personTold);
    QVERIFY(shop->putBack({QStringLiteral("o1")}, noon));
    QCOMPARE(shop.claim(), 1);
    QCOMPARE(shop.entry().looks, 0); // the schedule of looks begins anew with each attempt
}

QTEST_GUILESS_MAIN(OutboxTest)
#include "outboxtest.moc"
