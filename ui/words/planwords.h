// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/words/journalwords.h"

#include <optional>

namespace deskbell::ui {

/// Journal lines about when automatic texts may go; nothing for other codes.
[[nodiscard]] std::optional<JournalWords> planWords(const engine::JournalLine &line, const Profile &profile);

/// Why a text is planned: "First follow-up", "First text, held until it may go".
[[nodiscard]] QString plannedWhy(const QString &rule, bool waiting);

} // namespace deskbell::ui
