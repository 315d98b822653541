// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wire/openshop.h"

#include <QTest>

using namespace deskbell;

namespace {

constexpr int patience = 60'000; ///< ms; a loaded machine is slow, not wrong
constexpr double pace = 100; ///< the half minute until an absent text is sent again takes 0.3 s

} // namespace

/// How often one text arrives at the provider, counted there, by a whole house: HTTP client, outbox and looks together.
class WireArrivalTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void postsOnceWhenClosedWithoutAnAnswer_data();
    void postsOnceWhenClosedWithoutAnAnswer();
    void postsASecondTimeOnProofAndNeverAThird();

private:
    std::unique_ptr<OpenShop> m_shop;
    const QString m_first = QStringLiteral("+13125550101");
    const QString m_second = QStringLiteral("+13125550102");
    const QString m_third = QStringLiteral("+13125550103");

    void openShop(bool tls);
    [[nodiscard]] bool waitsForAPerson(const QString &caller) const
    {
        const auto callback = m_shop->thread(caller).callback;
        return callback && !callback->done && callback->reason == engine::Reason::SendUnclear;
    }
};

void WireArrivalTest::openShop(bool tls)
{
    const Instant monday = Instant::fromDateTime(QDateTime(QDate(2026, 12, 7), QTime(18, 42), QTimeZone("America/Chicago")));
    m_shop = std::make_unique<OpenShop>(OpenShop::Wishes{.time = support::OtherTime(monday, pace), .tls = tls});
    m_shop->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->isLive() && m_shop->link().pushOpen, patience);
}

void WireArrivalTest::postsOnceWhenClosedWithoutAnAnswer_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("accept");
    QTest::addColumn<bool>("kept");
    for (const bool tls : {false, true}) {
        for (const bool kept : {false, true}) {
            const auto row = [&](const char *fault, bool accept) {
                QTest::addRow("%s, %s%s, %s connection", tls ? "tls" : "plain", fault, accept ? " after accepting" : "", kept ? "kept" : "fresh")
                    << tls << QString::fromLatin1(fault) << accept << kept;
            };
            row("close_unanswered", false);
            row("close_unanswered", true);
            row("reset_after", true);
        }
    }
}

void WireArrivalTest::postsOnceWhenClosedWithoutAnAnswer()
{
    QFETCH(bool, tls);
    QFETCH(QString, fault);
    QFETCH(bool, accept);
    QFETCH(bool, kept);
    openShop(tls);
    if (kept) {
        m_shop->ring(m_first);
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->texts(m_first).size(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_shop->isAtRest(), patience);
    }
    const int before = m_shop->counter("creates_arrived");
    m_shop->fault({{QStringLiteral("name"), fault}, {QStringLiteral("accept"), accept}, {QStringLiteral("times"), 1}});
    m_shop->ring(m_second);
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->counter("creates_arrived") > before, patience);
    if (accept)
        QTRY_VERIFY_WITH_TIMEOUT(m_shop->isAtRest(), patience); // a look found it
    else
        QTRY_VERIFY_WITH_TIMEOUT(waitsForAPerson(m_second), patience); // absent, but nothing proves the list fresh
    const Instant later = m_shop->now() + 90s;
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->now() > later, patience); // past every time at which it might be sent again
    QCOMPARE(m_shop->counter("creates_arrived"), before + 1);
    QCOMPARE(m_shop->texts(m_second).size(), accept ? 1 : 0);
    QCOMPARE(m_shop->isAtRest(), accept);
    QCOMPARE(m_shop->thread(m_second).holder.kind, engine::HolderKind::Assistant); // nor was it taken for a person's
}

void WireArrivalTest::postsASecondTimeOnProofAndNeverAThird()
{
    openShop(false);
    // The first POST and every second one after it is lost.
    m_shop->fault({{QStringLiteral("name"), QStringLiteral("close_unanswered")}, {QStringLiteral("every"), 2}, {QStringLiteral("phase"), 1}});
    m_shop->ring(m_first);
    QTRY_VERIFY_WITH_TIMEOUT(waitsForAPerson(m_first), patience);
    m_shop->ring(m_second); // its row proves that the list shows what came later
    QTRY_COMPARE_WITH_TIMEOUT(m_shop->texts(m_second).size(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_shop->counter("creates_arrived"), 3, patience); // the one re-send, lost as well
    m_shop->ring(m_third);
    QTRY_COMPARE_WITH_TIMEOUT(m_shop->texts(m_third).size(), 1, patience);
    const Instant later = m_shop->now() + 3min;
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->now() > later, patience);
    QCOMPARE(m_shop->counter("creates_arrived"), 4);
    QVERIFY(waitsForAPerson(m_first));
    QVERIFY(m_shop->texts(m_first).isEmpty());
}

QTEST_GUILESS_MAIN(WireArrivalTest)
#include "wirearrivaltest.moc"
