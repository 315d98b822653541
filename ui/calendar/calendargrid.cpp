// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendargrid.h"

#include "ui/calendar/calendaraccessible.h"
#include "ui/theme/paint.h"
#include "ui/words/when.h"

#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace deskbell::ui {

namespace {

constexpr int leastDayColumn = 160; ///< of the day view
constexpr int leastWeekColumn = 56;

} // namespace

CalendarGrid::CalendarGrid(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Calendar"));
    installCalendarAccessibility();
    connect(&theme(), &Theme::changed, this, &CalendarGrid::layOut);
}

QSize CalendarGrid::sizeHint() const
{
    return {px(900), px(600)};
}

int CalendarGrid::headHeight() const
{
    return px(46);
}

int CalendarGrid::gutter() const
{
    return px(60);
}

QPointF CalendarGrid::offset() const
{
    return {qreal(gutter() - horizontalScrollBar()->value()), qreal(headHeight() - verticalScrollBar()->value())};
}

void CalendarGrid::setProfile(const Profile &profile)
{
    m_profile = profile;
    m_frame.zone = profile.zone;
    m_frame.resources = std::max(1, int(profile.resources.size()));
    layOut();
}

void CalendarGrid::setRange(QDate first, int days)
{
    m_frame.first = first;
    m_frame.days = days;
    layOut();
}

void CalendarGrid::setCards(std::vector<CalendarCard> cards)
{
    m_cards = std::move(cards);
    layOut();
    if (!m_selected.isEmpty() && !spotOf(m_selected))
        setSelected({});
    else
        Q_EMIT selectionChanged(); // the card may say something else now
}

void CalendarGrid::layOut()
{
    if (!m_frame.first.isValid())
        return;
    std::vector<Slot> slots;
    for (const CalendarCard &card : m_cards)
        slots.push_back(card.slot);
    const HourSpan hours = hoursToShow(m_frame.first, m_frame.days, m_profile.hours, slots, m_frame.zone);
    m_frame.fromHour = hours.from;
    m_frame.toHour = hours.to;
    const int count = hours.to - hours.from;
    const int roomHigh = viewport()->height() - headHeight();
    const int high = count * std::max(px(40), roomHigh / std::max(1, count));
    const int least = px(m_frame.days == 1 ? leastDayColumn : leastWeekColumn) * m_frame.days * m_frame.resources;
    const int roomWide = viewport()->width() - gutter();
    m_frame.area = QRectF(0, 0, std::max(roomWide, least), high);
    verticalScrollBar()->setRange(0, std::max(0, high - roomHigh));
    verticalScrollBar()->setPageStep(roomHigh);
    horizontalScrollBar()->setRange(0, std::max(0, least - roomWide));
    horizontalScrollBar()->setPageStep(roomWide);
    m_spots.clear();
    const qreal column = m_frame.area.width() / (m_frame.days * m_frame.resources);
    for (const PlacedCard &placed : placeCards(m_frame, slots))
        m_spots.push_back({placed.card, int(placed.box.center().x() / column), placed.box});
    viewport()->update();
}

void CalendarGrid::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void CalendarGrid::scrollContentsBy(int, int)
{
    viewport()->update(); // head and gutter stand still, so nothing may be moved along
}

void CalendarGrid::tick(Instant now)
{
    const bool minuteTurned = now.ms / 60000 != m_now.ms / 60000;
    m_now = now;
    if (minuteTurned) {
        viewport()->update();
        return;
    }
    for (const Spot &spot : m_spots) {
        if (m_cards[size_t(spot.card)].kind == CalendarCard::Kind::Hold)
            viewport()->update(spot.box.translated(offset()).toAlignedRect());
    }
}

void CalendarGrid::scrollToNow()
{
    if (const auto line = nowLine(m_frame, m_now))
        verticalScrollBar()->setValue(int(line->y1()) - (viewport()->height() - headHeight()) / 3);
}

void CalendarGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), color(Token::Surface));
    if (!m_frame.first.isValid())
        return;
    painter.save();
    painter.translate(offset());
    paintGround(painter);
    for (const Spot &spot : m_spots) {
        const CalendarCard &card = m_cards[size_t(spot.card)];
        paintCalendarCard(painter, QRectF(spot.box.toRect()), card, m_profile, m_now, card.id == m_selected);
    }
    painter.restore();
    paintHours(painter);
    paintNow(painter);
    paintHead(painter);
}

