// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/callbacks/callbackspage.h"

#include "ui/callbacks/callbackdelegate.h"
#include "ui/callbacks/callbackpane.h"
#include "ui/callbacks/digitkeys.h"
#include "ui/theme/paint.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/toast.h"
#include "ui/words/when.h"

#include <QHBoxLayout>
#include <QListView>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>

namespace deskbell::ui {

using engine::fact::CallbackResult;

CallbacksPage::CallbacksPage(QWidget *parent)
    : QWidget(parent)
    , m_delegate(new CallbackDelegate(this))
    , m_digits(new DigitKeys(7, this))
    , m_laterMenu(new QMenu(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(1); // the page's own colour shows between: a hairline
    m_queue = makeQueue();
    row->addWidget(m_queue);
    row->addWidget(makeDetail(), 1);
    m_toast = new Toast(this);
    m_model.setSpeech([this](const engine::CallbackRow &one) { return spokenCallback(one, m_now, m_profile); });
    connect(m_digits, &DigitKeys::pressed, this, &CallbacksPage::digit);
    connect(&m_model, &CallbackModel::totalsChanged, this, &CallbacksPage::showTotals);
    connect(m_toast, &Toast::undone, this, [this] { takeBack(m_lastSettled); });
    addKeys();
    showTotals();
    showCurrent();
}

QWidget *CallbacksPage::makeQueue()
{
    auto *panel = new QWidget(this);
    panel->setAutoFillBackground(true);
    panel->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 18, 0, 0);
    column->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(20, 0, 16, 12);
    head->setSpacing(2);
    head->addWidget(new Label(Type::ScreenTitle, Token::Text, tr("Call back"), panel));
    m_summary = new ElidedLabel(Type::Meta, Token::Text2, QString(), panel);
    head->addWidget(m_summary);
    head->addSpacing(8);
    m_tabs = new Segments(tr("Which calls"), panel);
    for (const QString &label : {tr("Now"), tr("Later"), tr("Done today")})
        m_tabs->add(label);
    connect(m_tabs, &Segments::currentChanged, this, [this](int tab) {
        m_model.setTab(CallbackTab(tab));
        showCurrent();
    });
    head->addWidget(m_tabs);
    column->addLayout(head);

    m_list = new QListView(panel);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Calls to make"));
    m_list->installEventFilter(this);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CallbacksPage::showCurrent);
    column->addWidget(m_list, 1);
    return panel;
}

QWidget *CallbacksPage::makeDetail()
{
    m_pane = new CallbackPane;
    connect(m_pane, &CallbackPane::callWanted, this, &CallbacksPage::call);
    connect(m_pane, &CallbackPane::copyWanted, this, &CallbacksPage::copyNumber);
    connect(m_pane, &CallbackPane::laterWanted, this, &CallbacksPage::askLater);
    connect(m_pane, &CallbackPane::outcome, this, [this](CallbackResult result) { settle(result, {}); });
    connect(m_pane, &CallbackPane::takeBackWanted, this, [this] { takeBack(m_shown); });
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_pane);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setBackgroundRole(QPalette::AlternateBase);
    m_empty = new EmptyState(Icon::Check, tr("Nobody to call"), this);
    m_detail = new QStackedWidget(this);
    m_detail->setAutoFillBackground(true);
    m_detail->setBackgroundRole(QPalette::AlternateBase);
    m_detail->addWidget(scroll);
    m_detail->addWidget(m_empty);
    return m_detail;
}

void CallbacksPage::addKeys()
{
    const auto key = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(QKeySequence(Qt::Key_F3), [this] { call(); });
    key(QKeySequence::Copy, [this] { copyNumber(); });
}

const engine::CallbackRow *CallbacksPage::row() const
{
    return m_model.find(m_shown);
}

void CallbacksPage::focusQueue()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void CallbacksPage::open(const ThreadId &thread)
{
    const engine::CallbackRow *wanted = m_model.find(thread);
    if (!wanted)
        return;
    if (m_model.rowOf(thread) < 0) {
        for (int tab = 0; tab < callbackTabCount && m_model.rowOf(thread) < 0; ++tab)
            m_tabs->setCurrent(tab);
    }
    m_list->setCurrentIndex(m_model.index(m_model.rowOf(thread)));
}

void CallbacksPage::setProfile(const Profile &profile)
{
    m_profile = profile;
    m_delegate->setProfile(profile);
    m_model.setZone(profile.zone);
    showCurrent();
}

void CallbacksPage::setSeat(const QString &seat)
{
    m_seat = seat;
    showCurrent();
}

void CallbacksPage::resetRows(const std::vector<engine::CallbackRow> &rows)
{
    const ThreadId before = m_shown;
    m_model.resetRows(rows);
    if (const int again = m_model.rowOf(before); again >= 0)
        m_list->setCurrentIndex(m_model.index(again));
    showCurrent();
}

void CallbacksPage::changeRow(const engine::CallbackRow &row)
{
    m_model.changeRow(row);
    showCurrent();
}

void CallbacksPage::removeRow(const ThreadId &thread)
{
    m_model.removeRow(thread);
    showCurrent();
}

void CallbacksPage::tick(Instant now)
{
    const bool minuteTurned = now.ms / 60000 != m_now.ms / 60000;
    m_now = now;
    m_delegate->setNow(now);
    if (!minuteTurned) // due times are told in minutes
        return;
    m_model.setNow(now);
    m_list->viewport()->update();
    showCurrent();
}

void CallbacksPage::showTotals()
{
    for (int tab = 0; tab < callbackTabCount; ++tab)
        m_tabs->setCount(tab, m_model.total(CallbackTab(tab)));
    const int withheld = m_model.withheldNow();
    const int calls = m_model.total(CallbackTab::Now) - withheld;
    const QString toCall = tr("%1 to call").arg(calls);
    m_summary->setText(withheld == 0 ? toCall : tr("%1, %2 withheld to watch for").arg(toCall).arg(withheld));
}

void CallbacksPage::showCurrent()
{
    if (!m_list->currentIndex().isValid() && m_model.rowCount() > 0) {
        m_list->setCurrentIndex(m_model.index(0)); // comes back here by currentChanged
        return;
    }
    const engine::CallbackRow *current = m_model.at(m_list->currentIndex().row());
    m_shown = current ? current->thread : ThreadId{};
    if (current)
        m_pane->showRow(*current, m_now, m_profile, m_seat);
    else
        showEmptiness();
    m_detail->setCurrentIndex(current ? 0 : 1);
}

void CallbacksPage::showEmptiness()
{
    QStringList lines;
    switch (m_model.tab()) {
    case CallbackTab::Now:
        m_empty->setTitle(tr("Nobody to call"));
        if (m_model.nextDue().isSet())
            lines << tr("The next call is due %1").arg(dayTime(m_model.nextDue(), m_now, m_profile.zone));
        lines << tr("Landlines, withheld numbers and texts that did not arrive come here by themselves");
        break;
    case CallbackTab::Later: m_empty->setTitle(tr("Nothing planned for another day")); break;
    case CallbackTab::Done: m_empty->setTitle(tr("No calls made yet today")); break;
    }
    m_empty->setLines(lines);
}

void CallbacksPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int room = width();
    m_queue->setFixedWidth(room >= 1420 ? 440 : room >= 1020 ? 376 : 300);
}

void CallbacksPage::paintEvent(QPaintEvent *event)
{
    QPainter(this).fillRect(event->rect(), color(Token::Line));
}

} // namespace deskbell::ui
