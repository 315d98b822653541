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
    void timesForAnOlderTextAreDroppedAndReleased();
    void aBookingDoesNotSwallowWhatTheyWroteMeanwhile();
    void justTakenIsSaidEvenIfTheyWroteMeanwhile();
    void aCancellationDoesNotSwallowWhatTheyWroteMeanwhile();
    void anOfferWhoseHoldRanOutCanStillBeTaken();
    void timesThatHavePassedAreNoOfferAnyMore();
    void withTwoVisitsNobodyGuessesWhichToCancel();
    void aVisitThatBeganIsNotCancelled();
    void aBookingThatSettlesAfterANoSaysNothing();
    void takingNothingThatWasOfferedNeedsAPerson_data();
    void takingNothingThatWasOfferedNeedsAPerson();
    void helpInTheMiddleLeavesTheAnswerStanding();
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

void BookingTest::timesForAnOlderTextAreDroppedAndReleased()
{
    Story s = talking();
    s.proposes(findCeramic());
    s.writes(QStringLiteral("actually a wash will do"));
    const auto before = s.texts().size();
    s.slotsFound({"2026-12-10T10:00"});
    QCOMPARE(s.texts().size(), before);
    QVERIFY(s.state.offer.empty());
    QVERIFY(s.newest<order::ReleaseHolds>());
    QVERIFY(s.in<phase::Answering>());
    QVERIFY(s.due().isSet()); // the newer text is answered
}

void BookingTest::aBookingDoesNotSwallowWhatTheyWroteMeanwhile()
{
    Story s = offered();
    s.writes(QStringLiteral("the first one"));
    s.proposes(proposal::TakeOffer{0});
    s.writes(QStringLiteral("can i pay by card?"));
    s.booked();
    QVERIFY(s.lastText().contains(QStringLiteral("booked")));
    QVERIFY(s.in<phase::Answering>());
    QVERIFY(s.state.callerWaitsSince.isSet());
    s.nextDue();
    QCOMPARE(s.newest<order::AskAssistant>()->turn, s.state.turn);
    s.proposes(proposal::JustReply{}, QStringLiteral("Yes, cards are fine."));
    QCOMPARE(s.lastText(), QStringLiteral("Yes, cards are fine."));
    QVERIFY(s.in<phase::Booked>());
}

void BookingTest::justTakenIsSaidEvenIfTheyWroteMeanwhile()
{
    Story s = offered();
    s.writes(QStringLiteral("the first one"));
    s.proposes(proposal::TakeOffer{0});
    s.writes(QStringLiteral("can i pay by card?"));
    s.booked(false);
    QVERIFY2(s.lastText().contains(QStringLiteral("taken")), qPrintable(s.lastText()));
    QVERIFY(s.in<phase::Answering>());
    s.nextDue();
    QCOMPARE(s.newest<order::AskAssistant>()->turn, s.state.turn);
    QVERIFY(s.state.appointments.empty());
}

void BookingTest::aCancellationDoesNotSwallowWhatTheyWroteMeanwhile()
{
    Story s = bookedVisit();
    const AppointmentId visit = s.state.appointments.back().id;
    s.writes(QStringLiteral("i have to call it off"));
    s.proposes(proposal::CancelVisit{});
    s.writes(QStringLiteral("do you have anything next week?"));
    s.tell(fact::AppointmentCancelled{visit});
    QVERIFY(s.in<phase::Answering>());
    s.nextDue();
    QCOMPARE(s.newest<order::AskAssistant>()->turn, s.state.turn);
}

