// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/check.h"
#include "core/http/client.h"
#include "core/link/linksettings.h"

namespace deskbell::app {

/// What the answer to a list of one text says about address, sign-in and clocks, in plain words. Pure.
/// \p now is this computer's clock when the answer came.
[[nodiscard]] Checks verdictOn(const link::LinkSettings &settings, const http::Reply &reply, Instant now);

/// The shop's numbers as they are set.
[[nodiscard]] Check verdictOnNumber(const link::LinkSettings &settings);

} // namespace deskbell::app
