// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sectionedthreadmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace deskbell;
using engine::Section;
using engine::ThreadRow;
using ui::SectionedThreadModel;
using Filter = SectionedThreadModel::Filter;

namespace {

ThreadRow row(const QString &name, Section section, qint64 waits, qint64 last)
{
    ThreadRow made;
    made.thread = {name};
    made.name = name;
    made.section = section;
    made.waitsSince = {waits};
    made.lastAt = {last};
    return made;
}

/// "Needs(2): dana, priya | Assistant(1): tom": the list as a person reads it from the top.
QString described(const SectionedThreadModel &model)
{
    static const QStringList names{QStringLiteral("Needs"), QStringLiteral("With"), QStringLiteral("Assistant"),
        QStringLiteral("Waiting"), QStringLiteral("Quiet"), QStringLiteral("Done")};
    QStringList sections;
    QStringList threads;
    const auto close = [&] {
        if (!sections.isEmpty())
            sections.last() += threads.join(QStringLiteral(", "));
        threads.clear();
    };
    for (int at = 0; at < model.rowCount(); ++at) {
        if (!model.isHeading(at)) {
            threads << model.threadAt(at)->name;
            continue;
        }
        close();
        const int shown = model.index(at).data(SectionedThreadModel::CountRole).toInt();
        sections << QStringLiteral("%1(%2): ").arg(names[int(model.sectionAt(at))]).arg(shown);
    }
    close();
    return sections.join(QStringLiteral(" | "));
}

std::vector<ThreadRow> morning()
{
    return {row(QStringLiteral("hugo"), Section::AssistantAnswering, 0, 50),
        row(QStringLiteral("priya"), Section::NeedsPerson, 40, 40),
        row(QStringLiteral("kim"), Section::NeedsPerson, 20, 90),
        row(QStringLiteral("tom"), Section::AssistantAnswering, 0, 80),
        row(QStringLiteral("luis"), Section::WaitingForCaller, 0, 10), row(QStringLiteral("old"), Section::Done, 0, 5)};
}

} // namespace

class ThreadModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void standsInSectionsLongestWaitingFirstThenNewest();
    void putsUrgentAboveLongerWaiting();
    void movesOneRowAndKeepsTheSelection();
    void dropsAHeadingWithItsLastRow();
    void neverMovesWhileFrozen();
    void forgetsAPendingChangeThatWentBack();
    void showsPendingAtOnceWhenAsked();
    void filtersOpenMineAndDone();
    void findsByNameNumberAndText_data();
    void findsByNameNumberAndText();
    void endsInTheSameOrderAfterAnyChanges();
};

void ThreadModelTest::standsInSectionsLongestWaitingFirstThenNewest()
{
    SectionedThreadModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.resetRows(morning());
    QCOMPARE(described(model), QStringLiteral("Needs(2): kim, priya | Assistant(2): tom, hugo | Waiting(1): luis"));
}

void ThreadModelTest::putsUrgentAboveLongerWaiting()
{
    SectionedThreadModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.resetRows(morning());
    ThreadRow dana = row(QStringLiteral("dana"), Section::NeedsPerson, 95, 95);
    dana.urgent = true;
    model.changeRow(dana);
    QVERIFY(described(model).startsWith(QStringLiteral("Needs(3): dana, kim, priya")));
}

void ThreadModelTest::movesOneRowAndKeepsTheSelection()
{
    SectionedThreadModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.resetRows(morning());
    const QPersistentModelIndex chosen = model.index(model.rowOf({QStringLiteral("tom")}));
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.changeRow(row(QStringLiteral("tom"), Section::NeedsPerson, 30, 99));
    QCOMPARE(described(model), QStringLiteral("Needs(3): kim, tom, priya | Assistant(1): hugo | Waiting(1): luis"));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(chosen.data(SectionedThreadModel::ThreadRole).toString(), QStringLiteral("tom"));
}

void ThreadModelTest::dropsAHeadingWithItsLastRow()
{
    SectionedThreadModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.resetRows(morning());
    model.changeRow(row(QStringLiteral("luis"), Section::WithPerson, 60, 60));
    QCOMPARE(described(model), QStringLiteral("Needs(2): kim, priya | With(1): luis | Assistant(2): tom, hugo"));
    model.changeRow(row(QStringLiteral("luis"), Section::Done, 0, 61));
    QCOMPARE(described(model), QStringLiteral("Needs(2): kim, priya | Assistant(2): tom, hugo"));
}

