// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"
#include "core/engine/decide.h"
#include "ui/words/systemline.h"

namespace deskbell::ui {

/// One entry of "Why the AI did that".
struct JournalWords {
    Mark mark = Mark::None;
    QString what; ///< "Quoted $1,150"
    QString why; ///< "From your price list: Ceramic / SUV or truck"; may be empty
    bool minor = false; ///< only in the full log: steps that explain nothing by themselves
    bool operator==(const JournalWords &) const = default;
};

/// Codes as core/engine/codes.h lists them; unknown ones are shown readable and count as minor.
[[nodiscard]] JournalWords journalWords(const engine::JournalLine &line, const Profile &profile);

} // namespace deskbell::ui
