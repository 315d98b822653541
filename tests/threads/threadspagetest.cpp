// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threads/threadspage.h"
#include "tests/look/shots.h"
#include "tests/threads/builtrows.h"
#include "ui/threads/conversationpane.h"
#include "ui/threads/handbackpanel.h"
#include "ui/threads/leadpanel.h"
#include "ui/threads/reasonlog.h"
#include "ui/threads/threadlist.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chatview.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/composeredit.h"
#include "ui/widgets/controlbar.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/toast.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace deskbell;

namespace {

const ThreadId tomsThread{QStringLiteral("Tom Becker")};

struct PageOnScreen {
    ui::ThreadsPage page;
    QSignalSpy opened{&page, &ui::ThreadsPage::threadOpened};
    QSignalSpy tookOver{&page, &ui::ThreadsPage::tookOver};
    QSignalSpy replied{&page, &ui::ThreadsPage::replied};
    QSignalSpy handedBack{&page, &ui::ThreadsPage::handedBack};
    QSignalSpy noted{&page, &ui::ThreadsPage::noted};
    QSignalSpy closed{&page, &ui::ThreadsPage::closed};
    QSignalSpy drafts{&page, &ui::ThreadsPage::draftChanged};
    QSignalSpy seen{&page, &ui::ThreadsPage::textSeen};

    explicit PageOnScreen(QSize size = {1286, 704})
    {
        page.setSeat(QStringLiteral("Desk 1"));
        page.setProfile(builtrows::shop());
        page.tick(builtrows::now());
        page.resetRows(builtrows::threads());
        page.resize(size);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page)) // keys of the page need it
            qWarning("the page did not become active");
    }
    void openTom()
    {
        page.open(tomsThread);
        page.showThread(builtrows::tom());
    }
    void grant() { page.showThread(builtrows::tomHeldBy(QStringLiteral("Desk 1"))); }
    template<class Widget> [[nodiscard]] Widget *part() const { return page.findChild<Widget *>(); }
    [[nodiscard]] ui::ComposerEdit *box() const { return part<ui::ComposerEdit>(); }
    [[nodiscard]] ui::Button *button(const QString &label) const
    {
        for (ui::Button *one : page.findChildren<ui::Button *>()) {
            if (one->label() == label && one->isVisible())
                return one;
        }
        return nullptr;
    }
    void type(const QString &text)
    {
        // A person: the key times of a scanner would be 0 ms apart.
        for (const QChar letter : text)
            QTest::keyClick(box(), letter.toLatin1(), Qt::NoModifier, -1);
    }
};

} // namespace

class ThreadsPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void openingAsksForTheThreadAndShowsItsTexts();
    void theFirstLetterTakesOverBeforeAnythingIsSent();
    void sendWaitsForTheClaim();
    void enterSendsOnceAndEmptiesTheBox();
    void aRefusedTextComesBack();
    void handingBackAsksForANote();
    void f2TakesOverAndF7GoesToTheLongestWaiting();
    void doneGoesToTheNextAndCanBeTakenBack();
    void aQuietCallerIsBroughtBackByOneKey();
    void altArrowsWalkTheThreads();
    void draftsAreKeptPerThread();
    void aNoteIsNeverSent();
    void anOptedOutCallerHasNoBox();
    void readingTheEndSaysSo();
    void anotherSeatsTextIsKeptAndWaits();
    void newTextsAreAppendedNotReset();
    void theLeadPanelIsADrawerBelow1280();
    void theWholeLogScrollsAndIsNotSqueezed();
    void searchFindsByNumber();
    void leavesNothingBehindWithoutAnyThread();
    void paintsInEveryLook_data();
    void paintsInEveryLook();
    void paintsTakeover_data();
    void paintsTakeover();
};

