// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/button.h"
#include "ui/widgets/controlbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/navrail.h"
#include "ui/widgets/nowbar.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/toast.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace deskbell::ui;

namespace {

Button *buttonNamed(QWidget &area, const QString &name)
{
    for (auto *button : area.findChildren<Button *>())
        if (button->accessibleName() == name)
            return button;
    return nullptr;
}

} // namespace

class WidgetsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.applyTo(*qApp); }
    void aButtonsPartsNeverOverlap_data();
    void aButtonsPartsNeverOverlap();
    void buttonsPressByEnterAndSpaceAndKeepTheTextCursor();
    void anAmpersandIsJustALetter();
    void segmentsMoveByArrowAndTellOnce();
    void theRailTellsScreensAndBadges();
    void theNowBarDropsTheAiCounterFirst();
    void theControlBarKeepsButtonsThatDidNotChange();
    void theToastUndoesOnceAndLeaves();
    void theToastReplacesWhatWasThere();
    void theSkeletonWaitsBeforeItShows();
    void aSkeletonHiddenInTimeNeverShows();
    void newsIsSpokenAsAnAlert();

private:
    Theme m_theme;
};

void WidgetsTest::aButtonsPartsNeverOverlap_data()
{
    QTest::addColumn<int>("width");
    for (int width : {24, 36, 60, 90, 120, 160, 240, 400})
        QTest::addRow("%d wide", width) << width;
}

void WidgetsTest::aButtonsPartsNeverOverlap()
{
    QFETCH(int, width);
    const QRectF box(0, 0, width, 36);
    const auto layout = layOutButton(box, 18, 70, {30, 20});
    QVERIFY(!layout.icon.intersects(layout.label));
    QVERIFY(!layout.label.intersects(layout.cap));
    for (const QRectF &part : {layout.icon, layout.label, layout.cap})
        QVERIFY(part.isEmpty() || box.adjusted(-1, 0, 1, 0).contains(part) || width < 36);
    QCOMPARE(layout.cap.isEmpty(), width < 18 + 8 + 70 + 12 + 30 + 2 * 8); // the key goes first
}

void WidgetsTest::buttonsPressByEnterAndSpaceAndKeepTheTextCursor()
{
    QWidget page;
    auto *edit = new QLineEdit(&page);
    auto *button = new Button(Button::Kind::Primary, QStringLiteral("Take over"), &page);
    button->move(0, 60);
    page.show();
    QApplication::setActiveWindow(&page);
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QSignalSpy pressed(button, &QAbstractButton::clicked);
    edit->setFocus();
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(edit->hasFocus());
    QTest::keyClick(button, Qt::Key_Return);
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(pressed.count(), 3);
    QCOMPARE(QAccessible::queryAccessibleInterface(button)->role(), QAccessible::Button);
}

void WidgetsTest::anAmpersandIsJustALetter()
{
    Button button(Button::Kind::Outline, QStringLiteral("Wash & wax"));
    QCOMPARE(button.label(), QStringLiteral("Wash & wax"));
    QCOMPARE(button.accessibleName(), QStringLiteral("Wash & wax"));
    QVERIFY(button.shortcut().isEmpty());
}

void WidgetsTest::segmentsMoveByArrowAndTellOnce()
{
    Segments segments(QStringLiteral("Filter"));
    segments.add(QStringLiteral("Open"));
    segments.setCount(segments.add(QStringLiteral("Mine")), 3);
    segments.show();
    QSignalSpy changed(&segments, &Segments::currentChanged);
    const auto parts = segments.findChildren<QRadioButton *>();
    QCOMPARE(parts[1]->accessibleName(), QStringLiteral("Mine, 3"));
    QApplication::setActiveWindow(&segments);
    QVERIFY(QTest::qWaitForWindowActive(&segments));
    parts[0]->setFocus();
    QTest::keyClick(parts[0], Qt::Key_Right);
    QCOMPARE(segments.current(), 1);
    QCOMPARE(changed.count(), 1);
    QTest::mouseClick(parts[0], Qt::LeftButton, {}, QPoint(3, 3)); // not only on its words
    QCOMPARE(segments.current(), 0);
}

void WidgetsTest::theRailTellsScreensAndBadges()
{
    NavRail rail;
    rail.add(1, Icon::Threads, QStringLiteral("Threads"), QStringLiteral("Ctrl 1"));
    rail.add(7, Icon::Settings, QStringLiteral("Settings"), QStringLiteral("Ctrl 7"), NavRail::Place::Bottom);
    rail.setBadge(1, 120, Tone::UrgentSolid, QStringLiteral("120 callers need a person"));
    QSignalSpy chosen(&rail, &NavRail::chosen);
    const auto items = rail.findChildren<QRadioButton *>();
    QCOMPARE(items[0]->accessibleName(), QStringLiteral("Threads, 120 callers need a person"));
    QVERIFY(items[0]->toolTip().contains(QStringLiteral("Ctrl 1")));
    rail.setBadge(1, 0, Tone::UrgentSolid, QStringLiteral("none"));
    QCOMPARE(items[0]->accessibleName(), QStringLiteral("Threads"));
    rail.show();
    QTest::mouseClick(items[1], Qt::LeftButton);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(rail.current(), 7);
    QCOMPARE(rail.sizeHint().width(), 80);
    rail.setNarrow(true);
    QCOMPARE(rail.sizeHint().width(), 64);
}

