// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/rawclient.h"

#include <QSignalSpy>
#include <QTest>

using namespace deskbell::sandbox;

namespace {

const QString handset = QStringLiteral("+13125550142");
const QByteArray handsetBytes = "+13125550142";

} // namespace

class CreateTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void answersCreatedAndDelivers();
    void refusesByCode_data();
    void refusesByCode();
    void letsALandlineTextFailLater();
    void refusesALandlineAtOnceWhenSetSo();
    void obeysOnlyTheSingleWord_data();
    void obeysOnlyTheSingleWord();
    void opensAgainAfterStart();
    void countsSegments_data();
    void countsSegments();
    void choosesTheSenderOfAServiceLater();
    void failsFreeWordsOnWhatsAppOutsideTheWindow();
    void cancelsWhatHasNotLeft();
    void letsAStuckTextExpire();
    void keepsOddTextAsItIs();
    void asksForAKey_data();
    void asksForAKey();
    void letsOnlyTheConfiguredKeyIn();

private:
    RawAnswer createForm(const QByteArray& form);
    QString statusOf(const QString& sid);

    std::unique_ptr<PhoneCompany> m_company;
    std::unique_ptr<RawClient> m_client;
};

void CreateTest::init()
{
    m_client.reset();
    m_company = quickCompany();
    m_client = std::make_unique<RawClient>(*m_company);
}

RawAnswer CreateTest::createForm(const QByteArray& form)
{
    return m_client->post(
        QByteArray("/2010-04-01/Accounts/").append(m_client->account()).append("/Messages.json"), form);
}

QString CreateTest::statusOf(const QString& sid)
{
    const RawAnswer answer = m_client->list(QByteArray("Messages/").append(sid.toUtf8()));
    const QJsonValue code = answer.json.value(QLatin1String("error_code"));
    const QString status = answer.json.value(QLatin1String("status")).toString();
    return code.isNull() ? status : QStringLiteral("%1 %2").arg(status).arg(code.toInt());
}

void CreateTest::answersCreatedAndDelivers()
{
    QSignalSpy reached(m_company.get(), &PhoneCompany::textReached);
    const RawAnswer answer = m_client->create(handsetBytes, "Sorry we missed you");
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.json.value(QLatin1String("status")).toString(), QStringLiteral("queued"));
    QCOMPARE(answer.json.value(QLatin1String("direction")).toString(), QStringLiteral("outbound-api"));
    QVERIFY(answer.json.value(QLatin1String("date_sent")).isNull());
    const QString sid = answer.json.value(QLatin1String("sid")).toString();
    QVERIFY(sid.startsWith(QLatin1String("SM")) && sid.size() == 34);
    QTRY_COMPARE(statusOf(sid), QStringLiteral("delivered"));
    QCOMPARE(reached.size(), 1);
    QCOMPARE(reached.first(), (QVariantList{handset, QStringLiteral("Sorry we missed you"), sid}));
    const auto texts = m_company->handsetTexts(handset);
    QCOMPARE(texts.size(), 1);
    QVERIFY(!texts.first().mine && !texts.first().fromCompany);
}

void CreateTest::refusesByCode_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<int>("code");
    const QByteArray from = "&From=%2B15550100200";
    QTest::newRow("no To") << QByteArray("Body=x").append(from) << 21604;
    QTest::newRow("no From") << QByteArray("To=%2B13125550142&Body=x") << 21603;
    QTest::newRow("no Body") << QByteArray("To=%2B13125550142").append(from) << 21602;
    QTest::newRow("word as To") << QByteArray("To=banana&Body=x").append(from) << 21211;
    QTest::newRow("plus not encoded") << QByteArray("To=+13125550142&Body=x").append(from) << 21211;
    QTest::newRow("short American number") << QByteArray("To=%2B1312555014&Body=x").append(from) << 21211;
    QTest::newRow("to itself") << QByteArray("To=%2B15550100200&Body=x").append(from) << 21211;
    QTest::newRow("bad From") << QByteArray("To=%2B13125550142&Body=x&From=shop") << 21212;
    QTest::newRow("magic invalid") << QByteArray("To=%2B15005550001&Body=x").append(from) << 21211;
    QTest::newRow("magic unreachable") << QByteArray("To=%2B15005550007&Body=x").append(from) << 21612;
    QTest::newRow("channels differ") << QByteArray("To=whatsapp:%2B13125550142&Body=x").append(from) << 21910;
    QTest::newRow("1601 characters")
        << QByteArray("To=%2B13125550142&Body=").append(QByteArray("%C3%A4").repeated(1601)).append(from) << 21617;
}

