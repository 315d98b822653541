// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keycap.h"
#include "ui/theme/paint.h"

#include <QPainter>

#include <algorithm>

namespace deskbell::ui {

namespace {

bool isEnter(const QString &key)
{
    return key == QLatin1String("Enter");
}

} // namespace

QSize keyCapSize(const QString &key)
{
    const int height = px(20);
    const int words = isEnter(key) ? px(14) : textWidth(key, textFont(Type::Label));
    return {std::max(words + 10, height), height};
}

void drawKeyCap(QPainter &painter, const QRectF &box, const QString &key, const QColor &ink)
{
    QColor edge = ink;
    edge.setAlphaF(0.6F);
    drawBox(painter, box, 5, {}, edge);
    if (isEnter(key))
        drawIcon(painter, box, Icon::Enter, ink, px(14));
    else
        drawLine(painter, box, key, textFont(Type::Label), ink, Qt::AlignCenter);
}

KeyCap::KeyCap(const QString &key, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setKey(key);
}

void KeyCap::setKey(const QString &key)
{
    m_key = key;
    setAccessibleName(tr("Key %1").arg(key));
    updateGeometry();
    update();
}

void KeyCap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawKeyCap(painter, rect(), m_key, color(Token::Text2));
}

} // namespace deskbell::ui
