// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <deque>

namespace deskbell::link {

/// Remembers the last so many names. Forgetting one only means that it is looked at once more.
class RecentSet
{
public:
    explicit RecentSet(std::size_t most = 20000)
        : m_most(most)
    {
    }

    /// True when the name is new.
    bool insert(const QString &name)
    {
        if (m_names.contains(name))
            return false;
        m_names.insert(name);
        m_order.push_back(name);
        if (m_order.size() > m_most) {
            m_names.remove(m_order.front());
            m_order.pop_front();
        }
        return true;
    }
    [[nodiscard]] bool contains(const QString &name) const { return m_names.contains(name); }

private:
    std::size_t m_most;
    QSet<QString> m_names;
    std::deque<QString> m_order;
};

} // namespace deskbell::link
