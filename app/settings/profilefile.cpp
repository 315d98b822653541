// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/profilefile.h"

#include "app/settings/settings.h"
#include "core/profile/demoprofile.h"
#include "core/profile/profilereader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace deskbell::app {
namespace {

using Words = SettingsWords;
constexpr qint64 largestProfile = 8 << 20;

} // namespace

QString profileFile(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("profile.json"));
}

Result<Profile> readProfileFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return failure(ErrorKind::Missing, Words::tr("There is no profile of the shop at %1 yet.").arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Unusable, Words::tr("cannot read the profile %1: %2").arg(path, file.errorString()));
    if (file.size() > largestProfile)
        return failure(ErrorKind::Unusable, Words::tr("the profile %1 is larger than a profile can be").arg(path));
    auto profile = profile::readProfile(file.readAll());
    if (!profile)
        return failure(ErrorKind::Unusable, Words::tr("the profile %1 cannot be used:\n%2").arg(path, profile.error().detail));
    return profile;
}

Result<void> writeFirstProfile(const QString &path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (file.exists())
        return failure(ErrorKind::Unusable, Words::tr("%1 is there already; it was left as it is").arg(path));
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return failure(ErrorKind::Unusable, Words::tr("cannot write %1: %2").arg(path, file.errorString()));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const QByteArray words = profile::demoProfileJson();
    if (file.write(words) != words.size() || !file.flush()) {
        const QString why = file.errorString();
        file.remove(); // half a profile would be in the way of the next try
        return failure(ErrorKind::Unusable, Words::tr("cannot write %1: %2").arg(path, why));
    }
    return {};
}

} // namespace deskbell::app
