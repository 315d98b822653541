// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threads/conversationpane.h"

#include "ui/theme/paint.h"
#include "ui/threads/consentpanel.h"
#include "ui/threads/conversationheader.h"
#include "ui/threads/handbackpanel.h"
#include "ui/widgets/chatview.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/emptystate.h"
#include "ui/words/reasons.h"

#include <QPaintEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace deskbell::ui {

namespace {

constexpr int draftPause = 300; ///< ms after the last letter

} // namespace

ConversationPane::ConversationPane(QWidget *parent)
    : QWidget(parent)
    , m_header(new ConversationHeader(this))
    , m_texts(new ChatView(this))
    , m_loading(new Skeleton(4, 72, m_texts))
    , m_bar(new ControlBar(this))
    , m_box(new Composer(this))
    , m_handBack(new HandBackPanel(this))
    , m_consent(new ConsentPanel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget *part : std::initializer_list<QWidget *>{m_header, m_texts, m_bar, m_box})
        column->addWidget(part, part == m_texts ? 1 : 0);
    m_loading->hide();
    m_draftPause.setSingleShot(true);
    m_draftPause.setInterval(draftPause);
    connect(&m_draftPause, &QTimer::timeout, this, &ConversationPane::flushDraft);
    connect(
        m_header, &ConversationHeader::callWanted, this, [this] { Q_EMIT callWanted(thread(), m_view.row.caller); });
    connect(m_header, &ConversationHeader::callbackListWanted, this, [this] { Q_EMIT callbackAsked(thread()); });
    connect(m_header, &ConversationHeader::doneWanted, this, &ConversationPane::doneWanted);
    connect(m_header, &ConversationHeader::rescueWanted, this, &ConversationPane::rescueWanted);
    connect(m_header, &ConversationHeader::detailsWanted, this, &ConversationPane::detailsWanted);
    connect(m_handBack, &HandBackPanel::kept, this, [this] {
        m_handBack->hide();
        focusBox();
    });
    connect(m_handBack, &HandBackPanel::handedBack, this, [this](const QString &note) {
        m_handBack->hide();
        m_takeover.handBack(note);
        focusTexts();
    });
    connectBox();
    connectTexts();
    connectTakeover();
    connectConsent();
}

void ConversationPane::connectConsent()
{
    const auto leave = [this] {
        m_consent->hide();
        focusBox();
    };
    connect(m_consent, &ConsentPanel::left, this, leave);
    connect(m_consent, &ConsentPanel::noTexts, this, [this, leave](const QString &words) {
        leave();
        Q_EMIT noTextsAsked(thread(), words);
    });
    connect(m_consent, &ConsentPanel::textsAgain, this, [this, leave](const QString &reason) {
        leave();
        Q_EMIT textsAllowed(thread(), reason);
    });
}

void ConversationPane::connectTakeover()
{
    connect(&m_takeover, &Takeover::tookOver, this, &ConversationPane::tookOver);
    connect(&m_takeover, &Takeover::handedBack, this, &ConversationPane::handedBack);
    connect(&m_takeover, &Takeover::lost, this, [this](const QString &seat) {
        Q_EMIT told(tr("%1 took this caller first. Your text is kept").arg(seat));
        m_box->expectFirstKey();
    });
    connect(&m_takeover, &Takeover::changed, this, &ConversationPane::showBar);
    // Queued: the answer to a press may replace the very button that was pressed.
    connect(m_bar, &ControlBar::acted, this, &ConversationPane::act, Qt::QueuedConnection);
}

void ConversationPane::act(int id)
{
    switch (BarAct(id)) {
    case BarAct::TakeOver:
    case BarAct::TakeFromOther: return takeOver();
    case BarAct::HandBack: return askHandBack();
    case BarAct::Acknowledge: Q_EMIT acknowledgeWanted(thread()); return;
    case BarAct::Call: Q_EMIT callWanted(thread(), m_view.row.caller); return;
    }
}

void ConversationPane::connectTexts()
{
    connect(m_texts, &ChatView::letterTyped, this, [this](const QString &letters) {
        m_box->focusText();
        m_box->insertText(letters);
    });
    connect(m_texts, &ChatView::endSeen, this, &ConversationPane::tellSeen);
    connect(m_texts, &ChatView::reasonRequested, this, [this](qint64 number) {
        if (const engine::HistoryLine *line = lineOf(number))
            Q_EMIT explained(*line);
    });
    connect(m_texts, &ChatView::retryRequested, this, &ConversationPane::retry);
    connect(m_texts, &ChatView::callBackListRequested, this, [this](qint64 number) {
        const engine::HistoryLine *line = lineOf(number);
        if (line && line->delivery == Delivery::Unclear)
            Q_EMIT unclearSettled(thread(), {line->id}, false);
        Q_EMIT callbackAsked(thread());
    });
}

void ConversationPane::setProfile(const Profile &profile)
{
    m_profile = profile;
    if (m_shown)
        showThread(runtime::ThreadView(m_view));
}

void ConversationPane::setSeat(const QString &seat)
{
    m_seat = seat;
    m_takeover.setSeat(seat);
}

