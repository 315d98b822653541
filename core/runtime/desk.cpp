// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/desk.h"

#include "core/base/log.h"
#include "core/runtime/appointmentbook.h"
#include "core/runtime/board.h"
#include "core/runtime/engineloop.h"
#include "core/runtime/forecastall.h"

#include <QSet>
#include <QUuid>

namespace deskbell::runtime {
namespace {

constexpr int shownThreads = 1000; ///< open ones in the list; older ones are found by search
constexpr int shownClosed = 200;
constexpr int shownLines = 300;
constexpr int shownReasons = 100;
constexpr Duration rowsEvery = 100ms; ///< a list that changes more often than ten times a second cannot be read

} // namespace

class Desk::Private
{
public:
    Private(Desk &desk, EngineLoop &engineLoop, StorePort &storePort, AppointmentBook &appointmentBook)
        : q(desk)
        , loop(engineLoop)
        , store(storePort)
        , book(appointmentBook)
        , flushAlarm(engineLoop.clock().makeAlarm([this] { flush(); }))
        , minuteAlarm(engineLoop.clock().makeAlarm([this] { onMinute(); }))
    {
    }

    void start();
    void onCommitted(const std::vector<KeptStep> &steps);
    void tellWhoIsCalling(const KeptStep &step);
    void flush();
    void onMinute();
    void show(const ThreadId &thread);
    void sendList();
    void sendCallbacks();

    Desk &q;
    EngineLoop &loop;
    StorePort &store;
    AppointmentBook &book;
    Board board;
    QSet<ThreadId> changed;
    QSet<ThreadId> open;
    std::unique_ptr<Alarm> flushAlarm;
    std::unique_ptr<Alarm> minuteAlarm;
    bool started = false;
    bool flushing = false;
    bool calendarTouched = false;
    QString seat = QStringLiteral("Desk 1");
};

void Desk::Private::sendList()
{
    std::vector<engine::ThreadRow> rows;
    const engine::Context context = loop.context();
    board.clear();
    const auto take = [&](const Result<std::vector<engine::ThreadState>> &states) {
        if (!states) {
            Q_EMIT q.storeTroubled(states.error().detail);
            return;
        }
        for (const engine::ThreadState &state : *states) {
            board.note(state, context);
            rows.push_back(engine::threadRow(state, context));
        }
    };
    take(store.openThreads(shownThreads));
    take(store.closedThreads(shownClosed, 0));
    Q_EMIT q.listReset(rows);
}

void Desk::Private::sendCallbacks()
{
    const engine::Context context = loop.context();
    const QDate today = toWall(context.now, context.profile.zone).date();
    const auto states = store.callbackThreads(toInstant(today, QTime(0, 0), context.profile.zone));
    std::vector<engine::CallbackRow> rows;
    if (states) {
        for (const engine::ThreadState &state : *states) {
            board.note(state, context);
            if (auto row = engine::callbackRow(state, context))
                rows.push_back(std::move(*row));
        }
    }
    Q_EMIT q.callbacksReset(rows);
}

void Desk::Private::start()
{
    if (!started) {
        started = true;
        connect(&loop, &EngineLoop::committed, &q, [this](const std::vector<KeptStep> &steps) { onCommitted(steps); });
        connect(&loop, &EngineLoop::linkStateChanged, &q, &Desk::linkChanged);
        connect(&loop, &EngineLoop::textsStopChanged, &q, &Desk::textsStopChanged);
        connect(&loop, &EngineLoop::storeTroubled, &q, &Desk::storeTroubled);
        connect(&loop, &EngineLoop::profileChanged, &q, [this] { Q_EMIT q.profileShown(loop.profile()); });
    }
    Q_EMIT q.profileShown(loop.profile());
    sendList();
    sendCallbacks();
    Q_EMIT q.countersChanged(board.counters(loop.context()));
    Q_EMIT q.linkChanged(loop.linkState());
    Q_EMIT q.textsStopChanged(loop.textsStop());
    minuteAlarm->set(loop.now() + 1min);
}

void Desk::Private::onCommitted(const std::vector<KeptStep> &steps)
{
    for (const KeptStep &step : steps) {
        changed.insert(step.record.thread);
        calendarTouched = calendarTouched || std::holds_alternative<engine::fact::BookingSettled>(step.fact)
            || std::holds_alternative<engine::fact::SlotsFound>(step.fact)
            || std::holds_alternative<engine::fact::AppointmentCancelled>(step.fact);
        tellWhoIsCalling(step);
        // What a person has open answers at once; the list may take its tenth of a second.
        if (open.contains(step.record.thread))
            show(step.record.thread);
    }
    if (!flushing) {
        flushing = true;
        flushAlarm->set(loop.now() + rowsEvery);
    }
}

/// Two seats reach for the same call: the second is told who has it, instead of the caller's phone ringing twice.
void Desk::Private::tellWhoIsCalling(const KeptStep &step)
{
    const auto *claim = std::get_if<engine::fact::CallbackClaimed>(&step.fact);
    const auto &item = step.record.decision.next.callback;
    if (!claim || claim->seat != seat || !item || item->done || item->claimedBy == seat)
        return;
    Q_EMIT q.callbackTaken(step.record.thread, item->claimedBy);
}

void Desk::Private::flush()
{
    flushing = false;
    const engine::Context context = loop.context();
    QSet<ThreadId> now;
    now.swap(changed);
    for (const ThreadId &thread : now) {
        const auto stored = loop.thread(thread);
        if (!stored || !stored->has_value())
            continue;
        const engine::ThreadState &state = (*stored)->state;
        board.note(state, context);
        Q_EMIT q.rowChanged(engine::threadRow(state, context));
        if (auto row = engine::callbackRow(state, context))
            Q_EMIT q.callbackChanged(*row);
    }
    Q_EMIT q.countersChanged(board.counters(context));
    if (calendarTouched)
        Q_EMIT q.calendarChanged();
    calendarTouched = false;
}

void Desk::Private::onMinute()
{
    Q_EMIT q.countersChanged(board.counters(loop.context()));
    minuteAlarm->set(loop.now() + 1min);
}

void Desk::Private::show(const ThreadId &thread)
{
    const auto stored = loop.thread(thread);
    auto lines = store.history(thread, shownLines);
    auto reasons = store.journal(thread, shownReasons);
    if (!stored || !lines || !reasons) {
        Q_EMIT q.storeTroubled((stored ? lines ? reasons.error() : lines.error() : stored.error()).detail);
        return;
    }
    if (!stored->has_value())
        return;
    ThreadView view;
    view.state = (*stored)->state;
    view.row = engine::threadRow(view.state, loop.context());
    view.lines = std::move(*lines);
    view.journal = std::move(*reasons);
    view.draft = QString::fromUtf8(store.draft(thread, seat).value_or(QByteArray()));
    Q_EMIT q.threadShown(view);
}

Desk::Desk(EngineLoop &loop, StorePort &store, AppointmentBook &book, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, loop, store, book))
{
    qRegisterMetaType<engine::ThreadRow>();
    qRegisterMetaType<engine::CallbackRow>();
    qRegisterMetaType<engine::Counters>();
    qRegisterMetaType<std::vector<engine::ThreadRow>>();
    qRegisterMetaType<std::vector<engine::CallbackRow>>();
    qRegisterMetaType<ThreadView>();
    qRegisterMetaType<CalendarView>();
    qRegisterMetaType<WeekReport>();
    qRegisterMetaType<LinkState>();
    qRegisterMetaType<TextsStop>();
    qRegisterMetaType<std::vector<engine::PlannedText>>();
    qRegisterMetaType<Notice>();
    qRegisterMetaType<Profile>();
    qRegisterMetaType<ThreadId>();
    qRegisterMetaType<Error>();
}

