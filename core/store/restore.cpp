// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"

#include "core/base/log.h"
#include "core/store/database.h"
#include "core/store/lifemark.h"
#include "core/store/schema.h"
#include "core/store/storefolder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

namespace deskbell::store {
namespace {

const char *const suffixes[] = {"", "-wal", "-shm"}; // the log holds the last commits: it always goes with its file

Result<void> copyFile(const QString &from, const QString &to)
{
    QFile::remove(to);
    QFile source(from);
    if (!source.copy(to))
        return failure(ErrorKind::Storage, QStringLiteral("The backup could not be copied: %1").arg(source.errorString()));
    QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

/// Columns that both have, but for the running number.
Result<QString> sharedColumns(Database &database)
{
    const auto shared = database.texts("SELECT name FROM pragma_table_info('consent') WHERE name <> 'seq'"
                                       " AND name IN (SELECT name FROM pragma_table_info('consent', 'before'))");
    if (!shared)
        return tl::make_unexpected(shared.error());
    return shared->join(u',');
}

constexpr auto mergeWords = "INSERT OR IGNORE INTO main.consent_words SELECT m.seq, w.words FROM before.consent_words w"
                            " JOIN before.consent c ON c.seq = w.seq JOIN main.consent m ON m.number = c.number"
                            " AND m.at = c.at AND m.given = c.given";

/// How many lines of the replaced database's list of consent were missing; nothing when that list cannot be read, which
/// is no reason to refuse: a damaged database is why people restore.
Result<std::optional<int>> mergeConsent(const QString &restored, const QString &replaced)
{
    auto database = Database::open(Database::Kind::File, restored);
    if (!database)
        return tl::make_unexpected(database.error());
    const auto schema = schemaOf(**database);
    if (auto ready = schema ? migrate(**database, *schema) : Result<void>(tl::make_unexpected(schema.error())); !ready)
        return tl::make_unexpected(ready.error());
    QString quoted = replaced;
    quoted.replace(u'\'', QLatin1String("''"));
    if (!(*database)->execute(QStringLiteral("ATTACH '%1' AS before").arg(quoted).toUtf8().constData()))
        return std::optional<int>();
    const auto columns = sharedColumns(**database);
    if (!columns || columns->isEmpty())
        return std::optional<int>();
    const auto count = [&] { return (*database)->number("SELECT count(*) FROM main.consent").value_or(0); };
    const qint64 had = count();
    const QString merge = QStringLiteral("INSERT OR IGNORE INTO main.consent(%1) SELECT %1 FROM before.consent EXCEPT SELECT %1 FROM main.consent ORDER BY at").arg(*columns);
    if (!(*database)->execute(merge.toUtf8().constData()))
        return std::optional<int>();
    // What was said with them, where that list keeps it; without it the entries count all the same.
    if (auto words = (*database)->execute(mergeWords); !words)
        qCWarning(logStore).noquote() << "words of consent:" << words.error().detail;
    return std::optional<int>(static_cast<int>(count() - had));
}

/// So that the next start knows, whatever was written down before.
Result<void> markSetBack(const QString &database, const QString &dataFolder)
{
    auto opened = Database::open(Database::Kind::File, database);
    if (!opened)
        return tl::make_unexpected(opened.error());
    const auto reached = reachedBy(**opened);
    if (!reached)
        return tl::make_unexpected(reached.error());
    LifeMark(dataFolder).startAt(*reached + 1);
    return {};
}

/// The database and its log, moved into \p place. False: nothing was moved.
bool moveAside(const QString &database, const QString &place)
{
    if (!QDir().mkpath(place))
        return false;
    for (const char *suffix : suffixes) {
        const QString from = database % QLatin1String(suffix);
        if (QFile::exists(from) && !QFile::rename(from, place % QStringLiteral("/deskbell.db") % QLatin1String(suffix)))
            return false;
    }
    return true;
}

void moveBack(const QString &database, const QString &place)
{
    for (const char *suffix : suffixes)
        QFile::rename(place % QStringLiteral("/deskbell.db") % QLatin1String(suffix), database % QLatin1String(suffix));
}

} // namespace

Result<Restored> restoreBackup(const QString &file, const QString &dataFolder, Instant now)
{
    const auto facts = checkBackup(file);
    if (!facts)
        return failure(facts.error().kind, QStringLiteral("The backup cannot be used. ") % facts.error().detail);
    auto folder = StoreFolder::open(dataFolder);
    if (!folder)
        return tl::make_unexpected(folder.error());
    const QString current = (*folder)->database();
    const QString coming = current % QStringLiteral(".restoring");
    if (auto copied = copyFile(file, coming); !copied)
        return tl::make_unexpected(copied.error());
    if (auto marked = markSetBack(coming, dataFolder); !marked)
        return tl::make_unexpected(marked.error());
    Restored restored{*facts, 0, {}};
    if (QFile::exists(current)) {
        const auto merged = mergeConsent(coming, current);
        if (!merged)
            return tl::make_unexpected(merged.error());
        restored.consentKept = *merged;
        restored.replaced = QDir(dataFolder).filePath(QStringLiteral("replaced-%1").arg(now.utc().toString(QStringLiteral("yyyyMMdd-HHmmss"))));
        if (!moveAside(current, restored.replaced)) {
            moveBack(current, restored.replaced);
            return failure(ErrorKind::Storage, QStringLiteral("The database that is there could not be put aside. Nothing was changed."));
        }
    }
    if (!QFile::rename(coming, current)) {
        moveBack(current, restored.replaced);
        return failure(ErrorKind::Storage, QStringLiteral("The backup could not be put in its place. Nothing was changed."));
    }
    (*folder)->closeToOthers();
    return restored;
}

} // namespace deskbell::store
