// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandboxcommand.h"
#include "tests/sandbox/rawclient.h"

#include <QTest>
#include <QTimer>
#include <csignal>

using namespace deskbell::sandbox;

/// The doors for other programs: /control/… and the command line.
class ControlTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void ringsTextsAndShowsThePhone();
    void refusesInPlainWords_data();
    void refusesInPlainWords();
    void makesABurst_data();
    void makesABurst();
    void countsWhatBecameOfMissedCalls();
    void switchesFaultsByTheList();
    void forgetsEverything();
    void endsOnASignal();
    void refusesWrongOptions_data();
    void refusesWrongOptions();
    void saysWhenThePortIsTaken();

private:
    RawAnswer control(const char* what, const QJsonObject& wish = {})
    {
        return m_client->post(QByteArray("/control/").append(what), QJsonDocument(wish).toJson(), "application/json");
    }
    QJsonObject state() { return m_client->get("/control/state").json; }

    std::unique_ptr<PhoneCompany> m_company;
    std::unique_ptr<RawClient> m_client;
};

void ControlTest::init()
{
    m_client.reset();
    m_company = quickCompany();
    m_client = std::make_unique<RawClient>(*m_company);
}

void ControlTest::ringsTextsAndShowsThePhone()
{
    const QString from = QStringLiteral("+13125550142");
    const RawAnswer ring = control("ring",
        {{QStringLiteral("from"), from}, {QStringLiteral("ring_s"), 0},
            {QStringLiteral("line_type"), QStringLiteral("fixedVoip")}});
    QVERIFY(ring.json.value(QLatin1String("sid")).toString().startsWith(QLatin1String("CA")));
    QCOMPARE(m_client->create("+13125550142", "sorry").status, 201);
    QCOMPARE(control("text", {{QStringLiteral("from"), from}, {QStringLiteral("body"), QStringLiteral("stop")}}).status,
        200);
    const auto texts = [this] {
        return m_client->get("/control/texts?to=+13125550142").json.value(QLatin1String("texts")).toArray();
    };
    QTRY_COMPARE(texts().size(), 3);
    QCOMPARE(texts().at(0).toObject().value(QLatin1String("body")).toString(), QStringLiteral("sorry"));
    QVERIFY(texts().at(1).toObject().value(QLatin1String("mine")).toBool());
    QVERIFY(texts().at(2).toObject().value(QLatin1String("from_company")).toBool());
}

void ControlTest::refusesInPlainWords_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("unknown") << QByteArray("/control/dance") << QByteArray("{}");
    QTest::newRow("no JSON") << QByteArray("/control/ring") << QByteArray("{\"from\":");
    QTest::newRow("no result") << QByteArray("/control/ring") << QByteArray("{\"result\":\"never\"}");
    QTest::newRow("nobody texts") << QByteArray("/control/text") << QByteArray("{\"body\":\"x\"}");
    QTest::newRow("no call") << QByteArray("/control/hangup") << QByteArray("{\"sid\":\"CA1\"}");
    QTest::newRow("not ringing") << QByteArray("/control/answer") << QByteArray("{}");
    QTest::newRow("empty burst") << QByteArray("/control/burst") << QByteArray("{\"count\":0}");
    QTest::newRow("no numbers") << QByteArray("/control/burst")
                                << QByteArray("{\"count\":9,\"from_base\":\"+19999999995\"}");
    QTest::newRow("no fault") << QByteArray("/control/faults") << QByteArray("[{\"name\":\"x\"}]");
}

void ControlTest::refusesInPlainWords()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    const RawAnswer answer = m_client->post(target, body, "application/json");
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.json.value(QLatin1String("error")).toString().endsWith(u'.'));
}

void ControlTest::makesABurst_data()
{
    QTest::addColumn<double>("rate");
    QTest::newRow("at once") << 0.0;
    QTest::newRow("at a rate") << 50.0;
}

void ControlTest::makesABurst()
{
    QFETCH(double, rate);
    QCOMPARE(control("burst",
                 {{QStringLiteral("count"), 600}, {QStringLiteral("rate"), rate},
                     {QStringLiteral("from_base"), QStringLiteral("+12065550000")}})
                 .status,
        200);
    QTRY_COMPARE(m_company->counters().value(QLatin1String("missed_calls")).toInt(), 600);
    const QJsonObject last = m_client->list("Calls", "From=%2B12065550599&PageSize=1")
                                 .json.value(QLatin1String("calls"))
                                 .toArray()
                                 .first()
                                 .toObject();
    QCOMPARE(last.value(QLatin1String("from")).toString(), QStringLiteral("+12065550599"));
}

