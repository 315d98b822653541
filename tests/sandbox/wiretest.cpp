// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/rawclient.h"

#include <QElapsedTimer>
#include <QTest>

using namespace deskbell::sandbox;

/// HTTP as bytes: what a client may do to the server.
class WireTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void readsARequestThatComesByteByByte();
    void answersPipelinedRequestsInOrder();
    void keepsOrderWhenAnEarlierAnswerIsLate();
    void sendsMoreOnlyWhenTheClientReads();
    void closesWhenAskedTo_data();
    void closesWhenAskedTo();
    void asksForTheBodyWhenExpected();
    void refusesWhatIsNoRequest_data();
    void refusesWhatIsNoRequest();
    void refusesOtherMethodsAndTypes();
    void survivesAClientThatLeavesBeforeItsAnswer();
    void takesThousandsOfTextsASecond();

private:
    std::unique_ptr<PhoneCompany> m_company;
    std::unique_ptr<RawClient> m_client;
};

void WireTest::init()
{
    m_client.reset();
    m_company = quickCompany();
    m_client = std::make_unique<RawClient>(*m_company);
}

void WireTest::readsARequestThatComesByteByByte()
{
    const QByteArray body = "{\"from\":\"+13125550142\",\"body\":\"hello!\"}";
    QByteArray request = "POST /control/text HTTP/1.1\r\nContent-Length: ";
    request.append(QByteArray::number(body.size())).append("\r\n\r\n").append(body);
    for (const char byte : request) {
        m_client->send(QByteArray(1, byte));
        QCoreApplication::processEvents();
    }
    QVERIFY(m_client->receive().json.value(QLatin1String("sid")).toString().startsWith(QLatin1String("SM")));
}

void WireTest::answersPipelinedRequestsInOrder()
{
    QByteArray many;
    for (int i = 0; i < 1000; ++i)
        many.append("GET /v2/PhoneNumbers/+1312555")
            .append(QByteArray::number(1000 + i))
            .append(" HTTP/1.1\r\nAuthorization: ")
            .append(m_client->authorization)
            .append("\r\n\r\n");
    m_client->send(many);
    for (int i = 0; i < 1000; ++i) {
        const RawAnswer answer = m_client->receive();
        QCOMPARE(
            answer.json.value(QLatin1String("phone_number")).toString(), QStringLiteral("+1312555%1").arg(1000 + i));
    }
}

void WireTest::keepsOrderWhenAnEarlierAnswerIsLate()
{
    QVERIFY(m_company->setFault({{QStringLiteral("name"), QStringLiteral("latency")}, {QStringLiteral("ms"), 50'000},
        {QStringLiteral("times"), 1}}));
    const auto look = [this](const char* number) {
        return QByteArray("GET /v2/PhoneNumbers/")
            .append(number)
            .append(" HTTP/1.1\r\nAuthorization: ")
            .append(m_client->authorization)
            .append("\r\n\r\n");
    };
    m_client->send(look("+13125550001").append(look("+13125550002")));
    QCOMPARE(m_client->receive().json.value(QLatin1String("phone_number")).toString(), QStringLiteral("+13125550001"));
    QCOMPARE(m_client->receive().json.value(QLatin1String("phone_number")).toString(), QStringLiteral("+13125550002"));
}

void WireTest::sendsMoreOnlyWhenTheClientReads()
{
    // 40 answers of 1 MB: a client that does not read them is not served beyond what waits for it already.
    QVERIFY(m_company->setFault(
        {{QStringLiteral("name"), QStringLiteral("huge_body")}, {QStringLiteral("bytes"), 1'000'000}}));
    m_client->socket().setReadBufferSize(1000);
    const QByteArray ask = QByteArray("GET /2010-04-01/Accounts/AC1/Calls.json HTTP/1.1\r\n\r\n");
    m_client->send(ask.repeated(40));
    RawClient other(*m_company);
    QTRY_VERIFY(m_company->counters().value(QLatin1String("answers_spoilt")).toInt() > 0);
    QCOMPARE(other.get("/").status, 200);
    QVERIFY(m_company->counters().value(QLatin1String("answers_spoilt")).toInt() < 30);
    m_client->socket().setReadBufferSize(0);
    for (int i = 0; i < 40; ++i)
        QCOMPARE(m_client->receive().body.size(), 1'000'000);
}

void WireTest::closesWhenAskedTo_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("closes");
    QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\n\r\n") << false;
    QTest::newRow("1.1 close") << QByteArray("GET / HTTP/1.1\r\nConnection: Close\r\n\r\n") << true;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << true;
    QTest::newRow("1.0 keep") << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << false;
}

