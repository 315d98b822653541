// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/callbacks/callbackspage.h"
#include "tests/callbacks/builtqueue.h"
#include "tests/look/shots.h"
#include "ui/callbacks/callbackdelegate.h"
#include "ui/callbacks/digitkeys.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segments.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace deskbell;
using engine::fact::CallbackResult;

namespace {

struct PageOnScreen {
    ui::CallbacksPage page;
    QSignalSpy done{&page, &ui::CallbacksPage::callbackDone};
    QSignalSpy undone{&page, &ui::CallbacksPage::callbackUndone};
    QSignalSpy call{&page, &ui::CallbacksPage::callWanted};

    PageOnScreen()
    {
        page.setProfile(builtqueue::shop());
        page.tick(builtqueue::now());
        page.resetRows(builtqueue::calls());
        page.resize(1286, 704);
        page.show();
        page.activateWindow();
        page.focusQueue();
    }
    [[nodiscard]] QListView *list() const { return page.findChild<QListView *>(); }
    [[nodiscard]] ui::Button *button(const QString &label) const
    {
        for (ui::Button *one : page.findChildren<ui::Button *>()) {
            if (one->label() == label)
                return one;
        }
        return nullptr;
    }
    void confirm(const QString &name)
    {
        for (engine::CallbackRow row : builtqueue::calls()) {
            if (row.thread.value != name)
                continue;
            row.done = true;
            row.doneAt = builtqueue::now();
            page.changeRow(row);
        }
    }
};

} // namespace

class CallbacksPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensTheMostUrgentCallFirst();
    void oneKeySavesAndOpensTheNext_data();
    void oneKeySavesAndOpensTheNext();
    void aScannerBurstDoesNothing();
    void digitsActOnlyInTheQueue();
    void ctrlZTakesTheLastOutcomeBack();
    void aWithheldNumberCannotBeDialled();
    void callAndCopyByKey();
    void callingClaimsTheCallAndCallingAgainGivesItBack();
    void whoSomebodyElseCallsIsNotCalled();
    void laterOffersOpenTimes();
    void savesADoneCallNeverTwice();
    void saysNobodyToCall();
    void paintsInEveryLook_data();
    void paintsInEveryLook();
    void rowsKeepTheirBoxesApart_data();
    void rowsKeepTheirBoxesApart();
};

void CallbacksPageTest::opensTheMostUrgentCallFirst()
{
    PageOnScreen screen;
    QCOMPARE(screen.page.shown(), ThreadId{QStringLiteral("Dana Whitfield")});
    QCOMPARE(screen.page.model().total(ui::CallbackTab::Now), 5);
}

void CallbacksPageTest::oneKeySavesAndOpensTheNext_data()
{
    QTest::addColumn<char>("key");
    QTest::addColumn<CallbackResult>("result");
    QTest::newRow("1") << '1' << CallbackResult::SpokeBooked;
    QTest::newRow("2") << '2' << CallbackResult::SpokeWillThink;
    QTest::newRow("3") << '3' << CallbackResult::NoAnswer;
    QTest::newRow("4") << '4' << CallbackResult::LeftVoicemail;
    QTest::newRow("5") << '5' << CallbackResult::WrongNumber;
    QTest::newRow("6") << '6' << CallbackResult::DoNotCall;
}

void CallbacksPageTest::oneKeySavesAndOpensTheNext()
{
    QFETCH(char, key);
    QFETCH(CallbackResult, result);
    PageOnScreen screen;
    QTest::keyClick(screen.list(), key);
    QTRY_COMPARE(screen.done.size(), 1);
    QCOMPARE(screen.done[0][0].value<ThreadId>(), ThreadId{QStringLiteral("Dana Whitfield")});
    QCOMPARE(screen.done[0][1].value<CallbackResult>(), result);
    QCOMPARE(screen.page.shown(), ThreadId{QStringLiteral("Rosa Delgado")});
}

void CallbacksPageTest::aScannerBurstDoesNothing()
{
    PageOnScreen screen;
    QTest::keyClicks(screen.list(), QStringLiteral("314159"));
    QTest::keyClick(screen.list(), Qt::Key_Return);
    const auto *digits = screen.page.findChild<ui::DigitKeys *>();
    QTRY_VERIFY(!digits->waits());
    QCOMPARE(screen.done.size(), 0);
    QTest::keyClick(screen.list(), '3'); // a person's key works again
    QTRY_COMPARE(screen.done.size(), 1);
    QCOMPARE(screen.done[0][1].value<CallbackResult>(), CallbackResult::NoAnswer);
}

