// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/desk.h"
#include "ui/models/sectionedthreadmodel.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace deskbell::ui {

class Banner;
class ConversationPane;
class EmptyState;
class LeadPanel;
class SearchBox;
class Segments;
class ThreadList;
class Toast;

/// The working screen: list, conversation, and what is known. Values come in by slots, what a person did goes out by
/// signals; the engine's answer is shown when it comes, never guessed.
class ThreadsPage : public QWidget
{
    Q_OBJECT
public:
    explicit ThreadsPage(QWidget *parent = nullptr);

    [[nodiscard]] SectionedThreadModel &model() { return m_model; }
    [[nodiscard]] ThreadId openedThread() const;
    void setSeat(const QString &seat);
    void open(const ThreadId &thread);
    /// F7: the caller who waits longest for a person, after the open one. False: nobody does.
    bool openNextNeed();
    void search(const QString &words);
    void showFilter(SectionedThreadModel::Filter filter);
    bool undo();
    void focusList();
    /// What F6 walks through here, from left to right: only what can take the keys now.
    [[nodiscard]] QList<QWidget *> panes() const;
    void focusPane(QWidget *pane);
    [[nodiscard]] QByteArray layoutState() const;
    void restoreLayout(const QByteArray &state);
    /// "Line checked 14:06": the proof on an empty screen that it works.
    void setProof(const QStringList &lines);
    void setOffline(const QString &sentence); ///< empty: the link is up
    /// F8 and the urgent strip: opens the caller and takes over.
    void takeOver(const ThreadId &thread);
    /// The first row of the list, e.g. of a search.
    void openFirst();
    void tell(const QString &sentence); ///< a toast without undo
    void flushDraft(); ///< before the window goes

public Q_SLOTS:
    void setProfile(const deskbell::Profile &profile);
    void resetRows(const std::vector<deskbell::engine::ThreadRow> &rows);
    void changeRow(const deskbell::engine::ThreadRow &row);
    void showThread(const deskbell::runtime::ThreadView &view);
    void tick(deskbell::Instant now);
    /// Something a person asked for could not be done; \p sentence says what and why.
    void refuse(const deskbell::ThreadId &thread, const QString &sentence);

Q_SIGNALS:
    /// \p before is the thread that was open; either may be empty.
    void threadOpened(const deskbell::ThreadId &thread, const deskbell::ThreadId &before);
    void tookOver(const deskbell::ThreadId &thread);
    /// Somebody deals with it: nobody else is to be called.
    void acknowledgeWanted(const deskbell::ThreadId &thread);
    void replied(const deskbell::ThreadId &thread, const QString &draftId, const QString &text);
    void handedBack(const deskbell::ThreadId &thread, const QString &note);
    void noted(const deskbell::ThreadId &thread, const QString &note);
    void closed(const deskbell::ThreadId &thread);
    void rescued(const deskbell::ThreadId &thread); ///< no robocall: off the quiet list
    void callbackAsked(const deskbell::ThreadId &thread);
    void textSeen(const deskbell::ThreadId &thread);
    void unclearSettled(const deskbell::ThreadId &thread, const deskbell::engine::OrderId &order, bool sendAgain);
    void noTextsAsked(const deskbell::ThreadId &thread, const QString &words);
    void textsAllowed(const deskbell::ThreadId &thread, const QString &reason);
    void draftChanged(const deskbell::ThreadId &thread, const QString &text);
    void callWanted(const deskbell::ThreadId &thread, const deskbell::PhoneNumber &number);
    void callbackListWanted(const deskbell::ThreadId &thread);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeList();
    void connectConversation();
    void addKeys();
    void openRow(const ThreadId &thread);
    void markDone();
    void rescue();
    void askCallback();
    void toggleDetails();
    void leaveBox();
    void showTotals();
    void showEmptiness();
    void fitPanes();
    void placeDrawer();
    void setDrawer(bool drawer);
    void handBack(const ThreadId &thread, const QString &note);
    [[nodiscard]] int windowRoom() const;

    SectionedThreadModel m_model;
    Profile m_profile;
    Instant m_now;
    QString m_seat;
    ThreadId m_undoable; ///< what the toast can take back, by taking over
    bool m_drawer = false;
    bool m_userSplit = false; ///< a person moved the splitter: widths of the table no longer apply

    QSplitter *m_split;
    QWidget *m_listPanel;
    Segments *m_filters;
    SearchBox *m_search;
    ThreadList *m_list;
    EmptyState *m_listEmpty;
    QStackedWidget *m_listStack;
    QStackedWidget *m_middle;
    Banner *m_offline;
    ConversationPane *m_talk;
    EmptyState *m_nobody;
    LeadPanel *m_lead;
    Toast *m_toast;
};

} // namespace deskbell::ui
