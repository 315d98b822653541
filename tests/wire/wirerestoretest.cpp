// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"
#include "tests/wire/openshop.h"

#include <QDir>
#include <QTest>

using namespace deskbell;

namespace {

constexpr int patience = 60'000; ///< ms; a loaded machine is slow, not wrong
constexpr double pace = 40;

QJsonObject refusingForAWhile()
{
    return {{QStringLiteral("name"), QStringLiteral("too_many")}, {QStringLiteral("on"), QStringLiteral("create")}, {QStringLiteral("times"), -1}};
}

} // namespace

/// A shop goes back to an older copy of its data while the provider has gone on: nobody is texted again, nobody is lost.
class WireRestoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_shop.reset(); }
    void whoWasTextedAfterTheCopyIsNotTextedAgain();
    void aTextThatWaitedInTheCopyAndLeftSinceIsFound();
    void whoSaidNoAfterTheCopyIsLeftAlone();
    void aDayBringsACopy();

private:
    void copyNow()
    {
        const auto facts = store::writeBackup(m_shop->folder.path(), m_copy, m_shop->now());
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().detail));
    }
    void goBack()
    {
        m_shop->close();
        const auto restored = store::restoreBackup(m_copy, m_shop->folder.path(), m_shop->now());
        QVERIFY2(restored, restored ? "" : qPrintable(restored.error().detail));
        m_shop->open();
        QTRY_VERIFY_WITH_TIMEOUT(m_shop->isLive(), patience);
    }

    QString m_copy;
    std::unique_ptr<OpenShop> m_shop;
    const QString m_caller = QStringLiteral("+15125550142");
};

void WireRestoreTest::init()
{
    OpenShop::Wishes wishes;
    wishes.time = support::OtherTime(Instant::fromDateTime(QDateTime::fromString(QStringLiteral("2026-12-08T16:00:00Z"), Qt::ISODate)), pace);
    m_shop = std::make_unique<OpenShop>(wishes);
    m_copy = QDir(m_shop->folder.path()).filePath(QStringLiteral("copies/one.db"));
    m_shop->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->isLive(), patience);
}

void WireRestoreTest::whoWasTextedAfterTheCopyIsNotTextedAgain()
{
    copyNow();
    m_shop->ring(m_caller);
    QTRY_COMPARE_WITH_TIMEOUT(m_shop->texts(m_caller).size(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->isAtRest(), patience);
    goBack();
    QTRY_COMPARE_WITH_TIMEOUT(m_shop->thread(m_caller).episodes, 1, patience); // the call was found again
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->isAtRest(), patience);
    QCOMPARE(m_shop->texts(m_caller).size(), 1);
    QCOMPARE(m_shop->counter("creates_arrived"), 1);
}

void WireRestoreTest::aTextThatWaitedInTheCopyAndLeftSinceIsFound()
{
    m_shop->fault(refusingForAWhile());
    m_shop->ring(m_caller);
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->counter("creates_arrived") > 0, patience);
    copyNow();
    m_shop->fault({{QStringLiteral("name"), QStringLiteral("none")}});
    QTRY_COMPARE_WITH_TIMEOUT(m_shop->texts(m_caller).size(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->isAtRest(), patience);
    goBack();
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->isAtRest(), patience);
    QCOMPARE(m_shop->texts(m_caller).size(), 1);
    QCOMPARE(m_shop->thread(m_caller).holder.kind, engine::HolderKind::Assistant);
}

void WireRestoreTest::whoSaidNoAfterTheCopyIsLeftAlone()
{
    m_shop->ring(m_caller);
    QTRY_COMPARE_WITH_TIMEOUT(m_shop->texts(m_caller).size(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->isAtRest(), patience);
    copyNow();
    m_shop->text(m_caller, QStringLiteral("STOP"));
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->thread(m_caller).optOut.has_value(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->isAtRest(), patience);
    const auto told = m_shop->texts(m_caller).size();
    goBack();
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->thread(m_caller).optOut.has_value(), patience); // their STOP was read again
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->isAtRest(), patience);
    QCOMPARE(m_shop->texts(m_caller).size(), told);
}

void WireRestoreTest::aDayBringsACopy()
{
    m_shop->close();
    m_shop->options.dailyCopy = true;
    m_shop->open();
    const QDir copies(store::backupFolder(m_shop->folder.path()));
    QTRY_COMPARE_WITH_TIMEOUT(copies.entryList({QStringLiteral("*.json")}, QDir::Files).size(), 1, patience);
    const QString first = copies.entryList({QStringLiteral("*.db")}, QDir::Files).first();
    QVERIFY(store::checkBackup(copies.filePath(first)));
    m_shop->close();
    m_shop->open(); // the same day: one is enough
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->isLive(), patience);
    QCOMPARE(copies.entryList({QStringLiteral("*.db")}, QDir::Files).size(), 1);
}

QTEST_GUILESS_MAIN(WireRestoreTest)
#include "wirerestoretest.moc"
