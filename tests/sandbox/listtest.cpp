// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/rawclient.h"

#include <QTest>

using namespace deskbell::sandbox;

namespace {

constexpr qint64 noon = 1571400000000; // Fri, 18 Oct 2019 12:00:00 UTC
constexpr double daySeconds = 86400;

QStringList column(const RawAnswer& answer, const char* list, const char* member)
{
    QStringList values;
    for (const QJsonValue& row : answer.json.value(QLatin1String(list)).toArray())
        values << row.toObject().value(QLatin1String(member)).toString();
    return values;
}

} // namespace

class ListTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void showsACallAsTheProviderDoes();
    void filtersByUtcDay_data();
    void filtersByUtcDay();
    void filtersByNumber();
    void pagesByTheLastRowSoNewRowsDoNotShiftIt();
    void refusesAPageWithoutToken();
    void refusesWhatCannotBeRead_data();
    void refusesWhatCannotBeRead();
    void hidesNewRowsForTheLag();
    void hidesOwnTextsWithoutSendDateFromDateFilters();
    void fetchesOneBySid();
    void looksUpTheLineType();
    void tellsItsOwnTimeInTheDateHeader();

private:
    QString ringAgo(double seconds, const QString& from = QStringLiteral("+13125550142"));

    qint64 m_now = noon;
    std::unique_ptr<PhoneCompany> m_company;
    std::unique_ptr<RawClient> m_client;
};

void ListTest::init()
{
    m_now = noon;
    Settings settings;
    settings.clockMs = [this] { return m_now; };
    m_client.reset();
    m_company = quickCompany(settings);
    m_client = std::make_unique<RawClient>(*m_company);
}

QString ListTest::ringAgo(double seconds, const QString& from)
{
    RingOrder order;
    order.from = from;
    order.agoS = seconds;
    order.result = QStringLiteral("after_hours"); // one leg only
    return m_company->ring(order);
}

void ListTest::showsACallAsTheProviderDoes()
{
    const QString sid = ringAgo(60);
    const RawAnswer answer = m_client->list("Calls");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.value("content-type"), QByteArray("application/json"));
    QCOMPARE(answer.headers.value("twilio-concurrent-requests"), QByteArray("1"));
    QVERIFY(answer.json.value(QLatin1String("next_page_uri")).isNull());
    const QJsonObject call = answer.json.value(QLatin1String("calls")).toArray().first().toObject();
    const auto text = [&](const char* name) { return call.value(QLatin1String(name)).toString(); };
    QCOMPARE(text("sid"), sid);
    QCOMPARE(text("start_time"), QStringLiteral("Fri, 18 Oct 2019 11:59:00 +0000"));
    QCOMPARE(text("end_time"), QStringLiteral("Fri, 18 Oct 2019 11:59:20 +0000"));
    QCOMPARE(text("duration"), QStringLiteral("20"));
    QCOMPARE(text("direction"), QStringLiteral("inbound"));
    QCOMPARE(text("from_formatted"), QStringLiteral("(312) 555-0142"));
    QVERIFY(call.value(QLatin1String("parent_call_sid")).isNull());
    QCOMPARE(text("uri"), QStringLiteral("/2010-04-01/Accounts/%1/Calls/%2.json").arg(m_company->accountSid(), sid));
}

void ListTest::filtersByUtcDay_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QStringList>("expected");
    const QString today = QStringLiteral("+13125550100");
    const QString yesterday = QStringLiteral("+13125550101");
    QTest::newRow("no filter") << QByteArray() << QStringList{today, yesterday};
    QTest::newRow("on or after") << QByteArray("StartTime%3E=2019-10-18") << QStringList{today};
    QTest::newRow("sign written plainly") << QByteArray("StartTime>=2019-10-18") << QStringList{today};
    QTest::newRow("a time of day changes nothing")
        << QByteArray("StartTime%3E=2019-10-18T23:00:00Z") << QStringList{today};
    QTest::newRow("before stops at midnight") << QByteArray("StartTime%3C=2019-10-18") << QStringList{yesterday};
    QTest::newRow("on the day") << QByteArray("StartTime=2019-10-17") << QStringList{yesterday};
    QTest::newRow("end time") << QByteArray("EndTime%3E=2019-10-18") << QStringList{today};
    QTest::newRow("tomorrow") << QByteArray("StartTime%3E=2019-10-19") << QStringList{};
}

void ListTest::filtersByUtcDay()
{
    QFETCH(QByteArray, query);
    QFETCH(QStringList, expected);
    ringAgo(10, QStringLiteral("+13125550100"));
    ringAgo(daySeconds, QStringLiteral("+13125550101"));
    QCOMPARE(column(m_client->list("Calls", query), "calls", "from"), expected);
}

void ListTest::filtersByNumber()
{
    m_company->textFrom(QStringLiteral("+13125550100"), {}, QStringLiteral("hello"));
    m_company->textFrom(QStringLiteral("+13125550101"), {}, QStringLiteral("hi"));
    QCOMPARE(m_client->create("+13125550101", "answer").status, 201);
    const auto bodies = [this](const char* query) {
        return column(m_client->list("Messages", query), "messages", "body");
    };
    QCOMPARE(bodies("To=%2B15550100200"), (QStringList{QStringLiteral("hi"), QStringLiteral("hello")}));
    QCOMPARE(bodies("From=%2B15550100200&To=%2B13125550101"), QStringList{QStringLiteral("answer")});
    QCOMPARE(bodies("To=%2B19995550000"), QStringList{});
}

