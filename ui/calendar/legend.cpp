// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/legend.h"

#include "ui/theme/paint.h"

#include <QPainter>

namespace deskbell::ui {

namespace {

constexpr int swatch = 14;
constexpr int gap = 18;

} // namespace

Legend::Legend(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(words().join(tr(", ")));
}

QStringList Legend::words() const
{
    return {tr("Booked by AI"), tr("Booked by staff"), tr("Held")};
}

QSize Legend::sizeHint() const
{
    int width = 0;
    for (const QString &one : words())
        width += swatch + 8 + textWidth(one, textFont(Type::Meta)) + gap;
    return {width, px(24)};
}

void Legend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    qreal x = 0;
    const QStringList all = words();
    for (int at = 0; at < all.size(); ++at) {
        const QRectF box(x, (height() - swatch) / 2.0, swatch, swatch);
        if (at == 2) {
            painter.setPen(QPen(color(Token::Ai), 1.5, Qt::DashLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box.marginsRemoved({1, 1, 1, 1}), 3, 3);
        } else {
            drawBox(painter, box, 3, color(at == 0 ? Token::AiSoft : Token::AccentSoft));
            painter.fillRect(
                QRectF(box.left(), box.top(), 4, box.height()), color(at == 0 ? Token::Ai : Token::AccentFill));
        }
        x += swatch + 8;
        const int width = textWidth(all[at], textFont(Type::Meta));
        drawLine(painter, QRectF(x, 0, width + 1, height()), all[at], textFont(Type::Meta), color(Token::Text2));
        x += width + gap;
    }
}

} // namespace deskbell::ui
