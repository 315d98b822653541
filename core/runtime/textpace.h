// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/domain/phonenumber.h"

#include <QHash>
#include <deque>

namespace deskbell::runtime {

/// How fast texts may leave: so many a second from each of the shop's numbers, because carriers drop what comes faster,
/// and so many a minute of those that are late (a night of sleep, an outage), so that no backlog is dumped on callers.
/// Plain value, asked with the time in hand; 0 is no limit.
class TextPace
{
public:
    void setLimits(int perSecondAndLine, int latePerMinute);
    /// When a text of this line may leave: now, or a later instant.
    [[nodiscard]] Instant freeAt(const PhoneNumber &line, bool late, Instant now) const;
    void left(const PhoneNumber &line, bool late, Instant now);

private:
    using Recent = std::deque<Instant>;
    [[nodiscard]] static Instant freeAt(const Recent &recent, int most, Duration span, Instant now);
    static void note(Recent &recent, int most, Instant now);

    int m_perSecond = 0;
    int m_latePerMinute = 0;
    QHash<PhoneNumber, Recent> m_lines;
    Recent m_late;
};

} // namespace deskbell::runtime
