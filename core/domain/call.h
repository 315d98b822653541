// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/instant.h"
#include "core/domain/phonenumber.h"

namespace deskbell {

using CallId = Id<struct CallTag>; ///< the provider's own id of the root leg, opaque

/// How a call to the shop ended, all legs taken together.
enum class CallResult {
    Ringing, ///< not settled yet
    NoAnswer, ///< rang out
    Busy,
    Abandoned, ///< the caller hung up before anyone could answer
    Voicemail, ///< nobody talked; a message may exist
    Answered, ///< a person talked to the caller
};

/// What the caller's carrier says of the number shown (STIR/SHAKEN).
enum class Attestation {
    Unknown,
    Full, ///< A: the caller may use this number
    Partial, ///< B: a known customer, the number not checked
    Gateway, ///< C: only passed on
    Failed, ///< the proof does not hold
};

struct Call {
    CallId id;
    PhoneNumber from;
    PhoneNumber line; ///< the shop's number that was called
    QString callerName; ///< as the network says it; untrusted, may be empty
    Instant startedAt;
    Instant endedAt; ///< not set while it rings, or when the provider does not say
    Duration rang{0};
    Duration voicemail{0};
    CallResult result = CallResult::Ringing;
    LineType lineType = LineType::Unknown; ///< when the provider told it with the call
    Attestation attestation = Attestation::Unknown;
    bool outgoing = false; ///< somebody of the shop called the caller

    [[nodiscard]] bool isMissed() const
    {
        return !outgoing && result != CallResult::Ringing && result != CallResult::Answered;
    }
    bool operator==(const Call &) const = default;
};

} // namespace deskbell
