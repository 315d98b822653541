// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/desk.h"
#include "ui/widgets/chatitem.h"

#include <QHash>
#include <QVector>

namespace deskbell::ui {

/// Gives the lines of one conversation numbers that stay the same as long as it is open.
class LineNumbers
{
public:
    [[nodiscard]] qint64 numberOf(const QString &lineId);
    [[nodiscard]] QString lineOf(qint64 number) const; ///< empty: unknown
    void clear();

private:
    QHash<QString, qint64> m_numbers;
    QVector<QString> m_ids;
};

/// The lines of a conversation as ChatView shows them. \p seat is ours: its texts say "(you)".
[[nodiscard]] QVector<ChatItem> chatItems(
    const runtime::ThreadView &view, const Profile &profile, const QString &seat, LineNumbers &numbers);
/// The caller's first unread text; 0: all read.
[[nodiscard]] qint64 firstUnread(const QVector<ChatItem> &items, int unread);

} // namespace deskbell::ui
