// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/secrets/passphrasevault.h"
#include "core/secrets/secretstore.h"

#include <QObject>
#include <memory>
#include <optional>

namespace deskbell {

struct SecretsQuestion {
    QString service = QStringLiteral("Deskbell"); ///< of the key store's entries
    QString vaultFile; ///< where a vault lies, or would
    SecretPlace before = SecretPlace::None; ///< where the secrets were kept last
    Duration limit = 10s; ///< of one answer of the key store
};

/// The place that will be used, and what a person should be told about it.
struct OpenedSecrets {
    std::unique_ptr<SecretStore> store; ///< never null
    PassphraseVault *vault = nullptr; ///< the same store, where it is a vault: to be opened, or created, first
    std::optional<Error> noKeyStore; ///< why the key store cannot be used, when it was asked and cannot
    /// The secrets were kept there, but this place is used now: name both to the person. Nothing was moved or deleted.
    std::optional<SecretPlace> keptBefore;

    [[nodiscard]] SecretPlace place() const { return store->place(); }
};

/// The key store if it passes its probe, else the vault. Secrets that lie in a vault stay there, without a probe, until
/// somebody enters them anew (before = None): a desktop that got a key store does not have them. A plain file is
/// never used. \p done is called once, not inside the call, unless \p context goes first.
void openSecrets(const SecretsQuestion &question, QObject *context, std::function<void(OpenedSecrets)> done);

} // namespace deskbell
