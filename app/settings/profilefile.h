// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/profile.h"

namespace deskbell::app {

/// Where the shop's own profile lies in a data folder.
[[nodiscard]] QString profileFile(const QString &folder);

/// Blocks on the disk. Errors: Missing (there is no such file), Unusable (unreadable, or every fault with its place), in plain words.
[[nodiscard]] Result<Profile> readProfileFile(const QString &path);

/// The demo shop's profile as a file to edit, readable by this user only. Never over a file that is there. Blocks on
/// the disk. Errors: Unusable, in plain words.
[[nodiscard]] Result<void> writeFirstProfile(const QString &path);

} // namespace deskbell::app
