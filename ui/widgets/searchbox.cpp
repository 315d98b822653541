// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchbox.h"
#include "ui/theme/paint.h"
#include "ui/widgets/keycap.h"

#include <QKeyEvent>
#include <QPainter>

namespace deskbell::ui {

namespace {

constexpr int searchEdge = 12;

} // namespace

SearchBox::SearchBox(const QString &hint, const QString &key, QWidget *parent)
    : QLineEdit(parent)
    , m_key(key)
{
    setPlaceholderText(hint);
    setAccessibleName(hint);
    setAccessibleDescription(key.isEmpty() ? QString() : tr("Key %1").arg(key));
    keepFont(this, Type::Meta);
    connect(&theme(), &Theme::changed, this, &SearchBox::makeRoom);
    makeRoom();
}

void SearchBox::makeRoom()
{
    const int key = m_key.isEmpty() ? 0 : keyCapSize(m_key).width() + 4;
    setTextMargins(px(16) + 10, 0, key, 0);
}

QSize SearchBox::sizeHint() const
{
    return {px(190), px(34)};
}

QSize SearchBox::minimumSizeHint() const
{
    return {px(96), px(34)};
}

void SearchBox::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    drawIcon(painter, QRectF(searchEdge, 0, px(16), height()), Icon::Search, color(Token::Text2), px(16));
    if (m_key.isEmpty() || !text().isEmpty())
        return;
    const QSize cap = keyCapSize(m_key);
    drawKeyCap(painter, QRectF(QPointF(width() - cap.width() - 8, (height() - cap.height()) / 2), cap), m_key,
               color(Token::Text2));
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty())
            Q_EMIT left();
        else
            clear();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down: Q_EMIT entered(); return;
    default: QLineEdit::keyPressEvent(event);
    }
}

} // namespace deskbell::ui