void CallbacksPageTest::digitsActOnlyInTheQueue()
{
    PageOnScreen screen;
    QTest::keyClick(screen.button(QStringLiteral("Call now")), '1');
    QTest::keyClick(screen.list(), '2');
    QTRY_COMPARE(screen.done.size(), 1);
    QCOMPARE(screen.done[0][1].value<CallbackResult>(), CallbackResult::SpokeWillThink);
}

void CallbacksPageTest::ctrlZTakesTheLastOutcomeBack()
{
    PageOnScreen screen;
    QVERIFY(!screen.page.undo());
    QTest::mouseClick(screen.button(QStringLiteral("No answer")), Qt::LeftButton);
    screen.confirm(QStringLiteral("Dana Whitfield"));
    QCOMPARE(screen.done.size(), 1);
    QVERIFY(screen.page.undo());
    QCOMPARE(screen.undone.size(), 1);
    QCOMPARE(screen.undone[0][0].value<ThreadId>(), ThreadId{QStringLiteral("Dana Whitfield")});
    QVERIFY(!screen.page.undo());
}

void CallbacksPageTest::aWithheldNumberCannotBeDialled()
{
    PageOnScreen screen;
    screen.page.open({QStringLiteral("withheld")});
    QCOMPARE(screen.page.shown(), ThreadId{QStringLiteral("withheld")});
    QVERIFY(!screen.button(QStringLiteral("Call now"))->isEnabled());
    QVERIFY(!screen.button(QStringLiteral("Copy number"))->isEnabled());
    QTest::keyClick(screen.list(), Qt::Key_F3);
    QCOMPARE(screen.call.size(), 0);
}

void CallbacksPageTest::callAndCopyByKey()
{
    PageOnScreen screen;
    QVERIFY(QTest::qWaitForWindowActive(&screen.page));
    QTest::keyClick(screen.list(), Qt::Key_F3);
    QCOMPARE(screen.call.size(), 1);
    QCOMPARE(screen.call[0][1].value<PhoneNumber>().e164, QStringLiteral("+15125550119"));
    QTest::mouseClick(screen.button(QStringLiteral("Copy number")), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("(512) 555-0119"));
}

void CallbacksPageTest::callingClaimsTheCallAndCallingAgainGivesItBack()
{
    PageOnScreen screen;
    screen.page.setSeat(QStringLiteral("Jess"));
    QSignalSpy claimed(&screen.page, &ui::CallbacksPage::claimWanted);
    QSignalSpy released(&screen.page, &ui::CallbacksPage::releaseWanted);
    QVERIFY(QTest::qWaitForWindowActive(&screen.page));
    QTest::keyClick(screen.list(), Qt::Key_F3);
    QCOMPARE(claimed.size(), 1);
    QCOMPARE(screen.call.size(), 1);
    engine::CallbackRow row = *screen.page.model().find(screen.page.shown());
    row.claimedBy = QStringLiteral("Jess");
    screen.page.changeRow(row);
    QVERIFY(screen.button(QStringLiteral("Not calling after all")));
    QTest::keyClick(screen.list(), Qt::Key_F3);
    QCOMPARE(released.size(), 1);
    QCOMPARE(screen.call.size(), 1);
}

void CallbacksPageTest::whoSomebodyElseCallsIsNotCalled()
{
    PageOnScreen screen;
    screen.page.setSeat(QStringLiteral("Jess"));
    QSignalSpy claimed(&screen.page, &ui::CallbacksPage::claimWanted);
    QVERIFY(QTest::qWaitForWindowActive(&screen.page));
    engine::CallbackRow row = *screen.page.model().find(screen.page.shown());
    row.claimedBy = QStringLiteral("Sam");
    screen.page.changeRow(row);
    const ui::Button *button = screen.button(QStringLiteral("Sam is calling"));
    QVERIFY(button && !button->isEnabled());
    QTest::keyClick(screen.list(), Qt::Key_F3);
    QCOMPARE(claimed.size(), 0);
    QCOMPARE(screen.call.size(), 0);
}

