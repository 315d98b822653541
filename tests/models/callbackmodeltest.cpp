// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/callbackmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace deskbell;
using engine::CallbackRow;
using engine::Reason;
using ui::CallbackModel;
using ui::CallbackTab;

namespace {

const Instant noon = Instant::fromDateTime(QDateTime(QDate(2026, 12, 8), QTime(18, 0), Qt::UTC)); // 12:00 in Chicago

CallbackRow row(const QString &name, Duration dueIn, Reason reason = Reason::Landline)
{
    CallbackRow made;
    made.thread = {name};
    made.name = name;
    made.caller = {QStringLiteral("+15125550100")};
    made.reason = reason;
    made.since = noon - 1h;
    made.dueAt = noon + dueIn;
    return made;
}

std::vector<CallbackRow> queue()
{
    CallbackRow withheld = row(QStringLiteral("withheld"), -2h, Reason::Withheld);
    withheld.caller = {};
    CallbackRow promised = row(QStringLiteral("promised"), -2min, Reason::AskedForPerson);
    promised.promise = QStringLiteral("11:58");
    CallbackRow urgent = row(QStringLiteral("urgent"), 5min, Reason::Urgent);
    urgent.urgent = true;
    CallbackRow done = row(QStringLiteral("done"), -1h);
    done.done = true;
    done.doneAt = noon - 30min;
    return {withheld, row(QStringLiteral("after four"), 4h), row(QStringLiteral("quiet"), 1h, Reason::NoReply),
        row(QStringLiteral("due"), -10min), row(QStringLiteral("tomorrow"), 21h), done, urgent, promised};
}

QString described(const CallbackModel &model)
{
    QStringList names;
    for (int at = 0; at < model.rowCount(); ++at)
        names << model.at(at)->name;
    return names.join(QStringLiteral(", "));
}

void fill(CallbackModel &model)
{
    model.setZone(QTimeZone("America/Chicago"));
    model.setNow(noon);
    model.resetRows(queue());
}

} // namespace

class CallbackModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void queuesPromisedUrgentByTimeNoReplyWithheld();
    void partsNowLaterAndDoneToday();
    void rowsRiseWhenTheirTimeComes();
    void aDoneCallLeavesTheQueueAndComesBack();
    void turnsTheDayAtTheShopsMidnight();
    void removesACallerWhoReachedUs();
};

void CallbackModelTest::queuesPromisedUrgentByTimeNoReplyWithheld()
{
    CallbackModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    fill(model);
    QCOMPARE(described(model), QStringLiteral("promised, urgent, due, after four, quiet, withheld"));
    QCOMPARE(model.withheldNow(), 1);
    QCOMPARE(model.nextDue(), noon + 5min);
}

void CallbackModelTest::partsNowLaterAndDoneToday()
{
    CallbackModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    fill(model);
    QCOMPARE(model.total(CallbackTab::Now), 6);
    model.setTab(CallbackTab::Later);
    QCOMPARE(described(model), QStringLiteral("tomorrow"));
    model.setTab(CallbackTab::Done);
    QCOMPARE(described(model), QStringLiteral("done"));
    QCOMPARE(model.total(CallbackTab::Done), 1);
}

void CallbackModelTest::rowsRiseWhenTheirTimeComes()
{
    CallbackModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    fill(model);
    CallbackRow late = row(QStringLiteral("after four"), 4h);
    late.promise = QStringLiteral("16:00");
    model.changeRow(late);
    QCOMPARE(described(model), QStringLiteral("promised, urgent, due, after four, quiet, withheld"));
    const QPersistentModelIndex chosen = model.index(3);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setNow(noon + 4h);
    QCOMPARE(described(model), QStringLiteral("promised, after four, urgent, due, quiet, withheld"));
    QCOMPARE(chosen.row(), 1);
    QCOMPARE(reset.size(), 0);
}

void CallbackModelTest::aDoneCallLeavesTheQueueAndComesBack()
{
    CallbackModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    fill(model);
    QSignalSpy totals(&model, &CallbackModel::totalsChanged);
    CallbackRow due = row(QStringLiteral("due"), -10min);
    due.done = true;
    due.doneAt = noon;
    model.changeRow(due);
    QCOMPARE(described(model), QStringLiteral("promised, urgent, after four, quiet, withheld"));
    QCOMPARE(model.total(CallbackTab::Done), 2);
    QCOMPARE(totals.size(), 1);
    due.done = false; // Ctrl Z
    model.changeRow(due);
    QCOMPARE(described(model), QStringLiteral("promised, urgent, due, after four, quiet, withheld"));
}

void CallbackModelTest::turnsTheDayAtTheShopsMidnight()
{
    CallbackModel model;
    fill(model);
    model.setNow(noon + 11h + 59min); // 23:59 in Chicago, long tomorrow in UTC
    QCOMPARE(model.total(CallbackTab::Later), 1);
    model.setNow(noon + 12h);
    QCOMPARE(model.total(CallbackTab::Later), 0);
    QCOMPARE(model.total(CallbackTab::Done), 0); // yesterday's
}

void CallbackModelTest::removesACallerWhoReachedUs()
{
    CallbackModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    fill(model);
    model.removeRow({QStringLiteral("urgent")});
    model.removeRow({QStringLiteral("tomorrow")}); // not in this tab
    QCOMPARE(described(model), QStringLiteral("promised, due, after four, quiet, withheld"));
    QCOMPARE(model.total(CallbackTab::Later), 0);
}

QTEST_GUILESS_MAIN(CallbackModelTest)
#include "callbackmodeltest.moc"
