// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace deskbell::tests {

/// Which session this run of the program is in; empty: the first run, which starts the others.
[[nodiscard]] inline QString world()
{
    return qEnvironmentVariable("DESKBELL_TEST_WORLD");
}

/// The first of them that is not installed; empty when all are.
[[nodiscard]] inline QString missingTool(const QStringList &tools)
{
    for (const QString &tool : tools) {
        if (QStandardPaths::findExecutable(tool).isEmpty())
            return tool;
    }
    return {};
}

/// Runs \p command (this program, if empty) with a home and a runtime folder that are thrown away, no display and no
/// bus, so that nothing of the computer is touched or needed. Returns what went wrong, with everything it printed;
/// empty when it ended with 0.
[[nodiscard]] inline QString runInWorld(const QString &name, QStringList command = {})
{
    QTemporaryDir folder;
    const QString home = folder.filePath(QStringLiteral("home"));
    const QString runtime = folder.filePath(QStringLiteral("run"));
    if (!QDir().mkpath(home) || !QDir().mkpath(runtime)
        || !QFile::setPermissions(runtime, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return QStringLiteral("no folder to run in");
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto *variable :
        {"DISPLAY", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "GNOME_KEYRING_CONTROL"})
        environment.remove(QLatin1String(variable));
    environment.insert(QStringLiteral("HOME"), home);
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), runtime);
    environment.insert(QStringLiteral("DESKBELL_TEST_WORLD"), name);
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent/bus"));
    if (command.isEmpty())
        command = {QCoreApplication::applicationFilePath()};
    QProcess run;
    run.setProcessEnvironment(environment);
    run.setProcessChannelMode(QProcess::MergedChannels);
    run.start(command.takeFirst(), command);
    const bool ended = run.waitForFinished(150'000);
    if (ended && run.exitStatus() == QProcess::NormalExit && run.exitCode() == 0)
        return {};
    run.kill();
    run.waitForFinished();
    return QStringLiteral("%1:\n%2").arg(
        ended ? QStringLiteral("failed") : QStringLiteral("did not end"), QString::fromUtf8(run.readAll()));
}

} // namespace deskbell::tests
