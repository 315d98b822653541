// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/manualclock.h"
#include "core/link/pushchannel.h"
#include "tests/link/wirebench.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace deskbell;
using sandbox::RingOrder;
using LinkKind = runtime::LinkState::Kind;

/// The pushed stream over real sockets: against the phone company, and against a bare server for what it never does.
class WirePushTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bringsCallsAndTextsAtOnce();
    void givesTheSameFactsAsTheLists();
    void staysTrueUnderEveryFault_data();
    void staysTrueUnderEveryFault();
    void readsTheListsWhenANumberIsLeftOut();
    void goesOnWhereItStopped();
    void comesBackByItself();
    void livesWithoutLists();
    void givesUpAHandshakeThatNeverEnds();
    void dropsALineThatAnswersNoPing();
    void leavesOutAFrameThatCannotBeTaken();
    void slowsDownItsAttempts();
    void takesFiftyThousandFrames();

private:
    static QString ring(WireBench &bench, const char *result = "no_answer")
    {
        RingOrder order;
        order.from = bench.handset;
        order.result = QLatin1String(result);
        return bench.company->ring(order);
    }
};

namespace {

/// A websocket server that says what the test tells it.
class BareServer : public QObject
{
    Q_OBJECT
public:
    BareServer()
        : m_server(QStringLiteral("bare"), QWebSocketServer::NonSecureMode)
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
            QWebSocket *socket = m_server.nextPendingConnection();
            socket->setParent(this);
            after << QUrlQuery(socket->requestUrl()).queryItemValue(QStringLiteral("after"));
            authorization = socket->request().rawHeader("Authorization");
            sockets << socket;
            Q_EMIT connected(socket);
        });
    }
    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort())); }

    QStringList after;
    QByteArray authorization;
    QList<QWebSocket *> sockets;

Q_SIGNALS:
    void connected(QWebSocket *socket);

private:
    QWebSocketServer m_server;
};

QString missed(int seq)
{
    return QStringLiteral(
        R"({"type":"call.missed","seq":%1,"call":{"sid":"CA%1","parent_call_sid":null,"account_sid":"AC1","to":"+15550100200",
        "from":"+15125550142","status":"no-answer","direction":"inbound","start_time":"%2","end_time":"%2","duration":null}})")
        .arg(seq)
        .arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
}

link::PushChannel::Wiring wiringTo(const QUrl &base)
{
    return {[base] {
                QUrl url = base;
                url.setScheme(QStringLiteral("ws"));
                url.setPath(QStringLiteral("/events"));
                return url;
            },
        "Basic abc", {}, [] { return 1.0; }};
}

} // namespace

void WirePushTest::bringsCallsAndTextsAtOnce()
{
    WireBench bench;
    bench.settings.push = true;
    bench.connectLink();
    QTRY_VERIFY(bench.inbox.state().pushOpen);
    QTRY_VERIFY(bench.link->room() > 0);
    const int lists = bench.counter("lists_served");
    const QString call = ring(bench);
    QTRY_VERIFY(bench.inbox.has(u"call:" + call + u":missed"));
    const QString text = bench.company->textFrom(bench.handset, {}, QStringLiteral("Hello"));
    QTRY_VERIFY(bench.inbox.has(u"text:" + text));
    QVERIFY(bench.counter("lists_served") <= lists + 2); // it did not need the lists
    QTRY_VERIFY(bench.inbox.cursors.value("push").toInt() > 1);
}

void WirePushTest::givesTheSameFactsAsTheLists()
{
    QStringList byWay[2];
    for (const bool push : {false, true}) {
        sandbox::Settings company;
        company.seed = 7;
        WireBench bench(company);
        bench.settings.push = push;
        bench.connectLink();
        QTRY_VERIFY(bench.link->room() > 0);
        ring(bench);
        QTRY_COMPARE(bench.inbox.all<engine::fact::CallMissed>().size(), std::size_t(1));
        bench.company->textFrom(bench.handset, {}, QStringLiteral("Hello"));
        QTRY_COMPARE(bench.inbox.count(QStringLiteral("text:")), 1);
        ring(bench, "answered");
        QTRY_COMPARE(bench.inbox.ids.filter(QStringLiteral(":answered")).size(), 1);
        for (const QString &id : std::as_const(bench.inbox.ids)) {
            if (!id.endsWith(QStringLiteral(":ringing"))) // a poll may come too late to see it ring
                byWay[push] << id;
        }
        byWay[push].sort();
    }
    QCOMPARE(byWay[0], byWay[1]);
}

