// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shellwindow.h"

#include "ui/calendar/calendarpage.h"
#include "ui/callbacks/callbackspage.h"
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
#include "ui/words/noticewords.h"
#include "ui/words/when.h"

#include <QApplication>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace deskbell::ui {

namespace {

constexpr int narrowRail = 1100; ///< below this width the rail shows icons only
constexpr int planItem = 9; ///< in the rail; no screen but a sheet over the one that is there

} // namespace

ShellWindow::ShellWindow(ShellOptions options, QWidget *parent)
    : QWidget(parent)
    , m_options(std::move(options))
    , m_memory(m_options.memoryFile)
    , m_start(m_memory.read())
    , m_rail(new NavRail(this))
    , m_nowBar(new NowBar(this))
    , m_strip(new UrgentStrip(this))
    , m_trouble(new Banner(Tone::UrgentSolid, Icon::Alert, QString(), this))
    , m_split(new QSplitter(Qt::Horizontal, this))
    , m_pages(new QStackedWidget(this))
    , m_threads(new ThreadsPage(m_pages))
    , m_callbacks(new CallbacksPage(m_pages))
    , m_calendar(new CalendarPage(m_pages))
{
    setWindowTitle(tr("Deskbell"));
    setWindowIcon(programIcon(false));
    setMinimumSize(1024, 640);
    build();
    connectNowBar();
    connectPages();
    addKeys();
    setSeat(m_options.seat);
    m_second.setTimerType(Qt::PreciseTimer);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &ShellWindow::tick);
    m_second.start();
    // Logging out closes windows; one that only hides would hold up the whole desktop.
    connect(qApp, &QGuiApplication::commitDataRequest, this, [this] { m_quitting = true; });
    tick();
}

ShellWindow::~ShellWindow() = default;

void ShellWindow::build()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    row->addLayout(column, 1);
    column->addWidget(m_nowBar);
    column->addWidget(m_strip);
    column->addWidget(m_trouble);
    m_trouble->hide();
    m_demoBand = new Banner(
        Tone::Ai, Icon::StarFilled, tr("Demo shop, nothing is sent. Ctrl T shows the caller's phone."), this);
    column->addWidget(m_demoBand);
    m_stopBand = new Banner(Tone::Warn, Icon::Pause, {}, this);
    connect(m_stopBand->addAct(tr("Let them go again")), &Button::clicked, this, [this] { Q_EMIT textsStopWanted(false); });
    m_stopBand->hide();
    column->addWidget(m_stopBand);
    column->addWidget(m_split, 1);
    m_split->setHandleWidth(1);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(m_pages);
    m_split->setStretchFactor(0, 1);
    buildRail();
    buildPages();
    m_keys = new KeysSheet(m_options.demo, this);
    buildPlan();
    m_announcer = new Announcer(this);
    if (m_options.tray && !m_options.demo)
        m_tray = new TrayPresence(this);
}

void ShellWindow::buildRail()
{
    m_rail->add(int(Screen::Threads), Icon::Threads, tr("Threads"), tr("Ctrl 1"));
    m_rail->add(int(Screen::CallBack), Icon::Callback, tr("Call back"), tr("Ctrl 2"));
    m_rail->add(int(Screen::Calendar), Icon::Calendar, tr("Calendar"), tr("Ctrl 3"));
    m_rail->add(planItem, Icon::Clock, tr("Planned"), tr("Ctrl P"), NavRail::Place::Bottom);
    connect(m_rail, &NavRail::chosen, this, [this](int id) {
        if (id != planItem)
            return go(Screen(id));
        m_rail->setCurrent(int(screen())); // a sheet over the screen, not another one
        m_plan->open();
    });
}

