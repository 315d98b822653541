// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chatview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chataccessible.h"
#include "ui/widgets/chatwords.h"

#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace deskbell::ui {

ChatView::ChatView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_new(new Button(Button::Kind::Primary, Icon::ChevronDown, {}, viewport()))
{
    installChatAccessibility();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::TabFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Conversation"));
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    verticalScrollBar()->setSingleStep(24);
    m_new->setSize(Button::Size::Header);
    m_new->setLabel(chatwords::newBelow(1));
    m_new->hide();
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase); // canvas, also behind the scroll bar
    connect(m_new, &QAbstractButton::clicked, this, &ChatView::scrollToEnd);
    connect(&theme(), &Theme::changed, this, [this] {
        const bool atEnd = isAtEnd();
        const Pin pin = pinHere();
        m_column.forgetLayouts();
        settleOr(atEnd, pin);
    });
}

ChatView::~ChatView() = default;

void ChatView::setMessages(const QVector<ChatItem> &items, qint64 firstUnread)
{
    m_marks = {{}, -1, hasFocus()};
    m_newCount = 0;
    m_column.setViewWidth(viewport()->width());
    m_column.setItems(items, firstUnread);
    const int unread = m_column.indexOf(firstUnread);
    settle(unread < 0 ? pinEnd() : Pin{unread, double(px(24))});
}

void ChatView::prepend(const QVector<ChatItem> &older)
{
    if (older.isEmpty())
        return;
    Pin pin = pinHere();
    if (pin.index + 1 < m_column.count()) // the very first may lose its day line, so the next one is the steady point
        pin = {pin.index + 1, m_column.offset(pin.index + 1) - top()};
    m_column.prepend(older);
    pin.index += int(older.size());
    if (m_marks.selected >= 0)
        m_marks.selected += int(older.size());
    settle(pin);
}

void ChatView::append(const ChatItem &item)
{
    const bool atEnd = isAtEnd();
    const Pin pin = pinHere();
    m_column.append(item);
    refresh(m_column.count() - 2); // it is no longer the last one
    if (!atEnd)
        countNew(item);
    settleOr(atEnd, pin);
}

void ChatView::change(const ChatItem &item)
{
    const int index = m_column.indexOf(item.id);
    if (index < 0)
        return append(item);
    if (m_column.item(index) == item)
        return;
    const bool atEnd = isAtEnd();
    const Pin pin = pinHere();
    m_column.replace(item);
    settleOr(atEnd, pin);
}

void ChatView::remove(qint64 id)
{
    const int index = m_column.indexOf(id);
    if (index < 0)
        return;
    const bool atEnd = isAtEnd();
    Pin pin = pinHere();
    m_column.remove(id);
    pin.index = std::min(pin.index > index ? pin.index - 1 : pin.index, m_column.count());
    m_marks.hover = {};
    if (m_marks.selected >= index)
        m_marks.selected = std::max(m_marks.selected - 1, m_column.count() > 0 ? 0 : -1);
    refresh(m_column.count() - 1);
    settleOr(atEnd, pin);
}

/// A message that stops or starts being the last one has another height.
void ChatView::refresh(int index)
{
    if (index >= 0 && index < m_column.count())
        m_column.replace(ChatItem(m_column.item(index)));
}

void ChatView::countNew(const ChatItem &item)
{
    if (item.kind != ChatItem::Kind::NextReply)
        ++m_newCount;
}

void ChatView::scrollToEnd()
{
    settle(pinEnd());
}

void ChatView::scrollTo(qint64 id)
{
    if (const int index = m_column.indexOf(id); index >= 0)
        settle({index, double(px(24))});
}

QSize ChatView::minimumSizeHint() const
{
    return {px(300), px(120)};
}

// A short conversation stands at the bottom, next to the box where one answers it.
qreal ChatView::top() const
{
    const qreal spare = viewport()->height() - m_column.total();
    return spare > 0 ? -spare : verticalScrollBar()->value();
}

bool ChatView::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 2;
}

ChatView::Pin ChatView::pinEnd() const
{
    return {m_column.count(), double(viewport()->height())};
}

ChatView::Pin ChatView::pinHere() const
{
    if (m_column.count() == 0)
        return {};
    const int first = std::max(m_column.indexAt(top()), 0);
    const int last = m_column.indexAt(top() + viewport()->height());
    int kept = first;
    while (kept < last && !m_column.isReal(kept))
        ++kept;
    if (!m_column.isReal(kept))
        kept = first;
    return {kept, m_column.offset(kept) - top()};
}

void ChatView::settleOr(bool atEnd, Pin pin)
{
    settle(atEnd ? pinEnd() : pin);
}

void ChatView::settle(Pin pin)
{
    m_settling = true;
    const int high = viewport()->height();
    // Each round can only bring smaller errors into view; a handful is plenty.
    for (int round = 0; round < 8; ++round) {
        const bool toEnd = pin.index >= m_column.count();
        const qreal wanted = m_column.offset(std::min(pin.index, m_column.count())) - (toEnd ? high : pin.y);
        const int most = std::max(0, int(std::ceil(m_column.total())) - high);
        verticalScrollBar()->setPageStep(high);
        verticalScrollBar()->setRange(0, most);
        verticalScrollBar()->setValue(std::clamp(int(std::lround(wanted)), 0, most));
        if (!m_column.makeReal(m_column.indexAt(top()), m_column.indexAt(top() + high)))
            break;
    }
    m_settling = false;
    if (isAtEnd()) {
        m_newCount = 0;
        Q_EMIT endSeen();
    }
    if (verticalScrollBar()->value() < high && m_column.count() > 0 && verticalScrollBar()->maximum() > 0)
        Q_EMIT olderWanted();
    placeNewButton();
    viewport()->update();
}

void ChatView::placeNewButton()
{
    m_new->setVisible(m_newCount > 0);
    if (m_newCount == 0)
        return;
    m_new->setLabel(chatwords::newBelow(m_newCount));
    const QSize size = m_new->sizeHint();
    m_new->setGeometry(QRect(QPoint((viewport()->width() - size.width()) / 2, viewport()->height() - size.height() - 12),
                             size));
}

void ChatView::scrollContentsBy(int, int)
{
    if (!m_settling)
        settle(pinHere());
}

void ChatView::resizeEvent(QResizeEvent *event)
{
    const bool atEnd = event->oldSize().height() <= 0
        || verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 2;
    const Pin pin = pinHere();
    m_column.setViewWidth(viewport()->width());
    settleOr(atEnd, pin);
}

void ChatView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), color(Token::Canvas));
    if (m_column.count() == 0)
        return;
    const qreal from = top();
    const int last = m_column.indexAt(from + event->rect().bottom());
    for (int i = std::max(0, m_column.indexAt(from + event->rect().top())); i <= last; ++i) {
        if (!m_column.isReal(i))
            continue;
        painter.save();
        painter.translate(0, std::round(m_column.offset(i) - from));
        paintChatSlot(painter, m_column, i, m_marks);
        painter.restore();
    }
}

QRect ChatView::messageRect(int index) const
{
    const qreal y = m_column.offset(index) - top();
    if (!m_column.isReal(index))
        return QRectF(0, y, viewport()->width(), m_column.offset(index + 1) - m_column.offset(index)).toRect();
    return m_column.frame(index).bubble.translated(0, std::round(y)).toAlignedRect();
}

} // namespace deskbell::ui
