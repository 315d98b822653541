// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"
#include "core/store/sqlitestore.h"
#include "tests/store/stores.h"

#include <sqlite3.h>

using namespace deskbell;
using namespace deskbell::runtime;
using store::SqliteStore;

/// Copies of the shop's data, and the way back.
class BackupTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void aCopyIsMadeWhileTheShopIsInUse();
    void theWayBackBringsWhatWasCopiedAndKeepsWhatWasThere();
    void afterTheWayBackWaitingTextsAreInDoubt();
    void theStartAfterThatIsAnOrdinaryOne();
    void aNewerOptOutSurvivesAnOlderBackup();
    void aBackupThatCannotBeUsedChangesNothing_data();
    void aBackupThatCannotBeUsedChangesNothing();
    void nothingIsRestoredUnderARunningDeskbell();
    void aDamagedDatabaseCanBeReplaced();
    void anOlderFilePutThereByHandIsNoticed();
    void aMissingLogIsNoHalfDatabase();
    void theOldestCopiesGoFirst();
    void withoutADatabaseThereIsNothingToCopy();

private:
    std::unique_ptr<QTemporaryDir> m_temporary;

    [[nodiscard]] QString folder() const { return m_temporary->filePath(QStringLiteral("data")); }
    [[nodiscard]] QString file() const { return folder() % QStringLiteral("/deskbell.db"); }
    [[nodiscard]] QString copy() const { return m_temporary->filePath(QStringLiteral("copies/one.db")); }
    [[nodiscard]] std::unique_ptr<SqliteStore> open() const
    {
        auto store = SqliteStore::open(folder());
        return store ? std::move(*store) : nullptr;
    }
    void keep(int from, int to) const;
    [[nodiscard]] size_t waiting() const { return open()->ready({1'800'000'000'000}, 1000)->size(); }
    static QString sql(const QString &file, const QByteArray &statement);
    static QByteArray bytesOf(const QString &file)
    {
        QFile in(file);
        return in.open(QFile::ReadOnly) ? in.readAll() : QByteArray();
    }
    static void put(const QString &file, const QByteArray &bytes)
    {
        QFile out(file);
        QVERIFY(out.open(QFile::WriteOnly) && out.write(bytes) == bytes.size());
    }
};

namespace {

const Instant noon{1'700'000'000'000};

StepRecord withOrder(int number)
{
    const QString name = QString::number(number);
    StepRecord record = step(u"f" % name, u"t" % name);
    record.decision.orders = {textOrder(u"o" % name, u"t" % name, TextKind::FirstText, 2)};
    record.decision.journal = {{noon, QStringLiteral("first_text.ordered"), {}, {}}};
    return record;
}

} // namespace

void BackupTest::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
}

void BackupTest::keep(int from, int to) const
{
    const auto store = open();
    QVERIFY(store);
    for (int i = from; i < to; ++i)
        QVERIFY(store->commit(commitOf({withOrder(i)})));
}

QString BackupTest::sql(const QString &file, const QByteArray &statement)
{
    sqlite3 *raw = nullptr;
    sqlite3_open(qPrintable(file), &raw);
    QString said;
    sqlite3_exec(
        raw, statement.constData(),
        [](void *into, int, char **values, char **) {
            *static_cast<QString *>(into) += QString::fromUtf8(values[0]);
            return 0;
        },
        &said, nullptr);
    sqlite3_close(raw);
    return said;
}

void BackupTest::aCopyIsMadeWhileTheShopIsInUse()
{
    const auto store = open();
    QVERIFY(store->commit(commitOf({withOrder(1)})));
    const auto facts = store::writeBackup(folder(), copy(), noon);
    QVERIFY2(facts, facts ? "" : qPrintable(facts.error().detail));
    QCOMPARE(facts->rows.value(QStringLiteral("outbox")), 1);
    QCOMPARE(facts->madeAt, noon);
    QVERIFY(store->commit(commitOf({withOrder(2)})));
    QCOMPARE(*store::checkBackup(copy()), *facts);
    const auto others = QFile::ReadGroup | QFile::ReadOther;
    QVERIFY(!(QFile::permissions(copy()) & others));
    QVERIFY(!(QFile::permissions(copy() % QStringLiteral(".json")) & others));
}

