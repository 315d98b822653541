// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/domain/phonenumber.h"

#include <QString>

namespace deskbell::engine {

/// One word about whether a number may be texted. Kept for ever and by number: a no on one line of the shop holds on
/// all of them, and the latest entry of a number counts. Pure value.
struct ConsentEntry {
    PhoneNumber number; ///< never withheld
    bool given = false; ///< false: no texts any more; true: texts again
    Instant at;
    /// No: "keyword", "plain_words", "call_instead", "assistant", "block_code", "spoken", "do_not_call".
    /// Again: "start", "yes", "lifted".
    QString manner;
    QString words; ///< what was written or said; an erasure takes these, never the entry
    QString channel; ///< "text", "provider", "staff"
    QString who; ///< the seat; empty: the caller or the provider
    bool operator==(const ConsentEntry &) const = default;
};

} // namespace deskbell::engine
