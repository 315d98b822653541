// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/outboxeye.h"

#include <QDir>
#include <QFile>
#include <memory>
#include <sqlite3.h>

namespace {

struct Close {
    void operator()(sqlite3 *handle) const { sqlite3_close_v2(handle); }
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using Handle = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Close>;

Handle openToRead(const QString &folder)
{
    sqlite3 *handle = nullptr;
    const QByteArray path = QFile::encodeName(QDir(folder).filePath(QStringLiteral("deskbell.db")));
    const int code = sqlite3_open_v2(path.constData(), &handle, SQLITE_OPEN_READONLY, nullptr);
    Handle database(handle);
    return code == SQLITE_OK ? std::move(database) : Handle();
}

Statement firstRow(sqlite3 *database, const char *sql)
{
    sqlite3_stmt *prepared = nullptr;
    if (!database || sqlite3_prepare_v2(database, sql, -1, &prepared, nullptr) != SQLITE_OK)
        return {};
    Statement statement(prepared);
    return sqlite3_step(prepared) == SQLITE_ROW ? std::move(statement) : Statement();
}

} // namespace

std::optional<OutboxGlance> glanceAtOutbox(const QString &folder)
{
    const Handle database = openToRead(folder);
    const Statement row = firstRow(database.get(),
        "SELECT ifnull(sum(standing IN ('ready', 'sending', 'unclear')), 0), ifnull(sum(person_told), 0),"
        " ifnull(sum(attempts > 1), 0), (SELECT count(*) FROM thread WHERE holder<>'assistant')"
        " FROM outbox WHERE kind='send_text'");
    if (!row)
        return {};
    const auto number = [&](int column) { return sqlite3_column_int(row.get(), column); };
    return OutboxGlance{number(0), number(1), number(2), number(3)};
}

QString integrityOf(const QString &folder)
{
    const Handle database = openToRead(folder);
    const Statement row = firstRow(database.get(), "PRAGMA integrity_check");
    return row ? QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(row.get(), 0))) : QStringLiteral("cannot be read");
}
