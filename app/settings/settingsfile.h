// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settingsjson.h"

namespace deskbell::app {

/// The settings of one data folder, in settings.json. Any thread, one at a time; blocks on the disk, so the window's
/// thread asks for it to be done elsewhere.
class SettingsFile
{
public:
    explicit SettingsFile(const QString &folder);

    [[nodiscard]] const QString &path() const { return m_path; }

    struct Loaded {
        Settings settings; ///< defaults where nothing usable was found
        QStringList reset; ///< plain sentences to tell the person; empty: all is well
        QString setAside; ///< where the file that could not be used lies now; empty: there was none, or it stayed
    };
    /// A file that cannot be used is renamed aside, never deleted. Where a part of it could, that part is written anew at
    /// once, so the next start finds it.
    [[nodiscard]] Loaded load() const;
    /// As load(), but changes nothing on the disk.
    [[nodiscard]] Loaded look() const;

    /// Replaces the file as a whole; only the owner may read it. Errors: Storage, in plain words.
    [[nodiscard]] Result<void> save(const Settings &settings) const;

private:
    QString m_path;

    [[nodiscard]] QString renameAside() const;
};

} // namespace deskbell::app
