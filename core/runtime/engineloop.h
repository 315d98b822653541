// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/profile.h"
#include "core/runtime/callerwatch.h"
#include "core/runtime/inboxport.h"
#include "core/runtime/textsstop.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <deque>
#include <functional>

namespace deskbell::runtime {

/// The last word of each number about being texted; nothing: it never said any.
using ConsentByNumber = QHash<QString, std::optional<engine::ConsentEntry>>;

/// A fact that is on disk, with what it led to. Given to listeners after the commit.
struct KeptStep {
    engine::Fact fact;
    StepRecord record;
};

/// The inbox and the loop behind it: takes all facts that wait, decides them one after another (one at a time per
/// thread), keeps them in one transaction, then tells the listeners. Core thread only; woken by the clock, so a
/// manual clock drives it without an event loop.
class EngineLoop : public QObject, public InboxPort
{
    Q_OBJECT
public:
    EngineLoop(StorePort &store, Clock &clock, Profile profile, QObject *parent = nullptr);

    void put(Arrival arrival) override;
    void malformed(const QString &where, const QString &detail) override;
    void linkChanged(const LinkState &state) override;
    void moveCursor(const Cursor &cursor) override;
    [[nodiscard]] bool isOurs(const ProviderId &text) override;
    [[nodiscard]] bool mayBeOurs(const PhoneNumber &to) override;
    [[nodiscard]] QString cursor(const QString &stream) override;

    /// Asked before each commit which of its texts may leave at once; fills StepRecord::sending. \p after holds every
    /// touched thread as it will be kept, \p said what the numbers of the group will then have said. One claimer: the
    /// outbox executor.
    using Claimer = std::function<void(std::vector<KeptStep> &steps, const ThreadsById &after, const ConsentByNumber &said)>;
    void setClaimer(Claimer claimer) { m_claimer = std::move(claimer); }
    /// How many facts a group may take at the moment; 0: as many as there are up to the largest.
    void setGroupLimit(std::function<size_t()> limit) { m_groupLimit = std::move(limit); }

    /// What is known of callers outside their threads; without it nobody looks. Outlives the loop.
    void setCallerBook(CallerBook &book) { m_watch = std::make_unique<CallerWatch>(book); }

    [[nodiscard]] const Profile &profile() const { return m_profile; }
    void setProfile(Profile profile);
    [[nodiscard]] Instant now() const { return m_clock.now(); }
    [[nodiscard]] engine::Context context() const { return {m_clock.now(), m_profile, m_textsStop.on}; }
    /// The big stop, on or off, by whom. Counts from this moment; kept with the next commit, so it survives a restart.
    void stopTexts(bool on, const QString &seat);
    [[nodiscard]] const TextsStop &textsStop() const { return m_textsStop; }
    /// With what the number last said about being texted. Without it nothing may be decided or sent.
    [[nodiscard]] Result<engine::Context> contextOf(const PhoneNumber &caller);
    /// Threads that a crash kept from hearing what their number said on another line hear it now.
    void catchUpConsent();
    /// The thread as it is now, from memory or disk.
    [[nodiscard]] Result<std::optional<StoredThread>> thread(const ThreadId &id);
    [[nodiscard]] const LinkState &linkState() const { return m_link; }
    [[nodiscard]] size_t waiting() const { return m_urgent.size() + m_outcomes.size() + m_reports.size(); }
    [[nodiscard]] StorePort &store() { return m_store; }
    [[nodiscard]] Clock &clock() { return m_clock; }

Q_SIGNALS:
    /// \p started: texts that are Sending since this commit and must be handed to the port now.
    void committed(const std::vector<deskbell::runtime::KeptStep> &steps, const QSet<deskbell::engine::OrderId> &started);
    void linkStateChanged(const deskbell::runtime::LinkState &state);
    void profileChanged();
    void textsStopChanged(const deskbell::runtime::TextsStop &stop);
    /// The store cannot keep anything: facts wait in memory, nothing is sent. Empty: it works again.
    void storeTroubled(const QString &detail);
    void inputMalformed(const QString &where, const QString &detail);

private:
    using Queue = std::deque<Arrival>;
    [[nodiscard]] Queue &queueOf(const engine::Fact &fact);
    void drain();
    [[nodiscard]] std::vector<Arrival> takeGroup();
    [[nodiscard]] Result<void> dropRepeated(std::vector<Arrival> &group);
    [[nodiscard]] Result<std::vector<KeptStep>> decideAll(const std::vector<Arrival> &group, ThreadsById &touched, ConsentByNumber &said);
    [[nodiscard]] Result<void> bring(const ThreadId &id, const Arrival &arrival, ThreadsById &touched);
    [[nodiscard]] Result<void> keep(const std::vector<Arrival> &group);
    [[nodiscard]] Result<void> lookAround(const engine::Fact &fact, const engine::ThreadState &state, engine::Context &context);
    void giveBack(std::vector<Arrival> group);
    void failed(const Error &error, std::vector<Arrival> group);
    void remember(ThreadsById touched);
    void spreadConsent(const std::vector<KeptStep> &steps);
    void tellConsent(const PhoneNumber &number);
    [[nodiscard]] Result<ThreadId> addressOf(const Arrival &arrival);
    void wake();

    StorePort &m_store;
    Clock &m_clock;
    Profile m_profile;
    Queue m_urgent; ///< calls, texts, people, outcomes
    Queue m_outcomes; ///< texts that were accepted: they can wait while texts leave
    Queue m_reports; ///< deliveries: they can wait until everything else is kept
    QMap<QString, QString> m_cursors; ///< by stream: where it may be said to be read to once nothing waits any more
    ThreadsById m_cache;
    LinkState m_link;
    TextsStop m_textsStop;
    Claimer m_claimer;
    std::unique_ptr<CallerWatch> m_watch;
    std::function<size_t()> m_groupLimit;
    std::unique_ptr<Alarm> m_drain;
    int m_failures = 0;
    int m_conflicts = 0;
    quint64 m_malformed = 0;
};

} // namespace deskbell::runtime
