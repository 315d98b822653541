// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace deskbell::nemesis {

/// Which rule is broken on purpose; 0: none. Only deskbell-mutant carries sources that ask.
void chooseMutation(int number);
/// Asked by the mutated sources: see tests/nemesis/mutations.cmake.
[[nodiscard]] bool mutated(int number);

} // namespace deskbell::nemesis
