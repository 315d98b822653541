// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threads/threadlist.h"
#include "tests/threads/builtrows.h"

#include <QEnterEvent>
#include <QSignalSpy>
#include <QTest>

using namespace deskbell;

namespace {

struct ListOnScreen {
    ui::SectionedThreadModel model;
    ui::ThreadList list{model};
    QSignalSpy opened{&list, &ui::ThreadList::opened};

    ListOnScreen()
    {
        model.setSeat(QStringLiteral("Desk 1"));
        list.scene().seat = QStringLiteral("Desk 1");
        list.scene().profile = builtrows::shop();
        list.tick(builtrows::now());
        model.resetRows(builtrows::threads());
        list.resize(340, 640);
        list.show();
    }
    [[nodiscard]] QRect boxOf(const QString &thread) const
    {
        return list.visualRect(model.index(model.rowOf({thread})));
    }
    void point(bool over)
    {
        QEnterEvent enter(QPointF(50, 50), QPointF(50, 50), QPointF(50, 50));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(&list, over ? static_cast<QEvent *>(&enter) : &leave);
    }
    void press(const QPoint &at) { QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, at); }
    [[nodiscard]] QString lastOpened() const { return opened.last().first().value<ThreadId>().value; }
};

engine::ThreadRow urgent()
{
    engine::ThreadRow row = builtrows::thread(QStringLiteral("Hugo Lind"));
    row.section = engine::Section::NeedsPerson;
    row.urgent = true;
    row.waitsSince = builtrows::now();
    return row;
}

} // namespace

class ThreadListTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void neverMovesUnderThePointer();
    void staysStillForThreeSecondsAfterAKey();
    void aClickOpensTheRowItWasPaintedOn();
    void walksPastHeadingsByKey();
    void headingsCannotBeOpened();
    void enterAsksForTheTextBox();
    void onlyClocksAreRepaintedEachSecond();
};

void ThreadListTest::neverMovesUnderThePointer()
{
    ListOnScreen screen;
    const QRect before = screen.boxOf(QStringLiteral("Priya Nair"));
    screen.point(true);
    screen.model.changeRow(urgent());
    QCOMPARE(screen.boxOf(QStringLiteral("Priya Nair")), before);
    QCOMPARE(screen.model.pendingChanges(), 1);
    screen.point(false);
    QVERIFY(screen.boxOf(QStringLiteral("Hugo Lind")).top() < screen.boxOf(QStringLiteral("Priya Nair")).top());
}

void ThreadListTest::staysStillForThreeSecondsAfterAKey()
{
    ListOnScreen screen;
    screen.list.setFocus();
    QTest::keyClick(&screen.list, Qt::Key_Down);
    screen.model.changeRow(urgent());
    screen.list.tick(builtrows::now() + 2s);
    QCOMPARE(screen.model.pendingChanges(), 1);
    screen.list.tick(builtrows::now() + 3s);
    QCOMPARE(screen.model.pendingChanges(), 0);
}

void ThreadListTest::aClickOpensTheRowItWasPaintedOn()
{
    ListOnScreen screen;
    screen.press(screen.boxOf(QStringLiteral("Tom Becker")).center());
    QCOMPARE(screen.opened.size(), 1);
    QCOMPARE(screen.lastOpened(), QStringLiteral("Tom Becker"));
    QCOMPARE(screen.list.current(), ThreadId{QStringLiteral("Tom Becker")});
}

void ThreadListTest::walksPastHeadingsByKey()
{
    ListOnScreen screen;
    screen.list.setFocus();
    QStringList walked;
    for (int step = 0; step < 4; ++step) {
        QTest::keyClick(&screen.list, Qt::Key_Down);
        walked << screen.lastOpened();
    }
    QCOMPARE(walked,
        (QStringList{QStringLiteral("+15125550148"), QStringLiteral("Priya Nair"), QStringLiteral("Elena Ruiz"),
            QStringLiteral("Kofi Mensah")}));
    QTest::keyClick(&screen.list, Qt::Key_Home);
    QCOMPARE(screen.lastOpened(), QStringLiteral("+15125550148"));
    QTest::keyClick(&screen.list, Qt::Key_End);
    QCOMPARE(screen.lastOpened(), QStringLiteral("Mia Ross"));
}

void ThreadListTest::headingsCannotBeOpened()
{
    ListOnScreen screen;
    screen.press(QPoint(100, 10));
    QCOMPARE(screen.opened.size(), 0);
}

void ThreadListTest::enterAsksForTheTextBox()
{
    ListOnScreen screen;
    QSignalSpy entered(&screen.list, &ui::ThreadList::entered);
    screen.list.mark({QStringLiteral("Tom Becker")});
    QTest::keyClick(&screen.list, Qt::Key_Return);
    QCOMPARE(entered.size(), 1);
    QCOMPARE(screen.opened.size(), 0);
}

void ThreadListTest::onlyClocksAreRepaintedEachSecond()
{
    ListOnScreen screen;
    QVERIFY(QTest::qWaitForWindowExposed(&screen.list));
    class Watch : public QObject
    {
    public:
        QRegion painted;
        bool eventFilter(QObject *, QEvent *event) override
        {
            if (event->type() == QEvent::Paint)
                painted += static_cast<QPaintEvent *>(event)->region();
            return false;
        }
    } watch;
    QCoreApplication::processEvents();
    screen.list.viewport()->installEventFilter(&watch);
    screen.list.tick(builtrows::now() + 1s);
    QTRY_VERIFY(!watch.painted.isEmpty());
    for (const QRect &box : watch.painted)
        QVERIFY2(box.right() < 90, qPrintable(QStringLiteral("%1..%2").arg(box.left()).arg(box.right())));
}

QTEST_MAIN(ThreadListTest)
#include "threadlisttest.moc"
