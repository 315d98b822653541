// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/client.h"

#include <optional>

namespace deskbell::http {

/// Why this request must not leave, if it must not. Pure.
[[nodiscard]] std::optional<Error> whyUnusable(const Request &request);

/// "localhost" and the loopback addresses, in any spelling.
[[nodiscard]] bool isLoopback(const QString &host);

} // namespace deskbell::http
