// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/networkclient.h"
#include "fakepeer.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using namespace deskbell;
using namespace deskbell::http;

namespace {

void nobody(QTcpSocket &, const QByteArray &) {}

void hello(QTcpSocket &socket, const QByteArray &) { FakePeer::answer(socket, "200 OK", "hello"); }

Request get(const QUrl &url)
{
    Request request;
    request.url = url;
    return request;
}

Request post(const QUrl &url)
{
    Request request = get(url);
    request.method = "POST";
    request.body = "Body=hi";
    request.once = true;
    return request;
}

} // namespace

class ClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sendsExactlyWhatWasAsked();
    void handsBackTheBytesOfAnyAnswer();
    void answersNeverInsideSend();
    void aDrippingAnswerEndsAtTheDeadline();
    void aSilentAnswerEndsAtTheIdleLimit();
    void asksTheProxyForOtherMachinesOnly();
    void anEndlessAnswerIsCutOff_data();
    void anEndlessAnswerIsCutOff();
    void keepsConnectionsFewWhileTheHostIsQuick();
    void opensMoreConnectionsToASlowHost();
    void forgetsWhoeverHasGone();
    void callsEverybodyOnceOnTheWayOut();
    void aCallbackMayDestroyTheClient();
    void aCallbackMaySendAgain();
};

void ClientTest::sendsExactlyWhatWasAsked()
{
    FakePeer peer(hello);
    Settings settings;
    settings.userAgent = "test/1";
    NetworkClient client(settings);
    Request request = post(peer.url(QStringLiteral("/a/../b%2Fc?x=%2B1&y= z")));
    request.method = "REPORT";
    request.contentType = "text/xml";
    request.headers = {{"Depth", "1"}, {"X-Empty", ""}};
    request.credential = bearerCredential(QStringLiteral("127.0.0.1"), "token");
    bool done = false;
    client.send(request, this, [&](const Reply &) { done = true; });
    QTRY_VERIFY(done);

    const QList<QByteArray> lines = peer.arrived.value(0).replace("\r\n", "\n").split('\n');
    QCOMPARE(lines.first(), "REPORT /a/../b%2Fc?x=%2B1&y=%20z HTTP/1.1");
    QCOMPARE(lines.last(), "Body=hi");
    for (const char *line : {"Depth: 1", "X-Empty:", "Content-Type: text/xml", "Authorization: Bearer token",
                             "Content-Length: 7", "User-Agent: test/1"})
        QVERIFY2(lines.contains(line), line);
    QCOMPARE(peer.arrived.value(0).count("Content-Type"), 1);
    QVERIFY(!peer.arrived.value(0).contains("Expect"));
}

void ClientTest::handsBackTheBytesOfAnyAnswer()
{
    FakePeer peer([](QTcpSocket &socket, const QByteArray &) {
        socket.write("HTTP/1.1 100 Continue\r\nX-Not: this\r\n\r\n");
        FakePeer::answer(socket, "503 Busy", "<html>\0not json",
                         "Retry-After: 7\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Encoding: gzip\r\n");
    });
    NetworkClient client;
    std::optional<Reply> reply;
    client.send(get(peer.url()), this, [&](Reply came) { reply = std::move(came); });
    QTRY_VERIFY(reply);
    QVERIFY(*reply);
    QCOMPARE((*reply)->status, 503);
    QCOMPARE((*reply)->body, "<html>\0not json");
    QCOMPARE((*reply)->header("RETRY-AFTER"), "7");
    QCOMPARE((*reply)->retryAfter(), std::optional<Duration>(7s));
    QCOMPARE((*reply)->date().utc(), QDateTime({1994, 11, 6}, {8, 49, 37}, Qt::UTC));
    QVERIFY((*reply)->header("X-Not").isEmpty());
}

void ClientTest::answersNeverInsideSend()
{
    NetworkClient client;
    int calls = 0;
    client.send(get(QUrl(QStringLiteral("ftp://127.0.0.1/"))), this, [&](const Reply &) { ++calls; });
    QCOMPARE(calls, 0);
    QTRY_COMPARE(calls, 1);
}

