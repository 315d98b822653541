// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"
#include "core/store/sqlitestore.h"
#include "tests/store/stores.h"

#include <QProcess>

using namespace deskbell;
using namespace deskbell::runtime;
using store::SqliteStore;

/// On a small disk of its own (tmpfs), where the kernel says no, not a limit of SQLite's. Needs the right to mount.
class RealDiskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void onAFullDiskNothingIsHalfKeptAndItGoesOnLater();
    void whatWasKeptBeforeTheDiskWasFullIsThereAfterReopening();
    void aFullDiskIsSaidWhenTheShopStarts();
    void aReadOnlyDiskIsSaidInPlainWords();
    void aBackupThatDoesNotFitSaysSoAndLeavesNothing();

private:
    std::unique_ptr<QTemporaryDir> m_place;
    bool m_mounted = false;

    [[nodiscard]] QString disk() const { return m_place->filePath(QStringLiteral("disk")); }
    [[nodiscard]] QString data() const { return m_place->filePath(QStringLiteral("disk/data")); }
    [[nodiscard]] static bool mount(const QStringList &arguments) { return QProcess::execute(QStringLiteral("mount"), arguments) == 0; }
    /// Fills what is left of the disk.
    void fill() const;
    void makeRoom() const { QFile::remove(disk() + QStringLiteral("/ballast")); }
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

/// Commits until one is refused; how many were kept.
int keepUntilRefused(SqliteStore &store, Error *why)
{
    for (int kept = 0; kept < 100000; ++kept) {
        if (const auto answer = store.commit(commitOf({withOrder(kept)})); !answer) {
            *why = answer.error();
            return kept;
        }
    }
    return -1;
}

} // namespace

void RealDiskTest::init()
{
    m_place = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(disk()));
    m_mounted = mount({QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"), QStringLiteral("size=6m"), QStringLiteral("tmpfs"), disk()});
    if (!m_mounted)
        QSKIP("NOT TESTED: a real full disk. This user may not mount one.");
}

void RealDiskTest::cleanup()
{
    if (m_mounted)
        QCOMPARE(QProcess::execute(QStringLiteral("umount"), {disk()}), 0);
    m_mounted = false;
}

void RealDiskTest::fill() const
{
    QFile ballast(disk() + QStringLiteral("/ballast"));
    QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const QByteArray page(4096, 'x');
    while (ballast.write(page) == page.size()) { }
}

void RealDiskTest::onAFullDiskNothingIsHalfKeptAndItGoesOnLater()
{
    const auto store = SqliteStore::open(data());
    QVERIFY2(store, qPrintable(store ? QString() : store.error().detail));
    QVERIFY((*store)->commit(commitOf({withOrder(100001)})));
    fill();
    Error why;
    const int kept = keepUntilRefused(**store, &why);
    QVERIFY(kept >= 0);
    QCOMPARE(why.kind, ErrorKind::Storage);
    QVERIFY2(why.detail.startsWith(QStringLiteral("The disk is full")), qPrintable(why.detail));
    QVERIFY(!(*store)->load({u"t" % QString::number(kept)})->has_value());
    QCOMPARE((*store)->ready(noon + 1h, 99999)->size(), static_cast<size_t>(kept + 1));

    makeRoom(); // no restart needed
    QVERIFY((*store)->commit(commitOf({withOrder(kept)})));
}

void RealDiskTest::whatWasKeptBeforeTheDiskWasFullIsThereAfterReopening()
{
    int kept = 0;
    {
        const auto store = SqliteStore::open(data());
        QVERIFY(store);
        Error why;
        kept = keepUntilRefused(**store, &why);
        QVERIFY(kept > 0);
    }
    makeRoom();
    QVERIFY(mount({QStringLiteral("-o"), QStringLiteral("remount,size=12m"), disk()}));
    const auto again = SqliteStore::open(data());
    QVERIFY2(again, qPrintable(again ? QString() : again.error().detail));
    QCOMPARE((*again)->ready(noon + 1h, 99999)->size(), static_cast<size_t>(kept));
}

void RealDiskTest::aFullDiskIsSaidWhenTheShopStarts()
{
    fill();
    const auto store = SqliteStore::open(data());
    QVERIFY(!store);
    QCOMPARE(store.error().kind, ErrorKind::Storage);
    QVERIFY2(!store.error().detail.isEmpty(), "it says nothing");
}

void RealDiskTest::aReadOnlyDiskIsSaidInPlainWords()
{
    QVERIFY(SqliteStore::open(data()));
    QVERIFY(mount({QStringLiteral("-o"), QStringLiteral("remount,ro"), disk()}));
    const auto store = SqliteStore::open(data());
    QVERIFY(!store);
    QCOMPARE(store.error().kind, ErrorKind::Storage);
    QVERIFY2(store.error().detail.contains(QStringLiteral("cannot be written to")), qPrintable(store.error().detail));
}

void RealDiskTest::aBackupThatDoesNotFitSaysSoAndLeavesNothing()
{
    const QString source = m_place->filePath(QStringLiteral("elsewhere"));
    {
        const auto store = SqliteStore::open(source);
        QVERIFY(store && (*store)->commit(commitOf({withOrder(1)})));
    }
    fill();
    const QString target = disk() + QStringLiteral("/copy.db");
    const auto copied = store::writeBackup(source, target, noon);
    QVERIFY(!copied);
    QCOMPARE(copied.error().kind, ErrorKind::Storage);
    QCOMPARE(QDir(disk()).entryList(QDir::Files), QStringList{QStringLiteral("ballast")});
}

QTEST_GUILESS_MAIN(RealDiskTest)
#include "realdisktest.moc"
