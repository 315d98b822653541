// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbering/zone.h"

#include <QHash>
#include <QTimeZone>
#include <algorithm>

namespace deskbell::numbering {

Zone::Zone(const QByteArray &id)
    : m_id(id)
{
    // Past these years a zone keeps its last offset: nobody plans a text that far ahead.
    const QDateTime tableFrom(QDate(2015, 1, 1), QTime(0, 0), Qt::UTC);
    const QDateTime tableTo(QDate(2060, 1, 1), QTime(0, 0), Qt::UTC);
    const QTimeZone zone(id);
    if (id.isEmpty() || !zone.isValid())
        return;
    m_steps.push_back({tableFrom.toMSecsSinceEpoch(), zone.offsetFromUtc(tableFrom) * qint64(1000)});
    for (const QTimeZone::OffsetData &change : zone.transitions(tableFrom, tableTo))
        m_steps.push_back({change.atUtc.toMSecsSinceEpoch(), change.offsetFromUtc * qint64(1000)});
}

std::vector<Zone::Step>::const_iterator Zone::stepAfter(Instant at) const
{
    return std::upper_bound(m_steps.begin(), m_steps.end(), at.ms,
        [](qint64 ms, const Step &step) { return ms < step.from; });
}

Duration Zone::offsetAt(Instant at) const
{
    const auto after = stepAfter(at);
    return Duration((after == m_steps.begin() ? after : std::prev(after))->offset);
}

Instant Zone::changeAfter(Instant at) const
{
    const auto after = stepAfter(at);
    return after == m_steps.end() ? Instant{} : Instant{after->from};
}

ZonePtr zoneNamed(const QByteArray &id)
{
    thread_local QHash<QByteArray, ZonePtr> known;
    auto it = known.constFind(id);
    if (it == known.cend()) {
        auto zone = std::make_shared<const Zone>(id);
        it = known.insert(id, zone->isValid() ? std::move(zone) : nullptr);
    }
    return *it;
}

} // namespace deskbell::numbering
