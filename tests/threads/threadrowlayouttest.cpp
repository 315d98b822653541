// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/threads/builtrows.h"
#include "ui/threads/threaddelegate.h"

#include <QTest>

using namespace deskbell;

namespace {

QList<QRect> drawn(const ui::ThreadRowLayout &boxes)
{
    QList<QRect> all{boxes.bar, boxes.clock, boxes.limit, boxes.clockWord, boxes.name, boxes.channel, boxes.badge,
        boxes.text, boxes.pill, boxes.thirdIcon, boxes.third};
    all.removeIf([](const QRect &box) { return box.isEmpty(); });
    return all;
}

bool apart(const QList<QRect> &boxes)
{
    for (int one = 0; one < boxes.size(); ++one) {
        for (int other = one + 1; other < boxes.size(); ++other) {
            if (boxes[one].intersects(boxes[other])) {
                qWarning() << boxes[one] << boxes[other];
                return false;
            }
        }
    }
    return true;
}

} // namespace

class ThreadRowLayoutTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsEveryBoxApartAndInside_data();
    void keepsEveryBoxApartAndInside();
    void shortensTheNameBeforeTheBadge();
};

void ThreadRowLayoutTest::keepsEveryBoxApartAndInside_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("percent");
    for (const int width : {280, 300, 340, 388}) {
        for (const int percent : {100, 115, 130})
            QTest::addRow("%d wide, text %d %%", width, percent) << width << percent;
    }
}

void ThreadRowLayoutTest::keepsEveryBoxApartAndInside()
{
    QFETCH(int, width);
    QFETCH(int, percent);
    ui::theme().setLook({ui::Look::Choice::Light, false, percent, false});
    ui::ListScene scene;
    scene.now = builtrows::now();
    scene.seat = QStringLiteral("Desk 1");
    scene.profile = builtrows::shop();
    std::vector<engine::ThreadRow> rows = builtrows::threads();
    rows[0].urgent = true;
    rows[0].name = QStringLiteral("Bartholomew Featherstonehaugh-Cholmondeley");
    rows[0].unread = 12;
    for (const engine::ThreadRow &row : rows) {
        const QRect box(0, 100, width, ui::ThreadDelegate::rowHeight());
        const QList<QRect> boxes = drawn(ui::layOut(box, ui::needsOf(ui::rowWords(row, scene))));
        QVERIFY2(apart(boxes), qPrintable(row.thread.value));
        for (const QRect &one : boxes)
            QVERIFY2(box.contains(one),
                qPrintable(QStringLiteral("%1: %2,%3 %4x%5")
                               .arg(row.thread.value)
                               .arg(one.x())
                               .arg(one.y())
                               .arg(one.width())
                               .arg(one.height())));
    }
    ui::theme().setLook({});
}

void ThreadRowLayoutTest::shortensTheNameBeforeTheBadge()
{
    ui::ThreadRowNeeds needs;
    needs.nameWidth = 900;
    needs.badge = {22, 20};
    const ui::ThreadRowLayout boxes = ui::layOut(QRect(0, 0, 300, 80), needs);
    QCOMPARE(boxes.badge.size(), QSize(22, 20));
    QVERIFY(boxes.name.width() > 100);
    QVERIFY(boxes.channel.right() < boxes.badge.left());
}

QTEST_MAIN(ThreadRowLayoutTest)
#include "threadrowlayouttest.moc"
