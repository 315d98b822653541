// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/tokens.h"

#include <QStringList>

namespace deskbell::language {

/// What the text wishes, out of: book, ask_price, ask_hours, ask_location, ask_services, reschedule, cancel, human,
/// wrong_number, yes, no, thanks, greeting, ask_bot, ask_who. Several at once; empty when nothing is recognised. Urgency and
/// opt-out are found by their own rules.
struct IntentClues {
    bool time = false; ///< the text names a day or an hour
    bool service = false; ///< it names something the shop does
    bool notOffered = false; ///< it names something the shop does not do
};
[[nodiscard]] QStringList findIntents(const Tokens &tokens, const IntentClues &clues);

} // namespace deskbell::language
