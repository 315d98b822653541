// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/providersecret.h"

#include "app/settings/awaited.h"
#include "app/settings/datafolder.h"
#include "app/settings/terminal.h"

#include <QCoreApplication>

namespace deskbell::app {
namespace {

using Words = SettingsWords;

OpenedSecrets opened(const SecretsQuestion &question)
{
    return awaited<OpenedSecrets>([&](auto done) { openSecrets(question, qApp, done); });
}

Result<void> failed(const QString &sentence)
{
    return failure(ErrorKind::Unusable, sentence);
}

Result<void> unlock(PassphraseVault &vault, Terminal &terminal)
{
    for (int attempt = 1;; ++attempt) {
        const auto passphrase = terminal.askSecret(Words::tr("Passphrase of the vault:"));
        if (!passphrase)
            return failed(Words::tr("The vault is locked, and nobody gave its passphrase."));
        const auto open = awaited<Result<void>>([&](auto done) { vault.open(*passphrase, done); });
        const bool wrong = !open && open.error().kind == ErrorKind::Refused;
        if (!wrong || !terminal.isInteractive() || attempt == 3)
            return open;
        terminal.say(Words::tr("That is not the passphrase."));
    }
}

Result<void> makeVault(PassphraseVault &vault, Terminal &terminal)
{
    terminal.say(
        Words::tr("There is no key store here, so the secret goes into a vault, a file that a passphrase locks.\n"
                  "Whoever starts Deskbell types it. It cannot be found again once it is forgotten."));
    for (;;) {
        const auto first = terminal.askSecret(Words::tr("New passphrase:"));
        const auto second = first ? terminal.askSecret(Words::tr("Once more:")) : std::nullopt;
        if (!second)
            return failed(Words::tr("Nobody gave a passphrase for the vault."));
        if (!first->isEmpty() && first->equals(*second))
            return awaited<Result<void>>([&](auto done) { vault.create(*first, done); });
        terminal.say(first->isEmpty() ? Words::tr("An empty passphrase locks nothing.")
                                      : Words::tr("The two are not the same."));
        if (!terminal.isInteractive())
            return failed(Words::tr("The vault was not made."));
    }
}

} // namespace

SecretsQuestion secretsQuestion(const QString &folder, const Settings &settings)
{
    SecretsQuestion question;
    question.vaultFile = vaultFile(folder);
    question.before = settings.secretsIn;
    return question;
}

QString changedPlace(const OpenedSecrets &secrets)
{
    if (!secrets.keptBefore)
        return {};
    const QString both = Words::tr("The secrets were kept in %1, but now %2 is in use.")
                             .arg(placeName(*secrets.keptBefore), placeName(secrets.place()));
    if (!secrets.noKeyStore)
        return both % u' ' % Words::tr("Nothing was deleted. Enter the secret again.");
    return both % u' '
        % Words::tr("The key store cannot be used: %1. Log in to the desktop as before, or enter the secret again.")
              .arg(secrets.noKeyStore->detail);
}

QString whyNoSecret(const Error &error, SecretPlace place)
{
    switch (error.kind) {
    case ErrorKind::Missing:
        return place == SecretPlace::Vault
            ? Words::tr("The vault does not hold this account's secret. Nothing was deleted. Enter the secret again.")
            : Words::tr("The desktop's key store does not hold this account's secret: it was reset, or belongs to "
                        "another user. Enter the secret again.");
    case ErrorKind::Refused:
        return place == SecretPlace::Vault
            ? Words::tr("That is not the vault's passphrase.")
            : Words::tr("The desktop's key store is locked, or somebody said no. Unlock it and try again.");
    case ErrorKind::Timeout:
        return Words::tr(
            "The desktop's key store does not answer. It may be asking for a password behind another window.");
    default:
        return error.detail.endsWith(u'.') ? error.detail // a sentence of ours already
                                           : Words::tr("The secret cannot be read: %1.").arg(error.detail);
    }
}

SecretAnswer readProviderSecret(const QString &folder, const Settings &settings, Terminal *terminal)
{
    const OpenedSecrets secrets = opened(secretsQuestion(folder, settings));
    const auto answer = [&](const Error &error, const QString &sentence = {}) {
        return SecretAnswer{
            failure(error.kind, sentence.isEmpty() ? whyNoSecret(error, secrets.place()) : sentence), {}, secrets.place(), changedPlace(secrets)};
    };
    if (secrets.vault) {
        if (!secrets.vault->exists())
            return answer({ErrorKind::Missing, {}});
        if (!terminal)
            return answer({ErrorKind::Refused, {}}, Words::tr("The vault is locked: its passphrase is needed."));
        if (auto open = unlock(*secrets.vault, *terminal); !open)
            return answer(open.error());
    }
    auto secret = awaited<Result<Secret>>([&](auto done) { secrets.store->read(secretName(settings), done); });
    if (!secret)
        return answer(secret.error());
    Secret modelKey;
    if (settings.hasModel() && settings.modelHasKey)
        modelKey = awaited<Result<Secret>>([&](auto done) { secrets.store->read(modelSecretName(settings), done); }).value_or(Secret());
    return {std::move(secret), std::move(modelKey), secrets.place(), changedPlace(secrets)};
}

Result<SecretPlace> keepProviderSecret(
    const QString &folder, const Settings &settings, const Secret &secret, Terminal &terminal)
{
    return keepSecret(folder, settings, secretName(settings), secret, terminal);
}

Result<SecretPlace> keepSecret(
    const QString &folder, const Settings &settings, const QString &name, const Secret &secret, Terminal &terminal)
{
    auto question = secretsQuestion(folder, settings);
    question.before = SecretPlace::None; // entered anew: the best place there is now
    const OpenedSecrets secrets = opened(question);
    if (secrets.vault) {
        const auto open =
            secrets.vault->exists() ? unlock(*secrets.vault, terminal) : makeVault(*secrets.vault, terminal);
        if (!open)
            return failure(open.error().kind,
                open.error().kind == ErrorKind::Unusable ? open.error().detail
                                                         : whyNoSecret(open.error(), SecretPlace::Vault));
    }
    const auto kept =
        awaited<Result<void>>([&](auto done) { secrets.store->write(name, secret, done); });
    if (!kept)
        return failure(kept.error().kind, Words::tr("The secret cannot be kept: %1.").arg(kept.error().detail));
    return secrets.place();
}

} // namespace deskbell::app
