// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/rawclient.h"

#include <QFile>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTest>
#include <QUrlQuery>
#include <QWebSocket>

using namespace deskbell::sandbox;

namespace {

const QString handset = QStringLiteral("+13125550142");

/// A push client that keeps what it got.
class Listener {
public:
    explicit Listener(const PhoneCompany& company, qint64 after = 0)
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket, [this](const QString& frame) {
            const QJsonObject event = QJsonDocument::fromJson(frame.toUtf8()).object();
            events << event;
            numbers << event.value(QLatin1String("seq")).toInt(-1);
            types << event.value(QLatin1String("type")).toString();
        });
        QUrl url = company.pushUrl();
        url.setQuery(QStringLiteral("after=%1").arg(after));
        socket.open(url);
    }

    [[nodiscard]] bool isOpen() const { return socket.state() == QAbstractSocket::ConnectedState; }

    QWebSocket socket;
    QList<QJsonObject> events;
    QList<int> numbers;
    QStringList types;
};

} // namespace

class PushTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_company = quickCompany(); }
    void tellsWhatTheListsShow();
    void tellsTheWholeLifeOfACall();
    void tellsTheWholeLifeOfAText();
    void repeatsEverythingAfterANumber();
    void repeatsEverythingToAClientFromAnotherLife();
    void showsWhatWasTrueThen();
    void tellsThings_data();
    void tellsThings();
    void letsGoOfAHeldEventWhenNoneFollows();
    void cutsOffAndCatchesUp();
    void refusesTheUpgrade();
    void servesOthersWhileOneDoesNotRead();
    void asksForTheKeyWhenOneIsSet();
    void speaksTls();
    void goesOnCountingAfterAReset();

private:
    bool set(const char* fault, int times = 1)
    {
        return m_company->setFault({{QStringLiteral("name"), QLatin1String(fault)}, {QStringLiteral("times"), times}});
    }
    void text(int count)
    {
        for (int i = 0; i < count; ++i)
            m_company->textFrom(handset, {}, QStringLiteral("text %1").arg(i));
    }

    std::unique_ptr<PhoneCompany> m_company;
};

void PushTest::tellsWhatTheListsShow()
{
    Listener listener(*m_company);
    QTRY_VERIFY(listener.isOpen());
    m_company->ring({.from = handset, .ringS = 0});
    text(1);
    QTRY_COMPARE(listener.numbers, (QList<int>{1, 2}));
    QCOMPARE(listener.types, (QStringList{QStringLiteral("call.missed"), QStringLiteral("message.received")}));
    RawClient client(*m_company);
    const QJsonArray calls = client.list("Calls").json.value(QLatin1String("calls")).toArray();
    const QJsonArray messages = client.list("Messages").json.value(QLatin1String("messages")).toArray();
    QCOMPARE(listener.events.at(0).value(QLatin1String("call")).toObject(), calls.at(1).toObject());
    QCOMPARE(listener.events.at(1).value(QLatin1String("message")).toObject(), messages.at(0).toObject());
}

void PushTest::tellsTheWholeLifeOfACall()
{
    Listener listener(*m_company);
    QTRY_VERIFY(listener.isOpen());
    m_company->ring({.from = handset});
    QStringList told;
    QTRY_VERIFY(listener.types.contains(QStringLiteral("call.missed")));
    for (const QJsonObject& event : listener.events) {
        const QJsonObject call = event.value(QLatin1String("call")).toObject();
        told << QStringLiteral("%1 %2 %3")
                    .arg(event.value(QLatin1String("type")).toString(),
                        call.value(QLatin1String("direction")).toString(),
                        call.value(QLatin1String("status")).toString());
    }
    QCOMPARE(told,
        (QStringList{QStringLiteral("call.updated inbound ringing"), QStringLiteral("call.updated inbound in-progress"),
            QStringLiteral("call.updated outbound-dial ringing"),
            QStringLiteral("call.updated outbound-dial no-answer"), QStringLiteral("call.missed inbound completed")}));
}

void PushTest::tellsTheWholeLifeOfAText()
{
    Listener listener(*m_company);
    QTRY_VERIFY(listener.isOpen());
    QCOMPARE(RawClient(*m_company).create("+13125550142", "hello").status, 201);
    QTRY_COMPARE(listener.events.size(), 2);
    const auto status = [&](int at) {
        return listener.events.at(at)
            .value(QLatin1String("message"))
            .toObject()
            .value(QLatin1String("status"))
            .toString();
    };
    QCOMPARE(status(0), QStringLiteral("sent"));
    QCOMPARE(status(1), QStringLiteral("delivered"));
}

void PushTest::repeatsEverythingAfterANumber()
{
    text(5);
    Listener all(*m_company);
    Listener some(*m_company, 3);
    Listener none(*m_company, 5);
    QTRY_COMPARE(all.numbers, (QList<int>{1, 2, 3, 4, 5}));
    QTRY_COMPARE(some.numbers, (QList<int>{4, 5}));
    QTRY_VERIFY(none.isOpen());
    text(1);
    QTRY_COMPARE(none.numbers, (QList<int>{6}));
    QTRY_COMPARE(some.numbers, (QList<int>{4, 5, 6}));
}

void PushTest::repeatsEverythingToAClientFromAnotherLife()
{
    text(2);
    Listener listener(*m_company, 5000);
    QTRY_COMPARE(listener.numbers, (QList<int>{1, 2}));
}

