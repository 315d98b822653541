// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/headless/runcommand.h"
#include "app/lists/listcommands.h"
#include "app/rehearse/rehearsecommand.h"
#include "app/sandbox/sandboxcommand.h"
#include "app/screen/screencommand.h"
#include "app/settings/connectcommand.h"
#include "app/settings/doctorcommand.h"
#include "app/settings/modelcommand.h"
#include "app/understand/understandcommand.h"

#include <QCoreApplication>
#include <QTextStream>

namespace deskbell::app {

CommandLine readCommandLine(int argc, char **argv)
{
    CommandLine line;
    for (int i = 1; i < argc; ++i)
        line.arguments << QString::fromLocal8Bit(argv[i]);
    if (!line.arguments.isEmpty() && !line.arguments.first().startsWith(u'-'))
        line.command = line.arguments.takeFirst();
    return line;
}

bool CommandLine::wantsWindow() const
{
    if (arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("--version")))
        return false;
    if (command == QLatin1String("run"))
        return !arguments.contains(QStringLiteral("--headless"));
    return command.isEmpty() || command == QLatin1String("demo") || command == QLatin1String("shots");
}

QString usage()
{
    return QStringLiteral(
        "Deskbell wins back the callers a small business misses.\n\n"
        "  deskbell                          the shop's window\n"
        "  deskbell demo                     the demo shop, with a phone to ring and type on; nothing is sent\n"
        "  deskbell run [--headless] …       as the window, or the engine alone; --help tells its options\n"
        "  deskbell connect                  sets up the phone provider from the terminal\n"
        "  deskbell model --url URL …        connects a language model; without one the embedded mind answers\n"
        "  deskbell doctor [--json]          checks every connection and says what to do\n"
        "  deskbell profile new              writes a profile to start from; \"profile check\" tells its faults\n"
        "  deskbell backup [FOLDER]          copies the shop's data, also while it runs; \"restore FILE\" is the way back\n"
        "  deskbell consent NUMBER [--json]  what a number said about being texted, word by word\n"
        "  deskbell report [--week 2026-W48] what became of the week's missed calls, call by call\n"
        "  deskbell rehearse [--story] FILE… plays scripted conversations on a virtual clock\n"
        "  deskbell screen FILE …            tells what would be done about each missed call of a list, and why\n"
        "  deskbell contacts import FILE     takes in the shop's own numbers: customers, staff, suppliers, blocked\n"
        "  deskbell complaints import FILE   takes in the FTC's list of unwanted calls\n"
        "  deskbell understand [--profile F] tells what texts mean; JSON lines in and out\n"
        "  deskbell sandbox [--port N] …     a phone company on this machine, to try things on\n"
        "  deskbell --version\n");
}

int runCommand(const CommandLine &line)
{
    QTextStream out(stdout);
    QTextStream err(stderr);
    if (line.command.isEmpty() && line.arguments.contains(QStringLiteral("--version"))) {
        out << "deskbell " << QCoreApplication::applicationVersion() << Qt::endl;
        return 0;
    }
    if (line.command == QLatin1String("help") || (line.command.isEmpty() && line.arguments.contains(QStringLiteral("--help")))) {
        out << usage();
        return 0;
    }
    if (line.command == QLatin1String("rehearse"))
        return runRehearse(line.arguments);
    if (line.command == QLatin1String("screen"))
        return runScreen(line.arguments);
    if (line.command == QLatin1String("contacts"))
        return runContacts(line.arguments);
    if (line.command == QLatin1String("complaints"))
        return runComplaints(line.arguments);
    if (line.command == QLatin1String("understand"))
        return runUnderstand(line.arguments);
    if (line.command == QLatin1String("sandbox"))
        return sandbox::runSandbox(line.arguments);
    if (line.command == QLatin1String("connect"))
        return runConnect(line.arguments);
    if (line.command == QLatin1String("doctor"))
        return runDoctor(line.arguments);
    if (line.command == QLatin1String("backup"))
        return runBackup(line.arguments);
    if (line.command == QLatin1String("restore"))
        return runRestore(line.arguments);
    if (line.command == QLatin1String("model"))
        return runModel(line.arguments);
    if (line.command == QLatin1String("profile"))
        return runProfile(line.arguments);
    if (line.command == QLatin1String("consent"))
        return runConsent(line.arguments);
    if (line.command == QLatin1String("report"))
        return runReport(line.arguments);
    if (line.command == QLatin1String("run")) {
        const auto options = readRunOptions(line.arguments);
        if (!options) {
            err << "deskbell run: " << options.error().detail << Qt::endl << runUsage() << Qt::endl;
            return 2;
        }
        if (options->help) {
            out << runUsage() << Qt::endl;
            return 0;
        }
        return runHeadless(*options);
    }
    err << "deskbell: there is no command \"" << line.command << "\"; \"deskbell help\" lists them" << Qt::endl;
    return 2;
}

} // namespace deskbell::app
