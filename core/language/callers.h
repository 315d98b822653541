// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/tokens.h"

namespace deskbell::language {

/// Who texts, when it is no new customer: "job_status" (how is my car coming along), "supplier" (your parts are on the
/// truck), "job_seeker" (are you hiring); empty otherwise. None of them is a recovered lead.
[[nodiscard]] QString findCallerKind(const Tokens &tokens);

/// "Can you do earlier?", "something later": -1, +1; 0 when neither. "Later this week" and "see you later" are not.
[[nodiscard]] int findShift(const Tokens &tokens);

} // namespace deskbell::language
