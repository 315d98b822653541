// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/networkclient.h"
#include "fakepeer.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::http;

namespace {

void hello(QTcpSocket &socket, const QByteArray &) { FakePeer::answer(socket, "200 OK", "hello"); }

Request post(const QUrl &url)
{
    Request request;
    request.url = url;
    request.method = "POST";
    request.body = "Body=hi";
    request.once = true;
    return request;
}

QUrl withHost(QUrl url, const QString &host)
{
    url.setHost(host);
    return url;
}

} // namespace

/// When a failed request is certain not to have left, seen from both ends.
class NothingLeftTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingLeavesWithoutAConnection_data();
    void nothingLeavesWithoutAConnection();
    void nothingLeavesWhenTheCertificateIsNotTrusted_data();
    void nothingLeavesWhenTheCertificateIsNotTrusted();
    void nothingLeavesWhenTheRequestIsUnusable_data();
    void nothingLeavesWhenTheRequestIsUnusable();
    void nothingLeavesTooLate();
    void waitsItsTurnNoLongerThanItsDeadline();
};

void NothingLeftTest::nothingLeavesWithoutAConnection_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QList<ErrorKind>>("kinds");
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    QTest::addRow("refused") << QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(gone.serverPort()))
                             << QList {ErrorKind::Offline};
    // Where no name service answers at all, the name is not found by the time limit.
    QTest::addRow("no such name") << QUrl(QStringLiteral("https://nobody.invalid/"))
                                  << QList {ErrorKind::Offline, ErrorKind::Timeout};
}

void NothingLeftTest::nothingLeavesWithoutAConnection()
{
    QFETCH(QUrl, url);
    QFETCH(QList<ErrorKind>, kinds);
    NetworkClient client;
    Request request = post(url);
    request.connectWithin = 1s;
    std::optional<Reply> reply;
    client.send(request, this, [&](Reply came) { reply = std::move(came); });
    QTRY_VERIFY(reply);
    QVERIFY(!*reply);
    QCOMPARE(reply->error().reach, Reach::NothingLeft);
    QVERIFY2(kinds.contains(reply->error().error.kind), qPrintable(reply->error().error.detail));
}

void NothingLeftTest::nothingLeavesWhenTheCertificateIsNotTrusted_data()
{
    QTest::addColumn<FakePeer::Wire>("wire");
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<QString>("host");
    QTest::addColumn<ErrorKind>("kind");
    const QString own = QStringLiteral("127.0.0.1");
    QTest::addRow("unknown signer") << FakePeer::Wire::Tls << false << own << ErrorKind::Refused;
    QTest::addRow("other name") << FakePeer::Wire::Tls << true << QStringLiteral("127.0.0.2") << ErrorKind::Refused;
    QTest::addRow("not tls at all") << FakePeer::Wire::Plain << true << own << ErrorKind::Refused;
    QTest::addRow("no handshake") << FakePeer::Wire::TlsNeverAnswered << true << own << ErrorKind::Timeout;
}

void NothingLeftTest::nothingLeavesWhenTheCertificateIsNotTrusted()
{
    QFETCH(FakePeer::Wire, wire);
    QFETCH(bool, trusted);
    QFETCH(QString, host);
    QFETCH(ErrorKind, kind);
    FakePeer peer(hello, wire);
    Settings settings;
    if (trusted)
        settings.extraCertificates = FakePeer::certificate();
    NetworkClient client(settings);
    QUrl url = withHost(peer.url(), host);
    url.setScheme(QStringLiteral("https"));
    Request request = post(url);
    request.connectWithin = wire == FakePeer::Wire::Tls ? Duration(5s) : Duration(500ms);
    std::optional<Reply> reply;
    client.send(request, this, [&](Reply came) { reply = std::move(came); });
    if (wire == FakePeer::Wire::Plain) { // a plain server says something that is no handshake
        QTRY_VERIFY(peer.bytesSeen > 0);
        for (auto *socket : peer.findChildren<QTcpSocket *>())
            socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
    }
    QTRY_VERIFY(reply);
    QVERIFY(!*reply);
    QCOMPARE(reply->error().reach, Reach::NothingLeft);
    QCOMPARE(reply->error().error.kind, kind);
    QCOMPARE(peer.arrived.size(), 0);
    if (wire != FakePeer::Wire::Plain)
        QCOMPARE(peer.bytesSeen, 0);
}

