// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/stores.h"
#include "tests/support/storedsamples.h"

using namespace deskbell;
using namespace deskbell::runtime;

class AppointmentBookTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { addStoreKinds(); }

    void anAppointmentComesBackWhole();
    void twoCallersOnOnePlaceGetItOnce();
    void placesThatOnlyTouchAreBothFree();
    void aBlockTakesThePlaceToo();
    void bookingTwiceIsBookingOnce();
    void aHoldKeepsThePlaceForItsThread();
    void aHoldThatExpiredKeepsNothing();
    void aHoldOfTheSameIdIsRenewed();
    void aHoldOverAnAppointmentIsRefused();
    void bookingReleasesTheThreadsHolds();
    void movingTakesTheNewPlaceAndFreesTheOld();
    void aMoveThatIsRefusedLeavesTheOldPlace();
    void whatLastsTooShortIsRefused();
    void appointmentsAreFoundByTimeAndByPhone();
};

namespace {

const Instant noon{1'700'000'000'000};

Slot at(Duration from, Duration length = 1h, int resource = 1)
{
    return {resource, noon + from, noon + from + length};
}

Appointment visit(const char *id, const Slot &slot, const char *thread = "t1")
{
    Appointment made;
    made.id.value = QString::fromLatin1(id);
    made.thread.value = QString::fromLatin1(thread);
    made.slot = slot;
    made.phone.e164 = QStringLiteral("+15125550142");
    return made;
}

Hold hold(const char *id, const Slot &slot, const char *thread = "t1", Duration keptFor = 10min)
{
    return {QString::fromLatin1(id), {QString::fromLatin1(thread)}, {}, {}, slot, noon + keptFor};
}

BookAnswer book(const OpenedStore &store, const Appointment &visit, const char *replaces = "", Instant now = noon)
{
    return store.book->book(visit, {QString::fromLatin1(replaces)}, now).value();
}

QString idsIn(const OpenedStore &store)
{
    QStringList ids;
    const auto visits = *store.book->between(noon - 24h, noon + 24h);
    for (const Appointment &one : visits)
        ids << one.id.value;
    return ids.join(u' ');
}

} // namespace

void AppointmentBookTest::anAppointmentComesBackWhole()
{
    const OpenedStore store = openStore();
    const Appointment whole = samples::appointment();
    QCOMPARE(book(store, whole), BookAnswer::Booked);
    QVERIFY(store.book->between(whole.slot.start, whole.slot.end)->front() == whole);
    Hold held = samples::hold();
    QVERIFY(*store.book->hold(held, noon));
    QVERIFY(store.book->holds(noon)->front() == held);
}

void AppointmentBookTest::twoCallersOnOnePlaceGetItOnce()
{
    const OpenedStore store = openStore();
    QCOMPARE(book(store, visit("a", at(1h), "t1")), BookAnswer::Booked);
    QCOMPARE(book(store, visit("b", at(1h + 30min), "t2")), BookAnswer::Taken);
    QCOMPARE(book(store, visit("c", at(30min), "t2")), BookAnswer::Taken);
    QCOMPARE(book(store, visit("d", at(1h + 15min, 15min), "t2")), BookAnswer::Taken);
    QCOMPARE(book(store, visit("e", at(0h, 4h), "t2")), BookAnswer::Taken);
    QCOMPARE(book(store, visit("x", at(2h - 1ms), "t2")), BookAnswer::Taken);
    QCOMPARE(book(store, visit("y", at(1ms), "t2")), BookAnswer::Taken);
    QCOMPARE(book(store, visit("f", at(1h, 1h, 2), "t2")), BookAnswer::Booked); // another bay
    QCOMPARE(idsIn(store), QStringLiteral("a f"));
}

void AppointmentBookTest::placesThatOnlyTouchAreBothFree()
{
    const OpenedStore store = openStore();
    for (const auto &[id, from] : {std::pair("b", 2h), std::pair("a", 1h), std::pair("c", 3h)})
        QCOMPARE(book(store, visit(id, at(from))), BookAnswer::Booked);
    QCOMPARE(idsIn(store), QStringLiteral("a b c"));
}

void AppointmentBookTest::aBlockTakesThePlaceToo()
{
    const OpenedStore store = openStore();
    Appointment lunch = visit("lunch", at(1h), "");
    lunch.block = true;
    lunch.phone = {};
    QCOMPARE(book(store, lunch), BookAnswer::Booked);
    QCOMPARE(book(store, visit("a", at(1h))), BookAnswer::Taken);
    QVERIFY(store.book->remove({QStringLiteral("lunch")}));
    QCOMPARE(book(store, visit("a", at(1h))), BookAnswer::Booked);
}

void AppointmentBookTest::bookingTwiceIsBookingOnce()
{
    const OpenedStore store = openStore();
    QCOMPARE(book(store, visit("a", at(1h))), BookAnswer::Booked);
    QCOMPARE(book(store, visit("a", at(1h))), BookAnswer::Booked);
    QCOMPARE(idsIn(store), QStringLiteral("a"));
}

void AppointmentBookTest::aHoldKeepsThePlaceForItsThread()
{
    const OpenedStore store = openStore();
    QVERIFY(*store.book->hold(hold("h1", at(1h), "t1"), noon));
    QVERIFY(!*store.book->hold(hold("h2", at(1h + 30min), "t2"), noon));
    QCOMPARE(book(store, visit("b", at(1h), "t2")), BookAnswer::Taken);
    QCOMPARE(book(store, visit("s", at(1h), "")), BookAnswer::Taken); // staff too: it was offered
    QVERIFY(*store.book->hold(hold("h3", at(1h + 30min), "t1"), noon)); // its own holds do not stand in its way
    QCOMPARE(book(store, visit("a", at(1h), "t1")), BookAnswer::Booked);
}

