// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/masking.h"
#include "core/http/networkclient.h"
#include "core/http/wirelog.h"
#include "fakepeer.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::http;

class WireLogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesALineEachWay();
    void bodiesCarryNoSecretNoTextAndNoNumber();
    void saysHowFarAFailedRequestGot();
    void masksAddresses_data();
    void masksAddresses();
    void masksBodies_data();
    void masksBodies();
};

namespace {

QStringList talk(WireLog::Detail detail, const Request &request)
{
    QStringList lines;
    NetworkClient client;
    client.setWireLog(std::make_shared<WireLog>(detail, [&](const QString &line) { lines << line; }));
    bool done = false;
    QObject here;
    client.send(request, &here, [&](const Reply &) { done = true; });
    [&] { QTRY_VERIFY(done); }();
    return lines;
}

Request text(const FakePeer &peer)
{
    Request request;
    request.method = "POST";
    request.url = peer.url(QStringLiteral("/2010-04-01/Messages.json"));
    request.credential = basicCredential(QStringLiteral("127.0.0.1"), "me", "hush");
    request.contentType = "application/x-www-form-urlencoded";
    request.body = "To=%2B15125550142&Body=STOP&ValidityPeriod=900";
    return request;
}

void created(QTcpSocket &socket, const QByteArray &)
{
    FakePeer::answer(socket, "201 Created", R"_({"sid":"SM01","to":"+15125550142","body":"Hello there","status":"queued"})_",
                     "Content-Type: application/json\r\n");
}

} // namespace

void WireLogTest::writesALineEachWay()
{
    FakePeer peer(created);
    const QStringList lines = talk(WireLog::Detail::Lines, text(peer));
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0], QStringLiteral("> 1 POST 127.0.0.1/2010-04-01/Messages.json 46 bytes"));
    QVERIFY2(QRegularExpression(QStringLiteral("^< 1 201 [0-9]+ ms 73 bytes$")).match(lines[1]).hasMatch(),
             qPrintable(lines[1]));
}

void WireLogTest::bodiesCarryNoSecretNoTextAndNoNumber()
{
    FakePeer peer(created);
    const QStringList lines = talk(WireLog::Detail::Bodies, text(peer));
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[1], QStringLiteral("> 1 | To=+1***0142&Body=(4 characters)&ValidityPeriod=(3 characters)"));
    QCOMPARE(lines[3],
             QStringLiteral(R"_(< 1 | {"body":"(11 characters)","sid":"SM01","status":"queued","to":"+1***0142"})_"));
    const QString all = lines.join(u'\n');
    for (const char *secret : {"hush", "5550142", "STOP", "Hello", "Basic"})
        QVERIFY2(!all.contains(QLatin1String(secret)), secret);
    QVERIFY(!all.contains(QString::fromLatin1(QByteArray("me:hush").toBase64())));
}

void WireLogTest::saysHowFarAFailedRequestGot()
{
    FakePeer peer([](QTcpSocket &socket, const QByteArray &) { FakePeer::closeOrderly(socket); });
    QVERIFY(talk(WireLog::Detail::Lines, text(peer)).last().startsWith(QStringLiteral("< 1 may have arrived: ")));
    Request unusable = text(peer);
    unusable.url.setUserInfo(QStringLiteral("me:hush"));
    const QStringList lines = talk(WireLog::Detail::Lines, unusable);
    QCOMPARE(lines.last(), QStringLiteral("< 1 nothing left: address carries user information"));
    QVERIFY(!lines.join(u'\n').contains(QStringLiteral("hush")));
}

void WireLogTest::masksAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *address, const char *shown) {
        QTest::addRow("%s", address) << QString::fromUtf8(address) << QString::fromUtf8(shown);
    };
    row("https://a.example/v1/Calls.json?PageSize=50", "a.example/v1/Calls.json?PageSize=50");
    row("https://a.example/Lookups/+15125550142", "a.example/Lookups/+1***0142");
    row("https://a.example/Lookups/%2B15125550142/x/5125550142", "a.example/Lookups/+1***0142/x/51***0142");
    row("https://a.example/Calls/CA0123456789abcdef0123456789abcdef",
        "a.example/Calls/CA0123456789abcdef0123456789abcdef");
    row("https://a.example/?To=%2B15125550142&token=abc&q=my+name", "a.example/?To=+1***0142&token=(3 characters)"
                                                                    "&q=(7 characters)");
    row("https://me:hush@a.example/", "a.example/");
}

void WireLogTest::masksAddresses()
{
    QFETCH(QString, address);
    QFETCH(QString, shown);
    QCOMPARE(maskedAddress(QUrl(address)), shown);
}

void WireLogTest::masksBodies_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *type, const char *body, const char *shown) {
        QTest::addRow("%s", body) << QByteArray(type) << QByteArray(body) << QString::fromUtf8(shown);
    };
    const auto *json = "application/json";
    row(json, R"_({"access_token":"eyJ0","expires_in":3600})_", R"_({"access_token":"(4 characters)","expires_in":3600})_");
    row(json, R"_({"calls":[{"from":"+1 (512) 555-0142","direction":"inbound"}]})_",
        R"_({"calls":[{"direction":"inbound","from":"+1***0142"}]})_");
    row(json, R"_([15125550142, true, null])_", R"_(["15***0142",true,null])_");
    row(json, R"_({"+15125550142":1})_", R"_({"+1***0142":1})_");
    row(json, R"_({"next_page_uri":"/x?To=+15125550142"})_", R"_({"next_page_uri":"/x?To=+1***0142"})_");
    row(json, R"_({"half":)_", "(application/json, 8 bytes)");
    row("text/html", "<b>Hi +15125550142</b>", "(text/html, 22 bytes)");
    row("", "call me", "(no type, 7 bytes)");
    row("application/x-www-form-urlencoded", "Body=call+me%0A&DateSent=2024-01-02",
        "Body=(8 characters)&DateSent=2024-01-02");
}

void WireLogTest::masksBodies()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QString, shown);
    QCOMPARE(maskedBody(type, body), shown);
}

QTEST_GUILESS_MAIN(WireLogTest)
#include "wirelogtest.moc"
