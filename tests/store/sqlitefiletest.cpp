// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlitestore.h"
#include "tests/store/stores.h"

#include <QProcess>
#include <sqlite3.h>

using namespace deskbell;
using namespace deskbell::runtime;
using store::SqliteStore;

/// What only a store in a file can do wrong.
class SqliteFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void everythingIsThereAfterReopening();
    void whatWasAcknowledgedSurvivesKill();
    void whatWasNotCommittedIsGoneAfterKill();
    void aSecondProgramIsRefused();
    void nobodyElseMayReadTheFiles();
    void aFolderThatCannotBeMadeIsRefused();
    void aFileThatIsNoDatabaseIsRefusedAndKept_data();
    void aFileThatIsNoDatabaseIsRefusedAndKept();
    void aDatabaseOfAnotherProgramIsRefusedAndKept();
    void aDatabaseOfANewerProgramIsRefusedAndKept();
    void aDamagedPageIsFoundAtStart();
    void onAFullDiskNothingIsHalfKeptAndItGoesOnLater();
    void onAFullDiskNoTextIsMarkedAsSending();
    void aStateThatCannotBeReadIsShownButNotOverwritten();
    void anOptOutOutlivesEverything();
    void aBackupHoldsEverything();
    void aBackupThatCannotBeWrittenSaysSo();

private:
    std::unique_ptr<QTemporaryDir> m_temporary;

    [[nodiscard]] QString folder() const { return m_temporary->filePath(QStringLiteral("data")); }
    [[nodiscard]] QString file() const { return folder() + QStringLiteral("/deskbell.db"); }
    [[nodiscard]] std::unique_ptr<SqliteStore> open() const;
    [[nodiscard]] QString whyNot() const;
    void sql(const QByteArray &statements) const;
    void writeFile(const QByteArray &bytes) const;
    [[nodiscard]] QByteArray readFile() const;
    void crashAfter(const QString &deed, QByteArray *said = nullptr) const;
};

namespace {

const Instant noon{1'700'000'000'000};

StepRecord withOrder(int number)
{
    const QString name = QString::number(number);
    StepRecord record = step(u"f" % name, u"t" % name);
    record.decision.orders = {textOrder(u"o" % name, u"t" % name, TextKind::FirstText, 2)};
    return record;
}

SendingClaim claimOf(int number)
{
    const QString name = QString::number(number);
    return {{u"o" % name}, {u"t" % name}, 1};
}

/// The other life of this program: does something with the store of a folder, says what was acknowledged, and dies.
int dieInside(const QString &deed, const QString &folder)
{
    auto store = SqliteStore::open(folder);
    if (!store)
        return 1;
    const auto say = [](const QString &word) {
        fprintf(stdout, "%s\n", qPrintable(word));
        fflush(stdout);
    };
    if (deed == QLatin1String("kept")) {
        for (int i = 0;; ++i) { // until it is killed
            if (!(*store)->commit(commitOf({withOrder(i)})) || !(*store)->markSending({claimOf(i)}, noon))
                return 1;
            say(QString::number(i));
        }
    }
    sqlite3 *raw = nullptr; // as a death between the statements of a commit
    sqlite3_open(qPrintable(folder + QStringLiteral("/deskbell.db")), &raw);
    sqlite3_exec(raw, "BEGIN IMMEDIATE; INSERT INTO fact VALUES('half', 1)", nullptr, nullptr, nullptr);
    say(QStringLiteral("half"));
    abort();
}

} // namespace

void SqliteFileTest::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<SqliteStore> SqliteFileTest::open() const
{
    auto store = SqliteStore::open(folder());
    if (!store)
        qWarning("%s", qPrintable(store.error().detail));
    return store ? std::move(*store) : nullptr;
}

QString SqliteFileTest::whyNot() const
{
    const auto store = SqliteStore::open(folder());
    return store ? QString() : store.error().detail;
}

void SqliteFileTest::sql(const QByteArray &statements) const
{
    QVERIFY(QDir().mkpath(folder()));
    sqlite3 *raw = nullptr;
    sqlite3_open(qPrintable(file()), &raw);
    char *complaint = nullptr;
    sqlite3_exec(raw, statements.constData(), nullptr, nullptr, &complaint);
    sqlite3_close(raw);
    QVERIFY2(!complaint, complaint);
}

