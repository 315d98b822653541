// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/calendar/calendarpage.h"
#include "ui/callbacks/callbackspage.h"
#include "ui/threads/threadspage.h"

namespace deskbell::ui {

using runtime::Desk;
namespace fact = engine::fact;

MainWindow::MainWindow(Desk &desk, ShellOptions options, QWidget *parent)
    : ShellWindow(std::move(options), parent)
    , m_desk(desk)
{
    takeValues();
    tellThreads();
    tellCallbacks();
    tellCalendar();
    tellPlan();
    m_desk.setSeat(seat());
    m_desk.start();
}

void MainWindow::takeValues()
{
    constexpr auto queued = Qt::QueuedConnection;
    connect(&m_desk, &Desk::profileShown, this, &ShellWindow::showProfile, queued);
    connect(&m_desk, &Desk::listReset, this, &ShellWindow::resetThreads, queued);
    connect(&m_desk, &Desk::rowChanged, this, &ShellWindow::changeThread, queued);
    connect(&m_desk, &Desk::countersChanged, this, &ShellWindow::showCounters, queued);
    connect(&m_desk, &Desk::linkChanged, this, &ShellWindow::showLink, queued);
    connect(&m_desk, &Desk::storeTroubled, this, &ShellWindow::showStoreTrouble, queued);
    connect(&m_desk, &Desk::refused, this, &ShellWindow::showRefusal, queued);
    connect(&m_desk, &Desk::noticed, this, &ShellWindow::showNotice, queued);
    connect(&m_desk, &Desk::forecastShown, this, &ShellWindow::showForecast, queued);
    connect(&m_desk, &Desk::textsStopChanged, this, &ShellWindow::showTextsStop, queued);
    connect(&m_desk, &Desk::threadShown, &threads(), &ThreadsPage::showThread, queued);
    connect(&m_desk, &Desk::callbacksReset, &callbacks(), &CallbacksPage::resetRows, queued);
    connect(&m_desk, &Desk::callbackChanged, &callbacks(), &CallbacksPage::changeRow, queued);
    connect(&m_desk, &Desk::callbackGone, &callbacks(), &CallbacksPage::removeRow, queued);
    connect(&m_desk, &Desk::callbackTaken, &callbacks(), &CallbacksPage::showTaken, queued);
    connect(&m_desk, &Desk::calendarShown, &calendar(), &CalendarPage::showCalendar, queued);
    connect(&m_desk, &Desk::calendarChanged, &calendar(), &CalendarPage::refresh, queued);
}

void MainWindow::tellThreads()
{
    const ThreadsPage *page = &threads();
    connect(this, &ShellWindow::acknowledged, this,
        [this](const ThreadId &thread) { m_desk.submit(thread, fact::OperatorAcknowledged{seat()}); });
    connect(page, &ThreadsPage::threadOpened, this, [this](const ThreadId &thread, const ThreadId &before) {
        if (!before.isEmpty())
            m_desk.closeThread(before);
        m_desk.openThread(thread);
    });
    connect(page, &ThreadsPage::tookOver, this,
        [this](const ThreadId &thread) { m_desk.submit(thread, fact::OperatorTookOver{seat()}); });
    connect(
        page, &ThreadsPage::replied, this, [this](const ThreadId &thread, const QString &draftId, const QString &text) {
            m_desk.submit(thread, fact::OperatorReplied{seat(), draftId, text});
        });
    connect(page, &ThreadsPage::handedBack, this, [this](const ThreadId &thread, const QString &note) {
        m_desk.submit(thread, fact::OperatorHandedBack{seat(), note});
    });
    connect(page, &ThreadsPage::noted, this, [this](const ThreadId &thread, const QString &note) {
        m_desk.submit(thread, fact::OperatorNoted{seat(), note});
    });
    connect(page, &ThreadsPage::closed, this,
        [this](const ThreadId &thread) { m_desk.submit(thread, fact::OperatorClosed{seat()}); });
    connect(page, &ThreadsPage::rescued, this,
        [this](const ThreadId &thread) { m_desk.submit(thread, fact::OperatorRescuedCall{seat()}); });
    connect(page, &ThreadsPage::callbackAsked, this, [this](const ThreadId &thread) {
        m_desk.submit(thread, fact::OperatorAskedForCallback{seat(), {}});
    });
    connect(page, &ThreadsPage::noTextsAsked, this, [this](const ThreadId &thread, const QString &words) {
        m_desk.submit(thread, fact::OperatorOptedOut{seat(), words});
    });
    connect(page, &ThreadsPage::textsAllowed, this, [this](const ThreadId &thread, const QString &reason) {
        m_desk.submit(thread, fact::OperatorLiftedOptOut{seat(), reason});
    });
    connect(page, &ThreadsPage::textSeen, this,
        [this](const ThreadId &thread) { m_desk.submit(thread, fact::OperatorReadThread{seat()}); });
    connect(page, &ThreadsPage::unclearSettled, this,
        [this](const ThreadId &thread, const engine::OrderId &order, bool sendAgain) {
            m_desk.submit(thread, fact::OperatorSettledUnclear{seat(), order, sendAgain});
        });
    connect(page, &ThreadsPage::draftChanged, this,
        [this](const ThreadId &thread, const QString &text) { m_desk.saveDraft(thread, text); });
}

void MainWindow::tellCallbacks()
{
    const CallbacksPage *page = &callbacks();
    connect(page, &CallbacksPage::claimWanted, this,
        [this](const ThreadId &thread) { m_desk.submit(thread, fact::CallbackClaimed{seat()}); });
    connect(page, &CallbacksPage::releaseWanted, this,
        [this](const ThreadId &thread) { m_desk.submit(thread, fact::CallbackReleased{seat()}); });
    connect(page, &CallbacksPage::callbackDone, this,
        [this](const ThreadId &thread, fact::CallbackResult result, Instant later) {
            m_desk.submit(thread, fact::CallbackDone{seat(), result, later});
        });
    connect(page, &CallbacksPage::callbackUndone, this,
        [this](const ThreadId &thread) { m_desk.submit(thread, fact::CallbackUndone{seat()}); });
}

void MainWindow::tellPlan()
{
    connect(this, &ShellWindow::forecastWanted, this, [this] { m_desk.askForecast(); });
    connect(this, &ShellWindow::textsStopWanted, this, [this](bool stop) { m_desk.stopTexts(stop); });
    connect(this, &ShellWindow::leaveOutWanted, this,
        [this](const ThreadId &thread, const engine::OrderId &order, bool putBack) {
            m_desk.submit(thread, fact::OperatorCancelledPlanned{seat(), order, putBack});
        });
}

void MainWindow::tellCalendar()
{
    connect(&calendar(), &CalendarPage::rangeWanted, this,
        [this](Instant from, Instant to) { m_desk.askCalendar(from, to); });
    calendar().refresh(); // it asked before anybody listened
}

} // namespace deskbell::ui
