// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include <QStringEncoder>
#include <sqlite3.h>

namespace deskbell::store {

qint64 Row::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QByteArrayView Row::bytes(int column) const
{
    const void *start = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char *>(start), sqlite3_column_bytes(m_statement, column)};
}

QString Row::text(int column) const
{
    return QString::fromUtf8(bytes(column));
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

bool Statement::ready()
{
    m_database.checkThread();
    // Not SQLite's own idea of a transaction: it may have ended one by itself (disk full), and what follows must not
    // then be kept piece by piece.
    if (!m_database.inTransaction())
        m_database.clearFailure();
    if (m_database.firstFailure())
        return false;
    if (m_database.broken())
        m_database.noteFailure(*m_database.broken());
    return !m_database.firstFailure() && (m_statement || prepare());
}

bool Statement::prepare()
{
    const int code =
        sqlite3_prepare_v3(m_database.handle(), m_sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    if (code != SQLITE_OK)
        m_database.noteFailure(m_database.trouble(code));
    return code == SQLITE_OK;
}

bool Statement::step()
{
    m_code = sqlite3_step(m_statement);
    return m_code == SQLITE_ROW;
}

int Statement::runBound()
{
    while (step()) { } // RETURNING and pragmas answer rows that nobody wants here
    const auto ended = rowsEnd();
    return ended ? sqlite3_changes(m_database.handle()) : 0;
}

Result<void> Statement::rowsEnd()
{
    sqlite3_reset(m_statement);
    if (m_code == SQLITE_DONE)
        return {};
    m_database.noteFailure(m_database.trouble(m_code));
    return tl::make_unexpected(*m_database.firstFailure());
}

void Statement::bind(int place, std::nullptr_t)
{
    sqlite3_bind_null(m_statement, place);
}

void Statement::bind(int place, qint64 value)
{
    sqlite3_bind_int64(m_statement, place, value);
}

void Statement::makeRoom(qsizetype units)
{
    constexpr qsizetype longest = 3; // bytes of UTF-8 for one unit of UTF-16
    if (m_texts.size() < longest * units)
        m_texts.resize(longest * units);
}

void Statement::bind(int place, QStringView value)
{
    QStringEncoder toUtf8(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    char *start = m_texts.data() + m_used;
    char *end = toUtf8.appendToBuffer(start, value);
    m_used += end - start;
    bind(place, QByteArrayView(start, end - start));
}

void Statement::bind(int place, QByteArrayView utf8)
{
    const char *start = utf8.isNull() ? "" : utf8.data();
    sqlite3_bind_text64(
        m_statement, place, start, static_cast<sqlite3_uint64>(utf8.size()), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bind(int place, NullIfEmpty value)
{
    value.text.isEmpty() ? bind(place, nullptr) : bind(place, value.text);
}

void Statement::bind(int place, NullIfUnset value)
{
    value.at.isSet() ? bind(place, value.at) : bind(place, nullptr);
}

void Statement::bind(int place, NullIfNoBytes value)
{
    value.utf8.isEmpty() ? bind(place, nullptr) : bind(place, value.utf8);
}

void Statement::bind(int place, Blob value)
{
    sqlite3_bind_blob64(m_statement, place, value.bytes.isNull() ? "" : value.bytes.data(),
        static_cast<sqlite3_uint64>(value.bytes.size()), SQLITE_STATIC);
}

Reading::Reading(Database &database)
    : m_database(database)
    , m_open(!database.inTransaction() && sqlite3_get_autocommit(database.handle()) != 0
          && database.execute("BEGIN").has_value())
{
}

Reading::~Reading()
{
    if (m_open && sqlite3_get_autocommit(m_database.handle()) == 0)
        (void)m_database.execute("COMMIT");
}

Transaction::Transaction(Database &database)
    : m_database(database)
{
    m_database.clearFailure();
    m_database.setInTransaction(true);
    if (m_database.broken()) {
        m_database.noteFailure(*m_database.broken());
        return;
    }
    if (sqlite3_get_autocommit(m_database.handle()) == 0) // a Reading around us: what it saw is decided upon by now
        (void)m_database.execute("COMMIT");
    if (auto begun = m_database.execute("BEGIN IMMEDIATE"); begun)
        m_open = true;
    else
        m_database.noteFailure(begun.error());
}

Transaction::~Transaction()
{
    rollBack();
    m_database.clearFailure();
    m_database.setInTransaction(false);
}

void Transaction::rollBack()
{
    // After some errors (disk full) SQLite has rolled back by itself, and a further ROLLBACK would be an error.
    if (m_open && sqlite3_get_autocommit(m_database.handle()) == 0)
        (void)m_database.execute("ROLLBACK");
    m_open = false;
}

Result<void> Transaction::commit()
{
    if (m_database.firstFailure())
        return tl::make_unexpected(*m_database.firstFailure());
    auto committed = m_database.execute("COMMIT");
    if (committed)
        m_open = false;
    else
        m_database.noteFailure(committed.error());
    return committed;
}

} // namespace deskbell::store
