// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/phonenumber.h"
#include "core/link/linksettings.h"
#include "core/llm/modelsettings.h"
#include "core/secrets/secretstore.h"

#include <QCoreApplication>
#include <vector>

namespace deskbell::app {

/// Translation context of what app/settings says to people.
struct SettingsWords {
    Q_DECLARE_TR_FUNCTIONS(deskbell::app::SettingsWords)
};

/// Everything a person sets for this computer. A plain value without a secret: those are in the key store or the vault,
/// under secretName(). The shop's own rules and prices are its profile, not here.
struct Settings {
    // Phone provider
    QUrl address{QStringLiteral("https://api.twilio.com")};
    QUrl lookupAddress{QStringLiteral("https://lookups.twilio.com")}; ///< empty: no look-up of line types
    QString accountSid; ///< empty: no provider is set up
    QString apiKey; ///< SID of the key; empty: the account's own token signs in
    PhoneNumber number; ///< the shop's; withheld: every number of the account is the shop's
    bool push = false;
    SecretPlace secretsIn = SecretPlace::None;

    // Language model
    QUrl modelAddress;
    QString modelName; ///< empty: none is connected
    llm::Dialect modelDialect = llm::Dialect::OpenAi;
    bool modelHasKey = false;

    // This seat
    QString seat;

    // Display
    enum class Theme { System, Light, Dark };
    Theme theme = Theme::System;
    int textPercent = 100; ///< 100, 115 or 130
    bool highContrast = false;
    bool reduceMotion = false;

    [[nodiscard]] bool hasProvider() const { return !accountSid.isEmpty(); }
    [[nodiscard]] bool hasModel() const { return !modelName.isEmpty(); }
    bool operator==(const Settings &) const = default;
};

// What a person typed. Errors: Unusable, one plain sentence for that person.
[[nodiscard]] Result<QUrl> readAddress(const QString &typed);
/// Opaque, because other providers have other shapes: not empty, no blanks, nothing that would break an address.
[[nodiscard]] Result<QString> readAccountSid(const QString &typed);
/// As the account SID, but may be empty.
[[nodiscard]] Result<QString> readApiKey(const QString &typed);
[[nodiscard]] Result<PhoneNumber> readShopNumber(const QString &typed);
[[nodiscard]] Result<QString> readSeat(const QString &typed);

/// Another address means another look-up of line types: at Twilio a host of its own, elsewhere the same.
[[nodiscard]] QUrl lookupBeside(const QUrl &address);

/// Where the provider's secret is kept: a name for each account and key, so that another account never meets this
/// one's secret, and coming back to an account finds its secret again.
[[nodiscard]] QString secretName(const Settings &settings);

[[nodiscard]] QString modelSecretName(const Settings &settings);

[[nodiscard]] link::LinkSettings linkSettings(const Settings &settings, const Secret &secret);
/// \p key is empty where the model needs none.
[[nodiscard]] llm::ModelSettings modelSettings(const Settings &settings, const Secret &key);

/// "the desktop's key store", "a vault that a passphrase locks"; for sentences.
[[nodiscard]] QString placeName(SecretPlace place);

} // namespace deskbell::app
