// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/rows.h"

#include <QMap>
#include <QWidget>

namespace deskbell::ui {

class Button;

/// Across the window while a caller needs a person at once, on every screen. Goes only when a person has the caller,
/// says that they deal with it, or the engine says it is over; opening the thread is not enough. Never takes the focus.
class UrgentStrip : public QWidget
{
    Q_OBJECT
public:
    explicit UrgentStrip(QWidget *parent = nullptr);

    void resetRows(const std::vector<engine::ThreadRow> &rows);
    void changeRow(const engine::ThreadRow &row);
    void tick(Instant now);
    /// The one waiting longest; empty: nobody is urgent. F8 takes this one.
    [[nodiscard]] ThreadId mostUrgent() const;
    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void takeWanted(const deskbell::ThreadId &thread);
    /// Somebody deals with it: nobody else is to be called.
    void acknowledgeWanted(const deskbell::ThreadId &thread);
    void callWanted(const deskbell::ThreadId &thread, const deskbell::PhoneNumber &number);
    /// Somebody became urgent; to be said at once.
    void raised(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] std::vector<engine::ThreadRow> inOrder() const;
    [[nodiscard]] QRectF clockBox() const;
    void turn(int step);
    void settle();
    void placeButtons();

    QMap<ThreadId, engine::ThreadRow> m_rows;
    engine::ThreadRow m_shown;
    int m_at = 0;
    Instant m_now;
    QString m_which; ///< "1 of 3"
    Button *m_before;
    Button *m_after;
    Button *m_call;
    Button *m_seen;
    Button *m_take;
};

} // namespace deskbell::ui