void ThreadsPageTest::openingAsksForTheThreadAndShowsItsTexts()
{
    PageOnScreen screen;
    screen.page.open(tomsThread);
    QCOMPARE(screen.opened.size(), 1);
    QCOMPARE(screen.opened[0][0].value<ThreadId>(), tomsThread);
    QVERIFY(screen.opened[0][1].value<ThreadId>().isEmpty());
    QCOMPARE(screen.part<ui::ChatView>()->column().count(), 0);
    screen.page.showThread(builtrows::tom());
    QCOMPARE(screen.part<ui::ChatView>()->column().count(), 6);
    screen.page.open({QStringLiteral("Hugo Lind")});
    QCOMPARE(screen.opened[1][1].value<ThreadId>(), tomsThread);
    screen.page.showThread(builtrows::tom()); // the answer for a thread that is not open any more
    QCOMPARE(screen.part<ui::ChatView>()->column().count(), 0);
}

void ThreadsPageTest::theFirstLetterTakesOverBeforeAnythingIsSent()
{
    PageOnScreen screen;
    screen.openTom();
    screen.page.findChild<ui::ConversationPane *>()->focusBox();
    screen.type(QStringLiteral("H"));
    QCOMPARE(screen.tookOver.size(), 1);
    QCOMPARE(screen.tookOver[0][0].value<ThreadId>(), tomsThread);
    screen.type(QStringLiteral("i"));
    QCOMPARE(screen.tookOver.size(), 1);
    QCOMPARE(screen.box()->toPlainText(), QStringLiteral("Hi"));
    QCOMPARE(screen.replied.size(), 0);
}

void ThreadsPageTest::sendWaitsForTheClaim()
{
    PageOnScreen screen;
    screen.openTom();
    screen.type(QStringLiteral("Hi"));
    QVERIFY(!screen.button(QStringLiteral("Send"))->isEnabled());
    QTest::keyClick(screen.box(), Qt::Key_Return);
    QCOMPARE(screen.replied.size(), 0);
    QCOMPARE(screen.box()->toPlainText(), QStringLiteral("Hi"));
    screen.grant();
    QVERIFY(screen.button(QStringLiteral("Send"))->isEnabled());
    QTest::keyClick(screen.box(), Qt::Key_Return);
    QCOMPARE(screen.replied.size(), 1);
}

void ThreadsPageTest::enterSendsOnceAndEmptiesTheBox()
{
    PageOnScreen screen;
    screen.openTom();
    screen.type(QStringLiteral("One"));
    screen.grant();
    QTest::keyClick(screen.box(), Qt::Key_Return);
    QTest::keyClick(screen.box(), Qt::Key_Return);
    QCOMPARE(screen.replied.size(), 1);
    QCOMPARE(screen.replied[0][2].toString(), QStringLiteral("One"));
    QVERIFY(screen.box()->toPlainText().isEmpty());
    screen.type(QStringLiteral("Two"));
    QTest::keyClick(screen.box(), Qt::Key_Return);
    QCOMPARE(screen.replied.size(), 2);
    QVERIFY(!screen.replied[0][1].toString().isEmpty());
    QVERIFY(screen.replied[0][1] != screen.replied[1][1]); // each text has its own draft id
}

void ThreadsPageTest::aRefusedTextComesBack()
{
    PageOnScreen screen;
    screen.openTom();
    screen.type(QStringLiteral("Hello"));
    screen.grant();
    QTest::keyClick(screen.box(), Qt::Key_Return);
    screen.page.refuse(tomsThread, QStringLiteral("Not kept: the disk is full."));
    QCOMPARE(screen.box()->toPlainText(), QStringLiteral("Hello"));
    QVERIFY(screen.part<ui::Toast>()->isVisible());
}

