// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/datafolder.h"

#include "app/settings/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace deskbell::app {

QString dataFolderPath(const QString &chosen, Whose whose)
{
    if (!chosen.isEmpty())
        return QDir::cleanPath(QDir().absoluteFilePath(chosen));
    const QDir usual(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    return whose == Whose::Demo ? usual.filePath(QStringLiteral("demo")) : usual.path();
}

Result<QString> dataFolder(const QString &chosen, Whose whose)
{
    const QString path = dataFolderPath(chosen, whose);
    const QFileInfo there(path);
    if (there.exists() && !there.isDir())
        return failure(
            ErrorKind::Storage, SettingsWords::tr("%1 is a file, so it cannot be the data folder.").arg(path));
    if (!QDir().mkpath(path))
        return failure(ErrorKind::Storage, SettingsWords::tr("The data folder %1 cannot be made.").arg(path));
    if (!QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return failure(ErrorKind::Storage, SettingsWords::tr("The data folder %1 belongs to another user.").arg(path));
    return path;
}

QString vaultFile(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("secrets.vault"));
}

} // namespace deskbell::app