void SqliteFileTest::writeFile(const QByteArray &bytes) const
{
    QVERIFY(QDir().mkpath(folder()));
    QFile out(file());
    QVERIFY(out.open(QFile::WriteOnly));
    QCOMPARE(out.write(bytes), bytes.size());
}

QByteArray SqliteFileTest::readFile() const
{
    QFile in(file());
    return in.open(QFile::ReadOnly) ? in.readAll() : QByteArray();
}

void SqliteFileTest::crashAfter(const QString &deed, QByteArray *said) const
{
    QProcess other;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DESKBELL_DEED"), deed);
    environment.insert(QStringLiteral("DESKBELL_FOLDER"), folder());
    other.setProcessEnvironment(environment);
    other.start(QCoreApplication::applicationFilePath(), QStringList());
    QByteArray heard;
    const auto enough = [&] { return heard.count('\n') >= (deed == QLatin1String("kept") ? 40 : 1); };
    while (!enough() && other.waitForReadyRead(20000))
        heard += other.readAllStandardOutput();
    QVERIFY(enough());
    other.kill();
    QVERIFY(other.waitForFinished());
    heard += other.readAllStandardOutput();
    if (said)
        *said = heard;
}

void SqliteFileTest::everythingIsThereAfterReopening()
{
    QVERIFY(open()->commit(commitOf({withOrder(1)})));
    QVERIFY(open()->markSending({claimOf(1)}, noon));
    const auto store = open();
    QCOMPARE(idsOf(*store->inDoubt()), QStringLiteral("o1"));
    QCOMPARE(*store->consumed({QStringLiteral("f1")}), QSet<QString>{QStringLiteral("f1")});
}

void SqliteFileTest::whatWasAcknowledgedSurvivesKill()
{
    QByteArray said;
    crashAfter(QStringLiteral("kept"), &said);
    const int last = said.trimmed().split('\n').last().toInt();
    const auto store = open(); // and the lock of the dead does not keep us out
    QVERIFY(store);
    for (int i = 0; i <= last; ++i) {
        const auto entry = store->order({u"o" % QString::number(i)});
        QVERIFY2(entry && entry->has_value(), qPrintable(QString::number(i)));
        QCOMPARE((*entry)->standing, OrderStanding::Sending);
    }
    QVERIFY(store->inDoubt()->size() <= static_cast<size_t>(last) + 2);
}

void SqliteFileTest::whatWasNotCommittedIsGoneAfterKill()
{
    crashAfter(QStringLiteral("half"));
    const auto store = open();
    QVERIFY(store);
    QVERIFY(store->consumed({QStringLiteral("half")})->isEmpty());
    QVERIFY(store->commit(commitOf({withOrder(1)})));
}

void SqliteFileTest::aSecondProgramIsRefused()
{
    auto first = open();
    QVERIFY(whyNot().contains(QStringLiteral("already running")));
    first.reset();
    QCOMPARE(whyNot(), QString());
}

void SqliteFileTest::nobodyElseMayReadTheFiles()
{
    const auto store = open();
    QVERIFY(store->commit(commitOf({withOrder(1)})));
    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(folder()) & others));
    const auto files = QDir(folder()).entryInfoList({QStringLiteral("deskbell.db*")}, QDir::Files);
    QVERIFY(files.size() >= 2); // with the log
    for (const QFileInfo &one : files)
        QVERIFY2(!(one.permissions() & others), qPrintable(one.fileName()));
}

void SqliteFileTest::aFolderThatCannotBeMadeIsRefused()
{
    // Not by permissions: the tests may run as root, to whom they mean nothing.
    const auto store = SqliteStore::open(QStringLiteral("/proc/deskbell"));
    QVERIFY(!store);
    QCOMPARE(store.error().kind, ErrorKind::Storage);
    QCOMPARE(store.error().detail, QStringLiteral("The data folder cannot be made."));
}

void SqliteFileTest::aFileThatIsNoDatabaseIsRefusedAndKept_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("this is a letter to my aunt, and not a database at all").repeated(200);
    QTest::newRow("zeros") << QByteArray(8192, '\0');
    QTest::newRow("a head without a body") << QByteArray("SQLite format 3\0", 16).leftJustified(100, '\x7f');
}

