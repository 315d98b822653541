// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deskbell::language {

/// The text as everybody else types it: compatibility forms folded (full-width letters, ligatures), invisible format
/// characters gone (zero-width, direction marks), curly apostrophes and dashes straight, every run of space one blank.
/// Line breaks become ". " because people end sentences with them. Case is kept.
[[nodiscard]] QString normalise(const QString &text);

/// Letters and digits only, lower case: "S T O P." is "stop".
[[nodiscard]] QString lettersOnly(const QString &text);

} // namespace deskbell::language
