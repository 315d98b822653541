// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/stores.h"

#include "core/store/sqlitestore.h"

namespace deskbell {
namespace {

OpenedStore wrap(std::shared_ptr<store::SqliteStore> store)
{
    return {store, store.get(), store.get()};
}

OpenedStore inMemory()
{
    auto store = store::SqliteStore::openInMemory();
    if (!store)
        qFatal("%s", qPrintable(store.error().detail));
    return wrap(std::move(*store));
}

OpenedStore inFolder()
{
    // The folder must outlive the store, so both share one owner.
    struct Both {
        QTemporaryDir folder;
        std::unique_ptr<store::SqliteStore> store;
    };
    auto both = std::make_shared<Both>();
    auto store = store::SqliteStore::open(both->folder.filePath(QStringLiteral("data")));
    if (!store)
        qFatal("%s", qPrintable(store.error().detail));
    both->store = std::move(*store);
    return {both, both->store.get(), both->store.get()};
}

} // namespace

void addStoreKinds()
{
    QTest::addColumn<StoreFactory>("store");
    QTest::newRow("memory") << StoreFactory(inMemory);
    QTest::newRow("file") << StoreFactory(inFolder);
}

OpenedStore openStore()
{
    // A global row has no QFETCH of its own type; QFETCH_GLOBAL needs a named variable.
    QFETCH_GLOBAL(StoreFactory, store);
    return store();
}

runtime::StepRecord step(const QString &fact, const QString &thread, int seenVersion)
{
    runtime::StepRecord record;
    record.fact = fact;
    record.thread.value = thread;
    record.seenVersion = seenVersion;
    record.decision.next.id.value = thread;
    record.decision.next.caller.e164 = QStringLiteral("+1512555") + thread.right(4);
    record.decision.next.line.e164 = QStringLiteral("+15125550100");
    return record;
}

engine::PlannedOrder textOrder(const QString &id, const QString &thread, TextKind kind, int priority)
{
    engine::order::SendText text;
    text.body = QStringLiteral("Hello");
    text.kind = kind;
    return {{id}, {thread}, text, {}, {}, priority};
}

engine::HistoryLine line(const QString &id, Instant at)
{
    engine::HistoryLine made;
    made.id = id;
    made.author = engine::Author::Caller;
    made.body = QStringLiteral("Line ") + id;
    made.at = at;
    return made;
}

runtime::Commit commitOf(std::vector<runtime::StepRecord> steps, Instant now)
{
    return {now, std::move(steps), {}};
}

QString idsOf(const std::vector<runtime::OutboxEntry> &entries)
{
    QStringList ids;
    for (const auto &entry : entries)
        ids << entry.order.id.value;
    return ids.join(u' ');
}

} // namespace deskbell
