// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace deskbell::language {

/// What a text costs to send (3GPP TS 23.038): 160 septets alone, 153 in each part of a longer one. Letters of the
/// extension table ("€", "[", …) take two septets, never split between parts. One letter outside both tables makes the
/// whole text UCS-2: 70 units alone, 67 in parts; a letter beyond the first plane takes two, never split either.
struct TextCost {
    int used = 0; ///< septets or UTF-16 units
    int room = 160; ///< of all parts together
    int parts = 0; ///< 0 for no text
    bool plain = true; ///< only letters of the two tables
    bool operator==(const TextCost &) const = default;
};
[[nodiscard]] bool isPlain(QChar letter); ///< in one of the two tables
[[nodiscard]] TextCost costOf(const QString &text);

/// A letter that makes the whole text dearer.
struct DearLetter {
    qsizetype at = 0; ///< index of its first unit
    QString letter; ///< one character, two units beyond the first plane
    QString instead; ///< what says the same for less; empty with \c canDrop: leave it out
    bool canDrop = false; ///< invisible: nothing is lost without it
    [[nodiscard]] bool hasCure() const { return canDrop || !instead.isEmpty(); }
    bool operator==(const DearLetter &) const = default;
};
/// In the order they stand in; empty for a plain text.
[[nodiscard]] std::vector<DearLetter> dearLetters(const QString &text);

/// Quotes, dashes, blanks and the like in their plain form: how it reads does not change. Safe for any text of ours.
[[nodiscard]] QString withPlainMarks(const QString &text);
/// Every letter that has a cure replaced, accents too ("ê" becomes "e"): offered to people, never done unasked.
[[nodiscard]] QString withEveryCure(const QString &text);

} // namespace deskbell::language
