// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shellwindow.h"
#include "tests/calendarpage/builtweek.h"
#include "tests/callbacks/builtqueue.h"
#include "tests/look/shots.h"
#include "tests/threads/builtrows.h"
#include "ui/calendar/calendarpage.h"
#include "ui/callbacks/callbackspage.h"
#include "ui/shell/keyssheet.h"
#include "ui/shell/nowwords.h"
#include "ui/shell/urgentstrip.h"
#include "ui/threads/threadspage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/composeredit.h"
#include "ui/widgets/navrail.h"
#include "ui/widgets/nowbar.h"
#include "ui/widgets/searchbox.h"

#include <QCloseEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace deskbell;
using Screen = ui::ShellWindow::Screen;

namespace {

engine::ThreadRow urgent(const QString &name, Duration waited)
{
    engine::ThreadRow row = builtrows::thread(QStringLiteral("Priya Nair"));
    row.thread = {name};
    row.name = name;
    row.urgent = true;
    row.reason = engine::Reason::Urgent;
    row.reasonDetail = QStringLiteral("upset");
    row.lastText = QStringLiteral("You scratched my door and nobody picks up");
    row.waitsSince = builtrows::now() - waited;
    row.limit = 1min;
    return row;
}

struct WindowOnScreen {
    Instant now = builtrows::now();
    ui::ShellWindow window;
    QSignalSpy tookOver{&window.threads(), &ui::ThreadsPage::tookOver};
    QSignalSpy quit{&window, &ui::ShellWindow::quitWanted};

    explicit WindowOnScreen(bool demo = false, const QString &memory = {}, QSize size = {1366, 768})
        : window(options(demo, memory))
    {
        window.showProfile(builtrows::shop());
        window.resetThreads(builtrows::threads());
        window.callbacks().resetRows(builtqueue::calls());
        window.showCounters({2, 4, 4, 3, 7});
        runtime::LinkState live;
        live.kind = runtime::LinkState::Kind::Live;
        live.lastHeard = now - 1s;
        window.showLink(live);
        window.resize(size);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qWarning("the window did not become active");
        window.tick();
    }
    ui::ShellOptions options(bool demo, const QString &memory)
    {
        ui::ShellOptions made;
        made.now = [this] { return now; };
        made.memoryFile = memory;
        made.demo = demo;
        return made;
    }
    template<class Widget> [[nodiscard]] Widget *part() const { return window.findChild<Widget *>(); }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window, Qt::Key(key), modifiers);
    }
};

} // namespace

class ShellWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesToScreensByKey();
    void showsOnlyPlacesThatWork();
    void titleCountsWhoNeedsAPerson();
    void f8TakesTheMostUrgentFromAnywhere();
    void theStripStaysUntilAPersonHasTheCaller();
    void f9SaysThatSomebodyDealsWithIt();
    void f9MeansTheOpenCallerFirst();
    void theStripNeverTakesTheFocus();
    void f7GoesToTheLongestWaitingFromAnywhere();
    void ctrlKWorksInsideTheTextBox();
    void searchKeepsTheFocusWhileTyping();
    void f1ListsTheKeysAndGivesTheFocusBack();
    void f6WalksThePanes();
    void f6ReachesThePhoneOfAnEmptyDemoShop();
    void closingStaysAliveAndQuitQuits();
    void closingADemoQuits();
    void aDemoOpensItsFirstOpenCaller();
    void ctrlTShowsAndHidesThePhone();
    void tellsWhenTheLinkIsDown();
    void storeTroubleStandsAcrossTheWindow();
    void comesBackAsItWas();
    void saysWhenItIsOpen();
    void paintsInEveryLook_data();
    void paintsInEveryLook();
    void paintsEveryScreen_data();
    void paintsEveryScreen();
};

