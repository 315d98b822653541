// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secretstore.h"
#include "core/secrets/vaultfile.h"

#include <QObject>
#include <QThreadPool>

namespace deskbell {

/// Secrets in one file that a passphrase locks: Argon2id makes the key, XChaCha20-Poly1305 seals the entries, only the
/// owner may read the file, and it is replaced as a whole. For computers without a key store.
///
/// The key stays in memory while the vault is open, the secrets do not. Making the key takes about a quarter of a
/// second and 64 MiB on another thread; everything else is quick. A forgotten passphrase cannot be got round.
class PassphraseVault final : public QObject, public SecretStore
{
    Q_OBJECT
public:
    explicit PassphraseVault(QString file, QObject *parent = nullptr);
    ~PassphraseVault() override;

    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] bool exists() const;
    [[nodiscard]] bool isOpen() const { return !m_key.isEmpty(); }

    /// Makes an empty vault and opens it. Errors: Conflict (there is one already), Unusable (empty passphrase).
    void create(const Secret &passphrase, Done done);
    /// Errors: Missing (no vault), Refused (wrong passphrase, nothing else), Malformed (the file is damaged, whatever
    /// the passphrase; it is left as it is), Storage.
    void open(const Secret &passphrase, Done done);
    void close() { m_key = Secret(); }

    void write(const QString &name, const Secret &secret, Done done) override;
    void read(const QString &name, Read done) override;
    void remove(const QString &name, Done done) override;
    [[nodiscard]] SecretPlace place() const override { return SecretPlace::Vault; }

private:
    using KeyMade = std::function<void(Result<Secret>)>;

    QString m_file;
    Secret m_key;
    QByteArray m_salt; ///< m_key was made with it: another one in the file means another passphrase
    QThreadPool m_worker;

    void deriveKey(const Secret &passphrase, const QByteArray &head, KeyMade made);
    void hold(Secret key, const QByteArray &file);
    [[nodiscard]] Result<QByteArray> fileOfMyKey() const;
    [[nodiscard]] Result<void> change(const std::function<void(VaultEntries &)> &edit);
    void answerSoon(std::function<void()> answer);
};

} // namespace deskbell
