// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/engine/decide.h"

#include <QSet>
#include <memory>
#include <unordered_map>

namespace deskbell::runtime {

/// Where an order stands in the outbox. Only these moves exist:
/// Ready -> Sending -> Done | Failed | Unclear; Unclear -> Done | Ready (once) | Failed; Ready -> Cancelled.
enum class OrderStanding { Ready, Sending, Unclear, Done, Failed, Cancelled };

struct OutboxEntry {
    engine::PlannedOrder order;
    OrderStanding standing = OrderStanding::Ready;
    int attempts = 0; ///< how often it went to Sending
    Instant sendingSince; ///< t0 of the last attempt; the start of the look-up schedule
    int looks = 0; ///< how often the provider's list was read for it
    bool personTold = false;
    bool operator==(const OutboxEntry &) const = default;
};

/// A change of an outbox row that belongs to a decided fact.
struct OrderMark {
    engine::OrderId order;
    OrderStanding standing = OrderStanding::Done;
    ProviderId text; ///< of an accepted text; unique: one record cannot satisfy two orders
    bool personTold = false;
};

/// Where a stream of the provider has been read to. Moves in the same transaction as the facts it brought.
struct Cursor {
    QString stream; ///< "push", "calls", "messages"
    QString value; ///< opaque to the store
};

/// One decided fact, ready to be kept.
struct StepRecord {
    engine::FactId fact;
    ThreadId thread;
    int seenVersion = 0; ///< 0: the thread is new
    engine::Decision decision;
    Instant dueAt; ///< next Due of the thread; not set: none
    std::vector<OrderMark> marks;
    /// Of the decision's orders, the texts that passed the gate on this very state: kept as Sending at once, with
    /// attempts 1 and t0 = now. One sync less between a call and its text.
    std::vector<engine::OrderId> sending;
};

/// What goes to disk in one transaction: facts of many threads that waited at the same moment.
struct Commit {
    Instant now;
    std::vector<StepRecord> steps;
    std::vector<Cursor> cursors;
};

struct StoredThread {
    engine::ThreadState state;
    int version = 0;
};

struct ThreadIdHash {
    size_t operator()(const ThreadId &id) const { return qHash(id); }
};
/// Nodes, because a thread is large: it moves from one map to the other without being touched.
using ThreadsById = std::unordered_map<ThreadId, StoredThread, ThreadIdHash>;

/// A missed call as the weekly report shows it.
struct EpisodeLine {
    ThreadId thread;
    PhoneNumber caller; ///< withheld: nobody can say who
    engine::EpisodeRecord record;
    bool operator==(const EpisodeLine &) const = default;
};

struct SendingClaim {
    engine::OrderId order;
    ThreadId thread;
    int seenVersion = 0; ///< of the thread the gate looked at
    /// Whose consent is asked once more inside the marking transaction; withheld: a text that may leave after a no.
    PhoneNumber number{};
};

/// As long as it lives; see StorePort::readTogether().
class TogetherRead
{
public:
    TogetherRead() = default;
    virtual ~TogetherRead() = default;
    TogetherRead(const TogetherRead &) = delete;
    TogetherRead &operator=(const TogetherRead &) = delete;
};

/// The store as the runtime needs it. One owner thread; every call blocks. Errors: Storage (disk, full, corrupt),
/// Conflict (somebody else changed a thread first: nothing of the commit is kept).
class StorePort
{
public:
    virtual ~StorePort() = default;

    /// Until the answer is destroyed or something is changed, whichever comes first, everything read is of one moment
    /// and costs the file's locks only once. Never null.
    [[nodiscard]] virtual std::unique_ptr<TogetherRead> readTogether() = 0;
    [[nodiscard]] virtual Result<std::optional<StoredThread>> load(const ThreadId &thread) = 0;
    /// Which of these facts were kept already.
    [[nodiscard]] virtual Result<QSet<engine::FactId>> consumed(const QStringList &facts) = 0;
    /// All or nothing, durable when it returns. Saves states (version + 1, only if still seenVersion), facts, consent, orders
    /// (a purpose key that exists already is left as it is), cancelled orders (only those still Ready), history,
    /// changes, journal, marks, due times, cursors. Returns those of StepRecord::sending that really are Sending now:
    /// only they may leave. Not among them: a purpose that was ordered before, or any text while the disk is full.
    [[nodiscard]] virtual Result<QSet<engine::OrderId>> commit(const Commit &commit) = 0;

