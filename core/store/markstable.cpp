// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/markstable.h"

namespace deskbell::store {

MarksTable::MarksTable(Database &database)
    : m_database(database)
    , m_addFact(database, "INSERT INTO fact(id, seen_at) VALUES(?, ?) ON CONFLICT(id) DO NOTHING")
    , m_hasFact(database, "SELECT 1 FROM fact WHERE id=?")
    , m_move(database, "INSERT INTO cursor(stream, value) VALUES(?, ?) ON CONFLICT DO UPDATE SET value=excluded.value")
    , m_cursor(database, "SELECT value FROM cursor WHERE stream=?")
    , m_saveDraft(database,
          "INSERT INTO draft(thread, seat, body) VALUES(?, ?, ?) ON CONFLICT DO UPDATE SET body=excluded.body")
    , m_removeDraft(database, "DELETE FROM draft WHERE thread=? AND seat=?")
    , m_draft(database, "SELECT body FROM draft WHERE thread=? AND seat=?")
{
}

bool MarksTable::addFact(const engine::FactId &fact, Instant now)
{
    return m_addFact.run(fact, now) == 1;
}

void MarksTable::move(const runtime::Cursor &cursor)
{
    m_move.run(cursor.stream, cursor.value);
}

void MarksTable::saveDraft(const ThreadId &thread, const QString &seat, const QByteArray &text)
{
    if (text.isEmpty())
        m_removeDraft.run(thread.value, seat);
    else
        m_saveDraft.run(thread.value, seat, Blob{text});
}

Result<QSet<engine::FactId>> MarksTable::known(const QStringList &facts)
{
    QSet<engine::FactId> found;
    const Reading together(m_database);
    for (const QString &fact : facts) {
        if (auto read = m_hasFact.each([&](const Row &) { found.insert(fact); }, fact); !read)
            return tl::make_unexpected(read.error());
    }
    return found;
}

Result<QString> MarksTable::cursor(const QString &stream)
{
    QString value;
    if (auto read = m_cursor.each([&value](const Row &row) { value = row.text(0); }, stream); !read)
        return tl::make_unexpected(read.error());
    return value;
}

Result<QByteArray> MarksTable::draft(const ThreadId &thread, const QString &seat)
{
    QByteArray text;
    const auto take = [&text](const Row &row) { text = row.bytes(0).toByteArray(); };
    if (auto read = m_draft.each(take, thread.value, seat); !read)
        return tl::make_unexpected(read.error());
    return text;
}

} // namespace deskbell::store
