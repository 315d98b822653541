// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deskbell::language {

/// The word without the endings of plural and verb: "coatings" and "coating" are "coat", "unclogging" is "unclog".
[[nodiscard]] QString stem(const QString &word);

/// The same word, with a typing slip allowed in longer ones (one wrong, missing, doubled or swapped letter from five
/// letters on, two from nine on). Compares stems.
[[nodiscard]] bool sameWord(const QString &typed, const QString &meant);

/// Words that carry no subject ("the", "can", "please").
[[nodiscard]] bool isSmallWord(const QString &word);

} // namespace deskbell::language
