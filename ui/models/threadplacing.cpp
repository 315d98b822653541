// SPDX-License-Identifier: GPL-3.0-or-later
// The half of SectionedThreadModel that keeps rows in their places. Everything here works beside rows that are
// pending: those stand where they were and are no measure for the order of others.
#include "ui/models/sectionedthreadmodel.h"

#include <algorithm>

namespace deskbell::ui {

using engine::Section;
using engine::ThreadRow;

void SectionedThreadModel::rebuild()
{
    beginResetModel();
    std::array<std::vector<int>, sectionCount> bySection;
    for (int slot = 0; slot < int(m_rows.size()); ++slot) {
        if (accepts(m_rows[size_t(slot)]))
            bySection[size_t(m_rows[size_t(slot)].section)].push_back(slot);
    }
    m_entries.clear();
    for (size_t section = 0; section < bySection.size(); ++section) {
        std::vector<int> &slots = bySection[section];
        std::sort(slots.begin(), slots.end(),
            [this](int left, int right) { return standsBefore(m_rows[size_t(left)], m_rows[size_t(right)]); });
        m_shown[section] = int(slots.size());
        if (!slots.empty())
            m_entries.push_back({Section(section), heading});
        for (const int slot : slots)
            m_entries.push_back({Section(section), slot});
    }
    const bool waited = !m_pending.empty();
    m_pending.clear();
    endResetModel();
    if (waited)
        Q_EMIT pendingChanged(0);
}

int SectionedThreadModel::entryOf(int slot) const
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [slot](const Entry &entry) { return entry.slot == slot; });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

int SectionedThreadModel::headingOf(Section section) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
        [section](const Entry &entry) { return entry.slot == heading && entry.section == section; });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

const ThreadRow *SectionedThreadModel::settledNeighbour(int at, int step) const
{
    for (int other = at + step; other >= 0 && other < int(m_entries.size()); other += step) {
        const int slot = m_entries[size_t(other)].slot;
        if (slot == heading)
            return nullptr;
        if (!m_pending.contains(slot))
            return &m_rows[size_t(slot)];
    }
    return nullptr;
}

bool SectionedThreadModel::inOrder(int at) const
{
    const Entry &entry = m_entries[size_t(at)];
    const ThreadRow &row = m_rows[size_t(entry.slot)];
    if (entry.section != row.section)
        return false;
    const ThreadRow *above = settledNeighbour(at, -1);
    const ThreadRow *below = settledNeighbour(at, +1);
    return (!above || standsBefore(*above, row)) && (!below || standsBefore(row, *below));
}

bool SectionedThreadModel::settled(int slot, int at) const
{
    const bool wanted = accepts(m_rows[size_t(slot)]);
    return at < 0 ? !wanted : wanted && inOrder(at);
}

/// Index in today's list before which the row belongs. Its heading must be there.
int SectionedThreadModel::placeFor(int slot) const
{
    const ThreadRow &row = m_rows[size_t(slot)];
    int at = headingOf(row.section) + 1;
    for (; at < int(m_entries.size()) && m_entries[size_t(at)].slot != heading; ++at) {
        const int other = m_entries[size_t(at)].slot;
        if (other != slot && !m_pending.contains(other) && standsBefore(row, m_rows[size_t(other)]))
            break;
    }
    return at;
}

void SectionedThreadModel::place(int slot)
{
    const int at = entryOf(slot);
    if (!accepts(m_rows[size_t(slot)])) {
        if (at >= 0)
            removeEntry(at);
    } else if (at < 0) {
        insertEntry(slot);
    } else if (inOrder(at)) {
        touch(at);
    } else {
        moveEntry(at);
    }
}

void SectionedThreadModel::ensureHeading(Section section)
{
    if (headingOf(section) >= 0)
        return;
    const auto next = std::find_if(m_entries.begin(), m_entries.end(),
        [section](const Entry &entry) { return entry.slot == heading && entry.section > section; });
    const int at = int(next - m_entries.begin());
    beginInsertRows({}, at, at);
    m_entries.insert(next, {section, heading});
    endInsertRows();
}

void SectionedThreadModel::dropEmptyHeading(Section section)
{
    const int at = headingOf(section);
    if (at < 0 || m_shown[size_t(section)] > 0) {
        touch(at);
        return;
    }
    beginRemoveRows({}, at, at);
    m_entries.erase(m_entries.begin() + at);
    endRemoveRows();
}

void SectionedThreadModel::insertEntry(int slot)
{
    const Section section = m_rows[size_t(slot)].section;
    ensureHeading(section);
    const int at = placeFor(slot);
    beginInsertRows({}, at, at);
    m_entries.insert(m_entries.begin() + at, {section, slot});
    ++m_shown[size_t(section)];
    endInsertRows();
    touchHeading(section);
}

void SectionedThreadModel::removeEntry(int at)
{
    const Section section = m_entries[size_t(at)].section;
    beginRemoveRows({}, at, at);
    m_entries.erase(m_entries.begin() + at);
    --m_shown[size_t(section)];
    endRemoveRows();
    dropEmptyHeading(section);
}

void SectionedThreadModel::moveEntry(int at)
{
    const int slot = m_entries[size_t(at)].slot;
    const Section from = m_entries[size_t(at)].section;
    const Section to = m_rows[size_t(slot)].section;
    ensureHeading(to);
    at = entryOf(slot);
    const int target = placeFor(slot);
    --m_shown[size_t(from)];
    ++m_shown[size_t(to)];
    if (target != at && target != at + 1) {
        beginMoveRows({}, at, at, {}, target);
        m_entries[size_t(at)].section = to;
        const auto begin = m_entries.begin();
        if (target > at)
            std::rotate(begin + at, begin + at + 1, begin + target);
        else
            std::rotate(begin + target, begin + at, begin + at + 1);
        endMoveRows();
    }
    touch(entryOf(slot));
    touchHeading(to);
    if (from != to)
        dropEmptyHeading(from);
}

void SectionedThreadModel::touch(int at)
{
    if (at >= 0)
        Q_EMIT dataChanged(index(at), index(at));
}

void SectionedThreadModel::touchHeading(Section section)
{
    touch(headingOf(section));
}

} // namespace deskbell::ui
