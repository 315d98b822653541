// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/link/records.h"

namespace deskbell::link {

// How a call ended, told by its legs. Pure.

/// The shop's own call: started by a click, a program or one of its phones.
[[nodiscard]] bool isOutgoing(const CallRecord &root);
/// A leg on which a person talked.
[[nodiscard]] bool wasAnswered(const CallRecord &leg);
/// All legs are over. Never Ringing.
[[nodiscard]] CallResult outcomeOf(const CallRecord &root, const std::vector<CallRecord> &legs);
/// Who called whom and when, result left as it is.
[[nodiscard]] Call describe(const CallRecord &root, const std::vector<CallRecord> &legs);

} // namespace deskbell::link
