// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storefolder.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QStorageInfo>

namespace deskbell::store {
namespace {

constexpr qint64 reserveBytes = 1024 * 1024;

/// The write-ahead log needs memory shared by all users of the file, which no network drive offers.
bool isNetworkDrive(const QString &path)
{
    static const QSet<QByteArray> network{"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "davfs"};
    return network.contains(QStorageInfo(path).fileSystemType());
}

tl::unexpected<Error> lockRefused(const QLockFile &lock)
{
    if (lock.error() == QLockFile::LockFailedError)
        return failure(ErrorKind::Unusable,
            QStringLiteral("Deskbell is already running with this data folder. Close the other window first."));
    return failure(ErrorKind::Storage, QStringLiteral("The data folder cannot be written to."));
}

} // namespace

StoreFolder::StoreFolder(const QString &path)
    : m_path(path)
    , m_lock(in(QStringLiteral("deskbell.lock")))
{
    // A lock is stale when its process is gone, never because it is old: the shop's PC runs for weeks.
    m_lock.setStaleLockTime(0);
}

QString StoreFolder::in(const QString &name) const
{
    return QDir(m_path).filePath(name);
}

Result<std::unique_ptr<StoreFolder>> StoreFolder::open(const QString &path)
{
    if (!QDir().mkpath(path))
        return failure(ErrorKind::Storage, QStringLiteral("The data folder cannot be made."));
    if (isNetworkDrive(path))
        return failure(ErrorKind::Unusable,
            QStringLiteral(
                "The data folder is on a network drive, where nothing can be kept safely. Choose a folder of "
                "this computer."));
    std::unique_ptr<StoreFolder> folder(new StoreFolder(path));
    if (!folder->m_lock.tryLock(0))
        return lockRefused(folder->m_lock);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    folder->restoreReserve();
    return folder;
}

QString StoreFolder::database() const
{
    return in(QStringLiteral("deskbell.db"));
}

QString StoreFolder::backupBefore(int schema) const
{
    return in(QStringLiteral("before-layout-%1.db").arg(schema));
}

void StoreFolder::closeToOthers() const
{
    const auto files =
        QDir(m_path).entryInfoList({QStringLiteral("deskbell.db*"), QStringLiteral("reserve")}, QDir::Files);
    for (const QFileInfo &file : files)
        QFile::setPermissions(file.filePath(), QFile::ReadOwner | QFile::WriteOwner);
}

bool StoreFolder::hasReserve() const
{
    return QFileInfo(in(QStringLiteral("reserve"))).size() == reserveBytes;
}

void StoreFolder::releaseReserve()
{
    QFile::remove(in(QStringLiteral("reserve")));
}

bool StoreFolder::restoreReserve()
{
    if (hasReserve())
        return true;
    QFile reserve(in(QStringLiteral("reserve")));
    // Written, not resized: a hole in a file reserves nothing.
    const bool written = reserve.open(QFile::WriteOnly) && reserve.write(QByteArray(reserveBytes, '\0')) == reserveBytes
        && reserve.flush();
    reserve.close();
    if (!written)
        releaseReserve();
    return written;
}

} // namespace deskbell::store
