// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/skewmeter.h"

#include <algorithm>
#include <vector>

namespace deskbell::link {
namespace {

constexpr std::size_t mostReadings = 9;
constexpr Duration clockWasSet = 60s; ///< a jump that is no noise
constexpr Duration noise = 5s;
constexpr Duration believableFuture = 5min;

} // namespace

void SkewMeter::note(Instant theirs, Instant ours, Duration took)
{
    if (!theirs.isSet())
        return;
    // Date is cut to the second and was written somewhere between request and answer.
    const Duration reading = (theirs + 500ms) - (ours - took / 2);
    if (!m_readings.empty() && std::chrono::abs(reading - m_skew) > clockWasSet)
        m_readings.clear();
    m_readings.push_back(reading);
    if (m_readings.size() > mostReadings)
        m_readings.pop_front();
    std::vector<Duration> sorted(m_readings.begin(), m_readings.end());
    const auto middle = sorted.begin() + std::ptrdiff_t(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    m_skew = *middle;
}

Instant SkewMeter::toOurs(Instant theirs, Instant now) const
{
    if (!theirs.isSet())
        return now;
    const Instant ours = std::chrono::abs(m_skew) < noise ? theirs : theirs - m_skew;
    return ours > now + believableFuture ? now : ours;
}

} // namespace deskbell::link
