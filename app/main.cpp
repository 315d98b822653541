// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <QCoreApplication>

using namespace deskbell;

int main(int argc, char **argv)
{
    const app::CommandLine line = app::readCommandLine(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("deskbell"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DESKBELL_VERSION));
    QCoreApplication application(argc, argv);
    return app::runCommand(line);
}
