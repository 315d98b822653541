// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/threads/builtrows.h"
#include "ui/threads/takeover.h"

#include <QSignalSpy>
#include <QTest>

using namespace deskbell;

namespace {

struct Desk {
    ui::Takeover takeover;
    QSignalSpy asked{&takeover, &ui::Takeover::tookOver};
    QSignalSpy back{&takeover, &ui::Takeover::handedBack};
    QSignalSpy lost{&takeover, &ui::Takeover::lost};
    engine::ThreadRow row = builtrows::thread(QStringLiteral("Tom Becker"));

    Desk()
    {
        takeover.setSeat(QStringLiteral("Desk 1"));
        takeover.tick(builtrows::now());
        takeover.open(row.thread);
        takeover.show(row);
    }
    void holder(engine::HolderKind kind, const QString &seat, Duration after = 0ms)
    {
        row.holder = {kind, seat, row.holder.version + 1, builtrows::now() + after};
        takeover.show(row);
    }
    void granted() { holder(engine::HolderKind::Seat, QStringLiteral("Desk 1")); }
    void type(const QString &text)
    {
        takeover.letterTyped();
        takeover.textIs(text);
    }
};

} // namespace

class TakeoverPressTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstLetterAsksOnce();
    void nothingIsHeldBeforeTheEngineSaysSo();
    void anEmptiedBoxGoesBackAfterTwentySeconds();
    void typingAgainStopsTheWayBack();
    void whatWasSentNeverGoesBackByItself();
    void aCallerWhoWaitsForAPersonNeverGoesBackByItself();
    void f2IsNoFalseStart();
    void leavingAnEmptiedBoxGivesBackAtOnce();
    void aScannerGivesBackAtOnce();
    void takingFromAnotherNeedsASecondPressInThreeSeconds();
    void typingDoesNotTakeFromAnother();
    void theLoserIsTold();
};

void TakeoverPressTest::theFirstLetterAsksOnce()
{
    Desk desk;
    desk.type(QStringLiteral("H"));
    desk.type(QStringLiteral("Hi"));
    QCOMPARE(desk.asked.size(), 1);
    QCOMPARE(desk.asked[0][0].value<ThreadId>(), desk.row.thread);
    QVERIFY(desk.takeover.claim().byTyping);
}

void TakeoverPressTest::nothingIsHeldBeforeTheEngineSaysSo()
{
    Desk desk;
    desk.type(QStringLiteral("H"));
    QVERIFY(!desk.takeover.held());
    desk.granted();
    QVERIFY(desk.takeover.held());
    QVERIFY(!desk.takeover.claim().waits());
}

void TakeoverPressTest::anEmptiedBoxGoesBackAfterTwentySeconds()
{
    Desk desk;
    desk.type(QStringLiteral("H"));
    desk.granted();
    desk.takeover.textIs(QString());
    QCOMPARE(desk.takeover.backAt(), builtrows::now() + 20s);
    desk.takeover.tick(builtrows::now() + 19s);
    QCOMPARE(desk.back.size(), 0);
    desk.takeover.tick(builtrows::now() + 20s);
    QCOMPARE(desk.back.size(), 1);
    desk.takeover.tick(builtrows::now() + 21s);
    QCOMPARE(desk.back.size(), 1);
}

void TakeoverPressTest::typingAgainStopsTheWayBack()
{
    Desk desk;
    desk.type(QStringLiteral("H"));
    desk.granted();
    desk.takeover.textIs(QString());
    desk.takeover.textIs(QStringLiteral("Hello"));
    desk.takeover.tick(builtrows::now() + 60s);
    QCOMPARE(desk.back.size(), 0);
}

void TakeoverPressTest::whatWasSentNeverGoesBackByItself()
{
    Desk desk;
    desk.type(QStringLiteral("Hello"));
    desk.granted();
    desk.takeover.sent();
    desk.takeover.textIs(QString());
    desk.takeover.tick(builtrows::now() + 1h);
    QCOMPARE(desk.back.size(), 0);
}

void TakeoverPressTest::aCallerWhoWaitsForAPersonNeverGoesBackByItself()
{
    Desk desk;
    desk.row.section = engine::Section::NeedsPerson;
    desk.takeover.show(desk.row);
    desk.type(QStringLiteral("H"));
    desk.granted();
    desk.takeover.textIs(QString());
    desk.takeover.tick(builtrows::now() + 1h);
    QCOMPARE(desk.back.size(), 0);
}

void TakeoverPressTest::f2IsNoFalseStart()
{
    Desk desk;
    desk.takeover.pressed();
    QCOMPARE(desk.asked.size(), 1);
    desk.granted();
    desk.takeover.textIs(QString());
    desk.takeover.tick(builtrows::now() + 1h);
    QCOMPARE(desk.back.size(), 0);
}

void TakeoverPressTest::leavingAnEmptiedBoxGivesBackAtOnce()
{
    Desk desk;
    desk.type(QStringLiteral("H"));
    desk.granted();
    desk.takeover.textIs(QString());
    desk.takeover.open({QStringLiteral("Hugo Lind")});
    QCOMPARE(desk.back.size(), 1);
    QCOMPARE(desk.back[0][0].value<ThreadId>(), desk.row.thread);
}

void TakeoverPressTest::aScannerGivesBackAtOnce()
{
    Desk desk;
    desk.type(QStringLiteral("4006381333931"));
    desk.granted();
    desk.takeover.textIs(QString());
    desk.takeover.scanned();
    QCOMPARE(desk.back.size(), 1);
    QVERIFY(!desk.takeover.backAt().isSet());
}

void TakeoverPressTest::takingFromAnotherNeedsASecondPressInThreeSeconds()
{
    Desk desk;
    desk.holder(engine::HolderKind::Seat, QStringLiteral("Sam"));
    desk.takeover.pressed();
    QVERIFY(desk.takeover.takeAsked());
    QCOMPARE(desk.asked.size(), 0);
    desk.takeover.tick(builtrows::now() + 3s);
    QVERIFY(!desk.takeover.takeAsked());
    desk.takeover.pressed();
    desk.takeover.pressed();
    QCOMPARE(desk.asked.size(), 1);
}

void TakeoverPressTest::typingDoesNotTakeFromAnother()
{
    Desk desk;
    desk.holder(engine::HolderKind::Seat, QStringLiteral("Sam"));
    desk.type(QStringLiteral("H"));
    QCOMPARE(desk.asked.size(), 0);
    desk.holder(engine::HolderKind::Seat, QString()); // the shop phone: nobody sits there
    desk.type(QStringLiteral("Hi"));
    QCOMPARE(desk.asked.size(), 1);
}

void TakeoverPressTest::theLoserIsTold()
{
    Desk desk;
    desk.type(QStringLiteral("H"));
    desk.holder(engine::HolderKind::Seat, QStringLiteral("Sam"), 1s);
    QCOMPARE(desk.lost.size(), 1);
    QCOMPARE(desk.lost[0][0].toString(), QStringLiteral("Sam"));
    QVERIFY(!desk.takeover.claim().waits());
}

QTEST_GUILESS_MAIN(TakeoverPressTest)
#include "takeoverpresstest.moc"