void ShellWindowTest::goesToScreensByKey()
{
    WindowOnScreen screen;
    QCOMPARE(screen.window.screen(), Screen::Threads);
    screen.key(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(screen.window.screen(), Screen::CallBack);
    screen.key(Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(screen.window.screen(), Screen::Calendar);
    screen.key(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(screen.window.screen(), Screen::Threads);
    QCOMPARE(screen.part<ui::NavRail>()->current(), int(Screen::Threads));
}

void ShellWindowTest::showsOnlyPlacesThatWork()
{
    WindowOnScreen screen;
    screen.key(Qt::Key_7, Qt::ControlModifier);
    QCOMPARE(screen.window.screen(), Screen::Threads); // nobody gave it settings
    screen.window.setSettingsPage(new QWidget);
    screen.key(Qt::Key_7, Qt::ControlModifier);
    QCOMPARE(screen.window.screen(), Screen::Settings);
}

void ShellWindowTest::titleCountsWhoNeedsAPerson()
{
    WindowOnScreen screen;
    QCOMPARE(screen.window.windowTitle(), QStringLiteral("(2) Deskbell"));
    screen.window.showCounters({});
    QCOMPARE(screen.window.windowTitle(), QStringLiteral("Deskbell"));
}

void ShellWindowTest::f8TakesTheMostUrgentFromAnywhere()
{
    WindowOnScreen screen;
    screen.window.changeThread(urgent(QStringLiteral("Late"), 5s));
    screen.window.changeThread(urgent(QStringLiteral("Dana Whitfield"), 48s));
    screen.window.go(Screen::Calendar);
    screen.key(Qt::Key_F8);
    QCOMPARE(screen.window.screen(), Screen::Threads);
    QCOMPARE(screen.tookOver.size(), 1);
    QCOMPARE(screen.tookOver[0][0].value<ThreadId>(), ThreadId{QStringLiteral("Dana Whitfield")});
}

void ShellWindowTest::theStripStaysUntilAPersonHasTheCaller()
{
    WindowOnScreen screen;
    auto *strip = screen.part<ui::UrgentStrip>();
    QVERIFY(!strip->isVisible());
    engine::ThreadRow dana = urgent(QStringLiteral("Dana Whitfield"), 48s);
    screen.window.changeThread(dana);
    QVERIFY(strip->isVisible());
    screen.window.openThread(dana.thread);
    QVERIFY(strip->isVisible()); // looking is not enough
    dana.section = engine::Section::WithPerson;
    dana.holder = {engine::HolderKind::Seat, QStringLiteral("Desk 1"), 2, screen.now};
    screen.window.changeThread(dana);
    QVERIFY(!strip->isVisible());
}

void ShellWindowTest::f9SaysThatSomebodyDealsWithIt()
{
    WindowOnScreen screen;
    QSignalSpy acknowledged(&screen.window, &ui::ShellWindow::acknowledged);
    engine::ThreadRow dana = urgent(QStringLiteral("Dana Whitfield"), 48s);
    dana.alert = AlertLevel::Danger;
    dana.nextPage = screen.now + 12s;
    dana.nextPerson = QStringLiteral("Sam");
    screen.window.changeThread(dana);
    screen.window.go(Screen::Calendar);
    screen.key(Qt::Key_F9);
    QCOMPARE(acknowledged.size(), 1);
    QCOMPARE(acknowledged[0][0].value<ThreadId>(), dana.thread);
    QCOMPARE(screen.window.screen(), Screen::Calendar); // nobody is pulled away
    dana.acknowledged = true;
    dana.acknowledgedBy = QStringLiteral("Desk 1");
    screen.window.changeThread(dana);
    QVERIFY(!screen.part<ui::UrgentStrip>()->isVisible());
    screen.key(Qt::Key_F9);
    QCOMPARE(acknowledged.size(), 1); // nobody is being called any more
}

void ShellWindowTest::f9MeansTheOpenCallerFirst()
{
    WindowOnScreen screen;
    QSignalSpy acknowledged(&screen.window, &ui::ShellWindow::acknowledged);
    for (const auto &[name, waited] : {std::pair{"Dana Whitfield", 48s}, std::pair{"Late", 5s}}) {
        engine::ThreadRow row = urgent(QString::fromLatin1(name), waited);
        row.alert = AlertLevel::Now;
        screen.window.changeThread(row);
    }
    screen.window.openThread({QStringLiteral("Late")});
    screen.key(Qt::Key_F9);
    QCOMPARE(acknowledged[0][0].value<ThreadId>(), ThreadId{QStringLiteral("Late")});
}

void ShellWindowTest::theStripNeverTakesTheFocus()
{
    WindowOnScreen screen;
    screen.window.openThread({QStringLiteral("Tom Becker")});
    screen.part<ui::ComposerEdit>()->setFocus();
    screen.window.changeThread(urgent(QStringLiteral("Dana Whitfield"), 48s));
    QCOMPARE(QApplication::focusWidget(), screen.part<ui::ComposerEdit>());
    for (const auto *button : screen.part<ui::UrgentStrip>()->findChildren<ui::Button *>())
        QCOMPARE(button->focusPolicy(), Qt::NoFocus);
}

void ShellWindowTest::f7GoesToTheLongestWaitingFromAnywhere()
{
    WindowOnScreen screen;
    screen.window.go(Screen::CallBack);
    screen.key(Qt::Key_F7);
    QCOMPARE(screen.window.threads().openedThread(), ThreadId{QStringLiteral("+15125550148")});
}

void ShellWindowTest::ctrlKWorksInsideTheTextBox()
{
    WindowOnScreen screen;
    screen.window.openThread({QStringLiteral("Tom Becker")});
    screen.part<ui::ComposerEdit>()->setFocus();
    screen.key(Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), screen.part<ui::NowBar>()->findChild<ui::SearchBox *>());
}

void ShellWindowTest::searchKeepsTheFocusWhileTyping()
{
    WindowOnScreen screen;
    screen.window.go(Screen::Calendar);
    screen.key(Qt::Key_K, Qt::ControlModifier);
    auto *box = screen.part<ui::NowBar>()->findChild<ui::SearchBox *>();
    QTest::keyClicks(box, QStringLiteral("becker"));
    QCOMPARE(box->text(), QStringLiteral("becker"));
    QCOMPARE(screen.window.screen(), Screen::Threads);
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(screen.window.threads().openedThread(), ThreadId{QStringLiteral("Tom Becker")});
}

void ShellWindowTest::f1ListsTheKeysAndGivesTheFocusBack()
{
    WindowOnScreen screen;
    screen.window.threads().focusList();
    QWidget *before = QApplication::focusWidget();
    screen.key(Qt::Key_F1);
    auto *sheet = screen.part<ui::KeysSheet>();
    QVERIFY(sheet->isVisible());
    QTest::keyClick(sheet, Qt::Key_Escape);
    QVERIFY(!sheet->isVisible());
    QCOMPARE(QApplication::focusWidget(), before);
}

void ShellWindowTest::f6WalksThePanes()
{
    WindowOnScreen screen;
    screen.window.openThread({QStringLiteral("Tom Becker")});
    screen.window.threads().focusList();
    QWidget *list = QApplication::focusWidget();
    screen.key(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), screen.part<ui::ComposerEdit>());
    screen.key(Qt::Key_F6);
    screen.key(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), list);
}

