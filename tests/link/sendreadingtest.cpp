// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/sendreading.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::link;

using Kind = runtime::SendAnswer::Kind;
using Wait = SendReading::Wait;
Q_DECLARE_METATYPE(Kind)
Q_DECLARE_METATYPE(Wait)

namespace {

runtime::OutgoingText ours()
{
    return {engine::OrderId{QStringLiteral("o")}, {QStringLiteral("+15125550100")}, {QStringLiteral("+15125550142")},
        QStringLiteral("Hello")};
}

http::Response response(int status, const QByteArray &body, const QByteArray &headers = {})
{
    http::Response r;
    r.status = status;
    r.body = body;
    r.headerBlock = headers;
    return r;
}

QByteArray row(const QByteArray &more)
{
    return R"({"sid":"SM1","direction":"outbound-api","status":"queued","from":"+15125550100",)" + more + "}";
}

QByteArray error(int code, const QByteArray &words = "because")
{
    return R"({"code":)" + QByteArray::number(code) + R"(,"message":")" + words + R"(","more_info":"","status":400})";
}

} // namespace

class SendReadingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void classifiesEveryAnswer_data();
    void classifiesEveryAnswer();
    void classifiesWhatNeverBecameAnAnswer();
    void alarmsWhenAnotherPersonGotIt();
    void passesOnWhatTheProviderAskedFor();
};

void SendReadingTest::classifiesEveryAnswer_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Wait>("wait");
    const QByteArray good = row(R"("to":"+15125550142","body":"Hello")");
    QTest::newRow("created") << 201 << good << Kind::Accepted << Wait::None;
    QTest::newRow("created, texts hidden")
        << 201 << row(R"("to":"+15125550142","body":null)") << Kind::Accepted << Wait::None;
    QTest::newRow("created for another") << 201 << row(R"("to":"+15125550143","body":"Hello")") << Kind::Unclear
                                         << Wait::None;
    QTest::newRow("created with other words")
        << 201 << row(R"("to":"+15125550142","body":"Bye")") << Kind::Unclear << Wait::None;
    QTest::newRow("created, no body told") << 201 << row(R"("to":"+15125550142")") << Kind::Unclear << Wait::None;
    QTest::newRow("created, cut") << 201 << good.left(60) << Kind::Unclear << Wait::None;
    QTest::newRow("created, no id") << 201 << QByteArray(good).replace("SM1", "") << Kind::Unclear << Wait::None;
    QTest::newRow("200 with a web page") << 200 << QByteArray("<html>hi</html>") << Kind::Unclear << Wait::None;
    QTest::newRow("204") << 204 << QByteArray() << Kind::Unclear << Wait::None;
    QTest::newRow("redirect") << 307 << QByteArray() << Kind::Unclear << Wait::None;
    QTest::newRow("opted out") << 400 << error(21610) << Kind::Refused << Wait::None;
    QTest::newRow("landline") << 400 << error(21614) << Kind::Refused << Wait::None;
    QTest::newRow("bad number") << 400 << error(21211) << Kind::Refused << Wait::None;
    QTest::newRow("new code") << 400 << error(21999) << Kind::Refused << Wait::None;
    QTest::newRow("our number cannot text") << 400 << error(21606) << Kind::SignInNeeded << Wait::SignIn;
    QTest::newRow("not registered") << 400 << error(30034) << Kind::SignInNeeded << Wait::SignIn;
    QTest::newRow("no such account") << 404 << error(20404) << Kind::SignInNeeded << Wait::SignIn;
    QTest::newRow("key refused") << 401 << error(20003) << Kind::SignInNeeded << Wait::SignIn;
    QTest::newRow("key refused without words") << 401 << QByteArray() << Kind::SignInNeeded << Wait::SignIn;
    QTest::newRow("forbidden by the provider") << 403 << error(20999) << Kind::SignInNeeded << Wait::SignIn;
    QTest::newRow("forbidden by a proxy") << 403 << QByteArray("<html>no</html>") << Kind::Unclear << Wait::None;
    QTest::newRow("404 of a proxy") << 404 << QByteArray("not here") << Kind::Unclear << Wait::None;
    QTest::newRow("gateway's own error") << 400 << QByteArray(R"({"message":"Bad Request"})") << Kind::Unclear
                                         << Wait::None;
    QTest::newRow("too many") << 429 << error(20429) << Kind::NotNow << Wait::TooMany;
    QTest::newRow("too many, bare") << 429 << QByteArray() << Kind::NotNow << Wait::TooMany;
    QTest::newRow("queue full") << 400 << error(21611) << Kind::NotNow << Wait::TooMany;
    QTest::newRow("server error") << 500 << error(20500) << Kind::Unclear << Wait::None;
    QTest::newRow("server error, bare") << 503 << QByteArray() << Kind::Unclear << Wait::None;
    QTest::newRow("server error that names our number") << 500 << error(21610) << Kind::Unclear << Wait::None;
    QTest::newRow("20500 in disguise") << 400 << error(20500) << Kind::Unclear << Wait::None;
    QTest::newRow("request timeout") << 408 << error(20408) << Kind::Unclear << Wait::None;
}

