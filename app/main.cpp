// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/window/windowcommand.h"

#include <QApplication>
#include <QTextStream>
#include <csignal>

using namespace deskbell;

namespace {

int runWindowed(int argc, char **argv, const app::CommandLine &line)
{
    if (const QString why = app::whyNoWindow(); !why.isEmpty()) {
        QTextStream(stderr) << "deskbell: " << why << Qt::endl;
        return 1;
    }
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false); // closing goes to the tray; quitting is asked for
    QGuiApplication::setDesktopFileName(QStringLiteral("org.deskbell.Deskbell")); // the .desktop file's name
    if (line.command == QLatin1String("demo"))
        return app::runDemo(application, line.arguments);
    if (line.command == QLatin1String("shots"))
        return app::runShots(application, line.arguments);
    return app::runShop(application, line.arguments);
}

} // namespace

int main(int argc, char **argv)
{
    // Qt's own event loop: the glib one costs each wake-up more, and nothing here needs it.
    qputenv("QT_NO_GLIB", "1");
    // A file that may not grow is to fail like a full disk, not to end the program.
    std::signal(SIGXFSZ, SIG_IGN);
    const app::CommandLine line = app::readCommandLine(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("deskbell"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DESKBELL_VERSION));
    if (line.wantsWindow())
        return runWindowed(argc, argv, line);
    QCoreApplication application(argc, argv);
    return app::runCommand(line);
}
