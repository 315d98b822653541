// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/timewish.h"

#include <QStringList>

namespace deskbell::language {

/// A wished time in writing that other programs read, in wall time of the shop: "2026-12-11", "2026-12-11T10:00" or,
/// where only an hour was said, "T10:00".
struct TimeValue {
    QStringList value; ///< a moment or day; first and last (a last day inclusive); empty: none was named
    QString bound; ///< "after" or "before" the only one; or empty
    bool operator==(const TimeValue &) const = default;
};

[[nodiscard]] TimeValue timeValue(const TimeWish &wish);
/// Of the one that wishedTime() chooses. "As soon as you can" names no time.
[[nodiscard]] TimeValue timeValue(const std::vector<TimeWish> &times, bool moving);

} // namespace deskbell::language
