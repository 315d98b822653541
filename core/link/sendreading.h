// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/client.h"
#include "core/runtime/ports.h"

namespace deskbell::link {

/// What came of one create request. When in doubt it is Unclear: an unclear text is looked up, a wrongly "refused"
/// one would be sent twice.
struct SendReading {
    runtime::SendAnswer answer;
    enum class Wait { None, TooMany, Unreachable, SignIn } wait = Wait::None;
    std::optional<Duration> retryAfter; ///< as the provider asked
    QString alarm; ///< not empty: something a person should look into; holds no text and no whole number
};

[[nodiscard]] SendReading readSendAnswer(const http::Reply &reply, const runtime::OutgoingText &text);

} // namespace deskbell::link
