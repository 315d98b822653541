// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nemesis/powercut.h"

#include "core/base/crashpoint.h"

#include <csignal>
#include <unistd.h>

namespace deskbell::nemesis {
namespace {
thread_local int left = 0;
thread_local int passed = 0;
std::function<void(const char *)> lastWords;
}

void armPowerCut(int passing) { left = passing; }

bool isPowerCutArmed() { return left > 0; }

void makeCutsReal(std::function<void(const char *)> last) { lastWords = std::move(last); }

int passedCrashPoints() { return passed; }

} // namespace deskbell::nemesis

#ifdef DESKBELL_CRASH_POINTS
namespace deskbell {

/// In place of the one that kills the process: the linker takes this one because it comes first.
void crashPoint(const char *name)
{
    ++nemesis::passed;
    if (nemesis::left == 0 || --nemesis::left > 0)
        return;
    if (!nemesis::lastWords)
        throw nemesis::PowerCut{name};
    nemesis::lastWords(name);
    ::kill(::getpid(), SIGKILL);
}

} // namespace deskbell
#endif