void ShellWindowTest::f6ReachesThePhoneOfAnEmptyDemoShop()
{
    WindowOnScreen screen(true);
    screen.window.resetThreads({});
    screen.window.threads().setFocus();
    auto *phone = screen.part<ui::DemoPhone>();
    for (int turn = 0; turn < 2; ++turn) { // nothing invisible takes the keys, so it comes round again
        screen.key(Qt::Key_F6);
        QVERIFY(phone->isAncestorOf(QApplication::focusWidget()));
    }
    screen.window.resetThreads(builtrows::threads());
    screen.key(Qt::Key_F6);
    QVERIFY(screen.window.threads().isAncestorOf(QApplication::focusWidget()));
    screen.key(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(phone->isAncestorOf(QApplication::focusWidget()));
}

void ShellWindowTest::closingStaysAliveAndQuitQuits()
{
    WindowOnScreen screen;
    screen.window.close();
    QCOMPARE(screen.quit.size(), 0);
    QVERIFY(!screen.window.isVisible() || screen.window.isMinimized());
    screen.window.raiseFromTray();
    QVERIFY(screen.window.isVisible() && !screen.window.isMinimized());
    QVERIFY(QTest::qWaitForWindowActive(&screen.window));
    screen.key(Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(screen.quit.size(), 1);
}

void ShellWindowTest::closingADemoQuits()
{
    WindowOnScreen screen(true);
    screen.window.close();
    QCOMPARE(screen.quit.size(), 1);
}

void ShellWindowTest::aDemoOpensItsFirstOpenCaller()
{
    WindowOnScreen screen(true);
    screen.window.resetThreads({});
    engine::ThreadRow landline = builtrows::thread(QStringLiteral("Lena Fox"));
    screen.window.changeThread(landline);
    QVERIFY(screen.window.threads().openedThread().isEmpty()); // done at once, and the list stays on the open ones
    screen.window.changeThread(builtrows::thread(QStringLiteral("Tom Becker")));
    QCOMPARE(screen.window.threads().openedThread(), ThreadId{QStringLiteral("Tom Becker")});
    screen.window.changeThread(builtrows::thread(QStringLiteral("Hugo Lind")));
    QCOMPARE(screen.window.threads().openedThread(), ThreadId{QStringLiteral("Tom Becker")});
}

void ShellWindowTest::ctrlTShowsAndHidesThePhone()
{
    WindowOnScreen screen(true);
    QVERIFY(screen.window.phone()->isVisible());
    screen.key(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(!screen.window.phone()->isVisible());
    screen.key(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(screen.window.phone()->isVisible());
}

void ShellWindowTest::tellsWhenTheLinkIsDown()
{
    runtime::LinkState link;
    link.kind = runtime::LinkState::Kind::Live;
    link.lastHeard = builtrows::now();
    const QTimeZone zone = builtrows::shop().zone;
    QCOMPARE(ui::linkWords(link, builtrows::now(), zone).pill, QStringLiteral("Live"));
    QCOMPARE(ui::linkWords(link, builtrows::now(), zone).proof, QStringLiteral("Line checked 14:07"));
    link.kind = runtime::LinkState::Kind::Slow;
    QCOMPARE(ui::linkWords(link, builtrows::now() + 8s, zone).pill, QStringLiteral("Slow, 8 s"));
    link.kind = runtime::LinkState::Kind::Offline;
    link.since = builtrows::now();
    QVERIFY(ui::linkWords(link, builtrows::now() + 3s, zone).banner.isEmpty()); // a short cut mends itself
    const ui::LinkWords down = ui::linkWords(link, builtrows::now() + 12s, zone);
    QCOMPARE(down.pill, QStringLiteral("Offline · 12 s"));
    QVERIFY(down.banner.startsWith(QStringLiteral("No link to the phone provider for 12 s")));
    link.kind = runtime::LinkState::Kind::SignInNeeded;
    QVERIFY(ui::linkWords(link, builtrows::now(), zone).signIn);
}

void ShellWindowTest::storeTroubleStandsAcrossTheWindow()
{
    WindowOnScreen screen;
    const auto shown = [&screen] {
        const auto banners = screen.window.findChildren<ui::Banner *>(QString(), Qt::FindDirectChildrenOnly);
        return std::any_of(banners.begin(), banners.end(), [](const ui::Banner *one) { return one->isVisible(); });
    };
    QVERIFY(!shown());
    screen.window.showStoreTrouble(QStringLiteral("The disk is full."));
    QVERIFY(shown());
    screen.window.showStoreTrouble({});
    QVERIFY(!shown());
}

void ShellWindowTest::comesBackAsItWas()
{
    QTemporaryDir folder;
    const QString memory = folder.filePath(QStringLiteral("window.ini"));
    {
        WindowOnScreen screen(false, memory);
        screen.window.showRestored();
        screen.window.showNormal();
        screen.window.resize(1200, 700);
        screen.window.openThread({QStringLiteral("Hugo Lind")});
        screen.window.go(Screen::Calendar);
        screen.window.letClose();
    }
    ui::ShellOptions options;
    options.now = [] { return builtrows::now(); };
    options.memoryFile = memory;
    ui::ShellWindow again(options);
    again.showProfile(builtrows::shop());
    again.showRestored();
    again.resetThreads(builtrows::threads());
    QCOMPARE(again.size(), QSize(1200, 700));
    QCOMPARE(again.screen(), Screen::Calendar);
    QCOMPARE(again.threads().openedThread(), ThreadId{QStringLiteral("Hugo Lind")});
}

void ShellWindowTest::saysWhenItIsOpen()
{
    const Profile shop = builtrows::shop();
    QCOMPARE(ui::openWords(shop, builtrows::now()).line, QStringLiteral("Open until 18:00 · Thu 12 Jun, 14:07"));
    QVERIFY(ui::openWords(shop, builtrows::now()).open);
    QCOMPARE(ui::openWords(shop, builtrows::now() + 6h).line,
        QStringLiteral("Closed until tomorrow 08:00 · Thu 12 Jun, 20:07"));
    QVERIFY(ui::openWords(Profile{}, builtrows::now()).line.isEmpty());
    QCOMPARE(ui::initialsOf(QStringLiteral("Desk 2")), QStringLiteral("D2"));
}

void ShellWindowTest::paintsInEveryLook_data()
{
    shots::looks();
}

void ShellWindowTest::paintsInEveryLook()
{
    const QSize size = shots::apply();
    WindowOnScreen screen(false, {}, size);
    screen.window.changeThread(urgent(QStringLiteral("Dana Whitfield"), 48s));
    screen.window.openThread({QStringLiteral("Tom Becker")});
    screen.window.threads().showThread(builtrows::tom());
    QVERIFY(shots::isPainted(screen.window, QStringLiteral("window-urgent")));
}

void ShellWindowTest::paintsEveryScreen_data()
{
    QTest::addColumn<QString>("what");
    for (const auto *what : {"demo", "callback", "calendar", "keys", "offline", "empty"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void ShellWindowTest::paintsEveryScreen()
{
    QFETCH(QString, what);
    ui::theme().applyTo(*qApp);
    WindowOnScreen screen(what == u"demo");
    screen.window.openThread({QStringLiteral("Tom Becker")});
    screen.window.threads().showThread(builtrows::tom());
    if (what == u"callback")
        screen.window.go(Screen::CallBack);
    if (what == u"calendar") {
        screen.window.go(Screen::Calendar);
        screen.window.calendar().setProfile(builtweek::shop());
        screen.window.calendar().showCalendar(builtweek::week());
    }
    if (what == u"keys")
        screen.key(Qt::Key_F1);
    if (what == u"offline") {
        runtime::LinkState link;
        link.kind = runtime::LinkState::Kind::Offline;
        link.since = screen.now - 12s;
        screen.window.showLink(link);
        screen.window.showStoreTrouble(QStringLiteral("The disk is full."));
    }
    ui::ShellOptions options;
    options.now = [] { return builtrows::now(); };
    ui::ShellWindow fresh(options);
    fresh.showProfile(builtrows::shop());
    fresh.resetThreads({});
    fresh.resize(1366, 768);
    QVERIFY(shots::isPainted(what == u"empty" ? fresh : screen.window, QStringLiteral("window")));
}

QTEST_MAIN(ShellWindowTest)
#include "shellwindowtest.moc"