void CalendarGrid::paintGround(QPainter &painter)
{
    const int today = int(m_frame.first.daysTo(toWall(m_now, m_frame.zone).date()));
    if (today >= 0 && today < m_frame.days) {
        const QRectF box = columnOf(m_frame, today, 1).united(columnOf(m_frame, today, m_frame.resources));
        painter.fillRect(box, mixed(color(Token::Surface), color(Token::AccentSoft), 0.35));
    }
    for (const QRectF &box : closedBoxes(m_frame, m_profile.hours))
        painter.fillRect(box, color(Token::Canvas));
    const QRectF &area = m_frame.area;
    for (int hour = m_frame.fromHour; hour <= m_frame.toHour; ++hour) {
        const qreal y = area.top() + area.height() * (hour - m_frame.fromHour) / (m_frame.toHour - m_frame.fromHour);
        drawHairline(painter, QLineF(area.left(), y, area.right(), y), color(Token::Line));
    }
    for (int day = 0; day < m_frame.days; ++day) {
        for (int bay = 1; bay <= m_frame.resources; ++bay) {
            const qreal x = columnOf(m_frame, day, bay).left();
            drawHairline(painter, QLineF(x, area.top(), x, area.bottom()), color(bay == 1 ? Token::Edge : Token::Line));
        }
    }
}

void CalendarGrid::paintHours(QPainter &painter)
{
    painter.fillRect(QRect(0, 0, gutter(), viewport()->height()), color(Token::Surface));
    const auto now = nowLine(m_frame, m_now);
    for (int hour = m_frame.fromHour; hour <= m_frame.toHour; ++hour) {
        const qreal y = m_frame.area.height() * (hour - m_frame.fromHour) / (m_frame.toHour - m_frame.fromHour);
        const bool hidden = (now && std::abs(now->y1() - y) < px(20)) || y + offset().y() < headHeight() + px(8);
        if (hidden) // by the pill of the present, or half under the head
            continue;
        const QString words = QStringLiteral("%1:00").arg(hour, 2, 10, QLatin1Char('0'));
        const QRectF box(0, y + offset().y() - px(10), gutter() - 10, px(20));
        drawLine(painter, box, words, textFont(Type::Caption), color(Token::Text2), Qt::AlignRight | Qt::AlignVCenter);
    }
}

void CalendarGrid::paintNow(QPainter &painter)
{
    const auto line = nowLine(m_frame, m_now);
    if (!line)
        return;
    const QLineF shown = line->translated(offset());
    const QString time = clockTime(m_now, m_frame.zone);
    const QRectF pill(6, shown.y1() - px(11), gutter() - 12, px(22));
    drawBox(painter, pill, pill.height() / 2, color(Token::UrgentFill));
    drawLine(painter, pill, time, textFont(Type::Label), color(Token::OnFill), Qt::AlignCenter);
    painter.save();
    painter.setClipRect(QRect(gutter(), 0, viewport()->width(), viewport()->height()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Token::UrgentFill), 2));
    painter.setBrush(color(Token::UrgentFill));
    painter.drawLine(shown);
    painter.drawEllipse(shown.p1(), 3, 3);
    painter.restore();
}

void CalendarGrid::paintHead(QPainter &painter)
{
    const QRect head(0, 0, viewport()->width(), headHeight());
    painter.fillRect(head, color(Token::Surface));
    painter.save();
    painter.setClipRect(head.adjusted(gutter(), 0, 0, 0));
    for (int day = 0; day < m_frame.days; ++day)
        paintDayHead(painter, day);
    painter.restore();
    drawHairline(painter, QLineF(0, head.bottom(), head.right() + 1, head.bottom()), color(Token::Line));
}

void CalendarGrid::paintDayHead(QPainter &painter, int day)
{
    const QDate date = m_frame.first.addDays(day);
    const bool today = date == toWall(m_now, m_frame.zone).date();
    const qreal x = offset().x();
    const QRectF dayBox = columnOf(m_frame, day, 1).united(columnOf(m_frame, day, m_frame.resources)).translated(x, 0);
    //: Head of a day in the calendar: weekday and day of the month
    const QString name = QLocale().toString(date, tr("ddd d"));
    const QRectF nameBox(dayBox.left() + 10, 2, textWidth(name, textFont(Type::Name)) + 1, px(23));
    if (today)
        drawBox(painter, nameBox.adjusted(-8, 0, 8, 0), nameBox.height() / 2, color(Token::AccentFill));
    drawLine(painter, nameBox, name, textFont(Type::Name), color(today ? Token::OnFill : Token::Text));
    for (int bay = 1; bay <= m_frame.resources; ++bay) {
        const QRectF column = columnOf(m_frame, day, bay).translated(x, 0);
        drawLine(painter, QRectF(column.left() + 10, px(25), column.width() - 12, px(18)), bayName(bay, m_profile),
            textFont(Type::Caption), color(Token::Text2));
        if (bay == 1)
            drawHairline(painter, QLineF(column.left(), 0, column.left(), headHeight()), color(Token::Edge));
    }
}

} // namespace deskbell::ui
