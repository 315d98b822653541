// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/localcalendar.h"
#include "core/base/manualclock.h"
#include "core/profile/demoprofile.h"
#include "tests/support/memorybook.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::calendar;
using engine::order::BookSlot;
using engine::order::FindSlots;

namespace {

const ThreadId me{QStringLiteral("me")};
const ThreadId other{QStringLiteral("other")};
const QDate friday(2026, 12, 11);

struct Room {
    Profile shop = profile::demoProfile();
    ManualClock clock{toInstant(QDate(2026, 12, 8), QTime(18, 42), shop.zone)};
    support::MemoryBook book;
    LocalCalendar calendar{shop, book, clock};

    Instant at(QTime time, QDate day = friday) const { return toInstant(day, time, shop.zone); }

    FindSlots wanted(const engine::Wish &wish, int request = 1)
    {
        return {request, {QStringLiteral("full")}, QStringLiteral("sedan"), wish, 2, clock.now() + 10min, {}};
    }
    Result<runtime::FoundSlots> find(const ThreadId &thread, const FindSlots &question)
    {
        Result<runtime::FoundSlots> answer = failure(ErrorKind::Timeout, QStringLiteral("never answered"));
        calendar.find(thread, question, [&](const auto &found) { answer = found; });
        clock.settle();
        return answer;
    }
    Result<bool> take(const Hold &hold, const AppointmentId &replaces = {}, const QString &id = QStringLiteral("a1"))
    {
        Appointment visit;
        visit.id = {id};
        visit.thread = hold.thread;
        visit.service = hold.service;
        visit.slot = hold.slot;
        Result<bool> answer = failure(ErrorKind::Timeout, QStringLiteral("never answered"));
        calendar.book(hold.thread, BookSlot{1, hold, visit, replaces}, [&](const auto &booked) { answer = booked; });
        clock.settle();
        return answer;
    }
};

} // namespace

class LocalCalendarTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersAfterTheCallNeverInside();
    void holdsWhatItOffers();
    void keepsOneBayFromTwoCallers();
    void forgetsTheEarlierOfferOfTheSameCaller();
    void givesTheSameHoldsWhenAskedAgain();
    void choosesAgainWhenAPlaceIsLost();
    void booksAHeldPlaceOnce();
    void refusesAPlaceTheProfileBlocks();
    void movesAVisitIntoItsOwnPlace();
    void releasesAndCancels();
    void passesErrorsOn();
};

void LocalCalendarTest::answersAfterTheCallNeverInside()
{
    Room room;
    QStringList order;
    room.calendar.find(me, room.wanted({}), [&](const auto &) {
        order << QStringLiteral("found");
        room.calendar.release(me, [&](const auto &) { order << QStringLiteral("released"); });
        order << QStringLiteral("asked again");
    });
    QVERIFY(order.isEmpty());
    room.clock.settle();
    QCOMPARE(order, (QStringList{QStringLiteral("found"), QStringLiteral("asked again"), QStringLiteral("released")}));
}

void LocalCalendarTest::holdsWhatItOffers()
{
    Room room;
    const auto exact = room.find(me, room.wanted({friday, friday, {}, {}, QTime(9, 0)}));
    QVERIFY(exact && exact->exact);
    QCOMPARE(exact->holds.size(), size_t(1));
    QCOMPARE(exact->holds[0].slot.start.ms, room.at(QTime(9, 0)).ms);
    QCOMPARE(exact->holds[0].variant, QStringLiteral("sedan"));
    QVERIFY(room.book.kept == exact->holds);
    const auto vague = room.find(me, room.wanted({friday, friday, {}, {}, {}}, 2));
    QVERIFY(vague && !vague->exact);
    QCOMPARE(vague->holds.size(), size_t(2));
}

void LocalCalendarTest::keepsOneBayFromTwoCallers()
{
    Room room;
    const FindSlots nine = room.wanted({friday, friday, {}, {}, QTime(9, 0)});
    QCOMPARE(room.find({QStringLiteral("a")}, nine)->holds[0].slot.resource, 1);
    QCOMPARE(room.find({QStringLiteral("b")}, nine)->holds[0].slot.resource, 2);
    const auto third = room.find({QStringLiteral("c")}, nine);
    QVERIFY(third && !third->exact);
    room.clock.advance(11min); // the holds expire
    const FindSlots later = room.wanted({friday, friday, {}, {}, QTime(9, 0)});
    QVERIFY(room.find({QStringLiteral("d")}, later)->exact);
}

