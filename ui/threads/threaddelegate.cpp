// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threads/threaddelegate.h"

#include "ui/theme/paint.h"
#include "ui/widgets/label.h"
#include "ui/words/reasons.h"

#include <QApplication>
#include <QPainter>

namespace deskbell::ui {

namespace {

QFont runningFont()
{
    return fontOf(px(18), QFont::DemiBold);
}

int lineOf(Type type)
{
    return QFontMetrics(textFont(type)).height();
}

/// Type and colour of row parts on the selected row too: every ink used here reads on Select (ui-design §8).
void paintClock(QPainter &painter, const ThreadRowLayout &boxes, const RowWords &words)
{
    if (!words.running) {
        drawLine(painter, boxes.clock, words.clock, textFont(Type::Meta), color(Token::Text2), Qt::AlignCenter);
        drawIcon(painter, boxes.clockWord, words.icon, color(words.iconToken), boxes.clockWord.height());
        return;
    }
    drawTicking(painter, boxes.clock, words.clock, runningFont(), color(words.clockToken), Qt::AlignCenter);
    if (words.limitShare > 0) {
        QRectF filled(boxes.limit);
        filled.setWidth(std::max(4.0, filled.width() * words.limitShare));
        drawBox(painter, boxes.limit, 2, color(Token::Line));
        drawBox(painter, filled, 2, color(words.limitToken));
    }
    drawLine(
        painter, boxes.clockWord, words.clockWord, textFont(Type::Caption), color(words.clockToken), Qt::AlignCenter);
}

void paintWords(QPainter &painter, const ThreadRowLayout &boxes, const RowWords &words)
{
    drawLine(painter, boxes.name, words.name, textFont(Type::Name), color(Token::Text));
    drawIcon(painter, boxes.channel, words.channel, color(Token::Text3), px(16));
    if (!boxes.badge.isEmpty())
        drawBadge(
            painter, boxes.badge, QString::number(words.unread), words.urgent ? Tone::UrgentSolid : Tone::AccentSolid);
    drawLine(painter, boxes.text, words.text, textFont(Type::Meta), color(words.textToken));
    if (!boxes.pill.isEmpty())
        drawPill(painter, boxes.pill, words.pill, words.pillTone, words.pillIcon);
    if (!boxes.thirdIcon.isEmpty())
        drawIcon(painter, boxes.thirdIcon, words.thirdIcon, color(words.thirdToken), px(16));
    drawLine(painter, boxes.third, words.third, textFont(words.thirdBold ? Type::Label : Type::Caption),
        color(words.thirdToken));
}

} // namespace

ThreadRowNeeds needsOf(const RowWords &words)
{
    ThreadRowNeeds needs;
    needs.lineHeight = std::max(lineOf(Type::Name), px(20));
    needs.smallHeight = std::max(lineOf(Type::Caption), px(18));
    needs.iconSide = px(16);
    needs.nameWidth = textWidth(words.name, textFont(Type::Name));
    needs.clockWidth = px(48);
    needs.badge = words.unread > 0 ? badgeSize(QString::number(words.unread)) : QSize();
    needs.pill = words.pill.isEmpty() ? QSize() : pillSize(words.pill, words.pillIcon);
    needs.thirdIcon = words.thirdIcon != Icon::None;
    needs.running = words.running;
    return needs;
}

ThreadDelegate::ThreadDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

int ThreadDelegate::rowHeight()
{
    return px(80);
}

int ThreadDelegate::headingHeight()
{
    return px(30);
}

QSize ThreadDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool heading = index.data(SectionedThreadModel::HeadingRole).toBool();
    return {px(120), heading ? headingHeight() : rowHeight()};
}

void ThreadDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const SectionedThreadModel *>(index.model());
    if (!model)
        return;
    if (const engine::ThreadRow *row = model->threadAt(index.row()))
        paintRow(*painter, option, *row);
    else
        paintHeading(
            *painter, option.rect, model->sectionAt(index.row()), model->shownIn(model->sectionAt(index.row())));
}

void ThreadDelegate::paintHeading(QPainter &painter, const QRect &box, engine::Section section, int count)
{
    drawSectionHeading(painter, box, word(section), QString::number(count), headingToken(section));
}

void ThreadDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option, const engine::ThreadRow &row) const
{
    const RowWords words = rowWords(row, m_scene);
    const ThreadRowLayout boxes = layOut(option.rect, needsOf(words));
    const bool chosen = option.state & QStyle::State_Selected;
    const bool under = option.state & QStyle::State_MouseOver;
    const Token ground = chosen ? Token::Select
        : words.urgent          ? Token::UrgentSoft
        : under                 ? Token::Hover
                                : Token::Surface;
    painter.save();
    painter.fillRect(option.rect, color(ground));
    const int line = option.rect.bottom() + 1;
    const int inset = chosen ? 0 : boxes.clock.left() - option.rect.left();
    drawHairline(
        painter, QLineF(option.rect.left() + inset, line - 1, option.rect.right() + 1, line - 1), color(Token::Line));
    const Token bar = chosen && words.barToken == Token::Surface ? Token::AccentFill : words.barToken;
    if (bar != Token::Surface)
        painter.fillRect(boxes.bar, color(bar));
    paintClock(painter, boxes, words);
    paintWords(painter, boxes, words);
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        drawFocusRing(painter, option.rect, 4);
    painter.restore();
}

QRect ThreadDelegate::clockBox(const QRect &row, const engine::ThreadRow &thread) const
{
    const RowWords words = rowWords(thread, m_scene);
    const ThreadRowLayout boxes = layOut(row, needsOf(words));
    return boxes.clock | boxes.clockWord;
}

} // namespace deskbell::ui
