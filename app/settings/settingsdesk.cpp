// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settingsdesk.h"

#include "app/settings/providerexam.h"
#include "app/settings/providersecret.h"

#include <utility>

namespace deskbell::app {

using Words = SettingsWords;

namespace {

template<class T> void take(Result<T> value, T &target, ProviderPart part, EntryFaults &faults)
{
    if (value)
        target = std::move(*value);
    else
        faults.insert(part, value.error().detail);
}

} // namespace

tl::expected<Settings, EntryFaults> settingsFrom(const ProviderEntry &typed, const Settings &before)
{
    Settings made = before;
    EntryFaults faults;
    take(readAddress(typed.address), made.address, ProviderPart::Address, faults);
    take(readAccountSid(typed.accountSid), made.accountSid, ProviderPart::AccountSid, faults);
    take(readApiKey(typed.apiKey), made.apiKey, ProviderPart::ApiKey, faults);
    take(readShopNumber(typed.number), made.number, ProviderPart::Number, faults);
    made.push = typed.push;
    if (made.address != before.address)
        made.lookupAddress = lookupBeside(made.address);
    if (!faults.isEmpty())
        return tl::make_unexpected(faults);
    return made;
}

SettingsDesk::SettingsDesk(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_file(folder)
{
    m_disk.setMaxThreadCount(1); // one file after another, in the order asked for
}

SettingsDesk::~SettingsDesk() = default;

void SettingsDesk::open(Scope scope)
{
    m_disk.start([this, scope] {
        QMetaObject::invokeMethod(
            this, [this, scope, loaded = m_file.load()] { onLoaded(loaded, scope); }, Qt::QueuedConnection);
    });
}

void SettingsDesk::onLoaded(SettingsFile::Loaded loaded, Scope scope)
{
    m_settings = std::move(loaded.settings);
    Q_EMIT this->loaded(m_settings, loaded.reset);
    if (scope == Scope::NoProvider)
        return;
    openSecrets(
        secretsQuestion(m_folder, m_settings), this, [this](OpenedSecrets secrets) { onSecrets(std::move(secrets)); });
}

void SettingsDesk::onSecrets(OpenedSecrets secrets)
{
    m_secrets = std::move(secrets);
    tellPlace();
    tellSecret();
}

SettingsDesk::SecretsAt SettingsDesk::placeNow() const
{
    if (!m_secrets.vault)
        return SecretsAt::KeyStore;
    if (m_secrets.vault->isOpen())
        return SecretsAt::VaultOpen;
    return m_secrets.vault->exists() ? SecretsAt::VaultLocked : SecretsAt::NoVaultYet;
}

void SettingsDesk::tellPlace(const QString &fault)
{
    Q_EMIT secretsAt(placeNow(), changedPlace(m_secrets), fault);
}

void SettingsDesk::tellSecret()
{
    if (placeNow() == SecretsAt::VaultLocked || placeNow() == SecretsAt::NoVaultYet) {
        Q_EMIT secretKnown(m_settings.hasProvider() && placeNow() == SecretsAt::VaultLocked);
        return;
    }
    m_secrets.store->read(
        secretName(m_settings), [this](const Result<Secret> &secret) { Q_EMIT secretKnown(secret.has_value()); });
}

void SettingsDesk::keep(const Settings &settings, std::function<void()> kept)
{
    m_settings = settings;
    m_disk.start([this, settings, kept = std::move(kept)] {
        QMetaObject::invokeMethod(
            this,
            [this, saved = m_file.save(settings), kept] {
                if (saved)
                    kept();
                else
                    Q_EMIT failed(saved.error().detail);
            },
            Qt::QueuedConnection);
    });
}

bool SettingsDesk::canKeepSecrets()
{
    const SecretsAt place = m_secrets.store ? placeNow() : SecretsAt::VaultLocked;
    if (place == SecretsAt::KeyStore || place == SecretsAt::VaultOpen)
        return true;
    const QString sentence = !m_secrets.store
        ? Words::tr("Wait a moment: the place for secrets is still being looked for.")
        : place == SecretsAt::NoVaultYet
        ? Words::tr("Make the vault below first, so that there is a place for the secret.")
        : Words::tr("Unlock the vault below first.");
    Q_EMIT entryFaulty({{ProviderPart::Secret, sentence}});
    return false;
}

void SettingsDesk::withSecret(const Settings &settings, const Secret &typed, std::function<void(const Secret &)> go)
{
    if (!typed.isEmpty())
        return go(typed);
    if (!canKeepSecrets())
        return;
    m_secrets.store->read(secretName(settings), [this, go = std::move(go)](const Result<Secret> &kept) {
        if (kept)
            return go(*kept);
        Q_EMIT entryFaulty({{ProviderPart::Secret,
            kept.error().kind == ErrorKind::Missing
                ? Words::tr("The secret of this account and key is not known here. Type it.")
                : whyNoSecret(kept.error(), m_secrets.place())}});
    });
}

void SettingsDesk::testProvider(const ProviderEntry &typed, const Secret &secret)
{
    const auto settings = settingsFrom(typed, m_settings);
    if (!settings) {
        Q_EMIT entryFaulty(settings.error());
        return;
    }
    withSecret(*settings, secret, [this, settings = *settings](const Secret &known) {
        examineProvider(linkSettings(settings, known), this, [this](const Checks &checks) { Q_EMIT tested(checks); });
    });
}

void SettingsDesk::saveProvider(const ProviderEntry &typed, const Secret &secret)
{
    auto settings = settingsFrom(typed, m_settings);
    if (!settings) {
        Q_EMIT entryFaulty(settings.error());
        return;
    }
    if (!canKeepSecrets())
        return;
    settings->secretsIn = m_secrets.place();
    // The secret first: settings that name an account without one would only fail at the next start.
    withSecret(*settings, secret, [this, settings = *settings](const Secret &known) {
        m_secrets.store->write(secretName(settings), known, [this, settings](const Result<void> &written) {
            if (!written) {
                Q_EMIT failed(Words::tr("The secret cannot be kept: %1.").arg(written.error().detail));
                return;
            }
            m_secrets.keptBefore.reset();
            keep(settings, [this] {
                tellPlace();
                Q_EMIT providerKept(m_settings);
                tellSecret();
            });
        });
    });
}

void SettingsDesk::readConnections(std::function<void(Result<Connections>)> done)
{
    m_secrets.store->read(secretName(m_settings), [this, done = std::move(done)](const Result<Secret> &secret) {
        if (secret)
            readModel(linkSettings(m_settings, *secret), done);
        else
            done(failure(secret.error().kind, whyNoSecret(secret.error(), m_secrets.place())));
    });
}

void SettingsDesk::readModel(const link::LinkSettings &link, const std::function<void(Result<Connections>)> &done)
{
    if (!m_settings.hasModel() || !m_settings.modelHasKey) {
        done(Connections{link, m_settings.hasModel() ? std::optional(modelSettings(m_settings, {})) : std::nullopt});
        return;
    }
    m_secrets.store->read(modelSecretName(m_settings), [this, link, done](const Result<Secret> &key) {
        done(Connections{link, key ? std::optional(modelSettings(m_settings, *key)) : std::nullopt});
    });
}

void SettingsDesk::disconnectProvider()
{
    if (!canKeepSecrets())
        return;
    m_secrets.store->remove(secretName(m_settings), [this](const Result<void> &removed) {
        if (!removed) {
            Q_EMIT failed(Words::tr("The secret cannot be forgotten: %1.").arg(removed.error().detail));
            return;
        }
        Settings without = m_settings;
        without.accountSid.clear();
        without.apiKey.clear();
        keep(without, [this] {
            Q_EMIT providerKept(m_settings);
            tellSecret();
        });
    });
}

void SettingsDesk::unlockVault(const Secret &passphrase)
{
    if (m_secrets.vault)
        m_secrets.vault->open(passphrase, [this](const Result<void> &outcome) { onUnlocked(outcome); });
}

void SettingsDesk::makeVault(const Secret &passphrase)
{
    if (m_secrets.vault)
        m_secrets.vault->create(passphrase, [this](const Result<void> &outcome) { onUnlocked(outcome); });
}

void SettingsDesk::onUnlocked(const Result<void> &outcome)
{
    tellPlace(outcome ? QString() : whyNoSecret(outcome.error(), SecretPlace::Vault));
    if (outcome)
        tellSecret();
}

void SettingsDesk::change(const std::function<void(Settings &)> &edit)
{
    Settings changed = m_settings;
    edit(changed);
    keep(changed, [] {});
}

} // namespace deskbell::app
