// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/forecastall.h"
#include "houseontable.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace deskbell;
using namespace deskbell::runtime;

namespace {

const QString dana = QStringLiteral("+15125550142");
const QString noor = QStringLiteral("+15125550177");

Instant morning()
{
    return Instant::fromDateTime(QDateTime(QDate(2026, 12, 7), QTime(16, 0), Qt::UTC)); // a Monday, ten o'clock in Chicago
}

} // namespace

/// The big stop and the forecast on a whole house with a real store.
class StopTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whileStoppedCallersGoToPeople();
    void aTextThatWaitsIsDroppedByTheStop();
    void theStopSurvivesACrash();
    void afterTheUndoNewCallersAreTextedAgain();
    void theStopIsWrittenDownOnce();
    void marksAreReadBack_data();
    void marksAreReadBack();
    void theForecastOfAllThreadsIsInOrder();
    void aTextTakenOutOfTheForecastDoesNotLeave();
};

void StopTest::whileStoppedCallersGoToPeople()
{
    HouseOnTable house({}, morning());
    house.loop->stopTexts(true, QStringLiteral("Jess"));
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1min);
    QCOMPARE(house.textsTo(dana), 0);
    QCOMPARE(house.state(dana).callback->reason, engine::Reason::TextsStopped);
}

void StopTest::aTextThatWaitsIsDroppedByTheStop()
{
    HouseOnTable house({}, morning());
    house.phone.room_ = 0;
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1s);
    QCOMPARE(house.state(dana).ownTexts.back().delivery, Delivery::Planned);
    house.loop->stopTexts(true, QStringLiteral("Jess"));
    house.phone.room_ = 64;
    house.phone.wake_();
    house.clock.advance(1min);
    QCOMPARE(house.textsTo(dana), 0);
    QCOMPARE(house.state(dana).ownTexts.back().delivery, Delivery::Cancelled);
    QCOMPARE(house.state(dana).callback->reason, engine::Reason::TextsStopped);
}

void StopTest::theStopSurvivesACrash()
{
    QTemporaryDir folder;
    HouseOnTable house(folder.path(), morning());
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1s);
    QCOMPARE(house.textsTo(dana), 1);
    house.loop->stopTexts(true, QStringLiteral("Jess"));
    house.clock.advance(1s);
    house.crashAndReopen();
    QVERIFY(house.loop->textsStop().on);
    QCOMPARE(house.loop->textsStop().seat, QStringLiteral("Jess"));
    house.clock.advance(30h); // both nudges would have been due
    QCOMPARE(house.textsTo(dana), 1);
    house.missed(noor, QStringLiteral("CA2"));
    house.clock.advance(1min);
    QCOMPARE(house.textsTo(noor), 0);
}

void StopTest::afterTheUndoNewCallersAreTextedAgain()
{
    HouseOnTable house({}, morning());
    house.loop->stopTexts(true, QStringLiteral("Jess"));
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1min);
    house.loop->stopTexts(false, QStringLiteral("Jess"));
    house.missed(noor, QStringLiteral("CA2"));
    house.clock.advance(1min);
    QCOMPARE(house.textsTo(noor), 1);
    QCOMPARE(house.textsTo(dana), 0); // a person has that caller
    QVERIFY(!house.loop->textsStop().on);
}

void StopTest::theStopIsWrittenDownOnce()
{
    HouseOnTable house({}, morning());
    QSignalSpy told(house.loop.get(), &EngineLoop::textsStopChanged);
    house.loop->stopTexts(true, QStringLiteral("Jess"));
    house.loop->stopTexts(true, QStringLiteral("Ann"));
    QCOMPARE(told.count(), 1);
    QCOMPARE(house.loop->textsStop().seat, QStringLiteral("Jess"));
}

void StopTest::marksAreReadBack_data()
{
    QTest::addColumn<QString>("mark");
    QTest::addColumn<bool>("on");
    QTest::addColumn<QString>("seat");
    QTest::newRow("never touched") << QString() << false << QString();
    QTest::newRow("on") << TextsStop{true, QStringLiteral("Jess"), {5}}.mark() << true << QStringLiteral("Jess");
    QTest::newRow("off") << TextsStop{false, QStringLiteral("A|B"), {5}}.mark() << false << QStringLiteral("A|B");
    QTest::newRow("garbage is on") << QStringLiteral("???") << true << QString();
}

void StopTest::marksAreReadBack()
{
    QFETCH(QString, mark);
    const TextsStop stop = TextsStop::fromMark(mark);
    QTEST(stop.on, "on");
    QTEST(stop.seat, "seat");
}

void StopTest::theForecastOfAllThreadsIsInOrder()
{
    HouseOnTable house({}, morning());
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1h);
    house.missed(noor, QStringLiteral("CA2"));
    house.clock.advance(1min);
    const auto texts = forecastAll(*house.loop);
    QVERIFY(texts);
    QCOMPARE(texts->size(), size_t(4));
    QCOMPARE((*texts)[0].thread, house.state(dana).id);
    QCOMPARE((*texts)[1].thread, house.state(noor).id);
    for (size_t i = 1; i < texts->size(); ++i)
        QVERIFY((*texts)[i - 1].at <= (*texts)[i].at);
    house.clock.advance(5h);
    QCOMPARE(house.textsTo(dana), 2);
    QCOMPARE(house.textsTo(noor), 2);
}

void StopTest::aTextTakenOutOfTheForecastDoesNotLeave()
{
    HouseOnTable house({}, morning());
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1min);
    const auto texts = forecastAll(*house.loop);
    QVERIFY(texts && !texts->empty());
    Arrival arrival;
    arrival.id = QStringLiteral("click:1");
    arrival.thread = texts->front().thread;
    arrival.fact = engine::fact::OperatorCancelledPlanned{QStringLiteral("Jess"), texts->front().order};
    house.loop->put(arrival);
    house.clock.advance(5h);
    QCOMPARE(house.textsTo(dana), 1);
    house.clock.advance(20h);
    QCOMPARE(house.textsTo(dana), 2);
}

QTEST_GUILESS_MAIN(StopTest)
#include "stoptest.moc"
