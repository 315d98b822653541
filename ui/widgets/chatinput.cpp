// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chatview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chatwords.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

// ChatView's keys and pointer; what they do to the column is in chatview.cpp.
namespace deskbell::ui {

ChatAim ChatView::aimAt(const QPointF &at) const
{
    const int index = m_column.indexAt(top() + at.y());
    if (index < 0 || !m_column.isReal(index) || top() + at.y() < 0)
        return {};
    const QPointF inside(at.x(), top() + at.y() - m_column.offset(index));
    return {index, chatPartAt(m_column.item(index), m_column.frame(index), inside)};
}

void ChatView::act(const ChatAim &aim)
{
    if (aim.index < 0)
        return;
    const qint64 id = m_column.item(aim.index).id;
    switch (aim.part) {
    case ChatPart::Why: return Q_EMIT reasonRequested(id);
    case ChatPart::Hold: return Q_EMIT holdRequested(id);
    case ChatPart::Retry: return Q_EMIT retryRequested(id);
    case ChatPart::CallBack: return Q_EMIT callBackListRequested(id);
    case ChatPart::Bubble:
    case ChatPart::None: return;
    }
}

void ChatView::select(int index)
{
    if (index < 0 || index >= m_column.count())
        return;
    m_marks.selected = index;
    const qreal above = m_column.offset(index) - top();
    const qreal below = m_column.offset(index + 1) - top() - viewport()->height();
    if (above < 0)
        settle({index, double(px(8))});
    else if (below > 0)
        settle({index, std::max(0.0, above - below - px(8))});
    viewport()->update();
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(index);
    QAccessible::updateAccessibility(&event);
}

void ChatView::moveSelection(int step)
{
    const int from = m_marks.selected < 0 ? (step < 0 ? m_column.count() : m_column.count() - 2) : m_marks.selected;
    select(std::clamp(from + step, 0, m_column.count() - 1));
}

void ChatView::copySelected() const
{
    if (m_marks.selected >= 0)
        QApplication::clipboard()->setText(m_column.item(m_marks.selected).text);
}

void ChatView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copySelected();
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!plain || m_column.count() == 0)
        return event->ignore(); // the window's own keys
    switch (event->key()) {
    case Qt::Key_Up: return moveSelection(-1);
    case Qt::Key_Down: return moveSelection(1);
    case Qt::Key_Home: return select(0);
    case Qt::Key_End: return select(m_column.count() - 1);
    case Qt::Key_PageUp: return verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
    case Qt::Key_PageDown: return verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_marks.selected >= 0)
            Q_EMIT reasonRequested(m_column.item(m_marks.selected).id);
        return;
    default: break;
    }
    if (!event->text().isEmpty() && event->text().front().isPrint())
        return Q_EMIT letterTyped(event->text());
    event->ignore();
}

void ChatView::mousePressEvent(QMouseEvent *event)
{
    const ChatAim aim = aimAt(event->position());
    if (event->button() != Qt::LeftButton || aim.index < 0)
        return;
    if (aim.part == ChatPart::Bubble)
        m_marks.selected = aim.index;
    act(aim);
    viewport()->update();
}

void ChatView::mouseMoveEvent(QMouseEvent *event)
{
    const ChatAim aim = aimAt(event->position());
    if (aim == m_marks.hover)
        return;
    m_marks.hover = aim;
    const bool acts = aim.part != ChatPart::None && aim.part != ChatPart::Bubble;
    viewport()->setCursor(acts ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void ChatView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int index = byKey ? m_marks.selected : aimAt(event->pos()).index;
    if (index >= 0)
        openMenu(index, byKey ? viewport()->mapToGlobal(messageRect(index).bottomLeft()) : event->globalPos());
}

void ChatView::openMenu(int index, const QPoint &at)
{
    const ChatItem item = m_column.item(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_marks.selected = index;
    menu->addAction(chatwords::copy(), this, [text = item.text] { QApplication::clipboard()->setText(text); });
    const auto add = [&](const QString &words, ChatPart part) {
        menu->addAction(words, this, [this, id = item.id, part] { act({m_column.indexOf(id), part}); });
    };
    if (item.hasWhy)
        add(chatwords::why(), ChatPart::Why);
    if (item.kind == ChatItem::Kind::NextReply && item.secondsLeft >= 0)
        add(chatwords::hold(), ChatPart::Hold);
    if (item.failed) {
        add(chatwords::tryAgain(), ChatPart::Retry);
        add(chatwords::putOnList(), ChatPart::CallBack);
    }
    menu->popup(at);
}

void ChatView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    m_marks.focused = true;
    if (m_marks.selected < 0 && m_column.count() > 0)
        m_marks.selected = std::max(0, m_column.indexAt(top() + viewport()->height() - 1));
    viewport()->update();
}

void ChatView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_marks.focused = false;
    viewport()->update();
}

bool ChatView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && m_marks.hover.index >= 0) {
        m_marks.hover = {};
        viewport()->update();
    }
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const ChatAim aim = aimAt(help->pos());
        if (aim.part == ChatPart::Why)
            QToolTip::showText(help->globalPos(), tr("%1 (Enter)", "act and its key").arg(chatwords::why()), this);
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace deskbell::ui