void AppointmentBookTest::aHoldThatExpiredKeepsNothing()
{
    const OpenedStore store = openStore();
    QVERIFY(*store.book->hold(hold("h1", at(1h), "t1"), noon));
    QCOMPARE(store.book->holds(noon + 10min - 1ms)->size(), 1u);
    QVERIFY(store.book->holds(noon + 10min)->empty());
    QCOMPARE(book(store, visit("b", at(1h), "t2"), "", noon + 10min - 1ms), BookAnswer::Taken);
    QVERIFY(*store.book->hold(hold("h2", at(1h), "t2", 30min), noon + 10min));
    QCOMPARE(book(store, visit("a", at(1h), "t1"), "", noon + 20min), BookAnswer::Taken);
    QCOMPARE(book(store, visit("a", at(1h), "t1"), "", noon + 30min), BookAnswer::Booked); // expired, yet free
}

void AppointmentBookTest::aHoldOfTheSameIdIsRenewed()
{
    const OpenedStore store = openStore();
    QVERIFY(*store.book->hold(hold("h1", at(1h)), noon));
    QVERIFY(*store.book->hold(hold("h1", at(2h), "t1", 1h), noon));
    const auto holds = *store.book->holds(noon + 30min);
    QCOMPARE(holds.size(), 1u);
    QVERIFY(holds.front().slot == at(2h));
}

void AppointmentBookTest::aHoldOverAnAppointmentIsRefused()
{
    const OpenedStore store = openStore();
    QCOMPARE(book(store, visit("a", at(1h), "t1")), BookAnswer::Booked);
    QVERIFY(!*store.book->hold(hold("h1", at(1h + 59min), "t2"), noon));
    QVERIFY(!*store.book->hold(hold("h1", at(1h), "t1"), noon));
    QVERIFY(*store.book->hold(hold("h1", at(2h), "t2"), noon));
}

void AppointmentBookTest::bookingReleasesTheThreadsHolds()
{
    const OpenedStore store = openStore();
    QVERIFY(*store.book->hold(hold("h1", at(1h), "t1"), noon));
    QVERIFY(*store.book->hold(hold("h2", at(3h), "t1"), noon));
    QVERIFY(*store.book->hold(hold("h3", at(5h), "t2"), noon));
    QCOMPARE(book(store, visit("a", at(1h), "t1")), BookAnswer::Booked);
    QCOMPARE(store.book->holds(noon)->size(), 1u);
    QVERIFY(store.book->releaseHolds({QStringLiteral("t2")}));
    QVERIFY(store.book->holds(noon)->empty());
}

void AppointmentBookTest::movingTakesTheNewPlaceAndFreesTheOld()
{
    const OpenedStore store = openStore();
    QCOMPARE(book(store, visit("a", at(1h))), BookAnswer::Booked);
    QCOMPARE(book(store, visit("b", at(1h + 30min)), "a"), BookAnswer::Booked); // over its own old place
    QCOMPARE(idsIn(store), QStringLiteral("b"));
    QCOMPARE(book(store, visit("b", at(1h + 30min)), "a"), BookAnswer::Booked);
    QCOMPARE(idsIn(store), QStringLiteral("b"));
}

void AppointmentBookTest::aMoveThatIsRefusedLeavesTheOldPlace()
{
    const OpenedStore store = openStore();
    QCOMPARE(book(store, visit("a", at(1h), "t1")), BookAnswer::Booked);
    QCOMPARE(book(store, visit("b", at(3h), "t2")), BookAnswer::Booked);
    QCOMPARE(book(store, visit("c", at(3h), "t1"), "a"), BookAnswer::Taken);
    QCOMPARE(idsIn(store), QStringLiteral("a b"));
}

void AppointmentBookTest::whatLastsTooShortIsRefused()
{
    const OpenedStore store = openStore();
    const auto never = store.book->book(visit("a", at(1h, -1h)), {}, noon);
    QVERIFY(!never);
    QVERIFY(!store.book->hold(hold("h", at(1h, 0h)), noon));
    QCOMPARE(idsIn(store), QString());
    QCOMPARE(book(store, visit("a", at(1h))), BookAnswer::Booked); // and the book is still usable
}

void AppointmentBookTest::appointmentsAreFoundByTimeAndByPhone()
{
    const OpenedStore store = openStore();
    Appointment other = visit("b", at(3h));
    other.phone.e164 = QStringLiteral("+15125550199");
    QCOMPARE(book(store, visit("a", at(1h))), BookAnswer::Booked);
    QCOMPARE(book(store, other), BookAnswer::Booked);
    QCOMPARE(book(store, visit("c", at(5h))), BookAnswer::Booked);
    QCOMPARE(store.book->between(noon + 2h, noon + 5h)->size(), 1u); // ends and starts are not inside
    QCOMPARE(store.book->between(noon + 119min, noon + 301min)->size(), 3u);
    const PhoneNumber phone{QStringLiteral("+15125550142")};
    QCOMPARE(store.book->of(phone, noon)->size(), 2u);
    QCOMPARE(store.book->of(phone, noon + 2h)->front().id.value, QStringLiteral("c"));
    QVERIFY(store.book->of({}, noon)->empty());
}

QTEST_GUILESS_MAIN(AppointmentBookTest)
#include "appointmentbooktest.moc"
