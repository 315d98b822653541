// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/stages.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::engine;

/// Offers, bookings, moves and cancellations.
class BookingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void offersAreHeldAndTaken();
    void anExactFreeTimeIsBookedAtOnce();
    void aTimeJustTakenIsReplacedByOthers();
    void noFreeTimeAsksForAnotherDay();
    void aBookingLeavesLeadRecordAndMorningNotice();
    void aVisitIsMovedNotDoubled();
    void aVisitIsCancelled();
};

void BookingTest::offersAreHeldAndTaken()
{
    Story s = offered();
    QVERIFY2(s.lastText().contains(QStringLiteral("$1,150")), qPrintable(s.lastText()));
    QVERIFY(s.lastText().contains(QStringLiteral("Thu Dec 10 at 10:00 AM or Fri Dec 11 at 9:00 AM")));
    QVERIFY(s.in<phase::Offering>());
    QCOMPARE(s.state.offer.size(), size_t(2));
    s.writes(QStringLiteral("thursday"));
    QCOMPARE(s.state.offer.size(), size_t(2)); // still theirs to take while the answer is made
    s.proposes(proposal::TakeOffer{0});
    const auto *book = s.newest<order::BookSlot>();
    QVERIFY(book);
    QCOMPARE(s.wallOf(book->appointment.slot.start), QStringLiteral("2026-12-10T10:00"));
    QVERIFY(s.in<phase::Booking>());
    QVERIFY(!s.texts().last().contains(QStringLiteral("booked"))); // nothing is said before it is true
    s.booked();
    QVERIFY(s.lastText().contains(QStringLiteral("booked - Ceramic coating (SUV or truck), Thu Dec 10 at 10:00 AM")));
    QVERIFY(s.in<phase::Booked>());
}

void BookingTest::anExactFreeTimeIsBookedAtOnce()
{
    Story s = talking();
    proposal::FindTime find = findCeramic();
    find.wish.from = find.wish.to = QDate(2026, 12, 11);
    find.wish.exact = QTime(9, 0);
    s.proposes(find);
    s.slotsFound({"2026-12-11T09:00"}, true);
    QVERIFY(s.newest<order::BookSlot>());
    s.booked();
    QCOMPARE(s.state.lead.outcome, LeadOutcome::Booked);
}

void BookingTest::aTimeJustTakenIsReplacedByOthers()
{
    Story s = offered();
    s.writes(QStringLiteral("first"));
    s.proposes(proposal::TakeOffer{0});
    s.booked(false);
    QCOMPARE(s.newest<order::FindSlots>()->request, s.state.request);
    s.slotsFound({"2026-12-14T09:00"});
    QVERIFY2(s.lastText().startsWith(QStringLiteral("Sorry, that time was taken")), qPrintable(s.lastText()));
    QVERIFY(s.lastText().contains(QStringLiteral("Mon Dec 14 at 9:00 AM")));
    QCOMPARE(s.state.appointments.size(), size_t(0));
}

void BookingTest::noFreeTimeAsksForAnotherDay()
{
    Story s = talking();
    s.proposes(findCeramic());
    s.slotsFound({});
    QVERIFY(s.lastText().contains(QStringLiteral("other day")));
    QVERIFY(s.in<phase::WaitingForCaller>());
}

void BookingTest::aBookingLeavesLeadRecordAndMorningNotice()
{
    Story s(QStringLiteral("2026-12-07T18:42"));
    s.missed();
    s.accepts();
    s.writes(QStringLiteral("ceramic coating for my SUV thursday at 10, Dana"));
    s.nextDue();
    Turn turn;
    turn.intents = {QStringLiteral("book")};
    turn.learnt = {{QStringLiteral("service"), QStringLiteral("ceramic"), Origin::CallersWords},
        {QStringLiteral("variant"), QStringLiteral("SUV or truck"), Origin::CallersWords},
        {QStringLiteral("name"), QStringLiteral("Dana"), Origin::CallersWords}};
    turn.proposal = findCeramic();
    s.tell(fact::TurnProposed{s.state.turn, turn, {}});
    s.slotsFound({"2026-12-10T10:00"}, true);
    s.booked();
    const Lead &lead = s.state.lead;
    QCOMPARE(lead.source, QStringLiteral("missed call"));
    QCOMPARE(lead.intent, QStringLiteral("book"));
    QCOMPARE(lead.outcome, LeadOutcome::Booked);
    QCOMPARE(lead.estimateCents, 115000);
    QVERIFY2(lead.summary.contains(QStringLiteral("Ceramic coating, SUV or truck")), qPrintable(lead.summary));
    QCOMPARE(s.state.appointments.back().name, QStringLiteral("Dana"));
    // The owner's notice waits for the morning: the shop opens at nine.
    const auto it = std::find_if(s.orders.begin(), s.orders.end(), [](const PlannedOrder &order) {
        const auto *notify = std::get_if<order::Notify>(&order.what);
        return notify && notify->code == QStringLiteral("booked");
    });
    QVERIFY(it != s.orders.end());
    QCOMPARE(s.wallOf(it->notBefore), QStringLiteral("2026-12-08T09:00"));
}

void BookingTest::aVisitIsMovedNotDoubled()
{
    Story s = bookedVisit();
    const AppointmentId first = s.state.appointments.back().id;
    s.wait(1h);
    s.writes(QStringLiteral("can i do saturday instead"));
    s.proposes(proposal::Move{});
    QCOMPARE(s.newest<order::FindSlots>()->moving, first);
    s.slotsFound({"2026-12-12T10:00"}, true);
    QCOMPARE(s.newest<order::BookSlot>()->replaces, first);
    s.booked();
    QCOMPARE(s.state.appointments.size(), size_t(1));
    QCOMPARE(s.state.lead.outcome, LeadOutcome::Rescheduled);
    QVERIFY(s.lastText().contains(QStringLiteral("moved")));
}

void BookingTest::aVisitIsCancelled()
{
    Story s = bookedVisit();
    const AppointmentId visit = s.state.appointments.back().id;
    s.writes(QStringLiteral("i have to call it off"));
    s.proposes(proposal::CancelVisit{});
    QCOMPARE(s.newest<order::CancelAppointment>()->appointment, visit);
    s.tell(fact::AppointmentCancelled{visit});
    QCOMPARE(s.state.appointments.size(), size_t(0));
    QCOMPARE(s.state.lead.outcome, LeadOutcome::Cancelled);
}

QTEST_GUILESS_MAIN(BookingTest)
#include "bookingtest.moc"
