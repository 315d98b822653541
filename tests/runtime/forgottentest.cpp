// SPDX-License-Identifier: GPL-3.0-or-later
#include "houseontable.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::runtime;

namespace {
const QString dana = QStringLiteral("+15125550142");
const QString miguel = QStringLiteral("+15125550177");
using Mood = TablePhone::Mood;
}

/// Nothing that waits is forgotten because something else came first. Found by random stories (tests/nemesis).
class ForgottenTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aThreadThatRingsDoesNotSilenceTheNext();
    void anOrderUnderWayDoesNotHideTheNext();
    void anotherOrdersTextIsNotTakenForOurs();
    void aTextOfHoursLaterIsNotTakenForOurs();
};

void ForgottenTest::aThreadThatRingsDoesNotSilenceTheNext()
{
    HouseOnTable house;
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(5min);
    house.missed(miguel, QStringLiteral("CA2"));
    house.clock.advance(1min);
    // Dana's answer stops her ladder, so her due time sets no new one; Miguel's nudge comes all the same.
    house.profile.policy.maxNudges = 1;
    house.loop->setProfile(house.profile);
    house.clock.advance(4h + 10min);
    QCOMPARE(house.textsTo(dana), 2);
    QCOMPARE(house.textsTo(miguel), 2);
}

void ForgottenTest::anOrderUnderWayDoesNotHideTheNext()
{
    HouseOnTable house({}, Instant::fromDateTime(QDateTime(QDate(2026, 12, 7), QTime(13, 0), Qt::UTC))); // 7:00 at the shop
    house.missed(QString(), QStringLiteral("CA1")); // withheld: people are told when the shop opens
    house.clock.advance(1s);
    QCOMPARE(house.notices.notices.size(), size_t(0));
    house.phone.room_ = 0; // a text that waits for room is due, and stays so
    house.missed(dana, QStringLiteral("CA2"));
    house.clock.advance(1s);
    house.crashAndReopen();
    house.clock.advance(3h);
    QVERIFY(!house.notices.notices.empty());
}

void ForgottenTest::anotherOrdersTextIsNotTakenForOurs()
{
    HouseOnTable house;
    house.assistant.next->text = QStringLiteral("It depends.");
    house.writes(dana, QStringLiteral("what does it cost?"), QStringLiteral("SM1"));
    house.clock.advance(10s);
    QCOMPARE(house.textsTo(dana), 1);
    house.phone.mood = Mood::LoseBefore;
    house.writes(dana, QStringLiteral("so what does it cost?"), QStringLiteral("SM2")); // the same words again, lost
    house.clock.advance(2h);
    const auto entry = house.store->order({u"reply:2:" % house.state(dana).id.value});
    QVERIFY(entry && entry->has_value());
    QCOMPARE((*entry)->standing, OrderStanding::Unclear);
    QVERIFY((*entry)->personTold);
}

void ForgottenTest::aTextOfHoursLaterIsNotTakenForOurs()
{
    HouseOnTable house;
    house.phone.mood = Mood::LoseBefore;
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(13h);
    house.phone.mood = Mood::AcceptThenLoseAnswer;
    house.missed(dana, QStringLiteral("CA2"));
    house.clock.advance(2h);
    const auto lost = house.store->order({QStringLiteral("first_text:CA1")});
    const auto found = house.store->order({QStringLiteral("first_text:CA2")});
    QCOMPARE((*lost)->standing, OrderStanding::Unclear);
    QCOMPARE((*found)->standing, OrderStanding::Done);
}

QTEST_GUILESS_MAIN(ForgottenTest)
#include "forgottentest.moc"