void ListTest::pagesByTheLastRowSoNewRowsDoNotShiftIt()
{
    for (int i = 0; i < 5; ++i)
        ringAgo(100 - i, QStringLiteral("+1312555010%1").arg(i));
    RawAnswer page = m_client->list("Calls", "PageSize=2&To=%2B15550100200");
    QStringList seen = column(page, "calls", "from");
    for (int turns = 0; turns < 5 && page.json.value(QLatin1String("next_page_uri")).isString(); ++turns) {
        ringAgo(1, QStringLiteral("+13125550199")); // arrives between two pages
        const QByteArray next = page.json.value(QLatin1String("next_page_uri")).toString().toUtf8();
        QVERIFY(next.startsWith("/2010-04-01/Accounts/"));
        QVERIFY(next.contains("PageToken=PACA"));
        QVERIFY(next.contains("To=%2B15550100200"));
        page = m_client->get(next);
        seen << column(page, "calls", "from");
    }
    QCOMPARE(seen,
        (QStringList{QStringLiteral("+13125550104"), QStringLiteral("+13125550103"), QStringLiteral("+13125550102"),
            QStringLiteral("+13125550101"), QStringLiteral("+13125550100")}));
}

void ListTest::refusesAPageWithoutToken()
{
    const RawAnswer answer = m_client->list("Calls", "Page=2");
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.json.value(QLatin1String("message")).toString().contains(QLatin1String("AfterSid")));
}

void ListTest::refusesWhatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("word") << QByteArray("StartTime%3E=yesterday");
    QTest::newRow("no such day") << QByteArray("StartTime=2019-02-30");
    QTest::newRow("local form") << QByteArray("DateSent=18.10.2019");
    QTest::newRow("page size") << QByteArray("PageSize=many");
    QTest::newRow("token of nobody") << QByteArray("PageToken=PACA00000000000000000000000000000000");
}

void ListTest::refusesWhatCannotBeRead()
{
    QFETCH(QByteArray, query);
    const RawAnswer answer = m_client->list("Calls", query);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json.value(QLatin1String("code")).toInt(), 20001);
}

void ListTest::hidesNewRowsForTheLag()
{
    // speed 1000: 30,000 s of lag are 30 s of the clock turned by hand
    QVERIFY(
        m_company->setFault({{QStringLiteral("name"), QStringLiteral("list_lag")}, {QStringLiteral("ms"), 30'000'000},
            {QStringLiteral("times"), 1}, {QStringLiteral("on"), QStringLiteral("calls")}}));
    const QString late = ringAgo(5, QStringLiteral("+13125550100"));
    ringAgo(4, QStringLiteral("+13125550101"));
    QCOMPARE(column(m_client->list("Calls"), "calls", "from"), QStringList{QStringLiteral("+13125550101")});
    QCOMPARE(m_client->list(QByteArray("Calls/").append(late.toUtf8())).status, 200);
    m_now += 30'000;
    QCOMPARE(column(m_client->list("Calls"), "calls", "from"),
        (QStringList{QStringLiteral("+13125550101"), QStringLiteral("+13125550100")}));
}

void ListTest::hidesOwnTextsWithoutSendDateFromDateFilters()
{
    QVERIFY(m_company->setFault({{QStringLiteral("name"), QStringLiteral("stuck")}}));
    QCOMPARE(m_client->create("+13125550101", "answer").status, 201);
    QCOMPARE(column(m_client->list("Messages"), "messages", "status"), QStringList{QStringLiteral("queued")});
    QCOMPARE(column(m_client->list("Messages", "DateSent%3E=2019-10-01"), "messages", "status"), QStringList{});
}

void ListTest::fetchesOneBySid()
{
    const QString sid = ringAgo(60);
    const RawAnswer found = m_client->list(QByteArray("Calls/").append(sid.toUtf8()));
    QCOMPARE(found.json.value(QLatin1String("sid")).toString(), sid);
    const RawAnswer missing = m_client->list("Messages/SM00000000000000000000000000000000");
    QCOMPARE(missing.status, 404);
    QCOMPARE(missing.json.value(QLatin1String("code")).toInt(), 20404);
    QCOMPARE(m_client->list("Recordings").status, 404);
}

void ListTest::looksUpTheLineType()
{
    m_company->setLineType(QStringLiteral("+13125550100"), QStringLiteral("landline"));
    const RawAnswer known = m_client->get("/v2/PhoneNumbers/%2B13125550100?Fields=line_type_intelligence");
    QCOMPARE(
        known.json.value(QLatin1String("line_type_intelligence")).toObject().value(QLatin1String("type")).toString(),
        QStringLiteral("landline"));
    const RawAnswer plain = m_client->get("/v2/PhoneNumbers/+13125550100");
    QVERIFY(plain.json.value(QLatin1String("valid")).toBool());
    QVERIFY(plain.json.value(QLatin1String("line_type_intelligence")).isNull());
    const RawAnswer invalid = m_client->get("/v2/PhoneNumbers/+1312555010099");
    QVERIFY(!invalid.json.value(QLatin1String("valid")).toBool(true));
    QCOMPARE(invalid.json.value(QLatin1String("validation_errors")).toArray().first().toString(),
        QStringLiteral("TOO_LONG"));
}

void ListTest::tellsItsOwnTimeInTheDateHeader()
{
    QCOMPARE(m_client->list("Calls").headers.value("date"), QByteArray("Fri, 18 Oct 2019 12:00:00 GMT"));
    m_now = 951782399000; // the last second of 28 Feb 2000
    QCOMPARE(m_client->list("Calls").headers.value("date"), QByteArray("Mon, 28 Feb 2000 23:59:59 GMT"));
    m_now += 1000;
    QCOMPARE(m_client->list("Calls").headers.value("date"), QByteArray("Tue, 29 Feb 2000 00:00:00 GMT"));
}

QTEST_GUILESS_MAIN(ListTest)
#include "listtest.moc"
