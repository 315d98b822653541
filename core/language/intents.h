// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/tokens.h"

#include <QStringList>

namespace deskbell::language {

struct IntentClues {
    std::vector<int> times; ///< where the wished days and hours that the text names begin
    bool soonest = false; ///< no day is named, but "asap" or "the first one you have"
    bool alarm = false; ///< danger, an opt-out or a sales pitch was heard: nothing is guessed from the shape alone
    bool service = false; ///< it names something the shop does
    bool notOffered = false; ///< it names something the shop does not do
};

/// What the text wishes, out of: book, ask_price, ask_hours, ask_location, ask_services, reschedule, cancel, human,
/// wrong_number, yes, no, thanks, greeting, ask_bot, ask_who. Read clause by clause, so several at once; empty when nothing
/// is recognised. Urgency and opt-out are found by their own rules.
[[nodiscard]] QStringList findIntents(const Tokens &tokens, const IntentClues &clues);

} // namespace deskbell::language