void SqliteFileTest::aFileThatIsNoDatabaseIsRefusedAndKept()
{
    QFETCH(QByteArray, bytes);
    writeFile(bytes);
    const auto store = SqliteStore::open(folder());
    QVERIFY(!store);
    QCOMPARE(store.error().kind, ErrorKind::Unusable);
    QVERIFY2(store.error().detail.contains(QStringLiteral("database")), qPrintable(store.error().detail));
    QCOMPARE(readFile(), bytes);
}

void SqliteFileTest::aDatabaseOfAnotherProgramIsRefusedAndKept()
{
    sql("CREATE TABLE songs(title TEXT)");
    const QByteArray before = readFile();
    QCOMPARE(whyNot(), QStringLiteral("The database belongs to another program."));
    QCOMPARE(readFile(), before);
}

void SqliteFileTest::aDatabaseOfANewerProgramIsRefusedAndKept()
{
    QVERIFY(open());
    sql("PRAGMA user_version=900");
    const QByteArray before = readFile();
    QVERIFY(whyNot().contains(QStringLiteral("written by a newer Deskbell (its layout is 900")));
    QCOMPARE(readFile(), before);
}

void SqliteFileTest::aDamagedPageIsFoundAtStart()
{
    std::vector<StepRecord> steps;
    for (int i = 0; i < 400; ++i)
        steps.push_back(withOrder(i));
    QVERIFY(open()->commit(commitOf(std::move(steps))));
    sql("PRAGMA wal_checkpoint(TRUNCATE)");
    QByteArray bytes = readFile();
    const auto pages = bytes.size() / 4096;
    QVERIFY(pages > 60);
    for (auto page = pages - 20; page < pages; ++page) // of rows: the tables' own description must still be fine
        bytes.replace(page * 4096, 64, QByteArray(64, '\x5a'));
    writeFile(bytes);
    const auto store = SqliteStore::open(folder());
    QVERIFY(!store);
    QCOMPARE(store.error().kind, ErrorKind::Unusable);
    QVERIFY2(store.error().detail.startsWith(QStringLiteral("The database file is damaged")),
        qPrintable(store.error().detail));
}

void SqliteFileTest::onAFullDiskNothingIsHalfKeptAndItGoesOnLater()
{
    const auto store = open();
    QVERIFY(store->limitGrowth(4));
    int kept = 0;
    Result<QSet<engine::OrderId>> last;
    while (kept < 5000 && (last = store->commit(commitOf({withOrder(kept)}))))
        ++kept;
    QVERIFY(!last);
    QCOMPARE(last.error().kind, ErrorKind::Storage);
    QVERIFY2(last.error().detail.startsWith(QStringLiteral("The disk is full")), qPrintable(last.error().detail));
    QVERIFY(!store->load({u"t" % QString::number(kept)})->has_value());
    QVERIFY(store->consumed({u"f" % QString::number(kept)})->isEmpty());
    QCOMPARE(store->ready(noon + 1h, 9999)->size(), static_cast<size_t>(kept));

    QVERIFY(store->limitGrowth(1000)); // room again: no restart needed
    QVERIFY(store->commit(commitOf({withOrder(kept)})));
}

void SqliteFileTest::onAFullDiskNoTextIsMarkedAsSending()
{
    const auto store = open();
    QVERIFY(store->commit(commitOf({withOrder(0)})));
    QVERIFY(store->limitGrowth(0));
    int more = 1;
    while (store->commit(commitOf({withOrder(more)})))
        ++more;
    const QString reserve = folder() + QStringLiteral("/reserve");
    QVERIFY(!QFile::exists(reserve)); // given up for the outcomes of what was sent
    QVERIFY(QDir().mkdir(reserve)); // and no room to make it again
    const auto refused = store->markSending({claimOf(0)}, noon);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QVERIFY(store->inDoubt()->empty());

    QVERIFY(store->limitGrowth(1000)); // the database has room, the disk has none
    StepRecord late = withOrder(more);
    late.sending = {late.decision.orders.front().id};
    const auto kept = store->commit(commitOf({late}));
    QVERIFY(kept && kept->isEmpty()); // kept, but it may not leave
    QVERIFY(store->inDoubt()->empty());

    QVERIFY(QDir().rmdir(reserve));
    QCOMPARE(store->markSending({claimOf(0)}, noon)->size(), 1);
    QVERIFY(QFile::exists(reserve));
}

