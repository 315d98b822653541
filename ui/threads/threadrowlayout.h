// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QSize>

namespace deskbell::ui {

/// What a row must find room for, measured by the caller.
struct ThreadRowNeeds {
    int lineHeight = 20; ///< of name and text
    int smallHeight = 18; ///< of captions and the third line
    int iconSide = 16;
    int nameWidth = 0;
    int clockWidth = 48; ///< of the widest running time
    QSize badge; ///< empty: none
    QSize pill; ///< empty: none
    bool thirdIcon = false;
    bool running = false;
};

/// Boxes of one row; paint only fills them. Empty boxes are not drawn.
struct ThreadRowLayout {
    QRect bar; ///< state, 5 wide at the left edge
    QRect clock; ///< running time or age
    QRect limit; ///< the thin bar that fills up; empty without a running time
    QRect clockWord; ///< or the state icon
    QRect name, channel, badge;
    QRect text;
    QRect pill, thirdIcon, third;
};

[[nodiscard]] ThreadRowLayout layOut(const QRect &row, const ThreadRowNeeds &needs);

} // namespace deskbell::ui
