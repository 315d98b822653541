// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/runtime/storeport.h"

#include <QByteArrayView>
#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace deskbell::store {

/// One SQLite connection. Belongs to the thread that uses it first after open(); a use from another one ends the
/// program, because SQLite would otherwise corrupt quietly. SQLite itself and not Qt SQL: extended error codes, no
/// copies on binding, half the cost.
class Database
{
public:
    enum class Kind { File, InMemory };
    /// Creates the file when it is missing and writes nothing to one that exists. Sets synchronous=FULL, foreign keys,
    /// no functions from the schema, checked cells. Errors: Unusable (no database, damaged head), Storage.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(Kind kind, const QString &path);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Write-ahead log: readers never wait, a commit is one sync. Changes the file, so ask first whose it is.
    [[nodiscard]] Result<void> useLog();
    /// Several statements at once, for schema and settings.
    [[nodiscard]] Result<void> execute(const char *sql);
    /// The first column of the first row; 0 without a row.
    [[nodiscard]] Result<qint64> number(const char *sql);
    /// The first column of every row.
    [[nodiscard]] Result<QStringList> texts(const char *sql);
    /// A consistent copy while this one is in use. The target is replaced only when the copy is complete.
    [[nodiscard]] Result<void> copyTo(const QString &path);

    [[nodiscard]] sqlite3 *handle() const { return m_handle; }
    /// The row number of the last INSERT that inserted.
    [[nodiscard]] qint64 lastInserted() const;
    void checkThread();
    /// The next user may be another thread.
    void release() { m_owner = nullptr; }
    /// What SQLite's code means, in plain words. Disk full may be mended and tried again; after an I/O error or damage
    /// the connection must not be used any more (a repeated fsync can lie), so it stays broken.
    [[nodiscard]] Error trouble(int code);
    /// The error that broke the connection, if one did.
    [[nodiscard]] const std::optional<Error> &broken() const { return m_broken; }
    [[nodiscard]] bool wasFull() const { return m_full; }

    // Of the running transaction; see Transaction.
    void noteFailure(const Error &error);
    [[nodiscard]] const std::optional<Error> &firstFailure() const { return m_failure; }
    void clearFailure() { m_failure.reset(); }
    void setInTransaction(bool inside) { m_inTransaction = inside; }
    [[nodiscard]] bool inTransaction() const { return m_inTransaction; }

private:
    explicit Database(sqlite3 *handle);

    sqlite3 *m_handle;
    Qt::HANDLE m_owner = nullptr;
    std::optional<Error> m_broken;
    std::optional<Error> m_failure;
    bool m_full = false;
    bool m_inTransaction = false;
};

/// A result row; views live until the next row.
class Row
{
public:
    explicit Row(sqlite3_stmt *statement)
        : m_statement(statement)
    {
    }
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] int integer(int column) const { return static_cast<int>(number(column)); }
    [[nodiscard]] Instant instant(int column) const { return {number(column)}; }
    [[nodiscard]] bool truth(int column) const { return number(column) != 0; }
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArrayView bytes(int column) const; ///< UTF-8 of a text, or a blob

private:
    sqlite3_stmt *m_statement;
};

/// Stored as NULL when empty: columns that are mostly empty cost nothing then.
struct NullIfEmpty {
    QStringView text;
};
struct NullIfUnset {
    Instant at;
};
struct NullIfNoBytes {
    QByteArrayView utf8;
};
/// Bytes that are not text.
struct Blob {
    QByteArrayView bytes;
};

/// A statement that is prepared at its first use and kept. Values are bound without a copy: they need to live only
/// during the call.
class Statement
{
public:
    Statement(Database &database, const char *sql)
        : m_database(database)
        , m_sql(sql)
    {
    }
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /// For changes inside a Transaction. Returns the number of rows changed. A failure is kept by the transaction,
    /// and everything run after it does nothing.
    template<class... Values> int run(const Values &...values)
    {
        if (!ready())
            return 0;
        bindAll(values...);
        return runBound();
    }

    /// Calls \p onRow(Row) for each result row.
    template<class OnRow, class... Values> [[nodiscard]] Result<void> each(OnRow &&onRow, const Values &...values)
    {
        if (!ready())
            return tl::make_unexpected(*m_database.firstFailure());
        bindAll(values...);
        while (step())
            onRow(Row(m_statement));
        return rowsEnd();
    }

private:
    Database &m_database;
    const char *m_sql;
    sqlite3_stmt *m_statement = nullptr;
    int m_code = 0;
    QByteArray m_texts;
    qsizetype m_used = 0;

    [[nodiscard]] bool ready();
    [[nodiscard]] bool prepare();
    [[nodiscard]] bool step();
    [[nodiscard]] int runBound();
    [[nodiscard]] Result<void> rowsEnd();

    template<class... Values> void bindAll(const Values &...values)
    {
        m_used = 0;
        makeRoom((qsizetype(0) + ... + textSize(values)));
        int place = 0;
        (bind(++place, values), ...);
    }
    // UTF-16 becomes UTF-8 here, in a buffer that stays: SQLite would do it with an allocation for each text.
    static qsizetype textSize(QStringView value) { return value.size(); }
    static qsizetype textSize(const QString &value) { return value.size(); }
    static qsizetype textSize(NullIfEmpty value) { return value.text.size(); }
    template<class Other> static qsizetype textSize(const Other &) { return 0; }
    void makeRoom(qsizetype units);

    void bind(int place, std::nullptr_t);
    void bind(int place, qint64 value);
    void bind(int place, int value) { bind(place, qint64(value)); }
    void bind(int place, bool value) { bind(place, qint64(value)); }
    void bind(int place, Instant value) { bind(place, value.ms); }
    void bind(int place, QStringView value);
    void bind(int place, const QString &value) { bind(place, QStringView(value)); }
    void bind(int place, QByteArrayView utf8);
    void bind(int place, const QByteArray &utf8) { bind(place, QByteArrayView(utf8)); }
    void bind(int place, const char *ascii) { bind(place, QByteArrayView(ascii)); }
    void bind(int place, QLatin1String ascii) { bind(place, QByteArrayView(ascii.data(), ascii.size())); }
    void bind(int place, NullIfEmpty value);
    void bind(int place, NullIfUnset value);
    void bind(int place, NullIfNoBytes value);
    void bind(int place, Blob value);
    template<class T> void bind(int place, const std::optional<T> &value)
    {
        value ? bind(place, *value) : bind(place, nullptr);
    }
};

/// Many questions in a row see one state of the file and take its locks once instead of each time. Changes nothing.
/// May stand inside another one, which then counts; ends when a Transaction begins.
class Reading : public runtime::TogetherRead
{
public:
    explicit Reading(Database &database);
    ~Reading() override;
    Reading(const Reading &) = delete;
    Reading &operator=(const Reading &) = delete;

private:
    Database &m_database;
    bool m_open = false;
};

/// BEGIN IMMEDIATE; rolls back unless commit() worked. Statements report their failure to it, so a long list of
/// changes reads straight and is checked once: nothing of it is kept unless all of it is. No nesting.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    [[nodiscard]] bool begun() const { return m_open; }
    /// Gives the transaction up for a reason of the caller's.
    void fail(const Error &error) { m_database.noteFailure(error); }
    [[nodiscard]] bool failed() const { return m_database.firstFailure().has_value(); }
    /// Durable when it returns without an error. Otherwise the first error: of the begin, of a statement, of fail(),
    /// of the commit itself.
    [[nodiscard]] Result<void> commit();

private:
    Database &m_database;
    bool m_open = false;

    void rollBack();
};

} // namespace deskbell::store
