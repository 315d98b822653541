// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/check.h"
#include "core/base/instant.h"
#include "core/link/linksettings.h"

#include <QObject>
#include <functional>

namespace deskbell::app {

/// Tries the provider: name, connection, certificate, sign-in, clocks by asking for a list of one text; then the push
/// channel's handshake, where one is wanted. Sends nothing to any caller, changes nothing. \p done is called once, not
/// inside the call, on this thread, unless \p context goes first. Takes \p limit at most for each of the two.
void examineProvider(
    const link::LinkSettings &settings, QObject *context, std::function<void(Checks)> done, Duration limit = 10s);

} // namespace deskbell::app
