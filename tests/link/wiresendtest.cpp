// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/link/wirebench.h"

#include <QSet>
#include <QTcpSocket>
#include <QTest>

using namespace deskbell;
using Kind = runtime::SendAnswer::Kind;
Q_DECLARE_METATYPE(Kind)

namespace {

/// Somebody of the shop writes from the provider's own app: a request that is not ours.
void writeFromElsewhere(const WireBench &bench, const QString &to, const QByteArray &body)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), bench.company->port());
    const QByteArray form =
        "To=" + QUrl::toPercentEncoding(to) + "&From=" + QUrl::toPercentEncoding(bench.line) + "&Body=" + body;
    socket.write("POST /2010-04-01/Accounts/" + bench.company->accountSid().toLatin1()
        + "/Messages.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Basic YTpi\r\n"
          "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
        + QByteArray::number(form.size()) + "\r\n\r\n" + form);
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 201"));
}

} // namespace

/// Texts out over real sockets: what each answer means, and how often it arrived by the provider's own count.
class WireSendTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void sendsATextAndFollowsIt();
    void classifiesEveryFault_data();
    void classifiesEveryFault();
    void arrivesOnceOverTlsToo();
    void neverTakesItsOwnTextForSomebodyElses();
    void seesAPersonsText();
    void leavesTheCompanysOwnWordsAlone();
    void tellsWhatTheCarrierSays();
    void stopsWhenTheAccountIsWrong();
    void waitsAsLongAsItIsTold();
    void isOfflineNotUnclearWhenNobodyListens();
    void findsAnUnclearTextAndDoesNotBelieveAnEmptyList();
    void takesARowOfAnotherOrderForNobodys();
    void failsALookThatCannotBeRead();
    void sendsAHundredAtATime();
    void asksForTheKindOfALine();

private:
    std::unique_ptr<WireBench> m_bench;
    void start()
    {
        m_bench->connectLink();
        QTRY_VERIFY(m_bench->link->room() > 0);
    }
};

void WireSendTest::init()
{
    m_bench = std::make_unique<WireBench>();
}

void WireSendTest::sendsATextAndFollowsIt()
{
    start();
    const auto answer = m_bench->send(m_bench->handset, QStringLiteral("Sorry we missed you \U0001F697 & more"));
    QTRY_VERIFY(answer->there);
    QCOMPARE(answer->send.kind, Kind::Accepted);
    const QString sid = answer->send.text.value;
    QTRY_VERIFY(m_bench->inbox.has(u"delivery:" + sid + u":delivered"));
    QCOMPARE(m_bench->company->handsetTexts(m_bench->handset).size(), 1);
    QCOMPARE(m_bench->company->handsetTexts(m_bench->handset).front().body,
        QStringLiteral("Sorry we missed you \U0001F697 & more"));
    QCOMPARE(m_bench->inbox.count(QStringLiteral("foreign:")), 0);
}

