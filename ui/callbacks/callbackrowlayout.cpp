// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/callbacks/callbackrowlayout.h"

#include <algorithm>

namespace deskbell::ui {

namespace {

constexpr int barWidth = 5;
constexpr int edge = 18;
constexpr int gap = 14;

} // namespace

CallbackRowLayout layOut(const QRect &row, const CallbackRowNeeds &needs)
{
    CallbackRowLayout out;
    out.bar = QRect(row.left(), row.top(), barWidth, row.height());
    const int third = std::max(needs.lineHeight, needs.pill.height());
    const int top = row.top() + std::max(1, (row.height() - 2 * needs.lineHeight - third - 4) / 2);
    out.tile = QRect(row.left() + edge, top + 2, needs.tileSide, needs.tileSide);
    const int left = out.tile.right() + 1 + gap;
    const int right = row.right() + 1 - 16;
    const int dueWidth = std::clamp(needs.dueWidth, 0, std::max(0, (right - left) / 2));
    out.due = QRect(right - dueWidth, top, dueWidth, needs.lineHeight);
    out.name = QRect(left, top, std::max(0, out.due.left() - 8 - left), needs.lineHeight);
    out.context = QRect(left, top + needs.lineHeight, std::max(0, right - left), needs.lineHeight);
    const int line = top + 2 * needs.lineHeight + 4;
    const int pillWidth = std::clamp(needs.pill.width(), 0, std::max(0, right - left));
    out.pill = QRect(left, line + (third - needs.pill.height()) / 2, pillWidth, needs.pill.height());
    const int tries = out.pill.right() + 1 + 10;
    out.tries = QRect(tries, line, std::max(0, right - tries), third);
    return out;
}

} // namespace deskbell::ui