void WirePushTest::staysTrueUnderEveryFault_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonObject>("more");
    QTest::newRow("every frame twice") << "push_duplicates" << QJsonObject{{"times", 20}};
    QTest::newRow("out of order") << "push_reorder" << QJsonObject{{"times", 20}, {"every", 2}};
    QTest::newRow("lost") << "push_lose" << QJsonObject{{"times", 3}, {"every", 3}};
    QTest::newRow("cut off") << "push_disconnect" << QJsonObject{{"times", 3}, {"every", 4}};
    QTest::newRow("broken frames") << "push_malformed" << QJsonObject{{"times", 20}};
    QTest::newRow("refused at first") << "push_refuse" << QJsonObject{{"times", 2}};
}

void WirePushTest::staysTrueUnderEveryFault()
{
    QFETCH(QString, name);
    QFETCH(QJsonObject, more);
    WireBench bench;
    bench.settings.push = true;
    bench.fault(qPrintable(name), more);
    bench.connectLink();
    QTRY_VERIFY_WITH_TIMEOUT(bench.inbox.state().pushOpen, 10000);
    QTRY_VERIFY(bench.link->room() > 0);
    QStringList calls, texts;
    for (int i = 0; i < 5; ++i) {
        calls << ring(bench);
        texts << bench.company->textFrom(bench.handset, {}, QStringLiteral("Text %1").arg(i));
    }
    for (int i = 0; i < 5; ++i) {
        QTRY_VERIFY_WITH_TIMEOUT(bench.inbox.has(u"call:" + calls.at(i) + u":missed"), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(bench.inbox.has(u"text:" + texts.at(i)), 20000);
    }
    QTRY_VERIFY_WITH_TIMEOUT(bench.inbox.state().pushOpen, 10000);
    QCOMPARE(bench.inbox.all<engine::fact::CallMissed>().size(), std::size_t(5));
    QCOMPARE(bench.inbox.count(QStringLiteral("text:")), 5);
    QTRY_VERIFY(bench.link->room() > 0);
}

void WirePushTest::readsTheListsWhenANumberIsLeftOut()
{
    WireBench bench;
    bench.settings.push = true;
    bench.connectLink();
    QTRY_VERIFY(bench.inbox.state().pushOpen);
    QTRY_COMPARE(bench.counter("lists_served"), 4); // both at the start and both on connecting
    const QString known = bench.company->textFrom(bench.handset, {}, QStringLiteral("known"));
    QTRY_VERIFY(bench.inbox.has(u"text:" + known));
    bench.fault("push_lose", {{"times", 1}});
    const QString lost = bench.company->textFrom(bench.handset, {}, QStringLiteral("lost"));
    const QString next = bench.company->textFrom(bench.handset, {}, QStringLiteral("next"));
    QTRY_VERIFY(bench.inbox.has(u"text:" + next));
    QTRY_VERIFY(bench.inbox.has(u"text:" + lost)); // long before the next regular look at the lists
}

void WirePushTest::goesOnWhereItStopped()
{
    WireBench bench;
    bench.settings.push = true;
    bench.connectLink();
    const QString first = bench.company->textFrom(bench.handset, {}, QStringLiteral("before"));
    QTRY_VERIFY(bench.inbox.has(u"text:" + first));
    QTRY_VERIFY(bench.inbox.cursors.contains("push"));
    bench.link.reset();
    const QString second = bench.company->textFrom(bench.handset, {}, QStringLiteral("while away"));
    const qint64 frames = bench.counter("frames_pushed");
    bench.connectLink();
    QTRY_VERIFY(bench.inbox.has(u"text:" + second));
    QTRY_VERIFY(bench.inbox.state().pushOpen);
    QTRY_COMPARE(bench.counter("frames_pushed"), int(frames + 1)); // not everything from the beginning
}

void WirePushTest::comesBackByItself()
{
    WireBench bench;
    bench.settings.push = true;
    bench.connectLink();
    QTRY_VERIFY(bench.inbox.state().pushOpen);
    QTRY_VERIFY(bench.link->room() > 0);
    bench.fault("push_disconnect", {{"times", 1}});
    const QString text = bench.company->textFrom(bench.handset, {}, QStringLiteral("the line is cut by this one"));
    QTRY_VERIFY(
        std::any_of(bench.inbox.states.begin(), bench.inbox.states.end(), [seen = false](const auto &state) mutable {
            seen = seen || state.pushOpen;
            return seen && !state.pushOpen;
        }));
    QTRY_VERIFY(bench.inbox.state().pushOpen);
    QTRY_VERIFY(bench.inbox.has(u"text:" + text));
    QTRY_VERIFY(bench.link->room() > 0);
}

void WirePushTest::livesWithoutLists()
{
    // A provider that only pushes: its lists are answered 404.
    WireBench bench;
    bench.settings.push = true;
    for (const char *place : {"calls", "messages"})
        bench.fault("refuse", {{"on", place}, {"status", 404}, {"code", 20404}});
    bench.connectLink();
    QTRY_VERIFY(bench.link->room() > 0);
    QVERIFY(bench.inbox.state().pushOpen);
    const QString call = ring(bench);
    QTRY_VERIFY(bench.inbox.has(u"call:" + call + u":missed"));
    QTRY_COMPARE(bench.inbox.state().kind, LinkKind::Live);
}

void WirePushTest::givesUpAHandshakeThatNeverEnds()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    ManualClock clock({1'000'000});
    link::PushChannel channel(clock, wiringTo(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(silent.serverPort()))));
    channel.start();
    QTRY_VERIFY(silent.hasPendingConnections());
    std::unique_ptr<QTcpSocket> first(silent.nextPendingConnection());
    QTRY_VERIFY(first->bytesAvailable() > 0);
    QCOMPARE(clock.nextAlarm(), Instant{1'000'000} + 10s);
    clock.advance(10s);
    QTRY_COMPARE(first->state(), QAbstractSocket::UnconnectedState);
    clock.advance(200ms);
    QTRY_VERIFY(silent.hasPendingConnections()); // a new one
}

