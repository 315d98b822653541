// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/localchecks.h"

#include "app/settings/settingsfile.h"
#include "core/profile/profilereader.h"
#include "core/store/schema.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QTemporaryFile>

namespace deskbell::app {
namespace {

using Words = SettingsWords;
using State = Check::State;

constexpr qint64 megabyte = 1000 * 1000;
constexpr qint64 littleRoom = 1000 * megabyte;
constexpr qint64 noRoom = 50 * megabyte;

Check &settle(Check &check, State state, const QString &what, const QString &todo)
{
    check.state = state;
    check.what = what;
    check.todo = todo;
    return check;
}

/// The nearest folder above that exists.
QString existing(QString path)
{
    while (!QFileInfo::exists(path) && path != QFileInfo(path).path())
        path = QFileInfo(path).path();
    return path;
}

bool canWriteIn(const QString &folder)
{
    QTemporaryFile file(QDir(folder).filePath(QStringLiteral("doctor-XXXXXX")));
    return file.open() && file.write("x") == 1 && file.flush();
}

QString roomOn(const QStorageInfo &disk)
{
    const qint64 free = disk.bytesAvailable() / megabyte;
    return free >= 10'000 ? Words::tr("%1 GB free").arg(free / 1000) : Words::tr("%1 MB free").arg(free);
}

bool openToOthers(const QString &path)
{
    return (QFile::permissions(path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther))
        != 0;
}

} // namespace

Check checkDataFolder(const QString &folder)
{
    Check check{QStringLiteral("data_folder"), Words::tr("Data folder"), State::Works, {}, {}};
    const QString there = existing(folder);
    const QStorageInfo disk(there);
    if (QFileInfo::exists(folder) && !QFileInfo(folder).isDir())
        return settle(check, State::Fails, Words::tr("%1 is a file, not a folder.").arg(folder),
            Words::tr("Move it away, or choose another folder with --data."));
    if (!canWriteIn(there))
        return settle(check, State::Fails, Words::tr("%1 cannot be written to.").arg(there),
            disk.isReadOnly()
                ? Words::tr("The disk is read-only: look whether it is full, broken or write-protected.")
                : Words::tr("Give this user the right to write there, or choose another folder with --data."));
    if (disk.bytesAvailable() < noRoom)
        return settle(check, State::Fails, Words::tr("The disk of %1 is full (%2).").arg(folder, roomOn(disk)),
            Words::tr("Make room: nothing can be sent safely on a full disk."));
    check.what = Words::tr("%1, %2.").arg(folder, roomOn(disk));
    if (disk.bytesAvailable() < littleRoom)
        return settle(check, State::Note, check.what, Words::tr("Make room before the disk is full."));
    if (there == folder && openToOthers(folder))
        return settle(check, State::Note, Words::tr("%1 can be read by other users of this computer.").arg(folder),
            Words::tr("The next start closes it to them."));
    return check;
}

Check checkDatabase(const QString &folder)
{
    Check check{QStringLiteral("database"), Words::tr("Database"), State::Works, {}, {}};
    const QString path = QDir(folder).filePath(QStringLiteral("deskbell.db"));
    if (!QFileInfo::exists(path))
        return settle(check, State::Works, Words::tr("There is none yet; the first start makes it."), {});
    const QString todo = Words::tr(
        "Keep the file, and put a backup back in its place. Deskbell changes nothing in it until it is sound.");
    auto database = store::Database::open(store::Database::Kind::File, path);
    if (!database)
        return settle(check, State::Fails, database.error().detail, todo);
    if (const auto schema = store::schemaOf(**database); !schema)
        return settle(check, State::Fails, schema.error().detail, todo);
    const auto found = (*database)->texts("PRAGMA integrity_check(5)");
    if (!found)
        return settle(check, State::Fails, found.error().detail, todo);
    if (*found != QStringList{QStringLiteral("ok")})
        return settle(
            check, State::Fails, Words::tr("The database is damaged: %1.").arg(found->join(QLatin1String("; "))), todo);
    return settle(
        check, State::Works, Words::tr("It opens and is sound, %1 kB.").arg(QFileInfo(path).size() / 1000), {});
}

Check checkSettingsFile(const QString &folder)
{
    Check check{QStringLiteral("settings_file"), Words::tr("Settings file"), State::Works, {}, {}};
    const SettingsFile file(folder);
    if (!QFileInfo::exists(file.path()))
        return settle(check, State::Note, Words::tr("There is none yet."),
            Words::tr("Run \"deskbell connect\", or fill in the settings page."));
    const auto loaded = file.look();
    if (!loaded.reset.isEmpty())
        return settle(check, State::Fails, loaded.reset.join(u' '),
            Words::tr(
                "The next start puts the file aside and goes on with what is left of it. Then set what is missing."));
    return settle(check, State::Works, file.path(), {});
}

Check checkProfile(const QString &folder, bool needed)
{
    Check check{QStringLiteral("profile"), Words::tr("Shop profile"), State::Works, {}, {}};
    QFile file(QDir(folder).filePath(QStringLiteral("profile.json")));
    if (!file.exists())
        return settle(check, needed ? State::Fails : State::Note,
            Words::tr("There is none yet, so Deskbell knows no prices and no hours and does not start."),
            Words::tr("Run \"deskbell profile new %1\" and edit that file.").arg(file.fileName()));
    if (!file.open(QFile::ReadOnly))
        return settle(check, State::Fails, Words::tr("The profile cannot be read: %1.").arg(file.errorString()),
            Words::tr("Give this user the right to read %1.").arg(file.fileName()));
    const auto profile = profile::readProfile(file.read(8 << 20));
    if (!profile)
        return settle(check, State::Fails, profile.error().detail,
            Words::tr("Mend the places named in %1.").arg(file.fileName()));
    return settle(
        check, State::Works, Words::tr("%1, %2 services.").arg(profile->name).arg(profile->services.size()), {});
}

Check checkFonts()
{
    Check check{QStringLiteral("fonts"), Words::tr("Fonts"), State::Works,
        Words::tr("Inter and Noto Color Emoji are there."), {}};
    bool inter = false;
    bool emoji = false;
    for (const QString &folder : QStandardPaths::standardLocations(QStandardPaths::FontsLocation)) {
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories | QDirIterator::FollowSymlinks);
        while (files.hasNext() && !(inter && emoji)) {
            files.next();
            inter = inter || files.fileName().startsWith(QLatin1String("Inter"));
            emoji = emoji || files.fileName().startsWith(QLatin1String("NotoColorEmoji"));
        }
    }
    if (inter && emoji)
        return check;
    const QStringList missing = (inter ? QStringList() : QStringList{QStringLiteral("fonts-inter")})
        + (emoji ? QStringList() : QStringList{QStringLiteral("fonts-noto-color-emoji")});
    return settle(check, State::Note, Words::tr("The window falls back to other typefaces; smileys may be missing."),
        Words::tr("Install %1.").arg(missing.join(QLatin1String(", "))));
}

} // namespace deskbell::app
