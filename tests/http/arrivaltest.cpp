// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/networkclient.h"
#include "fakepeer.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::http;

namespace {

enum class Ending { Orderly, Reset };

void end(QTcpSocket &socket, Ending how)
{
    if (how == Ending::Orderly)
        FakePeer::closeOrderly(socket);
    else
        FakePeer::reset(socket);
}

Settings trusting()
{
    Settings settings;
    settings.extraCertificates = FakePeer::certificate();
    return settings;
}

Request post(const QUrl &url, const QByteArray &body)
{
    Request request;
    request.method = "POST";
    request.url = url;
    request.body = body;
    request.contentType = "application/x-www-form-urlencoded";
    request.once = true;
    return request;
}

} // namespace

/// How often one request reaches the other side, counted there: the promise everything above stands on.
class ArrivalTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void arrivesOnceWhenClosedWithoutAnAnswer_data();
    void arrivesOnceWhenClosedWithoutAnAnswer();
    void aRequestThatMayRepeatIsTriedOnceMore();
    void arrivesOnceWhenTheAnswerIsCut_data();
    void arrivesOnceWhenTheAnswerIsCut();
    void arrivesOnceWhenNobodyAnswers();
    void arrivesOnceWhenAnsweredTooLate();
    void arrivesOnceWhenSentElsewhere();
    void arrivesOnKeptConnectionsThatTheOtherSideHasClosed();
    void aBurstArrivesWholeAndOnce_data();
    void aBurstArrivesWholeAndOnce();

private:
    std::unique_ptr<NetworkClient> m_client;
    QList<Reply> m_replies;

    void send(Request request);
    void warmUp(FakePeer &peer);
    void settle(FakePeer &peer);

private Q_SLOTS:
    void init();
};

void ArrivalTest::init()
{
    m_replies.clear();
    m_client = std::make_unique<NetworkClient>(trusting());
}

void ArrivalTest::send(Request request)
{
    m_client->send(std::move(request), this, [this](Reply reply) { m_replies << std::move(reply); });
}

void ArrivalTest::warmUp(FakePeer &peer)
{
    Request hello;
    hello.url = peer.url(QStringLiteral("/hello"));
    send(hello);
    QTRY_COMPARE(m_replies.size(), 1);
    QCOMPARE(m_replies.takeFirst()->status, 200);
}

// The client is gone and the peer has read every connection to its end: whatever was sent has been counted.
void ArrivalTest::settle(FakePeer &peer)
{
    m_client.reset();
    QTRY_COMPARE(peer.open, 0);
}

void ArrivalTest::arrivesOnceWhenClosedWithoutAnAnswer_data()
{
    QTest::addColumn<FakePeer::Wire>("wire");
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<bool>("kept");
    QTest::addColumn<QByteArray>("body");
    for (const auto wire : {FakePeer::Wire::Plain, FakePeer::Wire::Tls}) {
        for (const auto ending : {Ending::Orderly, Ending::Reset}) {
            for (const bool kept : {false, true}) {
                for (const QByteArray &body : {QByteArray(), QByteArray("Body=hi"), QByteArray(200000, 'x')}) {
                    QTest::addRow("%s, %s, %s connection, %d bytes", wire == FakePeer::Wire::Plain ? "plain" : "tls",
                                  ending == Ending::Orderly ? "closed" : "reset", kept ? "kept" : "fresh",
                                  int(body.size()))
                        << wire << ending << kept << body;
                }
            }
        }
    }
}

void ArrivalTest::arrivesOnceWhenClosedWithoutAnAnswer()
{
    QFETCH(FakePeer::Wire, wire);
    QFETCH(Ending, ending);
    QFETCH(bool, kept);
    QFETCH(QByteArray, body);
    FakePeer peer(
        [&](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("GET"))
                FakePeer::answer(socket, "200 OK", "hello");
            else
                end(socket, ending);
        },
        wire);
    if (kept)
        warmUp(peer);

    send(post(peer.url(), body));
    QTRY_COMPARE(m_replies.size(), 1);
    QVERIFY(!m_replies.first());
    QCOMPARE(m_replies.first().error().reach, Reach::MayHaveArrived);
    settle(peer);
    QCOMPARE(peer.arrivals("POST"), 1);
    QCOMPARE(m_replies.size(), 1);
}

// Not a promise worth keeping for its own sake: it shows that the peer above can count to two.
void ArrivalTest::aRequestThatMayRepeatIsTriedOnceMore()
{
    FakePeer peer([](QTcpSocket &socket, const QByteArray &request) {
        if (request.startsWith("GET"))
            FakePeer::answer(socket, "200 OK", "hello");
        else
            FakePeer::closeOrderly(socket);
    });
    warmUp(peer);
    Request request = post(peer.url(), "Body=hi");
    request.once = false;
    send(request);
    QTRY_COMPARE(m_replies.size(), 1);
    QVERIFY(!m_replies.first());
    settle(peer);
    QCOMPARE(peer.arrivals("POST"), 2);
}

void ArrivalTest::arrivesOnceWhenTheAnswerIsCut_data()
{
    QTest::addColumn<QByteArray>("wording");
    QTest::addColumn<int>("status");
    QTest::addRow("in the status line") << QByteArray("HTTP/1.1 20") << 0;
    QTest::addRow("in the headers") << QByteArray("HTTP/1.1 201 Created\r\nContent-Le") << 201;
    QTest::addRow("in the body") << QByteArray("HTTP/1.1 201 Created\r\nContent-Length: 90\r\n\r\n{\"sid\":") << 201;
    QTest::addRow("in a chunk")
        << QByteArray("HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n90\r\n{\"sid\":") << 201;
    QTest::addRow("before it is http") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << 0;
}