void LocalCalendarTest::forgetsTheEarlierOfferOfTheSameCaller()
{
    Room room;
    (void)room.find(me, room.wanted({friday, friday, {}, {}, {}}, 1));
    const auto again = room.find(me, room.wanted({friday, friday, {}, {}, QTime(9, 0)}, 2));
    QCOMPARE(room.book.kept.size(), size_t(1));
    QVERIFY(again->exact);
}

void LocalCalendarTest::givesTheSameHoldsWhenAskedAgain()
{
    Room room;
    const FindSlots question = room.wanted({});
    const auto first = room.find(me, question);
    const auto second = room.find(me, question);
    QVERIFY(first->holds == second->holds);
    QVERIFY(room.book.kept == second->holds);
}

void LocalCalendarTest::choosesAgainWhenAPlaceIsLost()
{
    Room room;
    bool stolen = false;
    room.book.beforeHold = [&](const Hold &hold) {
        if (stolen)
            return;
        stolen = true;
        Appointment quicker;
        quicker.id = {QStringLiteral("quicker")};
        quicker.slot = hold.slot;
        room.book.appointments.push_back(quicker);
    };
    const auto found = room.find(me, room.wanted({friday, friday, {}, {}, QTime(9, 0)}));
    QVERIFY(stolen && found);
    QVERIFY(found->exact);
    QCOMPARE(found->holds[0].slot.resource, 2);
}

void LocalCalendarTest::booksAHeldPlaceOnce()
{
    Room room;
    const Hold hold = room.find(me, room.wanted({friday, friday, {}, {}, QTime(9, 0)}))->holds[0];
    QCOMPARE(room.take(hold).value(), true);
    QCOMPARE(room.take(hold).value(), true); // asked again after a crash
    QCOMPARE(room.book.appointments.size(), size_t(1));
    QVERIFY(room.book.kept.empty());
    Hold late = hold;
    late.thread = other;
    QCOMPARE(room.take(late, {}, QStringLiteral("a2")).value(), false);
}

void LocalCalendarTest::refusesAPlaceTheProfileBlocks()
{
    Room room;
    Appointment block;
    block.slot = {1, room.at(QTime(9, 0)), room.at(QTime(12, 0))};
    room.shop.busy.push_back(block);
    room.calendar.setProfile(room.shop);
    Hold hold;
    hold.thread = me;
    hold.slot = {1, room.at(QTime(10, 0)), room.at(QTime(11, 0))};
    QCOMPARE(room.take(hold).value(), false);
}

void LocalCalendarTest::movesAVisitIntoItsOwnPlace()
{
    Room room;
    room.shop.resources = {QStringLiteral("Bay 1")};
    room.calendar.setProfile(room.shop);
    const Hold hold = room.find(me, room.wanted({friday, friday, {}, {}, QTime(9, 0)}))->holds[0];
    QCOMPARE(room.take(hold).value(), true);
    FindSlots half = room.wanted({friday, friday, {}, {}, QTime(9, 30)}, 2);
    QVERIFY(!room.find(me, half)->exact); // a second visit would overlap the first
    half.moving = {QStringLiteral("a1")};
    const auto moved = room.find(me, half);
    QVERIFY(moved->exact);
    QCOMPARE(room.take(moved->holds[0], {QStringLiteral("a1")}, QStringLiteral("a2")).value(), true);
    QCOMPARE(room.book.appointments.size(), size_t(1));
    QCOMPARE(room.book.appointments[0].slot.start.ms, room.at(QTime(9, 30)).ms);
}

void LocalCalendarTest::releasesAndCancels()
{
    Room room;
    const Hold hold = room.find(me, room.wanted({friday, friday, {}, {}, QTime(9, 0)}))->holds[0];
    int answers = 0;
    room.calendar.release(me, [&](const auto &done) { answers += done ? 1 : 0; });
    room.clock.settle();
    QVERIFY(room.book.kept.empty());
    QCOMPARE(room.take(hold).value(), true); // an expired hold still books a free place
    room.calendar.cancel({QStringLiteral("a1")}, [&](const auto &done) { answers += done ? 1 : 0; });
    room.clock.settle();
    QVERIFY(room.book.appointments.empty());
    QCOMPARE(answers, 2);
}

void LocalCalendarTest::passesErrorsOn()
{
    Room room;
    FindSlots unknown = room.wanted({});
    unknown.service = {QStringLiteral("nails")};
    const auto missing = room.find(me, unknown);
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::Missing);
    room.book.broken = true;
    const auto broken = room.find(me, room.wanted({}));
    QVERIFY(!broken);
    QCOMPARE(broken.error().kind, ErrorKind::Storage);
}

QTEST_GUILESS_MAIN(LocalCalendarTest)
#include "localcalendartest.moc"
