// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/chatcolumn.h"

class QPainter;

namespace deskbell::ui {

/// What the pointer or the keys are at.
enum class ChatPart { None, Bubble, Why, Hold, Retry, CallBack };

struct ChatAim
{
    int index = -1;
    ChatPart part = ChatPart::None;
    bool operator==(const ChatAim &) const = default;
};

struct ChatMarks
{
    ChatAim hover;
    int selected = -1;
    bool focused = false; ///< the ring shows only where the keys go
};

/// Paints one real slot; the painter stands at the slot's top left.
void paintChatSlot(QPainter &painter, const ChatColumn &column, int index, const ChatMarks &marks);

/// Part of a slot at a point, y from the slot's top.
[[nodiscard]] ChatPart chatPartAt(const ChatItem &item, const ChatFrame &frame, const QPointF &at);

} // namespace deskbell::ui
