// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/tokens.h"

namespace deskbell::language {

/// A part of a text that says one thing.
struct Clause {
    Tokens tokens; ///< the first one starts
    int from = 0; ///< its place in the text
    [[nodiscard]] bool holds(int at) const { return at >= from && at < from + static_cast<int>(tokens.size()); }
};

/// The parts of a text, in order: between marks, at "and", "but", "also" before something new, and, since many type no
/// marks at all, before a question that begins in the middle ("something came up can we do friday").
[[nodiscard]] std::vector<Clause> clausesOf(const Tokens &tokens);

} // namespace deskbell::language
