// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/desk.h"
#include "ui/phone/demophone.h"
#include "ui/shell/shelloptions.h"
#include "ui/shell/windowmemory.h"

#include <QTimer>
#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace deskbell::ui {

class Announcer;
class Banner;
class CalendarPage;
class CallbacksPage;
class KeysSheet;
class NavRail;
class NowBar;
class PlanSheet;
class ThreadsPage;
class TrayPresence;
class UrgentStrip;

/// The window around the pages: rail, now bar, urgent strip, banners, and in a demo shop the caller's phone. Knows no
/// desk: values come in by slots; MainWindow wires it.
class ShellWindow : public QWidget
{
    Q_OBJECT
public:
    /// The numbers are the keys: Ctrl 1, Ctrl 2, …
    enum class Screen { Threads = 1, CallBack = 2, Calendar = 3, Settings = 7 };

    explicit ShellWindow(ShellOptions options, QWidget *parent = nullptr);
    ~ShellWindow() override;

    [[nodiscard]] ThreadsPage &threads() { return *m_threads; }
    [[nodiscard]] CallbacksPage &callbacks() { return *m_callbacks; }
    [[nodiscard]] CalendarPage &calendar() { return *m_calendar; }
    [[nodiscard]] DemoPhone *phone() { return m_phone; } ///< null outside a demo
    [[nodiscard]] const QString &seat() const { return m_options.seat; }
    [[nodiscard]] Screen screen() const;

    /// Takes the page; its place in the rail appears with it. Once.
    void setSettingsPage(QWidget *page);
    void setSeat(const QString &seat);
    /// As it stood at the end of the last run; the first time over the whole screen.
    void showRestored();
    /// Brought to the front, e.g. by a second start or the tray.
    void raiseFromTray();
    void go(Screen screen);
    void openThread(const ThreadId &thread);
    /// This seat deals with it: nobody else is called.
    void acknowledge(const ThreadId &thread);
    /// From now on closing closes.
    void letClose() { m_quitting = true; }

public Q_SLOTS:
    void showProfile(const deskbell::Profile &profile);
    void resetThreads(const std::vector<deskbell::engine::ThreadRow> &rows);
    void changeThread(const deskbell::engine::ThreadRow &row);
    void showCounters(const deskbell::engine::Counters &counters);
    void showLink(const deskbell::runtime::LinkState &state);
    void showStoreTrouble(const QString &detail);
    void showRefusal(const deskbell::ThreadId &thread, const deskbell::Error &error);
    void showNotice(const deskbell::runtime::Notice &notice);
    void showForecast(const std::vector<deskbell::engine::PlannedText> &texts);
    void showTextsStop(const deskbell::runtime::TextsStop &stop);
    /// Each second by itself; a test calls it after turning its clock.
    void tick();

Q_SIGNALS:
    void quitWanted();
    /// A number was put into the clipboard to be dialled; the app may start a phone program.
    void callWanted(const deskbell::PhoneNumber &number);
    void forecastWanted();
    void leaveOutWanted(const deskbell::ThreadId &thread, const deskbell::engine::OrderId &order, bool putBack);
    void textsStopWanted(bool stop);
    /// F9, or the strip's button: this seat deals with it.
    void acknowledged(const deskbell::ThreadId &thread);

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void buildRail();
    void buildPages();
    void buildPlan();
    void connectNowBar();
    void connectPages();
    void addKeys();
    bool showScreen(Screen screen); ///< without moving the focus; false: nothing changed
    void acknowledgeMostUrgent();
    void takeMostUrgent();
    void dial(const ThreadId &thread, const PhoneNumber &number);
    void undo();
    void cyclePane(int step);
    void togglePhone();
    void showNow();
    void showProof();
    void openRemembered();
    void remember();
    void quit();
    [[nodiscard]] Instant now() const { return m_options.now(); }

    ShellOptions m_options;
    Profile m_profile;
    runtime::LinkState m_link;
    engine::Counters m_counters;
    WindowMemory m_memory;
    Remembered m_start; ///< how the last run ended
    bool m_restored = false;
    bool m_quitting = false;
    QTimer m_second;

    NavRail *m_rail;
    NowBar *m_nowBar;
    UrgentStrip *m_strip;
    Banner *m_trouble;
    Banner *m_demoBand = nullptr;
    QSplitter *m_split;
    QStackedWidget *m_pages;
    ThreadsPage *m_threads;
    CallbacksPage *m_callbacks;
    CalendarPage *m_calendar;
    QWidget *m_settings = nullptr;
    DemoPhone *m_phone = nullptr;
    KeysSheet *m_keys = nullptr;
    PlanSheet *m_plan = nullptr;
    Banner *m_stopBand = nullptr;
    Announcer *m_announcer = nullptr;
    TrayPresence *m_tray = nullptr;
    QString m_storeTrouble;
};

} // namespace deskbell::ui
