// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/chatcolumn.h"
#include "ui/widgets/chatpaint.h"

#include <QAbstractScrollArea>

namespace deskbell::ui {

class Button;

/// A conversation. Messages are laid out when they come into view; until then their heights are guessed, and the first
/// message in view stays where it is while guesses become real. Scrolled up, new text does not move the view: a
/// "1 new" button appears. Plain text only. Up/Down choose a message, Enter asks for its reason, Ctrl C copies it.
class ChatView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit ChatView(QWidget *parent = nullptr);
    ~ChatView() override;

    /// Another conversation: opens at its first unread message (0: at the end).
    void setMessages(const QVector<ChatItem> &items, qint64 firstUnread = 0);
    /// Older ones above; the view stays where it is.
    void prepend(const QVector<ChatItem> &older);
    void append(const ChatItem &item);
    /// Shows the new state of a message by its id; an unknown id is appended.
    void change(const ChatItem &item);
    void remove(qint64 id);
    void scrollToEnd();
    void scrollTo(qint64 id);

    [[nodiscard]] const ChatColumn &column() const { return m_column; }
    [[nodiscard]] int selected() const { return m_marks.selected; }
    void select(int index);
    /// Where a message is in the viewport; for screen readers and tests.
    [[nodiscard]] QRect messageRect(int index) const;
    [[nodiscard]] bool isAtEnd() const;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void reasonRequested(qint64 id);
    void holdRequested(qint64 id);
    void retryRequested(qint64 id);
    void callBackListRequested(qint64 id);
    /// The top is near: prepend() more, if there is more.
    void olderWanted();
    /// Letters belong to the text box: a letter typed here is handed over.
    void letterTyped(const QString &text);
    /// The end came into view: everything has been seen.
    void endSeen();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    /// A message (count() for the end) and where its top is to be in the viewport.
    struct Pin {
        int index = 0;
        qreal y = 0;
    };

    [[nodiscard]] qreal top() const; ///< column y at the viewport's top
    [[nodiscard]] Pin pinHere() const;
    [[nodiscard]] Pin pinEnd() const;
    void settle(Pin pin);
    void settleOr(bool atEnd, Pin pin);
    void refresh(int index);
    void countNew(const ChatItem &item);
    void placeNewButton();
    [[nodiscard]] ChatAim aimAt(const QPointF &at) const;
    void act(const ChatAim &aim);
    void openMenu(int index, const QPoint &at);
    void moveSelection(int step);
    void copySelected() const;

    ChatColumn m_column;
    ChatMarks m_marks;
    Button *m_new;
    int m_newCount = 0;
    bool m_settling = false;
};

} // namespace deskbell::ui
