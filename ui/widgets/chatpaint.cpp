// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chatpaint.h"
#include "ui/theme/paint.h"
#include "ui/widgets/chatwords.h"
#include "ui/widgets/keycap.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace deskbell::ui {

namespace {

using Kind = ChatItem::Kind;

struct BubbleDress {
    Token fill;
    Token ink; ///< of the text
    Token head; ///< of the heading
    Icon sign;
    QColor border = {};
};

BubbleDress bubbleDress(const ChatItem &item)
{
    switch (item.kind) {
    case Kind::Caller: return {Token::Surface, Token::Text, Token::Text2, Icon::None, color(Token::Line)};
    case Kind::Ai: return {Token::AiSoft, Token::Text, Token::Ai, Icon::StarFilled, color(Token::AiLine)};
    case Kind::Person: return {Token::AccentFill, Token::OnFill, Token::Accent, Icon::Person};
    case Kind::NextReply: return {Token::Surface, Token::Text, Token::Ai, Icon::StarFilled, color(Token::Ai)};
    case Kind::Note:
        return {Token::WarnSoft, Token::Text, Token::Warn, Icon::Lock,
                mixed(color(Token::WarnSoft), color(Token::Warn), theme().look().highContrast ? 1.0 : 0.3)};
    case Kind::System: break;
    }
    return {Token::Canvas, Token::Text2, Token::Text2, item.sign};
}

/// Round everywhere but at the speaker's own corner, so the side is told by shape as well.
QPainterPath bubblePath(const QRectF &box, bool left)
{
    const qreal r = std::min(radius::bubble, box.height() / 2);
    const qreal own = radius::ownCorner;
    const qreal tl = left ? own : r;
    const qreal tr = left ? r : own;
    QPainterPath path;
    path.moveTo(box.left() + tl, box.top());
    path.lineTo(box.right() - tr, box.top());
    path.arcTo(box.right() - 2 * tr, box.top(), 2 * tr, 2 * tr, 90, -90);
    path.lineTo(box.right(), box.bottom() - r);
    path.arcTo(box.right() - 2 * r, box.bottom() - 2 * r, 2 * r, 2 * r, 0, -90);
    path.lineTo(box.left() + r, box.bottom());
    path.arcTo(box.left(), box.bottom() - 2 * r, 2 * r, 2 * r, -90, -90);
    path.lineTo(box.left(), box.top() + tl);
    path.arcTo(box.left(), box.top(), 2 * tl, 2 * tl, 180, -90);
    return path;
}

void paintBetweenLines(QPainter &painter, const QRectF &box, const QString &text, const QFont &font, Token ink,
                       Token line)
{
    const qreal half = textWidth(text, font) / 2.0 + 12;
    const QPointF middle = box.center();
    drawHairline(painter, QLineF(box.left(), middle.y(), middle.x() - half, middle.y()), color(line));
    drawHairline(painter, QLineF(middle.x() + half, middle.y(), box.right(), middle.y()), color(line));
    drawLine(painter, box, text, font, color(ink), Qt::AlignCenter);
}

void paintHeading(QPainter &painter, const QRectF &box, const ChatItem &item, const BubbleDress &dress)
{
    const QString rest = chatwords::timeAndDelivery(item);
    const QFont &bold = textFont(Type::Label);
    const QFont &plain = textFont(Type::Caption);
    const Token restInk = item.failed ? Token::Urgent : Token::Text2;
    if (item.kind == Kind::Caller) {
        const qreal used = drawLine(painter, box.adjusted(0, 0, -textWidth(rest, plain) - 8, 0), item.heading, bold,
                                    color(dress.head));
        drawLine(painter, box.adjusted(used + 8, 0, 0, 0), rest, plain, color(restInk));
        return;
    }
    const qreal restWide = drawLine(painter, box, rest, plain, color(restInk), Qt::AlignRight | Qt::AlignVCenter);
    const QRectF left = box.adjusted(px(20), 0, -restWide - 8, 0);
    const qreal wide = drawLine(painter, left, item.heading, bold, color(dress.head), Qt::AlignRight | Qt::AlignVCenter);
    drawIcon(painter, QRectF(left.right() - wide - px(19), box.top(), px(14), box.height()), dress.sign,
             color(dress.head), px(14));
}

void paintSystem(QPainter &painter, const ChatColumn &column, int index)
{
    const ChatItem &item = column.item(index);
    const ChatFrame &frame = column.frame(index);
    const qreal middle = std::round(frame.words.center().y());
    const QRectF all = column.column();
    drawHairline(painter, QLineF(all.left(), middle, frame.bubble.left() - 4, middle), color(Token::Edge));
    drawHairline(painter, QLineF(frame.bubble.right() + 4, middle, all.right(), middle), color(Token::Edge));
    const qreal lineHigh = std::min<qreal>(frame.words.height(), px(18));
    drawIcon(painter, QRectF(frame.words.left() - px(20), frame.words.top(), px(14), lineHigh), item.sign,
             color(Token::Text2), px(14));
    painter.setPen(color(Token::Text2));
    column.text(index).draw(&painter, frame.words.topLeft());
}

void paintCountdown(QPainter &painter, const ChatItem &item, const QRectF &box, bool hovered)
{
    drawHairline(painter, QLineF(box.left(), box.top() + 2, box.right(), box.top() + 2), color(Token::Line));
    QRectF line = box.adjusted(0, 4, 0, 0);
    const QString key = QStringLiteral("Esc");
    const QSize cap = keyCapSize(key);
    const QFont &meta = textFont(Type::Meta);
    const QFont &bold = textFont(Type::Label);
    if (item.secondsLeft < 0) { // on hold: nothing ticks
        drawIcon(painter, QRectF(line.left(), line.top(), px(16), line.height()), Icon::Pause, color(Token::Ai), px(16));
        drawLine(painter, line.adjusted(px(22), 0, 0, 0), item.reason, bold, color(Token::Ai));
        return;
    }
    const QRectF keyBox(QPointF(line.right() - cap.width(), line.center().y() - cap.height() / 2.0), cap);
    drawKeyCap(painter, keyBox, key, color(Token::Text));
    const QRectF hold(line.left(), line.top(), keyBox.left() - 8 - line.left(), line.height());
    const qreal holdWide = drawLine(painter, hold, chatwords::hold(), meta,
                                    color(hovered ? Token::Accent : Token::Text2), Qt::AlignRight | Qt::AlignVCenter);
    drawIcon(painter, QRectF(line.left(), line.top(), px(14), line.height()), Icon::Clock, color(Token::Ai), px(14));
    qreal x = line.left() + px(20);
    x += drawLine(painter, QRectF(x, line.top(), line.width(), line.height()), chatwords::sendsIn(), bold,
                  color(Token::Ai)) + 4;
    const QString left = clockWords(item.secondsLeft);
    drawTicking(painter, QRectF(x, line.top(), line.width(), line.height()), left, bold, color(Token::Ai));
    x += tickingWidth(left, bold) + 10;
    const QRectF bar(x, line.center().y() - 2, std::min<qreal>(px(70), hold.right() - holdWide - 10 - x), 4);
    if (bar.width() < 16 || item.secondsTotal <= 0)
        return;
    drawBox(painter, bar, 2, mixed(color(Token::Surface), color(Token::Ai), 0.25));
    const qreal share = std::clamp(double(item.secondsLeft) / item.secondsTotal, 0.0, 1.0);
    drawBox(painter, QRectF(bar.topLeft(), QSizeF(bar.width() * share, 4)), 2, color(Token::Ai));
}

void paintLink(QPainter &painter, const QRectF &box, const QString &text, bool hovered)
{
    drawBox(painter, box, radius::control, color(hovered ? Token::Hover : Token::Surface), color(Token::Edge));
    drawLine(painter, box, text, textFont(Type::Label), color(Token::Accent), Qt::AlignCenter);
}

void paintTrouble(QPainter &painter, const ChatItem &item, const ChatFrame &frame, ChatPart hovered)
{
    const QRectF words = frame.sentence.adjusted(px(20), 0, 0, 0);
    drawIcon(painter, QRectF(frame.sentence.left(), frame.sentence.top(), px(14), px(18)), Icon::Alert,
             color(Token::Urgent), px(14));
    painter.setFont(textFont(Type::Caption));
    painter.setPen(color(Token::Urgent));
    painter.drawText(words.adjusted(0, 0, 4, 8), Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, item.reason);
    paintLink(painter, frame.retry, chatwords::tryAgain(), hovered == ChatPart::Retry);
    paintLink(painter, frame.callBack, chatwords::putOnList(), hovered == ChatPart::CallBack);
}

void paintBubble(QPainter &painter, const ChatColumn &column, int index, const ChatMarks &marks)
{
    const ChatItem &item = column.item(index);
    const ChatFrame &frame = column.frame(index);
    const BubbleDress dress = bubbleDress(item);
    const bool dashed = item.kind == Kind::NextReply;
    QPen pen = dress.border.isValid() ? QPen(dress.border, dashed ? 1.5 : 1) : QPen(Qt::NoPen);
    if (dashed)
        pen.setDashPattern({4, 3});
    if (item.failed)
        pen = QPen(color(Token::Urgent), 2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(color(dress.fill));
    const qreal half = pen.style() == Qt::NoPen ? 0 : pen.widthF() / 2;
    painter.drawPath(bubblePath(frame.bubble.adjusted(half, half, -half, -half), item.kind == Kind::Caller));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(color(dress.ink));
    column.text(index).draw(&painter, frame.words.topLeft());
    const ChatPart hovered = marks.hover.index == index ? marks.hover.part : ChatPart::None;
    if (!frame.footer.isEmpty())
        paintCountdown(painter, item, frame.footer, hovered == ChatPart::Hold);
    if (item.kind == Kind::Person && item.secondsLeft >= 0 && item.secondsTotal > 0) {
        const qreal share = std::clamp(double(item.secondsLeft) / item.secondsTotal, 0.0, 1.0);
        const QRectF line(frame.words.left(), frame.bubble.bottom() - 4, (frame.bubble.width() - 28) * share, 2);
        painter.fillRect(line, color(Token::OnFill));
    }
    if (item.failed)
        paintTrouble(painter, item, frame, hovered);
}

} // namespace

void paintChatSlot(QPainter &painter, const ChatColumn &column, int index, const ChatMarks &marks)
{
    const ChatItem &item = column.item(index);
    const ChatFrame &frame = column.frame(index);
    if (!frame.day.isEmpty())
        paintBetweenLines(painter, frame.day, chatwords::day(item.at.date()), textFont(Type::Label), Token::Text2,
                          Token::Line);
    if (!frame.unread.isEmpty())
        paintBetweenLines(painter, frame.unread, chatwords::newSince(), textFont(Type::Label), Token::Accent,
                          Token::Accent);
    if (!frame.heading.isEmpty())
        paintHeading(painter, frame.heading, item, bubbleDress(item));
    if (item.kind == Kind::System)
        paintSystem(painter, column, index);
    else
        paintBubble(painter, column, index, marks);
    const bool selected = marks.focused && marks.selected == index;
    if (!frame.why.isEmpty() && (selected || marks.hover.index == index)) {
        const bool aimed = marks.hover.index == index && marks.hover.part == ChatPart::Why;
        drawBox(painter, frame.why, frame.why.height() / 2, color(aimed ? Token::Sunken : Token::Canvas));
        drawIcon(painter, frame.why, Icon::Question, color(aimed ? Token::Accent : Token::Text2), px(18));
    }
    if (selected)
        drawFocusRing(painter, frame.bubble.adjusted(-3, -3, 3, 3), radius::bubble + 3);
}

ChatPart chatPartAt(const ChatItem &item, const ChatFrame &frame, const QPointF &at)
{
    if (frame.why.contains(at))
        return ChatPart::Why;
    if (frame.retry.contains(at))
        return ChatPart::Retry;
    if (frame.callBack.contains(at))
        return ChatPart::CallBack;
    if (item.secondsLeft >= 0 && frame.footer.contains(at) && at.x() > frame.footer.center().x())
        return ChatPart::Hold;
    return frame.bubble.contains(at) ? ChatPart::Bubble : ChatPart::None;
}

} // namespace deskbell::ui
