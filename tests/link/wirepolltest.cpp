// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/link/wirebench.h"

#include <QElapsedTimer>
#include <QTest>

using namespace deskbell;
using sandbox::RingOrder;
using Kind = runtime::LinkState::Kind;

namespace {

QJsonObject on(const char *place, int times = -1, QJsonObject more = {})
{
    more.insert(QStringLiteral("on"), QLatin1String(place));
    more.insert(QStringLiteral("times"), times);
    return more;
}

} // namespace

/// The lists of a provider over real sockets, without a pushed stream.
class WirePollTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void letsNothingLeaveBeforeTheFirstPass();
    void tellsHowEachCallEnded_data();
    void tellsHowEachCallEnded();
    void bringsWhatCallersWrite();
    void staysUpUnderEveryFaultOfALists_data();
    void staysUpUnderEveryFaultOfALists();
    void readsAllPagesOnce();
    void readsOnAfterAPassThatBrokeInTheMiddle();
    void bringsRowsThatComeToLightLate();
    void saysThatTheKeyIsRefusedAndComesBack();
    void opensTheBarrierAgainOnlyAfterReading();
    void correctsTheProvidersClock();
    void findsTheDayEvenWhenOurClockIsWrong();
    void remembersAcrossARestartWhatWasRead();
    void leavesOtherLinesAlone();
    void startsWithNewsNotWithHistory();
};

void WirePollTest::letsNothingLeaveBeforeTheFirstPass()
{
    WireBench bench;
    bench.connectLink();
    QCOMPARE(bench.link->room(), 0);
    QTRY_VERIFY(bench.wakes > 0);
    QCOMPARE(bench.link->room(), 400);
    QCOMPARE(bench.inbox.state().kind, Kind::Live);
    QVERIFY(bench.inbox.cursors.contains("messages"));
}

void WirePollTest::tellsHowEachCallEnded_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("fact");
    for (const char *missed : {"no_answer", "no_answer_bridged", "busy", "failed", "voicemail", "after_hours",
             "abandoned", "abandoned_early", "ring_group"})
        QTest::newRow(missed) << QString::fromLatin1(missed) << QStringLiteral("missed");
    for (const char *answered : {"answered", "ring_group_answered"})
        QTest::newRow(answered) << QString::fromLatin1(answered) << QStringLiteral("answered");
}

void WirePollTest::tellsHowEachCallEnded()
{
    QFETCH(QString, end);
    QFETCH(QString, fact);
    for (const bool push : {false, true}) {
        WireBench bench;
        bench.settings.push = push;
        bench.settings.settleAfter = Duration(200ms);
        bench.connectLink();
        QTRY_VERIFY(bench.link->room() > 0);
        RingOrder order;
        order.from = bench.handset;
        order.result = end;
        order.voicemailS = 10;
        QString why;
        const QString sid = bench.company->ring(order, &why);
        QVERIFY2(!sid.isEmpty(), qPrintable(why));
        const QString id = u"call:" + sid + u':' + fact;
        QTRY_VERIFY2_WITH_TIMEOUT(bench.inbox.has(id), qPrintable(bench.inbox.ids.join(u' ')), 8000);
        QVERIFY(!bench.inbox.has(u"call:" + sid + (fact == QLatin1String("missed") ? u":answered" : u":missed")));
        const auto calls = bench.inbox.all<engine::fact::CallMissed>();
        QCOMPARE(calls.size(), std::size_t(fact == QLatin1String("missed") ? 1 : 0));
        if (!calls.empty()) {
            QCOMPARE(calls.front().call.from.e164, bench.handset);
            QCOMPARE(calls.front().call.line.e164, bench.line);
            QVERIFY(calls.front().call.isMissed());
        }
    }
}

void WirePollTest::bringsWhatCallersWrite()
{
    WireBench bench;
    bench.connectLink();
    const QString odd = QStringLiteral("caf\u00e9 \U0001F697 \"quoted\" \\ back\nline");
    const QString sid = bench.company->textFrom(bench.handset, {}, odd);
    QTRY_VERIFY(bench.inbox.has(u"text:" + sid));
    const auto texts = bench.inbox.all<engine::fact::MessageArrived>();
    QCOMPARE(texts.front().text.body, odd);
    QCOMPARE(texts.front().text.from.e164, bench.handset);
    QCOMPARE(bench.inbox.repeated, 0);
}