void SqliteFileTest::aStateThatCannotBeReadIsShownButNotOverwritten()
{
    QVERIFY(open()->commit(commitOf({withOrder(1), withOrder(2)})));
    sql("UPDATE thread SET state='{\"v\":1,\"id\":\"t1\",\"phase\":{\"is\":\"melted\"}}' WHERE id='t1'");
    const auto store = open();
    QCOMPARE(store->openThreads(10)->size(), 2u);
    const auto refused = store->load({QStringLiteral("t1")});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QVERIFY(refused.error().detail.contains(QStringLiteral("phase.is")));
    QVERIFY(store->load({QStringLiteral("t2")})->has_value());
}

void SqliteFileTest::anOptOutOutlivesEverything()
{
    {
        const auto store = open();
        StepRecord record = step(QStringLiteral("f1"), QStringLiteral("t0142"));
        engine::ConsentEntry no{record.decision.next.caller, false, noon, QStringLiteral("keyword"),
            QStringLiteral("stop"), QStringLiteral("text"), {}};
        record.decision.consent = {no};
        QVERIFY(store->commit(commitOf({record})));
        record.fact = QStringLiteral("f2");
        record.seenVersion = 1;
        QVERIFY(store->commit(commitOf({record}))); // the same opt-out again is one line
        record.fact = QStringLiteral("f3");
        record.seenVersion = 2;
        no.given = true;
        no.at = noon + 1h;
        no.words.clear();
        record.decision.consent = {no};
        QVERIFY(store->commit(commitOf({record}, noon + 1h)));
    }
    sql("CREATE TABLE seen AS SELECT group_concat(number || given || coalesce(words, '')) AS all_lines"
        " FROM consent LEFT JOIN consent_words USING(seq)");
    sqlite3 *raw = nullptr;
    sqlite3_open(qPrintable(file()), &raw);
    QString lines;
    sqlite3_exec(
        raw, "SELECT all_lines FROM seen",
        [](void *into, int, char **values, char **) {
            *static_cast<QString *>(into) = QString::fromUtf8(values[0]);
            return 0;
        },
        &lines, nullptr);
    QCOMPARE(lines, QStringLiteral("+151255501420stop,+151255501421"));
    QVERIFY(sqlite3_exec(raw, "DELETE FROM consent", nullptr, nullptr, nullptr) != SQLITE_OK);
    QVERIFY(sqlite3_exec(raw, "UPDATE consent SET given=1", nullptr, nullptr, nullptr) != SQLITE_OK);
    QVERIFY(sqlite3_exec(raw, "DELETE FROM consent_words", nullptr, nullptr, nullptr) != SQLITE_OK);
    QVERIFY(sqlite3_exec(raw, "UPDATE consent_words SET words='x'", nullptr, nullptr, nullptr) != SQLITE_OK);
    sqlite3_close(raw);
}

void SqliteFileTest::aBackupHoldsEverything()
{
    const QString copy = m_temporary->filePath(QStringLiteral("copy"));
    QVERIFY(QDir().mkpath(copy));
    {
        const auto store = open();
        QVERIFY(store->commit(commitOf({withOrder(1)})));
        QVERIFY(store->backupTo(copy + QStringLiteral("/deskbell.db")));
        QVERIFY(store->commit(commitOf({withOrder(2)})));
        QVERIFY(store->backupTo(copy + QStringLiteral("/deskbell.db"))); // over the older one
    }
    const auto restored = SqliteStore::open(copy);
    QVERIFY(restored);
    QCOMPARE((*restored)->ready(noon + 1h, 10)->size(), 2u);
}

void SqliteFileTest::aBackupThatCannotBeWrittenSaysSo()
{
    const auto store = open();
    const auto refused = store->backupTo(QStringLiteral("/proc/deskbell.db"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QVERIFY(store->commit(commitOf({withOrder(1)})));
}

int main(int argc, char *argv[])
{
    if (const QString deed = qEnvironmentVariable("DESKBELL_DEED"); !deed.isEmpty())
        return dieInside(deed, qEnvironmentVariable("DESKBELL_FOLDER"));
    QCoreApplication app(argc, argv);
    SqliteFileTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "sqlitefiletest.moc"
