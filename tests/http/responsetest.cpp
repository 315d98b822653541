// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/client.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::http;

class ResponseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsAHeaderInAnyCase();
    void readsRetryAfter_data();
    void readsRetryAfter();
};

void ResponseTest::findsAHeaderInAnyCase()
{
    Response response;
    response.headerBlock = "HTTP/1.1 200 OK: fine\r\nx-a:  one \r\nX-A: two\r\nX-Empty:\r\n\r\n";
    QCOMPARE(response.header("X-a"), "one");
    QVERIFY(response.header("X-Empty").isEmpty());
    QVERIFY(response.header("X").isEmpty());
}

void ResponseTest::readsRetryAfter_data()
{
    using Wait = std::optional<Duration>;
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<Wait>("wait");
    const QByteArray date = "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n";
    QTest::addRow("absent") << date << Wait();
    QTest::addRow("seconds") << QByteArray("Retry-After: 30\r\n") << Wait(30s);
    QTest::addRow("nothing") << QByteArray("Retry-After: 0\r\n") << Wait(0s);
    QTest::addRow("negative") << QByteArray("Retry-After: -1\r\n") << Wait();
    QTest::addRow("words") << QByteArray("Retry-After: soon\r\n") << Wait();
    QTest::addRow("date") << date + "Retry-After: Sun, 06 Nov 1994 08:50:07 GMT\r\n" << Wait(30s);
    QTest::addRow("date in the past") << date + "Retry-After: Sun, 06 Nov 1994 08:00:00 GMT\r\n" << Wait(0s);
    QTest::addRow("date without their clock") << QByteArray("Retry-After: Sun, 06 Nov 1994 08:50:07 GMT\r\n") << Wait();
}

void ResponseTest::readsRetryAfter()
{
    QFETCH(QByteArray, headers);
    QFETCH(std::optional<Duration>, wait);
    Response response;
    response.headerBlock = "HTTP/1.1 429 Too Many\r\n" + headers + "\r\n";
    QCOMPARE(response.retryAfter(), wait);
}

QTEST_APPLESS_MAIN(ResponseTest)
#include "responsetest.moc"