    /// Ready orders whose time has come, by priority, then newest first text first, then age.
    [[nodiscard]] virtual Result<std::vector<OutboxEntry>> ready(Instant now, int limit) = 0;
    /// When the next Ready order becomes due, of those that are due later than \p after; not set: none.
    [[nodiscard]] virtual Result<Instant> nextReadyAt(Instant after = {}) = 0;
    /// Ready -> Sending with attempts + 1 and t0 = now, each only if still Ready, its thread still has the seen
    /// version and its number has not said no meanwhile, on whatever line. Returns those that were marked. Durable when it returns; no byte of a text may leave before.
    [[nodiscard]] virtual Result<QSet<engine::OrderId>> markSending(const std::vector<SendingClaim> &claims, Instant now) = 0;
    /// Sending, Unclear or Ready -> Ready, not before the given time. From Sending the attempt is not counted: the
    /// provider said "not now" or was never reached. From Unclear it stays counted: it is the one re-send.
    [[nodiscard]] virtual Result<void> putBack(const engine::OrderId &order, Instant notBefore) = 0;
    /// Everything in Sending or Unclear: at start these are texts of unknown fate.
    [[nodiscard]] virtual Result<std::vector<OutboxEntry>> inDoubt() = 0;
    [[nodiscard]] virtual Result<std::optional<OutboxEntry>> order(const engine::OrderId &order) = 0;
    [[nodiscard]] virtual Result<void> noteLook(const engine::OrderId &order, int looks) = 0;

    /// Of those later than \p after; not set: none.
    [[nodiscard]] virtual Result<Instant> earliestDue(Instant after = {}) = 0;
    [[nodiscard]] virtual Result<std::vector<std::pair<ThreadId, Instant>>> dueThreads(Instant now, int limit) = 0;

    [[nodiscard]] virtual Result<QString> cursor(const QString &stream) = 0;
    /// The thread a text of ours belongs to, by the provider's id; nothing: not ours.
    [[nodiscard]] virtual Result<std::optional<ThreadId>> threadOfText(const ProviderId &text) = 0;

    // Questions of the window; they change nothing.
    [[nodiscard]] virtual Result<std::vector<engine::ThreadState>> openThreads(int limit) = 0; ///< not closed, newest first
    [[nodiscard]] virtual Result<std::vector<engine::ThreadState>> closedThreads(int limit, int offset) = 0;
    [[nodiscard]] virtual Result<std::vector<engine::ThreadState>> callbackThreads(Instant doneSince) = 0;
    [[nodiscard]] virtual Result<std::vector<engine::HistoryLine>> history(const ThreadId &thread, int limit) = 0; ///< oldest first, the last \p limit
    [[nodiscard]] virtual Result<std::vector<engine::JournalLine>> journal(const ThreadId &thread, int limit) = 0; ///< newest first
    /// A line of the log that belongs to no thread (Malformed input and the like).
    [[nodiscard]] virtual Result<void> addJournal(const engine::JournalLine &line) = 0;

    /// The latest word of a number about being texted; nothing: it never said any.
    [[nodiscard]] virtual Result<std::optional<engine::ConsentEntry>> consent(const PhoneNumber &number) = 0;
    /// The records of missed calls in [from, to), oldest first, with whose they are.
    [[nodiscard]] virtual Result<std::vector<EpisodeLine>> episodes(Instant from, Instant to) = 0;
    /// Every word of a number, oldest first.
    [[nodiscard]] virtual Result<std::vector<engine::ConsentEntry>> consentLedger(const PhoneNumber &number) = 0;
    /// Threads that do not know yet what their caller's number said on another line. Withheld: of all numbers.
    [[nodiscard]] virtual Result<std::vector<ThreadId>> threadsBehindConsent(const PhoneNumber &number) = 0;

    [[nodiscard]] virtual Result<QByteArray> draft(const ThreadId &thread, const QString &seat) = 0;
    [[nodiscard]] virtual Result<void> saveDraft(const ThreadId &thread, const QString &seat, const QByteArray &text) = 0;
};

} // namespace deskbell::runtime
