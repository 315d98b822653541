// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/rows.h"

namespace deskbell::ui {

inline constexpr int sectionCount = int(engine::Section::Done) + 1;

/// Out of the way of today's work: done, or kept quiet.
[[nodiscard]] inline bool isAside(engine::Section section)
{
    return section == engine::Section::Done || section == engine::Section::QuietList;
}

/// Whether \p left stands above \p right inside one section: urgent first, then the longest waiting, in the two
/// sections where people wait; the newest first elsewhere. Ties by thread, so that the order never depends on when
/// a row came in.
[[nodiscard]] bool standsBefore(const engine::ThreadRow &left, const engine::ThreadRow &right);

} // namespace deskbell::ui
