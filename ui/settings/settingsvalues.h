// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QTime>
#include <QVector>

namespace deskbell::ui {

// What the settings page is given and hands out. Plain values: the page reads no disk, no network, no secret.

struct ProviderFields {
    QString address;
    QString accountSid;
    QString apiKey;
    QString number;
    bool push = false;
    bool operator==(const ProviderFields &) const = default;
};
enum class ProviderField { Address, AccountSid, ApiKey, Secret, Number };
/// Field → one plain sentence about what is wrong with it.
using ProviderFaults = QHash<ProviderField, QString>;

/// One thing that was tried, as `deskbell doctor` says it, too.
struct CheckLine {
    enum class State { Works, Note, Fails };
    State state = State::Works;
    QString name;
    QString what;
    QString todo; ///< may be empty
    bool operator==(const CheckLine &) const = default;
};

struct ProviderState {
    enum class Kind { NotSetUp, NotTried, Trying, Working, Failing };
    Kind kind = Kind::NotSetUp;
    QTime checkedAt; ///< in the shop's time; not valid: not said
    QVector<CheckLine> checks;
};

/// Where the secrets are, and what it needs.
struct SecretsState {
    enum class Kind { Looking, KeyStore, NoVaultYet, VaultLocked, VaultOpen };
    Kind kind = Kind::Looking;
    bool busy = false; ///< a key is being made from the passphrase
    QString news; ///< what changed, in plain words; may be empty
    QString fault; ///< of the last try ("That is not the vault's passphrase."); may be empty
};

struct ProgramFacts {
    QString version;
    QString dataFolder;
};

} // namespace deskbell::ui
