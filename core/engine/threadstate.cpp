// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/threadstate.h"

namespace deskbell::engine {

Phase::Phase() = default;
Phase::Phase(const Phase &) = default;
Phase::Phase(Phase &&) noexcept = default;
Phase &Phase::operator=(const Phase &) = default;
Phase &Phase::operator=(Phase &&) noexcept = default;
Phase::~Phase() = default;

} // namespace deskbell::engine
