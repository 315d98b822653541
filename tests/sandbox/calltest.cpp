// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/rawclient.h"

#include <QSignalSpy>
#include <QTest>

using namespace deskbell::sandbox;

namespace {

/// `completed 28 | no-answer -`: the caller's leg, then the legs to the shop's phones, each with its duration.
QString tree(RawClient& client)
{
    const QJsonArray calls = client.list("Calls").json.value(QLatin1String("calls")).toArray();
    QString caller;
    QStringList phones;
    for (const QJsonValue& value : calls) {
        const QJsonObject call = value.toObject();
        const QString duration = call.value(QLatin1String("duration")).toString(QStringLiteral("-"));
        const QString leg = QStringLiteral("%1 %2").arg(call.value(QLatin1String("status")).toString(), duration);
        if (call.value(QLatin1String("parent_call_sid")).isNull())
            caller = leg;
        else if (call.value(QLatin1String("direction")).toString() == QLatin1String("outbound-dial"))
            phones.prepend(leg);
    }
    return (QStringList{caller} + phones).join(QStringLiteral(" | "));
}

} // namespace

class CallTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void leavesTheLegsOf_data();
    void leavesTheLegsOf();
    void leavesTheSameLegsAtOnce_data();
    void leavesTheSameLegsAtOnce();
    void showsARingingCallAsRinging();
    void isAbandonedWhenTheCallerHangsUp();
    void isAnsweredWhenSomebodyPicksUp();
    void knowsNoCallThatIsOver();
    void refusesAnUnknownResult();
};

void CallTest::leavesTheLegsOf_data()
{
    QTest::addColumn<QString>("result");
    QTest::addColumn<double>("voicemailS");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("missed");
    const auto row = [](const char* result, double voicemail, const char* expected, bool missed) {
        QTest::addRow("%s %g", result, voicemail)
            << QString::fromLatin1(result) << voicemail << QString::fromLatin1(expected) << missed;
    };
    row("no_answer", 0, "completed 20 | no-answer -", true);
    row("no_answer_bridged", 0, "no-answer - | no-answer -", true);
    row("busy", 0, "completed 20 | busy -", true);
    row("failed", 0, "completed 20 | failed -", true);
    row("voicemail", 0, "completed 28 | no-answer -", true);
    row("no_answer", 5, "completed 25 | no-answer -", true);
    row("after_hours", 12, "completed 32", true);
    row("abandoned", 0, "completed 20 | canceled -", true);
    row("abandoned_early", 0, "no-answer -", true);
    row("ring_group", 0, "completed 20 | no-answer - | no-answer - | no-answer -", true);
    row("ring_group_answered", 0, "completed 50 | completed 30 | canceled - | canceled -", false);
    row("answered", 0, "completed 50 | completed 30", false);
}

void CallTest::leavesTheLegsOf()
{
    QFETCH(QString, result);
    QFETCH(double, voicemailS);
    QFETCH(bool, missed);
    const auto company = quickCompany();
    RawClient client(*company);
    RingOrder order;
    order.from = QStringLiteral("+13125550142");
    order.result = result;
    order.voicemailS = voicemailS;
    QSignalSpy changes(company.get(), &PhoneCompany::callStatusChanged);
    const QString sid = company->ring(order);
    const auto isOver = [&] {
        const QString status = changes.isEmpty() ? QString() : changes.last().at(2).toString();
        return status == QLatin1String("completed") || status == QLatin1String("no-answer");
    };
    QTRY_VERIFY(isOver());
    QTEST(tree(client), "expected");
    QCOMPARE(company->counters().value(QLatin1String("missed_calls")).toInt(), missed ? 1 : 0);
}

void CallTest::leavesTheSameLegsAtOnce_data()
{
    leavesTheLegsOf_data();
}

/// A call of the past has the rows a live one would have left, and no event.
void CallTest::leavesTheSameLegsAtOnce()
{
    QFETCH(QString, result);
    QFETCH(double, voicemailS);
    const auto company = quickCompany();
    RawClient client(*company);
    RingOrder order;
    order.from = QStringLiteral("+13125550142");
    order.result = result;
    order.voicemailS = voicemailS;
    order.agoS = 3600;
    company->ring(order);
    QTEST(tree(client), "expected");
    QCOMPARE(company->counters().value(QLatin1String("last_seq")).toInt(), 0);
}

void CallTest::showsARingingCallAsRinging()
{
    PhoneCompany company; // real time: nothing ends by itself
    QVERIFY(company.listen());
    RawClient client(company);
    RingOrder order;
    order.from = QStringLiteral("anonymous");
    company.ring(order);
    QCOMPARE(tree(client), QStringLiteral("in-progress - | ringing -"));
    order.result = QStringLiteral("no_answer_bridged");
    company.reset();
    company.ring(order);
    QCOMPARE(tree(client), QStringLiteral("ringing - | ringing -"));
}

void CallTest::isAbandonedWhenTheCallerHangsUp()
{
    PhoneCompany company;
    QVERIFY(company.listen());
    RawClient client(company);
    const QString sid = company.ring({.from = QStringLiteral("+13125550142")});
    QVERIFY(company.hangUp(sid));
    QCOMPARE(tree(client), QStringLiteral("completed 1 | canceled -"));
    QCOMPARE(company.counters().value(QLatin1String("missed_calls")).toInt(), 1);
}

void CallTest::isAnsweredWhenSomebodyPicksUp()
{
    PhoneCompany company;
    QVERIFY(company.listen());
    RawClient client(company);
    const QString sid = company.ring({.from = QStringLiteral("+13125550142")});
    QVERIFY(company.answer(sid));
    QVERIFY(!company.answer(sid));
    QCOMPARE(tree(client), QStringLiteral("in-progress - | in-progress -"));
    QVERIFY(company.hangUp(sid));
    QCOMPARE(tree(client), QStringLiteral("completed 1 | completed 1"));
    QCOMPARE(company.counters().value(QLatin1String("missed_calls")).toInt(), 0);
}

void CallTest::knowsNoCallThatIsOver()
{
    PhoneCompany company;
    const QString sid = company.ring({.from = QStringLiteral("+13125550142"), .ringS = 0});
    QVERIFY(!company.hangUp(sid));
    QVERIFY(!company.answer(sid));
    QVERIFY(!company.hangUp(QStringLiteral("CA00000000000000000000000000000000")));
}

void CallTest::refusesAnUnknownResult()
{
    PhoneCompany company;
    QString why;
    QVERIFY(company.ring({.from = QStringLiteral("+13125550142"), .result = QStringLiteral("eaten by a dog")}, &why)
                .isEmpty());
    QVERIFY(why.contains(QLatin1String("ring_group_answered")));
}

QTEST_GUILESS_MAIN(CallTest)
#include "calltest.moc"
