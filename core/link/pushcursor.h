// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <optional>
#include <set>

namespace deskbell::link {

/// How far the pushed stream may be called read. A frame whose meaning is not settled yet (a call that still rings,
/// a text that may be ours) holds the cursor before it, so that a restart sees it again; so does a gap in the
/// numbers, until the lists have been read over it. Pure.
class PushCursor
{
public:
    /// What was kept at the last run; unreadable: from the beginning.
    void resume(const QString &kept);
    /// Where to go on when the socket opens anew.
    [[nodiscard]] quint64 last() const { return m_last; }

    /// The socket opened anew, asking for what comes after last().
    void opened() { m_firstAfterOpen = true; }
    /// A frame came. True when numbers were left out before it, or when the provider has begun to count anew.
    bool seen(quint64 seq);
    /// A frame that cannot be taken is left out.
    void skipTo(quint64 seq) { m_last = std::max(m_last, seq); }
    /// The first hold of a key counts.
    void hold(const QString &key, quint64 seq);
    void release(const QString &key);
    template<class StillHeld> void sweep(StillHeld stillHeld)
    {
        const auto keys = m_keys.keys();
        for (const QString &key : keys) {
            if (!stillHeld(key))
                release(key);
        }
    }
    /// The lists were read, so what the numbers left out is known by now.
    void closeGap() { release(gapKey()); }
    /// A new value to keep, when there is one.
    [[nodiscard]] std::optional<QString> moved();

private:
    static QString gapKey() { return QStringLiteral("gap"); }
    QHash<QString, quint64> m_keys;
    std::multiset<quint64> m_held;
    quint64 m_last = 0;
    quint64 m_told = 0;
    bool m_firstAfterOpen = false;
};

} // namespace deskbell::link