void BackupTest::theWayBackBringsWhatWasCopiedAndKeepsWhatWasThere()
{
    keep(0, 3);
    QVERIFY(store::writeBackup(folder(), copy(), noon));
    keep(3, 8);
    const QByteArray before = bytesOf(copy());
    const auto restored = store::restoreBackup(copy(), folder(), noon + 1h);
    QVERIFY2(restored, restored ? "" : qPrintable(restored.error().detail));
    QCOMPARE(sql(file(), "SELECT count(*) FROM outbox"), QStringLiteral("3"));
    QCOMPARE(sql(restored->replaced % QStringLiteral("/deskbell.db"), "SELECT count(*) FROM outbox"), QStringLiteral("8"));
    QCOMPARE(bytesOf(copy()), before); // and can be used again
}

void BackupTest::afterTheWayBackWaitingTextsAreInDoubt()
{
    keep(0, 3);
    QVERIFY(store::writeBackup(folder(), copy(), noon));
    QVERIFY(store::restoreBackup(copy(), folder(), noon + 1h));
    const auto store = open();
    QVERIFY(store->wasSetBack());
    QCOMPARE(store->ready(noon + 24h, 10)->size(), 0u);
    const auto doubted = store->inDoubt();
    QCOMPARE(doubted->size(), 3u);
    QCOMPARE(doubted->front().sendingSince, noon); // whatever was sent later is found from here on
    QCOMPARE(doubted->front().attempts, 1);
}

void BackupTest::theStartAfterThatIsAnOrdinaryOne()
{
    keep(0, 1);
    QVERIFY(store::writeBackup(folder(), copy(), noon));
    QVERIFY(store::restoreBackup(copy(), folder(), noon));
    QVERIFY(open()->wasSetBack());
    keep(1, 2);
    const auto store = open();
    QVERIFY(!store->wasSetBack());
    QCOMPARE(store->ready(noon + 24h, 10)->size(), 1u); // the new one is not in doubt
}

void BackupTest::aNewerOptOutSurvivesAnOlderBackup()
{
    keep(0, 1);
    QVERIFY(store::writeBackup(folder(), copy(), noon));
    {
        StepRecord record = step(QStringLiteral("stop"), QStringLiteral("t0"), 1);
        record.decision.consent = {{{QStringLiteral("+15125550142")}, false, noon, QStringLiteral("keyword"),
            QStringLiteral("stop"), QStringLiteral("text"), {}}};
        QVERIFY(open()->commit(commitOf({record})));
    }
    const auto restored = store::restoreBackup(copy(), folder(), noon + 1h);
    QVERIFY(restored);
    QCOMPARE(restored->consentKept, std::optional<int>(1));
    QCOMPARE(sql(file(), "SELECT words FROM consent_words JOIN consent USING(seq) WHERE given = 0"), QStringLiteral("stop"));
}

void BackupTest::aBackupThatCannotBeUsedChangesNothing_data()
{
    QTest::addColumn<QString>("harm");
    QTest::addColumn<QString>("reason");
    QTest::newRow("not there") << "remove" << "There is no file";
    QTest::newRow("cut") << "cut" << "damaged";
    QTest::newRow("no database") << "text" << "not a database";
    QTest::newRow("exchanged") << "exchange" << "cut or exchanged";
    QTest::newRow("of a newer Deskbell") << "newer" << "newer Deskbell";
    QTest::newRow("of another program") << "foreign" << "another program";
    QTest::newRow("empty") << "empty" << "no database of Deskbell";
}

void BackupTest::aBackupThatCannotBeUsedChangesNothing()
{
    QFETCH(QString, harm);
    QFETCH(QString, reason);
    keep(0, 60);
    QVERIFY(store::writeBackup(folder(), copy(), noon));
    const QByteArray bytes = bytesOf(copy());
    if (harm == u"remove")
        QVERIFY(QFile::remove(copy()));
    else if (harm == u"cut")
        put(copy(), bytes.left(bytes.size() / 2));
    else if (harm == u"text")
        put(copy(), QByteArray("not a database, but a letter").repeated(100));
    else if (harm == u"exchange")
        sql(copy(), "DELETE FROM journal WHERE seq=1");
    else if (harm == u"newer")
        sql(copy(), "PRAGMA user_version=900");
    else if (harm == u"foreign")
        sql(copy(), "PRAGMA application_id=7");
    else
        put(copy(), {});
    const QByteArray before = bytesOf(file());
    const auto restored = store::restoreBackup(copy(), folder(), noon);
    QVERIFY(!restored);
    QVERIFY2(restored.error().detail.contains(reason), qPrintable(restored.error().detail));
    QCOMPARE(bytesOf(file()), before);
    QCOMPARE(waiting(), 60u);
}

