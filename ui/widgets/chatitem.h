// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QDateTime>
#include <QString>

namespace deskbell::ui {

/// One line of a conversation, as ChatView shows it. Words and times arrive ready to read.
struct ChatItem
{
    enum class Kind {
        Caller, ///< left
        Ai, ///< right, tint
        Person, ///< right, solid
        NextReply, ///< right, dashed: what the AI will say when its time runs out
        Note, ///< right, amber, never sent
        System, ///< a line between hairlines: missed call, takeover, hold, opt-out
    };

    qint64 id = 0; ///< unique in the view, above 0
    Kind kind = Kind::Caller;
    QString text; ///< plain text; never read as markup
    QString heading; ///< "Tom Becker", "AI", "Jess (you)", "Staff note · Jess"; none for System
    QDateTime at; ///< the shop's wall time, for groups and day separators
    QString time; ///< "14:01"
    QString delivery; ///< "delivered", "4 s after the call"; may be empty
    bool failed = false;
    QString reason; ///< failed: the plain sentence under the bubble. NextReply on hold: what stands for the countdown
    bool hasWhy = false; ///< shows the way to the full reason
    Icon sign = Icon::None; ///< System only
    int secondsLeft = -1; ///< NextReply: until it sends. Person: of the undo time. Below 0: none
    int secondsTotal = 0;

    bool operator==(const ChatItem &) const = default;
};

} // namespace deskbell::ui
