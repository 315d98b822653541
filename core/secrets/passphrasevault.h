// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secretstore.h"

#include <QObject>
#include <QThreadPool>

namespace deskbell {

/// The key and the salt it was made with: another salt in the file means another passphrase.
struct VaultKey {
    Secret key;
    QByteArray salt;
};

/// Secrets in one file that a passphrase locks: Argon2id makes the key, XChaCha20-Poly1305 seals the entries, only the
/// owner may read the file, and it is replaced as a whole. For computers without a key store.
///
/// The key stays in memory while the vault is open, the secrets do not. Disk and computing are on a thread of the
/// vault's own; making the key takes about a quarter of a second and 64 MiB there. A forgotten passphrase cannot be got round.
class PassphraseVault final : public QObject, public SecretStore
{
    Q_OBJECT
public:
    explicit PassphraseVault(QString file, QObject *parent = nullptr);
    ~PassphraseVault() override;

    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] bool exists() const;
    [[nodiscard]] bool isOpen() const { return !m_held.key.isEmpty(); }

    /// Makes an empty vault and opens it. Errors: Conflict (there is one already), Unusable (empty passphrase).
    void create(const Secret &passphrase, Done done);
    /// Errors: Missing (no vault), Refused (wrong passphrase, nothing else), Malformed (the file is damaged, whatever
    /// the passphrase; it is left as it is), Storage.
    void open(const Secret &passphrase, Done done);
    void close() { m_held = {}; }

    void write(const QString &name, const Secret &secret, Done done) override;
    void read(const QString &name, Read done) override;
    void remove(const QString &name, Done done) override;
    [[nodiscard]] SecretPlace place() const override { return SecretPlace::Vault; }

private:
    QString m_file;
    VaultKey m_held;
    QThreadPool m_worker;

    template<class Answer> void work(std::function<Answer()> job, std::function<void(Answer)> done);
    void hold(Result<VaultKey> key, const Done &done);
};

} // namespace deskbell
