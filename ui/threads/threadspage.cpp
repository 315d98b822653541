// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threads/threadspage.h"

#include "ui/theme/paint.h"
#include "ui/threads/conversationpane.h"
#include "ui/threads/leadpanel.h"
#include "ui/threads/rowwords.h"
#include "ui/threads/threadlist.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/toast.h"
#include "ui/words/reasons.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>

namespace deskbell::ui {

using Filter = SectionedThreadModel::Filter;

ThreadsPage::ThreadsPage(QWidget *parent)
    : QWidget(parent)
    , m_split(new QSplitter(Qt::Horizontal, this))
    , m_talk(new ConversationPane)
    , m_nobody(new EmptyState(Icon::Threads, tr("Nobody is waiting")))
    , m_lead(new LeadPanel)
    , m_toast(new Toast(this))
{
    setFocusPolicy(Qt::ClickFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_split);
    m_split->setHandleWidth(1);
    m_split->setChildrenCollapsible(false);
    m_listPanel = makeList();
    m_listPanel->setMinimumWidth(280);
    m_split->addWidget(m_listPanel);
    auto *middle = new QWidget;
    middle->setAutoFillBackground(true);
    middle->setBackgroundRole(QPalette::AlternateBase);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_offline = new Banner(Tone::Warn, Icon::LinkOff, QString(), middle);
    m_offline->hide();
    m_middle = new QStackedWidget;
    m_middle->addWidget(m_nobody);
    m_middle->addWidget(m_talk);
    column->addWidget(m_offline);
    column->addWidget(m_middle, 1);
    m_split->addWidget(middle);
    m_split->addWidget(m_lead);
    m_lead->setMinimumWidth(300);
    m_lead->hide();
    m_split->setStretchFactor(1, 1);
    connect(m_split, &QSplitter::splitterMoved, this, [this] { m_userSplit = true; });
    connectConversation();
    addKeys();
    showTotals();
    showEmptiness();
}

QWidget *ThreadsPage::makeList()
{
    auto *panel = new QWidget;
    panel->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(12, 8, 12, 8);
    bar->setSpacing(10);
    m_filters = new Segments(tr("Which threads"), panel);
    for (const QString &label : {tr("Open"), tr("Mine"), tr("Done")})
        m_filters->add(label);
    connect(m_filters, &Segments::currentChanged, this, [this](int filter) { showFilter(Filter(filter)); });
    bar->addWidget(m_filters, 1);
    auto *glass = new Button(Button::Kind::Soft, Icon::Search, tr("Search here (Ctrl F)"), panel);
    glass->setLabelShown(false);
    glass->setSize(Button::Size::Header);
    bar->addWidget(glass);
    column->addLayout(bar);
    m_search = new SearchBox(tr("Name, number or text"), QString(), panel);
    m_search->hide();
    auto *searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(12, 0, 12, 0);
    searchRow->addWidget(m_search);
    column->addLayout(searchRow);
    connect(glass, &QPushButton::clicked, this, [this] { search(m_search->text()); });
    connect(m_search, &QLineEdit::textChanged, &m_model, &SectionedThreadModel::setNeedle);
    connect(m_search, &SearchBox::left, this, [this] {
        m_search->hide();
        focusList();
    });
    connect(m_search, &SearchBox::entered, this, [this] {
        focusList();
        if (const ThreadId first = m_list->neighbour(1); !first.isEmpty())
            open(first);
    });

    m_list = new ThreadList(m_model);
    m_model.setSpeech(
        {[this](const engine::ThreadRow &row) { return spokenRow(row, m_list->scene()); }, &spokenHeading});
    connect(m_list, &ThreadList::opened, this, &ThreadsPage::openRow);
    connect(m_list, &ThreadList::entered, this, [this] { m_talk->focusBox(); });
    connect(&m_model, &SectionedThreadModel::totalsChanged, this, &ThreadsPage::showTotals);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, &ThreadsPage::showEmptiness);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ThreadsPage::showEmptiness);
    m_listEmpty = new EmptyState(Icon::Check, tr("No open callers"));
    m_listStack = new QStackedWidget;
    m_listStack->addWidget(m_list);
    m_listStack->addWidget(m_listEmpty);
    column->addWidget(m_listStack, 1);
    return panel;
}

