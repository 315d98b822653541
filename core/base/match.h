// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace deskbell {

/// Overload set for std::visit: a variant alternative without a branch does not compile.
template<class... Branches> struct Match : Branches... {
    using Branches::operator()...;
};
template<class... Branches> Match(Branches...) -> Match<Branches...>;

} // namespace deskbell
