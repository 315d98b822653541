// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlitestore.h"

#include "core/store/parts.h"
#include "core/store/schema.h"

#include <QDir>
#include <QFile>

namespace deskbell::store {
namespace {

Result<void> bringUpToDate(Database &database, const StoreFolder *folder)
{
    const auto schema = schemaOf(database);
    if (!schema)
        return tl::make_unexpected(schema.error());
    if (auto checked = *schema == 0 ? Result<void>() : checkPages(database); !checked)
        return checked;
    if (auto logged = folder ? database.useLog() : Result<void>(); !logged)
        return logged;
    if (*schema == newestSchema())
        return {};
    if (folder && *schema > 0) {
        if (auto saved = database.copyTo(folder->backupBefore(newestSchema())); !saved)
            return saved;
    }
    return migrate(database, *schema);
}

/// True: the file is older than the one that was used here last, and its waiting texts are in doubt now.
Result<bool> compareWithMark(Database &database, LifeMark &mark)
{
    const auto reached = reachedBy(database);
    if (!reached)
        return tl::make_unexpected(reached.error());
    if (!mark.isAhead(*reached)) {
        mark.note(*reached);
        return false;
    }
    if (const auto doubted = doubtEverything(database); !doubted)
        return tl::make_unexpected(doubted.error());
    mark.startAt(*reached);
    return true;
}

} // namespace

SqliteStore::SqliteStore(std::unique_ptr<Parts> parts)
    : d(std::move(parts))
{
}

SqliteStore::~SqliteStore()
{
    noteReached();
}

bool SqliteStore::wasSetBack() const
{
    return d->setBack;
}

void SqliteStore::noteReached()
{
    if (!d->lifeMark || d->database->broken())
        return;
    if (const auto reached = reachedBy(*d->database))
        d->lifeMark->note(*reached);
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const QString &path)
{
    auto folder = StoreFolder::open(path);
    if (!folder)
        return tl::make_unexpected(folder.error());
    auto database = Database::open(Database::Kind::File, (*folder)->database());
    if (!database)
        return tl::make_unexpected(database.error());
    if (auto ready = bringUpToDate(**database, folder->get()); !ready)
        return tl::make_unexpected(ready.error());
    auto mark = std::make_unique<LifeMark>(path);
    const auto setBack = compareWithMark(**database, *mark);
    if (!setBack)
        return tl::make_unexpected(setBack.error());
    (*folder)->closeToOthers();
    (*database)->release();
    auto parts = std::make_unique<Parts>(std::move(*folder), std::move(*database));
    parts->lifeMark = std::move(mark);
    parts->setBack = *setBack;
    return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(parts)));
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::openToRead(const QString &folder)
{
    const QString file = QDir(folder).filePath(QStringLiteral("deskbell.db"));
    if (!QFile::exists(file))
        return failure(ErrorKind::Missing, QStringLiteral("There is no data of a shop in %1.").arg(folder));
    auto database = Database::open(Database::Kind::File, file);
    if (!database)
        return tl::make_unexpected(database.error());
    const auto schema = schemaOf(**database);
    if (!schema)
        return tl::make_unexpected(schema.error());
    if (*schema != newestSchema())
        return failure(ErrorKind::Unusable,
            QStringLiteral("The data was written by an older Deskbell. Start Deskbell once, then ask again."));
    if (auto closed = (*database)->execute("PRAGMA query_only=1"); !closed)
        return tl::make_unexpected(closed.error());
    (*database)->release();
    return std::unique_ptr<SqliteStore>(new SqliteStore(std::make_unique<Parts>(nullptr, std::move(*database))));
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::openInMemory()
{
    auto database = Database::open(Database::Kind::InMemory, QStringLiteral(":memory:"));
    if (!database)
        return tl::make_unexpected(database.error());
    if (auto ready = bringUpToDate(**database, nullptr); !ready)
        return tl::make_unexpected(ready.error());
    (*database)->release();
    return std::unique_ptr<SqliteStore>(new SqliteStore(std::make_unique<Parts>(nullptr, std::move(*database))));
}

Result<void> SqliteStore::backupTo(const QString &path)
{
    return d->database->copyTo(path);
}

Result<void> SqliteStore::limitGrowth(int pages)
{
    const auto used = d->database->number("PRAGMA page_count");
    if (!used)
        return tl::make_unexpected(used.error());
    const QString limit = QStringLiteral("PRAGMA max_page_count=%1").arg(*used + pages);
    return d->database->execute(limit.toLatin1().constData());
}

// Everything below only names the table that answers.

std::unique_ptr<runtime::TogetherRead> SqliteStore::readTogether()
{
    return std::make_unique<Reading>(*d->database);
}

Result<std::optional<runtime::StoredThread>> SqliteStore::load(const ThreadId &thread)
{
    return d->threads.load(thread);
}

Result<QSet<engine::FactId>> SqliteStore::consumed(const QStringList &facts)
{
    return d->marks.known(facts);
}

Result<std::vector<runtime::OutboxEntry>> SqliteStore::ready(Instant now, int limit)
{
    return d->outbox.ready(now, limit);
}

Result<Instant> SqliteStore::nextReadyAt(Instant after)
{
    return d->outbox.nextReadyAt(after);
}

Result<void> SqliteStore::putBack(const engine::OrderId &order, Instant notBefore)
{
    return d->change([&] { d->outbox.putBack(order, notBefore); });
}

Result<std::vector<runtime::OutboxEntry>> SqliteStore::inDoubt()
{
    return d->outbox.inDoubt();
}

Result<std::optional<runtime::OutboxEntry>> SqliteStore::order(const engine::OrderId &order)
{
    return d->outbox.find(order);
}

Result<void> SqliteStore::noteLook(const engine::OrderId &order, int looks)
{
    return d->change([&] { d->outbox.noteLook(order, looks); });
}

Result<Instant> SqliteStore::earliestDue(Instant after)
{
    return d->threads.earliestDue(after);
}

Result<std::vector<std::pair<ThreadId, Instant>>> SqliteStore::dueThreads(Instant now, int limit)
{
    return d->threads.due(now, limit);
}

Result<QString> SqliteStore::cursor(const QString &stream)
{
    return d->marks.cursor(stream);
}

Result<std::optional<ThreadId>> SqliteStore::threadOfText(const ProviderId &text)
{
    return d->outbox.threadOfText(text);
}

Result<std::vector<engine::ThreadState>> SqliteStore::openThreads(int limit)
{
    return d->threads.open(limit);
}

Result<std::vector<engine::ThreadState>> SqliteStore::closedThreads(int limit, int offset)
{
    return d->threads.closed(limit, offset);
}

Result<std::vector<engine::ThreadState>> SqliteStore::callbackThreads(Instant doneSince)
{
    return d->threads.withCallback(doneSince);
}

Result<std::vector<engine::HistoryLine>> SqliteStore::history(const ThreadId &thread, int limit)
{
    return d->lines.history(thread, limit);
}

Result<std::vector<engine::JournalLine>> SqliteStore::journal(const ThreadId &thread, int limit)
{
    return d->lines.journal(thread, limit);
}

Result<void> SqliteStore::addJournal(const engine::JournalLine &line)
{
    return d->change([&] { d->lines.add(line, 0); });
}

Result<std::optional<engine::ConsentEntry>> SqliteStore::consent(const PhoneNumber &number)
{
    return d->consent.latest(number);
}

Result<std::vector<runtime::EpisodeLine>> SqliteStore::episodes(Instant from, Instant to)
{
    return d->episodes.between(from, to);
}

Result<std::vector<engine::ConsentEntry>> SqliteStore::consentLedger(const PhoneNumber &number)
{
    return d->consent.ledger(number);
}

Result<std::vector<ThreadId>> SqliteStore::threadsBehindConsent(const PhoneNumber &number)
{
    return d->consent.threadsBehind(number);
}

Result<void> SqliteStore::forgetConsentWords(const PhoneNumber &number, Instant now)
{
    return d->change([&] { d->consent.forgetWords(number, now); });
}

Result<QByteArray> SqliteStore::draft(const ThreadId &thread, const QString &seat)
{
    return d->marks.draft(thread, seat);
}

Result<void> SqliteStore::saveDraft(const ThreadId &thread, const QString &seat, const QByteArray &text)
{
    return d->change([&] { d->marks.saveDraft(thread, seat, text); });
}

Result<std::vector<Appointment>> SqliteStore::between(Instant from, Instant to)
{
    return d->book.between(from, to);
}

Result<std::vector<Hold>> SqliteStore::holds(Instant now)
{
    return d->book.holds(now);
}

Result<bool> SqliteStore::hold(const Hold &hold, Instant now)
{
    return d->change([&] { return d->book.hold(hold, now); });
}

Result<runtime::BookAnswer> SqliteStore::book(
    const Appointment &appointment, const AppointmentId &replaces, Instant now)
{
    return d->change([&] { return d->book.book(appointment, replaces, now); });
}

Result<void> SqliteStore::releaseHolds(const ThreadId &thread)
{
    return d->change([&] { d->book.releaseHolds(thread); });
}

Result<void> SqliteStore::remove(const AppointmentId &appointment)
{
    return d->change([&] { d->book.remove(appointment); });
}

Result<std::vector<Appointment>> SqliteStore::of(const PhoneNumber &phone, Instant from)
{
    return d->book.of(phone, from);
}

Result<std::optional<Contact>> SqliteStore::contact(const PhoneNumber &number)
{
    return d->numbers.contact(number);
}

Result<void> SqliteStore::keepContacts(const std::vector<Contact> &contacts)
{
    return d->change([&] {
        for (const Contact &contact : contacts)
            d->numbers.keep(contact);
    });
}

Result<ComplaintCount> SqliteStore::complaints(const PhoneNumber &number, QDate since)
{
    return d->numbers.complaints(number, since);
}

Result<void> SqliteStore::keepComplaints(const std::vector<ComplaintDay> &days, QDate keepSince)
{
    return d->change([&] {
        d->numbers.dropComplaintsBefore(keepSince);
        for (const ComplaintDay &day : days) {
            if (day.day >= keepSince)
                d->numbers.keep(day);
        }
    });
}

Result<std::vector<runtime::CallerBook::PastCall>> SqliteStore::callersSince(Instant since)
{
    return d->numbers.callersSince(since);
}

Result<std::vector<Instant>> SqliteStore::firstTextsSince(Instant since)
{
    return d->numbers.firstTextsSince(since);
}

} // namespace deskbell::store