void ThreadsPageTest::handingBackAsksForANote()
{
    PageOnScreen screen;
    screen.openTom();
    screen.grant();
    QTest::keyClick(screen.box(), Qt::Key_F4);
    auto *panel = screen.part<ui::HandBackPanel>();
    QVERIFY(panel->isVisible());
    QTest::keyClick(panel->findChild<QLineEdit *>(), Qt::Key_Escape);
    QVERIFY(!panel->isVisible());
    QCOMPARE(screen.handedBack.size(), 0);
    QTest::keyClick(screen.box(), Qt::Key_F4);
    QTest::keyClicks(panel->findChild<QLineEdit *>(), QStringLiteral("price agreed"));
    QTest::keyClick(panel->findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(screen.handedBack.size(), 1);
    QCOMPARE(screen.handedBack[0][1].toString(), QStringLiteral("price agreed"));
    QVERIFY(screen.page.undo());
    QCOMPARE(screen.tookOver.size(), 1);
}

void ThreadsPageTest::f2TakesOverAndF7GoesToTheLongestWaiting()
{
    PageOnScreen screen;
    screen.openTom();
    QTest::keyClick(screen.part<ui::ChatView>(), Qt::Key_F2);
    QCOMPARE(screen.tookOver.size(), 1);
    QVERIFY(screen.page.openNextNeed());
    QCOMPARE(screen.page.openedThread(), ThreadId{QStringLiteral("+15125550148")});
    QVERIFY(screen.page.openNextNeed());
    QCOMPARE(screen.page.openedThread(), ThreadId{QStringLiteral("Priya Nair")});
    QVERIFY(screen.page.openNextNeed());
    QCOMPARE(screen.page.openedThread(), ThreadId{QStringLiteral("+15125550148")});
}

void ThreadsPageTest::doneGoesToTheNextAndCanBeTakenBack()
{
    PageOnScreen screen;
    screen.openTom();
    QTest::keyClick(screen.part<ui::ChatView>(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(screen.closed.size(), 1);
    QCOMPARE(screen.closed[0][0].value<ThreadId>(), tomsThread);
    QVERIFY(screen.page.openedThread() != tomsThread);
    QVERIFY(screen.page.undo());
    QCOMPARE(screen.tookOver.last()[0].value<ThreadId>(), tomsThread);
    QCOMPARE(screen.page.openedThread(), tomsThread);
}

void ThreadsPageTest::aQuietCallerIsBroughtBackByOneKey()
{
    PageOnScreen screen;
    engine::ThreadRow robot;
    robot.thread = {QStringLiteral("robot")};
    robot.section = engine::Section::QuietList;
    robot.reason = engine::Reason::Spam;
    robot.caller = {QStringLiteral("+13105550142")};
    screen.page.changeRow(robot);
    QSignalSpy rescued(&screen.page, &ui::ThreadsPage::rescued);
    screen.openTom();
    QTest::keyClick(screen.part<ui::ChatView>(), Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(rescued.size(), 0); // Tom is not on the quiet list
    screen.page.open(robot.thread);
    QCOMPARE(screen.page.model().filter(), ui::SectionedThreadModel::Filter::Done);
    QTest::keyClick(&screen.page, Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(rescued.size(), 1);
    QCOMPARE(rescued[0][0].value<ThreadId>(), robot.thread);
}

void ThreadsPageTest::altArrowsWalkTheThreads()
{
    PageOnScreen screen;
    screen.openTom();
    QTest::keyClick(screen.box(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(screen.page.openedThread(), ThreadId{QStringLiteral("+15125550172")});
    QTest::keyClick(screen.box(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(screen.page.openedThread(), tomsThread);
}

void ThreadsPageTest::draftsAreKeptPerThread()
{
    PageOnScreen screen;
    screen.openTom();
    screen.type(QStringLiteral("Half a"));
    screen.page.open({QStringLiteral("Hugo Lind")}); // written at once when another thread opens
    QCOMPARE(screen.drafts.size(), 1);
    QCOMPARE(screen.drafts[0][0].value<ThreadId>(), tomsThread);
    QCOMPARE(screen.drafts[0][1].toString(), QStringLiteral("Half a"));
    QVERIFY(screen.box()->toPlainText().isEmpty());
    screen.page.open(tomsThread);
    runtime::ThreadView again = builtrows::tomHeldBy(QStringLiteral("Desk 1"));
    again.draft = QStringLiteral("Half a");
    screen.page.showThread(again);
    QCOMPARE(screen.box()->toPlainText(), QStringLiteral("Half a"));
    screen.type(QStringLiteral(" text"));
    screen.page.showThread(again); // a change of the thread never touches what is typed
    QVERIFY(screen.box()->toPlainText().contains(QStringLiteral("text")));
    QTRY_COMPARE(screen.drafts.size(), 2); // 300 ms after the last letter
}

void ThreadsPageTest::aNoteIsNeverSent()
{
    PageOnScreen screen;
    screen.openTom();
    QTest::keyClick(screen.box(), Qt::Key_Period, Qt::ControlModifier);
    screen.type(QStringLiteral("keys"));
    QTest::keyClick(screen.box(), Qt::Key_Return);
    QCOMPARE(screen.noted.size(), 1);
    QCOMPARE(screen.noted[0][1].toString(), QStringLiteral("keys"));
    QCOMPARE(screen.tookOver.size(), 0); // nobody need stop for a note
    QCOMPARE(screen.replied.size(), 0);
}

void ThreadsPageTest::anOptedOutCallerHasNoBox()
{
    PageOnScreen screen;
    screen.page.open(tomsThread);
    runtime::ThreadView view = builtrows::tom();
    view.state.optOut = engine::OptOutMark{builtrows::at(12, 48), QStringLiteral("STOP"), QStringLiteral("text")};
    screen.page.showThread(view);
    QVERIFY(!screen.box()->isVisible());
    QTRY_VERIFY(screen.button(QStringLiteral("Open call-back list")));
    screen.page.showThread(builtrows::tom()); // START brings it back
    QVERIFY(screen.box()->isVisible());
}

void ThreadsPageTest::readingTheEndSaysSo()
{
    PageOnScreen screen;
    screen.openTom();
    QTRY_VERIFY(screen.seen.size() > 0);
    QCOMPARE(screen.seen[0][0].value<ThreadId>(), tomsThread);
}

void ThreadsPageTest::anotherSeatsTextIsKeptAndWaits()
{
    PageOnScreen screen;
    screen.page.open(tomsThread);
    screen.page.showThread(builtrows::tomHeldBy(QStringLiteral("Sam")));
    screen.type(QStringLiteral("Mine"));
    QCOMPARE(screen.tookOver.size(), 0);
    QVERIFY(!screen.button(QStringLiteral("Wait for Sam"))->isEnabled());
    QTRY_VERIFY(screen.button(QStringLiteral("Take from Sam")));
    QTest::mouseClick(screen.button(QStringLiteral("Take from Sam")), Qt::LeftButton);
    QTRY_VERIFY(screen.button(QStringLiteral("Take it? Press again")));
    QCOMPARE(screen.tookOver.size(), 0);
    QTest::mouseClick(screen.button(QStringLiteral("Take it? Press again")), Qt::LeftButton);
    QTRY_COMPARE(screen.tookOver.size(), 1);
    screen.grant();
    QTest::keyClick(screen.box(), Qt::Key_Return);
    QCOMPARE(screen.replied[0][2].toString(), QStringLiteral("Mine"));
}

void ThreadsPageTest::newTextsAreAppendedNotReset()
{
    PageOnScreen screen;
    screen.openTom();
    auto *texts = screen.part<ui::ChatView>();
    texts->select(2);
    runtime::ThreadView more = builtrows::tom();
    engine::HistoryLine line = more.lines.back();
    line.id = QStringLiteral("next");
    more.lines.push_back(line);
    more.lines[1].delivery = Delivery::Read;
    screen.page.showThread(more);
    QCOMPARE(texts->column().count(), 7);
    QCOMPARE(texts->selected(), 2); // a reset would have lost the mark
    QCOMPARE(texts->column().item(1).delivery, QStringLiteral("4 s after the call"));
}

void ThreadsPageTest::theLeadPanelIsADrawerBelow1280()
{
    PageOnScreen screen({1024 - 80, 576});
    screen.openTom();
    auto *lead = screen.part<ui::LeadPanel>();
    QVERIFY(!lead->isVisible());
    QTest::keyClick(screen.box(), Qt::Key_I, Qt::ControlModifier);
    QVERIFY(lead->isVisible());
    QTest::keyClick(screen.box(), Qt::Key_Escape);
    QVERIFY(!lead->isVisible());
    screen.page.resize(1286, 704);
    QVERIFY(lead->isVisible());
}

void ThreadsPageTest::theWholeLogScrollsAndIsNotSqueezed()
{
    PageOnScreen screen;
    screen.page.open(tomsThread);
    runtime::ThreadView view = builtrows::tom();
    for (int more = 0; more < 12; ++more)
        view.journal.push_back({builtrows::at(13, 40 - more), QStringLiteral("text.accepted"), {}, {}});
    screen.page.showThread(view);
    auto *log = screen.part<ui::ReasonLog>();
    QCOMPARE(log->shown(), 3);
    QTest::keyClick(screen.part<ui::ChatView>(), Qt::Key_I, Qt::ControlModifier);
    QCOMPARE(log->shown(), 16);
    const auto roomy = [log] {
        const auto rows = log->findChildren<ui::ReasonRow *>();
        return std::all_of(rows.begin(), rows.end(),
            [](const ui::ReasonRow *row) { return row->height() >= row->sizeHint().height(); });
    };
    QTRY_VERIFY(roomy());
}

void ThreadsPageTest::searchFindsByNumber()
{
    PageOnScreen screen;
    screen.page.search(QStringLiteral("555-0163"));
    QCOMPARE(screen.page.model().rowCount(), 2); // heading and Tom
    QTest::keyClick(screen.part<ui::SearchBox>(), Qt::Key_Escape);
    QVERIFY(screen.page.model().rowCount() > 10);
}

void ThreadsPageTest::leavesNothingBehindWithoutAnyThread()
{
    PageOnScreen screen;
    screen.page.resetRows({});
    QVERIFY(!screen.page.openNextNeed());
    for (const Qt::Key key : {Qt::Key_F2, Qt::Key_F3, Qt::Key_F4})
        QTest::keyClick(&screen.page, key);
    QTest::keyClick(&screen.page, Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(screen.tookOver.size() + screen.handedBack.size() + screen.closed.size(), 0);
}

void ThreadsPageTest::paintsInEveryLook_data()
{
    shots::looks();
}

void ThreadsPageTest::paintsInEveryLook()
{
    const QSize size = shots::apply();
    PageOnScreen screen(size - QSize(size.width() < 1100 ? 64 : 80, 64));
    screen.openTom();
    QVERIFY(shots::isPainted(screen.page, QStringLiteral("threads")));
}

void ThreadsPageTest::paintsTakeover_data()
{
    shots::looks();
}

void ThreadsPageTest::paintsTakeover()
{
    const QSize size = shots::apply();
    PageOnScreen screen(size - QSize(80, 64));
    engine::ThreadRow dana = builtrows::thread(QStringLiteral("Priya Nair"));
    dana.thread = {QStringLiteral("dana")};
    dana.name = QStringLiteral("Dana Whitfield");
    dana.urgent = true;
    dana.waitsSince = builtrows::now() - 48s;
    dana.reasonDetail = QStringLiteral("upset");
    dana.limit = 1min;
    screen.page.changeRow(dana);
    screen.openTom();
    runtime::ThreadView held = builtrows::tomHeldBy(QStringLiteral("Desk 1"));
    held.state.callerWaitsSince = builtrows::now() - 12s;
    engine::HistoryLine line = held.lines[2];
    line.author = engine::Author::System;
    line.body = QStringLiteral("took_over");
    line.args = {QStringLiteral("Desk 1")};
    line.id = QStringLiteral("took");
    line.at = builtrows::at(14, 6, 30);
    held.lines.push_back(line);
    line.author = engine::Author::Note;
    line.body = QStringLiteral("Regular of Kofi, give him the usual rate.");
    line.seat = QStringLiteral("Jess");
    line.id = QStringLiteral("note");
    held.lines.push_back(line);
    line.author = engine::Author::Person;
    line.seat = QStringLiteral("Desk 1");
    line.body = QStringLiteral("Hi Tom, this is Jess at the front desk. One moment.");
    line.id = QStringLiteral("mine");
    line.delivery = Delivery::Failed;
    line.errorCode = 30006;
    held.lines.push_back(line);
    screen.page.showThread(held);
    screen.type(QStringLiteral("Could you send me one photo of the door? I will call you at 14:15"));
    QVERIFY(shots::isPainted(screen.page, QStringLiteral("takeover")));
}

QTEST_MAIN(ThreadsPageTest)
#include "threadspagetest.moc"
