// SPDX-License-Identifier: GPL-3.0-or-later
// The half of ConversationPane that is about writing: box, bar, drafts, sending.
#include "ui/threads/conversationpane.h"

#include "core/language/textcost.h"
#include "ui/theme/paint.h"
#include "ui/widgets/button.h"
#include "ui/widgets/composer.h"
#include "ui/words/reasons.h"
#include "ui/words/when.h"

#include <QMenu>
#include <QUuid>

namespace deskbell::ui {

void ConversationPane::connectBox()
{
    connect(m_box, &Composer::firstKeyTyped, this, [this] {
        if (!m_box->noteMode()) // a note goes to nobody, so nobody need stop
            m_takeover.letterTyped();
    });
    connect(m_box, &Composer::textChanged, this, [this](const QString &text) {
        if (m_draftId.isEmpty() && !text.isEmpty())
            m_draftId = QUuid::createUuid().toString(QUuid::WithoutBraces);
        if (!m_box->noteMode())
            m_takeover.textIs(text);
        showCounter();
        m_draftPause.start();
    });
    connect(m_box, &Composer::sendRequested, this, &ConversationPane::send);
    connect(m_box, &Composer::scannerDetected, this, [this] { m_takeover.scanned(); });
    connect(m_box, &Composer::escaped, this, &ConversationPane::left);
    connect(m_box, &Composer::offerTimeRequested, this, &ConversationPane::offerTime);
    connect(m_box, &Composer::savedRepliesRequested, this, &ConversationPane::offerSaved);
    connect(m_box, &Composer::noteModeChanged, this, [this] { showBar(); });
}

void ConversationPane::focusBox()
{
    m_box->focusText();
}

void ConversationPane::setNoteMode(bool on)
{
    m_box->setNoteMode(on);
    showBar();
    focusBox();
}

void ConversationPane::showBar()
{
    if (thread().isEmpty())
        return;
    const BarWords words = barWords(m_view, scene());
    ControlBar::Holder still = words.holder; // each second only the clock differs
    still.clock = m_barWords.holder.clock;
    still.ringLeft = m_barWords.holder.ringLeft;
    if (still == m_barWords.holder && words.acts == m_barWords.acts)
        m_bar->setClock(words.holder.clock, words.holder.ringLeft);
    else
        m_bar->setHolder(words.holder, words.acts);
    m_barWords = words;
    m_box->setSend(m_box->noteMode() ? tr("Keep note") : words.sendLabel, m_box->noteMode() || words.maySend);
    m_box->setHint(m_box->noteMode() ? tr("For the team only, never sent") : words.hint);
}

void ConversationPane::showBox()
{
    m_box->setTo(callerName(m_view.row.name, m_view.row.caller), tr("SMS"));
    const QString closed = m_shown ? closedSentence(m_view, m_profile, m_now) : QString();
    if (closed != m_closedWords) {
        m_closedWords = closed;
        QVector<Button *> acts;
        if (!closed.isEmpty()) {
            auto *list = new Button(Button::Kind::Outline, Icon::Callback, tr("Open call-back list"), m_box);
            connect(list, &QPushButton::clicked, this, [this] { Q_EMIT callbackListWanted(thread()); });
            acts << list;
            if (m_view.state.optOut) {
                auto *again = new Button(Button::Kind::Ghost, Icon::Check, tr("Texts again…"), m_box);
                again->setKeyCap(tr("Ctrl U"));
                connect(again, &QPushButton::clicked, this, &ConversationPane::askConsent);
                acts << again;
            }
        }
        m_box->setClosed(closed, acts);
    }
    showBar();
    showCounter();
}

void ConversationPane::showCounter()
{
    if (m_takeover.backAt().isSet()) {
        m_box->setCounter(
            tr("Back to AI in %1").arg(clockWords(std::max<qint64>(0, (m_takeover.backAt() - m_now) / 1s))));
        return;
    }
    const language::TextCost length = language::costOf(m_box->text());
    const bool worthSaying = length.parts > 1 || !length.plain || length.used > length.room * 3 / 4;
    if (m_box->noteMode() || !worthSaying || length.parts == 0) {
        m_box->setCounter({});
        return;
    }
    const QString parts = length.parts == 1 ? tr("1 text") : tr("%n texts", nullptr, length.parts);
    m_box->setCounter(
        tr("%1 / %2 · %3").arg(length.used).arg(length.room).arg(parts), length.parts > 1 || !length.plain);
}

void ConversationPane::send(const QString &text)
{
    const QString body = text.trimmed();
    if (body.isEmpty() || thread().isEmpty())
        return;
    if (m_box->noteMode()) {
        m_box->clear();
        m_box->setNoteMode(false);
        flushDraft();
        Q_EMIT noted(thread(), body);
        return;
    }
    if (!m_takeover.held()) // the button is off; Enter must not be faster than the claim
        return;
    m_lastSent.row = m_view.row;
    m_lastSent.draft = text;
    const QString draftId = m_draftId.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : m_draftId;
    m_takeover.sent();
    m_box->clear();
    m_draftId.clear();
    flushDraft();
    Q_EMIT replied(thread(), draftId, body);
}

void ConversationPane::giveBack(const ThreadId &refused)
{
    if (refused != m_lastSent.row.thread || m_lastSent.draft.isEmpty())
        return;
    if (refused == thread() && m_box->text().isEmpty())
        m_box->setDraft(m_lastSent.draft);
    else if (refused != thread())
        Q_EMIT draftChanged(refused, m_lastSent.draft);
    m_lastSent.draft.clear();
}

void ConversationPane::flushDraft()
{
    m_draftPause.stop();
    // A note is not a text: it must never come back as one. Before the view came the box is empty for want of news.
    if (thread().isEmpty() || !m_shown || m_box->noteMode() || m_box->text() == m_savedDraft)
        return;
    m_savedDraft = m_box->text();
    Q_EMIT draftChanged(thread(), m_savedDraft);
}

void ConversationPane::offerTime()
{
    QVector<QPair<QString, QString>> times;
    for (const Hold &hold : m_view.state.offer) {
        if (hold.expiresAt <= m_now)
            continue;
        const QString when = span(hold.slot.start, hold.slot.end, m_profile.zone);
        times.push_back({when, tr("%1 is free for you.").arg(when)});
    }
    insertFrom(times, tr("No times are held for this caller. The calendar (Ctrl 3) shows what is free"));
}

void ConversationPane::offerSaved()
{
    QVector<QPair<QString, QString>> replies;
    for (const Faq &faq : m_profile.faqs)
        replies.push_back({faq.question, faq.answer});
    insertFrom(replies, tr("No saved replies yet. They are the answers in your business profile"));
}

void ConversationPane::insertFrom(const QVector<QPair<QString, QString>> &choices, const QString &none)
{
    if (choices.isEmpty()) {
        Q_EMIT told(none);
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &[label, text] : choices) {
        QString plain = label;
        QAction *act = menu->addAction(plain.replace(u'&', QStringLiteral("&&")));
        connect(act, &QAction::triggered, this, [this, words = text] {
            m_box->insertText(words);
            focusBox();
        });
    }
    menu->popup(m_box->mapToGlobal(QPoint(16, -menu->sizeHint().height())));
}

void ConversationPane::retry(qint64 number)
{
    const engine::HistoryLine *line = lineOf(number);
    if (!line)
        return;
    if (line->delivery == Delivery::Unclear) {
        Q_EMIT unclearSettled(thread(), {line->id}, true);
        return;
    }
    if (!m_closedWords.isEmpty()) {
        Q_EMIT told(m_closedWords);
        return;
    }
    // Sent again by a person's own Enter, never behind their back.
    m_box->insertText(line->body);
    focusBox();
}

} // namespace deskbell::ui