Desk::~Desk() = default;

void Desk::submit(const ThreadId &thread, const engine::Fact &fact)
{
    QMetaObject::invokeMethod(this, [this, thread, fact] {
        Arrival arrival;
        // A click has no id of its own; a text typed does (its draft), so pressing Enter twice sends once.
        const auto *typed = std::get_if<engine::fact::OperatorReplied>(&fact);
        arrival.id = typed ? u"typed:" % typed->draft : u"click:" % QUuid::createUuid().toString(QUuid::Id128);
        arrival.thread = thread;
        arrival.fact = fact;
        d->loop.put(std::move(arrival));
    });
}

void Desk::start() { QMetaObject::invokeMethod(this, [this] { d->start(); }); }

void Desk::openThread(const ThreadId &thread)
{
    QMetaObject::invokeMethod(this, [this, thread] {
        d->open.insert(thread);
        d->show(thread);
    });
}

void Desk::closeThread(const ThreadId &thread)
{
    QMetaObject::invokeMethod(this, [this, thread] { d->open.remove(thread); });
}

void Desk::askCalendar(Instant from, Instant to)
{
    QMetaObject::invokeMethod(this, [this, from, to] {
        CalendarView view{from, to, {}, {}};
        auto appointments = d->book.between(from, to);
        auto holds = d->book.holds(d->loop.now());
        if (!appointments || !holds) {
            Q_EMIT refused({}, appointments ? holds.error() : appointments.error());
            return;
        }
        view.appointments = std::move(*appointments);
        view.holds = std::move(*holds);
        Q_EMIT calendarShown(view);
    });
}

void Desk::askForecast()
{
    QMetaObject::invokeMethod(this, [this] {
        if (const auto texts = forecastAll(d->loop))
            Q_EMIT forecastShown(*texts);
        else
            Q_EMIT refused({}, texts.error());
    });
}

void Desk::stopTexts(bool on)
{
    QMetaObject::invokeMethod(this, [this, on] { d->loop.stopTexts(on, d->seat); });
}

void Desk::askReport(const engine::Week &week)
{
    QMetaObject::invokeMethod(this, [this, week] {
        auto report = weekReport(d->store, week, d->loop.profile().zone);
        if (report)
            Q_EMIT reportShown(*report);
        else
            Q_EMIT refused({}, report.error());
    });
}

void Desk::saveDraft(const ThreadId &thread, const QString &text)
{
    QMetaObject::invokeMethod(this, [this, thread, text] {
        if (auto saved = d->store.saveDraft(thread, d->seat, text.toUtf8()); !saved)
            qCWarning(logRuntime).noquote() << "draft:" << saved.error().detail;
    });
}

void Desk::tell(const Notice &notice)
{
    QMetaObject::invokeMethod(this, [this, notice] { Q_EMIT noticed(notice); });
}

void Desk::setSeat(const QString &seat)
{
    QMetaObject::invokeMethod(this, [this, seat] { d->seat = seat; });
}

} // namespace deskbell::runtime
