// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QLockFile>
#include <memory>

namespace deskbell::store {

/// The data folder while this program owns it: locked against a second Deskbell, closed to other users, with a
/// reserve that can be given up when the disk is full so that outcomes of texts already sent can still be written.
class StoreFolder
{
public:
    /// Makes the folder when it is missing. Errors: Unusable (network drive, somebody else's lock), Storage (cannot be
    /// made or written to).
    [[nodiscard]] static Result<std::unique_ptr<StoreFolder>> open(const QString &path);

    [[nodiscard]] QString database() const;
    [[nodiscard]] QString backupBefore(int schema) const; ///< of the schema it will become
    /// Only the owner may read what callers write.
    void closeToOthers() const;

    [[nodiscard]] bool hasReserve() const;
    void releaseReserve();
    /// False when there is no room for it.
    bool restoreReserve();

private:
    StoreFolder(const QString &path);

    QString m_path;
    QLockFile m_lock;

    [[nodiscard]] QString in(const QString &name) const;
};

} // namespace deskbell::store
