// SPDX-License-Identifier: GPL-3.0-or-later
// The half of ShellWindow that acts: keys, places to go, closing, remembering.
#include "ui/shell/shellwindow.h"

#include "ui/calendar/calendarpage.h"
#include "ui/callbacks/callbackspage.h"
#include "ui/phone/demophone.h"
#include "ui/shell/keyssheet.h"
#include "ui/shell/nowwords.h"
#include "ui/shell/plansheet.h"
#include "ui/shell/traypresence.h"
#include "ui/shell/urgentstrip.h"
#include "ui/threads/threadspage.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/navrail.h"
#include "ui/widgets/nowbar.h"
#include "ui/words/when.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QScreen>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>

namespace deskbell::ui {

void ShellWindow::connectNowBar()
{
    connect(m_nowBar, &NowBar::counterPressed, this, [this](NowBar::Count which) {
        switch (which) {
        case NowBar::Count::NeedPerson:
            go(Screen::Threads);
            m_threads->openNextNeed();
            return;
        case NowBar::Count::AiAnswering:
            m_threads->showFilter(SectionedThreadModel::Filter::Open);
            return go(Screen::Threads);
        case NowBar::Count::CallBack: return go(Screen::CallBack);
        case NowBar::Count::BookedToday: return go(Screen::Calendar);
        }
    });
    connect(m_nowBar, &NowBar::searchEdited, this, [this](const QString &words) {
        if (!words.isEmpty())
            showScreen(Screen::Threads); // the focus stays in the search box
        m_threads->model().setNeedle(words);
    });
    connect(m_nowBar, &NowBar::searchEntered, this, [this] {
        m_threads->openFirst();
        m_threads->focusList();
    });
    connect(m_nowBar, &NowBar::searchLeft, m_threads, &ThreadsPage::focusList);
    connect(m_nowBar, &NowBar::linkPressed, this, [this] {
        const LinkWords words = linkWords(m_link, now(), m_profile.zone);
        m_threads->tell(QStringList{words.pill, words.proof, m_link.detail}.join(tr(". ")));
    });
    connect(m_nowBar, &NowBar::personPressed, this, [this] {
        if (m_settings)
            go(Screen::Settings);
    });
}

void ShellWindow::connectPages()
{
    connect(m_threads, &ThreadsPage::callWanted, this, &ShellWindow::dial);
    connect(m_callbacks, &CallbacksPage::callWanted, this, &ShellWindow::dial);
    connect(m_strip, &UrgentStrip::callWanted, this, &ShellWindow::dial);
    connect(m_threads, &ThreadsPage::callbackListWanted, this, [this](const ThreadId &thread) {
        go(Screen::CallBack);
        m_callbacks->open(thread);
    });
    connect(m_calendar, &CalendarPage::threadWanted, this, &ShellWindow::openThread);
    connect(m_threads, &ThreadsPage::threadOpened, this, &ShellWindow::remember);
    connect(m_strip, &UrgentStrip::takeWanted, this, [this](const ThreadId &thread) {
        go(Screen::Threads);
        m_threads->takeOver(thread);
    });
    connect(m_strip, &UrgentStrip::acknowledgeWanted, this, &ShellWindow::acknowledge);
    connect(m_threads, &ThreadsPage::acknowledgeWanted, this, &ShellWindow::acknowledge);
    connect(m_strip, &UrgentStrip::raised, this, [this](const QString &sentence) { m_announcer->sayNow(sentence); });
    if (m_tray) {
        connect(m_tray, &TrayPresence::openWanted, this, &ShellWindow::raiseFromTray);
        connect(m_tray, &TrayPresence::quitWanted, this, &ShellWindow::quit);
    }
}

void ShellWindow::addKeys()
{
    const auto key = [this](const QKeySequence &keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    for (const Screen screen : {Screen::Threads, Screen::CallBack, Screen::Calendar, Screen::Settings})
        key(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + int(screen))), [this, screen] { go(screen); });
    key(Qt::Key_F1, [this] { m_keys->open(); });
    key(Qt::Key_F6, [this] { cyclePane(1); });
    key(Qt::SHIFT | Qt::Key_F6, [this] { cyclePane(-1); });
    key(Qt::Key_F7, [this] {
        go(Screen::Threads);
        m_threads->openNextNeed();
    });
    key(Qt::Key_F8, [this] { takeMostUrgent(); });
    key(Qt::Key_F9, [this] { acknowledgeMostUrgent(); });
    key(Qt::CTRL | Qt::Key_P, [this] { m_plan->open(); });
    key(Qt::CTRL | Qt::Key_K, [this] { m_nowBar->focusSearch(); });
    key(Qt::CTRL | Qt::Key_Z, [this] { undo(); });
    key(Qt::CTRL | Qt::Key_Q, [this] { quit(); });
    if (m_phone)
        key(Qt::CTRL | Qt::Key_T, [this] { togglePhone(); });
}