void WirePollTest::staysUpUnderEveryFaultOfALists_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonObject>("more");
    QTest::addColumn<bool>("complains");
    QTest::newRow("broken JSON") << "malformed" << on("lists", 3) << true;
    QTest::newRow("a web page") << "html" << on("lists", 3) << true;
    QTest::newRow("huge") << "huge_body" << on("lists", 2) << true;
    QTest::newRow("not UTF-8") << "not_utf8" << on("lists", 3) << true;
    QTest::newRow("unknown states") << "bad_enum" << on("lists", 3) << false;
    QTest::newRow("too many") << "too_many" << on("lists", 2) << false;
    QTest::newRow("500") << "error_before" << on("lists", 4) << false;
    QTest::newRow("closed") << "close_unanswered" << on("lists", 4) << false;
    QTest::newRow("cut") << "cut_answer" << on("lists", 4) << false;
    QTest::newRow("reset") << "reset_after" << on("lists", 4) << false;
    QTest::newRow("no answer") << "never_answer" << on("lists", 2) << false;
    QTest::newRow("slow") << "latency" << on("lists", 6, {{"ms", 40}}) << false;
    QTest::newRow("every row twice") << "list_duplicates" << on("lists", 20) << false;
    QTest::newRow("late rows") << "list_lag" << on("lists", -1, {{"ms", 30000}}) << false; // a hundredth of it
}

