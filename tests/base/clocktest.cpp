// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/manualclock.h"
#include "core/base/redact.h"

#include <QTest>

using namespace deskbell;

class ClockTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ringsEveryAlarmAtItsOwnInstantInOrder();
    void ringsTiesInOrderOfMaking();
    void staysSilentWhenDestroyedOrCleared();
    void masksNumbersForLogs();
};

void ClockTest::ringsEveryAlarmAtItsOwnInstantInOrder()
{
    ManualClock clock({1000});
    QList<qint64> rung;
    auto late = clock.makeAlarm([&] { rung << clock.now().ms; });
    auto early = clock.makeAlarm([&] {
        rung << clock.now().ms;
        late->set({2500}); // an alarm may move another while time is on its way
    });
    late->set({9000});
    early->set({2000});
    clock.advanceTo({3000});
    QCOMPARE(rung, (QList<qint64>{2000, 2500}));
    QCOMPARE(clock.now().ms, 3000);
}

void ClockTest::ringsTiesInOrderOfMaking()
{
    ManualClock clock({1000});
    QString order;
    auto first = clock.makeAlarm([&] { order += u'a'; });
    auto second = clock.makeAlarm([&] { order += u'b'; });
    second->set({2000});
    first->set({2000});
    clock.advance(1s);
    QCOMPARE(order, QStringLiteral("ab"));
}

void ClockTest::staysSilentWhenDestroyedOrCleared()
{
    ManualClock clock({1000});
    int rung = 0;
    auto gone = clock.makeAlarm([&] { ++rung; });
    auto cleared = clock.makeAlarm([&] { ++rung; });
    gone->set({1500});
    cleared->set({1500});
    gone.reset();
    cleared->clear();
    clock.advance(1h);
    QCOMPARE(rung, 0);
    QVERIFY(!clock.nextAlarm().isSet());
}

void ClockTest::masksNumbersForLogs()
{
    QCOMPARE(maskNumber(QStringLiteral("+15125550142")), QStringLiteral("+1***0142"));
    QCOMPARE(maskNumber(QString()), QStringLiteral("(withheld)"));
    QVERIFY(!maskText(QStringLiteral("water everywhere")).contains(QStringLiteral("water")));
}

QTEST_GUILESS_MAIN(ClockTest)
#include "clocktest.moc"
