// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/secrets/secret.h"

#include <map>

namespace deskbell {

/// The bytes of a vault, without the file around them. Pure but for chance.
///   0  16  "DESKBELL-VAULT-1"
///  16   4  passes of Argon2id, little endian        20  4  its memory in KiB
///  24  16  salt                                     40  24  nonce
///  64  n   the entries, sealed; the 64 bytes before are authenticated with them
///   …  32  BLAKE2b of everything before: damage is told apart from a wrong passphrase without one
using VaultEntries = std::map<QString, Secret>;

constexpr qsizetype largestVault = 1 << 20; ///< bytes

/// How hard the passphrase is to guess; written into the file, so it can be raised later.
struct VaultCost {
    quint32 passes = 3;
    quint32 kibibytes = 64 * 1024;
};

[[nodiscard]] QByteArray newVaultHead(VaultCost cost = {});
/// Damage, a foreign file, a newer format and absurd costs are Malformed; nothing here needs the passphrase.
[[nodiscard]] Result<void> checkVault(const QByteArray &file);
[[nodiscard]] QByteArray vaultSalt(const QByteArray &file);
/// Slow on purpose. \p file is a checked vault or a fresh head. Errors: Unusable (not enough memory).
[[nodiscard]] Result<Secret> vaultKey(const Secret &passphrase, const QByteArray &file);
/// Keeps cost and salt of \p head, takes a fresh nonce.
[[nodiscard]] Result<QByteArray> sealVault(const QByteArray &head, const Secret &key, const VaultEntries &entries);
/// \p file has passed checkVault(). Errors: Refused (another key).
[[nodiscard]] Result<VaultEntries> unsealVault(const QByteArray &file, const Secret &key);

} // namespace deskbell
