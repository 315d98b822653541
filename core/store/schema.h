// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

namespace deskbell::store {

/// Marks a file as ours ("DSKB").
constexpr int applicationId = 0x44534b42;

/// The newest schema this program knows.
[[nodiscard]] int newestSchema();
/// The schema of the opened file: 0 for a new one. Errors: Unusable when it is somebody else's database, or a newer
/// Deskbell's.
[[nodiscard]] Result<int> schemaOf(Database &database);
/// Damage is found before anything builds on it; milliseconds for the files of a shop. Errors: Unusable, Storage.
[[nodiscard]] Result<void> checkPages(Database &database);
/// Runs what is missing, in one transaction; the version is written last, so a death at any point leaves the old
/// schema or the new one. \p upTo is for tests: a file as an older program left it.
[[nodiscard]] Result<void> migrate(Database &database, int from, int upTo = newestSchema());

} // namespace deskbell::store
