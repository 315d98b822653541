// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "core/profile/demoprofile.h"
#include "core/profile/profilereader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
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

/// A first profile to edit. Never over one that is there.
int writeNew(const QString &path)
{
    QTextStream out(stdout);
    QTextStream err(stderr);
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (file.exists()) {
        err << "deskbell profile: " << path << " is there already; it was left as it is" << Qt::endl;
        return 1;
    }
    if (!file.open(QIODevice::WriteOnly) || file.write(profile::demoProfileJson()) < 0 || !file.flush()) {
        err << "deskbell profile: cannot write " << path << ": " << file.errorString() << Qt::endl;
        return 1;
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    out << path << ": the demo shop's profile. Put your own services, prices, hours and words into it." << Qt::endl;
    return 0;
}

QString usualPath()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath(QStringLiteral("profile.json"));
}

} // namespace

int runProfile(const QStringList &arguments)
{
    if (arguments.size() == 1 && arguments.first() == QLatin1String("sample")) {
        QTextStream(stdout) << profile::demoProfileJson() << Qt::endl;
        return 0;
    }
    if (!arguments.isEmpty() && arguments.size() <= 2) {
        const QString file = arguments.value(1, usualPath());
        if (arguments.first() == QLatin1String("new"))
            return writeNew(file);
        if (arguments.first() == QLatin1String("check"))
            return check(file);
    }
    QTextStream(stderr) << "deskbell profile: say \"new\", \"check\" (each with a FILE or without) or \"sample\"" << Qt::endl;
    return 2;
}

} // namespace deskbell::app
