// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/connections.h"
#include "core/base/result.h"

namespace deskbell::app {

class Terminal;

/// Account, key and number as "deskbell connect" or the settings page kept them, with the secret from the key store or
/// the vault. The vault's passphrase is asked on \p terminal; without one a locked vault is an error. Blocks, running
/// the event loop. Errors: Missing (no provider is set up), else why there is no secret, in plain words.
[[nodiscard]] Result<Connections> keptConnections(const QString &folder, Terminal *terminal);

} // namespace deskbell::app
