// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/domain/phonenumber.h"

#include <QUrl>
#include <optional>
#include <vector>

namespace deskbell::link {

/// Everything the link to the phone provider must be told. A plain value: to change something, make a new link.
struct LinkSettings {
    /// "https://api.twilio.com", or that of a service speaking the same language; a path in it is put before every
    /// path. Plain http only to this machine.
    QUrl base;
    QUrl lookupBase; ///< "https://lookups.twilio.com"; empty: a number's prefix has to do
    QString accountSid;
    QString key; ///< an API key's name; empty: the account itself signs in
    QString secret; ///< never logged, never in an Error
    bool bearer = false; ///< the service wants the secret as a bearer token
    /// The shop's numbers. Calls and texts of other numbers of the account are left alone; empty: all are the shop's.
    std::vector<PhoneNumber> lines;

    bool push = false; ///< the provider also pushes events over a websocket at base/events
    /// Texts under way at the same time. Nothing: 400 on this machine, where a slow answer is the only limit, 64
    /// elsewhere; fewer as soon as the provider says "too many".
    std::optional<int> connections;
    QByteArray extraCertificates; ///< PEM, trusted besides the system's; the clients of the link need them too
    Duration sendDeadline{20s}; ///< network time, not Clock time
    Duration readDeadline{20s}; ///< of one page of a list
    /// A caller's leg that ended without an answered leg waits so long for legs that come to light late.
    /// Nothing: half a second on this machine, three seconds elsewhere.
    std::optional<Duration> settleAfter;
};

/// Errors: Unusable, naming the setting and what is wrong with it.
[[nodiscard]] Result<void> check(const LinkSettings &settings);

/// The address names this machine: no carrier, no router and nobody's list replicas lie between.
[[nodiscard]] bool isLoopback(const QUrl &url);

} // namespace deskbell::link
