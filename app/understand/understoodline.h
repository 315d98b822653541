// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/profile.h"

#include <QByteArray>

namespace deskbell::app {

/// One line {"text", "id"?, "now"?, "zone"?} in, one line {id, intents, value, bound, opt_out, urgent, kind, spam, …}
/// out, without a line end. "now" is wall time of "zone" (or of the profile's zone); without it \p now counts. Pure.
/// Errors tell in plain words what is wrong with the line; they never repeat its text.
[[nodiscard]] Result<QByteArray> understoodLine(const QByteArray &line, const Profile &profile, Instant now);

} // namespace deskbell::app
