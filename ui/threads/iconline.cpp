// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threads/iconline.h"

#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace deskbell::ui {

namespace {

constexpr int indent = 25;

} // namespace

IconLine::IconLine(Icon icon, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(indent, 2, 0, 2);
    auto *words = new Label(Type::Meta, Token::Text, text, this);
    words->setWordWrap(true);
    row->addWidget(words);
}

void IconLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int side = px(16);
    drawIcon(
        painter, QRectF(0, (std::min(height(), px(24)) - side) / 2.0, side, side), m_icon, color(Token::Text2), side);
}

} // namespace deskbell::ui