void SendReadingTest::classifiesEveryAnswer()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Kind, kind);
    QFETCH(Wait, wait);
    const SendReading reading = readSendAnswer(response(status, body), ours());
    QCOMPARE(reading.answer.kind, kind);
    QCOMPARE(reading.wait, wait);
    QCOMPARE(reading.answer.text.value, kind == Kind::Accepted ? QStringLiteral("SM1") : QString());
    QCOMPARE(reading.answer.errorCode != 0, (kind == Kind::Refused || kind == Kind::SignInNeeded) && !body.isEmpty());
    QCOMPARE(reading.answer.detail.isEmpty(), kind == Kind::Accepted);
}

void SendReadingTest::classifiesWhatNeverBecameAnAnswer()
{
    using http::Reach;
    const auto read = [](ErrorKind kind, Reach reach) {
        return readSendAnswer(tl::make_unexpected(http::Trouble{{kind, QStringLiteral("x")}, reach, 0, {}}), ours());
    };
    QCOMPARE(read(ErrorKind::Offline, Reach::NothingLeft).answer.kind, Kind::NotNow);
    QCOMPARE(read(ErrorKind::Timeout, Reach::NothingLeft).answer.kind, Kind::NotNow);
    QCOMPARE(read(ErrorKind::Refused, Reach::NothingLeft).answer.kind, Kind::NotNow);
    QCOMPARE(read(ErrorKind::Offline, Reach::NothingLeft).wait, Wait::Unreachable);
    QCOMPARE(read(ErrorKind::Unusable, Reach::NothingLeft).answer.kind, Kind::SignInNeeded);
    for (const ErrorKind kind : {ErrorKind::Offline, ErrorKind::Timeout, ErrorKind::Malformed, ErrorKind::Unusable})
        QCOMPARE(read(kind, Reach::MayHaveArrived).answer.kind, Kind::Unclear);
}

void SendReadingTest::alarmsWhenAnotherPersonGotIt()
{
    const auto wrong = readSendAnswer(response(201, row(R"("to":"+15125550143","body":"Hello")")), ours());
    QVERIFY(!wrong.alarm.isEmpty());
    QVERIFY(!wrong.alarm.contains(QStringLiteral("5125550143")));
    QVERIFY(!wrong.alarm.contains(QStringLiteral("Hello")));
    QVERIFY(!readSendAnswer(response(302, {}), ours()).alarm.isEmpty());
    QVERIFY(readSendAnswer(response(500, {}), ours()).alarm.isEmpty());
}

void SendReadingTest::passesOnWhatTheProviderAskedFor()
{
    const auto reading = readSendAnswer(response(429, {}, "HTTP/1.1 429 Too Many\r\nRetry-After: 7\r\n"), ours());
    QCOMPARE(reading.retryAfter, std::optional<Duration>(7s));
    const auto refused = readSendAnswer(response(400, error(21610, "to +15125550142 no")), ours());
    QCOMPARE(refused.answer.errorCode, 21610);
    QVERIFY(!refused.answer.detail.contains(QStringLiteral("5125550142")));
}

QTEST_GUILESS_MAIN(SendReadingTest)
#include "sendreadingtest.moc"
