// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint.h"
#include "ui/theme/stylestrokes.h"

#include <QPainter>
#include <QStyleOption>

namespace deskbell::ui::strokes {

namespace {

void menuMark(const QStyleOptionMenuItem &option, QPainter &painter, const QRect &box)
{
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked)
        drawIcon(painter, box, Icon::Check, color(Token::Accent), px(16));
    else if (!option.icon.isNull())
        option.icon.paint(&painter, box.adjusted(1, 1, -1, -1), Qt::AlignCenter,
                          option.state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled);
}

QString withoutMnemonic(QString text)
{
    text.replace(QLatin1String("&&"), QLatin1String("\x01"));
    text.remove(u'&');
    return text.replace(u'\x01', u'&');
}

} // namespace

void menuItem(const QStyleOptionMenuItem &option, QPainter &painter)
{
    const QRect row = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        const qreal y = row.center().y();
        return drawHairline(painter, QLineF(row.left() + 8, y, row.right() - 8, y), color(Token::Line));
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    if (enabled && (option.state & QStyle::State_Selected))
        drawBox(painter, row, 6, color(Token::Select));
    const int mark = px(20);
    menuMark(option, painter, QRect(row.left() + 8, row.top(), mark, row.height()));
    const QRectF words = QRectF(row).adjusted(16 + mark, 0, -12, 0);
    const QStringList parts = option.text.split(u'\t');
    const QColor ink = color(enabled ? Token::Text : Token::Text3);
    drawLine(painter, words, withoutMnemonic(parts.value(0)), textFont(Type::Body), ink);
    if (parts.size() > 1)
        drawLine(painter, words, parts[1], textFont(Type::Caption), color(Token::Text3), Qt::AlignRight | Qt::AlignVCenter);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        drawIcon(painter, QRectF(row.right() - 26, row.top(), 20, row.height()), Icon::ChevronRight,
                 color(Token::Text2), px(14));
}

void header(const QStyleOptionHeader &option, QPainter &painter)
{
    const QRectF box = option.rect;
    painter.fillRect(box, color(Token::Surface));
    drawHairline(painter, QLineF(box.left(), box.bottom() - 1, box.right(), box.bottom() - 1), color(Token::Edge));
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    const qreal mark = sorted ? px(16) : 0;
    // Qt centres headings by default; over left-aligned cells that reads as a mistake.
    const Qt::Alignment side = option.textAlignment & Qt::AlignRight ? Qt::AlignRight : Qt::AlignLeft;
    const qreal used = drawLine(painter, box.adjusted(8, 0, -8 - mark, 0), option.text, textFont(Type::Label),
                                color(Token::Text2), side | Qt::AlignVCenter);
    if (!sorted)
        return;
    const qreal x = side & Qt::AlignRight ? box.right() - 8 - mark : box.left() + 10 + used;
    drawIcon(painter, QRectF(x, box.top(), mark, box.height()),
             option.sortIndicator == QStyleOptionHeader::SortDown ? Icon::ChevronDown : Icon::ChevronUp,
             color(Token::Text2), px(12));
}

void tab(const QStyleOptionTab &option, QPainter &painter)
{
    const QRectF box = option.rect;
    const bool chosen = option.state & QStyle::State_Selected;
    if (!chosen && (option.state & QStyle::State_MouseOver))
        drawBox(painter, box.adjusted(2, 4, -2, -4), 6, color(Token::Hover));
    drawLine(painter, box, withoutMnemonic(option.text), textFont(chosen ? Type::Name : Type::Button),
             color(chosen ? Token::Text : Token::Text2), Qt::AlignCenter);
    if (chosen)
        drawBox(painter, QRectF(box.left() + 10, box.bottom() - 3, box.width() - 20, 3), 1.5, color(Token::Accent));
    if (option.state & QStyle::State_HasFocus)
        drawFocusRing(painter, box.adjusted(2, 4, -2, -4), 6);
}

void progress(const QStyleOptionProgressBar &option, QPainter &painter)
{
    const qreal thick = 6;
    QRectF groove(option.rect.left(), option.rect.center().y() - thick / 2 + 0.5, option.rect.width(), thick);
    drawBox(painter, groove, thick / 2, color(Token::Edge));
    const qreal range = option.maximum - option.minimum;
    if (range <= 0)
        return;
    groove.setWidth(groove.width() * (option.progress - option.minimum) / range);
    if (groove.width() > 0)
        drawBox(painter, groove, thick / 2, color(Token::Accent));
}

} // namespace deskbell::ui::strokes
