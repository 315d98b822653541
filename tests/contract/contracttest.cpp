// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/phonecompany.h"
#include "tests/contract/referee.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace deskbell;
using contract::Exchange;
using contract::Referee;

namespace {

const QString apiSpec = QStringLiteral("twilio_api_v2010.json");
const QString lookupSpec = QStringLiteral("twilio_lookups_v2.json");

} // namespace

/// Holds the phone company in a box against the provider's published API descriptions.
class ContractTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void listsEveryKindOfCallAsDescribed();
    void listsEveryKindOfMessageAsDescribed();
    void answersACreateAsDescribed();
    void fetchesOneAsDescribed();
    void looksUpNumbersAsDescribed();
    void passesErrorsThrough();
    void refusesBadRequests_data();
    void refusesBadRequests();
    void seesAWrongAnswer();

private:
    struct Answer {
        int status = 0;
        QJsonObject json;
    };
    Answer fetch(QNetworkReply *reply);
    Answer get(const QString &path) { return fetch(m_network.get(request(path))); }
    Answer post(const QString &path, const QByteArray &body, const char *type = "application/x-www-form-urlencoded");
    QNetworkRequest request(const QString &path);
    QString account(const QString &rest) const
    {
        return QStringLiteral("/2010-04-01/Accounts/%1/%2").arg(m_company->accountSid(), rest);
    }

    QNetworkAccessManager m_network;
    std::unique_ptr<sandbox::PhoneCompany> m_company;
    std::unique_ptr<Referee> m_api;
    std::unique_ptr<Referee> m_lookups;
    Referee *m_referee = nullptr;
};

void ContractTest::initTestCase()
{
    const QString why = Referee::whyNot(apiSpec);
    if (!why.isEmpty())
        QSKIP(qPrintable(QStringLiteral("THE CONTRACT IS NOT CHECKED: %1").arg(why)));
    sandbox::Settings settings;
    settings.speed = 1000;
    settings.listOwnReplies = true;
    m_company = std::make_unique<sandbox::PhoneCompany>(settings);
    QVERIFY(m_company->listen());
    m_api = std::make_unique<Referee>(apiSpec, m_company->baseUrl());
    m_lookups = std::make_unique<Referee>(lookupSpec, m_company->baseUrl());
    QVERIFY2(!m_api->url().isEmpty() && !m_lookups->url().isEmpty(), "the referee did not start");
}

void ContractTest::init()
{
    m_company->reset();
    m_referee = QByteArray(QTest::currentTestFunction()) == "looksUpNumbersAsDescribed" ? m_lookups.get() : m_api.get();
    (void)m_referee->exchanges();
    m_referee->forget();
}

QNetworkRequest ContractTest::request(const QString &path)
{
    QNetworkRequest request(QUrl(m_referee->url().toString().append(path)));
    request.setRawHeader("Authorization", QByteArray("Basic ").append(QByteArray("SKdemo:secret").toBase64()));
    return request;
}

ContractTest::Answer ContractTest::post(const QString &path, const QByteArray &body, const char *type)
{
    QNetworkRequest wish = request(path);
    wish.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray(type));
    return fetch(m_network.post(wish, body));
}

