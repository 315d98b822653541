// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace deskbell::ui {

namespace {

qreal devicePixel(const QPainter &painter)
{
    return 1 / painter.device()->devicePixelRatioF();
}

/// Baseline that puts the capitals, not the whole font box, in the middle: what the eye calls centred.
qreal baseline(const QRectF &box, const QFontMetricsF &metrics, Qt::Alignment alignment)
{
    if (alignment & Qt::AlignTop)
        return box.top() + metrics.ascent();
    if (alignment & Qt::AlignBottom)
        return box.bottom() - metrics.descent();
    return std::round(box.center().y() + metrics.capHeight() / 2);
}

qreal startOf(const QRectF &box, qreal width, Qt::Alignment alignment)
{
    if (alignment & Qt::AlignRight)
        return box.right() - width;
    if (alignment & Qt::AlignHCenter)
        return box.center().x() - width / 2;
    return box.left();
}

} // namespace

void drawBox(QPainter &painter, const QRectF &box, qreal corner, const QColor &fill, const QColor &border)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal half = border.isValid() ? devicePixel(painter) / 2 : 0;
    painter.setPen(border.isValid() ? QPen(border, 2 * half) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal r = std::min(corner, std::min(box.width(), box.height()) / 2) - half;
    painter.drawRoundedRect(box.marginsRemoved({half, half, half, half}), r, r);
    painter.restore();
}

void drawFocusRing(QPainter &painter, const QRectF &box, qreal corner, bool onFill)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(onFill ? Token::OnFill : Token::Accent), 2));
    painter.setBrush(Qt::NoBrush);
    const qreal inset = onFill ? 4 : 1;
    const qreal r = std::max(corner - inset, 2.0);
    painter.drawRoundedRect(box.marginsRemoved({inset, inset, inset, inset}), r, r);
    painter.restore();
}

void drawHairline(QPainter &painter, const QLineF &line, const QColor &ink)
{
    const qreal pixel = devicePixel(painter);
    const auto snapped = [pixel](qreal at) { return std::floor(at / pixel + 0.001) * pixel; };
    const QRectF box(QPointF(snapped(line.x1()), snapped(line.y1())), QPointF(snapped(line.x2()), snapped(line.y2())));
    painter.fillRect(QRectF(box.topLeft(), QSizeF(std::max(box.width(), pixel), std::max(box.height(), pixel))), ink);
}

qreal drawLine(QPainter &painter, const QRectF &box, const QString &text, const QFont &font, const QColor &ink,
               Qt::Alignment alignment)
{
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, box.width() + 0.5);
    const qreal width = metrics.horizontalAdvance(shown);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QPointF(startOf(box, width, alignment), baseline(box, metrics, alignment)), shown);
    return width;
}

int textWidth(const QString &text, const QFont &font)
{
    return int(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
}

qreal tickingWidth(const QString &text, const QFont &font)
{
    const QFontMetricsF metrics(font);
    const qreal zero = metrics.horizontalAdvance(u'0');
    qreal width = 0;
    for (QChar c : text)
        width += c.isDigit() ? zero : metrics.horizontalAdvance(c);
    return width;
}

void drawTicking(QPainter &painter, const QRectF &box, const QString &text, const QFont &font, const QColor &ink,
                 Qt::Alignment alignment)
{
    const QFontMetricsF metrics(font);
    const qreal zero = metrics.horizontalAdvance(u'0');
    qreal x = startOf(box, tickingWidth(text, font), alignment);
    const qreal y = baseline(box, metrics, alignment);
    painter.setFont(font);
    painter.setPen(ink);
    for (QChar c : text) {
        const qreal own = metrics.horizontalAdvance(c);
        const qreal cell = c.isDigit() ? zero : own;
        painter.drawText(QPointF(x + (cell - own) / 2, y), QString(c));
        x += cell;
    }
}

QString clockWords(qint64 seconds)
{
    const qint64 s = std::max<qint64>(seconds, 0);
    const QString tail = QStringLiteral(":%1").arg(s % 60, 2, 10, QLatin1Char('0'));
    if (s < 3600)
        return QString::number(s / 60) + tail;
    return QStringLiteral("%1:%2").arg(s / 3600).arg(s / 60 % 60, 2, 10, QLatin1Char('0')) + tail;
}

} // namespace deskbell::ui