void WireSendTest::classifiesEveryFault_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonObject>("more");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("accepted");
    QTest::newRow("slow") << "latency" << QJsonObject{{"ms", 100}} << Kind::Accepted << 1;
    QTest::newRow("too many") << "too_many" << QJsonObject{} << Kind::NotNow << 0;
    QTest::newRow("too many, told when") << "too_many" << QJsonObject{{"retry_after", 2}} << Kind::NotNow << 0;
    QTest::newRow("key refused") << "unauthorized" << QJsonObject{{"on", "create"}} << Kind::SignInNeeded << 0;
    QTest::newRow("number not ours") << "refuse" << QJsonObject{{"code", 21606}} << Kind::SignInNeeded << 0;
    QTest::newRow("opted out") << "refuse" << QJsonObject{{"code", 21610}} << Kind::Refused << 0;
    QTest::newRow("landline") << "refuse" << QJsonObject{{"code", 21614}} << Kind::Refused << 0;
    QTest::newRow("500 before") << "error_before" << QJsonObject{} << Kind::Unclear << 0;
    QTest::newRow("500 after") << "error_after" << QJsonObject{} << Kind::Unclear << 1;
    QTest::newRow("reset after") << "reset_after" << QJsonObject{} << Kind::Unclear << 1;
    QTest::newRow("closed") << "close_unanswered" << QJsonObject{} << Kind::Unclear << 0;
    QTest::newRow("closed after accepting")
        << "close_unanswered" << QJsonObject{{"accept", true}} << Kind::Unclear << 1;
    QTest::newRow("no answer") << "never_answer" << QJsonObject{} << Kind::Unclear << 0;
    QTest::newRow("no answer after accepting") << "never_answer" << QJsonObject{{"accept", true}} << Kind::Unclear << 1;
    QTest::newRow("cut") << "cut_answer" << QJsonObject{} << Kind::Unclear << 1;
    QTest::newRow("broken JSON") << "malformed" << QJsonObject{{"on", "create"}} << Kind::Unclear << 1;
    QTest::newRow("a web page") << "html" << QJsonObject{{"on", "create"}} << Kind::Unclear << 0;
    QTest::newRow("huge") << "huge_body" << QJsonObject{{"on", "create"}, {"accept", true}} << Kind::Unclear << 1;
    QTest::newRow("not UTF-8") << "not_utf8" << QJsonObject{{"on", "create"}} << Kind::Unclear << 1;
}

void WireSendTest::classifiesEveryFault()
{
    QFETCH(QString, name);
    QFETCH(QJsonObject, more);
    QFETCH(Kind, kind);
    QFETCH(int, accepted);
    m_bench->settings.sendDeadline = Duration(1s);
    start();
    more.insert(QStringLiteral("times"), 1);
    m_bench->fault(qPrintable(name), more);
    const Instant since = m_bench->clock.now();
    const auto answer = m_bench->send(m_bench->handset, QStringLiteral("Hello"));
    QTRY_VERIFY(answer->there);
    QCOMPARE(answer->send.kind, kind);
    QCOMPARE(m_bench->counter("creates_arrived"), 1); // by the provider's own count
    QCOMPARE(m_bench->counter("messages_accepted"), accepted);
    QVERIFY(kind != Kind::NotNow || answer->send.retryAfter > 0s);
    QVERIFY(kind != Kind::Refused || answer->send.errorCode == more.value("code").toInt());
    if (kind == Kind::Unclear) {
        const auto looked = m_bench->look(m_bench->handset, QStringLiteral("Hello"), since);
        QTRY_VERIFY(looked->there);
        QVERIFY(looked->answer.has_value());
        QCOMPARE(int(looked->answer->matches.size()), accepted);
        QVERIFY(!looked->answer->fresh || accepted == 1);
        if (accepted == 1) // now that it is known to be ours, its delivery is news
            QTRY_VERIFY(m_bench->inbox.has(u"delivery:" + looked->answer->matches.front().id.value + u":delivered"));
    }
    // The link stays up and the next text goes out.
    QTRY_VERIFY(m_bench->link->room() > 0);
    const auto next = m_bench->send(QStringLiteral("+13125550143"), QStringLiteral("Next"), QStringLiteral("next"));
    QTRY_VERIFY(next->there);
    QCOMPARE(next->send.kind, Kind::Accepted);
    QCOMPARE(answer->times, 1);
    QTRY_VERIFY(m_bench->inbox.has(u"delivery:" + next->send.text.value + u":delivered"));
    QTRY_COMPARE(m_bench->inbox.state().kind, runtime::LinkState::Kind::Live);
    QCOMPARE(m_bench->inbox.count(QStringLiteral("foreign:")), 0);
}