bool ShellWindow::showScreen(Screen screen)
{
    QWidget *page = m_threads;
    if (screen == Screen::CallBack)
        page = m_callbacks;
    else if (screen == Screen::Calendar)
        page = m_calendar;
    else if (screen == Screen::Settings)
        page = m_settings;
    if (!page)
        return false;
    m_rail->setCurrent(int(screen));
    if (m_pages->currentWidget() == page)
        return false;
    m_pages->setCurrentWidget(page);
    tick();
    remember();
    return true;
}

void ShellWindow::go(Screen screen)
{
    if (!showScreen(screen))
        return;
    if (screen == Screen::CallBack)
        m_callbacks->focusQueue();
    else if (screen == Screen::Calendar)
        m_calendar->focusGrid();
    else if (screen == Screen::Threads)
        m_threads->focusList();
    else
        m_settings->setFocus(Qt::OtherFocusReason);
}

void ShellWindow::openThread(const ThreadId &thread)
{
    go(Screen::Threads);
    m_threads->open(thread);
}

void ShellWindow::takeMostUrgent()
{
    const ThreadId thread = m_strip->mostUrgent();
    go(Screen::Threads);
    if (!thread.isEmpty())
        m_threads->takeOver(thread);
    else if (!m_threads->openNextNeed())
        m_threads->tell(tr("Nobody needs a person now"));
}

/// The open caller if people are being called for them, else the one who waits longest.
void ShellWindow::acknowledgeMostUrgent()
{
    const engine::ThreadRow *open = screen() == Screen::Threads ? m_threads->model().find(m_threads->openedThread()) : nullptr;
    const bool here = open && open->alert && !open->acknowledged;
    const ThreadId thread = here ? open->thread : m_strip->mostUrgent();
    if (thread.isEmpty())
        m_threads->tell(tr("Nobody is being called"));
    else
        acknowledge(thread);
}

void ShellWindow::acknowledge(const ThreadId &thread)
{
    m_threads->tell(tr("You deal with it. Nobody else is called"));
    Q_EMIT acknowledged(thread);
}

void ShellWindow::dial(const ThreadId &, const PhoneNumber &number)
{
    if (number.isWithheld())
        return;
    const QString shown = displayNumber(number);
    QGuiApplication::clipboard()->setText(shown);
    m_threads->tell(tr("%1 copied. Dial it on the shop phone").arg(shown));
    Q_EMIT callWanted(number);
}

void ShellWindow::undo()
{
    if (screen() == Screen::CallBack)
        m_callbacks->undo();
    else if (screen() == Screen::Threads)
        m_threads->undo();
}

