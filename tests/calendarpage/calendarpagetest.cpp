// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendarpage.h"
#include "tests/calendarpage/builtweek.h"
#include "tests/look/shots.h"
#include "ui/calendar/calendargrid.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace deskbell;

namespace {

struct PageOnScreen {
    ui::CalendarPage page;
    QSignalSpy asked{&page, &ui::CalendarPage::rangeWanted};
    QSignalSpy thread{&page, &ui::CalendarPage::threadWanted};

    explicit PageOnScreen(QSize size = {1286, 704})
    {
        page.setNameOf([](const ThreadId &id) { return id.value; });
        page.setProfile(builtweek::shop());
        page.tick(builtweek::now());
        page.resize(size);
        page.show();
        page.showCalendar(builtweek::week());
        page.focusGrid();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&page.grid(), key, modifiers);
    }
    [[nodiscard]] QString chosen() { return page.grid().selected() ? page.grid().selected()->title : QString(); }
    [[nodiscard]] QString words() const
    {
        QStringList all;
        for (const auto *one : page.findChildren<ui::ElidedLabel *>())
            all << one->text();
        return all.join(u'|');
    }
};

} // namespace

class CalendarPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksForTheWeekOfToday();
    void walksFromCardToCardByKey();
    void turnsWeeksAndComesHomeByKey();
    void enterOpensTheConversation();
    void tellsAboutAHoldUntilItRunsOut();
    void namesAClash();
    void ignoresAnAnswerToAnOldQuestion();
    void dayViewShowsTheDayOfTheSelection();
    void saysWhenNothingIsBooked();
    void aClickSelects();
    void everyCardIsAChildForScreenReaders();
    void paintsInEveryLook_data();
    void paintsInEveryLook();
    void paintsTheDay();
};

void CalendarPageTest::asksForTheWeekOfToday()
{
    PageOnScreen screen;
    QCOMPARE(screen.asked.first()[0].value<Instant>(), builtweek::at(9, 0));
    QCOMPARE(screen.asked.first()[1].value<Instant>(), builtweek::at(16, 0));
    QCOMPARE(screen.page.grid().frame().days, 6); // Sunday is closed and empty
    QVERIFY(screen.words().contains(QStringLiteral("9 to 14 June 2025")));
}

void CalendarPageTest::walksFromCardToCardByKey()
{
    PageOnScreen screen;
    screen.key(Qt::Key_Down);
    QCOMPARE(screen.chosen(), QStringLiteral("Sofia Marin")); // the next visit from now on
    screen.key(Qt::Key_Up);
    QCOMPARE(screen.chosen(), QStringLiteral("Dana Whitfield"));
    screen.key(Qt::Key_Right);
    QCOMPARE(screen.chosen(), QStringLiteral("Lunch"));
    screen.key(Qt::Key_Right);
    QCOMPARE(screen.chosen(), QStringLiteral("Yuki Tanaka"));
    screen.key(Qt::Key_Left);
    screen.key(Qt::Key_Left);
    screen.key(Qt::Key_Left);
    QCOMPARE(screen.chosen(), QStringLiteral("Ben Adeyemi"));
    screen.key(Qt::Key_Escape);
    QVERIFY(screen.chosen().isEmpty());
}