void ClientTest::aDrippingAnswerEndsAtTheDeadline()
{
    FakePeer peer([](QTcpSocket &socket, const QByteArray &) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
        auto *drip = new QTimer(&socket);
        connect(drip, &QTimer::timeout, &socket, [&socket] { socket.write("."); });
        drip->start(10);
    });
    NetworkClient client;
    Request request = get(peer.url());
    request.deadline = 400ms;
    std::optional<Reply> reply;
    QElapsedTimer watch;
    watch.start();
    client.send(request, this, [&](Reply came) { reply = std::move(came); });
    QTRY_VERIFY(reply);
    QVERIFY(!*reply);
    QCOMPARE(reply->error().error.kind, ErrorKind::Timeout);
    QCOMPARE(reply->error().status, 200);
    QVERIFY(!reply->error().body.isEmpty());
    QVERIFY(watch.elapsed() >= 390);
}

void ClientTest::aSilentAnswerEndsAtTheIdleLimit()
{
    FakePeer peer(nobody);
    NetworkClient client;
    Request request = get(peer.url());
    request.deadline = 60s;
    request.idle = 1s;
    std::optional<Reply> reply;
    client.send(request, this, [&](Reply came) { reply = std::move(came); });
    QTRY_VERIFY_WITH_TIMEOUT(reply, 20000);
    QVERIFY(!*reply);
    QCOMPARE(reply->error().error.kind, ErrorKind::Timeout);
    QCOMPARE(reply->error().reach, Reach::MayHaveArrived);
}

void ClientTest::anEndlessAnswerIsCutOff_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("flood");
    QTest::addRow("length said") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n")
                                 << QByteArray(1000, 'x');
    QTest::addRow("chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                            << "3e8\r\n" + QByteArray(1000, 'x') + "\r\n";
    QTest::addRow("until closed") << QByteArray("HTTP/1.1 200 OK\r\n\r\n") << QByteArray(1000, 'x');
    QTest::addRow("headers") << QByteArray("HTTP/1.1 200 OK\r\n") << "X-More: " + QByteArray(1000, 'x') + "\r\n";
}

void ClientTest::anEndlessAnswerIsCutOff()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, flood);
    FakePeer peer([&](QTcpSocket &socket, const QByteArray &) {
        socket.write(head);
        auto *more = new QTimer(&socket);
        connect(more, &QTimer::timeout, &socket, [&] { socket.write(flood.repeated(10)); });
        connect(&socket, &QTcpSocket::disconnected, more, &QTimer::stop);
        more->start(0);
    });
    NetworkClient client;
    Request request = get(peer.url());
    request.maxBody = 5000;
    std::optional<Reply> reply;
    client.send(request, this, [&](Reply came) { reply = std::move(came); });
    QTRY_VERIFY(reply);
    QVERIFY(!*reply);
    QCOMPARE(reply->error().error.kind, ErrorKind::Malformed);
    QCOMPARE(reply->error().reach, Reach::MayHaveArrived);
    QVERIFY(reply->error().body.size() <= 5000);
    QTRY_COMPARE(peer.open, 0);
}

void ClientTest::asksTheProxyForOtherMachinesOnly()
{
    FakePeer proxy([](QTcpSocket &socket, const QByteArray &request) {
        FakePeer::answer(socket, request.startsWith("CONNECT") ? "403 Forbidden" : "200 OK", "by proxy");
    });
    const auto restore = qScopeGuard([] {
        qunsetenv("http_proxy");
        qunsetenv("https_proxy");
    });
    qputenv("http_proxy", proxy.url().toEncoded());
    qputenv("https_proxy", proxy.url().toEncoded());
    FakePeer peer(hello);
    NetworkClient client;
    QHash<QString, Reply> replies;
    for (const QUrl &url : {peer.url(), QUrl(QStringLiteral("http://somewhere.invalid/")),
                            QUrl(QStringLiteral("https://somewhere.invalid/"))}) {
        const QString key = url.scheme() + url.host();
        client.send(get(url), this, [&replies, key](Reply reply) { replies.insert(key, std::move(reply)); });
    }
    QTRY_COMPARE(replies.size(), 3);
    QCOMPARE(replies[QStringLiteral("http127.0.0.1")]->body, "hello");
    QCOMPARE(replies[QStringLiteral("httpsomewhere.invalid")]->body, "by proxy");
    const Reply &refused = replies[QStringLiteral("httpssomewhere.invalid")];
    QVERIFY(!refused);
    QCOMPARE(refused.error().reach, Reach::NothingLeft);
}

