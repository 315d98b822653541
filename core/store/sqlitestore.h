// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/appointmentbook.h"
#include "core/runtime/callerbook.h"
#include "core/runtime/storeport.h"

namespace deskbell::store {

/// Everything the shop keeps, in one SQLite file of one folder. One process per folder, one connection, one thread:
/// the one that calls first after open(). Every call blocks; what changes something is durable when it returns
/// (write-ahead log, synchronous=FULL).
///
/// Errors are in plain words. Storage: the disk is full (nothing of the call is kept, it can be tried again; no text
/// can be marked as sending until there is room again), or it reports errors (the store stays closed until it is
/// opened anew). Unusable: not our database, damaged, or written by a newer program; nothing was changed.
class SqliteStore final : public runtime::StorePort, public runtime::AppointmentBook, public runtime::CallerBook
{
public:
    /// Locks the folder (making it if it is missing), checks the file, brings an older schema up to date after a
    /// backup of it.
    [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> open(const QString &folder);
    /// For a look from outside, also while the shop runs: takes no lock, brings nothing up to date, and every change is
    /// refused. Errors: Missing (no such file), Unusable (not ours, or of another layout than this program's).
    [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> openToRead(const QString &folder);
    /// For rehearsals and tests: the same store, nothing kept.
    [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> openInMemory();
    ~SqliteStore() override;

    /// A complete, consistent copy; the store stays in use. An older file of that name is replaced at the end.
    [[nodiscard]] Result<void> backupTo(const QString &path);
    /// The file is an older one than was used in this folder last (a restored backup): the texts that waited in it were
    /// put in doubt, so they are looked up before anything is sent again.
    [[nodiscard]] bool wasSetBack() const;
    /// Writes down beside the file how far it has come, for wasSetBack() of a later start. Now and then, and at the end.
    void noteReached();
    /// For tests: the file may grow no larger than this many pages of 4 KiB more; as on a full disk.
    [[nodiscard]] Result<void> limitGrowth(int pages);

    [[nodiscard]] std::unique_ptr<runtime::TogetherRead> readTogether() override;
    [[nodiscard]] Result<std::optional<runtime::StoredThread>> load(const ThreadId &thread) override;
    [[nodiscard]] Result<QSet<engine::FactId>> consumed(const QStringList &facts) override;
    [[nodiscard]] Result<QSet<engine::OrderId>> commit(const runtime::Commit &commit) override;

    [[nodiscard]] Result<std::vector<runtime::OutboxEntry>> ready(Instant now, int limit) override;
    [[nodiscard]] Result<Instant> nextReadyAt(Instant after = {}) override;
    [[nodiscard]] Result<QSet<engine::OrderId>> markSending(
        const std::vector<runtime::SendingClaim> &claims, Instant now) override;
    [[nodiscard]] Result<void> putBack(const engine::OrderId &order, Instant notBefore) override;
    [[nodiscard]] Result<std::vector<runtime::OutboxEntry>> inDoubt() override;
    [[nodiscard]] Result<std::optional<runtime::OutboxEntry>> order(const engine::OrderId &order) override;
    [[nodiscard]] Result<void> noteLook(const engine::OrderId &order, int looks) override;

    [[nodiscard]] Result<Instant> earliestDue(Instant after = {}) override;
    [[nodiscard]] Result<std::vector<std::pair<ThreadId, Instant>>> dueThreads(Instant now, int limit) override;
    [[nodiscard]] Result<QString> cursor(const QString &stream) override;
    [[nodiscard]] Result<std::optional<ThreadId>> threadOfText(const ProviderId &text) override;

    [[nodiscard]] Result<std::vector<engine::ThreadState>> openThreads(int limit) override;
    [[nodiscard]] Result<std::vector<engine::ThreadState>> closedThreads(int limit, int offset) override;
    [[nodiscard]] Result<std::vector<engine::ThreadState>> callbackThreads(Instant doneSince) override;
    [[nodiscard]] Result<std::vector<engine::HistoryLine>> history(const ThreadId &thread, int limit) override;
    [[nodiscard]] Result<std::vector<engine::JournalLine>> journal(const ThreadId &thread, int limit) override;
    [[nodiscard]] Result<void> addJournal(const engine::JournalLine &line) override;

    [[nodiscard]] Result<std::optional<engine::ConsentEntry>> consent(const PhoneNumber &number) override;
    [[nodiscard]] Result<std::vector<runtime::EpisodeLine>> episodes(Instant from, Instant to) override;
    [[nodiscard]] Result<std::vector<engine::ConsentEntry>> consentLedger(const PhoneNumber &number) override;
    [[nodiscard]] Result<std::vector<ThreadId>> threadsBehindConsent(const PhoneNumber &number) override;
    /// The part of an erasure that concerns consent: the words go, the entries stay, and that it was done is kept.
    [[nodiscard]] Result<void> forgetConsentWords(const PhoneNumber &number, Instant now);

    [[nodiscard]] Result<QByteArray> draft(const ThreadId &thread, const QString &seat) override;
    [[nodiscard]] Result<void> saveDraft(const ThreadId &thread, const QString &seat, const QByteArray &text) override;

    [[nodiscard]] Result<std::vector<Appointment>> between(Instant from, Instant to) override;
    [[nodiscard]] Result<std::vector<Hold>> holds(Instant now) override;
    [[nodiscard]] Result<bool> hold(const Hold &hold, Instant now) override;
    [[nodiscard]] Result<runtime::BookAnswer> book(
        const Appointment &appointment, const AppointmentId &replaces, Instant now) override;
    [[nodiscard]] Result<void> releaseHolds(const ThreadId &thread) override;
    [[nodiscard]] Result<void> remove(const AppointmentId &appointment) override;
    [[nodiscard]] Result<std::vector<Appointment>> of(const PhoneNumber &phone, Instant from) override;

    [[nodiscard]] Result<std::optional<Contact>> contact(const PhoneNumber &number) override;
    [[nodiscard]] Result<void> keepContacts(const std::vector<Contact> &contacts) override;
    [[nodiscard]] Result<ComplaintCount> complaints(const PhoneNumber &number, QDate since) override;
    [[nodiscard]] Result<void> keepComplaints(const std::vector<ComplaintDay> &days, QDate keepSince) override;
    [[nodiscard]] Result<std::vector<PastCall>> callersSince(Instant since) override;
    [[nodiscard]] Result<std::vector<Instant>> firstTextsSince(Instant since) override;

private:
    struct Parts;
    explicit SqliteStore(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> d;
};

} // namespace deskbell::store
