// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/desk.h"
#include "ui/threads/chatlines.h"
#include "ui/threads/takeover.h"

#include <QTimer>
#include <QWidget>

namespace deskbell::ui {

class ChatView;
class Composer;
class ConsentPanel;
class ControlBar;
class ConversationHeader;
class HandBackPanel;
class Skeleton;

/// The open conversation: head, texts, who has it, and the box to write in. Values come in by showThread(), what a person
/// did goes out by signals.
class ConversationPane : public QWidget
{
    Q_OBJECT
public:
    explicit ConversationPane(QWidget *parent = nullptr);

    void setProfile(const Profile &profile);
    void setSeat(const QString &seat);
    /// At once, from the list's row; its texts come by showThread().
    void open(const engine::ThreadRow &row);
    void showThread(const runtime::ThreadView &view);
    void clear();
    void tick(Instant now);
    /// A text could not be taken: it goes back into the box if that is empty.
    void giveBack(const ThreadId &thread);

    [[nodiscard]] ThreadId thread() const { return m_view.row.thread; }
    [[nodiscard]] const runtime::ThreadView &view() const { return m_view; }
    void focusBox();
    void focusTexts();
    void takeOver();
    void askHandBack();
    /// The caller told a person: no more texts; or, where they said so before, texts again.
    void askConsent();
    void setNoteMode(bool on);
    void setDetailsShown(bool shown);
    /// Writes what is typed to the store now; also done 300 ms after the last letter and when another thread opens.
    void flushDraft();

Q_SIGNALS:
    void tookOver(const deskbell::ThreadId &thread);
    void acknowledgeWanted(const deskbell::ThreadId &thread);
    void replied(const deskbell::ThreadId &thread, const QString &draftId, const QString &text);
    void handedBack(const deskbell::ThreadId &thread, const QString &note);
    void noted(const deskbell::ThreadId &thread, const QString &note);
    void noTextsAsked(const deskbell::ThreadId &thread, const QString &words);
    void textsAllowed(const deskbell::ThreadId &thread, const QString &reason);
    void draftChanged(const deskbell::ThreadId &thread, const QString &text);
    void textSeen(const deskbell::ThreadId &thread);
    void unclearSettled(const deskbell::ThreadId &thread, const deskbell::engine::OrderId &order, bool sendAgain);
    void callbackAsked(const deskbell::ThreadId &thread);
    void callWanted(const deskbell::ThreadId &thread, const deskbell::PhoneNumber &number);
    void callbackListWanted(const deskbell::ThreadId &thread);
    void doneWanted();
    void rescueWanted();
    void detailsWanted();
    void explained(const deskbell::engine::HistoryLine &line);
    void left(); ///< Esc in the box
    void told(const QString &sentence);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void connectBox();
    void connectTexts();
    void connectTakeover();
    void connectConsent();
    void standOverBar(QWidget &panel);
    void showTexts(bool first, int unread);
    void tellSeen();
    void showBar();
    void act(int id);
    void showBox();
    void showCounter();
    void send(const QString &text);
    void offerTime();
    void offerSaved();
    void retry(qint64 number);
    void insertFrom(const QVector<QPair<QString, QString>> &choices, const QString &none);
    [[nodiscard]] const engine::HistoryLine *lineOf(qint64 number) const;
    [[nodiscard]] BarScene scene() const;

    runtime::ThreadView m_view;
    Profile m_profile;
    QString m_seat;
    Instant m_now;
    bool m_shown = false; ///< the open thread's view has come
    Instant m_seenAt; ///< lastAt of the row when reading it was told
    QString m_draftId; ///< of the text in the box; new for every text, so a double Enter sends once
    QString m_savedDraft; ///< what the store has
    QString m_closedWords;
    BarWords m_barWords; ///< as the bar shows them
    runtime::ThreadView m_lastSent; ///< row and draft only: to give back a refused text
    QTimer m_draftPause;
    LineNumbers m_numbers;
    QVector<ChatItem> m_items;
    Takeover m_takeover;

    ConversationHeader *m_header;
    ChatView *m_texts;
    Skeleton *m_loading;
    ControlBar *m_bar;
    Composer *m_box;
    HandBackPanel *m_handBack;
    ConsentPanel *m_consent;
};

} // namespace deskbell::ui
