// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearse/rehearsecommand.h"

#include "app/rehearse/answerline.h"

#include <QDir>
#include <QFileInfo>
#include <QTextStream>

namespace deskbell::app {
namespace {

QStringList filesOf(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return {path};
    QStringList files;
    const QDir folder(path);
    for (const QString &name : folder.entryList({QStringLiteral("scn*.json"), QStringLiteral("story*.json")}, QDir::Files, QDir::Name))
        files << folder.filePath(name);
    return files;
}

} // namespace

int runRehearse(const QStringList &arguments)
{
    QTextStream out(stdout);
    QTextStream err(stderr);
    bool asStory = false;
    QStringList files;
    for (const QString &argument : arguments) {
        if (argument == QLatin1String("--story"))
            asStory = true;
        else if (argument == QLatin1String("--json"))
            asStory = false;
        else if (argument.startsWith(u'-')) {
            err << "deskbell rehearse: there is no option " << argument << Qt::endl;
            return 2;
        } else
            files << filesOf(argument);
    }
    if (files.isEmpty()) {
        err << "deskbell rehearse: name a scenario file or a folder of them" << Qt::endl;
        return 2;
    }
    int failed = 0;
    for (const QString &file : files) {
        const auto scenario = readScenario(file);
        const auto played = scenario ? play(*scenario) : Result<Played>(tl::make_unexpected(scenario.error()));
        if (!played) {
            err << "deskbell rehearse: " << played.error().detail << Qt::endl;
            failed = 1;
            continue;
        }
        if (asStory)
            out << story(*scenario, *played) << Qt::endl;
        else
            out << answerLine(*scenario, *played) << Qt::endl;
    }
    return failed;
}

} // namespace deskbell::app
