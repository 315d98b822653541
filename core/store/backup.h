// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"

#include <QMap>
#include <optional>

namespace deskbell::store {

// Copies of a data folder's database and the way back. Everything here blocks on the disk and may run on any thread:
// each call has a connection of its own, so the store of a running Deskbell stays in use.

/// What a copy holds; also written beside it ("NAME.db.json"), so that a copy that was cut or exchanged is found.
struct BackupFacts {
    Instant madeAt;
    int schema = 0;
    QMap<QString, qint64> rows; ///< by table
    bool operator==(const BackupFacts &) const = default;
};

/// "backups" in the data folder.
[[nodiscard]] QString backupFolder(const QString &dataFolder);
/// A name that sorts by time: "deskbell-20261125-190512.db" (UTC).
[[nodiscard]] QString backupName(Instant now);

/// A complete, consistent copy of that folder's database at \p target, opened again and checked page by page before
/// it counts. Errors: Missing (there is no database), Storage (cannot be written), Unusable (the source is damaged).
[[nodiscard]] Result<BackupFacts> writeBackup(const QString &dataFolder, const QString &target, Instant now);

/// Whether a copy can be restored. Errors, each with its reason in plain words: Missing, Unusable (no database of ours,
/// a newer Deskbell's, damaged, not what was written beside it). Changes nothing.
[[nodiscard]] Result<BackupFacts> checkBackup(const QString &file);

/// Removes the oldest copies of that folder until \p keep are left; files with other names stay.
void thinOut(const QString &folder, int keep);

struct Restored {
    BackupFacts facts;
    /// Lines about consent that only the replaced database had, taken over; nothing: its list cannot be read.
    std::optional<int> consentKept = 0;
    QString replaced; ///< where the database that was there lies now; empty: there was none
};
/// Puts a copy in the place of that folder's database, which is kept aside, never deleted. The list of those who said no
/// is merged, never replaced: nobody is texted again because a file is old. At the next start texts that waited are
/// looked up at the provider before anything leaves (see LifeMark). Errors: as checkBackup(); Unusable while a Deskbell
/// runs there; Storage. After an error the database is the one it was.
[[nodiscard]] Result<Restored> restoreBackup(const QString &file, const QString &dataFolder, Instant now);

} // namespace deskbell::store