void ShellWindow::buildPages()
{
    for (QWidget *page : std::initializer_list<QWidget *>{m_threads, m_callbacks, m_calendar})
        m_pages->addWidget(page);
    m_pages->setMinimumWidth(600);
    m_calendar->setNameOf([this](const ThreadId &thread) {
        const engine::ThreadRow *row = m_threads->model().find(thread);
        return row ? row->name : QString();
    });
    m_calendar->setView(m_start.weekView ? CalendarPage::View::Week : CalendarPage::View::Day);
    m_threads->restoreLayout(m_start.panes);
    if (m_options.demo) {
        m_phone = new DemoPhone(m_split);
        m_split->addWidget(m_phone);
        m_split->setStretchFactor(1, 0);
        m_phone->setVisible(m_start.phone);
    }
    m_demoBand->setVisible(m_phone && !m_start.phone); // the phone says it itself
    m_rail->setCurrent(int(Screen::Threads));
}

void ShellWindow::buildPlan()
{
    m_plan = new PlanSheet(
        [this](const ThreadId &thread) {
            const engine::ThreadRow *row = m_threads->model().find(thread);
            if (!row)
                return tr("an earlier caller");
            return row->name.isEmpty() ? displayNumber(row->caller) : row->name;
        },
        this);
    connect(m_plan, &PlanSheet::opened, this, &ShellWindow::forecastWanted);
    connect(m_plan, &PlanSheet::leaveOutWanted, this, &ShellWindow::leaveOutWanted);
    connect(m_plan, &PlanSheet::stopWanted, this, &ShellWindow::textsStopWanted);
}

void ShellWindow::showForecast(const std::vector<engine::PlannedText> &texts)
{
    m_plan->setZone(m_profile.zone);
    m_plan->showTexts(texts, now());
}

void ShellWindow::showTextsStop(const runtime::TextsStop &stop)
{
    const QString sentence = tr("Automatic texts are stopped by %1 since %2. Callers wait for people.")
                                 .arg(stop.seat, stop.since.isSet() ? dayTime(stop.since, now(), m_profile.zone) : QString());
    if (stop.on != m_stopBand->isVisibleTo(this))
        m_announcer->sayNow(stop.on ? sentence : tr("Automatic texts go again"));
    m_stopBand->setSentence(sentence);
    m_stopBand->setVisible(stop.on);
    m_plan->setZone(m_profile.zone);
    m_plan->showStop(stop);
    if (m_plan->isVisible())
        Q_EMIT forecastWanted();
}

void ShellWindow::setSettingsPage(QWidget *page)
{
    m_settings = page;
    m_pages->addWidget(page);
    m_rail->add(int(Screen::Settings), Icon::Settings, tr("Settings"), tr("Ctrl 7"), NavRail::Place::Bottom);
}

void ShellWindow::setSeat(const QString &seat)
{
    m_options.seat = seat;
    m_threads->setSeat(seat);
    m_callbacks->setSeat(seat);
    m_nowBar->setPerson(initialsOf(seat), seat, tr("This computer"));
}

ShellWindow::Screen ShellWindow::screen() const
{
    const QWidget *page = m_pages->currentWidget();
    if (page == m_callbacks)
        return Screen::CallBack;
    if (page == m_calendar)
        return Screen::Calendar;
    return page == m_settings && m_settings ? Screen::Settings : Screen::Threads;
}

void ShellWindow::showProfile(const Profile &profile)
{
    m_profile = profile;
    m_nowBar->setShopName(profile.name);
    m_threads->setProfile(profile);
    m_callbacks->setProfile(profile);
    m_calendar->setProfile(profile);
    if (m_phone)
        m_phone->setShop(profile.name, displayNumber(profile.phone));
    showNow();
}

void ShellWindow::resetThreads(const std::vector<engine::ThreadRow> &rows)
{
    m_threads->resetRows(rows);
    m_strip->resetRows(rows);
    openRemembered();
    showProof();
}

