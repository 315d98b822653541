// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/check.h"

namespace deskbell::app {

[[nodiscard]] bool anyFails(const Checks &checks);

/// For people: a line each, what to do below it, and a last line that sums up.
[[nodiscard]] QString textReport(const Checks &checks);
/// {"ok": bool, "checks": [{"check", "name", "state": "works"|"note"|"fails", "what", "do"}]} in one line.
[[nodiscard]] QString jsonReport(const Checks &checks);

} // namespace deskbell::app
