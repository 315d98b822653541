// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/calendar/calendarcards.h"

#include <QWidget>

namespace deskbell::ui {

class Button;
class CalendarGrid;
class ElidedLabel;
class EmptyState;
class Label;
class Segments;

/// Week and day of all bays, to read. Asks for a range by signal, takes the answer by slot.
class CalendarPage : public QWidget
{
    Q_OBJECT
public:
    enum class View { Day, Week };

    explicit CalendarPage(QWidget *parent = nullptr);

    void setNameOf(NameOf nameOf) { m_nameOf = std::move(nameOf); }
    void focusGrid();
    [[nodiscard]] CalendarGrid &grid() { return *m_grid; }
    [[nodiscard]] View view() const { return m_view; }
    /// Shows the day or week that holds the date.
    void showDate(QDate date);
    void setView(View view);

public Q_SLOTS:
    void setProfile(const deskbell::Profile &profile);
    void tick(deskbell::Instant now);
    void showCalendar(const deskbell::runtime::CalendarView &view);
    /// Something changed: asks again.
    void refresh();

Q_SIGNALS:
    void rangeWanted(deskbell::Instant from, deskbell::Instant to);
    void threadWanted(const deskbell::ThreadId &thread);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeDetail();
    void turn(int direction);
    void goToday();
    void showRange();
    void showSelection();
    void openSelected();
    [[nodiscard]] QDate today() const;
    [[nodiscard]] QDate firstDay() const;

    Profile m_profile;
    NameOf m_nameOf;
    Instant m_now;
    QDate m_date;
    View m_view = View::Week;
    runtime::CalendarView m_shown;

    CalendarGrid *m_grid;
    EmptyState *m_empty;
    ElidedLabel *m_range;
    Segments *m_views;
    QWidget *m_legend;
    QWidget *m_detail;
    Label *m_title;
    ElidedLabel *m_line;
    Button *m_open;
};

} // namespace deskbell::ui