void WireSendTest::arrivesOnceOverTlsToo()
{
    sandbox::Settings company;
    company.tls = companyTls();
    m_bench = std::make_unique<WireBench>(company);
    m_bench->settings.extraCertificates = companyCertificate();
    m_bench->settings.push = true;
    QCOMPARE(m_bench->settings.base.scheme(), QStringLiteral("https"));
    start();
    QTRY_VERIFY(m_bench->inbox.state().pushOpen);
    m_bench->fault("close_unanswered", {{"times", 1}, {"accept", true}});
    const Instant since = m_bench->clock.now();
    const auto answer = m_bench->send(m_bench->handset, QStringLiteral("Hello"));
    QTRY_VERIFY(answer->there);
    QCOMPARE(answer->send.kind, Kind::Unclear);
    QCOMPARE(m_bench->counter("creates_arrived"), 1);
    const auto looked = m_bench->look(m_bench->handset, QStringLiteral("Hello"), since);
    QTRY_VERIFY(looked->there);
    QCOMPARE(looked->answer->matches.size(), std::size_t(1));
    const auto next = m_bench->send(m_bench->handset, QStringLiteral("Again"), QStringLiteral("next"));
    QTRY_VERIFY(next->there);
    QCOMPARE(next->send.kind, Kind::Accepted);
    QCOMPARE(m_bench->counter("creates_arrived"), 2);
}

void WireSendTest::neverTakesItsOwnTextForSomebodyElses()
{
    for (const bool push : {false, true}) {
        m_bench = std::make_unique<WireBench>();
        m_bench->settings.push = push;
        start();
        m_bench->fault("latency", {{"on", "create"}, {"ms", 700}}); // the lists show it long before its answer comes
        const auto answer = m_bench->send(m_bench->handset, QStringLiteral("Hello"));
        QTRY_VERIFY(m_bench->company->handsetTexts(m_bench->handset).size() == 1);
        QTRY_VERIFY(answer->there);
        QTRY_VERIFY(m_bench->inbox.has(u"delivery:" + answer->send.text.value + u":delivered"));
        QCOMPARE(m_bench->inbox.count(QStringLiteral("foreign:")), 0);
        // An earlier run's text, known to the store, is not foreign to the next run either.
        m_bench->inbox.ours.insert(answer->send.text.value);
        m_bench->restartLink();
        QTRY_VERIFY(m_bench->link->room() > 0);
        QCOMPARE(m_bench->inbox.count(QStringLiteral("foreign:")), 0);
    }
}

void WireSendTest::seesAPersonsText()
{
    start();
    writeFromElsewhere(*m_bench, m_bench->handset, "Jess+here");
    QTRY_COMPARE(m_bench->inbox.count(QStringLiteral("foreign:")), 1);
    const auto seen = m_bench->inbox.all<engine::fact::ForeignTextSeen>();
    QCOMPARE(seen.front().text.body, QStringLiteral("Jess here"));
    QCOMPARE(m_bench->inbox.facts.back().caller.e164, m_bench->handset);
    QCOMPARE(m_bench->inbox.facts.back().line.e164, m_bench->line);
}

void WireSendTest::leavesTheCompanysOwnWordsAlone()
{
    sandbox::Settings company;
    company.listOwnReplies = true;
    m_bench = std::make_unique<WireBench>(company);
    start();
    const QString stop = m_bench->company->textFrom(m_bench->handset, {}, QStringLiteral("STOP"));
    QTRY_VERIFY(m_bench->inbox.has(u"text:" + stop));
    const QString after = m_bench->company->textFrom(m_bench->handset, {}, QStringLiteral("Bye"));
    QTRY_VERIFY(m_bench->inbox.has(u"text:" + after));
    QCOMPARE(m_bench->inbox.ids.size(), 2);
}

void WireSendTest::tellsWhatTheCarrierSays()
{
    start();
    m_bench->company->setLineType(m_bench->handset, QStringLiteral("landline"));
    const auto landline = m_bench->send(m_bench->handset, QStringLiteral("Hello"));
    QTRY_VERIFY(landline->there);
    QTRY_VERIFY(m_bench->inbox.has(u"delivery:" + landline->send.text.value + u":failed"));
    QCOMPARE(m_bench->inbox.all<engine::fact::DeliveryChanged>().back().errorCode, 30006);
    const QString other = QStringLiteral("+13125550177");
    m_bench->company->textFrom(other, {}, QStringLiteral("stop"));
    const auto stopped = m_bench->send(other, QStringLiteral("Hello"), QStringLiteral("o2"));
    QTRY_VERIFY(stopped->there);
    QCOMPARE(stopped->send.kind, Kind::Refused);
    QCOMPARE(stopped->send.errorCode, 21610);
}

