// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/wirebench.h"

#include "app/bench/company.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <unistd.h>

namespace deskbell::bench {
namespace {

double proportionalMemory(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return 0;
}

double processorSeconds(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble()) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

} // namespace

std::optional<Figures> window(const QString &deskbell)
{
    std::vector<double> painted;
    Figures figures;
    for (int round = 0; round < 5; ++round) {
        QTemporaryDir folder;
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QElapsedTimer timer;
        timer.start();
        process.start(deskbell, {QStringLiteral("demo"), QStringLiteral("--data"), folder.path(), QStringLiteral("--tell-when-painted")});
        QByteArray said;
        while (!said.contains("painted") && process.waitForReadyRead(10000))
            said += process.readAllStandardOutput();
        if (!said.contains("painted")) {
            process.kill();
            process.waitForFinished();
            return std::nullopt;
        }
        painted.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        if (round == 4) {
            pause(5000); // what starting leaves to do is not idling
            const double before = processorSeconds(process.processId());
            pause(10000);
            const double idle = (processorSeconds(process.processId()) - before) / 10 * 100;
            const double memory = proportionalMemory(process.processId());
            figures.push_back({QStringLiteral("idle memory (PSS), demo shop with its phone company"), memory, QStringLiteral("MB"), QStringLiteral("<= 120"), memory <= 120});
            figures.push_back({QStringLiteral("idle processor time"), idle, QStringLiteral("%"), QStringLiteral("< 1"), idle < 1});
        }
        process.kill();
        process.waitForFinished();
    }
    const double middle = percentile(painted, 50);
    figures.insert(figures.begin(), {QStringLiteral("start to painted window, demo shop, median of 5"), middle, QStringLiteral("ms"), QStringLiteral("<= 500"), middle <= 500});
    return figures;
}

} // namespace deskbell::bench
