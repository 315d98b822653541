// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"
#include "core/profile/jsonnode.h"

namespace deskbell::profile {

/// Complains about templates that must not be used: unknown placeholders, reserved words, too long for any network.
void checkWords(const JsonNode &root, const Profile &profile);

/// What is allowed but unwise in the shop's own words, one line each with its path: longer or dearer than need be, no
/// name, offers in automatic texts. Empty: nothing.
[[nodiscard]] QStringList wordsAdvice(const Profile &profile);

} // namespace deskbell::profile
