// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/stages.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::engine;

/// What became of a text, and what follows from it.
class DeliveryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void errorCodesHaveConsequences_data();
    void errorCodesHaveConsequences();
    void deliveryOnlyMovesForward();
    void anUnclearTextThatIsNotFoundNeedsAPerson();
    void onlyLeavingMovesATextInTheConversation();
    void anUnclearFirstTextThatIsLeftEndsTheGreeting();
    void aRefusedSafetyTextLeavesTheCallerToPeople();
};

void DeliveryTest::errorCodesHaveConsequences_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("reason");
    QTest::newRow("landline") << 30006 << int(Reason::Landline);
    QTest::newRow("not a mobile") << 21614 << int(Reason::Landline);
    QTest::newRow("opted out at the provider") << 21610 << int(Reason::OptedOut);
    QTest::newRow("filtered") << 30007 << int(Reason::Undelivered);
    QTest::newRow("unreachable") << 30003 << int(Reason::Undelivered);
    QTest::newRow("not registered") << 30034 << int(Reason::SendRefused);
    QTest::newRow("outside the WhatsApp window") << 63016 << int(Reason::SendRefused);
}

void DeliveryTest::errorCodesHaveConsequences()
{
    QFETCH(int, code);
    QFETCH(int, reason);
    Story refused;
    refused.missed();
    refused.refuses(code);
    QCOMPARE(refused.state.callback->reason, Reason(reason));
    QCOMPARE(refused.state.optOut.has_value(), code == 21610);

    Story later;
    later.missed();
    later.accepts();
    later.delivers(Delivery::Failed, code);
    QCOMPARE(later.state.callback->reason, Reason(reason));
    QVERIFY(!later.due().isSet());
}

void DeliveryTest::deliveryOnlyMovesForward()
{
    Story s;
    s.missed();
    s.accepts();
    s.delivers(Delivery::Delivered);
    const auto changes = s.changes.size();
    s.delivers(Delivery::Sent);
    QCOMPARE(s.changes.size(), changes);
    QCOMPARE(s.state.ownTexts.back().delivery, Delivery::Delivered);
}

void DeliveryTest::anUnclearTextThatIsNotFoundNeedsAPerson()
{
    Story s;
    s.missed();
    const OrderId order = s.newestText()->id;
    s.tell(fact::OrderSettled{order, fact::Ending::Unclear, {}, 0, QStringLiteral("reset")});
    QVERIFY(!s.state.callback);
    s.wait(5min);
    s.tell(fact::SendNotFound{order});
    QCOMPARE(s.state.callback->reason, Reason::SendUnclear);
    QVERIFY(s.noticed(QStringLiteral("not_found")));
    QCOMPARE(sectionOf(s.state), Section::NeedsPerson);
    s.tell(fact::OrderSettled{order, fact::Ending::Done, {QStringLiteral("SMlate")}, 0, {}});
    QVERIFY(s.state.callback->done); // it was there after all
    QVERIFY(s.in<phase::WaitingForCaller>());
}

// A report that comes after the caller's answer must not put our text below it.
void DeliveryTest::onlyLeavingMovesATextInTheConversation()
{
    Story s;
    s.missed();
    s.wait(2s);
    s.accepts();
    QCOMPARE(s.changes.back().at, s.now);
    s.wait(10s);
    s.delivers(Delivery::Delivered);
    QVERIFY(!s.changes.back().at.isSet());

    Story unclear;
    unclear.missed();
    const OrderId order = unclear.newestText()->id;
    unclear.wait(20s);
    unclear.tell(fact::OrderSettled{order, fact::Ending::Unclear, {}, 0, QStringLiteral("reset")});
    QVERIFY(!unclear.changes.back().at.isSet());
    unclear.writes(QStringLiteral("Hi"));
    unclear.wait(20s);
    unclear.tell(fact::OrderSettled{order, fact::Ending::Done, {QStringLiteral("SM1")}, 0, QStringLiteral("found")});
    QCOMPARE(unclear.changes.back().delivery, Delivery::Accepted);
    QVERIFY(!unclear.changes.back().at.isSet());
}

void DeliveryTest::anUnclearFirstTextThatIsLeftEndsTheGreeting()
{
    Story s;
    s.missed();
    const OrderId order = s.newestText()->id;
    s.tell(fact::OrderSettled{order, fact::Ending::Unclear, {}, 0, QStringLiteral("reset")});
    s.wait(1min);
    s.tell(fact::OperatorSettledUnclear{QStringLiteral("Jess"), order, false});
    QVERIFY(s.in<phase::WaitingForCaller>()); // it may have arrived: their answer is welcome
    QVERIFY(!s.due().isSet()); // and nobody is nudged about a text that may not have

    Story noRecord;
    noRecord.missed();
    const OrderId lost = noRecord.newestText()->id;
    noRecord.tell(fact::OrderSettled{lost, fact::Ending::Unclear, {}, 0, QStringLiteral("reset")});
    noRecord.wait(5min);
    noRecord.tell(fact::SendNotFound{lost});
    noRecord.tell(fact::OperatorSettledUnclear{QStringLiteral("Jess"), lost, false});
    QVERIFY(noRecord.in<phase::CallbackOnly>()); // most likely it never arrived: the call is still owed
    QVERIFY(!noRecord.state.callback->done);
}

void DeliveryTest::aRefusedSafetyTextLeavesTheCallerToPeople()
{
    Story s = gas();
    s.refuses(21614);
    QCOMPARE(s.state.callback->reason, Reason::Landline);
    QVERIFY(s.in<phase::NeedsPerson>());
    s.writes(QStringLiteral("how much is a full detail?"));
    QVERIFY(s.in<phase::NeedsPerson>()); // the assistant keeps silent until a person releases them
}

QTEST_GUILESS_MAIN(DeliveryTest)
#include "deliverytest.moc"
