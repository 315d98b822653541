// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QMarginsF>
#include <QRectF>

class QPainter;

namespace deskbell::ui {

// Small strokes all widgets, delegates and the style share, so that a radius or a ring is the same everywhere.

namespace radius {
inline constexpr qreal control = 8;
inline constexpr qreal bubble = 12;
inline constexpr qreal ownCorner = 4; ///< the bubble's corner at its speaker's side
inline constexpr qreal card = 12;
} // namespace radius

/// Filled rounded box, border (if valid) one device pixel wide, inside the box.
void drawBox(QPainter &painter, const QRectF &box, qreal corner, const QColor &fill, const QColor &border = {});

/// 2 px accent ring just inside `box`; on fills a 2 px white one lies 3 px inside instead.
void drawFocusRing(QPainter &painter, const QRectF &box, qreal corner, bool onFill = false);

/// One device pixel, snapped to whole device pixels.
void drawHairline(QPainter &painter, const QLineF &line, const QColor &color);

/// Elided at the end, vertically centred on one line. Returns the width used.
qreal drawLine(QPainter &painter, const QRectF &box, const QString &text, const QFont &font, const QColor &color,
               Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);

/// Width of a text on one line, rounded up.
[[nodiscard]] int textWidth(const QString &text, const QFont &font);

/// A time that ticks: every digit sits in the width of "0" (Inter's differ), so nothing jumps when seconds change.
[[nodiscard]] qreal tickingWidth(const QString &text, const QFont &font);
void drawTicking(QPainter &painter, const QRectF &box, const QString &text, const QFont &font, const QColor &color,
                 Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);

/// "0:48", "12:05", "1:02:05" for running times; negative counts as 0.
[[nodiscard]] QString clockWords(qint64 seconds);

} // namespace deskbell::ui
