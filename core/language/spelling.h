// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deskbell::language {

/// Accents off ("mañana" is "manana") and runs of three and more of a letter down to one ("stopppp" is "stop"). \p word
/// is in lower case.
[[nodiscard]] QString plainLetters(const QString &word);

/// The word of the house's vocabulary that \p word is with one slip of the thumb (a letter doubled, missing, one too
/// many, or two swapped); else \p word itself. Another letter in place of one is no slip: "testing" is not "texting".
/// Endings are never added or taken: "removed" is not "remove".
[[nodiscard]] QString spelling(const QString &word);

} // namespace deskbell::language
