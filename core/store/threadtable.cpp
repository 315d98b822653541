// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/threadtable.h"

#include "core/base/log.h"
#include "core/record/record.h"
#include "core/record/words.h"

#include <algorithm>

namespace deskbell::store {
namespace {

namespace phase = engine::phase;

constexpr qsizetype mostNumbers = 20000;

Instant lastWordAt(const engine::ThreadState &state, Instant now)
{
    const Instant last = std::max({state.lastInboundAt, state.lastOutboundAt,
        state.episode ? std::max(state.episode->at, state.episode->lastCallAt) : Instant{}});
    return last.isSet() ? last : now;
}

/// A row whose JSON cannot be read is shown, so nobody is lost, but load() refuses it, so nothing overwrites it.
engine::ThreadState stub(const Row &row, const Error &error)
{
    qCWarning(logStore).noquote() << error.detail;
    engine::ThreadState state;
    state.id.value = row.text(0);
    state.caller.e164 = row.text(1);
    state.line.e164 = row.text(2);
    state.lastInboundAt = row.instant(3);
    state.phase = phase::NeedsPerson{engine::Reason::Unsure, QStringLiteral("unreadable"), row.instant(3)};
    return state;
}

} // namespace

#define COLUMNS "id, caller, line, last_at, state"

ThreadTable::ThreadTable(Database &database)
    : m_database(database)
    , m_insert(database,
        "INSERT INTO thread(version, phase, holder, seat, due_at, callback_due_at, callback_done_at, last_at, closed,"
        " opted_out, unread, source, intent, outcome, created_at, closed_at, saved_at, state, id, caller, line)"
        " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO NOTHING")
    , m_update(database,
          "UPDATE thread SET version=?, phase=?, holder=?, seat=?, due_at=?, callback_due_at=?, callback_done_at=?,"
          " last_at=?, closed=?, opted_out=?, unread=?, source=?, intent=?, outcome=?, created_at=?, closed_at=?,"
          " saved_at=?, state=? WHERE num=? AND version=?")
    , m_numberOf(database, "SELECT num FROM thread WHERE id=?")
    , m_load(database, "SELECT version, state FROM thread WHERE id=?")
    , m_earliestDue(database, "SELECT due_at FROM thread WHERE due_at IS NOT NULL AND due_at > ? ORDER BY due_at LIMIT 1")
    , m_due(database,
          "SELECT id, due_at FROM thread WHERE due_at IS NOT NULL AND due_at <= ? ORDER BY due_at, num LIMIT ?")
    , m_open(database, "SELECT " COLUMNS " FROM thread WHERE closed = 0 ORDER BY last_at DESC, num DESC LIMIT ?")
    , m_closed(
          database, "SELECT " COLUMNS " FROM thread WHERE closed = 1 ORDER BY last_at DESC, num DESC LIMIT ? OFFSET ?")
    , m_callbacks(database,
          "SELECT * FROM (SELECT " COLUMNS ", callback_due_at AS rank FROM thread"
          " WHERE callback_due_at IS NOT NULL AND callback_done_at IS NULL ORDER BY rank, num)"
          " UNION ALL SELECT * FROM (SELECT " COLUMNS ", callback_done_at AS rank FROM thread"
          " WHERE callback_done_at IS NOT NULL AND callback_done_at >= ? ORDER BY rank DESC, num DESC)")
{
}

ThreadNumber ThreadTable::save(const runtime::StepRecord &step, Instant now)
{
    const engine::ThreadState &state = step.decision.next;
    m_json.resize(0);
    record::append(m_json, state);
    const auto &callback = state.callback;
    const bool done = callback && callback->done;
    const auto write = [&](Statement &statement, const auto &...which) {
        return statement.run(step.seenVersion + 1, record::nameOf(state.phase), record::word(state.holder.kind),
                   NullIfEmpty{state.holder.seat}, NullIfUnset{step.dueAt},
                   callback ? std::optional(callback->dueAt) : std::nullopt,
                   done ? std::optional(callback->doneAt) : std::nullopt, lastWordAt(state, now),
                   std::holds_alternative<phase::Closed>(state.phase), state.optOut.has_value(), state.unread,
                   NullIfEmpty{state.lead.source}, NullIfEmpty{state.lead.intent}, record::word(state.lead.outcome),
                   NullIfUnset{state.lead.createdAt}, NullIfUnset{state.lead.closedAt}, now, m_json, which...)
            == 1;
    };
    ThreadNumber number = 0;
    if (step.seenVersion == 0) {
        if (write(m_insert, step.thread.value, state.caller.e164, state.line.e164))
            number = remembered(step.thread, m_database.lastInserted());
    } else if (const ThreadNumber known = numberOf(step.thread); write(m_update, known, step.seenVersion)) {
        number = known;
    }
    return number;
}

ThreadNumber ThreadTable::remembered(const ThreadId &thread, ThreadNumber number)
{
    if (m_numbers.size() >= mostNumbers)
        m_numbers.clear();
    m_numbers.insert(thread, number);
    return number;
}

ThreadNumber ThreadTable::numberOf(const ThreadId &thread)
{
    if (const ThreadNumber known = m_numbers.value(thread))
        return known;
    ThreadNumber found = 0;
    const auto read = m_numberOf.each([&found](const Row &row) { found = row.number(0); }, thread.value);
    return read && found ? remembered(thread, found) : 0;
}

Result<std::optional<runtime::StoredThread>> ThreadTable::load(const ThreadId &thread)
{
    std::optional<runtime::StoredThread> found;
    std::optional<Error> unreadable;
    const auto take = [&](const Row &row) {
        auto state = record::readThread(row.bytes(1));
        if (state)
            found = runtime::StoredThread{std::move(*state), row.integer(0)};
        else
            unreadable = Error{ErrorKind::Storage, state.error().detail};
    };
    if (auto read = m_load.each(take, thread.value); !read)
        return tl::make_unexpected(read.error());
    if (unreadable)
        return tl::make_unexpected(*unreadable);
    return found;
}

Result<Instant> ThreadTable::earliestDue(Instant after)
{
    Instant due;
    if (auto read = m_earliestDue.each([&due](const Row &row) { due = row.instant(0); }, after); !read)
        return tl::make_unexpected(read.error());
    return due;
}

Result<std::vector<std::pair<ThreadId, Instant>>> ThreadTable::due(Instant now, int limit)
{
    std::vector<std::pair<ThreadId, Instant>> found;
    const auto take = [&found](const Row &row) { found.emplace_back(ThreadId{row.text(0)}, row.instant(1)); };
    if (auto read = m_due.each(take, now, limit); !read)
        return tl::make_unexpected(read.error());
    return found;
}

template<class... Values> Result<ThreadTable::States> ThreadTable::states(Statement &statement, const Values &...values)
{
    States found;
    const auto take = [&found](const Row &row) {
        auto state = record::readThread(row.bytes(4));
        found.push_back(state ? std::move(*state) : stub(row, state.error()));
    };
    if (auto read = statement.each(take, values...); !read)
        return tl::make_unexpected(read.error());
    return found;
}

Result<ThreadTable::States> ThreadTable::open(int limit)
{
    return states(m_open, limit);
}

Result<ThreadTable::States> ThreadTable::closed(int limit, int offset)
{
    return states(m_closed, limit, offset);
}

Result<ThreadTable::States> ThreadTable::withCallback(Instant doneSince)
{
    return states(m_callbacks, doneSince);
}

} // namespace deskbell::store
