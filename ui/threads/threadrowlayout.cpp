// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threads/threadrowlayout.h"

#include <algorithm>

namespace deskbell::ui {

namespace {

constexpr int barWidth = 5;
constexpr int padding = 12;
constexpr int gap = 6;
constexpr int limitHeight = 4;

int middleOf(const QRect &line, int height)
{
    return line.top() + (line.height() - height) / 2;
}

/// Clock, limit bar and word stand as one block in the middle of the row's height.
void placeClock(ThreadRowLayout &out, const QRect &row, const ThreadRowNeeds &needs)
{
    const int left = row.left() + barWidth + padding - 2;
    const int width = std::max(48, needs.clockWidth);
    const int foot = needs.running ? needs.smallHeight : needs.iconSide;
    const int middle = needs.running ? 3 + limitHeight + 3 : 5;
    int top = row.top() + std::max(2, (row.height() - needs.lineHeight - middle - foot) / 2);
    out.clock = QRect(left, top, width, needs.lineHeight);
    top = out.clock.bottom() + 1;
    if (needs.running)
        out.limit = QRect(left + (width - 40) / 2, top + 3, 40, limitHeight);
    out.clockWord = QRect(left, top + middle, width, foot);
}

void placeName(ThreadRowLayout &out, const QRect &line, const ThreadRowNeeds &needs)
{
    int room = line.width() - gap - needs.iconSide;
    if (!needs.badge.isEmpty()) {
        out.badge =
            QRect(QPoint(line.right() + 1 - needs.badge.width(), middleOf(line, needs.badge.height())), needs.badge);
        room -= needs.badge.width() + gap;
    }
    const int width = std::clamp(needs.nameWidth, 0, std::max(0, room));
    out.name = QRect(line.left(), line.top(), width, line.height());
    out.channel = QRect(out.name.right() + 1 + gap, middleOf(line, needs.iconSide), needs.iconSide, needs.iconSide);
}

void placeThird(ThreadRowLayout &out, const QRect &line, const ThreadRowNeeds &needs)
{
    int left = line.left();
    if (!needs.pill.isEmpty()) {
        const int width = std::min(needs.pill.width(), line.width());
        out.pill = QRect(left, middleOf(line, needs.pill.height()), width, needs.pill.height());
        left = out.pill.right() + 1 + 8;
    }
    if (needs.thirdIcon && left + needs.iconSide < line.right()) {
        out.thirdIcon = QRect(left - 2, middleOf(line, needs.iconSide), needs.iconSide, needs.iconSide);
        left = out.thirdIcon.right() + 1 + 4;
    }
    if (left < line.right())
        out.third = QRect(left, line.top(), line.right() + 1 - left, line.height());
}

} // namespace

ThreadRowLayout layOut(const QRect &row, const ThreadRowNeeds &needs)
{
    ThreadRowLayout out;
    out.bar = QRect(row.left(), row.top(), barWidth, row.height());
    placeClock(out, row, needs);
    const int left = out.clock.right() + 1 + padding - 2;
    const int width = std::max(0, row.right() + 1 - padding - left);
    const int thirdHeight = std::max(needs.smallHeight, needs.pill.height());
    const int used = 2 * needs.lineHeight + thirdHeight;
    const int top = row.top() + std::max(1, (row.height() - used) / 2);
    placeName(out, QRect(left, top, width, needs.lineHeight), needs);
    out.text = QRect(left, top + needs.lineHeight, width, needs.lineHeight);
    placeThird(out, QRect(left, top + 2 * needs.lineHeight, width, thirdHeight), needs);
    return out;
}

} // namespace deskbell::ui
