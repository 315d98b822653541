// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threads/threadlist.h"

#include "ui/theme/paint.h"
#include "ui/widgets/button.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace deskbell::ui {

namespace {

constexpr Duration quietKeys = 3s;

} // namespace

ThreadList::ThreadList(SectionedThreadModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
    , m_delegate(new ThreadDelegate(this))
    , m_pill(new Button(Button::Kind::Primary, Icon::Refresh, QString(), this))
{
    setModel(&model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(false);
    setMouseTracking(true);
    setAccessibleName(tr("Threads"));
    m_pill->setSize(Button::Size::Chip);
    m_pill->setFocusPolicy(Qt::NoFocus);
    m_pill->hide();
    connect(m_pill, &QPushButton::clicked, &model, &SectionedThreadModel::showPending);
    connect(&model, &SectionedThreadModel::pendingChanged, this, &ThreadList::showPendingPill);
    // Rows are as high as the text is large.
    connect(&theme(), &Theme::changed, this, &ThreadList::scheduleDelayedItemsLayout);
}

ThreadId ThreadList::current() const
{
    const engine::ThreadRow *row = m_model.threadAt(currentIndex().row());
    return row ? row->thread : ThreadId{};
}

void ThreadList::mark(const ThreadId &thread)
{
    const int row = m_model.rowOf(thread);
    if (row < 0) {
        selectionModel()->clear();
        return;
    }
    const QModelIndex index = m_model.index(row);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
}

QModelIndex ThreadList::nextThread(int row, int step) const
{
    for (row += step; row >= 0 && row < m_model.rowCount(); row += step) {
        if (!m_model.isHeading(row))
            return m_model.index(row);
    }
    return {};
}

ThreadId ThreadList::neighbour(int step) const
{
    const int from = currentIndex().isValid() ? currentIndex().row() : (step > 0 ? -1 : m_model.rowCount());
    const engine::ThreadRow *row = m_model.threadAt(nextThread(from, step).row());
    return row ? row->thread : ThreadId{};
}

void ThreadList::choose(const QModelIndex &index)
{
    const engine::ThreadRow *row = m_model.threadAt(index.row());
    if (!row)
        return;
    const ThreadId thread = row->thread;
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
    Q_EMIT opened(thread);
}

void ThreadList::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    // The sticky heading covers rows: what is painted on top is what was meant.
    if (event->position().y() >= m_delegate->headingHeight() || verticalScrollBar()->value() == 0)
        choose(indexAt(event->position().toPoint()));
    event->accept();
}

void ThreadList::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() == Qt::NoButton) // a drag would choose other rows
        QListView::mouseMoveEvent(event);
}

void ThreadList::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !current().isEmpty()) {
        Q_EMIT entered(current());
        return;
    }
    m_lastKey = scene().now;
    settleFreeze();
    const ThreadId before = current();
    QListView::keyPressEvent(event);
    if (current() != before && !current().isEmpty())
        Q_EMIT opened(current());
}

QModelIndex ThreadList::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int at = currentIndex().isValid() ? currentIndex().row() : -1;
    const auto orStay = [this](const QModelIndex &index) { return index.isValid() ? index : currentIndex(); };
    switch (action) {
    case MoveUp:
    case MovePrevious: return orStay(nextThread(at, -1));
    case MoveDown:
    case MoveNext: return orStay(nextThread(at, 1));
    case MoveHome: return orStay(nextThread(-1, 1));
    case MoveEnd: return orStay(nextThread(m_model.rowCount(), -1));
    case MovePageUp: return orStay(nextThread(std::max(0, at - rowsAPage()) + 1, -1));
    case MovePageDown: return orStay(nextThread(std::min(m_model.rowCount() - 1, at + rowsAPage()) - 1, 1));
    default: return currentIndex();
    }
}

int ThreadList::rowsAPage() const
{
    return std::max(1, viewport()->height() / m_delegate->rowHeight());
}

void ThreadList::enterEvent(QEnterEvent *event)
{
    m_pointerOver = true; // also over the pill, which is a child
    settleFreeze();
    QListView::enterEvent(event);
}

void ThreadList::leaveEvent(QEvent *event)
{
    m_pointerOver = false;
    settleFreeze();
    QListView::leaveEvent(event);
}

void ThreadList::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    viewport()->update(); // the pixels that were moved along include the sticky heading
}

void ThreadList::settleFreeze()
{
    const bool keys = m_lastKey.isSet() && scene().now - m_lastKey < quietKeys;
    const bool freeze = (m_pointerOver || keys) && m_model.rowCount() > 0;
    if (freeze != m_model.isFrozen())
        m_model.setFrozen(freeze);
}

void ThreadList::tick(Instant now)
{
    scene().now = now;
    settleFreeze();
    const QRect seen = viewport()->rect();
    for (QModelIndex index = indexAt(QPoint(1, 1)); index.isValid(); index = index.siblingAtRow(index.row() + 1)) {
        const QRect box = visualRect(index);
        if (box.top() > seen.bottom())
            break;
        if (const engine::ThreadRow *row = m_model.threadAt(index.row()))
            viewport()->update(m_delegate->clockBox(box, *row));
    }
}

void ThreadList::showPendingPill(int count)
{
    m_pill->setVisible(count > 0);
    m_pill->setLabel(tr("%n changed, show", nullptr, count));
    placePill();
}

void ThreadList::placePill()
{
    m_pill->adjustSize();
    m_pill->move((viewport()->width() - m_pill->width()) / 2, m_delegate->headingHeight() + 8);
    m_pill->raise();
}

void ThreadList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    placePill();
}

void ThreadList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (verticalScrollBar()->value() > 0)
        paintStickyHeading();
}

/// The heading of the topmost row stays in sight and is pushed out by the next one.
void ThreadList::paintStickyHeading()
{
    const QModelIndex top = indexAt(QPoint(1, 1));
    if (!top.isValid())
        return;
    const engine::Section section = m_model.sectionAt(top.row());
    QRect box(0, 0, viewport()->width(), m_delegate->headingHeight());
    const QModelIndex below = indexAt(QPoint(1, box.height()));
    if (below.isValid() && m_model.isHeading(below.row()) && below.row() != top.row())
        box.moveBottom(visualRect(below).top() - 1);
    QPainter painter(viewport());
    ThreadDelegate::paintHeading(painter, box, section, m_model.shownIn(section));
}

} // namespace deskbell::ui
