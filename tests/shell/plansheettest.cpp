// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/threads/builtrows.h"
#include "ui/shell/plansheet.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QSignalSpy>
#include <QTest>

using namespace deskbell;

namespace {

engine::PlannedText nudge(const char *order, Duration in, bool waiting = false)
{
    engine::PlannedText text;
    text.thread = {QStringLiteral("t1")};
    text.order = {QString::fromLatin1(order)};
    text.at = builtrows::now() + in;
    text.body = QStringLiteral("Shine Bay: still happy to help.");
    text.rule = waiting ? QString() : QStringLiteral("nudge.1");
    text.waiting = waiting;
    return text;
}

struct SheetOnScreen {
    QWidget window;
    ui::PlanSheet sheet{[](const ThreadId &) { return QStringLiteral("Dana"); }, &window};
    QSignalSpy leftOut{&sheet, &ui::PlanSheet::leaveOutWanted};
    QSignalSpy stop{&sheet, &ui::PlanSheet::stopWanted};

    SheetOnScreen()
    {
        window.resize(1100, 700);
        window.show();
        sheet.open();
    }
    [[nodiscard]] QList<ui::Button *> buttons(const QString &label) const
    {
        QList<ui::Button *> found;
        for (ui::Button *button : sheet.findChildren<ui::Button *>()) {
            if (button->isVisible() && button->label() == label)
                found << button;
        }
        return found;
    }
    [[nodiscard]] QString words() const
    {
        QStringList all;
        for (const ui::ElidedLabel *label : sheet.findChildren<ui::ElidedLabel *>()) {
            if (label->isVisible())
                all << label->text();
        }
        return all.join(u'\n');
    }
};

} // namespace

/// The sheet of planned texts and the big stop.
class PlanSheetTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachTextTellsWhenToWhomWhyAndWhat();
    void oneIsLeftOutAndPutBack();
    void aTextOutOfTheOutboxCannotBePutBack();
    void moreThanTenAreTold();
    void theBigStopAsksBothWays();
    void keysReachEveryButtonAndEscapeCloses();
};

void PlanSheetTest::eachTextTellsWhenToWhomWhyAndWhat()
{
    SheetOnScreen on;
    on.sheet.showTexts({nudge("n1", 2h), nudge("f1", 3h, true)}, builtrows::now());
    QVERIFY2(on.words().contains(QStringLiteral("Dana")), qPrintable(on.words()));
    QVERIFY(on.words().contains(QStringLiteral("no reply yet")));
    QVERIFY(on.words().contains(QStringLiteral("Waits for its time")));
    QVERIFY(on.words().contains(QStringLiteral("still happy to help")));
    QCOMPARE(on.buttons(QStringLiteral("Leave out")).size(), 2);
}

void PlanSheetTest::oneIsLeftOutAndPutBack()
{
    SheetOnScreen on;
    on.sheet.showTexts({nudge("n1", 2h), nudge("n2", 22h)}, builtrows::now());
    on.buttons(QStringLiteral("Leave out")).first()->click();
    QCOMPARE(on.leftOut.count(), 1);
    QCOMPARE(on.leftOut[0][1].value<engine::OrderId>().value, QStringLiteral("n1"));
    QCOMPARE(on.leftOut[0][2].toBool(), false);
    on.sheet.showTexts({nudge("n2", 22h)}, builtrows::now());
    QCOMPARE(on.buttons(QStringLiteral("Leave out")).size(), 1);
    QCOMPARE(on.buttons(QStringLiteral("Put back")).size(), 1);
    on.buttons(QStringLiteral("Put back")).first()->click();
    QCOMPARE(on.leftOut[1][2].toBool(), true);
    on.sheet.showTexts({nudge("n1", 2h), nudge("n2", 22h)}, builtrows::now());
    QCOMPARE(on.buttons(QStringLiteral("Put back")).size(), 0);
    QCOMPARE(on.buttons(QStringLiteral("Leave out")).size(), 2);
}

void PlanSheetTest::aTextOutOfTheOutboxCannotBePutBack()
{
    SheetOnScreen on;
    on.sheet.showTexts({nudge("f1", 2h, true)}, builtrows::now());
    on.buttons(QStringLiteral("Leave out")).first()->click();
    QCOMPARE(on.leftOut.count(), 1);
    QCOMPARE(on.buttons(QStringLiteral("Put back")).size(), 0);
}

void PlanSheetTest::moreThanTenAreTold()
{
    SheetOnScreen on;
    std::vector<engine::PlannedText> many;
    for (int i = 0; i < 14; ++i)
        many.push_back(nudge(QByteArray::number(i).constData(), (i + 1) * 1h));
    on.sheet.showTexts(many, builtrows::now());
    QCOMPARE(on.buttons(QStringLiteral("Leave out")).size(), 10);
    QStringList told;
    for (const ui::Label *label : on.sheet.findChildren<ui::Label *>())
        told << label->text();
    QVERIFY(told.join(u' ').contains(QStringLiteral("14")));
}

void PlanSheetTest::theBigStopAsksBothWays()
{
    SheetOnScreen on;
    on.buttons(QStringLiteral("Stop all automatic texts")).first()->click();
    QCOMPARE(on.stop[0][0].toBool(), true);
    on.sheet.showStop({true, QStringLiteral("Jess"), builtrows::now()});
    QStringList told;
    for (const ui::Label *label : on.sheet.findChildren<ui::Label *>())
        told << label->text();
    QVERIFY(told.join(u' ').contains(QStringLiteral("Jess")));
    on.buttons(QStringLiteral("Let automatic texts go again")).first()->click();
    QCOMPARE(on.stop[1][0].toBool(), false);
}

void PlanSheetTest::keysReachEveryButtonAndEscapeCloses()
{
    SheetOnScreen on;
    on.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&on.window));
    on.sheet.showTexts({nudge("n1", 2h)}, builtrows::now());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // one Enter too many
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(on.stop.size(), 0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), on.buttons(QStringLiteral("Leave out")).first());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), on.buttons(QStringLiteral("Stop all automatic texts")).first());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!on.sheet.isVisible());
}

QTEST_MAIN(PlanSheetTest)
#include "plansheettest.moc"
