// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/rawclient.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace deskbell::sandbox;

namespace {

const QByteArray handset = "+13125550142";

QJsonObject fault(const char* name, QJsonObject more = {})
{
    more.insert(QStringLiteral("name"), QLatin1String(name));
    return more;
}

} // namespace

/// What each fault looks like from the other end of the wire.
class FaultTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void spoilsACreate_data();
    void spoilsACreate();
    void spoilsAList_data();
    void spoilsAList();
    void tellsWhenToComeBack();
    void strikesEveryNth();
    void mixesByPhase();
    void strikesByChance();
    void waitsWithTheAnswer();
    void doesNotAnswerAtAll();
    void refusesAboveALimitOfRequestsInFlight();
    void showsRowsTwice();
    void failsDeliveryWithAnyCode();
    void endsWhenTold();
    void namesWhatItKnows();

private:
    int accepted() const { return m_company->counters().value(QLatin1String("messages_accepted")).toInt(); }
    int arrived() const { return m_company->counters().value(QLatin1String("creates_arrived")).toInt(); }

    std::unique_ptr<PhoneCompany> m_company;
    std::unique_ptr<RawClient> m_client;
};

void FaultTest::init()
{
    m_client.reset();
    m_company = quickCompany();
    m_client = std::make_unique<RawClient>(*m_company);
}

void FaultTest::spoilsACreate_data()
{
    QTest::addColumn<QJsonObject>("wish");
    QTest::addColumn<int>("status"); // 0 = the connection ended with no answer
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("accepted");
    const QString accept = QStringLiteral("accept");
    QTest::newRow("429") << fault("too_many") << 429 << 20429 << false;
    QTest::newRow("401") << fault("unauthorized") << 401 << 20003 << false;
    QTest::newRow("refused") << fault("refuse", {{QStringLiteral("status"), 400}, {QStringLiteral("code"), 21606}})
                             << 400 << 21606 << false;
    QTest::newRow("500 before") << fault("error_before") << 500 << 20500 << false;
    QTest::newRow("500 after") << fault("error_after") << 500 << 20500 << true;
    QTest::newRow("reset after") << fault("reset_after") << 0 << 0 << true;
    QTest::newRow("closed") << fault("close_unanswered") << 0 << 0 << false;
    QTest::newRow("closed after accepting") << fault("close_unanswered", {{accept, true}}) << 0 << 0 << true;
    QTest::newRow("html") << fault("html", {{QStringLiteral("on"), QStringLiteral("create")}}) << 200 << 0 << false;
}

void FaultTest::spoilsACreate()
{
    QFETCH(QJsonObject, wish);
    QFETCH(bool, accepted);
    wish.insert(QStringLiteral("times"), 1);
    QVERIFY(m_company->setFault(wish));
    const RawAnswer answer = m_client->create(handset, "hello");
    QTEST(answer.status, "status");
    QTEST(answer.json.value(QLatin1String("code")).toInt(), "code");
    QCOMPARE(arrived(), 1);
    QCOMPARE(this->accepted(), accepted ? 1 : 0);
    const QJsonArray list = m_client->list("Messages").json.value(QLatin1String("messages")).toArray();
    QCOMPARE(list.size(), accepted ? 1 : 0); // what a look in the list will find
    QCOMPARE(m_client->create(handset, "again").status, 201); // spent
}

void FaultTest::spoilsAList_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<bool>("json");
    QTest::newRow("malformed") << QStringLiteral("malformed") << true << false;
    QTest::newRow("html") << QStringLiteral("html") << true << false;
    QTest::newRow("huge_body") << QStringLiteral("huge_body") << true << false;
    QTest::newRow("not_utf8") << QStringLiteral("not_utf8") << true << false;
    QTest::newRow("bad_enum") << QStringLiteral("bad_enum") << true << true;
    QTest::newRow("cut_answer") << QStringLiteral("cut_answer") << false << false;
}

void FaultTest::spoilsAList()
{
    QFETCH(QString, name);
    m_company->textFrom(QString::fromLatin1(handset), {}, QStringLiteral("hello"));
    QVERIFY(m_company->setFault({{QStringLiteral("name"), name}, {QStringLiteral("times"), 1},
        {QStringLiteral("bytes"), 3'000'000}, {QStringLiteral("on"), QStringLiteral("messages")}}));
    const RawAnswer answer = m_client->list("Messages");
    QCOMPARE(answer.status, 200);
    QTEST(answer.whole, "whole");
    QTEST(!answer.json.isEmpty(), "json");
    if (name == QLatin1String("huge_body"))
        QCOMPARE(answer.body.size(), 3'000'000);
    if (name == QLatin1String("not_utf8"))
        QVERIFY(answer.body.contains('\xff'));
    QCOMPARE(m_client->list("Messages").json.value(QLatin1String("messages")).toArray().size(), 1);
}

void FaultTest::tellsWhenToComeBack()
{
    QVERIFY(m_company->setFault(fault("too_many", {{QStringLiteral("retry_after"), 7}, {QStringLiteral("times"), 1}})));
    QCOMPARE(m_client->create(handset, "x").headers.value("retry-after"), QByteArray("7"));
    QVERIFY(m_company->setFault(fault("too_many", {{QStringLiteral("times"), 1}})));
    QVERIFY(!m_client->create(handset, "x").headers.contains("retry-after"));
}

void FaultTest::strikesEveryNth()
{
    QVERIFY(m_company->setFault(fault("error_before", {{QStringLiteral("every"), 3}})));
    QList<int> statuses;
    for (int i = 0; i < 6; ++i)
        statuses << m_client->create(handset, "x").status;
    QCOMPARE(statuses, (QList<int>{201, 201, 500, 201, 201, 500}));
}

