// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

namespace deskbell::store {

/// How far this shop's database had come, kept beside it. A database that is behind its mark is an older one: somebody
/// restored a backup or put an old file there. Then texts it believes to be unsent may have been sent long ago.
class LifeMark
{
public:
    /// \p folder: the data folder.
    explicit LifeMark(const QString &folder);

    /// False as well when there is no mark yet, or it cannot be read: then there is nothing to compare with.
    [[nodiscard]] bool isAhead(qint64 reached) const;
    /// Forward only; a mark that cannot be written is tried again the next time.
    void note(qint64 reached);
    /// After an older database was taken in: from here on.
    void startAt(qint64 reached);

private:
    void write(qint64 reached) const;

    QString m_file;
    qint64 m_reached = 0;
};

/// A number that only grows while the database lives.
[[nodiscard]] Result<qint64> reachedBy(Database &database);

/// Every text that waits or is under way counts as perhaps sent: it is looked up at the provider first, and sent only
/// on proof that it never was, if it may still be sent then. Returns how many.
[[nodiscard]] Result<int> doubtEverything(Database &database);

} // namespace deskbell::store