void CalendarPageTest::turnsWeeksAndComesHomeByKey()
{
    PageOnScreen screen;
    screen.key(Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(screen.asked.last()[0].value<Instant>(), builtweek::at(16, 0));
    screen.key(Qt::Key_PageUp, Qt::ControlModifier);
    screen.key(Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(screen.asked.last()[0].value<Instant>(), builtweek::at(2, 0));
    screen.key(Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(screen.asked.last()[0].value<Instant>(), builtweek::at(9, 0));
}

void CalendarPageTest::enterOpensTheConversation()
{
    PageOnScreen screen;
    screen.key(Qt::Key_Down);
    screen.key(Qt::Key_Return);
    QCOMPARE(screen.thread.size(), 1);
    QCOMPARE(screen.thread[0][0].value<ThreadId>(), ThreadId{QStringLiteral("Sofia Marin")});
    screen.page.grid().select(QStringLiteral("Lunch") + QString::number(builtweek::at(12, 12).ms));
    QCOMPARE(screen.chosen(), QStringLiteral("Lunch"));
    screen.key(Qt::Key_Return); // no conversation behind a block
    QCOMPARE(screen.thread.size(), 1);
}

void CalendarPageTest::tellsAboutAHoldUntilItRunsOut()
{
    PageOnScreen screen;
    QVERIFY(screen.page.grid().select(QStringLiteral("hold")));
    QVERIFY(!screen.page.grid().select(QStringLiteral("gone"))); // ran out before
    QVERIFY(screen.words().contains(QStringLiteral("4:12 left")));
    screen.page.tick(builtweek::now() + 2s);
    QVERIFY(screen.words().contains(QStringLiteral("4:10 left")));
    QCOMPARE(screen.chosen(), QStringLiteral("Tom Becker"));
}

void CalendarPageTest::namesAClash()
{
    PageOnScreen screen;
    screen.page.grid().select(QStringLiteral("Walk-in") + QString::number(builtweek::at(13, 13).ms));
    QVERIFY(screen.words().contains(QStringLiteral("Clash with Iris Novak")));
    const QRect iris =
        screen.page.grid().boxOf(QStringLiteral("Iris Novak") + QString::number(builtweek::at(13, 8).ms));
    const QRect walkIn =
        screen.page.grid().boxOf(QStringLiteral("Walk-in") + QString::number(builtweek::at(13, 13).ms));
    QVERIFY(!iris.intersects(walkIn));
}

void CalendarPageTest::ignoresAnAnswerToAnOldQuestion()
{
    PageOnScreen screen;
    screen.key(Qt::Key_PageDown, Qt::ControlModifier);
    screen.page.showCalendar(builtweek::week()); // comes late
    QVERIFY(!screen.page.grid().select(QStringLiteral("hold")));
}

void CalendarPageTest::dayViewShowsTheDayOfTheSelection()
{
    PageOnScreen screen;
    screen.page.grid().select(QStringLiteral("hold"));
    screen.page.setView(ui::CalendarPage::View::Day);
    QCOMPARE(screen.page.grid().frame().first, QDate(2025, 6, 14));
    QCOMPARE(screen.page.grid().frame().days, 1);
    QCOMPARE(screen.asked.last()[1].value<Instant>(), builtweek::at(15, 0));
}

void CalendarPageTest::saysWhenNothingIsBooked()
{
    PageOnScreen screen;
    runtime::CalendarView none = builtweek::week();
    none.appointments.clear();
    none.holds.clear();
    screen.page.showCalendar(none);
    QVERIFY(screen.page.findChild<ui::EmptyState *>()->isVisible());
    screen.page.showCalendar(builtweek::week());
    QVERIFY(!screen.page.findChild<ui::EmptyState *>()->isVisible());
}

void CalendarPageTest::aClickSelects()
{
    PageOnScreen screen;
    const QRect box = screen.page.grid().boxOf(QStringLiteral("hold"));
    QTest::mouseClick(screen.page.grid().viewport(), Qt::LeftButton, {}, box.center());
    QCOMPARE(screen.chosen(), QStringLiteral("Tom Becker"));
}

void CalendarPageTest::everyCardIsAChildForScreenReaders()
{
    PageOnScreen screen;
    QAccessibleInterface *grid = QAccessible::queryAccessibleInterface(&screen.page.grid());
    QVERIFY(grid);
    QCOMPARE(grid->childCount(), 15); // 13 visits, lunch and one live hold
    QStringList names;
    for (int child = 0; child < grid->childCount(); ++child)
        names << grid->child(child)->text(QAccessible::Name);
    QVERIFY(
        names.contains(QStringLiteral("Yuki Tanaka, Full detail, Fri 13 Jun, 09:30 to 11:30, Bay 1, booked by AI")));
    screen.page.grid().select(QStringLiteral("hold"));
    QVERIFY(grid->focusChild()->text(QAccessible::Name).startsWith(QStringLiteral("Tom Becker")));
    QVERIFY(grid->focusChild()->state().selected);
    screen.page.showCalendar({builtweek::at(9, 0), builtweek::at(16, 0), {}, {}});
    QCOMPARE(grid->childCount(), 0);
}

void CalendarPageTest::paintsInEveryLook_data()
{
    shots::looks();
}

void CalendarPageTest::paintsInEveryLook()
{
    const QSize size = shots::apply();
    PageOnScreen screen(size - QSize(80, 64));
    screen.key(Qt::Key_Down);
    QVERIFY(shots::isPainted(screen.page, QStringLiteral("calendar")));
}

void CalendarPageTest::paintsTheDay()
{
    PageOnScreen screen;
    screen.page.setView(ui::CalendarPage::View::Day);
    runtime::CalendarView day = builtweek::week();
    day.from = builtweek::at(12, 0);
    day.to = builtweek::at(13, 0);
    screen.page.showCalendar(day);
    QVERIFY(shots::isPainted(screen.page, QStringLiteral("calendar-day")));
}

QTEST_MAIN(CalendarPageTest)
#include "calendarpagetest.moc"
