// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/ports.h"

namespace deskbell::assist {

/// The mind that needs nothing but the program: rules over the profile. Same question, same answer. Every figure,
/// time and place it says comes from the profile and is named in the turn's sources; what it does not know it hands
/// over. Pure; any thread; about a millisecond.
///
/// What it says is only its own part: the engine adds offered times, confirmations and, where the text is empty, the
/// hand-over's words. Its rules ("ask.name", "price", "unsure", …) are remembered with the conversation and are how it
/// knows what it asked last.
[[nodiscard]] engine::Turn think(const runtime::TurnRequest &request, const Profile &profile);

} // namespace deskbell::assist
