// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSslConfiguration>
#include <functional>
#include <optional>
#include <vector>

namespace deskbell::sandbox {

/// How one phone company is set up. All members may be left as they are.
struct Settings {
    quint16 port = 0; ///< 0 = a free one
    QByteArray accountSid = QByteArrayLiteral("ACde5bbe11de5bbe11de5bbe11de5bbe11");
    /// `user:password` of Basic authentication. Empty: any pair whose two halves are not empty is let in.
    QByteArray apiKey;
    /// Numbers texts may leave from; the first is the default line. Empty: any dialable number may be a sender.
    std::vector<QByteArray> shopNumbers;
    double speed = 1; ///< 10 = rings, voicemails, deliveries and lags take a tenth of their time
    qint64 sentAfterMs = 250; ///< queued -> sent
    qint64 deliveredAfterMs = 600; ///< sent -> delivered or undelivered
    /// Landlines are refused at once with 21614 instead of accepted and later undelivered with 30006.
    bool refuseLandlines = false;
    /// The company's own words after STOP, START and HELP also stand in the messages list (as outbound-reply).
    bool listOwnReplies = false;
    /// Milliseconds since 1970 for every date told; empty = the wall clock. Delays run on real time all the same.
    std::function<qint64()> clockMs;
    quint64 seed = 0; ///< of the SIDs; 0 = another one each time
    std::optional<QSslConfiguration> tls;

    /// Where a call or text without a number of the shop goes.
    [[nodiscard]] QByteArray defaultLine() const
    {
        return shopNumbers.empty() ? QByteArrayLiteral("+15550100200") : shopNumbers.front();
    }
};

} // namespace deskbell::sandbox
