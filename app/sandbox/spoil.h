// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/faultbook.h"
#include "app/sandbox/httpanswer.h"

namespace deskbell::sandbox {

/// Turns a good answer into what the fault makes of it. Faults that do not touch an answer leave it alone.
void spoil(HttpAnswer& answer, const Fault& fault);
[[nodiscard]] HttpAnswer spoilt(HttpAnswer answer, const Fault& fault);

} // namespace deskbell::sandbox
