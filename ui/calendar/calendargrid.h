// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/calendar/calendarcards.h"
#include "ui/calendar/calendarlayout.h"

#include <QAbstractScrollArea>

namespace deskbell::ui {

/// Days and bays as columns, hours as lines, visits as cards. Shows, selects and tells; changes nothing.
class CalendarGrid : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit CalendarGrid(QWidget *parent = nullptr);

    void setProfile(const Profile &profile);
    void setRange(QDate first, int days);
    void setCards(std::vector<CalendarCard> cards);
    /// Every second. Repaints what counts down, and the line of the present when the minute turns.
    void tick(Instant now);
    void scrollToNow();

    [[nodiscard]] const std::vector<CalendarCard> &cards() const { return m_cards; }
    [[nodiscard]] const CalendarCard *find(const QString &id) const; ///< null: not shown
    [[nodiscard]] QString spoken(const QString &id) const; ///< the card in one sentence
    [[nodiscard]] const CalendarCard *selected() const; ///< null: none
    /// False when no such card is shown.
    bool select(const QString &id);
    /// Arrow keys: the next card in that direction. Without a selection the next visit from now on.
    bool step(Qt::Key key);
    [[nodiscard]] const CalendarFrame &frame() const { return m_frame; }
    [[nodiscard]] QRect boxOf(const QString &id) const; ///< in the viewport; empty: not shown
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void selectionChanged();
    /// Enter or double click on a card.
    void opened(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct Spot { ///< a placed card as the arrow keys see it
        int card;
        int column;
        QRectF box;
    };

    void layOut();
    void paintGround(QPainter &painter);
    void paintHours(QPainter &painter);
    void paintHead(QPainter &painter);
    void paintDayHead(QPainter &painter, int day);
    void paintNow(QPainter &painter);
    void setSelected(const QString &id);
    void tellSelection();
    [[nodiscard]] QPointF offset() const;
    [[nodiscard]] const CalendarCard *cardAt(const QPoint &at) const;
    [[nodiscard]] const Spot *spotOf(const QString &id) const;
    [[nodiscard]] const Spot *firstSpot() const;
    [[nodiscard]] const Spot *neighbour(const Spot &from, Qt::Key key) const;
    [[nodiscard]] int headHeight() const;
    [[nodiscard]] int gutter() const;

    Profile m_profile;
    std::vector<CalendarCard> m_cards;
    std::vector<Spot> m_spots;
    CalendarFrame m_frame; ///< its area starts at 0,0 of the scrolled contents
    Instant m_now;
    QString m_selected;
};

/// One card into its box. Exposed for the picture test of cards alone.
void paintCalendarCard(
    QPainter &painter, const QRectF &box, const CalendarCard &card, const Profile &profile, Instant now, bool chosen);

} // namespace deskbell::ui
