// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"

namespace deskbell::profile {

/// Brightside Detailing, the shop of the demo: resources/profiles/demo-detailing.json, compiled in.
[[nodiscard]] Profile demoProfile();
/// The same as bytes, for whoever wants to start from it.
[[nodiscard]] QByteArray demoProfileJson();

} // namespace deskbell::profile
