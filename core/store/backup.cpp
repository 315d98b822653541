// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"

#include "core/store/schema.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace deskbell::store {
namespace {

QString factsFile(const QString &database) { return database % QStringLiteral(".json"); }

/// Reads what is there: nothing of the opened file is changed.
Result<BackupFacts> factsOf(Database &database)
{
    const auto schema = schemaOf(database);
    if (!schema)
        return tl::make_unexpected(schema.error());
    if (*schema == 0)
        return failure(ErrorKind::Unusable, QStringLiteral("The file holds no database of Deskbell."));
    if (auto whole = checkPages(database); !whole)
        return tl::make_unexpected(whole.error());
    BackupFacts facts;
    facts.schema = *schema;
    const auto tables = database.texts("SELECT name FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'sqlite%' ORDER BY name");
    if (!tables)
        return tl::make_unexpected(tables.error());
    for (const QString &table : *tables) {
        const auto rows = database.number(QStringLiteral("SELECT count(*) FROM \"%1\"").arg(table).toUtf8().constData());
        if (!rows)
            return tl::make_unexpected(rows.error());
        facts.rows.insert(table, *rows);
    }
    return facts;
}

QByteArray written(const BackupFacts &facts)
{
    QJsonObject rows;
    for (auto table = facts.rows.cbegin(); table != facts.rows.cend(); ++table)
        rows.insert(table.key(), table.value());
    return QJsonDocument(QJsonObject{{QStringLiteral("made_at"), facts.madeAt.utc().toString(Qt::ISODate)},
                             {QStringLiteral("layout"), facts.schema}, {QStringLiteral("rows"), rows}})
        .toJson();
}

/// Nothing when there is no such file or it cannot be read: a copy without it is still a copy.
std::optional<BackupFacts> readFacts(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(in.read(1 << 20)).object();
    if (object.isEmpty())
        return {};
    BackupFacts facts;
    const QDateTime made = QDateTime::fromString(object.value(QLatin1String("made_at")).toString(), Qt::ISODate);
    facts.madeAt = made.isValid() ? Instant{made.toMSecsSinceEpoch()} : Instant{};
    facts.schema = object.value(QLatin1String("layout")).toInt();
    const QJsonObject rows = object.value(QLatin1String("rows")).toObject();
    for (auto table = rows.constBegin(); table != rows.constEnd(); ++table)
        facts.rows.insert(table.key(), table.value().toInteger());
    return facts;
}

Result<void> keepFacts(const BackupFacts &facts, const QString &database)
{
    QSaveFile out(factsFile(database));
    const QByteArray bytes = written(facts);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        return failure(ErrorKind::Storage, QStringLiteral("The backup's list of contents could not be written: %1").arg(out.errorString()));
    QFile::setPermissions(factsFile(database), QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

} // namespace

QString backupFolder(const QString &dataFolder)
{
    return QDir(dataFolder).filePath(QStringLiteral("backups"));
}

QString backupName(Instant now)
{
    return QStringLiteral("deskbell-%1.db").arg(now.utc().toString(QStringLiteral("yyyyMMdd-HHmmss")));
}

Result<BackupFacts> writeBackup(const QString &dataFolder, const QString &target, Instant now)
{
    const QString source = QDir(dataFolder).filePath(QStringLiteral("deskbell.db"));
    if (!QFile::exists(source))
        return failure(ErrorKind::Missing, QStringLiteral("There is no database in %1 yet, so there is nothing to copy.").arg(dataFolder));
    if (!QDir().mkpath(QFileInfo(target).absolutePath()))
        return failure(ErrorKind::Storage, QStringLiteral("The folder %1 cannot be made.").arg(QFileInfo(target).absolutePath()));
    auto database = Database::open(Database::Kind::File, source);
    if (!database)
        return tl::make_unexpected(database.error());
    if (auto ours = schemaOf(**database); !ours)
        return tl::make_unexpected(ours.error());
    if (auto copied = (*database)->copyTo(target); !copied)
        return tl::make_unexpected(copied.error());
    auto copy = Database::open(Database::Kind::File, target);
    auto facts = copy ? factsOf(**copy) : Result<BackupFacts>(tl::make_unexpected(copy.error()));
    if (!facts)
        return facts;
    facts->madeAt = now;
    if (auto kept = keepFacts(*facts, target); !kept)
        return tl::make_unexpected(kept.error());
    return facts;
}

Result<BackupFacts> checkBackup(const QString &file)
{
    if (!QFile::exists(file))
        return failure(ErrorKind::Missing, QStringLiteral("There is no file %1.").arg(file));
    auto database = Database::open(Database::Kind::File, file);
    auto facts = database ? factsOf(**database) : Result<BackupFacts>(tl::make_unexpected(database.error()));
    if (!facts)
        return facts;
    if (const auto told = readFacts(factsFile(file))) {
        facts->madeAt = told->madeAt;
        if (told->rows != facts->rows)
            return failure(ErrorKind::Unusable, QStringLiteral("The backup does not hold what was written down when it was made: it was cut or exchanged."));
    }
    return facts;
}

void thinOut(const QString &folder, int keep)
{
    QDir place(folder);
    QStringList copies = place.entryList({QStringLiteral("deskbell-*-*.db")}, QDir::Files, QDir::Name);
    while (copies.size() > keep) {
        const QString oldest = copies.takeFirst();
        place.remove(oldest);
        place.remove(factsFile(oldest));
    }
}

} // namespace deskbell::store