void ArrivalTest::arrivesOnceWhenTheAnswerIsCut()
{
    QFETCH(QByteArray, wording);
    QFETCH(int, status);
    FakePeer peer([&](QTcpSocket &socket, const QByteArray &) {
        socket.write(wording);
        FakePeer::closeOrderly(socket);
    });
    send(post(peer.url(), "Body=hi"));
    QTRY_COMPARE(m_replies.size(), 1);
    QVERIFY2(!m_replies.first(), "half an answer was taken for a whole one");
    const Trouble trouble = m_replies.first().error();
    QCOMPARE(trouble.reach, Reach::MayHaveArrived);
    QCOMPARE(trouble.error.kind, ErrorKind::Malformed);
    QCOMPARE(trouble.status, status);
    settle(peer);
    QCOMPARE(peer.arrivals("POST"), 1);
}

void ArrivalTest::arrivesOnceWhenNobodyAnswers()
{
    FakePeer peer([](QTcpSocket &, const QByteArray &) {});
    Request request = post(peer.url(), "Body=hi");
    request.deadline = 300ms;
    send(request);
    QTRY_COMPARE(m_replies.size(), 1);
    QCOMPARE(m_replies.first().error().error.kind, ErrorKind::Timeout);
    QCOMPARE(m_replies.first().error().reach, Reach::MayHaveArrived);
    settle(peer);
    QCOMPARE(peer.arrivals("POST"), 1);
}

void ArrivalTest::arrivesOnceWhenAnsweredTooLate()
{
    QList<QPointer<QTcpSocket>> held;
    FakePeer peer([&](QTcpSocket &socket, const QByteArray &) { held << &socket; });
    Request request = post(peer.url(), "Body=hi");
    request.deadline = 200ms;
    send(request);
    QTRY_COMPARE(m_replies.size(), 1);
    for (const auto &socket : held) {
        if (socket)
            FakePeer::answer(*socket, "201 Created", "{}");
    }
    settle(peer);
    QCOMPARE(peer.arrivals("POST"), 1);
    QCOMPARE(m_replies.size(), 1);
}

void ArrivalTest::arrivesOnceWhenSentElsewhere()
{
    FakePeer other([](QTcpSocket &socket, const QByteArray &) { FakePeer::answer(socket, "200 OK", "caught"); });
    FakePeer peer([&](QTcpSocket &socket, const QByteArray &) {
        FakePeer::answer(socket, "307 Temporary Redirect", {}, "Location: " + other.url().toEncoded() + "\r\n");
    });
    Request request = post(peer.url(), "Body=hi");
    request.credential = basicCredential(QStringLiteral("127.0.0.1"), "me", "secret");
    send(request);
    QTRY_COMPARE(m_replies.size(), 1);
    QVERIFY(m_replies.first());
    QCOMPARE(m_replies.first()->status, 307);
    QCOMPARE(m_replies.first()->header("location"), other.url().toEncoded());
    settle(peer);
    QCOMPARE(peer.arrivals("POST"), 1);
    QCOMPARE(other.connections, 0);
}

void ArrivalTest::arrivesOnKeptConnectionsThatTheOtherSideHasClosed()
{
    QList<QPointer<QTcpSocket>> kept;
    FakePeer peer([&](QTcpSocket &socket, const QByteArray &) {
        FakePeer::answer(socket, "200 OK", "hello");
        kept << &socket;
    });
    warmUp(peer);
    FakePeer::closeOrderly(*kept.first());
    QTRY_COMPARE(peer.open, 0);
    send(post(peer.url(), "Body=hi"));
    QTRY_COMPARE(m_replies.size(), 1);
    QVERIFY2(m_replies.first(), "a connection known to be closed was used");
    settle(peer);
    QCOMPARE(peer.arrivals("POST"), 1);
}

void ArrivalTest::aBurstArrivesWholeAndOnce_data()
{
    QTest::addColumn<FakePeer::Wire>("wire");
    QTest::addRow("plain") << FakePeer::Wire::Plain;
    QTest::addRow("tls") << FakePeer::Wire::Tls;
}

void ArrivalTest::aBurstArrivesWholeAndOnce()
{
    QFETCH(FakePeer::Wire, wire);
    FakePeer peer(
        [](QTcpSocket &socket, const QByteArray &request) {
            FakePeer::answer(socket, "201 Created", request.mid(request.indexOf("\r\n\r\n") + 4));
        },
        wire);
    constexpr int count = 1000;
    QSet<QByteArray> bodies;
    for (int i = 0; i < count; ++i) {
        bodies << "Body=" + QByteArray::number(i);
        send(post(peer.url(), "Body=" + QByteArray::number(i)));
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_replies.size(), count, 60000);
    for (const Reply &reply : std::as_const(m_replies)) {
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().error.detail));
        QVERIFY2(bodies.remove(reply->body), "an answer came twice or to the wrong question");
    }
    settle(peer);
    QCOMPARE(peer.arrivals("POST"), count);
}

QTEST_GUILESS_MAIN(ArrivalTest)
#include "arrivaltest.moc"