void WirePushTest::dropsALineThatAnswersNoPing()
{
    BareServer server;
    ManualClock clock({1'000'000});
    link::PushChannel channel(clock, wiringTo(server.url()));
    QSignalSpy opened(&channel, &link::PushChannel::opened), lost(&channel, &link::PushChannel::lost),
        alive(&channel, &link::PushChannel::alive);
    channel.start();
    QTRY_COMPARE(opened.size(), 1);
    QTRY_COMPARE(server.authorization, QByteArray("Basic abc"));
    clock.advance(20s);
    QTRY_COMPARE(alive.size(), 1); // Qt's server answers pings
    clock.advance(20s); // the ping is on its way, and time runs out before the pong is read
    clock.advance(10s);
    QCOMPARE(lost.size(), 1);
    QVERIFY(lost.front().front().toString().contains(QStringLiteral("ping")));
    QVERIFY(!channel.isOpen());
    clock.advance(200ms);
    QTRY_COMPARE(opened.size(), 2);
}

void WirePushTest::leavesOutAFrameThatCannotBeTaken()
{
    BareServer server;
    // Frame 2 is too long every time it is asked for; frame 3 is good.
    connect(&server, &BareServer::connected, this, [&](QWebSocket *socket) {
        const int after = server.after.last().toInt();
        if (after < 1)
            socket->sendTextMessage(missed(1));
        if (after < 2)
            socket->sendTextMessage(QString(300 * 1024, u'x'));
        socket->sendBinaryMessage("binary");
        if (after < 3)
            socket->sendTextMessage(missed(3));
    });
    WireBench bench;
    bench.settings.base = server.url();
    bench.settings.push = true;
    bench.connectLink();
    QTRY_VERIFY_WITH_TIMEOUT(bench.inbox.has("call:CA3:missed"), 10000);
    QVERIFY(bench.inbox.has("call:CA1:missed"));
    QCOMPARE(server.after.first(), QStringLiteral("0"));
    QCOMPARE(server.after.last(), QStringLiteral("2"));
    QVERIFY(!bench.inbox.complaints.filter(QStringLiteral("skipped frame 2")).isEmpty());
    QTRY_VERIFY(!bench.inbox.complaints.filter(QStringLiteral("binary")).isEmpty());
}

void WirePushTest::slowsDownItsAttempts()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QUrl url(QStringLiteral("http://127.0.0.1:%1").arg(closed.serverPort()));
    closed.close();
    ManualClock clock({1'000'000});
    link::PushChannel channel(clock, wiringTo(url));
    channel.start();
    const Duration handshake = link::PushChannel::handshakeWithin;
    std::vector<Duration> waits;
    for (int i = 0; i < 9; ++i) {
        QTRY_VERIFY(clock.nextAlarm() != clock.now() + handshake);
        waits.push_back(clock.nextAlarm() - clock.now());
        clock.advanceTo(clock.nextAlarm());
    }
    QCOMPARE(waits, (std::vector<Duration>{200ms, 1s, 2s, 4s, 8s, 16s, 32s, 60s, 60s}));
}

void WirePushTest::takesFiftyThousandFrames()
{
    constexpr int count = 50000;
    QStringList frames;
    for (int i = 1; i <= count; ++i)
        frames << missed(i);
    BareServer server;
    connect(&server, &BareServer::connected, this, [&](QWebSocket *socket) {
        for (const QString &frame : std::as_const(frames))
            socket->sendTextMessage(frame);
    });
    WireBench bench;
    bench.inbox.keepFacts = false;
    bench.settings.base = server.url();
    bench.settings.push = true;
    QElapsedTimer timer;
    timer.start();
    bench.connectLink();
    QTRY_COMPARE_WITH_TIMEOUT(bench.inbox.ids.size(), count, 20000);
    qInfo("%d frames in %lld ms, server on the same thread", count, timer.elapsed());
    QTRY_COMPARE(bench.inbox.cursors.value("push"), QString::number(count));
}

QTEST_GUILESS_MAIN(WirePushTest)
#include "wirepushtest.moc"
