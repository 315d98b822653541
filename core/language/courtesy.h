// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/tokens.h"

namespace deskbell::language {

/// "ok thanks", "perfect, see you then": ends a conversation and waits for nothing. False for an empty text, which may
/// be a picture, and for anything with a question mark.
[[nodiscard]] bool isOnlyCourtesy(const Tokens &tokens);

} // namespace deskbell::language
