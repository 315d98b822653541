// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/tokens.h"

namespace deskbell::language {

/// Somebody who sells to the shop or baits it ("we can get you more reviews", "you have been selected", "your parcel is
/// held"), not a customer. A text that speaks like a customer ("I need", "can I book") is none unless it baits.
/// \p normalised and \p tokens are of the same text.
[[nodiscard]] bool isSpam(const QString &normalised, const Tokens &tokens);

} // namespace deskbell::language
