// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace deskbell {

/// Wall clock. Alarms wake at least once a minute and compare with the wall, so sleep, a changed clock or a timer
/// longer than QTimer can hold (24 days) make an alarm late at worst, never lost.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] std::unique_ptr<Alarm> makeAlarm(std::function<void()> ring) override;
};

} // namespace deskbell