void ThreadsPage::connectConversation()
{
    connect(m_talk, &ConversationPane::tookOver, this, &ThreadsPage::tookOver);
    connect(m_talk, &ConversationPane::acknowledgeWanted, this, &ThreadsPage::acknowledgeWanted);
    connect(m_talk, &ConversationPane::replied, this, &ThreadsPage::replied);
    connect(m_talk, &ConversationPane::handedBack, this, &ThreadsPage::handBack);
    connect(m_talk, &ConversationPane::noted, this, &ThreadsPage::noted);
    connect(m_talk, &ConversationPane::noTextsAsked, this, &ThreadsPage::noTextsAsked);
    connect(m_talk, &ConversationPane::textsAllowed, this, &ThreadsPage::textsAllowed);
    connect(m_lead, &LeadPanel::consentWanted, m_talk, &ConversationPane::askConsent);
    connect(m_talk, &ConversationPane::textSeen, this, &ThreadsPage::textSeen);
    connect(m_talk, &ConversationPane::unclearSettled, this, &ThreadsPage::unclearSettled);
    connect(m_talk, &ConversationPane::callWanted, this, &ThreadsPage::callWanted);
    connect(m_talk, &ConversationPane::callbackListWanted, this, &ThreadsPage::callbackListWanted);
    connect(m_talk, &ConversationPane::callbackAsked, this, &ThreadsPage::askCallback);
    connect(m_talk, &ConversationPane::doneWanted, this, &ThreadsPage::markDone);
    connect(m_talk, &ConversationPane::rescueWanted, this, &ThreadsPage::rescue);
    connect(m_talk, &ConversationPane::detailsWanted, this, &ThreadsPage::toggleDetails);
    connect(m_talk, &ConversationPane::left, this, &ThreadsPage::leaveBox);
    connect(m_talk, &ConversationPane::told, this, &ThreadsPage::tell);
    connect(m_talk, &ConversationPane::explained, this, [this](const engine::HistoryLine &line) {
        m_lead->explain(line);
        if (m_drawer && !m_lead->isVisible())
            toggleDetails();
    });
    connect(m_talk, &ConversationPane::draftChanged, this, [this](const ThreadId &thread, const QString &text) {
        m_list->scene().drafts.insert(thread, text);
        m_list->viewport()->update();
        Q_EMIT draftChanged(thread, text);
    });
    connect(m_toast, &Toast::undone, this, [this] {
        if (const ThreadId thread = std::exchange(m_undoable, {}); !thread.isEmpty()) {
            Q_EMIT tookOver(thread);
            open(thread);
        }
    });
}

ThreadId ThreadsPage::openedThread() const
{
    return m_talk->thread();
}

void ThreadsPage::setSeat(const QString &seat)
{
    m_seat = seat;
    m_model.setSeat(seat);
    m_list->scene().seat = seat;
    m_talk->setSeat(seat);
}

void ThreadsPage::setProfile(const Profile &profile)
{
    m_profile = profile;
    m_list->scene().profile = profile;
    m_list->viewport()->update();
    m_talk->setProfile(profile);
}

void ThreadsPage::resetRows(const std::vector<engine::ThreadRow> &rows)
{
    m_model.resetRows(rows);
    m_list->mark(openedThread());
}

void ThreadsPage::changeRow(const engine::ThreadRow &row)
{
    m_model.changeRow(row);
    if (row.thread == openedThread() && m_list->current() != row.thread)
        m_list->mark(row.thread); // it left the list and came back
}

void ThreadsPage::showThread(const runtime::ThreadView &view)
{
    m_talk->showThread(view);
    if (view.row.thread == openedThread())
        m_lead->showThread(view, m_profile, m_now);
}

void ThreadsPage::open(const ThreadId &thread)
{
    if (m_model.rowOf(thread) < 0) {
        const engine::ThreadRow *row = m_model.find(thread);
        if (!row)
            return;
        m_search->clear();
        showFilter(isAside(row->section) ? Filter::Done : Filter::Open);
    }
    m_list->mark(thread);
    openRow(thread);
}

void ThreadsPage::openRow(const ThreadId &thread)
{
    const engine::ThreadRow *row = m_model.find(thread);
    if (!row)
        return;
    if (thread == openedThread())
        return;
    m_middle->setCurrentWidget(m_talk);
    const ThreadId before = openedThread();
    m_lead->clear();
    m_talk->open(engine::ThreadRow(*row));
    m_lead->setVisible(!m_drawer);
    fitPanes();
    Q_EMIT threadOpened(thread, before);
}

void ThreadsPage::showFilter(Filter filter)
{
    m_filters->setCurrent(int(filter));
    m_model.setFilter(filter);
    m_list->mark(openedThread());
}

void ThreadsPage::tick(Instant now)
{
    m_now = now;
    m_list->tick(now);
    m_talk->tick(now);
    m_lead->tick(now);
}

void ThreadsPage::showTotals()
{
    for (const Filter filter : {Filter::Open, Filter::Mine, Filter::Done})
        m_filters->setCount(int(filter), m_model.total(filter));
}

void ThreadsPage::showEmptiness()
{
    const bool anyone = m_model.total(Filter::Open) > 0;
    m_nobody->setTitle(anyone ? tr("No caller chosen") : tr("Nobody is waiting"));
    const bool empty = m_model.rowCount() == 0;
    m_listStack->setCurrentIndex(empty ? 1 : 0);
    if (!empty && hasFocus())
        focusList();
    if (!empty)
        return;
    if (!m_search->text().isEmpty())
        m_listEmpty->setTitle(tr("Nobody found"));
    else
        m_listEmpty->setTitle(m_model.filter() == Filter::Mine ? tr("You have no caller")
                : m_model.filter() == Filter::Done             ? tr("Nothing done yet")
                                                               : tr("No open callers"));
}

void ThreadsPage::setProof(const QStringList &lines)
{
    m_nobody->setLines(lines);
}

void ThreadsPage::setOffline(const QString &sentence)
{
    m_offline->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty())
        m_offline->setSentence(sentence);
}

} // namespace deskbell::ui