void ThreadModelTest::neverMovesWhileFrozen()
{
    SectionedThreadModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.resetRows(morning());
    const QString before = described(model);
    model.setFrozen(true);
    QSignalSpy pending(&model, &SectionedThreadModel::pendingChanged);
    model.changeRow(row(QStringLiteral("tom"), Section::NeedsPerson, 10, 99)); // would move to the top
    model.changeRow(row(QStringLiteral("new"), Section::NeedsPerson, 15, 99)); // would come in
    model.changeRow(row(QStringLiteral("priya"), Section::Done, 0, 99)); // would go
    model.changeRow(row(QStringLiteral("kim"), Section::NeedsPerson, 20, 95)); // stays where it is: not counted
    QCOMPARE(described(model), before);
    QCOMPARE(model.pendingChanges(), 3);
    QCOMPARE(pending.last().first().toInt(), 3);
    QCOMPARE(model.threadAt(model.rowOf({QStringLiteral("tom")}))->waitsSince, Instant{10}); // content is fresh
    model.setFrozen(false);
    QCOMPARE(described(model), QStringLiteral("Needs(3): tom, new, kim | Assistant(1): hugo | Waiting(1): luis"));
    QCOMPARE(model.pendingChanges(), 0);
    QCOMPARE(pending.last().first().toInt(), 0);
}

void ThreadModelTest::forgetsAPendingChangeThatWentBack()
{
    SectionedThreadModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.resetRows(morning());
    model.setFrozen(true);
    model.changeRow(row(QStringLiteral("hugo"), Section::NeedsPerson, 10, 99));
    model.changeRow(row(QStringLiteral("hugo"), Section::AssistantAnswering, 0, 50));
    QCOMPARE(model.pendingChanges(), 0);
}

void ThreadModelTest::showsPendingAtOnceWhenAsked()
{
    SectionedThreadModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.resetRows(morning());
    model.setFrozen(true);
    model.changeRow(row(QStringLiteral("hugo"), Section::NeedsPerson, 10, 99));
    model.showPending();
    QVERIFY(described(model).startsWith(QStringLiteral("Needs(3): hugo, kim, priya")));
    QVERIFY(model.isFrozen());
}

void ThreadModelTest::filtersOpenMineAndDone()
{
    SectionedThreadModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::vector<ThreadRow> rows = morning();
    rows[0].section = Section::WithPerson;
    rows[0].holder = {engine::HolderKind::Seat, QStringLiteral("Jess"), 2, {}};
    model.setSeat(QStringLiteral("Jess"));
    model.resetRows(rows);
    QCOMPARE(model.total(Filter::Open), 5);
    QCOMPARE(model.total(Filter::Mine), 1);
    QCOMPARE(model.total(Filter::Done), 1);
    model.setFilter(Filter::Mine);
    QCOMPARE(described(model), QStringLiteral("With(1): hugo"));
    model.setFilter(Filter::Done);
    QCOMPARE(described(model), QStringLiteral("Done(1): old"));
    model.changeRow(row(QStringLiteral("tom"), Section::Done, 0, 99));
    QCOMPARE(described(model), QStringLiteral("Done(2): tom, old"));
    QCOMPARE(model.total(Filter::Open), 4);
}

void ThreadModelTest::findsByNameNumberAndText_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<bool>("found");
    QTest::newRow("part of the name, any case") << QStringLiteral("DAN") << true;
    QTest::newRow("words in any order") << QStringLiteral("door whit") << true;
    QTest::newRow("digits as dialled") << QStringLiteral("5550142") << true;
    QTest::newRow("digits as written") << QStringLiteral("(512) 555-0142") << true;
    QTest::newRow("two digits say too little") << QStringLiteral("42") << false;
    QTest::newRow("somebody else") << QStringLiteral("priya") << false;
}

void ThreadModelTest::findsByNameNumberAndText()
{
    QFETCH(QString, needle);
    QFETCH(bool, found);
    SectionedThreadModel model;
    ThreadRow dana = row(QStringLiteral("Dana Whitfield"), Section::NeedsPerson, 1, 1);
    dana.caller = {QStringLiteral("+15125550142")};
    dana.lastText = QStringLiteral("You scratched my door");
    model.resetRows({dana});
    model.setNeedle(needle);
    QCOMPARE(model.rowCount() > 0, found);
}

void ThreadModelTest::endsInTheSameOrderAfterAnyChanges()
{
    QRandomGenerator chance(20261208);
    SectionedThreadModel grown;
    QAbstractItemModelTester tester(&grown, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::map<QString, ThreadRow> latest;
    for (int step = 0; step < 600; ++step) {
        const QString name = QStringLiteral("c%1").arg(chance.bounded(12));
        const ThreadRow next = row(name, Section(chance.bounded(5)), chance.bounded(100), chance.bounded(100));
        latest[name] = next;
        grown.changeRow(next);
        if (chance.bounded(8) == 0)
            grown.setFrozen(!grown.isFrozen());
    }
    grown.setFrozen(false);
    std::vector<ThreadRow> rows;
    for (const auto &[name, value] : latest)
        rows.push_back(value);
    SectionedThreadModel fresh;
    fresh.resetRows(rows);
    QCOMPARE(described(grown), described(fresh));
    QCOMPARE(grown.total(Filter::Open), fresh.total(Filter::Open));
}

QTEST_GUILESS_MAIN(ThreadModelTest)
#include "threadmodeltest.moc"
