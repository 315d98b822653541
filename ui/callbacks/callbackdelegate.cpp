// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/callbacks/callbackdelegate.h"

#include "ui/models/callbackmodel.h"
#include "ui/theme/paint.h"

#include <QPainter>

namespace deskbell::ui {

CallbackRowNeeds needsOf(const CallbackWords &words)
{
    CallbackRowNeeds needs;
    needs.lineHeight = std::max(QFontMetrics(textFont(Type::Name)).height(), px(22));
    needs.tileSide = px(40);
    needs.dueWidth = textWidth(words.due, textFont(Type::Label));
    needs.pill = words.pill.isEmpty() ? QSize() : pillSize(words.pill);
    return needs;
}

CallbackDelegate::CallbackDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

int CallbackDelegate::rowHeight()
{
    return px(88);
}

QSize CallbackDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {px(200), rowHeight()};
}

void CallbackDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const CallbackModel *>(index.model());
    const engine::CallbackRow *row = model ? model->at(index.row()) : nullptr;
    if (!row)
        return;
    const CallbackWords words = callbackWords(*row, m_now, m_profile);
    const CallbackRowLayout boxes = layOut(option.rect, needsOf(words));
    const ToneColors tile = colorsOf(words.tone);
    const bool chosen = option.state & QStyle::State_Selected;
    const bool under = option.state & QStyle::State_MouseOver;
    painter->save();
    painter->fillRect(option.rect, color(chosen ? Token::Select : under ? Token::Hover : Token::Surface));
    if (chosen)
        painter->fillRect(boxes.bar, color(Token::AccentFill));
    const int line = option.rect.bottom();
    drawHairline(*painter, QLineF(chosen ? option.rect.left() : boxes.tile.left(), line, option.rect.right() + 1, line),
        color(Token::Line));
    drawBox(*painter, boxes.tile, 10, color(tile.fill));
    drawIcon(*painter, boxes.tile, words.icon, color(tile.ink), px(20));
    drawLine(*painter, boxes.name, words.name, textFont(Type::Name), color(Token::Text));
    drawLine(*painter, boxes.due, words.due, textFont(Type::Label), color(words.overdue ? Token::Urgent : Token::Text2),
        Qt::AlignRight | Qt::AlignVCenter);
    drawLine(*painter, boxes.context, words.context, textFont(Type::Meta), color(Token::Text2));
    if (!words.pill.isEmpty())
        drawPill(*painter, boxes.pill, words.pill, words.tone);
    drawLine(
        *painter, boxes.tries, row->done ? words.outcome : words.tries, textFont(Type::Caption), color(Token::Text2));
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        drawFocusRing(*painter, option.rect, 4);
    painter->restore();
}

} // namespace deskbell::ui