void ControlTest::countsWhatBecameOfMissedCalls()
{
    m_client->create("+13125550142", "before the call");
    for (const char* from : {"+13125550142", "+13125550143", "+13125550144"})
        m_company->ring({.from = QString::fromLatin1(from), .ringS = 0});
    QCOMPARE(state().value(QLatin1String("missed_without_text")).toInt(), 3);
    m_client->create("+13125550142", "sorry");
    m_client->create("+13125550143", "sorry");
    m_client->create("+13125550143", "sorry");
    m_client->create("banana", "sorry");
    const QJsonObject state = this->state();
    QCOMPARE(state.value(QLatin1String("missed_without_text")).toInt(), 1);
    QCOMPARE(state.value(QLatin1String("numbers_texted")).toInt(), 2);
    QCOMPARE(state.value(QLatin1String("numbers_texted_more_than_once")).toInt(), 2);
    QCOMPARE(state.value(QLatin1String("twice")).toObject(), (QJsonObject{{QStringLiteral("+13125550143"), 1}}));
    QCOMPARE(state.value(QLatin1String("texts")).toObject().value(QLatin1String("+13125550142")).toInt(), 2);
    QCOMPARE(state.value(QLatin1String("delay_ms")).toObject().value(QLatin1String("count")).toInt(), 2);
    QVERIFY(state.value(QLatin1String("last_text_ms")).toDouble() > 0);
    const QJsonObject counters = state.value(QLatin1String("counters")).toObject();
    QCOMPARE(counters.value(QLatin1String("creates_arrived")).toInt(), 5);
    QCOMPARE(counters.value(QLatin1String("messages_accepted")).toInt(), 4);
    QCOMPARE(counters.value(QLatin1String("creates_refused")).toInt(), 1);
    QVERIFY(!m_client->get("/control/state?numbers=0").json.contains(QLatin1String("texts")));
}

void ControlTest::switchesFaultsByTheList()
{
    const QByteArray both = "[{\"name\":\"too_many\",\"times\":2},{\"name\":\"list_lag\",\"ms\":5}]";
    QCOMPARE(m_client->post("/control/faults", both, "application/json").status, 200);
    QCOMPARE(m_client->get("/control/faults").json.value(QLatin1String("faults")).toArray().size(), 2);
    QCOMPARE(m_client->create("+13125550142", "x").status, 429);
    QCOMPARE(control("faults", {{QStringLiteral("name"), QStringLiteral("none")}}).status, 200);
    QCOMPARE(m_client->create("+13125550142", "x").status, 201);
}

void ControlTest::forgetsEverything()
{
    m_company->textFrom(QStringLiteral("+13125550142"), {}, QStringLiteral("stop"));
    QCOMPARE(m_client->create("+13125550142", "x").status, 400);
    const QString before = m_client->create("+13125550143", "x").json.value(QLatin1String("sid")).toString();
    QCOMPARE(control("reset").status, 200);
    QCOMPARE(m_client->list("Messages").json.value(QLatin1String("messages")).toArray().size(), 0);
    QVERIFY(m_client->create("+13125550142", "x").json.value(QLatin1String("sid")).toString() != before);
    QCOMPARE(m_company->counters().value(QLatin1String("creates_arrived")).toInt(), 1);
}

void ControlTest::endsOnASignal()
{
    for (int signal : {SIGINT, SIGTERM}) {
        QTimer::singleShot(0, this, [signal] { std::raise(signal); });
        QCOMPARE(runSandbox({QStringLiteral("--shop-number"), QStringLiteral("+15550100200")}), 0);
    }
}

void ControlTest::refusesWrongOptions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("port") << QStringList{QStringLiteral("--port"), QStringLiteral("70000")};
    QTest::newRow("speed") << QStringList{QStringLiteral("--speed"), QStringLiteral("0")};
    QTest::newRow("time") << QStringList{QStringLiteral("--sent-after"), QStringLiteral("soon")};
    QTest::newRow("account") << QStringList{QStringLiteral("--account-sid"), QStringLiteral("AC1")};
    QTest::newRow("key") << QStringList{QStringLiteral("--api-key"), QStringLiteral("secret")};
    QTest::newRow("number") << QStringList{QStringLiteral("--shop-number"), QStringLiteral("shop")};
    QTest::newRow("unknown") << QStringList{QStringLiteral("--sand")};
    QTest::newRow("word") << QStringList{QStringLiteral("now")};
}

void ControlTest::refusesWrongOptions()
{
    QFETCH(QStringList, arguments);
    QCOMPARE(runSandbox(arguments), 2);
}

void ControlTest::saysWhenThePortIsTaken()
{
    QCOMPARE(runSandbox({QStringLiteral("--port"), QString::number(m_company->port())}), 1);
}

QTEST_GUILESS_MAIN(ControlTest)
#include "controltest.moc"
