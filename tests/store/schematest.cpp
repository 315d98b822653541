// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"
#include "core/store/sqlitestore.h"
#include "tests/store/stores.h"

using namespace deskbell;
using namespace deskbell::store;

class SchemaTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_temporary = std::make_unique<QTemporaryDir>(); }

    void grownByMigrationIsAsMadeNew_data();
    void grownByMigrationIsAsMadeNew();
    void anOlderFileIsBackedUpAndKeepsItsRows();
    void aMigrationThatFailsLeavesTheOldFile();
    void listsAndQueuesAreReadByIndex_data();
    void listsAndQueuesAreReadByIndex();

private:
    std::unique_ptr<QTemporaryDir> m_temporary;

    [[nodiscard]] QString folder() const { return m_temporary->filePath(QStringLiteral("data")); }
    [[nodiscard]] std::unique_ptr<Database> at(int schema) const;
};

namespace {

QStringList shapeOf(Database &database)
{
    return database.texts("SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1")
        .value_or(QStringList());
}

} // namespace

/// A file as an older program left it.
std::unique_ptr<Database> SchemaTest::at(int schema) const
{
    QDir().mkpath(folder());
    auto database = Database::open(Database::Kind::File, folder() + QStringLiteral("/deskbell.db"));
    if (!database || !migrate(**database, 0, schema))
        return nullptr;
    return std::move(*database);
}

void SchemaTest::grownByMigrationIsAsMadeNew_data()
{
    QTest::addColumn<int>("schema");
    for (int schema = 1; schema < newestSchema(); ++schema)
        QTest::addRow("from %d", schema) << schema;
}

void SchemaTest::grownByMigrationIsAsMadeNew()
{
    QFETCH(int, schema);
    const auto grown = at(schema);
    QVERIFY(grown);
    QCOMPARE(*schemaOf(*grown), schema);
    QVERIFY(migrate(*grown, schema));
    QCOMPARE(*schemaOf(*grown), newestSchema());

    auto made = Database::open(Database::Kind::InMemory, QStringLiteral(":memory:"));
    QVERIFY(migrate(**made, 0));
    QVERIFY(shapeOf(**made).size() > 20);
    QCOMPARE(shapeOf(*grown), shapeOf(**made));
}

void SchemaTest::anOlderFileIsBackedUpAndKeepsItsRows()
{
    {
        const auto old = at(1);
        QVERIFY(old->execute("INSERT INTO fact VALUES('call:CA1:missed', 1)"));
    }
    {
        const auto store = SqliteStore::open(folder());
        QVERIFY2(store, store ? "" : qPrintable(store.error().detail));
        QCOMPARE((*store)->consumed({QStringLiteral("call:CA1:missed")})->size(), 1);
        QVERIFY((*store)->between({1}, {2})); // the calendar came with a later schema
    }
    const QString copy = folder() + QStringLiteral("/before-layout-%1.db").arg(newestSchema());
    auto before = Database::open(Database::Kind::File, copy);
    QVERIFY(before);
    QCOMPARE(*schemaOf(**before), 1);
    QCOMPARE(*(*before)->number("SELECT count(*) FROM fact"), 1);
}

void SchemaTest::aMigrationThatFailsLeavesTheOldFile()
{
    const auto old = at(1);
    QVERIFY(old->execute("CREATE TABLE hold(in_the_way TEXT)")); // the last migration wants this name
    const QStringList before = shapeOf(*old);
    QVERIFY(!migrate(*old, 1));
    QCOMPARE(*schemaOf(*old), 1);
    QCOMPARE(shapeOf(*old), before);
}

void SchemaTest::listsAndQueuesAreReadByIndex_data()
{
    QTest::addColumn<QByteArray>("question");
    QTest::addColumn<QString>("index");
    QTest::newRow("due") << QByteArray("SELECT id FROM thread WHERE due_at IS NOT NULL AND due_at <= 5 ORDER BY due_at")
                         << QStringLiteral("thread_due");
    QTest::newRow("open") << QByteArray(
        "SELECT id FROM thread WHERE closed = 0 ORDER BY last_at DESC, num DESC LIMIT 9")
                          << QStringLiteral("thread_open");
    QTest::newRow("ready") << QByteArray("SELECT id FROM outbox WHERE standing='ready' AND not_before <= 5"
                                         " ORDER BY priority, rank LIMIT 9")
                           << QStringLiteral("outbox_ready");
    QTest::newRow("doubt") << QByteArray("SELECT id FROM outbox WHERE standing IN ('sending', 'unclear')"
                                         " ORDER BY sending_since, seq")
                           << QStringLiteral("outbox_doubt");
    QTest::newRow("journal") << QByteArray("SELECT code FROM journal WHERE thread=1 ORDER BY seq DESC LIMIT 9")
                             << QStringLiteral("journal_thread");
    QTest::newRow("calendar") << QByteArray("SELECT id FROM appointment WHERE end_at > 1 AND start_at < 5")
                              << QStringLiteral("appointment_end");
}

void SchemaTest::listsAndQueuesAreReadByIndex()
{
    QFETCH(QByteArray, question);
    QFETCH(QString, index);
    auto database = Database::open(Database::Kind::InMemory, QStringLiteral(":memory:"));
    QVERIFY(migrate(**database, 0));
    QString plan;
    const QByteArray explained = "EXPLAIN QUERY PLAN " + question;
    Statement explain(**database, explained.constData());
    QVERIFY(explain.each([&plan](const Row &row) { plan += QString(row.text(3) % u'\n'); }));
    QVERIFY2(plan.contains(index), qPrintable(plan));
    QVERIFY2(
        !plan.contains(QStringLiteral("TEMP B-TREE")) || index == QStringLiteral("appointment_end"), qPrintable(plan));
}

QTEST_GUILESS_MAIN(SchemaTest)
#include "schematest.moc"
