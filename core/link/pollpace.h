// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <optional>

namespace deskbell::link {

/// The whole pace of the link in one place: how often the provider's lists are read, and how long to wait after
/// trouble. Chance comes in as a number from 0 up to 1, so a test can say it.
struct Pace {
    Duration ringing{2s}; ///< a call is open: the moment it ends is what the shop pays for
    Duration underWay{2s}; ///< a text of ours has not reached its caller yet
    Duration talking{3s}; ///< something happened in the last quarter of an hour
    Duration rest{5s}; ///< a caller who hangs up at once still has a text within 20 s
    Duration withPush{60s}; ///< the lists are only the safety net
    Duration firstBackOff{1s};
    Duration mostBackOff{60s};
    Duration tooMany{30s}; ///< after 429 without Retry-After, doubled each time
    Duration signIn{5min}; ///< a refused key is not tried in a loop
    Duration notRegistered{1h}; ///< the network refuses our number: each try costs a caller's text
};

/// A provider on this machine costs nothing to ask and waits for nobody.
[[nodiscard]] Pace paceFor(bool loopback);

struct PaceView {
    Instant now;
    bool pushOpen = false;
    bool callOpen = false;
    bool textUnderWay = false;
    Instant lastEvent; ///< a call or text that was news
};

[[nodiscard]] Duration pollEvery(const Pace &pace, const PaceView &view);

/// After \p failures in a row (1 = the first): doubling, then spread over the upper half so that many desks do
/// not come back at the same instant.
[[nodiscard]] Duration backOff(Duration first, Duration most, int failures, double chance);
[[nodiscard]] Duration afterFailure(const Pace &pace, int failures, double chance);
[[nodiscard]] Duration afterTooMany(const Pace &pace, int inARow, std::optional<Duration> retryAfter, double chance);

/// How many texts may be under way: halved when the provider says "too many", one more after each that went well.
class SendWindow
{
public:
    explicit SendWindow(int most)
        : m_most(most)
        , m_limit(most)
    {
    }
    void begin() { ++m_inFlight; }
    void end(bool tooMany);
    [[nodiscard]] int free() const { return m_limit > m_inFlight ? m_limit - m_inFlight : 0; }
    [[nodiscard]] int inFlight() const { return m_inFlight; }

private:
    int m_most;
    int m_limit;
    int m_inFlight = 0;
};

} // namespace deskbell::link
