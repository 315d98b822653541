// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/textpace.h"

#include <algorithm>

namespace deskbell::runtime {

void TextPace::setLimits(int perSecondAndLine, int latePerMinute)
{
    m_perSecond = perSecondAndLine;
    m_latePerMinute = latePerMinute;
}

/// The last \p most departures are remembered; the oldest of them must lie a whole span back.
Instant TextPace::freeAt(const Recent &recent, int most, Duration span, Instant now)
{
    if (most <= 0 || recent.size() < static_cast<size_t>(most))
        return now;
    const Instant oldest = recent[recent.size() - static_cast<size_t>(most)];
    // A clock that was set back must not stop the shop for as long as it went back.
    return oldest > now ? now : std::max(now, oldest + span);
}

void TextPace::note(Recent &recent, int most, Instant now)
{
    recent.push_back(now);
    while (recent.size() > static_cast<size_t>(std::max(most, 0)))
        recent.pop_front();
}

Instant TextPace::freeAt(const PhoneNumber &line, bool late, Instant now) const
{
    const auto own = m_lines.constFind(line);
    const Instant byLine = own == m_lines.cend() ? now : freeAt(*own, m_perSecond, 1s, now);
    return late ? std::max(byLine, freeAt(m_late, m_latePerMinute, 1min, now)) : byLine;
}

void TextPace::left(const PhoneNumber &line, bool late, Instant now)
{
    if (m_perSecond > 0)
        note(m_lines[line], m_perSecond, now);
    if (late)
        note(m_late, m_latePerMinute, now);
}

} // namespace deskbell::runtime
