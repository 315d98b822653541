// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settingsfile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace deskbell::app {

using Words = SettingsWords;

SettingsFile::SettingsFile(const QString &folder)
    : m_path(QDir(folder).filePath(QStringLiteral("settings.json")))
{
}

SettingsFile::Loaded SettingsFile::look() const
{
    QFile file(m_path);
    if (!file.exists())
        return {};
    Loaded loaded;
    if (!file.open(QFile::ReadOnly)) {
        loaded.reset << Words::tr("The settings file cannot be read: %1.").arg(file.errorString());
        return loaded;
    }
    auto read = readSettings(file.read(1 << 20));
    if (!read) {
        loaded.reset << Words::tr("The settings file cannot be used: %1. All settings have their defaults.")
                            .arg(read.error().detail);
        return loaded;
    }
    loaded.settings = std::move(read->settings);
    loaded.reset = std::move(read->reset);
    return loaded;
}

SettingsFile::Loaded SettingsFile::load() const
{
    Loaded loaded = look();
    if (loaded.reset.isEmpty())
        return loaded;
    loaded.setAside = renameAside();
    if (!loaded.setAside.isEmpty() && loaded.settings != Settings()) {
        if (auto saved = save(loaded.settings); !saved)
            loaded.reset << saved.error().detail;
    }
    return loaded;
}

QString SettingsFile::renameAside() const
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    for (int number = 1; number <= 100; ++number) { // two starts in one second
        const QString aside = QStringLiteral("%1.unusable-%2-%3").arg(m_path, stamp).arg(number);
        if (!QFile::exists(aside))
            return QFile::rename(m_path, aside) ? aside : QString();
    }
    return {};
}

Result<void> SettingsFile::save(const Settings &settings) const
{
    QSaveFile file(m_path);
    const QByteArray bytes = writeSettings(settings);
    const bool saved = file.open(QFile::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit();
    if (!saved)
        return failure(
            ErrorKind::Storage, Words::tr("The settings cannot be saved in %1: %2.").arg(m_path, file.errorString()));
    return {};
}

} // namespace deskbell::app
