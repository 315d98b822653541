// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/turn.h"

#include <QTimeZone>
#include <vector>

namespace deskbell::calendar {

struct Choice {
    std::vector<Slot> slots; ///< in order of time
    bool exact = false; ///< slots[0] is just what was wished
};

/// What a good receptionist would name out of everything that is free. An exact wish: only that slot, else the
/// nearest ones of the same day, else of the nearest days. Any other wish: at most \p count slots inside it that
/// differ (other days, another part of the day); nothing inside it: the nearest outside. Pure.
[[nodiscard]] Choice chooseSlots(
    const std::vector<Slot> &free, const engine::Wish &wish, int count, const QTimeZone &zone);

} // namespace deskbell::calendar
