// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendarlayout.h"

#include <QRandomGenerator>
#include <QTest>

using namespace deskbell;

namespace {

const QTimeZone chicago("America/Chicago");

Instant wall(QDate day, int hour, int minute = 0)
{
    return toInstant(day, QTime(hour, minute), chicago);
}

const QDate monday(2025, 6, 9);

ui::CalendarFrame frame(int days = 6, int resources = 2)
{
    ui::CalendarFrame made;
    made.first = monday;
    made.days = days;
    made.resources = resources;
    made.fromHour = 8;
    made.toHour = 18;
    made.area = QRectF(0, 0, 600, 500); // a column of 50, an hour of 50
    made.zone = chicago;
    return made;
}

bool apart(const std::vector<ui::PlacedCard> &cards)
{
    for (size_t one = 0; one < cards.size(); ++one) {
        for (size_t other = one + 1; other < cards.size(); ++other) {
            const QRectF shared = cards[one].box & cards[other].box;
            if (shared.width() > 0.01 && shared.height() > 0.01)
                return false;
        }
    }
    return true;
}

} // namespace

class CalendarLayoutTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aVisitStandsInItsBayAndHours();
    void overlappingVisitsShareTheWidth();
    void aFreeLaneIsUsedAgain();
    void neverLaysCardsOverEachOther();
    void aVisitOverMidnightHasTwoPieces();
    void theAutumnHourIsNotLost();
    void shadesClosedHours();
    void theNowLineStandsOnlyOnItsDay();
    void showsOpenHoursAndWhatIsBookedOutside();
    void showsTheDaysThatAreOpenOrBooked();
};

void CalendarLayoutTest::aVisitStandsInItsBayAndHours()
{
    const auto cards = ui::placeCards(frame(), {{2, wall(monday.addDays(1), 10), wall(monday.addDays(1), 12)}});
    QCOMPARE(cards.size(), size_t(1));
    QCOMPARE(cards[0].box.top(), 100.0);
    QVERIFY(cards[0].box.bottom() > 198 && cards[0].box.bottom() <= 200);
    QVERIFY(ui::columnOf(frame(), 1, 2).contains(cards[0].box));
}

void CalendarLayoutTest::overlappingVisitsShareTheWidth()
{
    const auto cards = ui::placeCards(frame(),
        {{1, wall(monday, 9), wall(monday, 11)}, {1, wall(monday, 10), wall(monday, 12)},
            {1, wall(monday, 14), wall(monday, 15)}});
    QCOMPARE(cards.size(), size_t(3));
    QVERIFY(apart(cards));
    QVERIFY(cards[0].box.width() < 25 && cards[1].box.width() < 25);
    QVERIFY(cards[2].box.width() > 40); // alone: the whole column
}

void CalendarLayoutTest::aFreeLaneIsUsedAgain()
{
    // A long visit beside two short ones: two lanes, not three.
    const auto cards = ui::placeCards(frame(),
        {{1, wall(monday, 9), wall(monday, 13)}, {1, wall(monday, 9), wall(monday, 10)},
            {1, wall(monday, 10), wall(monday, 11)}});
    QVERIFY(apart(cards));
    for (const ui::PlacedCard &card : cards)
        QVERIFY(card.box.width() > 20);
}

void CalendarLayoutTest::neverLaysCardsOverEachOther()
{
    QRandomGenerator chance(612);
    for (int round = 0; round < 50; ++round) {
        std::vector<Slot> slots;
        for (int at = 0; at < 30; ++at) {
            const Instant start =
                wall(monday.addDays(chance.bounded(6)), 8) + std::chrono::minutes(15 * chance.bounded(36));
            slots.push_back(
                {1 + chance.bounded(2), start, start + std::chrono::minutes(15 * (1 + chance.bounded(12)))});
        }
        const auto cards = ui::placeCards(frame(), slots);
        QCOMPARE(cards.size(), slots.size());
        QVERIFY(apart(cards));
        for (const ui::PlacedCard &card : cards)
            QVERIFY(frame().area.contains(card.box) && card.box.width() > 2);
    }
}

