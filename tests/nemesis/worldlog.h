// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/nemesis/company.h"

#include <QFile>

namespace deskbell::nemesis {

/// What the world remembers when the shop's process is killed, and with it the simulation: one line a thing, with the kernel
/// before the process goes on, so SIGKILL takes nothing from it.
class WorldLog
{
public:
    explicit WorldLog(const QString &path);

    struct Past {
        std::vector<Instant> steps; ///< when each step so far happened
        std::vector<Accepted> taken;
        std::vector<std::pair<ThreadId, QString>> told; ///< notices
        Instant last; ///< latest time anything was noted; not set: nothing happened yet
    };
    [[nodiscard]] Past read();

    void stepHappens(Instant at);
    void taken(const Accepted &text);
    void told(Instant at, const runtime::Notice &notice);
    void dies(Instant at, const char *where);

private:
    void add(const QStringList &fields);
    QFile m_file;
};

} // namespace deskbell::nemesis