void ShellWindow::changeThread(const engine::ThreadRow &row)
{
    m_threads->changeRow(row);
    m_strip->changeRow(row);
    // The demo's first caller opens by itself: there is nothing else to look at, and the focus stays where it is.
    const engine::ThreadRow *shown = m_threads->model().find(m_threads->openedThread());
    if (m_plan->isVisible())
        Q_EMIT forecastWanted(); // something happened: the plan may be another
    const bool idle = !shown || shown->section == engine::Section::Done || shown->section == engine::Section::QuietList;
    if (m_options.demo && idle && m_threads->model().rowOf(row.thread) >= 0)
        m_threads->open(row.thread);
}

void ShellWindow::showCounters(const engine::Counters &counters)
{
    m_counters = counters;
    m_nowBar->setCount(NowBar::Count::NeedPerson, counters.needPerson);
    m_nowBar->setCount(NowBar::Count::AiAnswering, counters.assistantAnswering);
    m_nowBar->setCount(NowBar::Count::CallBack, counters.toCallBack);
    m_nowBar->setCount(NowBar::Count::BookedToday, counters.bookedToday);
    m_rail->setBadge(int(Screen::Threads), counters.needPerson, Tone::UrgentSolid,
        counters.needPerson == 1 ? tr("1 caller needs a person")
                                 : tr("%n callers need a person", nullptr, counters.needPerson));
    m_rail->setBadge(int(Screen::CallBack), counters.callBackDue, Tone::CallSolid,
        counters.callBackDue == 1 ? tr("1 call due") : tr("%n calls due", nullptr, counters.callBackDue));
    setWindowTitle(counters.needPerson > 0 ? tr("(%1) Deskbell").arg(counters.needPerson) : tr("Deskbell"));
    if (m_tray)
        m_tray->setCount(counters.needPerson);
}

void ShellWindow::showLink(const runtime::LinkState &state)
{
    m_link = state;
    showNow();
    showProof();
}

void ShellWindow::showStoreTrouble(const QString &detail)
{
    if (!detail.isEmpty() && m_storeTrouble.isEmpty())
        m_announcer->sayNow(tr("Nothing can be kept, so nothing is sent"));
    m_storeTrouble = detail;
    showNow();
}

void ShellWindow::showRefusal(const ThreadId &thread, const Error &error)
{
    const QString sentence = refusalSentence(error);
    m_threads->refuse(thread, sentence);
    m_announcer->sayNow(sentence);
}

void ShellWindow::showNotice(const runtime::Notice &notice)
{
    const NoticeWords words = noticeWords(notice, m_profile);
    const QString sentence = words.text.isEmpty() ? words.title : tr("%1. %2").arg(words.title, words.text);
    if (notice.what.urgency == engine::order::Urgency::Critical) {
        m_announcer->sayNow(sentence);
        QApplication::alert(this);
    } else if (notice.what.urgency == engine::order::Urgency::Normal) {
        m_announcer->say(sentence);
    }
}

void ShellWindow::tick()
{
    const Instant moment = now();
    m_strip->tick(moment);
    if (!isVisible() || isMinimized())
        return;
    m_threads->tick(moment);
    m_callbacks->tick(moment);
    m_calendar->tick(moment);
    showNow();
}

/// Clock, opening hours, link, troubles: what changes with time alone.
void ShellWindow::showNow()
{
    const OpenWords open = openWords(m_profile, now());
    m_nowBar->setOpenState(open.open, open.line);
    const LinkWords link = linkWords(m_link, now(), m_profile.zone);
    m_nowBar->setLink(link.state, link.pill);
    m_threads->setOffline(link.signIn ? QString() : link.banner);
    QString trouble = link.signIn ? link.banner : QString();
    if (!m_storeTrouble.isEmpty())
        trouble = tr("Nothing can be kept, so nothing is sent. %1").arg(m_storeTrouble);
    m_trouble->setVisible(!trouble.isEmpty());
    if (!trouble.isEmpty())
        m_trouble->setSentence(trouble);
}

void ShellWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_rail->setNarrow(width() < narrowRail);
    if (m_keys->isVisible())
        m_keys->open();
    remember();
}

} // namespace deskbell::ui
