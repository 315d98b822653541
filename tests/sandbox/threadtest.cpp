// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/companythread.h"

#include <QSignalSpy>
#include <QTest>

using namespace deskbell::sandbox;

class ThreadTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void servesAWindowFromItsOwnThread();
    void saysWhenItCannotListen();
    void endsUnopened();
};

void ThreadTest::servesAWindowFromItsOwnThread()
{
    Settings settings;
    settings.speed = 1000;
    CompanyThread hosted(settings);
    QVERIFY(hosted.open());
    QThread *heard = nullptr;
    QStringList statuses;
    QObject window;
    connect(hosted.company(), &PhoneCompany::callStatusChanged, &window,
        [&](const QString &, const QString &, const QString &status) {
            heard = QThread::currentThread();
            statuses << status;
        });
    hosted.post([](PhoneCompany &company) { company.ring({.from = QStringLiteral("+13125550142")}); });
    QTRY_VERIFY(statuses.contains(QStringLiteral("completed")));
    QCOMPARE(heard, QThread::currentThread());
    hosted.post(
        [](PhoneCompany &company) { company.textFrom(QStringLiteral("+13125550142"), {}, QStringLiteral("hi")); });
    const auto texts =
        hosted.ask([](PhoneCompany &company) { return company.handsetTexts(QStringLiteral("+13125550142")); });
    QCOMPARE(texts.size(), 1);
}

void ThreadTest::saysWhenItCannotListen()
{
    CompanyThread first;
    QVERIFY(first.open());
    Settings settings;
    settings.port = first.ask([](PhoneCompany &company) { return company.port(); });
    CompanyThread second(settings);
    QString why;
    QVERIFY(!second.open(&why));
    QVERIFY(why.contains(QString::number(settings.port)));
}

void ThreadTest::endsUnopened()
{
    CompanyThread never;
}

QTEST_GUILESS_MAIN(ThreadTest)
#include "threadtest.moc"