void FaultTest::mixesByPhase()
{
    const auto at = [](int phase) {
        return QJsonObject{{QStringLiteral("every"), 3}, {QStringLiteral("phase"), phase}};
    };
    QVERIFY(m_company->setFault(fault("error_before", at(0))));
    QVERIFY(m_company->setFault(fault("too_many", at(1))));
    QList<int> statuses;
    for (int i = 0; i < 6; ++i)
        statuses << m_client->create(handset, "x").status;
    QCOMPARE(statuses, (QList<int>{201, 429, 500, 201, 429, 500}));
}

void FaultTest::strikesByChance()
{
    QVERIFY(m_company->setFault(fault("error_before", {{QStringLiteral("chance"), 0.5}})));
    for (int i = 0; i < 100; ++i)
        m_client->create(handset, "x");
    QVERIFY(accepted() > 20 && accepted() < 80);
}

void FaultTest::waitsWithTheAnswer()
{
    // speed 1000: 100,000 ms are 100
    QVERIFY(m_company->setFault(fault("latency", {{QStringLiteral("ms"), 100'000}})));
    QElapsedTimer watch;
    watch.start();
    QCOMPARE(m_client->create(handset, "x").status, 201);
    QVERIFY(watch.elapsed() >= 99);
    QVERIFY(watch.elapsed() < 5000);
}

void FaultTest::doesNotAnswerAtAll()
{
    QVERIFY(
        m_company->setFault(fault("never_answer", {{QStringLiteral("times"), 1}, {QStringLiteral("accept"), true}})));
    RawClient patient(*m_company);
    patient.send(QByteArray("POST /2010-04-01/Accounts/AC1/Messages.json HTTP/1.1\r\nAuthorization: ")
                     .append(patient.authorization)
                     .append("\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 46\r\n\r\n"
                             "To=%2B13125550142&From=%2B15550100200&Body=xyz"));
    QTRY_COMPARE(accepted(), 1);
    QCOMPARE(m_client->create(handset, "x").status, 201); // others are served meanwhile
    QCOMPARE(patient.socket().bytesAvailable(), 0);
    QCOMPARE(patient.socket().state(), QAbstractSocket::ConnectedState);
    QCOMPARE(m_company->counters().value(QLatin1String("in_flight")).toInt(), 1);
    patient.socket().abort();
    QTRY_COMPARE(m_company->counters().value(QLatin1String("in_flight")).toInt(), 0);
}

void FaultTest::refusesAboveALimitOfRequestsInFlight()
{
    QVERIFY(m_company->setFault(fault("never_answer", {{QStringLiteral("times"), 1}})));
    QVERIFY(m_company->setFault(fault("too_many", {{QStringLiteral("above"), 1}})));
    RawClient waiting(*m_company);
    waiting.send("POST /2010-04-01/Accounts/AC1/Messages.json HTTP/1.1\r\nContent-Length: 0\r\n\r\n");
    QTRY_COMPARE(arrived(), 1);
    QCOMPARE(m_client->create(handset, "x").status, 429);
    waiting.socket().abort();
    QTRY_COMPARE(m_company->counters().value(QLatin1String("in_flight")).toInt(), 0);
    QCOMPARE(m_client->create(handset, "x").status, 201);
}

void FaultTest::showsRowsTwice()
{
    m_company->textFrom(QString::fromLatin1(handset), {}, QStringLiteral("hello"));
    QVERIFY(m_company->setFault(fault("list_duplicates", {{QStringLiteral("times"), 1}})));
    QCOMPARE(m_client->list("Messages").json.value(QLatin1String("messages")).toArray().size(), 2);
    QCOMPARE(m_client->list("Messages").json.value(QLatin1String("messages")).toArray().size(), 1);
}

void FaultTest::failsDeliveryWithAnyCode()
{
    QVERIFY(m_company->setFault(fault("undelivered", {{QStringLiteral("code"), 30034}, {QStringLiteral("times"), 1}})));
    QSignalSpy changes(m_company.get(), &PhoneCompany::messageStatusChanged);
    QCOMPARE(m_client->create(handset, "x").status, 201);
    QTRY_COMPARE(changes.size(), 2);
    QCOMPARE(changes.last().at(2).toString(), QStringLiteral("undelivered"));
    QCOMPARE(changes.last().at(3).toInt(), 30034);
}

void FaultTest::endsWhenTold()
{
    QVERIFY(m_company->setFault(fault("error_before")));
    QCOMPARE(m_client->create(handset, "x").status, 500);
    QVERIFY(m_company->setFault(fault("error_before", {{QStringLiteral("times"), 0}})));
    QCOMPARE(m_client->create(handset, "x").status, 201);
    QVERIFY(m_company->setFault(fault("error_before")));
    QVERIFY(m_company->setFault(fault("none")));
    QCOMPARE(m_client->create(handset, "x").status, 201);
}

void FaultTest::namesWhatItKnows()
{
    QString why;
    QVERIFY(!m_company->setFault(fault("solar_flare"), &why));
    QVERIFY(why.contains(QLatin1String("solar_flare")) && why.contains(QLatin1String("never_answer")));
    QVERIFY(!m_company->setFault(fault("html", {{QStringLiteral("on"), QStringLiteral("moon")}}), &why));
    QVERIFY(why.contains(QLatin1String("lookup")));
}

QTEST_GUILESS_MAIN(FaultTest)
#include "faulttest.moc"
