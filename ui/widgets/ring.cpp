// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ring.h"
#include "ui/theme/paint.h"

#include <QPainter>

#include <algorithm>

namespace deskbell::ui {

void drawRing(QPainter &painter, const QRectF &box, double share, Token ink, Icon icon)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const QRectF circle = box.adjusted(2, 2, -2, -2);
    QColor rest = color(ink);
    rest.setAlphaF(0.25F);
    painter.setPen(QPen(rest, 3));
    painter.drawEllipse(circle);
    painter.setPen(QPen(color(ink), 3, Qt::SolidLine, Qt::RoundCap));
    const int sweep = int(-360 * 16 * std::clamp(share, 0.0, 1.0));
    if (sweep != 0)
        painter.drawArc(circle, 90 * 16, sweep);
    painter.restore();
    drawIcon(painter, box, icon, color(ink), int(box.height() * 0.5));
}

Ring::Ring(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Ring::setState(double share, Token ink, Icon icon, const QString &name)
{
    m_share = share;
    m_ink = ink;
    m_icon = icon;
    setAccessibleName(name);
    update();
}

void Ring::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawRing(painter, rect(), m_share, m_ink, m_icon);
}

} // namespace deskbell::ui
