// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace deskbell::nemesis {

/// Thrown where a real process would be gone. Whoever turns the clock catches it and throws away everything that lived
/// in memory.
struct PowerCut {
    const char *where;
};

/// The \p passing -th crash point that this thread passes from now on cuts the power; 0: none does. The names are the
/// product's own (core/base/crashpoint.h); builds without crash points have no cuts.
void armPowerCut(int passing);
/// Whether a cut is still to come.
[[nodiscard]] bool isPowerCutArmed();
/// Instead of throwing, the cut kills this very process, after \p last was called.
void makeCutsReal(std::function<void(const char *where)> last);
/// How many crash points this thread has passed.
[[nodiscard]] int passedCrashPoints();

} // namespace deskbell::nemesis
