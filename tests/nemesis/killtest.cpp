// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nemesis/catalogue.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <deque>
#include <memory>
#include <thread>

using namespace deskbell::nemesis;

/// A real process on a real file, killed at every crash point that a story passes, from its first to its last, and started
/// again: every promise holds, as if nothing had been.
class KillTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itDiesWhereItIsTold();
    void holdsItsPromisesKilledAnywhere_data();
    void holdsItsPromisesKilledAnywhere();
};

namespace {

constexpr int patience = 60'000; // ms

std::unique_ptr<QProcess> begin(const QString &folder, int story, int cut)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->start(QStringLiteral(DESKBELL_KILLED), {folder, QString::number(story), QString::number(cut)});
    return process;
}

/// In memory where there is a place for it: SIGKILL takes nothing from the kernel, and no disk is waited for.
QString place()
{
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    return (memory.isWritable() ? memory.filePath() : QDir::tempPath()) % QStringLiteral("/deskbell-kill-XXXXXX");
}

/// One death: begun, killed, begun again, judged. Several run side by side.
struct Death {
    int cut = 0;
    std::unique_ptr<QTemporaryDir> folder = std::make_unique<QTemporaryDir>(place());
    std::unique_ptr<QProcess> process;
};

/// Empty: it was killed there, and lived on well.
QString judge(Death &death, int story)
{
    if (!death.process->waitForFinished(patience))
        return QStringLiteral("does not end");
    if (death.process->exitStatus() != QProcess::CrashExit)
        return QStringLiteral("was not killed: ") % QString::fromUtf8(death.process->readAll()).left(2000);
    const auto again = begin(death.folder->path(), story, 0);
    if (!again->waitForFinished(patience))
        return QStringLiteral("does not end the second time");
    if (again->exitStatus() == QProcess::NormalExit && again->exitCode() == 0)
        return {};
    return QString::fromUtf8(again->readAll()).left(6000);
}

} // namespace

void KillTest::itDiesWhereItIsTold()
{
    const QTemporaryDir folder(place());
    const auto process = begin(folder.path(), 0, 3);
    QVERIFY(process->waitForFinished(patience));
    QCOMPARE(process->exitStatus(), QProcess::CrashExit);
    QFile log(folder.filePath(QStringLiteral("world.log")));
    QVERIFY(log.open(QIODevice::ReadOnly));
    QVERIFY(log.readAll().contains("dies\t"));
}

void KillTest::holdsItsPromisesKilledAnywhere_data()
{
    QTest::addColumn<int>("story");
    for (size_t i = 0; i < catalogue().size(); ++i)
        QTest::newRow(catalogue()[i].name) << static_cast<int>(i);
}

void KillTest::holdsItsPromisesKilledAnywhere()
{
    QFETCH(int, story);
    const QTemporaryDir folder(place());
    const auto whole = begin(folder.path(), story, 0);
    QVERIFY(whole->waitForFinished(patience));
    const QByteArray words = whole->readAll();
    QVERIFY2(whole->exitCode() == 0, words.constData());
    const int points = words.trimmed().toInt();
    QVERIFY2(points > 10, words.constData()); // built without crash points it would prove nothing
    const int sideBySide = static_cast<int>(std::max(2u, std::thread::hardware_concurrency()));
    std::deque<Death> dying;
    for (int cut = 1; cut <= points || !dying.empty();) {
        while (cut <= points && static_cast<int>(dying.size()) < sideBySide) {
            Death death;
            death.cut = cut++;
            death.process = begin(death.folder->path(), story, death.cut);
            dying.push_back(std::move(death));
        }
        const QString wrong = judge(dying.front(), story);
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("killed at passing %1 of %2: %3").arg(dying.front().cut).arg(points).arg(wrong)));
        dying.pop_front();
    }
}

QTEST_GUILESS_MAIN(KillTest)
#include "killtest.moc"
