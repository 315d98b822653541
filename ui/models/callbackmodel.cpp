// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/callbackmodel.h"

#include <algorithm>

namespace deskbell::ui {

using engine::CallbackRow;

CallbackModel::CallbackModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

int CallbackModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

QVariant CallbackModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CallbackRow *row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return m_speech ? m_speech(*row) : QString();
    case ThreadRole: return row->thread.value;
    case RankRole: return int(rankOf(*row, m_now));
    default: return {};
    }
}

const CallbackRow *CallbackModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? find(m_order[size_t(row)]) : nullptr;
}

const CallbackRow *CallbackModel::find(const ThreadId &thread) const
{
    const auto found = m_rows.constFind(thread);
    return found == m_rows.cend() ? nullptr : &*found;
}

int CallbackModel::rowOf(const ThreadId &thread) const
{
    const auto found = std::find(m_order.begin(), m_order.end(), thread);
    return found == m_order.end() ? -1 : int(found - m_order.begin());
}

int CallbackModel::total(CallbackTab tab) const
{
    return m_totals[size_t(tab)];
}

int CallbackModel::withheldNow() const
{
    const DayBounds day = dayOf(m_now, m_zone);
    return int(std::count_if(m_rows.begin(), m_rows.end(),
        [&day](const CallbackRow &row) { return row.caller.isWithheld() && tabOf(row, day) == CallbackTab::Now; }));
}

Instant CallbackModel::nextDue() const
{
    Instant next;
    for (const CallbackRow &row : m_rows) {
        if (!row.done && row.dueAt > m_now && (!next.isSet() || row.dueAt < next))
            next = row.dueAt;
    }
    return next;
}

void CallbackModel::resetRows(const std::vector<CallbackRow> &rows)
{
    beginResetModel();
    m_rows.clear();
    for (const CallbackRow &row : rows)
        m_rows.insert(row.thread, row);
    m_order = wanted();
    endResetModel();
    recount();
}

void CallbackModel::changeRow(const CallbackRow &row)
{
    m_rows.insert(row.thread, row);
    settle();
    if (const int place = rowOf(row.thread); place >= 0)
        Q_EMIT dataChanged(index(place), index(place));
}

void CallbackModel::removeRow(const ThreadId &thread)
{
    const int place = rowOf(thread);
    if (place >= 0) {
        beginRemoveRows({}, place, place);
        m_order.erase(m_order.begin() + place);
        m_rows.remove(thread);
        endRemoveRows();
    }
    m_rows.remove(thread);
    recount();
}

void CallbackModel::setTab(CallbackTab tab)
{
    if (m_tab == tab)
        return;
    beginResetModel();
    m_tab = tab;
    m_order = wanted();
    endResetModel();
}

void CallbackModel::setNow(Instant now)
{
    m_now = now;
    settle();
}

void CallbackModel::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    settle();
}

std::vector<ThreadId> CallbackModel::wanted() const
{
    const DayBounds day = dayOf(m_now, m_zone);
    std::vector<const CallbackRow *> rows;
    for (const CallbackRow &row : m_rows) {
        if (tabOf(row, day) == m_tab)
            rows.push_back(&row);
    }
    std::sort(rows.begin(), rows.end(),
        [this](const CallbackRow *left, const CallbackRow *right) { return callsBefore(*left, *right, m_now); });
    std::vector<ThreadId> order;
    for (const CallbackRow *row : rows)
        order.push_back(row->thread);
    return order;
}

/// Walks from the order shown to the order wanted by removals, moves and insertions.
void CallbackModel::settle()
{
    const std::vector<ThreadId> next = wanted();
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (std::find(next.begin(), next.end(), m_order[size_t(row)]) != next.end())
            continue;
        beginRemoveRows({}, row, row);
        m_order.erase(m_order.begin() + row);
        endRemoveRows();
    }
    for (int row = 0; row < int(next.size()); ++row)
        placeAt(row, next[size_t(row)]);
    recount();
}

void CallbackModel::placeAt(int target, const ThreadId &thread)
{
    const int from = rowOf(thread);
    if (from == target)
        return;
    if (from < 0) {
        beginInsertRows({}, target, target);
        m_order.insert(m_order.begin() + target, thread);
        endInsertRows();
        return;
    }
    beginMoveRows({}, from, from, {}, target); // everything above target stands already, so from > target
    std::rotate(m_order.begin() + target, m_order.begin() + from, m_order.begin() + from + 1);
    endMoveRows();
}

void CallbackModel::recount()
{
    const DayBounds day = dayOf(m_now, m_zone);
    std::array<int, callbackTabCount> totals{};
    for (const CallbackRow &row : m_rows) {
        if (const auto tab = tabOf(row, day))
            ++totals[size_t(*tab)];
    }
    if (totals != m_totals) {
        m_totals = totals;
        Q_EMIT totalsChanged();
    }
}

} // namespace deskbell::ui
