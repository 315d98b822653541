// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/chatitem.h"

#include <QDate>

// The few words the chat view adds to what it is given.
namespace deskbell::ui::chatwords {

[[nodiscard]] QString day(const QDate &date);
[[nodiscard]] QString newSince();
[[nodiscard]] QString newBelow(int count);
[[nodiscard]] QString nextReply();
[[nodiscard]] QString sendsIn();
[[nodiscard]] QString hold();
[[nodiscard]] QString tryAgain();
[[nodiscard]] QString putOnList();
[[nodiscard]] QString why();
[[nodiscard]] QString copy();
/// "13:58 · rang 21 s" for a system line: the time is part of it.
[[nodiscard]] QString systemLine(const ChatItem &item);
/// "14:01 · delivered".
[[nodiscard]] QString timeAndDelivery(const ChatItem &item);
/// What a screen reader says: "AI, 14:01, delivered: For an SUV it's $890".
[[nodiscard]] QString spoken(const ChatItem &item);

} // namespace deskbell::ui::chatwords