void WirePollTest::staysUpUnderEveryFaultOfALists()
{
    QFETCH(QString, name);
    QFETCH(QJsonObject, more);
    QFETCH(bool, complains);
    WireBench bench;
    bench.settings.readDeadline = Duration(400ms);
    bench.fault(qPrintable(name), more);
    bench.connectLink();
    RingOrder order;
    order.from = bench.handset;
    const QString call = bench.company->ring(order);
    const QString text = bench.company->textFrom(bench.handset, {}, QStringLiteral("Hello?"));
    QTRY_VERIFY_WITH_TIMEOUT(bench.inbox.has(u"call:" + call + u":missed"), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(bench.inbox.has(u"text:" + text), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(bench.isUp(), 20000);
    QTRY_VERIFY(bench.link->room() > 0);
    QCOMPARE(bench.inbox.count(QStringLiteral("text:")), 1);
    QCOMPARE(bench.inbox.all<engine::fact::CallMissed>().size(), std::size_t(1));
    QVERIFY(bench.inbox.repeated <= 1);
    if (complains)
        QVERIFY(!bench.inbox.complaints.isEmpty());
    for (const QString &complaint : std::as_const(bench.inbox.complaints))
        QVERIFY(!complaint.contains(QStringLiteral("Hello")) && !complaint.contains(bench.handset));
}

void WirePollTest::readsAllPagesOnce()
{
    WireBench bench;
    for (int i = 0; i < 450; ++i)
        bench.company->textFrom(
            QStringLiteral("+1312555%1").arg(i, 4, 10, QLatin1Char('0')), {}, QStringLiteral("Text %1").arg(i));
    bench.connectLink();
    QTRY_VERIFY(bench.link->room() > 0);
    QCOMPARE(bench.inbox.count(QStringLiteral("text:")), 450); // all of them before anything may leave
    const QString last = bench.company->textFrom(bench.handset, {}, QStringLiteral("one more"));
    QTRY_VERIFY(bench.inbox.has(u"text:" + last));
    QCOMPARE(bench.inbox.repeated, 0);
}

void WirePollTest::readsOnAfterAPassThatBrokeInTheMiddle()
{
    WireBench bench;
    bench.connectLink();
    QTRY_VERIFY(bench.link->room() > 0);
    bench.fault("error_before", on("messages", 1, {{"every", 2}})); // the second page
    for (int i = 0; i < 130; ++i)
        bench.company->textFrom(
            QStringLiteral("+1312555%1").arg(i, 4, 10, QLatin1Char('0')), {}, QStringLiteral("Text %1").arg(i));
    QTRY_COMPARE(bench.counter("answers_spoilt"), 1);
    QTRY_COMPARE(bench.inbox.count(QStringLiteral("text:")), 130); // although the first page is known by now
}

void WirePollTest::bringsRowsThatComeToLightLate()
{
    WireBench bench;
    bench.connectLink();
    QTRY_VERIFY(bench.link->room() > 0);
    bench.fault("list_lag", on("messages", 1, {{"ms", 100000}})); // a second
    const QString late = bench.company->textFrom(bench.handset, {}, QStringLiteral("late"));
    const QString early = bench.company->textFrom(bench.handset, {}, QStringLiteral("early"));
    QTRY_VERIFY(bench.inbox.has(u"text:" + early));
    QVERIFY(!bench.inbox.has(u"text:" + late));
    QTRY_VERIFY(bench.inbox.has(u"text:" + late));
}

void WirePollTest::saysThatTheKeyIsRefusedAndComesBack()
{
    WireBench bench;
    bench.fault("unauthorized", on("lists"));
    bench.connectLink();
    QTRY_COMPARE(bench.inbox.state().kind, Kind::SignInNeeded);
    QVERIFY(bench.inbox.state().detail.contains(QStringLiteral("20003")));
    QCOMPARE(bench.link->room(), 0);
    const int asked = bench.counter("lists_served") + bench.counter("answers_spoilt");
    QVERIFY2(asked <= 4, "a refused key must not be tried in a loop");
    bench.company->clearFaults();
    QTRY_VERIFY(bench.link->room() > 0);
    QTRY_COMPARE(bench.inbox.state().kind, Kind::Live);
}

void WirePollTest::opensTheBarrierAgainOnlyAfterReading()
{
    WireBench bench;
    bench.connectLink();
    QTRY_VERIFY(bench.link->room() > 0);
    bench.fault("close_unanswered", on("lists"));
    QTRY_COMPARE(bench.inbox.state().kind, Kind::Offline);
    QCOMPARE(bench.link->room(), 0);
    const QString stop = bench.company->textFrom(bench.handset, {}, QStringLiteral("STOP"));
    const int wakes = bench.wakes;
    bench.company->clearFaults();
    QTRY_VERIFY(bench.link->room() > 0);
    QVERIFY(bench.inbox.has(u"text:" + stop));
    QTRY_VERIFY(bench.wakes > wakes);
}

void WirePollTest::correctsTheProvidersClock()
{
    sandbox::Settings company;
    company.clockMs = [] { return QDateTime::currentMSecsSinceEpoch() + 3 * 3600 * 1000; };
    WireBench bench(company);
    bench.connectLink();
    QTRY_VERIFY(bench.link->room() > 0);
    const QString sid = bench.company->textFrom(bench.handset, {}, QStringLiteral("Hello"));
    QTRY_VERIFY(bench.inbox.has(u"text:" + sid));
    QTRY_VERIFY(std::chrono::abs(bench.inbox.state().skew - Duration(3h)) < 10s);
    const Instant at = bench.inbox.all<engine::fact::MessageArrived>().front().text.at;
    QVERIFY(std::chrono::abs(at - bench.clock.now()) < 30s);
}

void WirePollTest::findsTheDayEvenWhenOurClockIsWrong()
{
    sandbox::Settings company;
    company.clockMs = [] {
        return QDateTime::currentMSecsSinceEpoch() - 96LL * 3600 * 1000;
    }; // ours is four days ahead
    WireBench bench(company);
    const QString sid = bench.company->textFrom(bench.handset, {}, QStringLiteral("Hello"));
    bench.connectLink();
    QTRY_VERIFY(bench.link->room() > 0);
    QVERIFY(bench.inbox.has(
        u"text:" + sid)); // before anything may leave, although the first question asked for a later day
}

void WirePollTest::remembersAcrossARestartWhatWasRead()
{
    WireBench bench;
    bench.connectLink();
    const QString sid = bench.company->textFrom(bench.handset, {}, QStringLiteral("Hello"));
    QTRY_VERIFY(bench.inbox.has(u"text:" + sid));
    const auto ids = bench.inbox.ids;
    bench.restartLink();
    QTRY_VERIFY(bench.link->room() > 0);
    QCOMPARE(bench.inbox.ids, ids); // told again with the same id, so the inbox knew it
    QVERIFY(bench.inbox.repeated > 0);
}

void WirePollTest::leavesOtherLinesAlone()
{
    WireBench bench;
    bench.settings.lines = {{QStringLiteral("+15550100200")}};
    bench.connectLink();
    bench.company->textFrom(bench.handset, QStringLiteral("+15550100999"), QStringLiteral("not for this shop"));
    const QString sid = bench.company->textFrom(bench.handset, {}, QStringLiteral("for this shop"));
    QTRY_VERIFY(bench.inbox.has(u"text:" + sid));
    QCOMPARE(bench.inbox.count(QStringLiteral("text:")), 1);
}

void WirePollTest::startsWithNewsNotWithHistory()
{
    WireBench bench;
    RingOrder old;
    old.from = bench.handset;
    old.agoS = 3600;
    QVERIFY(!bench.company->ring(old).isEmpty());
    RingOrder recent = old;
    recent.agoS = 120;
    const QString sid = bench.company->ring(recent);
    bench.connectLink();
    QTRY_VERIFY(bench.inbox.has(u"call:" + sid + u":missed"));
    QCOMPARE(bench.inbox.all<engine::fact::CallMissed>().size(), std::size_t(1));
    // Not so after a time away: then everything since is news.
    bench.inbox.cursors["messages"] = bench.inbox.cursors["calls"] =
        QString::number(bench.clock.now().ms - 2 * 3600 * 1000);
    bench.restartLink();
    QTRY_COMPARE(bench.inbox.all<engine::fact::CallMissed>().size(), std::size_t(2));
}

QTEST_GUILESS_MAIN(WirePollTest)
#include "wirepolltest.moc"
