// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/stores.h"
#include "tests/support/storedsamples.h"

using namespace deskbell;
using namespace deskbell::runtime;

class StorePortTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { addStoreKinds(); }

    void aStateComesBackWithItsVersion();
    void aFactIsKeptOnce();
    void aStaleVersionIsAConflictAndLeavesNothing();
    void aNewThreadThatExistsAlreadyIsAConflict();
    void severalFactsOfOneThreadFitInOneCommit();
    void cursorsMoveWithTheCommit();
    void dueThreadsComeByTheirTime();
    void aDueTimeTakenAwayIsGone();
    void openClosedAndCallbackListsAreApart();
    void historyIsOldestFirstAndTheLastLines();
    void aLineComesBackWholeAndIsWrittenOnce();
    void aChangeTouchesOnlyItsLine();
    void theJournalIsNewestFirst();
    void draftsAreKeptPerSeat();
};

namespace {

void keep(StorePort &store, StepRecord record)
{
    const auto kept = store.commit(commitOf({std::move(record)}));
    QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
}

QString idsOfThreads(const Result<std::vector<engine::ThreadState>> &states)
{
    if (!states)
        return states.error().detail;
    QStringList ids;
    for (const auto &state : *states)
        ids << state.id.value;
    return ids.join(u' ');
}

QString idsOfLines(const Result<std::vector<engine::HistoryLine>> &lines)
{
    QStringList ids;
    for (const auto &one : lines.value_or(std::vector<engine::HistoryLine>()))
        ids << one.id;
    return ids.join(u' ');
}

} // namespace

void StorePortTest::aStateComesBackWithItsVersion()
{
    const OpenedStore store = openStore();
    QVERIFY(!store.port->load({QStringLiteral("t1")})->has_value());
    StepRecord record = step(QStringLiteral("f1"), QStringLiteral("t1"));
    record.decision.next = samples::thread();
    keep(*store.port, record);
    record.fact = QStringLiteral("f2");
    record.seenVersion = 1;
    record.decision.next.unread = 5;
    keep(*store.port, record);
    const auto loaded = store.port->load({QStringLiteral("t1")});
    QVERIFY(loaded && loaded->has_value());
    QCOMPARE((*loaded)->version, 2);
    QVERIFY((*loaded)->state == record.decision.next);
}

void StorePortTest::aFactIsKeptOnce()
{
    const OpenedStore store = openStore();
    keep(*store.port, step(QStringLiteral("call:CA1:missed"), QStringLiteral("t1")));
    const QStringList asked{QStringLiteral("call:CA1:missed"), QStringLiteral("call:CA2:missed")};
    QCOMPARE(*store.port->consumed(asked), QSet<QString>{asked.first()});
    const auto again = store.port->commit(commitOf({step(asked.first(), QStringLiteral("t1"), 1)}));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
    QCOMPARE((*store.port->load({QStringLiteral("t1")}))->version, 1);
}

void StorePortTest::aStaleVersionIsAConflictAndLeavesNothing()
{
    const OpenedStore store = openStore();
    keep(*store.port, step(QStringLiteral("f1"), QStringLiteral("t1")));
    keep(*store.port, step(QStringLiteral("f2"), QStringLiteral("t1"), 1));

    StepRecord other = step(QStringLiteral("f3"), QStringLiteral("t2"));
    StepRecord stale = step(QStringLiteral("f4"), QStringLiteral("t1"), 1);
    stale.decision.orders = {textOrder(QStringLiteral("o1"), QStringLiteral("t1"), TextKind::Reply, 3)};
    stale.decision.history = {line(QStringLiteral("l1"), {5})};
    stale.decision.journal = {{{5}, QStringLiteral("turn"), {}, {}}};
    Commit both = commitOf({other, stale});
    both.cursors = {{QStringLiteral("calls"), QStringLiteral("7")}};
    const auto refused = store.port->commit(both);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);

    QVERIFY(!store.port->load({QStringLiteral("t2")})->has_value());
    QVERIFY(store.port->consumed({QStringLiteral("f3"), QStringLiteral("f4")})->isEmpty());
    QCOMPARE(idsOf(*store.port->ready({9}, 10)), QString());
    QCOMPARE(idsOfLines(store.port->history({QStringLiteral("t1")}, 10)), QString());
    QVERIFY(store.port->journal({QStringLiteral("t1")}, 10)->empty());
    QCOMPARE(*store.port->cursor(QStringLiteral("calls")), QString());
    keep(*store.port, step(QStringLiteral("f4"), QStringLiteral("t1"), 2)); // and decided again it fits
}

