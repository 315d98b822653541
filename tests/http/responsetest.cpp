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
    void readsTheirDate_data();
    void readsTheirDate();
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

void ResponseTest::readsTheirDate_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<qint64>("ms");
    QTest::addRow("as it is written") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << qint64(784111777000);
    QTest::addRow("leap day") << QByteArray("Thu, 29 Feb 2024 23:59:59 GMT") << qint64(1709251199000);
    for (const char *bad : {"", "soon", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 31 Nov 1994 08:49:37 GMT",
             "Sun, 06 Nuv 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 06 Nov 1994 08:60:37 GMT",
             "Sun, -6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 19x4 08:49:37 GMT", "Thu, 29 Feb 2023 08:49:37 GMT"})
        QTest::addRow("not a date: %s", bad) << QByteArray(bad) << qint64(0);
}

void ResponseTest::readsTheirDate()
{
    QFETCH(QByteArray, date);
    QFETCH(qint64, ms);
    Response response;
    response.headerBlock = "HTTP/1.1 200 OK\r\nServer: x\r\nDATE:  " + date + "\r\nOther: 1\r\n";
    QCOMPARE(response.date().ms, ms);
    QCOMPARE(response.date().isSet(), ms != 0);
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
