// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <chrono>
#include <compare>

namespace deskbell {

using Duration = std::chrono::milliseconds;
using namespace std::chrono_literals; // 20s and 30min read as themselves everywhere

/// A point in time: milliseconds since 1970-01-01 UTC. Knows no zone; wall times are made where a zone is at hand.
struct Instant {
    qint64 ms = 0;

    [[nodiscard]] static Instant fromDateTime(const QDateTime &when) { return {when.toMSecsSinceEpoch()}; }
    [[nodiscard]] QDateTime utc() const { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC); }
    /// 0 means "never set"; no event of this trade happened in 1970.
    [[nodiscard]] bool isSet() const { return ms != 0; }

    auto operator<=>(const Instant &) const = default;
};

[[nodiscard]] inline Instant operator+(Instant at, Duration by)
{
    return {at.ms + by.count()};
}

[[nodiscard]] inline Instant operator-(Instant at, Duration by)
{
    return {at.ms - by.count()};
}

[[nodiscard]] inline Duration operator-(Instant later, Instant earlier)
{
    return Duration(later.ms - earlier.ms);
}

} // namespace deskbell
