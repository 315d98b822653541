// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/profile.h"
#include "core/runtime/appointmentbook.h"

namespace deskbell::app {

/// A believable week of visits around \p now, with gaps to offer. Doing it twice changes nothing.
[[nodiscard]] Result<void> fillDemoBook(runtime::AppointmentBook &book, const Profile &profile, Instant now);

} // namespace deskbell::app
