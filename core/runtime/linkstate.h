// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QMetaType>
#include <QString>

namespace deskbell::runtime {

/// How the link to the phone provider is, as the window shows it.
struct LinkState {
    enum class Kind { Starting, Live, Slow, Offline, SignInNeeded };
    Kind kind = Kind::Starting;
    Instant since;
    Instant lastHeard; ///< last complete answer or push frame
    bool pushOpen = false;
    Duration skew{0}; ///< provider's clock minus ours
    QString detail; ///< the provider's or the network's own words, for the tooltip
    bool operator==(const LinkState &) const = default;
};

} // namespace deskbell::runtime
Q_DECLARE_METATYPE(deskbell::runtime::LinkState)
