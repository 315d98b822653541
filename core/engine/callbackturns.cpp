// SPDX-License-Identifier: GPL-3.0-or-later
// Whose turn it is to call, and when again.
#include "core/engine/working.h"

namespace deskbell::engine {
namespace {

constexpr Duration claimHolds = 15min; // longer than a call that goes unanswered, shorter than a forgotten one

enum class DayPart { Morning, Afternoon, Evening };

const QTime noon{12, 0};
const QTime evening{16, 0};

DayPart partOf(QTime wall)
{
    if (wall < noon)
        return DayPart::Morning;
    return wall < evening ? DayPart::Afternoon : DayPart::Evening;
}

Instant nextPart(Instant at, const QTimeZone &zone)
{
    const QDateTime wall = toWall(at, zone);
    switch (partOf(wall.time())) {
    case DayPart::Morning: return toInstant(wall.date(), noon, zone);
    case DayPart::Afternoon: return toInstant(wall.date(), evening, zone);
    case DayPart::Evening: return toInstant(wall.date().addDays(1), QTime(0, 0), zone);
    }
    return at;
}

} // namespace

Instant nextTryAt(const OpeningHours &hours, const QTimeZone &zone, Instant now)
{
    constexpr Duration apart = 2h;
    constexpr int looks = 90; // three parts of thirty days
    const DayPart tried = partOf(toWall(now, zone).time());
    Instant at = now + apart;
    for (int look = 0; look < looks; ++look) {
        const auto open = nextOpening(hours, at, zone);
        if (!open)
            break;
        at = *open;
        if (partOf(toWall(at, zone).time()) != tried)
            return at;
        at = nextPart(at, zone);
    }
    // A shop that opens for one part of the day only: the same hour of its next open time.
    return addOpenTime(hours, now, 4h, zone);
}

bool isClaimed(const CallbackItem &item, Instant now)
{
    return !item.done && !item.claimedBy.isEmpty() && now < item.claimedAt + claimHolds;
}

void onCallbackClaimed(Working &w, const fact::CallbackClaimed &fact)
{
    ThreadState &s = w.state();
    if (!s.callback || s.callback->done)
        return;
    CallbackItem &item = *s.callback;
    if (isClaimed(item, w.now()) && item.claimedBy != fact.seat) {
        w.journal("callback.claim_refused", {fact.seat, item.claimedBy});
        return;
    }
    item.claimedBy = fact.seat;
    item.claimedAt = w.now();
    w.journal("callback.claimed", {fact.seat});
    acknowledgeAlert(w, fact.seat);
}

void onCallbackReleased(Working &w, const fact::CallbackReleased &fact)
{
    ThreadState &s = w.state();
    if (!s.callback || s.callback->claimedBy.isEmpty())
        return;
    s.callback->claimedBy.clear();
    w.journal("callback.released", {fact.seat});
}

} // namespace deskbell::engine
