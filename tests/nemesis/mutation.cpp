// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nemesis/mutation.h"

namespace deskbell::nemesis {
namespace {
int chosen = 0;
}

void chooseMutation(int number) { chosen = number; }

bool mutated(int number) { return chosen == number; }

} // namespace deskbell::nemesis