void CreateTest::refusesByCode()
{
    QFETCH(QByteArray, form);
    QFETCH(int, code);
    const RawAnswer answer = createForm(form);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json.value(QLatin1String("code")).toInt(), code);
    QCOMPARE(answer.json.value(QLatin1String("status")).toInt(), 400);
    QCOMPARE(answer.json.value(QLatin1String("more_info")).toString(),
        QStringLiteral("https://www.twilio.com/docs/errors/%1").arg(code));
    QCOMPARE(m_company->counters().value(QLatin1String("creates_arrived")).toInt(), 1);
    QCOMPARE(m_company->counters().value(QLatin1String("messages_accepted")).toInt(), 0);
}

void CreateTest::letsALandlineTextFailLater()
{
    m_company->setLineType(handset, QStringLiteral("landline"));
    const RawAnswer answer = m_client->create(handsetBytes, "hello");
    QCOMPARE(answer.status, 201);
    QTRY_COMPARE(statusOf(answer.json.value(QLatin1String("sid")).toString()), QStringLiteral("undelivered 30006"));
    QVERIFY(m_company->handsetTexts(handset).isEmpty());
}

void CreateTest::refusesALandlineAtOnceWhenSetSo()
{
    Settings settings;
    settings.refuseLandlines = true;
    const auto company = quickCompany(settings);
    RawClient client(*company);
    company->setLineType(handset, QStringLiteral("landline"));
    QCOMPARE(client.create(handsetBytes, "hello").json.value(QLatin1String("code")).toInt(), 21614);
}

void CreateTest::obeysOnlyTheSingleWord_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("stops");
    for (const char* word :
        {"STOP", "stop", " Stop\n", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"})
        QTest::addRow("%s", word) << QString::fromLatin1(word) << true;
    for (const char* words : {"STOP PLEASE", "please stop", "STOP.", "", "STOPP"})
        QTest::addRow("'%s' is no command", words) << QString::fromLatin1(words) << false;
}

void CreateTest::obeysOnlyTheSingleWord()
{
    QFETCH(QString, body);
    QFETCH(bool, stops);
    m_company->textFrom(handset, {}, body);
    const RawAnswer answer = m_client->create(handsetBytes, "hello");
    QCOMPARE(answer.status, stops ? 400 : 201);
    QCOMPARE(answer.json.value(QLatin1String("code")).toInt(), stops ? 21610 : 0);
    // The shop sees what was written either way, and never the company's own confirmation.
    const QJsonArray list =
        m_client->list("Messages", "To=%2B15550100200").json.value(QLatin1String("messages")).toArray();
    QCOMPARE(list.size(), 1);
    QCOMPARE(list.first().toObject().value(QLatin1String("body")).toString(), body);
    const auto texts = m_company->handsetTexts(handset);
    QCOMPARE(texts.size() > 1 && texts.at(1).fromCompany, stops);
}

void CreateTest::opensAgainAfterStart()
{
    m_company->textFrom(handset, {}, QStringLiteral("STOP"));
    QCOMPARE(m_client->create(handsetBytes, "hello").status, 400);
    QCOMPARE(m_client->create(handsetBytes, "hello", "+15550100201").status, 201); // per sender
    m_company->textFrom(handset, {}, QStringLiteral("Start"));
    QCOMPARE(m_client->create(handsetBytes, "hello").status, 201);
}

void CreateTest::countsSegments_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("segments");
    const QChar a = u'a';
    QTest::newRow("160 plain") << QString(160, a) << QStringLiteral("1");
    QTest::newRow("161 plain") << QString(161, a) << QStringLiteral("2");
    QTest::newRow("307 plain") << QString(307, a) << QStringLiteral("3");
    QTest::newRow("euro takes two") << QStringLiteral("\u20ac").append(QString(159, a)) << QStringLiteral("2");
    QTest::newRow("umlauts are in the alphabet") << QString(160, QChar(0xfc)) << QStringLiteral("1");
    QTest::newRow("one curly quote makes it 70")
        << QStringLiteral("\u2019").append(QString(70, a)) << QStringLiteral("2");
    QTest::newRow("backtick is not in it") << QStringLiteral("`").append(QString(70, a)) << QStringLiteral("2");
}

void CreateTest::countsSegments()
{
    QFETCH(QString, body);
    const RawAnswer answer = m_client->create(handsetBytes, body.toUtf8());
    QTEST(answer.json.value(QLatin1String("num_segments")).toString(), "segments");
}

void CreateTest::choosesTheSenderOfAServiceLater()
{
    const RawAnswer answer =
        createForm("To=%2B13125550142&Body=x&MessagingServiceSid=MG00000000000000000000000000000001");
    QCOMPARE(answer.status, 201);
    QVERIFY(answer.json.value(QLatin1String("from")).isNull());
    QCOMPARE(answer.json.value(QLatin1String("status")).toString(), QStringLiteral("accepted"));
    QCOMPARE(answer.json.value(QLatin1String("num_segments")).toString(), QStringLiteral("0"));
    QTRY_COMPARE(
        m_client->list("Messages", "From=%2B15550100200").json.value(QLatin1String("messages")).toArray().size(), 1);
}