void WireTest::closesWhenAskedTo()
{
    QFETCH(QByteArray, request);
    QFETCH(bool, closes);
    m_client->send(request);
    const RawAnswer answer = m_client->receive();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.value("connection") == "close", closes);
    if (closes)
        QTRY_COMPARE(m_client->socket().state(), QAbstractSocket::UnconnectedState);
    else
        QCOMPARE(m_client->get("/").status, 200);
}

void WireTest::asksForTheBodyWhenExpected()
{
    m_client->send("POST /control/reset HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QCOMPARE(m_client->receive().status, 100);
    m_client->send("{}");
    QCOMPARE(m_client->receive().status, 200);
}

void WireTest::refusesWhatIsNoRequest_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("noise") << QByteArray("\x16\x03\x01 hello\r\n\r\n") << 400;
    QTest::newRow("no version") << QByteArray("GET /\r\n\r\n") << 400;
    QTest::newRow("HTTP/2") << QByteArray("PRI * HTTP/2.0\r\n\r\n") << 400;
    QTest::newRow("no path") << QByteArray("GET control HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("line without colon") << QByteArray("GET / HTTP/1.1\r\nHost\r\n\r\n") << 400;
    QTest::newRow("length no number") << QByteArray("GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n") << 400;
    QTest::newRow("chunks") << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n") << 400;
    QTest::newRow("body too large") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 1048577\r\n\r\n") << 413;
    QTest::newRow("head too large") << QByteArray("GET / HTTP/1.1\r\nX: ").append(QByteArray(17000, 'x')) << 413;
}

void WireTest::refusesWhatIsNoRequest()
{
    QFETCH(QByteArray, bytes);
    m_client->send(bytes);
    QTEST(m_client->receive().status, "status");
    QTRY_COMPARE(m_client->socket().state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_client->get("/").status, 200);
}

void WireTest::refusesOtherMethodsAndTypes()
{
    QCOMPARE(m_client->post("/2010-04-01/Accounts/AC1/Messages.json", "{}", "application/json").status, 415);
    QCOMPARE(m_client->post("/2010-04-01/Accounts/AC1/Calls.json", "To=x").status, 405);
    QCOMPARE(m_client->get("/somewhere").status, 404);
    QCOMPARE(m_client->get("/2010-04-01/Accounts/AC1").status, 404);
}

void WireTest::survivesAClientThatLeavesBeforeItsAnswer()
{
    QVERIFY(m_company->setFault({{QStringLiteral("name"), QStringLiteral("latency")}, {QStringLiteral("ms"), 20'000},
        {QStringLiteral("times"), 1}}));
    RawClient hasty(*m_company);
    hasty.send(QByteArray("GET /2010-04-01/Accounts/AC1/Calls.json HTTP/1.1\r\nAuthorization: ")
                   .append(hasty.authorization)
                   .append("\r\n\r\n"));
    QTRY_COMPARE(m_company->counters().value(QLatin1String("in_flight")).toInt(), 1);
    hasty.socket().abort();
    QTRY_COMPARE(m_company->counters().value(QLatin1String("in_flight")).toInt(), 0);
    QCOMPARE(m_client->list("Calls").status, 200);
}

void WireTest::takesThousandsOfTextsASecond()
{
    constexpr int texts = 5000;
    QByteArray many;
    for (int i = 0; i < texts; ++i)
        many.append("POST /2010-04-01/Accounts/AC1/Messages.json HTTP/1.1\r\nAuthorization: ")
            .append(m_client->authorization)
            .append("\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 48\r\n\r\n"
                    "To=%2B1312555")
            .append(QByteArray::number(1000 + i))
            .append("&From=%2B15550100200&Body=hello");
    QElapsedTimer watch;
    watch.start();
    m_client->send(many);
    QTRY_COMPARE_WITH_TIMEOUT(m_company->counters().value(QLatin1String("messages_accepted")).toInt(), texts, 20'000);
    const double perSecond = texts * 1000.0 / double(qMax<qint64>(1, watch.elapsed()));
    qInfo("%.0f creates a second, pipelined, client on the same thread", perSecond);
    QVERIFY2(perSecond > 1500, "ten times slower than it should be even on a busy machine");
}

QTEST_GUILESS_MAIN(WireTest)
#include "wiretest.moc"
