// SPDX-License-Identifier: GPL-3.0-or-later
// The half of ThreadsPage about room and keys: widths of the panes, the drawer, shortcuts, focus.
#include "ui/threads/threadspage.h"

#include "ui/theme/paint.h"
#include "ui/threads/conversationpane.h"
#include "ui/threads/leadpanel.h"
#include "ui/threads/threadlist.h"
#include "ui/widgets/searchbox.h"

#include <QApplication>
#include <QDataStream>
#include <QIODevice>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>

namespace deskbell::ui {

namespace {

constexpr int rail = 80; ///< beside the page; the table of widths counts the whole window
constexpr int drawerBelow = 1280;

} // namespace

void ThreadsPage::addKeys()
{
    const auto key = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    const auto walk = [this](int step) {
        if (const ThreadId next = m_list->neighbour(step); !next.isEmpty())
            open(next);
    };
    key(Qt::Key_F2, [this] { m_talk->takeOver(); });
    key(Qt::Key_F3, [this] {
        if (const engine::ThreadRow *row = m_model.find(openedThread()); row && !row->caller.isWithheld())
            Q_EMIT callWanted(row->thread, row->caller);
    });
    key(Qt::Key_F4, [this] { m_talk->askHandBack(); });
    key(Qt::ALT | Qt::Key_Up, [walk] { walk(-1); });
    key(Qt::ALT | Qt::Key_Down, [walk] { walk(1); });
    key(Qt::CTRL | Qt::Key_D, [this] { markDone(); });
    key(Qt::CTRL | Qt::Key_R, [this] { rescue(); });
    key(Qt::CTRL | Qt::Key_L, [this] { askCallback(); });
    key(Qt::CTRL | Qt::Key_I, [this] { toggleDetails(); });
    key(Qt::CTRL | Qt::Key_U, [this] { m_talk->askConsent(); });
    key(Qt::CTRL | Qt::Key_F, [this] { search(m_search->text()); });
    key(Qt::CTRL | Qt::Key_Period, [this] { m_talk->setNoteMode(true); });
}

/// Not a shortcut: whoever has the focus gets Esc first, to close or clear what is its own.
void ThreadsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leaveBox();
    else
        QWidget::keyPressEvent(event);
}

/// Esc walks outwards: out of the box, then the drawer goes.
void ThreadsPage::leaveBox()
{
    if (m_drawer && m_lead->isVisible())
        m_lead->hide();
    else
        focusList();
}

void ThreadsPage::focusList()
{
    if (m_list->isVisibleTo(this))
        m_list->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason); // an empty list takes no keys; the page still has its own
}

QList<QWidget *> ThreadsPage::panes() const
{
    QList<QWidget *> usable;
    for (QWidget *pane : std::initializer_list<QWidget *>{m_list, m_talk, m_lead}) {
        const bool empty = pane == m_list ? m_model.rowCount() == 0 : m_talk->thread().isEmpty();
        if (pane->isVisible() && !empty)
            usable << pane;
    }
    return usable;
}

void ThreadsPage::focusPane(QWidget *pane)
{
    if (pane == m_talk)
        m_talk->focusBox();
    else
        pane->setFocus(Qt::TabFocusReason);
}

int ThreadsPage::windowRoom() const
{
    return width() + rail;
}

void ThreadsPage::setDrawer(bool drawer)
{
    if (m_drawer == drawer)
        return;
    m_drawer = drawer;
    if (drawer) {
        m_lead->setParent(this);
        m_lead->hide();
    } else {
        m_split->addWidget(m_lead);
        m_lead->setVisible(!openedThread().isEmpty()); // nothing to tell about nobody
        m_userSplit = false;
    }
    m_talk->setDetailsShown(drawer);
}

void ThreadsPage::toggleDetails()
{
    if (!m_drawer) {
        m_lead->setWholeLog(!m_lead->wholeLog());
        return;
    }
    m_lead->setVisible(!m_lead->isVisible());
    placeDrawer();
}

void ThreadsPage::placeDrawer()
{
    const int wide = std::min(316, width());
    m_lead->setGeometry(width() - wide, 0, wide, height());
    m_lead->raise();
}

void ThreadsPage::fitPanes()
{
    const int room = windowRoom();
    setDrawer(room < drawerBelow);
    if (m_drawer)
        placeDrawer();
    if (m_userSplit)
        return;
    const int list = room >= 1500 ? 388 : room >= 1280 ? 340 : room >= 1100 ? 320 : 300;
    const bool beside = !m_drawer && m_lead->isVisibleTo(this);
    const int lead = !beside ? 0 : room >= 1500 ? 368 : 316;
    QList<int> sizes{list, std::max(200, width() - list - lead - 2)};
    if (!m_drawer)
        sizes << lead;
    m_split->setSizes(sizes);
}

void ThreadsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitPanes();
}

void ThreadsPage::paintEvent(QPaintEvent *event)
{
    QPainter(this).fillRect(event->rect(), color(Token::Line)); // shows through the splitter as hairlines
}

QByteArray ThreadsPage::layoutState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << m_userSplit << m_split->saveState();
    return state;
}

void ThreadsPage::restoreLayout(const QByteArray &state)
{
    QDataStream in(state);
    bool moved = false;
    QByteArray split;
    in >> moved >> split;
    if (in.status() != QDataStream::Ok || !moved)
        return;
    m_userSplit = m_split->restoreState(split);
}

} // namespace deskbell::ui
