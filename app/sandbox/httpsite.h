// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/httpanswer.h"
#include "app/sandbox/httprequest.h"

#include <functional>
#include <optional>

class QTcpSocket;

namespace deskbell::sandbox {

/// What all connections of one server share: who answers, and how many answers are owed.
struct HttpSite {
    /// Called once for each whole request, on the server's thread. May answer at once or keep the ticket.
    std::function<void(const HttpRequest&, Ticket)> handle;
    /// Asked before a websocket upgrade: nothing accepts it, an answer refuses it.
    std::function<std::optional<HttpAnswer>(const HttpRequest&)> gate;
    /// Owns the socket of an accepted upgrade; none of the request's bytes have been read from it.
    std::function<void(QTcpSocket*, const HttpRequest&)> adopt;
    std::function<qint64()> clockMs;
    int inFlight = 0; ///< requests read whole and not answered yet, over all clients
};

} // namespace deskbell::sandbox
