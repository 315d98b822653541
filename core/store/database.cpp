// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/base/log.h"

#include <QFile>
#include <QThread>
#include <sqlite3.h>

namespace deskbell::store {
namespace {

// The page cache may grow to 32 MiB, as far as pages are touched; the log is folded into the file every 48 MiB, not
// every 4, so a burst pays for few of those.
constexpr auto settings = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                          "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA secure_delete=ON;"
                          "PRAGMA journal_size_limit=67108864; PRAGMA wal_autocheckpoint=12000;"
                          "PRAGMA cache_size=-32768; PRAGMA temp_store=MEMORY;";

int openFlags(Database::Kind kind)
{
    const int common = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    return kind == Database::Kind::InMemory ? common | SQLITE_OPEN_MEMORY : common;
}

Error wordsFor(int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL: return {ErrorKind::Storage, QStringLiteral("The disk is full: nothing more can be saved.")};
    case SQLITE_READONLY:
    case SQLITE_PERM: return {ErrorKind::Storage, QStringLiteral("The data folder cannot be written to.")};
    case SQLITE_CANTOPEN: return {ErrorKind::Storage, QStringLiteral("The database file cannot be opened.")};
    case SQLITE_NOTADB:
        return {
            ErrorKind::Unusable, QStringLiteral("The database file is not a database, or its beginning is damaged.")};
    case SQLITE_CORRUPT: return {ErrorKind::Unusable, QStringLiteral("The database file is damaged.")};
    case SQLITE_IOERR: return {ErrorKind::Storage, QStringLiteral("The disk reports an error.")};
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {ErrorKind::Storage, QStringLiteral("Another program holds the database.")};
    default: return {ErrorKind::Storage, QStringLiteral("The database refused a step.")};
    }
}

bool breaks(int code)
{
    const int kind = code & 0xff;
    return kind == SQLITE_IOERR || kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB;
}

} // namespace

Database::Database(sqlite3 *handle)
    : m_handle(handle)
{
}

Database::~Database()
{
    sqlite3_close_v2(m_handle);
}

Result<std::unique_ptr<Database>> Database::open(Kind kind, const QString &path)
{
    // Counting its own memory costs SQLite a lock at every allocation, and nobody asks for the count.
    static const bool uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
    Q_UNUSED(uncounted)
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &handle, openFlags(kind), nullptr);
    std::unique_ptr<Database> database(new Database(handle));
    if (code != SQLITE_OK)
        return tl::make_unexpected(database->trouble(code));
    sqlite3_busy_timeout(handle, 5000);
    if (auto set = database->execute(settings); !set)
        return tl::make_unexpected(set.error());
    if (sqlite3_db_readonly(handle, "main") == 1)
        return tl::make_unexpected(database->trouble(SQLITE_READONLY));
    return database;
}

Result<void> Database::useLog()
{
    const auto mode = texts("PRAGMA journal_mode=WAL");
    if (!mode)
        return tl::make_unexpected(mode.error());
    if (*mode != QStringList{QStringLiteral("wal")})
        return failure(ErrorKind::Unusable,
            QStringLiteral("The data folder cannot hold the database safely (no "
                           "write-ahead log on this file system)."));
    return {};
}

qint64 Database::lastInserted() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

void Database::checkThread()
{
    const Qt::HANDLE current = QThread::currentThreadId();
    if (!m_owner)
        m_owner = current;
    else if (m_owner != current)
        qFatal("The store was called from a thread that does not own it.");
}

Error Database::trouble(int code)
{
    Error error = wordsFor(code);
    error.detail += QStringLiteral(" (SQLite %1").arg(code);
    if (m_handle && (code & 0xff) != SQLITE_CONSTRAINT) // SQLite's own words name tables, never contents
        error.detail += QStringLiteral(": ") % QString::fromUtf8(sqlite3_errmsg(m_handle));
    error.detail += QLatin1Char(')');
    m_full = (code & 0xff) == SQLITE_FULL;
    if (breaks(code) && !m_broken)
        m_broken = error;
    qCDebug(logStore).noquote() << error.detail; // whoever gets it says it
    return error;
}

void Database::noteFailure(const Error &error)
{
    if (!m_failure)
        m_failure = error;
}

Result<void> Database::execute(const char *sql)
{
    checkThread();
    const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return tl::make_unexpected(trouble(code));
    return {};
}

Result<qint64> Database::number(const char *sql)
{
    qint64 found = 0;
    Statement statement(*this, sql);
    if (auto read = statement.each([&found](const Row &row) { found = row.number(0); }); !read)
        return tl::make_unexpected(read.error());
    return found;
}

Result<QStringList> Database::texts(const char *sql)
{
    QStringList found;
    Statement statement(*this, sql);
    if (auto read = statement.each([&found](const Row &row) { found << row.text(0); }); !read)
        return tl::make_unexpected(read.error());
    return found;
}

Result<void> Database::copyTo(const QString &path)
{
    checkThread();
    const QString unfinished(path % QStringLiteral(".part"));
    QFile::remove(unfinished);
    sqlite3 *target = nullptr;
    int code = sqlite3_open_v2(QFile::encodeName(unfinished).constData(), &target, openFlags(Kind::File), nullptr);
    if (code == SQLITE_OK) {
        if (sqlite3_backup *copy = sqlite3_backup_init(target, "main", m_handle, "main")) {
            sqlite3_backup_step(copy, -1);
            code = sqlite3_backup_finish(copy);
        } else {
            code = sqlite3_extended_errcode(target);
        }
    }
    sqlite3_close_v2(target);
    if (code != SQLITE_OK) {
        QFile::remove(unfinished);
        return failure(ErrorKind::Storage, QStringLiteral("The backup could not be written (SQLite %1).").arg(code));
    }
    QFile::setPermissions(unfinished, QFile::ReadOwner | QFile::WriteOwner);
    QFile::remove(path);
    if (!QFile::rename(unfinished, path))
        return failure(ErrorKind::Storage, QStringLiteral("The backup could not be put in its place."));
    return {};
}

} // namespace deskbell::store