void ClientTest::keepsConnectionsFewWhileTheHostIsQuick()
{
    FakePeer peer(hello);
    Settings settings;
    settings.connections = 3;
    settings.slowAnswer = 1h; // a busy machine does not make this host slow
    NetworkClient client(settings);
    int answered = 0;
    for (int i = 0; i < 100; ++i)
        client.send(get(peer.url()), this, [&](const Reply &reply) { answered += reply ? 1 : 0; });
    QTRY_COMPARE(answered, 100);
    QCOMPARE(peer.connections, 3);
}

void ClientTest::opensMoreConnectionsToASlowHost()
{
    QList<QTcpSocket *> held;
    FakePeer peer([&](QTcpSocket &socket, const QByteArray &) {
        held << &socket;
        if (held.size() < 50)
            return;
        for (auto *one : held)
            FakePeer::answer(*one, "200 OK", "at last");
    });
    Settings settings;
    settings.connections = 3;
    settings.connectionsWhenSlow = 50;
    NetworkClient client(settings);
    int answered = 0;
    for (int i = 0; i < 50; ++i)
        client.send(get(peer.url()), this, [&](const Reply &reply) { answered += reply ? 1 : 0; });
    QTRY_COMPARE(answered, 50);
    QCOMPARE(peer.connections, 50);
}

void ClientTest::forgetsWhoeverHasGone()
{
    FakePeer peer([](QTcpSocket &socket, const QByteArray &request) {
        if (request.contains("/quick"))
            FakePeer::answer(socket, "200 OK", {});
    });
    Settings settings;
    settings.connections = 1;
    settings.connectionsWhenSlow = 1;
    NetworkClient client(settings);
    auto owner = std::make_unique<QObject>();
    int calls = 0;
    client.send(post(peer.url()), owner.get(), [&](const Reply &) { ++calls; });
    client.send(post(peer.url()), owner.get(), [&](const Reply &) { ++calls; });
    bool quickDone = false;
    client.send(get(peer.url(QStringLiteral("/quick"))), this, [&](const Reply &reply) { quickDone = bool(reply); });
    QTRY_COMPARE(peer.arrived.size(), 1);
    owner.reset();
    QTRY_VERIFY(quickDone); // the only connection was given up, and the second POST never left
    QCOMPARE(peer.arrivals("POST"), 1);
    QCOMPARE(calls, 0);
}

void ClientTest::callsEverybodyOnceOnTheWayOut()
{
    FakePeer peer(nobody);
    Settings settings;
    settings.connections = 1;
    settings.connectionsWhenSlow = 1;
    auto client = std::make_unique<NetworkClient>(settings);
    QList<Reach> reached;
    const auto note = [&](const Reply &reply) { reached << reply.error().reach; };
    client->send(post(peer.url()), this, note);
    QTRY_COMPARE(peer.arrived.size(), 1);
    client->send(post(peer.url()), this, note);
    client->send(get(QUrl(QStringLiteral("ftp://127.0.0.1/"))), this, note);
    client.reset();
    std::sort(reached.begin(), reached.end());
    QCOMPARE(reached, (QList {Reach::NothingLeft, Reach::NothingLeft, Reach::MayHaveArrived}));
}

void ClientTest::aCallbackMayDestroyTheClient()
{
    FakePeer peer(hello);
    auto *client = new NetworkClient;
    int calls = 0;
    for (int i = 0; i < 20; ++i) {
        client->send(get(peer.url()), this, [&](const Reply &) {
            ++calls;
            delete std::exchange(client, nullptr);
        });
    }
    QTRY_COMPARE(calls, 20);
    QVERIFY(!client);
}

void ClientTest::aCallbackMaySendAgain()
{
    FakePeer peer(hello);
    NetworkClient client;
    int calls = 0;
    std::function<void(Reply)> again = [&](const Reply &) {
        if (++calls < 10)
            client.send(get(peer.url()), this, again);
    };
    client.send(get(peer.url()), this, again);
    QTRY_COMPARE(calls, 10);
    QCOMPARE(peer.connections, 1);
}

QTEST_GUILESS_MAIN(ClientTest)
#include "clienttest.moc"
