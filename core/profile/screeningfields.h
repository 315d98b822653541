// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/screeningrules.h"

#include <span>

namespace deskbell::profile {

// The names of the screening rules in a file, once for reader and writer.

struct PointField {
    const char *key;
    int ScreeningRules::*member;
    int least;
    int most;
};
struct MissedField {
    const char *key;
    bool MissedRules::*member;
};

[[nodiscard]] std::span<const PointField> pointFields();
[[nodiscard]] std::span<const MissedField> missedFields();

} // namespace deskbell::profile