void StorePortTest::aNewThreadThatExistsAlreadyIsAConflict()
{
    const OpenedStore store = openStore();
    keep(*store.port, step(QStringLiteral("f1"), QStringLiteral("t1")));
    const auto refused = store.port->commit(commitOf({step(QStringLiteral("f2"), QStringLiteral("t1"))}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
}

void StorePortTest::severalFactsOfOneThreadFitInOneCommit()
{
    const OpenedStore store = openStore();
    const QString thread = QStringLiteral("t1");
    QVERIFY(store.port->commit(commitOf({step(QStringLiteral("f1"), thread), step(QStringLiteral("f2"), thread, 1),
        step(QStringLiteral("f3"), thread, 2)})));
    QCOMPARE((*store.port->load({thread}))->version, 3);
}

void StorePortTest::cursorsMoveWithTheCommit()
{
    const OpenedStore store = openStore();
    QCOMPARE(*store.port->cursor(QStringLiteral("calls")), QString());
    for (const QString &value : {QStringLiteral("7"), QStringLiteral("8")}) {
        Commit commit;
        commit.cursors = {{QStringLiteral("calls"), value}, {QStringLiteral("push"), QStringLiteral("p")}};
        QVERIFY(store.port->commit(commit));
        QCOMPARE(*store.port->cursor(QStringLiteral("calls")), value);
    }
}

void StorePortTest::dueThreadsComeByTheirTime()
{
    const OpenedStore store = openStore();
    QVERIFY(!store.port->earliestDue()->isSet());
    for (const int due : {300, 100, 200, 0}) {
        const QString name = QString::number(due);
        StepRecord record = step(name, name);
        record.dueAt = {due};
        keep(*store.port, record);
    }
    QCOMPARE(store.port->earliestDue()->ms, 100);
    const auto due = store.port->dueThreads({200}, 10);
    QCOMPARE(due->size(), 2u);
    QCOMPARE(due->at(0).first.value, QStringLiteral("100"));
    QCOMPARE(due->at(1).second.ms, 200);
    QCOMPARE(store.port->dueThreads({900}, 1)->size(), 1u);
}

void StorePortTest::aDueTimeTakenAwayIsGone()
{
    const OpenedStore store = openStore();
    StepRecord record = step(QStringLiteral("f1"), QStringLiteral("t1"));
    record.dueAt = {100};
    keep(*store.port, record);
    keep(*store.port, step(QStringLiteral("f2"), QStringLiteral("t1"), 1));
    QVERIFY(!store.port->earliestDue()->isSet());
}

void StorePortTest::openClosedAndCallbackListsAreApart()
{
    const OpenedStore store = openStore();
    const auto put = [&](const QString &id, qint64 at, const std::function<void(engine::ThreadState &)> &shape) {
        StepRecord record = step(id, id);
        record.decision.next.lastInboundAt = {at};
        shape(record.decision.next);
        keep(*store.port, record);
    };
    const auto callback = [](qint64 due, bool done, qint64 doneAt) {
        engine::CallbackItem item;
        item.dueAt = {due};
        item.done = done;
        item.doneAt = {doneAt};
        return item;
    };
    put(QStringLiteral("old"), 10, [](auto &) {});
    put(QStringLiteral("new"), 30, [&](auto &s) { s.callback = callback(500, false, 0); });
    put(QStringLiteral("soon"), 20, [&](auto &s) { s.callback = callback(400, false, 0); });
    put(QStringLiteral("over"), 50, [](auto &s) { s.phase = engine::phase::Closed{{50}}; });
    put(QStringLiteral("over2"), 60, [&](auto &s) {
        s.phase = engine::phase::Closed{{60}};
        s.callback = callback(300, true, 700);
    });
    put(QStringLiteral("yesterday"), 5, [&](auto &s) { s.callback = callback(200, true, 600); });

    QCOMPARE(idsOfThreads(store.port->openThreads(10)), QStringLiteral("new soon old yesterday"));
    QCOMPARE(idsOfThreads(store.port->openThreads(2)), QStringLiteral("new soon"));
    QCOMPARE(idsOfThreads(store.port->closedThreads(10, 0)), QStringLiteral("over2 over"));
    QCOMPARE(idsOfThreads(store.port->closedThreads(10, 1)), QStringLiteral("over"));
    QCOMPARE(idsOfThreads(store.port->callbackThreads({650})), QStringLiteral("soon new over2"));
    QCOMPARE(idsOfThreads(store.port->callbackThreads({600})), QStringLiteral("soon new over2 yesterday"));
}

void StorePortTest::historyIsOldestFirstAndTheLastLines()
{
    const OpenedStore store = openStore();
    StepRecord record = step(QStringLiteral("f1"), QStringLiteral("t1"));
    record.decision.history = {line(QStringLiteral("b"), {20}), line(QStringLiteral("c"), {20}),
        line(QStringLiteral("d"), {30}), line(QStringLiteral("a"), {10})};
    keep(*store.port, record);
    QCOMPARE(idsOfLines(store.port->history({QStringLiteral("t1")}, 10)), QStringLiteral("a b c d"));
    QCOMPARE(idsOfLines(store.port->history({QStringLiteral("t1")}, 2)), QStringLiteral("c d"));
    QCOMPARE(idsOfLines(store.port->history({QStringLiteral("t2")}, 2)), QString());
}

void StorePortTest::aLineComesBackWholeAndIsWrittenOnce()
{
    const OpenedStore store = openStore();
    const engine::HistoryLine whole{QStringLiteral("l1"), engine::Author::Person, TextKind::Staff,
        QStringLiteral("On my way 🚗"), {QStringLiteral("x"), QString()}, QStringLiteral("Jess"), {77}, Delivery::Failed,
        30007, {QStringLiteral("SM1")}, {samples::source()}, QStringLiteral("by hand")};
    StepRecord record = step(QStringLiteral("f1"), QStringLiteral("t1"));
    record.decision.history = {whole, line(QStringLiteral("l1"), {99})};
    keep(*store.port, record);
    const auto lines = store.port->history({QStringLiteral("t1")}, 10);
    QCOMPARE(lines->size(), 1u);
    QVERIFY(lines->front() == whole);
}

void StorePortTest::aChangeTouchesOnlyItsLine()
{
    const OpenedStore store = openStore();
    StepRecord record = step(QStringLiteral("f1"), QStringLiteral("t1"));
    record.decision.history = {line(QStringLiteral("a"), {10}), line(QStringLiteral("b"), {20})};
    record.decision.changes = {{QStringLiteral("a"), Delivery::Delivered, 0, {QStringLiteral("SM9")}, {}}};
    keep(*store.port, record);
    record = step(QStringLiteral("f2"), QStringLiteral("t1"), 1);
    record.decision.changes = {{QStringLiteral("a"), Delivery::Failed, 30003, {}, {15}}};
    keep(*store.port, record);
    const auto lines = *store.port->history({QStringLiteral("t1")}, 10);
    QCOMPARE(lines[0].delivery, Delivery::Failed);
    QCOMPARE(lines[0].errorCode, 30003);
    QCOMPARE(lines[0].text.value, QStringLiteral("SM9")); // what was learnt is not unlearnt
    QCOMPARE(lines[0].at.ms, 15);
    QVERIFY(lines[1] == line(QStringLiteral("b"), {20}));
}

void StorePortTest::theJournalIsNewestFirst()
{
    const OpenedStore store = openStore();
    const engine::JournalLine first{{10}, QStringLiteral("turn"), {QStringLiteral("price")}, QStringLiteral("o1")};
    const engine::JournalLine second{{10}, QStringLiteral("turn.stale"), {}, {}};
    StepRecord record = step(QStringLiteral("f1"), QStringLiteral("t1"));
    record.decision.journal = {first, second};
    keep(*store.port, record);
    QVERIFY(store.port->addJournal({{11}, QStringLiteral("malformed"), {QStringLiteral("calls")}, {}}));
    const auto journal = *store.port->journal({QStringLiteral("t1")}, 10);
    QCOMPARE(journal.size(), 2u);
    QVERIFY(journal[0] == second);
    QVERIFY(journal[1] == first);
    QCOMPARE(store.port->journal({QStringLiteral("t1")}, 1)->size(), 1u);
}

void StorePortTest::draftsAreKeptPerSeat()
{
    const OpenedStore store = openStore();
    const ThreadId thread{QStringLiteral("t1")};
    QVERIFY(store.port->saveDraft(thread, QStringLiteral("Jess"), "half a sen"));
    QVERIFY(store.port->saveDraft(thread, QStringLiteral("Jess"), "half a sentence"));
    QVERIFY(store.port->saveDraft(thread, QStringLiteral("Tom"), QByteArray("\0x", 2)));
    QCOMPARE(*store.port->draft(thread, QStringLiteral("Jess")), QByteArray("half a sentence"));
    QCOMPARE(*store.port->draft(thread, QStringLiteral("Tom")), QByteArray("\0x", 2));
    QVERIFY(store.port->saveDraft(thread, QStringLiteral("Jess"), {}));
    QCOMPARE(*store.port->draft(thread, QStringLiteral("Jess")), QByteArray());
}

QTEST_GUILESS_MAIN(StorePortTest)
#include "storeporttest.moc"
