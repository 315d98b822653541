// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/pushcursor.h"

namespace deskbell::link {

void PushCursor::resume(const QString &kept)
{
    m_last = m_told = kept.toULongLong();
    m_keys.clear();
    m_held.clear();
}

bool PushCursor::seen(quint64 seq)
{
    const bool first = std::exchange(m_firstAfterOpen, false);
    if (seq <= m_last && !first)
        return false; // repeated or late: the facts' ids take care of it
    if (seq <= m_last) {
        resume(QString::number(seq == 0 ? 0 : seq - 1));
        m_last = seq;
        return true;
    }
    // Before the first frame nothing is known about how the provider numbers.
    const bool gap = m_last != 0 && seq > m_last + 1;
    if (gap)
        hold(gapKey(), m_last + 1);
    m_last = seq;
    return gap;
}

void PushCursor::hold(const QString &key, quint64 seq)
{
    if (m_keys.contains(key))
        return;
    m_keys.insert(key, seq);
    m_held.insert(seq);
}

void PushCursor::release(const QString &key)
{
    const auto held = m_keys.constFind(key);
    if (held == m_keys.constEnd())
        return;
    m_held.erase(m_held.find(*held));
    m_keys.erase(held);
}

std::optional<QString> PushCursor::moved()
{
    const quint64 safe = m_held.empty() ? m_last : std::min(m_last, *m_held.begin() - 1);
    if (safe <= m_told)
        return std::nullopt;
    m_told = safe;
    return QString::number(safe);
}

} // namespace deskbell::link
