// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/secrets/secretstore.h"

#include <QObject>

namespace QKeychain {
class Job;
}

namespace deskbell {

/// The desktop's key store, by QtKeychain. Trust it only after probe(): QtKeychain 0.13 cannot tell a store that is
/// missing from one without the entry (a read finds "nothing" where a write fails), so only a full round tells.
class KeychainStore final : public QObject, public SecretStore
{
    Q_OBJECT
public:
    /// Entries of different \p service do not see each other. \p limit is how long one answer may take.
    explicit KeychainStore(QString service, Duration limit = 10s, QObject *parent = nullptr);

    /// Writes, reads and removes a random value. Any code but "done" and, for the removal, "not found" means that
    /// there is no key store to rely on; the error says why.
    void probe(Done done);

    void write(const QString &name, const Secret &secret, Done done) override;
    void read(const QString &name, Read done) override;
    void remove(const QString &name, Done done) override;
    [[nodiscard]] SecretPlace place() const override { return SecretPlace::KeyStore; }

private:
    using Ended = std::function<void(const QKeychain::Job *)>; ///< null: the limit passed
    void run(QKeychain::Job *job, const QString &name, Ended ended);

    QString m_service;
    Duration m_limit;
};

} // namespace deskbell
