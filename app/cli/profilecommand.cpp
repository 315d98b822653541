// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "core/profile/demoprofile.h"
#include "core/profile/profilereader.h"

#include <QFile>
#include <QTextStream>

namespace deskbell::app {
namespace {

int check(const QString &path)
{
    QTextStream out(stdout);
    QTextStream err(stderr);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        err << "deskbell profile: cannot read " << path << ": " << file.errorString() << Qt::endl;
        return 1;
    }
    const auto profile = profile::readProfile(file.readAll());
    if (!profile) {
        err << profile.error().detail << Qt::endl;
        return 1;
    }
    out << path << ": good. " << profile->name << ", " << profile->services.size() << " services, "
        << profile->resources.size() << " places, time zone " << profile->zone.id() << Qt::endl;
    return 0;
}

} // namespace

int runProfile(const QStringList &arguments)
{
    if (arguments.size() == 1 && arguments.first() == QLatin1String("sample")) {
        QTextStream(stdout) << profile::demoProfileJson() << Qt::endl;
        return 0;
    }
    if (arguments.size() == 2 && arguments.first() == QLatin1String("check"))
        return check(arguments.last());
    QTextStream(stderr) << "deskbell profile: say \"sample\" or \"check FILE\"" << Qt::endl;
    return 2;
}

} // namespace deskbell::app
