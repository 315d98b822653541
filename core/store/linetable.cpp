// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/linetable.h"

#include "core/base/log.h"
#include "core/record/record.h"
#include "core/record/words.h"

#include <algorithm>

namespace deskbell::store {
namespace {

/// An empty list is stored as NULL.
template<class List> QByteArrayView json(QByteArray &buffer, const List &list)
{
    buffer.resize(0);
    if (!list.empty())
        record::append(buffer, list);
    return buffer;
}

QStringList stringsOf(QByteArrayView stored)
{
    if (stored.isEmpty())
        return {};
    auto read = record::readStrings(stored);
    if (!read)
        qCWarning(logStore).noquote() << read.error().detail;
    return read.value_or(QStringList());
}

std::vector<engine::Source> sourcesOf(QByteArrayView stored)
{
    if (stored.isEmpty())
        return {};
    auto read = record::readSources(stored);
    if (!read)
        qCWarning(logStore).noquote() << read.error().detail;
    return read.value_or(std::vector<engine::Source>());
}

template<class T> T wordOf(QByteArrayView stored, T otherwise)
{
    return record::fromWord<T>({stored.data(), static_cast<size_t>(stored.size())}).value_or(otherwise);
}

engine::HistoryLine lineOf(const Row &row)
{
    engine::HistoryLine line;
    line.id = row.text(0);
    line.at = row.instant(1);
    line.author = wordOf(row.bytes(2), engine::Author::System);
    line.kind = wordOf(row.bytes(3), TextKind::Reply);
    line.delivery = wordOf(row.bytes(4), Delivery::Unclear);
    line.errorCode = row.integer(5);
    line.text.value = row.text(6);
    line.seat = row.text(7);
    line.rule = row.text(8);
    line.args = stringsOf(row.bytes(9));
    line.sources = sourcesOf(row.bytes(10));
    line.body = row.text(11);
    return line;
}

engine::JournalLine journalOf(const Row &row)
{
    return {row.instant(0), row.text(1), stringsOf(row.bytes(2)), row.text(3)};
}

} // namespace

LineTable::LineTable(Database &database)
    : m_addLine(database,
        "INSERT INTO message(thread, id, at, author, kind, delivery, error, sid, seat, rule, args, sources, body)"
        " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(thread, id) DO NOTHING")
    , m_change(database,
          "UPDATE message SET delivery=?, error=?, sid=coalesce(?, sid), at=coalesce(?, at) WHERE thread=? AND id=?")
    , m_addJournal(database, "INSERT INTO journal(thread, at, code, args, about) VALUES(?,?,?,?,?)")
    , m_history(database,
          "SELECT id, at, author, kind, delivery, error, sid, seat, rule, args, sources, body FROM message"
          " WHERE thread=(SELECT num FROM thread WHERE id=?) ORDER BY at DESC, seq DESC LIMIT ?")
    , m_journal(database,
          "SELECT at, code, args, about FROM journal WHERE thread=(SELECT num FROM thread WHERE id=?)"
          " ORDER BY seq DESC LIMIT ?")
{
}

void LineTable::add(const engine::HistoryLine &line, ThreadNumber thread)
{
    m_addLine.run(thread, line.id, line.at, record::word(line.author), record::word(line.kind),
        record::word(line.delivery), line.errorCode, NullIfEmpty{line.text.value}, NullIfEmpty{line.seat},
        NullIfEmpty{line.rule}, NullIfNoBytes{json(m_args, line.args)}, NullIfNoBytes{json(m_sources, line.sources)},
        line.body);
}

void LineTable::change(const engine::HistoryChange &change, ThreadNumber thread)
{
    m_change.run(record::word(change.delivery), change.errorCode, NullIfEmpty{change.text.value},
        NullIfUnset{change.at}, thread, change.id);
}

void LineTable::add(const engine::JournalLine &line, ThreadNumber thread)
{
    m_addJournal.run(thread == 0 ? std::nullopt : std::optional(thread), line.at, line.code,
        NullIfNoBytes{json(m_args, line.args)}, NullIfEmpty{line.about});
}

Result<std::vector<engine::HistoryLine>> LineTable::history(const ThreadId &thread, int limit)
{
    std::vector<engine::HistoryLine> lines;
    const auto take = [&lines](const Row &row) { lines.push_back(lineOf(row)); };
    if (auto read = m_history.each(take, thread.value, limit); !read)
        return tl::make_unexpected(read.error());
    std::reverse(lines.begin(), lines.end());
    return lines;
}

Result<std::vector<engine::JournalLine>> LineTable::journal(const ThreadId &thread, int limit)
{
    std::vector<engine::JournalLine> lines;
    const auto take = [&lines](const Row &row) { lines.push_back(journalOf(row)); };
    if (auto read = m_journal.each(take, thread.value, limit); !read)
        return tl::make_unexpected(read.error());
    return lines;
}

} // namespace deskbell::store
