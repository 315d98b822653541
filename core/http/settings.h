// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QByteArray>

namespace deskbell::http {

struct Settings {
    QByteArray userAgent;
    /// PEM certificates trusted besides the system's. Certificates are always verified; there is no way to turn it off.
    QByteArray extraCertificates;
    /// Connections to one host while it answers quickly: more would only cost. Also the most that are being opened at
    /// one time, so that a burst does not fall upon a host as hundreds of TLS handshakes.
    int connections = 32;
    /// Connections to one host that takes longer than slowAnswer: there only more of them bring more answers a second.
    /// Each is a file descriptor (a process usually has 1,024).
    int connectionsWhenSlow = 400;
    Duration slowAnswer = 10ms;
};

} // namespace deskbell::http