void NothingLeftTest::nothingLeavesWhenTheRequestIsUnusable_data()
{
    QTest::addColumn<std::function<void(Request &)>>("spoil");
    const auto row = [](const char *name, std::function<void(Request &)> spoil) { QTest::addRow("%s", name) << spoil; };
    row("user information", [](Request &r) { r.url.setUserInfo(QStringLiteral("me:secret")); });
    row("no host", [](Request &r) { r.url = QUrl(QStringLiteral("http:///x")); });
    row("other scheme", [](Request &r) { r.url.setScheme(QStringLiteral("file")); });
    row("line break in a header", [](Request &r) { r.headers = {{"X-A", "1\r\nX-B: 2"}}; });
    row("line break in a name", [](Request &r) { r.headers = {{"X-A\r\n", "1"}}; });
    row("line break in the method", [](Request &r) { r.method = "GET / HTTP/1.1\r\n"; });
    row("line break in the type", [](Request &r) { r.contentType = "a\r\nb"; });
    row("authorization as a header", [](Request &r) { r.headers = {{"authorization", "Basic x"}}; });
    row("length as a header", [](Request &r) { r.headers = {{"Content-Length", "1"}}; });
    row("credential of another host",
        [](Request &r) { r.credential = basicCredential(QStringLiteral("api.example.com"), "me", "secret"); });
    row("credential of a longer name",
        [](Request &r) { r.credential = basicCredential(QStringLiteral("127.0.0.1.example.com"), "me", "secret"); });
    row("credential in the clear", [](Request &r) {
        r.url = QUrl(QStringLiteral("http://somewhere.invalid/"));
        r.credential = basicCredential(QStringLiteral("somewhere.invalid"), "me", "secret");
    });
    row("no deadline", [](Request &r) { r.deadline = 0ms; });
}

void NothingLeftTest::nothingLeavesWhenTheRequestIsUnusable()
{
    QFETCH(std::function<void(Request &)>, spoil);
    FakePeer peer(hello);
    NetworkClient client;
    Request request = post(peer.url());
    spoil(request);
    std::optional<Reply> reply;
    client.send(request, this, [&](Reply came) { reply = std::move(came); });
    QTRY_VERIFY(reply);
    QVERIFY(!*reply);
    QCOMPARE(reply->error().error.kind, ErrorKind::Unusable);
    QCOMPARE(reply->error().reach, Reach::NothingLeft);
    QVERIFY(!reply->error().error.detail.contains(QStringLiteral("secret")));
    QCOMPARE(peer.connections, 0);
}

void NothingLeftTest::nothingLeavesTooLate()
{
    FakePeer peer(hello, FakePeer::Wire::Tls);
    peer.handshakeDelayMs = 200;
    Settings settings;
    settings.extraCertificates = FakePeer::certificate();
    NetworkClient client(settings);
    Request request = post(peer.url());
    request.leaveWithin = 50ms;
    std::optional<Reply> reply;
    client.send(request, this, [&](Reply came) { reply = std::move(came); });
    QTRY_VERIFY(reply);
    QVERIFY(!*reply);
    QCOMPARE(reply->error().reach, Reach::NothingLeft);
    QCOMPARE(reply->error().error, (Error {ErrorKind::Timeout, QStringLiteral("too late to leave")}));
    QTRY_COMPARE(peer.open, 0);
    QCOMPARE(peer.bytesSeen, 0);
}

void NothingLeftTest::waitsItsTurnNoLongerThanItsDeadline()
{
    FakePeer peer([](QTcpSocket &, const QByteArray &) {});
    Settings settings;
    settings.connections = 1;
    settings.connectionsWhenSlow = 1;
    NetworkClient client(settings);
    Request first = post(peer.url());
    first.method = "PUT";
    client.send(first, this, [](const Reply &) {});
    Request request = post(peer.url());
    request.deadline = 200ms;
    std::optional<Reply> reply;
    client.send(request, this, [&](Reply came) { reply = std::move(came); });
    QTRY_VERIFY(reply);
    QVERIFY(!*reply);
    QCOMPARE(reply->error().error.kind, ErrorKind::Timeout);
    QCOMPARE(reply->error().reach, Reach::NothingLeft);
    QCOMPARE(peer.arrivals("POST"), 0);
}

QTEST_GUILESS_MAIN(NothingLeftTest)
#include "nothinglefttest.moc"