void CreateTest::failsFreeWordsOnWhatsAppOutsideTheWindow()
{
    const auto send = [this](const QByteArray& words) {
        return createForm(QByteArray("To=whatsapp:%2B13125550142&From=whatsapp:%2B15550100200&").append(words))
            .json.value(QLatin1String("sid"))
            .toString();
    };
    const QString free = send("Body=x");
    QTRY_COMPARE(statusOf(free), QStringLiteral("undelivered 63016"));
    const QString approved = send("ContentSid=HX00000000000000000000000000000001");
    QTRY_COMPARE(statusOf(approved), QStringLiteral("delivered"));
    m_company->textFrom(
        QStringLiteral("whatsapp:+13125550142"), QStringLiteral("whatsapp:+15550100200"), QStringLiteral("hi"));
    const QString inside = send("Body=x");
    QTRY_COMPARE(statusOf(inside), QStringLiteral("delivered"));
}

void CreateTest::cancelsWhatHasNotLeft()
{
    QVERIFY(m_company->setFault({{QStringLiteral("name"), QStringLiteral("stuck")}, {QStringLiteral("times"), 1}}));
    const QString stuck = m_client->create(handsetBytes, "x").json.value(QLatin1String("sid")).toString();
    const auto cancel = [this](const QString& sid) {
        return m_client->post(QByteArray("/2010-04-01/Accounts/")
                                  .append(m_client->account())
                                  .append("/Messages/")
                                  .append(sid.toUtf8())
                                  .append(".json"),
            "Status=canceled");
    };
    QCOMPARE(cancel(stuck).json.value(QLatin1String("status")).toString(), QStringLiteral("canceled"));
    const QString gone = m_client->create(handsetBytes, "y").json.value(QLatin1String("sid")).toString();
    QTRY_COMPARE(statusOf(gone), QStringLiteral("delivered"));
    QCOMPARE(cancel(gone).status, 400);
}

void CreateTest::letsAStuckTextExpire()
{
    QVERIFY(m_company->setFault({{QStringLiteral("name"), QStringLiteral("stuck")}}));
    const RawAnswer answer = createForm("To=%2B13125550142&From=%2B15550100200&Body=x&ValidityPeriod=60");
    QTRY_COMPARE(statusOf(answer.json.value(QLatin1String("sid")).toString()), QStringLiteral("undelivered 30036"));
}

void CreateTest::keepsOddTextAsItIs()
{
    const QString odd = QStringLiteral("\"quoted\" \\ \n\t\r \u0001 \u20ac \U0001F600 </script> & = + %41");
    const RawAnswer answer = m_client->create(handsetBytes, odd.toUtf8());
    QCOMPARE(answer.json.value(QLatin1String("body")).toString(), odd);
    QTRY_COMPARE(m_company->handsetTexts(handset).size(), 1);
    QCOMPARE(m_company->handsetTexts(handset).first().body, odd);
    const RawAnswer broken = createForm("To=%2B13125550142&From=%2B15550100200&Body=a%FFb");
    QCOMPARE(broken.json.value(QLatin1String("body")).toString(), QStringLiteral("a\ufffdb"));
}

void CreateTest::asksForAKey_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("bearer") << QByteArray("Bearer abc");
    QTest::newRow("no password") << QByteArray("Basic ").append(QByteArray("SKdemo:").toBase64());
    QTest::newRow("no user") << QByteArray("Basic ").append(QByteArray(":secret").toBase64());
    QTest::newRow("no colon") << QByteArray("Basic ").append(QByteArray("SKdemo").toBase64());
    QTest::newRow("not base64") << QByteArray("Basic ?????");
}

void CreateTest::asksForAKey()
{
    QFETCH(QByteArray, authorization);
    m_client->authorization = authorization;
    const RawAnswer answer = m_client->create(handsetBytes, "x");
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.json.value(QLatin1String("code")).toInt(), 20003);
    QCOMPARE(m_company->counters().value(QLatin1String("messages_accepted")).toInt(), 0);
}

void CreateTest::letsOnlyTheConfiguredKeyIn()
{
    Settings settings;
    settings.apiKey = "SKshop:right";
    const auto company = quickCompany(settings);
    RawClient client(*company);
    QCOMPARE(client.list("Messages").status, 401);
    client.authorization = QByteArray("Basic ").append(settings.apiKey.toBase64());
    QCOMPARE(client.list("Messages").status, 200);
    QCOMPARE(client.get("/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages.json").status, 401);
}

QTEST_GUILESS_MAIN(CreateTest)
#include "createtest.moc"
