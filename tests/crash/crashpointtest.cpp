// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/shotshop.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace deskbell;

namespace {

constexpr int passings = 3;
constexpr int sideBySide = 16; ///< most of a shop's time is waiting: half a minute until an absent text leaves again
constexpr int patience = 600'000; ///< ms for all of them together

using Faults = QList<QJsonObject>;

QJsonObject fault(const char *name, int times)
{
    return {{QStringLiteral("name"), QLatin1String(name)}, {QStringLiteral("times"), times}};
}

struct Way {
    const char *point;
    Faults faults = {};
    int callers = 4;
    bool callersWrite = true;
    bool push = true;
};

/// How a shop comes to each crash point. First those that take longest.
std::vector<Way> ways()
{
    const Faults lost{fault("close_unanswered", 4)}; // never accepted: absent for half a minute, then sent once more
    const Faults cut{fault("reset_after", 6)}; // accepted, and nobody told us
    return {{"requeue.after", lost}, {"person.after", lost}, {"sending.after_commit"}, {"net.before_connect"}, {"net.after_tls"},
        {"gate.before"}, {"sending.before_commit"}, {"net.after_write"}, {"net.reply_partial"}, {"net.reply_seen"},
        {"outcome.before_commit"}, {"outcome.after_commit"}, {"unknown.after", cut}, {"list.before", cut}, {"list.seen", cut},
        {"reconcile.after", cut}, {"list.page2", {}, 60, false, false}, {"intake.before"}, {"intake.mid_tx"}, {"intake.after"},
        {"decide.before"}, {"decide.after"}, {"model.before"}, {"model.after"}};
}

/// Every name in the source: a point that no way leads to would be a hole in the proof.
QStringList pointsInTheSource()
{
    static const QRegularExpression call(QStringLiteral("[cC]rashPoint\\((?:m_job, |\\*static_cast<const Job \\*>\\(job\\), )?\"([a-z_.0-9]+)\"\\)"));
    QStringList names;
    QDirIterator files(QStringLiteral(DESKBELL_SOURCE_DIR "/core"), {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (auto found = call.globalMatch(QString::fromUtf8(file.readAll())); found.hasNext();)
            names << found.next().captured(1);
    }
    names.sort();
    names.removeDuplicates();
    return names;
}

} // namespace

/// The real program is killed at every named point, at the first, second and third passing, and started again: every
/// caller has every text once, and the books agree with the phone company's.
class CrashPointTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyPointIsTried();
    void losesAndRepeatsNothing_data();
    void losesAndRepeatsNothing();

private:
    std::vector<std::unique_ptr<ShotShop>> m_shops;
    [[nodiscard]] std::ptrdiff_t count(bool (ShotShop::*is)() const) const
    {
        return std::count_if(m_shops.begin(), m_shops.end(), [is](const auto &shop) { return (*shop.*is)(); });
    }
};

/// All of them side by side; the rows below only tell what became of each.
void CrashPointTest::initTestCase()
{
    const QString only = qEnvironmentVariable("DESKBELL_CRASH_ONLY"); // e.g. "requeue": to look at one alone
    for (const Way &way : ways()) {
        for (int passing = 1; passing <= passings; ++passing) {
            const QString at = QStringLiteral("%1:%2").arg(QLatin1String(way.point)).arg(passing);
            if (at.contains(only))
                m_shops.push_back(std::make_unique<ShotShop>(ShotPlan{at, way.faults, way.callers, way.callersWrite, way.push}));
        }
    }
    for (std::size_t started = 0; started < m_shops.size(); ++started) {
        QTRY_VERIFY_WITH_TIMEOUT(std::ptrdiff_t(started) - count(&ShotShop::isDone) < sideBySide, patience);
        m_shops[started]->start();
    }
    QTRY_COMPARE_WITH_TIMEOUT(count(&ShotShop::isDone), std::ptrdiff_t(m_shops.size()), patience);
}

void CrashPointTest::everyPointIsTried()
{
    QStringList tried;
    for (const Way &way : ways())
        tried << QLatin1String(way.point);
    tried.sort();
    QCOMPARE(tried, pointsInTheSource());
}

void CrashPointTest::losesAndRepeatsNothing_data()
{
    QTest::addColumn<int>("shop");
    for (std::size_t i = 0; i < m_shops.size(); ++i)
        QTest::newRow(qPrintable(m_shops[i]->plan().at)) << int(i);
}

void CrashPointTest::losesAndRepeatsNothing()
{
    QFETCH(int, shop);
    const QString verdict = m_shops[std::size_t(shop)]->verdict();
    QVERIFY2(verdict.isEmpty(), qPrintable(verdict));
}

QTEST_GUILESS_MAIN(CrashPointTest)
#include "crashpointtest.moc"
