// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <deque>

namespace deskbell::link {

/// How far the provider's clock is from ours, by the Date header of its answers. The header knows whole seconds and
/// answers take time, so single readings scatter by a second; a clock that was set shows at once. Pure.
class SkewMeter
{
public:
    /// \p theirs from an answer that was complete at \p ours and took \p took.
    void note(Instant theirs, Instant ours, Duration took);
    /// Provider's clock minus ours; 0 until known.
    [[nodiscard]] Duration skew() const { return m_skew; }
    [[nodiscard]] bool isKnown() const { return !m_readings.empty(); }

    [[nodiscard]] Instant toTheirs(Instant ours) const { return ours + m_skew; }
    /// The provider's instant by our clock. Small differences are left alone: they are noise. An instant that is not
    /// set or lies in the future cannot be trusted and becomes \p now.
    [[nodiscard]] Instant toOurs(Instant theirs, Instant now) const;

private:
    std::deque<Duration> m_readings;
    Duration m_skew{0};
};

} // namespace deskbell::link