void PushTest::showsWhatWasTrueThen()
{
    QSignalSpy reached(m_company.get(), &PhoneCompany::textReached);
    QCOMPARE(RawClient(*m_company).create("+13125550142", "hello").status, 201);
    QTRY_COMPARE(reached.size(), 1);
    Listener late(*m_company);
    QTRY_COMPARE(late.events.size(), 2);
    const QJsonObject first = late.events.first().value(QLatin1String("message")).toObject();
    QCOMPARE(first.value(QLatin1String("status")).toString(), QStringLiteral("sent"));
}

void PushTest::tellsThings_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("duplicates") << QByteArray("push_duplicates") << QList<int>{1, 1, 2, 3};
    QTest::newRow("reorder") << QByteArray("push_reorder") << QList<int>{2, 1, 3};
    QTest::newRow("lose") << QByteArray("push_lose") << QList<int>{2, 3};
    QTest::newRow("malformed") << QByteArray("push_malformed") << QList<int>{-1, 1, 2, 3};
}

void PushTest::tellsThings()
{
    QFETCH(QByteArray, fault);
    Listener listener(*m_company);
    QTRY_VERIFY(listener.isOpen());
    QVERIFY(set(fault.constData()));
    text(3);
    QTRY_COMPARE(listener.numbers.value(listener.numbers.size() - 1), 3);
    QTEST(listener.numbers, "expected");
}

void PushTest::letsGoOfAHeldEventWhenNoneFollows()
{
    Listener listener(*m_company);
    QTRY_VERIFY(listener.isOpen());
    QVERIFY(set("push_reorder"));
    text(1);
    QTRY_COMPARE(listener.numbers, (QList<int>{1}));
}

void PushTest::cutsOffAndCatchesUp()
{
    Listener listener(*m_company);
    QTRY_VERIFY(listener.isOpen());
    text(1);
    QTRY_COMPARE(listener.numbers, (QList<int>{1}));
    QVERIFY(set("push_disconnect"));
    text(2); // nobody is there for either
    QTRY_COMPARE(listener.socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(listener.numbers, (QList<int>{1}));
    Listener again(*m_company, 1);
    QTRY_COMPARE(again.numbers, (QList<int>{2, 3}));
}

void PushTest::refusesTheUpgrade()
{
    QVERIFY(set("push_refuse"));
    Listener listener(*m_company);
    QTRY_COMPARE(listener.socket.state(), QAbstractSocket::UnconnectedState);
    Listener again(*m_company);
    QTRY_VERIFY(again.isOpen());
    QUrl wrong = m_company->pushUrl();
    wrong.setPath(QStringLiteral("/elsewhere"));
    QWebSocket lost;
    lost.open(wrong);
    QTRY_COMPARE(lost.state(), QAbstractSocket::UnconnectedState);
}

void PushTest::servesOthersWhileOneDoesNotRead()
{
    RawClient deaf(*m_company); // shakes hands and never reads again
    deaf.send("GET /events?after=0 HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
    deaf.socket().setReadBufferSize(1000);
    QTRY_COMPARE(m_company->counters().value(QLatin1String("push_clients")).toInt(), 1);
    text(20'000);
    // The deaf one has what fits into buffers, not all 20 MB.
    QVERIFY(m_company->counters().value(QLatin1String("frames_pushed")).toInt() < 20'000);
    Listener listener(*m_company, 19'000);
    QTRY_COMPARE(listener.numbers.size(), 1000);
    QVERIFY(m_company->counters().value(QLatin1String("frames_pushed")).toInt() < 20'000);
}

void PushTest::asksForTheKeyWhenOneIsSet()
{
    Settings settings;
    settings.apiKey = "SKshop:right";
    m_company = quickCompany(settings);
    Listener stranger(*m_company);
    QTRY_COMPARE(stranger.socket.state(), QAbstractSocket::UnconnectedState);
    QNetworkRequest request(m_company->pushUrl());
    request.setRawHeader("Authorization", QByteArray("Basic ").append(settings.apiKey.toBase64()));
    QWebSocket known;
    known.open(request);
    QTRY_COMPARE(known.state(), QAbstractSocket::ConnectedState);
}

void PushTest::speaksTls()
{
    QFile certificate(QStringLiteral(DESKBELL_TEST_DATA "/sandbox/localhost.crt"));
    QFile key(QStringLiteral(DESKBELL_TEST_DATA "/sandbox/localhost.key"));
    QVERIFY(certificate.open(QIODevice::ReadOnly) && key.open(QIODevice::ReadOnly));
    QSslConfiguration tls;
    const QSslCertificate own(&certificate);
    tls.setLocalCertificate(own);
    tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
    Settings settings;
    settings.tls = tls;
    m_company = quickCompany(settings);
    QCOMPARE(m_company->baseUrl().scheme(), QStringLiteral("https"));
    text(1);
    QWebSocket socket;
    QSslConfiguration trust;
    trust.setCaCertificates({own});
    socket.setSslConfiguration(trust);
    QSignalSpy frames(&socket, &QWebSocket::textMessageReceived);
    socket.open(m_company->pushUrl());
    QTRY_COMPARE(frames.size(), 1);
}

void PushTest::goesOnCountingAfterAReset()
{
    text(2);
    m_company->reset();
    Listener listener(*m_company, 2);
    QTRY_VERIFY(listener.isOpen());
    text(1);
    QTRY_COMPARE(listener.numbers, (QList<int>{3}));
}

QTEST_GUILESS_MAIN(PushTest)
#include "pushtest.moc"