ContractTest::Answer ContractTest::fetch(QNetworkReply *reply)
{
    QSignalSpy finished(reply, &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(20'000);
    reply->deleteLater();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
        QJsonDocument::fromJson(reply->readAll()).object()};
}

void ContractTest::listsEveryKindOfCallAsDescribed()
{
    for (const char *result : {"no_answer", "no_answer_bridged", "busy", "failed", "answered", "voicemail",
             "after_hours", "abandoned", "abandoned_early", "ring_group", "ring_group_answered"})
        m_company->ring({.from = QStringLiteral("+13125550142"), .result = QLatin1String(result), .agoS = 60});
    m_company->ring({.from = QStringLiteral("anonymous"), .ringS = 1e6});
    QString path = account(QStringLiteral("Calls.json?StartTime%3E=2020-01-01&PageSize=7"));
    int rows = 0;
    int pages = 0;
    for (; !path.isEmpty() && pages < 10; ++pages) {
        const Answer answer = get(path);
        QCOMPARE(answer.status, 200);
        rows += int(answer.json.value(QLatin1String("calls")).toArray().size());
        path = answer.json.value(QLatin1String("next_page_uri")).toString();
    }
    QCOMPARE(rows, 12 + 10 + 2 * 2); // callers' legs; a phone for all but two; two more for each of two groups
    QVERIFY(pages > 2);
    QCOMPARE(m_referee->violations(), QStringList());
}

void ContractTest::listsEveryKindOfMessageAsDescribed()
{
    const QString handset = QStringLiteral("+13125550142");
    m_company->setLineType(QStringLiteral("+13125550143"), QStringLiteral("landline"));
    QSignalSpy changes(m_company.get(), &sandbox::PhoneCompany::messageStatusChanged);
    for (const char *to : {"%2B13125550142", "%2B13125550143"})
        QCOMPARE(
            post(account(QStringLiteral("Messages.json")), QByteArray("From=%2B15550100200&Body=hello&To=").append(to))
                .status,
            201);
    m_company->textFrom(handset, {}, QStringLiteral("stop \U0001F600"));
    m_company->textFrom(handset, {}, QStringLiteral("stop"));
    QTRY_COMPARE(changes.size(), 4);
    const Answer answer = get(account(QStringLiteral("Messages.json?DateSent%3E=2020-01-01")));
    QStringList statuses;
    for (const QJsonValue &row : answer.json.value(QLatin1String("messages")).toArray())
        statuses << row.toObject().value(QLatin1String("status")).toString();
    statuses.removeDuplicates();
    statuses.sort();
    QCOMPARE(statuses,
        (QStringList{QStringLiteral("delivered"), QStringLiteral("received"), QStringLiteral("undelivered")}));
    QCOMPARE(m_referee->violations(), QStringList());
}

void ContractTest::answersACreateAsDescribed()
{
    const QString messages = account(QStringLiteral("Messages.json"));
    QCOMPARE(post(messages, "To=%2B13125550142&From=%2B15550100200&Body=hello&ValidityPeriod=900").status, 201);
    QCOMPARE(
        post(messages, "To=%2B13125550142&MessagingServiceSid=MG00000000000000000000000000000001&Body=x").status, 201);
    QCOMPARE(m_referee->exchanges().size(), 2);
    QCOMPARE(m_referee->violations(), QStringList());
}

void ContractTest::fetchesOneAsDescribed()
{
    const QString call = m_company->ring({.from = QStringLiteral("+13125550142")});
    const QString message = m_company->textFrom(QStringLiteral("+13125550142"), {}, QStringLiteral("hello"));
    QCOMPARE(get(account(QStringLiteral("Calls/%1.json").arg(call))).status, 200);
    QCOMPARE(get(account(QStringLiteral("Messages/%1.json").arg(message))).status, 200);
    QCOMPARE(m_referee->violations(), QStringList());
}

void ContractTest::looksUpNumbersAsDescribed()
{
    m_company->setLineType(QStringLiteral("+13125550142"), QStringLiteral("landline"));
    for (const char *number : {"%2B13125550142?Fields=line_type_intelligence", "%2B13125550142", "%2B131255501421234"})
        QCOMPARE(get(QStringLiteral("/v2/PhoneNumbers/%1").arg(QLatin1String(number))).status, 200);
    QCOMPARE(m_referee->exchanges().size(), 3);
    QCOMPARE(m_referee->violations(), QStringList());
}

/// Errors are not in the description; the referee must let them by, or no client could be tested through it.
void ContractTest::passesErrorsThrough()
{
    const Answer refused = post(account(QStringLiteral("Messages.json")), "To=banana&From=%2B15550100200&Body=x");
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.json.value(QLatin1String("code")).toInt(), 21211);
    QVERIFY(m_company->setFault({{QStringLiteral("name"), QStringLiteral("too_many")}}));
    QCOMPARE(
        post(account(QStringLiteral("Messages.json")), "To=%2B13125550142&From=%2B15550100200&Body=x").status, 429);
    QCOMPARE(m_referee->violations(), QStringList());
}

void ContractTest::refusesBadRequests_data()
{
    QTest::addColumn<bool>("isPost");
    QTest::addColumn<QString>("list");
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<int>("status");
    const QString messages = QStringLiteral("Messages.json");
    const QString calls = QStringLiteral("Calls.json");
    const QByteArray good = "To=%2B13125550142&From=%2B15550100200&Body=x";
    const auto with = [&](const char *more) { return QByteArray(good).append(more); };
    QTest::newRow("no To") << true << messages << QByteArray("From=%2B15550100200&Body=x") << 422;
    QTest::newRow("bad service") << true << messages << with("&MessagingServiceSid=MG1") << 422;
    QTest::newRow("bad validity") << true << messages << with("&ValidityPeriod=soon") << 422;
    QTest::newRow("bad enum") << true << messages << with("&ScheduleType=sometimes") << 422;
    QTest::newRow("bad time") << true << messages << with("&SendAt=tomorrow") << 422;
    QTest::newRow("bad status filter") << false << calls << QByteArray("Status=bogus") << 422;
    QTest::newRow("page too large") << false << calls << QByteArray("PageSize=5000") << 422;
    QTest::newRow("bad date") << false << calls << QByteArray("StartTime=garbage") << 422;
    QTest::newRow("bad date after") << false << calls << QByteArray("StartTime%3E=18.10.2019") << 422;
}

void ContractTest::refusesBadRequests()
{
    QFETCH(bool, isPost);
    QFETCH(QString, list);
    QFETCH(QByteArray, words);
    const Answer answer = isPost ? post(account(list), words)
                                 : get(account(QStringLiteral("%1?%2").arg(list, QString::fromLatin1(words))));
    QTEST(answer.status, "status");
    QVERIFY(m_referee->exchanges().last().refused);
    QCOMPARE(m_company->counters().value(QLatin1String("creates_arrived")).toInt(), 0);
}

/// A referee that never blows the whistle would pass everything.
void ContractTest::seesAWrongAnswer()
{
    m_company->textFrom(QStringLiteral("+13125550142"), {}, QStringLiteral("hello"));
    QVERIFY(m_company->setFault({{QStringLiteral("name"), QStringLiteral("bad_enum")}, {QStringLiteral("times"), 1}}));
    QCOMPARE(get(account(QStringLiteral("Messages.json"))).status, 500);
    QVERIFY(!m_referee->violations().isEmpty());
    QVERIFY(m_referee->violations().first().contains(QLatin1String("status")));
}

QTEST_GUILESS_MAIN(ContractTest)
#include "contracttest.moc"
