// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/chatitem.h"

#include <QVector>

namespace deskbell::ui::samples {

/// A conversation with every kind of message in it, over two days.
[[nodiscard]] QVector<ChatItem> conversation();

/// `count` messages of changing length, one a minute, without any two of one sender in a row.
[[nodiscard]] QVector<ChatItem> longConversation(int count);

[[nodiscard]] ChatItem message(qint64 id, ChatItem::Kind kind, const QString &text, const QDateTime &at);

} // namespace deskbell::ui::samples
