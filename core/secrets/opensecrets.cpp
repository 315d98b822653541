// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/opensecrets.h"

#include "core/secrets/keychainstore.h"

#include <QFile>

namespace deskbell {
namespace {

OpenedSecrets vaultOf(const SecretsQuestion &question)
{
    auto vault = std::make_unique<PassphraseVault>(question.vaultFile);
    OpenedSecrets opened;
    opened.vault = vault.get();
    opened.store = std::move(vault);
    return opened;
}

OpenedSecrets answerTo(
    const SecretsQuestion &question, std::unique_ptr<KeychainStore> keychain, const Result<void> &probed)
{
    OpenedSecrets opened;
    if (probed)
        opened.store = std::move(keychain);
    else
        opened = vaultOf(question);
    if (!probed)
        opened.noKeyStore = probed.error();
    if (question.before != SecretPlace::None && question.before != opened.place())
        opened.keptBefore = question.before;
    return opened;
}

} // namespace

void openSecrets(const SecretsQuestion &question, QObject *context, std::function<void(OpenedSecrets)> done)
{
    const bool inVault = question.before == SecretPlace::Vault && QFile::exists(question.vaultFile);
    if (inVault) {
        QMetaObject::invokeMethod(
            context, [question, done] { done(vaultOf(question)); }, Qt::QueuedConnection);
        return;
    }
    auto *probed = new KeychainStore(question.service, question.limit, context);
    probed->probe([question, probed, done = std::move(done)](Result<void> outcome) {
        auto keychain = std::make_unique<KeychainStore>(question.service, question.limit);
        probed->deleteLater();
        done(answerTo(question, std::move(keychain), outcome));
    });
}

} // namespace deskbell
