// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/corebench.h"
#include "app/bench/floor.h"
#include "app/bench/languagebench.h"
#include "app/bench/wirebench.h"
#include "app/bench/yearbench.h"

#include <QCoreApplication>
#include <QDir>
#include <QTextStream>

using namespace deskbell;

int main(int argc, char **argv)
{
    if (argc == 4 && qstrcmp(argv[1], "floor") == 0)
        return bench::runFloor(std::atoi(argv[2]), argv[3]);
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments().mid(1);
    const QString self = QCoreApplication::applicationFilePath();
    const QString deskbell = QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("deskbell"));
    const auto wanted = [&](const char *name) { return arguments.isEmpty() || arguments.contains(QString::fromLatin1(name)); };
    QTextStream(stdout) << "deskbell-bench [core] [language] [year] [memory] [wire] [kill] [window] [quick]: absolute figures are this machine's; ratios hold." << Qt::endl;
    if (wanted("core")) {
        print(QStringLiteral("Core"), bench::coreBurst(10000));
        print(QStringLiteral("Decisions"), bench::decisions());
    }
    if (wanted("year"))
        print(QStringLiteral("A year rehearsed"), bench::year());
    if (wanted("memory"))
        print(QStringLiteral("Memory over a million facts"), bench::memory());
    if (wanted("language"))
        print(QStringLiteral("Language"), bench::understanding());
    if (wanted("wire") || arguments.contains(QStringLiteral("quick")))
        print(QStringLiteral("Call event to text accepted, over sockets, synchronous FULL"), bench::wire(deskbell, self, arguments.contains(QStringLiteral("quick"))));
    if (wanted("kill"))
        print(QStringLiteral("Killed in the middle"), bench::killed(deskbell, 20));
    if (!wanted("window"))
        return 0;
    const auto figures = bench::window(deskbell);
    if (!figures) {
        QTextStream(stderr) << "deskbell-bench: the window did not open, so there is nothing to measure." << Qt::endl;
        return 1;
    }
    print(QStringLiteral("Window"), *figures);
    return 0;
}
