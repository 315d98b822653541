// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/lifemark.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace deskbell::store {

LifeMark::LifeMark(const QString &folder)
    : m_file(QDir(folder).filePath(QStringLiteral("reached")))
{
    QFile file(m_file);
    if (file.open(QIODevice::ReadOnly))
        m_reached = file.read(32).trimmed().toLongLong();
}

bool LifeMark::isAhead(qint64 reached) const
{
    return m_reached > reached;
}

void LifeMark::note(qint64 reached)
{
    if (reached <= m_reached)
        return;
    m_reached = reached;
    write(reached);
}

void LifeMark::startAt(qint64 reached)
{
    m_reached = reached;
    write(reached);
}

void LifeMark::write(qint64 reached) const
{
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(QByteArray::number(reached));
    if (file.commit())
        QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner);
}

Result<qint64> reachedBy(Database &database)
{
    return database.number("SELECT ifnull((SELECT max(seq) FROM outbox), 0) + ifnull((SELECT max(seq) FROM journal), 0)"
                           " + ifnull((SELECT max(seq) FROM message), 0)");
}

Result<int> doubtEverything(Database &database)
{
    // The older life knew nothing later than this, so whatever was sent after it was sent by the newer one.
    const auto last = database.number("SELECT ifnull(max(at), 0) FROM journal");
    if (!last)
        return tl::make_unexpected(last.error());
    Transaction transaction(database);
    Statement doubt(database, "UPDATE outbox SET standing='sending', attempts=max(attempts, 1), sending_since=?1"
                              " WHERE kind='send_text' AND standing='ready'");
    const int doubted = doubt.run(*last);
    if (auto kept = transaction.commit(); !kept)
        return tl::make_unexpected(kept.error());
    return doubted;
}

} // namespace deskbell::store
