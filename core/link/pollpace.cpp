// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/pollpace.h"

#include <algorithm>

namespace deskbell::link {

Pace paceFor(bool loopback)
{
    if (!loopback)
        return {};
    Pace pace;
    pace.ringing = pace.underWay = 250ms;
    pace.talking = 500ms;
    pace.rest = 1s;
    pace.withPush = 15s;
    pace.firstBackOff = 250ms;
    pace.mostBackOff = 5s;
    pace.tooMany = 1s;
    pace.signIn = 2s;
    pace.notRegistered = 2s;
    return pace;
}

Duration pollEvery(const Pace &pace, const PaceView &view)
{
    if (view.pushOpen)
        return pace.withPush;
    if (view.callOpen)
        return pace.ringing;
    if (view.textUnderWay)
        return pace.underWay;
    const bool busy = view.lastEvent.isSet() && view.now - view.lastEvent < 15min;
    return busy ? pace.talking : pace.rest;
}

Duration backOff(Duration first, Duration most, int failures, double chance)
{
    const int doublings = std::clamp(failures - 1, 0, 16);
    const Duration full = std::min(most, first * (1 << doublings));
    return Duration(qint64(double(full.count()) * (0.5 + 0.5 * std::clamp(chance, 0.0, 1.0))));
}

Duration afterFailure(const Pace &pace, int failures, double chance)
{
    return backOff(pace.firstBackOff, pace.mostBackOff, failures, chance);
}

Duration afterTooMany(const Pace &pace, int inARow, std::optional<Duration> retryAfter, double chance)
{
    if (!retryAfter)
        return backOff(pace.tooMany, std::max(pace.tooMany * 10, pace.mostBackOff), inARow, chance);
    // Never earlier than asked, never so late that nobody would believe it.
    return std::min<Duration>(*retryAfter, 15min) + Duration(qint64(250 * chance));
}

void SendWindow::end(bool tooMany)
{
    --m_inFlight;
    m_limit = tooMany ? std::max(1, m_limit / 2) : std::min(m_most, m_limit + 1);
}

} // namespace deskbell::link