void BookingTest::anOfferWhoseHoldRanOutCanStillBeTaken()
{
    Story s = offered();
    s.nextDue(); // the holds run out
    QVERIFY(s.in<phase::WaitingForCaller>());
    QVERIFY(s.explained(QStringLiteral("slots.expired")));
    s.wait(2h);
    s.writes(QStringLiteral("sorry, was driving. the first one"));
    QCOMPARE(s.state.offer.size(), size_t(2));
    s.proposes(proposal::TakeOffer{0});
    const auto *book = s.newest<order::BookSlot>();
    QVERIFY(book);
    QCOMPARE(s.wallOf(book->appointment.slot.start), QStringLiteral("2026-12-10T10:00"));
    s.booked(false); // somebody else was faster: other times, no promise broken
    QVERIFY(s.newest<order::FindSlots>()->request == s.state.request);
}

void BookingTest::timesThatHavePassedAreNoOfferAnyMore()
{
    Story s = offered();
    s.nextDue();
    s.at(QStringLiteral("2026-12-07T20:00"));
    s.writes(QStringLiteral("hi"));
    QCOMPARE(s.state.offer.size(), size_t(2));
    s.at(QStringLiteral("2026-12-08T11:00")); // a night later
    s.writes(QStringLiteral("the first one"));
    QVERIFY(s.state.offer.empty());
}

void BookingTest::withTwoVisitsNobodyGuessesWhichToCancel()
{
    Story s = bookedVisit();
    Appointment other = s.state.appointments.back();
    other.id = {QStringLiteral("entered by staff")};
    other.slot.start = other.slot.start + 48h;
    other.slot.end = other.slot.end + 48h;
    s.state.appointments.push_back(other);
    s.writes(QStringLiteral("i have to call it off"));
    s.proposes(proposal::CancelVisit{});
    QVERIFY(!s.newest<order::CancelAppointment>());
    QVERIFY(s.in<phase::NeedsPerson>());
}

void BookingTest::aVisitThatBeganIsNotCancelled()
{
    Story s = bookedVisit();
    s.at(QStringLiteral("2026-12-10T10:30"));
    s.writes(QStringLiteral("cancel it please"));
    s.proposes(proposal::CancelVisit{});
    QVERIFY(!s.newest<order::CancelAppointment>());
    QVERIFY(s.in<phase::NeedsPerson>());
}

void BookingTest::aBookingThatSettlesAfterANoSaysNothing()
{
    Story s = offered();
    s.writes(QStringLiteral("the first one"));
    s.proposes(proposal::TakeOffer{0});
    s.writes(QStringLiteral("STOP"));
    const auto before = s.texts().size();
    s.booked();
    QCOMPARE(s.texts().size(), before);
    QCOMPARE(s.state.appointments.size(), size_t(1)); // the visit stands in the calendar all the same
    QVERIFY(s.noticed(QStringLiteral("booked")));
    QVERIFY(s.state.optOut);
    QVERIFY(s.state.callback && !s.state.callback->done); // no text may tell them of the visit
    QCOMPARE(s.state.callback->reason, Reason::MaybeAppointment);
}

void BookingTest::takingNothingThatWasOfferedNeedsAPerson_data()
{
    QTest::addColumn<int>("index");
    QTest::newRow("before the first") << -1;
    QTest::newRow("after the last") << 2;
}

void BookingTest::takingNothingThatWasOfferedNeedsAPerson()
{
    QFETCH(int, index);
    Story s = offered();
    s.writes(QStringLiteral("that one"));
    s.proposes(proposal::TakeOffer{index});
    QVERIFY(!s.newest<order::BookSlot>());
    QVERIFY(s.in<phase::NeedsPerson>());
}

void BookingTest::helpInTheMiddleLeavesTheAnswerStanding()
{
    Story s = talking();
    s.nextDue(); // the assistant is asked
    const int turn = s.state.turn;
    s.writes(QStringLiteral("HELP"));
    QCOMPARE(s.textsOf(TextKind::Help), 1);
    QCOMPARE(s.state.turn, turn);
    s.proposes(proposal::JustReply{}, QStringLiteral("It depends on the car."));
    QCOMPARE(s.lastText(), QStringLiteral("It depends on the car."));
}

QTEST_GUILESS_MAIN(BookingTest)
#include "bookingtest.moc"
