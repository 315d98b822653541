// SPDX-License-Identifier: GPL-3.0-or-later
// The half of CalendarGrid that selects: pointer and keys.
#include "ui/calendar/calendargrid.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <cmath>

namespace deskbell::ui {

const CalendarCard *CalendarGrid::find(const QString &id) const
{
    const Spot *spot = spotOf(id);
    return spot ? &m_cards[size_t(spot->card)] : nullptr;
}

const CalendarCard *CalendarGrid::selected() const
{
    return find(m_selected);
}

QString CalendarGrid::spoken(const QString &id) const
{
    const CalendarCard *card = find(id);
    return card ? spokenCard(*card, m_profile, m_now) : QString();
}

void CalendarGrid::tellSelection()
{
    // The card itself has the focus for a screen reader, so walking by arrows is read out.
    QAccessibleInterface *grid = QAccessible::isActive() ? QAccessible::queryAccessibleInterface(this) : nullptr;
    for (int index = 0; grid && index < int(m_cards.size()); ++index) {
        if (m_cards[size_t(index)].id != m_selected)
            continue;
        QAccessibleEvent focus(this, QAccessible::Focus);
        focus.setChild(index);
        QAccessible::updateAccessibility(&focus);
    }
}

const CalendarGrid::Spot *CalendarGrid::spotOf(const QString &id) const
{
    const auto found = std::find_if(m_spots.begin(), m_spots.end(),
        [&](const Spot &spot) { return !id.isEmpty() && m_cards[size_t(spot.card)].id == id; });
    return found == m_spots.end() ? nullptr : &*found;
}

QRect CalendarGrid::boxOf(const QString &id) const
{
    const Spot *spot = spotOf(id);
    return spot ? spot->box.translated(offset()).toRect() : QRect();
}

void CalendarGrid::setSelected(const QString &id)
{
    if (m_selected == id)
        return;
    m_selected = id;
    setAccessibleDescription(spoken(id));
    tellSelection();
    viewport()->update();
    Q_EMIT selectionChanged();
}

bool CalendarGrid::select(const QString &id)
{
    const Spot *spot = spotOf(id);
    if (!spot)
        return false;
    setSelected(id);
    const int roomHigh = viewport()->height() - headHeight();
    const int top = verticalScrollBar()->value();
    if (spot->box.top() < top || spot->box.bottom() > top + roomHigh)
        verticalScrollBar()->setValue(int(spot->box.top()) - px(20));
    const int left = horizontalScrollBar()->value();
    if (spot->box.left() < left || spot->box.right() > left + viewport()->width() - gutter())
        horizontalScrollBar()->setValue(int(spot->box.left()) - px(20));
    return true;
}

const CalendarGrid::Spot *CalendarGrid::firstSpot() const
{
    const Spot *best = nullptr;
    const auto later = [this](const Spot &left, const Spot &right) {
        const CalendarCard &one = m_cards[size_t(left.card)];
        const CalendarCard &other = m_cards[size_t(right.card)];
        const bool onePast = one.slot.end <= m_now;
        const bool otherPast = other.slot.end <= m_now;
        return std::tie(onePast, one.slot.start, one.slot.resource)
            < std::tie(otherPast, other.slot.start, other.slot.resource);
    };
    for (const Spot &spot : m_spots) {
        if (!best || later(spot, *best))
            best = &spot;
    }
    return best;
}

const CalendarGrid::Spot *CalendarGrid::neighbour(const Spot &from, Qt::Key key) const
{
    const bool sideways = key == Qt::Key_Left || key == Qt::Key_Right;
    const int sign = key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1;
    const Spot *best = nullptr;
    qreal bestFar = 0;
    for (const Spot &spot : m_spots) {
        const int columns = (spot.column - from.column) * sign;
        const qreal down = (spot.box.center().y() - from.box.center().y()) * sign;
        const bool ahead =
            sideways ? columns > 0 : columns == 0 && (down > 0 || (down == 0 && spot.box.left() > from.box.left()));
        // Sideways the nearest column wins and in it the nearest height; up and down only the nearest height counts.
        const qreal far = sideways ? columns * 1e6 + std::abs(down) : down;
        if (ahead && &spot != &from && (!best || far < bestFar)) {
            best = &spot;
            bestFar = far;
        }
    }
    return best;
}

bool CalendarGrid::step(Qt::Key key)
{
    const Spot *from = spotOf(m_selected);
    const Spot *to = from ? neighbour(*from, key) : firstSpot();
    return to && select(m_cards[size_t(to->card)].id);
}

void CalendarGrid::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers() == Qt::NoModifier) {
            step(Qt::Key(event->key()));
            return;
        }
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (selected())
            Q_EMIT opened(m_selected);
        return;
    case Qt::Key_Escape:
        if (!m_selected.isEmpty()) {
            setSelected({});
            return;
        }
        break;
    default: break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

const CalendarCard *CalendarGrid::cardAt(const QPoint &at) const
{
    if (at.x() < gutter() || at.y() < headHeight())
        return nullptr;
    for (auto spot = m_spots.rbegin(); spot != m_spots.rend(); ++spot) {
        if (spot->box.translated(offset()).contains(at))
            return &m_cards[size_t(spot->card)];
    }
    return nullptr;
}

void CalendarGrid::mousePressEvent(QMouseEvent *event)
{
    const CalendarCard *card = event->button() == Qt::LeftButton ? cardAt(event->position().toPoint()) : nullptr;
    if (event->button() == Qt::LeftButton)
        setSelected(card ? card->id : QString());
}

void CalendarGrid::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const CalendarCard *card = cardAt(event->position().toPoint()))
        Q_EMIT opened(card->id);
}

bool CalendarGrid::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const CalendarCard *card = cardAt(help->pos());
        QToolTip::showText(help->globalPos(), card ? spokenCard(*card, m_profile, m_now) : QString(), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace deskbell::ui
