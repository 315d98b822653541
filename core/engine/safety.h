// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"

namespace deskbell::engine {

/// Where help is called in the shop's country: 911, 999, 000, 111, else 112, which most of the world and every mobile
/// phone understands.
[[nodiscard]] QString emergencyNumber(const Profile &profile);

/// The locked words for a caller in danger or in need of a person now. Not the shop's to change, plain GSM-7, true
/// whoever has been reached so far: they name where help is, and say no more than that people are being told.
[[nodiscard]] QString safetyText(const Profile &profile, const QString &kind, AlertLevel level, Instant now);

} // namespace deskbell::engine
