// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace deskbell::link {

/// What an error code of the provider means for what we do next. The engine gets the code itself and chooses words
/// and call-backs by it; this is the part the link acts on.
enum class Consequence {
    Unlisted, ///< not in the table: the HTTP status or the text's state decides
    SignIn, ///< the account or its key does not work: nothing can be sent until a person mends it
    Setup, ///< our number or service is set up wrongly: every text would fail
    NotRegistered, ///< the network refuses our number until it is registered: every text would fail
    OptedOut, ///< the caller said stop to this number
    Landline, ///< cannot receive texts
    Unreachable, ///< no such number, switched off, blocked, or a country that is closed to us
    Filtered, ///< taken for spam: the same words must not be sent again
    TemplateNeeded, ///< outside the 24 hours in which free words are allowed (WhatsApp)
    TooLate, ///< its time to live ran out
    MaybeSent, ///< failed as far as the provider knows, but may be with the caller: never send again
    Later, ///< not now: too many, queue full, daily cap
    OurFault, ///< a request we should not have made
    Unclear, ///< the provider itself does not know whether it did it
};

[[nodiscard]] Consequence consequenceOf(int code);

} // namespace deskbell::link