void WidgetsTest::theNowBarDropsTheAiCounterFirst()
{
    NowBar bar;
    bar.setShopName(QStringLiteral("Brightside Detailing"));
    bar.setOpenState(true, QStringLiteral("Open until 18:00 · Thu 12 Jun, 14:07"));
    bar.setCount(NowBar::Count::AiAnswering, 4);
    QAbstractButton *ai = nullptr;
    QAbstractButton *need = nullptr;
    for (auto *each : bar.findChildren<QAbstractButton *>()) {
        if (each->accessibleName() == QStringLiteral("4 AI answering"))
            ai = each;
        if (each->accessibleName() == QStringLiteral("0 need a person"))
            need = each;
    }
    QVERIFY(ai && need);
    bar.resize(1286, 64);
    bar.show();
    QVERIFY(ai->isVisible());
    bar.resize(960, 64);
    QTRY_VERIFY(!ai->isVisible());
    QVERIFY(need->isVisible());
    QVERIFY(bar.childrenRect().right() <= bar.width());
    QSignalSpy pressed(&bar, &NowBar::counterPressed);
    QTest::mouseClick(need, Qt::LeftButton);
    QCOMPARE(pressed.count(), 1);
    bar.resize(1286, 64);
    QTRY_VERIFY(ai->isVisible());
}

void WidgetsTest::theControlBarKeepsButtonsThatDidNotChange()
{
    ControlBar bar;
    const QVector<ControlBar::Act> acts{{2, QStringLiteral("Take over"), Icon::Hand, QStringLiteral("F2")}};
    ControlBar::Holder holder{ControlBar::Look::Violet, Icon::StarFilled, QStringLiteral("AI is answering"), {}, {}, -1};
    bar.setHolder(holder, acts);
    QSignalSpy acted(&bar, &ControlBar::acted);
    auto *button = buttonNamed(bar, QStringLiteral("Take over"));
    QVERIFY(button);
    holder.title = QStringLiteral("AI is answering this caller");
    bar.setHolder(holder, acts);
    QCOMPARE(buttonNamed(bar, QStringLiteral("Take over")), button);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(acted.count(), 1);
    QCOMPARE(acted[0][0].toInt(), 2);
    bar.setHolder(holder, {});
    QVERIFY(bar.findChildren<Button *>().isEmpty());
}

void WidgetsTest::theToastUndoesOnceAndLeaves()
{
    QWidget page;
    page.resize(600, 400);
    Toast toast(&page);
    page.show();
    QSignalSpy undone(&toast, &Toast::undone);
    QSignalSpy gone(&toast, &Toast::gone);
    toast.show(QStringLiteral("Put on the call-back list for 16:00"), true);
    QVERIFY(toast.isVisible());
    QVERIFY(page.rect().contains(toast.geometry()));
    QVERIFY(toast.undo());
    QVERIFY(!toast.undo());
    QCOMPARE(undone.count(), 1);
    QCOMPARE(gone.count(), 0);
    toast.setLifetime(1ms);
    toast.show(QStringLiteral("Moved to done"), false);
    QVERIFY(!toast.undo());
    QTRY_COMPARE(gone.count(), 1);
    QVERIFY(!toast.isVisible());
}

void WidgetsTest::theToastReplacesWhatWasThere()
{
    QWidget page;
    page.resize(260, 300);
    Toast toast(&page);
    page.show();
    QSignalSpy gone(&toast, &Toast::gone);
    toast.show(QStringLiteral("first"), true);
    toast.show(QStringLiteral("A sentence that is far longer than this small window is wide, so it wraps"), true);
    QCOMPARE(gone.count(), 1);
    QVERIFY(toast.geometry().right() <= page.width());
    QCOMPARE(toast.accessibleName().left(10), QStringLiteral("A sentence"));
}

void WidgetsTest::aSkeletonHiddenInTimeNeverShows()
{
    QWidget page;
    Skeleton skeleton(6, 80, &page);
    Skeleton other(6, 80, &page);
    page.show();
    skeleton.showSoon();
    skeleton.hide(); // the rows came at once
    other.showSoon(); // its timer runs out after the first one's
    QTRY_VERIFY(other.isVisible());
    QVERIFY(!skeleton.isVisible());
}

void WidgetsTest::theSkeletonWaitsBeforeItShows()
{
    QWidget page;
    Skeleton skeleton(6, 80, &page);
    page.show();
    skeleton.showSoon();
    QVERIFY(!skeleton.isVisible());
    QTRY_VERIFY(skeleton.isVisible());
    skeleton.hide();
    QVERIFY(!skeleton.isVisible());
}

void WidgetsTest::newsIsSpokenAsAnAlert()
{
    QWidget page;
    Announcer announcer(&page);
    page.show();
    QCOMPARE(QAccessible::queryAccessibleInterface(&announcer)->role(), QAccessible::AlertMessage);
    QSignalSpy said(&announcer, &Announcer::said);
    announcer.say(QStringLiteral("Tom Becker wrote."));
    announcer.say(QStringLiteral("Aisha Rahman wrote."));
    announcer.sayNow(QStringLiteral("Dana Whitfield needs a person now."));
    QCOMPARE(said.count(), 1);
    QVERIFY(announcer.isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(said.count(), 2, 7000);
    QCOMPARE(said[1][0].toString(), QStringLiteral("Tom Becker wrote. Aisha Rahman wrote."));
}

QTEST_MAIN(WidgetsTest)
#include "widgetstest.moc"
