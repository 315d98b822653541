// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/facts.h"

namespace deskbell::engine {

Fact::Fact() = default;
Fact::Fact(const Fact &) = default;
Fact::Fact(Fact &&) noexcept = default;
Fact &Fact::operator=(const Fact &) = default;
Fact &Fact::operator=(Fact &&) noexcept = default;
Fact::~Fact() = default;

} // namespace deskbell::engine
