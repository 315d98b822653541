// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"
#include "core/engine/forecast.h"
#include "core/engine/rows.h"
#include "core/runtime/linkstate.h"
#include "core/runtime/ports.h"
#include "core/runtime/textsstop.h"
#include "core/runtime/weekreport.h"

#include <QObject>
#include <memory>

namespace deskbell::runtime {

/// A conversation as the window shows it: everything prepared, nothing to ask for.
struct ThreadView {
    engine::ThreadRow row;
    engine::ThreadState state; ///< facts, offer, holder, lead
    std::vector<engine::HistoryLine> lines; ///< oldest first
    std::vector<engine::JournalLine> journal; ///< newest first
    QString draft; ///< what this seat had typed and not sent
};

struct CalendarView {
    Instant from;
    Instant to;
    std::vector<Appointment> appointments;
    std::vector<Hold> holds;
};

class EngineLoop;
class StorePort;
class AppointmentBook;

/// The one class both threads touch. Lives on the core thread; every public function below may be called from any
/// thread and returns at once (it queues itself); answers come by signals, to be received by queued connections.
/// Only values cross. Owned by the composition; dies after the window.
class Desk : public QObject
{
    Q_OBJECT
public:
    Desk(EngineLoop &loop, StorePort &store, AppointmentBook &book, QObject *parent = nullptr);
    ~Desk() override;

    /// What a person did. Anything that changes something passes the inbox like every other fact.
    void submit(const ThreadId &thread, const engine::Fact &fact);
    /// Rows, counters, link state and profile are sent in full once (listReset, callbacksReset, …) and then row by row.
    void start();
    /// Until closeThread, the thread is sent anew (threadShown) whenever it changes.
    void openThread(const ThreadId &thread);
    void closeThread(const ThreadId &thread);
    void askCalendar(Instant from, Instant to);
    /// Every automatic text of the next 24 h, in order: forecastShown(). One is taken out by submitting
    /// fact::OperatorCancelledPlanned to its thread.
    void askForecast();
    /// The big stop for the whole shop, and its undo. Survives a restart. Also answers textsStopChanged().
    void stopTexts(bool on);
    /// The counters of one week, with the calls behind them: reportShown().
    void askReport(const engine::Week &week);
    /// Kept per thread, survives crash and restart.
    void saveDraft(const ThreadId &thread, const QString &text);
    void setSeat(const QString &seat);
    /// News for the window; called by the core. Shown by noticed().
    void tell(const Notice &notice);

Q_SIGNALS:
    void profileShown(const deskbell::Profile &profile);
    void listReset(const std::vector<deskbell::engine::ThreadRow> &rows);
    void rowChanged(const deskbell::engine::ThreadRow &row);
    void callbacksReset(const std::vector<deskbell::engine::CallbackRow> &rows);
    void callbackChanged(const deskbell::engine::CallbackRow &row);
    void callbackGone(const deskbell::ThreadId &thread);
    void countersChanged(const deskbell::engine::Counters &counters);
    void threadShown(const deskbell::runtime::ThreadView &view);
    void calendarShown(const deskbell::runtime::CalendarView &view);
    void reportShown(const deskbell::runtime::WeekReport &report);
    void calendarChanged(); ///< an appointment or hold changed: ask again
    void linkChanged(const deskbell::runtime::LinkState &state);
    void forecastShown(const std::vector<deskbell::engine::PlannedText> &texts);
    void textsStopChanged(const deskbell::runtime::TextsStop &stop); ///< also once at start()
    void noticed(const deskbell::runtime::Notice &notice);
    /// Something a person asked for could not be done; \p error says what kind, the window words it.
    void refused(const deskbell::ThreadId &thread, const deskbell::Error &error);
    /// This seat wanted to call, and \p seat is calling already.
    void callbackTaken(const deskbell::ThreadId &thread, const QString &seat);
    /// The store failed: nothing is kept, so nothing is sent. \p detail is in plain words. Empty: it works again.
    void storeTroubled(const QString &detail);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace deskbell::runtime
Q_DECLARE_METATYPE(deskbell::runtime::ThreadView)
Q_DECLARE_METATYPE(deskbell::runtime::CalendarView)
Q_DECLARE_METATYPE(deskbell::runtime::WeekReport)
Q_DECLARE_METATYPE(deskbell::runtime::Notice)
Q_DECLARE_METATYPE(deskbell::engine::ThreadRow)
Q_DECLARE_METATYPE(deskbell::engine::CallbackRow)
Q_DECLARE_METATYPE(deskbell::engine::Counters)
Q_DECLARE_METATYPE(deskbell::Profile)
Q_DECLARE_METATYPE(deskbell::ThreadId)
Q_DECLARE_METATYPE(deskbell::Error)
Q_DECLARE_METATYPE(std::vector<deskbell::engine::PlannedText>)
Q_DECLARE_METATYPE(std::vector<deskbell::engine::ThreadRow>)
Q_DECLARE_METATYPE(std::vector<deskbell::engine::CallbackRow>)