void CallbacksPageTest::laterOffersOpenTimes()
{
    const auto choices = ui::laterChoices(builtqueue::now(), builtqueue::shop());
    QStringList labels;
    for (const ui::LaterChoice &one : choices)
        labels << one.label;
    QCOMPARE(labels, (QStringList{QStringLiteral("15:07"), QStringLiteral("16:00"), QStringLiteral("tomorrow 08:00")}));
    // Friday evening: an hour from now, the afternoon and tomorrow all fall on Monday's opening.
    const auto weekend = ui::laterChoices(builtqueue::now() + 29h, builtqueue::shop());
    QCOMPARE(weekend.size(), size_t(1));
    QCOMPARE(weekend[0].label, QStringLiteral("Mon 16 Jun, 08:00"));

    PageOnScreen screen;
    QTest::keyClick(screen.list(), '7');
    auto *menu = screen.page.findChild<QMenu *>();
    QTRY_VERIFY(menu->isVisible());
    menu->actions().at(1)->trigger();
    QCOMPARE(screen.done.size(), 1);
    QCOMPARE(screen.done[0][1].value<CallbackResult>(), CallbackResult::Later);
    QCOMPARE(screen.done[0][2].value<Instant>(), choices[1].at);
    menu->close();
}

void CallbacksPageTest::savesADoneCallNeverTwice()
{
    PageOnScreen screen;
    screen.page.findChild<ui::Segments *>()->setCurrent(2);
    Q_EMIT screen.page.findChild<ui::Segments *>()->currentChanged(2);
    QCOMPARE(screen.page.shown(), ThreadId{QStringLiteral("Lena Fox")});
    QSignalSpy digit(screen.page.findChild<ui::DigitKeys *>(), &ui::DigitKeys::pressed);
    QTest::keyClick(screen.list(), '1');
    QTRY_COMPARE(digit.size(), 1);
    QCOMPARE(screen.done.size(), 0);
    QTest::mouseClick(screen.button(QStringLiteral("Put back on the list")), Qt::LeftButton);
    QCOMPARE(screen.undone.size(), 1);
}

void CallbacksPageTest::saysNobodyToCall()
{
    PageOnScreen screen;
    screen.page.resetRows({});
    QVERIFY(screen.page.shown().isEmpty());
    QTest::keyClick(screen.list(), Qt::Key_Down); // nothing to walk to, nothing breaks
    QCOMPARE(screen.done.size(), 0);
}

void CallbacksPageTest::paintsInEveryLook_data()
{
    shots::looks();
}

void CallbacksPageTest::paintsInEveryLook()
{
    const QSize size = shots::apply();
    PageOnScreen screen;
    screen.page.resize(size - QSize(80, 64)); // what rail and now bar leave
    QVERIFY(shots::isPainted(screen.page, QStringLiteral("callbacks")));
}

void CallbacksPageTest::rowsKeepTheirBoxesApart_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("percent");
    for (const int width : {320, 376, 440}) {
        for (const int percent : {100, 115, 130})
            QTest::addRow("%d wide, text %d %%", width, percent) << width << percent;
    }
}

void CallbacksPageTest::rowsKeepTheirBoxesApart()
{
    QFETCH(int, width);
    QFETCH(int, percent);
    ui::theme().setLook({ui::Look::Choice::Light, false, percent, false});
    for (engine::CallbackRow row : builtqueue::calls()) {
        row.name += QStringLiteral(" of the Very Long Company Name");
        const QRect box(0, 0, width, ui::CallbackDelegate::rowHeight());
        const auto words = ui::callbackWords(row, builtqueue::now(), builtqueue::shop());
        const ui::CallbackRowLayout out = ui::layOut(box, ui::needsOf(words));
        const QList<QRect> boxes{out.bar, out.tile, out.name, out.due, out.context, out.pill, out.tries};
        for (int one = 0; one < boxes.size(); ++one) {
            QVERIFY(boxes[one].isEmpty() || box.contains(boxes[one]));
            for (int other = one + 1; other < boxes.size(); ++other)
                QVERIFY2(!boxes[one].intersects(boxes[other]), qPrintable(row.name));
        }
    }
    ui::theme().setLook({});
}

QTEST_MAIN(CallbacksPageTest)
#include "callbackspagetest.moc"
