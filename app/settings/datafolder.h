// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace deskbell::app {

enum class Whose { Shop, Demo };

/// Where the data lies: \p chosen, else the usual place of this user. The demo shop has a folder of its own inside the
/// usual one, so it never meets the shop's data. Makes nothing.
[[nodiscard]] QString dataFolderPath(const QString &chosen = {}, Whose whose = Whose::Shop);

/// The same, made if it is missing and closed to other users (0700). Errors: Storage, in plain words.
[[nodiscard]] Result<QString> dataFolder(const QString &chosen = {}, Whose whose = Whose::Shop);

/// The vault of that folder, whether it is there or not.
[[nodiscard]] QString vaultFile(const QString &folder);

} // namespace deskbell::app
