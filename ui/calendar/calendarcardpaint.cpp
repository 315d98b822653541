// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendargrid.h"

#include "ui/theme/paint.h"
#include "ui/words/when.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

namespace deskbell::ui {

namespace {

struct CardWords {
    Q_DECLARE_TR_FUNCTIONS(deskbell::ui::CardWords)
};

struct CardLook {
    Token fill;
    Token bar;
    bool dashed = false;
    bool star = false;
};

CardLook lookOf(CalendarCard::Kind kind)
{
    switch (kind) {
    case CalendarCard::Kind::ByAssistant: return {Token::AiSoft, Token::Ai, false, true};
    case CalendarCard::Kind::ByStaff: return {Token::AccentSoft, Token::AccentFill};
    case CalendarCard::Kind::External: return {Token::Sunken, Token::Control};
    case CalendarCard::Kind::Block: return {Token::Sunken, Token::Edge};
    case CalendarCard::Kind::Hold: return {Token::Surface, Token::Ai, true};
    }
    return {Token::Sunken, Token::Control};
}

void paintBar(QPainter &painter, const QRectF &box, const CardLook &look, bool clash)
{
    QPainterPath rounded;
    rounded.addRoundedRect(box, 4, 4);
    painter.save();
    painter.setClipPath(rounded, Qt::IntersectClip);
    const QRectF bar(box.left(), box.top(), 4, box.height());
    painter.fillRect(bar, color(clash ? Token::UrgentFill : look.bar));
    if (clash) { // stripes, so that it is not told by colour alone
        painter.setPen(QPen(color(Token::OnFill), 2));
        for (qreal y = box.top(); y < box.bottom() + 8; y += 8)
            painter.drawLine(QPointF(bar.left(), y), QPointF(bar.right(), y - 5));
    }
    painter.restore();
}

void paintGroundOf(QPainter &painter, const QRectF &box, const CardLook &look, bool clash)
{
    if (!look.dashed) {
        drawBox(painter, box, 4, color(look.fill));
        paintBar(painter, box, look, clash);
        return;
    }
    drawBox(painter, box, 6, color(look.fill));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(look.bar), 1.5, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.marginsRemoved({1, 1, 1, 1}), 6, 6);
    painter.restore();
}

struct Line {
    QString text;
    Type type;
    Token token;
};

/// Both times, or where the column is narrow the start alone rather than half of the end.
QString timesThatFit(const CalendarCard &card, const QTimeZone &zone, qreal room)
{
    const QString start = clockTime(card.slot.start, zone);
    const QString both = CardWords::tr("%1 to %2").arg(start, clockTime(card.slot.end, zone));
    return textWidth(both, textFont(Type::Caption)) <= room ? both : start;
}

QList<Line> linesOf(const CalendarCard &card, const Profile &profile, Instant now, const QRectF &box)
{
    QList<Line> lines{{card.title, Type::Label, card.kind == CalendarCard::Kind::Block ? Token::Text2 : Token::Text}};
    if (!card.clashWith.isEmpty())
        lines << Line{CardWords::tr("Clash with %1").arg(card.clashWith), Type::Label, Token::Urgent};
    if (card.kind == CalendarCard::Kind::Hold)
        lines << Line{CardWords::tr("held %1").arg(clockWords(std::max<qint64>(0, (card.heldUntil - now) / 1s))),
            Type::Caption, Token::Ai};
    if (!card.service.isEmpty())
        lines << Line{card.service, Type::Caption, Token::Text2};
    if (box.height() >= px(60))
        lines << Line{timesThatFit(card, profile.zone, box.width() - 18), Type::Caption, Token::Text2};
    return lines;
}

} // namespace

void paintCalendarCard(
    QPainter &painter, const QRectF &box, const CalendarCard &card, const Profile &profile, Instant now, bool chosen)
{
    const CardLook look = lookOf(card.kind);
    const bool past = card.slot.end <= now;
    painter.save();
    painter.setOpacity(past && !chosen ? 0.6 : 1);
    paintGroundOf(painter, box, look, !card.clashWith.isEmpty());
    painter.setClipRect(box, Qt::IntersectClip);
    const qreal left = box.left() + (look.dashed ? 8 : 10);
    const qreal step = std::max<qreal>(px(18), QFontMetrics(textFont(Type::Label)).height());
    const qreal side = px(14);
    const QRectF star(box.right() - side - 6, box.bottom() - side - 5, side, side);
    const bool starred = look.star && star.top() > box.top() + step && box.width() > 3 * side;
    qreal top = box.top() + (box.height() < step + 6 ? (box.height() - step) / 2 : 4);
    for (const Line &line : linesOf(card, profile, now, box)) {
        if (top + step > box.bottom() + 2)
            break;
        const qreal right = starred && top + step > star.top() + 2 ? star.left() - 2 : box.right() - 4;
        drawLine(painter, QRectF(left, top, right - left, step), line.text, textFont(line.type), color(line.token));
        top += step;
    }
    if (starred)
        drawIcon(painter, star, Icon::StarFilled, color(Token::Ai), int(side));
    painter.restore();
    if (chosen)
        drawFocusRing(painter, box, 6);
}

} // namespace deskbell::ui