void BackupTest::nothingIsRestoredUnderARunningDeskbell()
{
    const auto store = open();
    QVERIFY(store->commit(commitOf({withOrder(1)})));
    QVERIFY(store::writeBackup(folder(), copy(), noon));
    const auto restored = store::restoreBackup(copy(), folder(), noon);
    QVERIFY(!restored);
    QVERIFY(restored.error().detail.contains(QStringLiteral("already running")));
    QVERIFY(store->commit(commitOf({withOrder(2)})));
}

void BackupTest::aDamagedDatabaseCanBeReplaced()
{
    keep(0, 5);
    QVERIFY(store::writeBackup(folder(), copy(), noon));
    put(file(), QByteArray("rubbish").repeated(5000));
    QVERIFY(!open());
    const auto restored = store::restoreBackup(copy(), folder(), noon);
    QVERIFY2(restored, restored ? "" : qPrintable(restored.error().detail));
    QVERIFY(!restored->consentKept);
    QVERIFY(open());
    QVERIFY(bytesOf(restored->replaced % QStringLiteral("/deskbell.db")).startsWith("rubbish")); // for whoever can save more
}

void BackupTest::anOlderFilePutThereByHandIsNoticed()
{
    keep(0, 2);
    sql(file(), "PRAGMA wal_checkpoint(TRUNCATE)");
    const QByteArray older = bytesOf(file());
    keep(2, 4);
    QVERIFY(!open()->wasSetBack());
    for (const QFileInfo &one : QDir(folder()).entryInfoList({QStringLiteral("deskbell.db*")}))
        QFile::remove(one.filePath());
    put(file(), older);
    const auto store = open();
    QVERIFY(store->wasSetBack());
    QCOMPARE(store->inDoubt()->size(), 2u);
}

void BackupTest::aMissingLogIsNoHalfDatabase()
{
    QString inUse;
    {
        const auto store = open();
        for (int i = 0; i < 20; ++i)
            QVERIFY(store->commit(commitOf({withOrder(i)})));
        // As after a crash, without the log that held the last commits.
        inUse = m_temporary->filePath(QStringLiteral("crashed"));
        QVERIFY(QDir().mkpath(inUse));
        QVERIFY(QFile::copy(file(), inUse % QStringLiteral("/deskbell.db")));
    }
    const auto store = SqliteStore::open(inUse);
    QVERIFY2(store, store ? "" : qPrintable(store.error().detail));
    QVERIFY((*store)->ready(noon + 24h, 100)->size() <= 20u);
    QVERIFY((*store)->commit(commitOf({withOrder(99)})));
}

void BackupTest::theOldestCopiesGoFirst()
{
    keep(0, 1);
    const QString copies = store::backupFolder(folder());
    for (int day = 0; day < 5; ++day)
        QVERIFY(store::writeBackup(folder(), QDir(copies).filePath(store::backupName(noon + day * 24h)), noon + day * 24h));
    put(QDir(copies).filePath(QStringLiteral("my own.db")), "mine");
    store::thinOut(copies, 2);
    const QStringList left = QDir(copies).entryList(QDir::Files, QDir::Name);
    QCOMPARE(left.size(), 5); // two copies with their lists, and the file of somebody's own
    QVERIFY(left.contains(store::backupName(noon + 96h)) && left.contains(store::backupName(noon + 72h)));
}

void BackupTest::withoutADatabaseThereIsNothingToCopy()
{
    const auto facts = store::writeBackup(folder(), copy(), noon);
    QVERIFY(!facts);
    QCOMPARE(facts.error().kind, ErrorKind::Missing);
    QVERIFY(!QFile::exists(file()));
}

QTEST_GUILESS_MAIN(BackupTest)
#include "backuptest.moc"
