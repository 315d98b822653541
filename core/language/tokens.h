// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <vector>

namespace deskbell::language {

/// A word or number of a text.
struct Token {
    QString word; ///< lower case, no apostrophes, abbreviations written out ("u" is "you", "thx" is "thanks")
    QString raw; ///< as typed
    int at = 0; ///< where it begins in the normalised text
    bool starts = false; ///< a sentence, or a part after a comma, begins here
    bool question = false; ///< its sentence ends with a question mark
    bool glued = false; ///< no blank before it: the "am" of "9am"
    bool dashed = false; ///< a dash or slash stands before it: the "4" of "2-4"
    bool money = false; ///< a currency sign stands before it
    bool masked = false; ///< belongs to an address or a car; not read as a time

    /// The number it is in figures or words; nothing for other words.
    [[nodiscard]] std::optional<int> number() const;
    [[nodiscard]] bool isCapital() const { return !raw.isEmpty() && raw.front().isUpper(); }
};

using Tokens = std::vector<Token>;

/// Reads a text that normalise() has been over. Figures with a unit are two tokens ("9am", "3p", "14th" keep the unit
/// as the next, glued token); "4runner", "f150" and "b4" stay one.
[[nodiscard]] Tokens tokenise(const QString &normalised);

} // namespace deskbell::language
