// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/check.h"
#include "app/settings/connections.h"
#include "app/settings/settingsfile.h"
#include "core/secrets/opensecrets.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

namespace deskbell::app {

/// What a person typed about the provider, as it stands in the fields.
struct ProviderEntry {
    QString address;
    QString accountSid;
    QString apiKey;
    QString number;
    bool push = false;
};
enum class ProviderPart { Address, AccountSid, ApiKey, Secret, Number };
using EntryFaults = QHash<ProviderPart, QString>; ///< a plain sentence each

/// \p typed put into \p before. Faults when something cannot be used; then nothing of it counts.
[[nodiscard]] tl::expected<Settings, EntryFaults> settingsFrom(const ProviderEntry &typed, const Settings &before);

/// Does what the settings page asks for: keeps settings and secrets, tries the provider. Lives on the window's thread
/// and never waits there: files are read and written on a thread of its own, everything else answers later. One wish
/// is carried out after another. No error or signal holds a secret.
class SettingsDesk : public QObject
{
    Q_OBJECT
public:
    enum class SecretsAt { KeyStore, NoVaultYet, VaultLocked, VaultOpen };

    explicit SettingsDesk(const QString &folder, QObject *parent = nullptr);
    ~SettingsDesk() override;

    enum class Scope { All, NoProvider }; ///< a demo shop has no secrets to look for
    /// Reads the file and looks where the secrets are. First, and once.
    void open(Scope scope = Scope::All);
    /// An empty secret: the one that is kept for this account and key.
    void saveProvider(const ProviderEntry &typed, const Secret &secret);
    void testProvider(const ProviderEntry &typed, const Secret &secret);
    /// What is kept, with its secret; errors in plain words. Answers later, once.
    void readConnections(std::function<void(Result<Connections>)> done);
    /// Forgets account, key and secret; the rest stays.
    void disconnectProvider();
    void unlockVault(const Secret &passphrase);
    void makeVault(const Secret &passphrase);
    /// Seat and display: kept as they are.
    void change(const std::function<void(Settings &)> &edit);

Q_SIGNALS:
    void loaded(const deskbell::app::Settings &settings, const QStringList &reset);
    /// After loaded() and after each change of the place or its lock.
    void secretsAt(deskbell::app::SettingsDesk::SecretsAt place, const QString &news, const QString &fault);
    /// Whether there is a secret for the kept account and key, as far as can be known while a vault is locked. After
    /// loaded(), and after each change of place, lock, account or key.
    void secretKnown(bool kept);
    /// Saved or forgotten as asked.
    void providerKept(const deskbell::app::Settings &settings);
    void entryFaulty(const deskbell::app::EntryFaults &faults);
    void tested(const deskbell::app::Checks &checks);
    /// A plain sentence; what was asked for did not happen.
    void failed(const QString &sentence);

private:
    void onLoaded(SettingsFile::Loaded loaded, Scope scope);
    void onSecrets(OpenedSecrets secrets);
    void onUnlocked(const Result<void> &outcome);
    [[nodiscard]] SecretsAt placeNow() const;
    void tellPlace(const QString &fault = {});
    void tellSecret();
    void readModel(const link::LinkSettings &link, const std::function<void(Result<Connections>)> &done);
    void keep(const Settings &settings, std::function<void()> kept);
    /// The typed secret, else the kept one; a fault below the field when there is none.
    void withSecret(const Settings &settings, const Secret &typed, std::function<void(const Secret &)> go);
    [[nodiscard]] bool canKeepSecrets();

    QString m_folder;
    SettingsFile m_file;
    Settings m_settings;
    OpenedSecrets m_secrets;
    QThreadPool m_disk;
};

} // namespace deskbell::app
