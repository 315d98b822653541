// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sectionedthreadmodel.h"

#include "ui/models/search.h"

#include <algorithm>

namespace deskbell::ui {

using engine::Section;
using engine::ThreadRow;

SectionedThreadModel::SectionedThreadModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

int SectionedThreadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant SectionedThreadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries[size_t(index.row())];
    const bool isTitle = entry.slot == heading;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (isTitle)
            return m_speech.heading ? m_speech.heading(entry.section, shownIn(entry.section)) : QString();
        return m_speech.row ? m_speech.row(m_rows[size_t(entry.slot)]) : QString();
    case HeadingRole: return isTitle;
    case SectionRole: return int(entry.section);
    case ThreadRole: return isTitle ? QString() : m_rows[size_t(entry.slot)].thread.value;
    case CountRole: return isTitle ? shownIn(entry.section) : m_rows[size_t(entry.slot)].unread;
    default: return {};
    }
}

Qt::ItemFlags SectionedThreadModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (isHeading(index.row()))
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QHash<int, QByteArray> SectionedThreadModel::roleNames() const
{
    return {{HeadingRole, "heading"}, {SectionRole, "section"}, {ThreadRole, "thread"}, {CountRole, "count"}};
}

bool SectionedThreadModel::isHeading(int row) const
{
    return row >= 0 && row < rowCount() && m_entries[size_t(row)].slot == heading;
}

Section SectionedThreadModel::sectionAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_entries[size_t(row)].section : Section::Done;
}

const ThreadRow *SectionedThreadModel::threadAt(int row) const
{
    if (row < 0 || row >= rowCount() || isHeading(row))
        return nullptr;
    return &m_rows[size_t(m_entries[size_t(row)].slot)];
}

int SectionedThreadModel::rowOf(const ThreadId &thread) const
{
    const auto slot = m_slots.constFind(thread);
    return slot == m_slots.cend() ? -1 : entryOf(*slot);
}

const ThreadRow *SectionedThreadModel::find(const ThreadId &thread) const
{
    const auto slot = m_slots.constFind(thread);
    return slot == m_slots.cend() ? nullptr : &m_rows[size_t(*slot)];
}

int SectionedThreadModel::shownIn(Section section) const
{
    return m_shown[size_t(section)];
}

int SectionedThreadModel::total(Filter filter) const
{
    return m_totals[size_t(filter)];
}

bool SectionedThreadModel::passes(const ThreadRow &row, Filter filter) const
{
    switch (filter) {
    case Filter::Open: return !isAside(row.section);
    case Filter::Mine:
        return !isAside(row.section) && row.holder.kind == engine::HolderKind::Seat && row.holder.seat == m_seat;
    case Filter::Done: return isAside(row.section);
    }
    return false;
}

bool SectionedThreadModel::accepts(const ThreadRow &row) const
{
    return passes(row, m_filter) && (m_needle.isEmpty() || matches(m_needle, {row.name, row.lastText}, row.caller));
}

void SectionedThreadModel::count(const ThreadRow &row, int sign)
{
    for (const Filter filter : {Filter::Open, Filter::Mine, Filter::Done}) {
        if (passes(row, filter))
            m_totals[size_t(filter)] += sign;
    }
}

int SectionedThreadModel::keep(const ThreadRow &row)
{
    const auto known = m_slots.constFind(row.thread);
    const int slot = known == m_slots.cend() ? int(m_rows.size()) : *known;
    if (known == m_slots.cend()) {
        m_rows.push_back(row);
        m_slots.insert(row.thread, slot);
    } else {
        count(m_rows[size_t(slot)], -1);
        m_rows[size_t(slot)] = row;
    }
    count(row, +1);
    return slot;
}

void SectionedThreadModel::resetRows(const std::vector<ThreadRow> &rows)
{
    m_rows.clear();
    m_slots.clear();
    m_totals = {};
    for (const ThreadRow &row : rows)
        keep(row);
    rebuild();
    Q_EMIT totalsChanged();
}

void SectionedThreadModel::changeRow(const ThreadRow &row)
{
    const int slot = keep(row);
    const int at = entryOf(slot);
    if (m_frozen && !settled(slot, at)) {
        setPending(slot, true);
        touch(at);
    } else {
        setPending(slot, false);
        place(slot);
    }
    Q_EMIT totalsChanged();
}

void SectionedThreadModel::setFilter(Filter filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    rebuild();
}

void SectionedThreadModel::setSeat(const QString &seat)
{
    m_seat = seat;
    m_totals = {};
    for (const ThreadRow &row : m_rows)
        count(row, +1);
    if (m_filter == Filter::Mine)
        rebuild();
    Q_EMIT totalsChanged();
}

void SectionedThreadModel::setNeedle(const QString &needle)
{
    if (m_needle == needle.trimmed())
        return;
    m_needle = needle.trimmed();
    rebuild();
}

void SectionedThreadModel::setFrozen(bool frozen)
{
    m_frozen = frozen;
    if (!frozen)
        showPending();
}

void SectionedThreadModel::showPending()
{
    while (!m_pending.empty()) {
        const int slot = *m_pending.begin();
        m_pending.erase(m_pending.begin());
        place(slot);
        if (m_pending.empty())
            Q_EMIT pendingChanged(0);
    }
}

void SectionedThreadModel::setPending(int slot, bool pending)
{
    const size_t before = m_pending.size();
    if (pending)
        m_pending.insert(slot);
    else
        m_pending.erase(slot);
    if (before != m_pending.size())
        Q_EMIT pendingChanged(pendingChanges());
}

} // namespace deskbell::ui
