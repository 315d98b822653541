// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "core/secrets/opensecrets.h"

namespace deskbell::app {

class Terminal;

/// Where the secrets of that folder are looked for.
[[nodiscard]] SecretsQuestion secretsQuestion(const QString &folder, const Settings &settings);

/// What a person should know about the place, naming both when it changed; empty when there is nothing to say.
[[nodiscard]] QString changedPlace(const OpenedSecrets &secrets);
/// Why the provider's secret could not be read, and what to do, in plain words.
[[nodiscard]] QString whyNoSecret(const Error &error, SecretPlace place);

// For commands on the terminal: they block, and ask for the vault's passphrase there. Errors carry plain words.

struct SecretAnswer {
    Result<Secret> secret;
    Secret modelKey; ///< empty: there is none, or it cannot be read
    SecretPlace place = SecretPlace::None;
    QString told; ///< changedPlace()
};
/// Without a terminal a locked vault stays locked: Refused.
[[nodiscard]] SecretAnswer readProviderSecret(const QString &folder, const Settings &settings, Terminal *terminal);

/// Into the key store if there is one, else into the vault, which is made if it has to be. Returns where it is now.
[[nodiscard]] Result<SecretPlace> keepSecret(
    const QString &folder, const Settings &settings, const QString &name, const Secret &secret, Terminal &terminal);
/// The same under the provider's name.
[[nodiscard]] Result<SecretPlace> keepProviderSecret(
    const QString &folder, const Settings &settings, const Secret &secret, Terminal &terminal);

} // namespace deskbell::app
