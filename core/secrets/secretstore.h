// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/secrets/secret.h"

#include <functional>

namespace deskbell {

/// Where secrets are kept. Words for people are the window's.
enum class SecretPlace {
    None, ///< nowhere yet
    KeyStore, ///< the desktop's own (Secret Service: GNOME Keyring, KWallet, KeePassXC)
    Vault, ///< a file of ours, locked by a passphrase
};

/// Keeps secrets by name. Every call returns at once; the answer comes by the callback, exactly once, on the same
/// thread, never inside the call. A store that is destroyed before answers no more. Needs an event loop.
/// Errors: Missing (there is none of that name), Refused (locked, or a person said no), Timeout (a question of the
/// desktop is probably waiting behind a window), Storage (the file), Malformed (the file is damaged), Unusable (the
/// rest). No error holds a secret or a name's content.
class SecretStore
{
public:
    using Done = std::function<void(Result<void>)>;
    using Read = std::function<void(Result<Secret>)>;

    virtual ~SecretStore() = default;
    /// Replaces what was there. An empty secret is refused.
    virtual void write(const QString &name, const Secret &secret, Done done) = 0;
    virtual void read(const QString &name, Read done) = 0;
    /// Removing what is not there is fine.
    virtual void remove(const QString &name, Done done) = 0;
    [[nodiscard]] virtual SecretPlace place() const = 0;
};

} // namespace deskbell