void CalendarLayoutTest::aVisitOverMidnightHasTwoPieces()
{
    ui::CalendarFrame whole = frame();
    whole.fromHour = 0;
    whole.toHour = 24;
    const auto cards = ui::placeCards(whole, {{1, wall(monday, 22), wall(monday.addDays(1), 2)}});
    QCOMPARE(cards.size(), size_t(2));
    QCOMPARE(cards[1].box.top(), 0.0);
    // Ending at midnight leaves nothing on the next day.
    QCOMPARE(ui::placeCards(whole, {{1, wall(monday, 22), wall(monday.addDays(1), 0)}}).size(), size_t(1));
}

void CalendarLayoutTest::theAutumnHourIsNotLost()
{
    ui::CalendarFrame autumn = frame(1, 1);
    autumn.first = QDate(2025, 11, 2); // 01:00 comes twice in Chicago
    autumn.fromHour = 0;
    const auto cards = ui::placeCards(autumn, {{1, wall(autumn.first, 9), wall(autumn.first, 10)}});
    QCOMPARE(cards.size(), size_t(1));
    QCOMPARE(cards[0].box.top(), ui::heightOf(autumn, QTime(9, 0)));
}

void CalendarLayoutTest::shadesClosedHours()
{
    OpeningHours hours;
    hours.week[0] = {{QTime(9, 0), QTime(12, 0)}, {QTime(13, 0), QTime(17, 0)}};
    const auto boxes = ui::closedBoxes(frame(2, 2), hours);
    QCOMPARE(boxes.size(), size_t(4)); // before, lunch, after; Tuesday whole
    QCOMPARE(boxes[1], QRectF(0, 200, 300, 50));
    QCOMPARE(boxes[3].height(), 500.0);
}

void CalendarLayoutTest::theNowLineStandsOnlyOnItsDay()
{
    const auto line = ui::nowLine(frame(), wall(monday.addDays(2), 13));
    QVERIFY(line);
    QCOMPARE(line->y1(), 250.0);
    QCOMPARE(line->x1(), 200.0);
    QCOMPARE(line->x2(), 300.0);
    QVERIFY(!ui::nowLine(frame(), wall(monday.addDays(9), 13)));
    QVERIFY(!ui::nowLine(frame(), wall(monday, 23)));
}

void CalendarLayoutTest::showsOpenHoursAndWhatIsBookedOutside()
{
    OpeningHours hours;
    hours.week[0] = {{QTime(9, 0), QTime(17, 0)}};
    QCOMPARE(ui::hoursToShow(monday, 6, hours, {}, chicago), (ui::HourSpan{8, 18}));
    QCOMPARE(
        ui::hoursToShow(monday, 6, hours, {{1, wall(monday, 6), wall(monday, 7)}}, chicago), (ui::HourSpan{5, 18}));
    QCOMPARE(ui::hoursToShow(monday, 6, {}, {}, chicago), (ui::HourSpan{8, 18})); // never open: still a grid
}

void CalendarLayoutTest::showsTheDaysThatAreOpenOrBooked()
{
    OpeningHours hours;
    for (size_t day = 0; day < 5; ++day)
        hours.week[day] = {{QTime(9, 0), QTime(17, 0)}};
    QCOMPARE(ui::daysOfWeek(monday, hours, {}, chicago), 5);
    QCOMPARE(ui::daysOfWeek(monday, hours, {{1, wall(monday.addDays(6), 9), wall(monday.addDays(6), 10)}}, chicago), 7);
    hours.week[5] = {{QTime(9, 0), QTime(12, 0)}};
    QCOMPARE(ui::daysOfWeek(monday, hours, {}, chicago), 6);
}

QTEST_GUILESS_MAIN(CalendarLayoutTest)
#include "calendarlayouttest.moc"