void WireSendTest::stopsWhenTheAccountIsWrong()
{
    start();
    m_bench->fault("undelivered", {{"code", 30034}, {"times", 1}});
    const auto first = m_bench->send(m_bench->handset, QStringLiteral("Hello"));
    QTRY_COMPARE(m_bench->link->room(), 0); // one such failure means all would fail
    QCOMPARE(m_bench->inbox.state().kind, runtime::LinkState::Kind::SignInNeeded);
    QVERIFY(m_bench->inbox.state().detail.contains(QStringLiteral("30034")));
    QTRY_VERIFY(m_bench->link->room() > 0);
    m_bench->fault("refuse", {{"code", 21603}, {"times", 1}});
    const auto second = m_bench->send(m_bench->handset, QStringLiteral("Hello 2"), QStringLiteral("o2"));
    QTRY_VERIFY(second->there);
    QCOMPARE(second->send.kind, Kind::SignInNeeded);
    QCOMPARE(m_bench->link->room(), 0);
    const int wakes = m_bench->wakes;
    QTRY_VERIFY(m_bench->wakes > wakes);
    QVERIFY(m_bench->link->room() > 0);
}

void WireSendTest::waitsAsLongAsItIsTold()
{
    start();
    m_bench->fault("too_many", {{"retry_after", 7}, {"times", 1}});
    const auto told = m_bench->send(m_bench->handset, QStringLiteral("Hello"));
    QTRY_VERIFY(told->there);
    QVERIFY(told->send.retryAfter >= 7s && told->send.retryAfter < 8s);
    QCOMPARE(m_bench->link->room(), 200); // half as many at once from here
    m_bench->fault("too_many", {{"times", 1}});
    const auto untold = m_bench->send(m_bench->handset, QStringLiteral("Hello"));
    QTRY_VERIFY(untold->there);
    QVERIFY(untold->send.retryAfter >= 500ms && untold->send.retryAfter < 8s);
}

void WireSendTest::isOfflineNotUnclearWhenNobodyListens()
{
    start();
    m_bench->company.reset();
    const auto answer = m_bench->send(m_bench->handset, QStringLiteral("Hello"));
    QTRY_VERIFY(answer->there);
    QCOMPARE(answer->send.kind, Kind::NotNow);
    QTRY_COMPARE(m_bench->inbox.state().kind, runtime::LinkState::Kind::Offline);
    QCOMPARE(m_bench->link->room(), 0);
}

void WireSendTest::findsAnUnclearTextAndDoesNotBelieveAnEmptyList()
{
    start();
    m_bench->fault("error_before", {{"times", 1}});
    const Instant since = m_bench->clock.now();
    const auto lost = m_bench->send(m_bench->handset, QStringLiteral("Hello"));
    QTRY_VERIFY(lost->there);
    const auto first = m_bench->look(m_bench->handset, QStringLiteral("Hello"), since);
    QTRY_VERIFY(first->there);
    QVERIFY(first->answer->matches.empty());
    QVERIFY(!first->answer->fresh); // nothing shows that the list is up to date
    const auto control =
        m_bench->send(QStringLiteral("+13125550143"), QStringLiteral("Other"), QStringLiteral("control"));
    QTRY_VERIFY(control->there);
    const auto second = m_bench->look(m_bench->handset, QStringLiteral("Hello"), since);
    QTRY_VERIFY(second->there);
    QVERIFY(second->answer->matches.empty());
    QVERIFY(second->answer->fresh);
    // A list that lags does not prove anything either.
    m_bench->fault("list_lag", {{"on", "messages"}, {"ms", 1000000}});
    const Instant later = m_bench->clock.now();
    const auto hidden =
        m_bench->send(QStringLiteral("+13125550143"), QStringLiteral("Hidden"), QStringLiteral("hidden"));
    QTRY_VERIFY(hidden->there);
    const auto third = m_bench->look(m_bench->handset, QStringLiteral("Hello"), later);
    QTRY_VERIFY(third->there);
    QVERIFY(!third->answer->fresh);
}

