// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QSize>

namespace deskbell::ui {

struct CallbackRowNeeds {
    int lineHeight = 20;
    int tileSide = 40;
    int dueWidth = 0;
    QSize pill;
};

/// Boxes of one row of the call-back queue.
struct CallbackRowLayout {
    QRect bar, tile;
    QRect name, due;
    QRect context;
    QRect pill, tries;
};

[[nodiscard]] CallbackRowLayout layOut(const QRect &row, const CallbackRowNeeds &needs);

} // namespace deskbell::ui
