// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/client.h"

#include <chrono>

namespace deskbell::http {

using Steady = std::chrono::steady_clock;

/// A request on its way, as the network thread sees it.
struct Job {
    quint64 id = 0;
    Request request;
    QByteArray origin; ///< scheme, host and port: what shares connections
    Steady::time_point sentAt;
    Duration sentAtAwake = 0ms; ///< by wakefulClock()

    [[nodiscard]] Steady::time_point deadline() const { return sentAt + request.deadline; }
    /// Past Request::leaveWithin. Thread-safe.
    [[nodiscard]] bool isStale() const;
};

struct Finished {
    quint64 id = 0;
    Reply reply;
};

[[nodiscard]] Job makeJob(quint64 id, Request request);

/// A clock that nobody sets and that goes on while the machine sleeps.
[[nodiscard]] Duration wakefulClock();

} // namespace deskbell::http