void ConversationPane::open(const engine::ThreadRow &row)
{
    if (row.thread == thread())
        return;
    flushDraft();
    m_takeover.open(row.thread);
    m_handBack->hide();
    m_consent->hide();
    m_view = {};
    m_view.row = row;
    m_shown = false;
    m_seenAt = {};
    m_items.clear();
    m_numbers.clear();
    m_draftId.clear();
    m_texts->setMessages({});
    m_loading->showSoon();
    m_header->showRow(row, 0);
    m_box->setNoteMode(false);
    m_box->setDraft(QString());
    m_box->expectFirstKey();
    m_takeover.show(row);
    showBox();
}

void ConversationPane::clear()
{
    flushDraft();
    m_takeover.open({});
    m_view = {};
    m_shown = false;
    m_header->clear();
    m_texts->setMessages({});
}

void ConversationPane::showThread(const runtime::ThreadView &view)
{
    if (view.row.thread != thread() || thread().isEmpty())
        return;
    const bool first = !m_shown;
    m_view = view;
    m_shown = true;
    m_loading->hide();
    m_header->showRow(view.row, view.state.episodes);
    if (first) {
        m_savedDraft = view.draft;
        if (m_box->text().isEmpty() && !view.draft.isEmpty())
            m_box->setDraft(view.draft);
    }
    showTexts(first, view.row.unread);
    if (m_takeover.held() && !isHeldBy(view.row.holder, m_seat))
        m_box->expectFirstKey(); // the next letter claims anew
    m_takeover.show(view.row);
    showBox();
    tellSeen();
}

/// Once for each new text, and only when somebody can have looked: in the window in front, at the end.
void ConversationPane::tellSeen()
{
    const bool looked = m_shown && isVisible() && isActiveWindow() && m_texts->isAtEnd();
    if (!looked || m_view.row.unread == 0 || m_seenAt == m_view.row.lastAt)
        return;
    m_seenAt = m_view.row.lastAt;
    Q_EMIT textSeen(thread());
}

/// Changes only what changed, so that the reader's place and a marked message stay.
void ConversationPane::showTexts(bool first, int unread)
{
    const QVector<ChatItem> items = chatItems(m_view, m_profile, m_seat, m_numbers);
    bool grown = !first && items.size() >= m_items.size();
    for (qsizetype at = 0; grown && at < m_items.size(); ++at)
        grown = items[at].id == m_items[at].id;
    if (!grown) {
        m_texts->setMessages(items, first ? firstUnread(items, unread) : 0);
    } else {
        for (qsizetype at = 0; at < items.size(); ++at) {
            if (at >= m_items.size())
                m_texts->append(items[at]);
            else if (!(items[at] == m_items[at]))
                m_texts->change(items[at]);
        }
    }
    m_items = items;
}

const engine::HistoryLine *ConversationPane::lineOf(qint64 number) const
{
    const QString id = m_numbers.lineOf(number);
    for (const engine::HistoryLine &line : m_view.lines) {
        if (line.id == id)
            return &line;
    }
    return nullptr;
}

void ConversationPane::tick(Instant now)
{
    m_now = now;
    m_takeover.tick(now);
    if (thread().isEmpty())
        return;
    showBar();
    showCounter();
    tellSeen();
}

BarScene ConversationPane::scene() const
{
    return {m_now, m_seat, m_profile, m_takeover.claim(), m_takeover.takeAsked(), m_takeover.unsent()};
}

void ConversationPane::setDetailsShown(bool shown)
{
    m_header->setDetailsShown(shown);
}

void ConversationPane::focusTexts()
{
    m_texts->setFocus(Qt::OtherFocusReason);
}

void ConversationPane::takeOver()
{
    if (!m_closedWords.isEmpty() && m_view.row.section != engine::Section::NeedsPerson)
        return;
    m_takeover.pressed();
    focusBox();
}

void ConversationPane::askHandBack()
{
    if (!m_takeover.held())
        return;
    m_handBack->ask(firstName(m_view.row.name, m_view.row.caller));
    standOverBar(*m_handBack);
}

void ConversationPane::askConsent()
{
    if (!m_shown || m_view.row.caller.isWithheld())
        return;
    const QString name = firstName(m_view.row.name, m_view.row.caller);
    if (m_view.state.optOut)
        m_consent->askTextsAgain(name);
    else
        m_consent->askNoTexts(name);
    standOverBar(*m_consent);
}

void ConversationPane::standOverBar(QWidget &panel)
{
    panel.adjustSize();
    const QSize size(std::min(panel.sizeHint().width(), width() - 24), panel.sizeHint().height());
    panel.setGeometry(QRect(QPoint((width() - size.width()) / 2, m_bar->y() - size.height() - 8), size));
}

void ConversationPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_loading->setGeometry(m_texts->viewport()->rect());
    for (QWidget *panel : std::initializer_list<QWidget *>{m_handBack, m_consent})
        panel->move((width() - panel->width()) / 2, m_bar->y() - panel->height() - 8);
}

void ConversationPane::paintEvent(QPaintEvent *event)
{
    QPainter(this).fillRect(event->rect(), color(Token::Canvas));
}

} // namespace deskbell::ui
