// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/decide.h"

namespace deskbell::engine {

/// Words of a proposed text that promise what nothing stands behind: money in words ("ninety dollars", "half price",
/// "free of charge"), discounts, guarantees, refunds and liability, something done that only a confirmed booking may
/// say ("you're booked"), being human, links, addresses and numbers that are not the shop's, and signs a reader cannot
/// see. What the profile itself says in the same words is allowed. Empty: the text may go. Like untracedFigures(),
/// whoever made the text passes here.
[[nodiscard]] QStringList untracedClaims(const Turn &turn, const ThreadState &state, const Context &context);

} // namespace deskbell::engine
