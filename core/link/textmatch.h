// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/link/records.h"
#include "core/runtime/ports.h"

namespace deskbell::link {

// Which row of the provider is which text of ours. Pure.

/// Equal but for line ends, composed letters and space around; or \p shown ends with \p ours (a trial account puts
/// a notice before every text); or the provider hides its texts.
[[nodiscard]] bool sameWords(const TextRecord &shown, const QString &ours);

/// The row may be the text that was asked for: ours in direction, numbers and words, created since t0 - 120 s.
/// \p skew is the provider's clock minus ours. Whether the row belongs to another order is for the caller to say.
[[nodiscard]] bool matches(const TextRecord &row, const runtime::LookQuestion &question, Duration skew);

/// Rows created before this cannot match; the list is newest first, so reading can stop.
[[nodiscard]] Instant oldestMatch(const runtime::LookQuestion &question, Duration skew);

/// Words the provider's own machinery says to STOP, START and HELP. They are nobody's hand in the conversation.
[[nodiscard]] bool isAutoReply(const TextRecord &row);

/// The row in the words of the domain. Times stay the provider's; instants it does not tell stay unset.
[[nodiscard]] ProviderText textOf(const TextRecord &row);

} // namespace deskbell::link
