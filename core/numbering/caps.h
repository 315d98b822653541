// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numbering/hoursrules.h"

#include <QString>
#include <optional>
#include <vector>

namespace deskbell::numbering {

/// What went to one person so far: first texts, follow-ups and reminders, oldest first. Answers do not count.
struct TextsSoFar {
    std::vector<Instant> sent;
    Instant lastWord; ///< the person's last text; not set: none
};

struct CapAnswer {
    std::optional<Instant> freeAt; ///< one more may go from here on, as far as caps go; nothing: never without a reply
    QString rule; ///< which cap put it off: "cap:all", "cap:24h", "cap:US-FL"; empty: none
};

/// The house's caps (2 in 24 h and 3 in all without a reply) and those of every rule the number can mean, all at once.
[[nodiscard]] CapAnswer askCaps(const std::vector<const HoursRule *> &rules, const TextsSoFar &texts, Instant at);

} // namespace deskbell::numbering