void WireSendTest::takesARowOfAnotherOrderForNobodys()
{
    start();
    const Instant since = m_bench->clock.now();
    const auto first = m_bench->send(m_bench->handset, QStringLiteral("Same words"), QStringLiteral("o1"));
    QTRY_VERIFY(first->there);
    m_bench->fault("error_before", {{"times", 1}});
    const auto second = m_bench->send(m_bench->handset, QStringLiteral("Same words"), QStringLiteral("o2"));
    QTRY_VERIFY(second->there);
    const auto looked = m_bench->look(m_bench->handset, QStringLiteral("Same words"), since, QStringLiteral("o2"));
    QTRY_VERIFY(looked->there);
    QVERIFY(looked->answer->matches.empty());
}

void WireSendTest::failsALookThatCannotBeRead()
{
    start();
    m_bench->fault("malformed", {{"on", "messages"}});
    const auto looked = m_bench->look(m_bench->handset, QStringLiteral("Hello"), m_bench->clock.now());
    QTRY_VERIFY(looked->there);
    QVERIFY(!looked->answer.has_value());
    QCOMPARE(looked->answer.error().kind, ErrorKind::Malformed);
}

void WireSendTest::sendsAHundredAtATime()
{
    m_bench->settings.push = true;
    start();
    QTRY_VERIFY(m_bench->inbox.state().pushOpen);
    m_bench->fault("latency", {{"on", "create"}, {"ms", 200}});
    std::vector<std::shared_ptr<WireBench::Answer>> answers;
    for (int i = 0; i < 300; ++i)
        answers.push_back(m_bench->send(QStringLiteral("+1312555%1").arg(i, 4, 10, QLatin1Char('0')),
            QStringLiteral("Text %1").arg(i), QStringLiteral("o%1").arg(i)));
    QCOMPARE(m_bench->link->room(), 100);
    QSet<QString> sids;
    for (const auto &answer : answers) {
        QTRY_VERIFY(answer->there);
        QCOMPARE(answer->send.kind, Kind::Accepted);
        sids.insert(answer->send.text.value);
    }
    QCOMPARE(sids.size(), 300);
    QTRY_COMPARE(m_bench->inbox.count(QStringLiteral("delivery:")), 600);
    QCOMPARE(m_bench->inbox.count(QStringLiteral("foreign:")), 0);
    QCOMPARE(m_bench->counter("creates_arrived"), 300);
}

void WireSendTest::asksForTheKindOfALine()
{
    m_bench->settings.lookupBase = m_bench->settings.base;
    start();
    m_bench->company->setLineType(m_bench->handset, QStringLiteral("landline"));
    std::vector<Result<LineType>> answers;
    const auto ask = [&](const QString &number) {
        m_bench->link->lineType({number}, [&](const Result<LineType> &type) { answers.push_back(type); });
    };
    ask(m_bench->handset);
    QVERIFY(answers.empty());
    QTRY_COMPARE(answers.size(), std::size_t(1));
    QCOMPARE(answers.back().value(), LineType::Landline);
    ask(m_bench->handset);
    QTRY_COMPARE(answers.size(), std::size_t(2));
    QCOMPARE(m_bench->counter("lookups"), 1); // each costs money
    m_bench->fault("html", {{"on", "lookup"}, {"times", 1}});
    ask(QStringLiteral("+13125550150"));
    QTRY_COMPARE(answers.size(), std::size_t(3));
    QVERIFY(!answers.back());
}

QTEST_GUILESS_MAIN(WireSendTest)
#include "wiresendtest.moc"
