// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/threads/threaddelegate.h"

#include <QListView>

namespace deskbell::ui {

class Button;

/// The list of threads: sticky headings, running clocks, and a promise: it never moves under the pointer. While the
/// pointer is over it, or keys came in the last 3 s, the order is frozen and a pill says how much waits.
class ThreadList : public QListView
{
    Q_OBJECT
public:
    explicit ThreadList(SectionedThreadModel &model, QWidget *parent = nullptr);

    [[nodiscard]] ThreadId current() const; ///< empty: none
    /// Marks a row without saying so to anyone; an unknown thread clears the mark.
    void mark(const ThreadId &thread);
    [[nodiscard]] ListScene &scene() { return m_delegate->scene(); }
    /// Next thread after (step 1) or before (step -1) the current one; empty at the ends.
    [[nodiscard]] ThreadId neighbour(int step) const;

public Q_SLOTS:
    /// Once a second: repaints only the clocks, and thaws when the time has come.
    void tick(deskbell::Instant now);

Q_SIGNALS:
    /// The row a person clicked or walked to, by the thread that was painted there when the button went down.
    void opened(const deskbell::ThreadId &thread);
    /// Enter on a row: the cursor belongs into the text box.
    void entered(const deskbell::ThreadId &thread);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void choose(const QModelIndex &index);
    void settleFreeze();
    void showPendingPill(int count);
    void placePill();
    void paintStickyHeading();
    [[nodiscard]] QModelIndex nextThread(int row, int step) const;
    [[nodiscard]] int rowsAPage() const;

    SectionedThreadModel &m_model;
    ThreadDelegate *m_delegate;
    Button *m_pill;
    bool m_pointerOver = false;
    Instant m_lastKey;
};

} // namespace deskbell::ui