void ShellWindow::cyclePane(int step)
{
    const bool threads = screen() == Screen::Threads;
    QWidget *page = m_pages->currentWidget();
    QList<QWidget *> panes = threads ? m_threads->panes() : QList<QWidget *>{page};
    if (m_phone && m_phone->isVisible())
        panes << m_phone;
    if (panes.isEmpty())
        return;
    QWidget *focus = QApplication::focusWidget();
    const auto holds = [focus](const QWidget *pane) { return focus && (pane == focus || pane->isAncestorOf(focus)); };
    const auto found = std::find_if(panes.cbegin(), panes.cend(), holds);
    const qsizetype at = found != panes.cend() ? found - panes.cbegin() : step > 0 ? -1 : 0;
    QWidget *next = panes[(at + step + panes.size()) % panes.size()];
    if (next == m_phone)
        m_phone->focusText();
    else if (threads)
        m_threads->focusPane(next);
    else
        next->nextInFocusChain()->setFocus(Qt::TabFocusReason);
}

void ShellWindow::togglePhone()
{
    m_phone->setVisible(!m_phone->isVisible());
    m_demoBand->setVisible(!m_phone->isVisible());
    if (m_phone->isVisible())
        m_phone->focusText();
    remember();
}

/// What an empty screen shows to prove that it works.
void ShellWindow::showProof()
{
    Instant lastCall;
    Instant nextNudge;
    const SectionedThreadModel &model = m_threads->model();
    for (int at = 0; at < model.rowCount(); ++at) {
        const engine::ThreadRow *row = model.threadAt(at);
        if (!row)
            continue;
        lastCall = std::max(lastCall, row->callAt);
        if (row->nextNudge.isSet() && (!nextNudge.isSet() || row->nextNudge < nextNudge))
            nextNudge = row->nextNudge;
    }
    QStringList lines{linkWords(m_link, now(), m_profile.zone).proof};
    if (lastCall.isSet())
        lines << tr("Last missed call %1").arg(dayTime(lastCall, now(), m_profile.zone));
    if (nextNudge.isSet())
        lines << tr("Next nudge %1").arg(dayTime(nextNudge, now(), m_profile.zone));
    if (lines.removeAll(QString()); lines.isEmpty())
        lines << tr("The next missed call is texted back and shows here");
    m_threads->setProof(lines);
}

void ShellWindow::showRestored()
{
    const bool known = !m_start.geometry.isEmpty() && restoreGeometry(m_start.geometry);
    if (known)
        show();
    else
        showMaximized();
    const bool restorable = m_start.screen == int(Screen::CallBack) || m_start.screen == int(Screen::Calendar);
    if (restorable)
        go(Screen(m_start.screen));
    m_restored = true;
}

void ShellWindow::openRemembered()
{
    const ThreadId thread{std::exchange(m_start.thread, {})};
    if (!thread.isEmpty() && m_threads->openedThread().isEmpty())
        m_threads->open(thread);
}

void ShellWindow::remember()
{
    if (!m_restored || m_quitting)
        return;
    Remembered state;
    state.geometry = saveGeometry();
    state.panes = m_threads->layoutState();
    state.screen = int(screen());
    state.thread = m_threads->openedThread().value;
    state.phone = !m_phone || m_phone->isVisible();
    state.weekView = m_calendar->view() == CalendarPage::View::Week;
    m_memory.keep(state);
}

void ShellWindow::raiseFromTray()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void ShellWindow::quit()
{
    remember();
    m_threads->flushDraft();
    m_quitting = true;
    Q_EMIT quitWanted();
}

/// Callers are answered with the window closed too: it goes to the tray, or where there is none it only goes small.
void ShellWindow::closeEvent(QCloseEvent *event)
{
    remember();
    m_threads->flushDraft();
    if (m_quitting)
        return event->accept();
    if (m_options.demo) {
        event->accept();
        return quit();
    }
    event->ignore();
    if (m_tray && m_tray->isThere())
        hide();
    else
        showMinimized();
}

void ShellWindow::moveEvent(QMoveEvent *event)
{
    QWidget::moveEvent(event);
    remember();
}

void ShellWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tick();
    if (!focusWidget() || !m_pages->isAncestorOf(focusWidget()))
        m_threads->focusList(); // the first thing a key should reach is the work, not the counters
}

} // namespace deskbell::ui
