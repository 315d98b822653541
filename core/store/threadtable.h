// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/storeport.h"
#include "core/store/database.h"

#include <QHash>

namespace deskbell::store {

/// A thread's number inside the database; 0: none.
using ThreadNumber = qint64;

/// States of threads, and the columns by which they are found.
class ThreadTable
{
public:
    explicit ThreadTable(Database &database);

    // Inside a transaction.
    /// Writes the next version; 0 when the seen version is not the stored one any more (or a step before failed).
    [[nodiscard]] ThreadNumber save(const runtime::StepRecord &step, Instant now);
    /// After a transaction that was given up: numbers it handed out belong to nobody.
    void forgetNumbers() { m_numbers.clear(); }

    // Questions.
    [[nodiscard]] Result<std::optional<runtime::StoredThread>> load(const ThreadId &thread);
    [[nodiscard]] Result<Instant> earliestDue(Instant after);
    [[nodiscard]] Result<std::vector<std::pair<ThreadId, Instant>>> due(Instant now, int limit);
    using States = std::vector<engine::ThreadState>;
    [[nodiscard]] Result<States> open(int limit);
    [[nodiscard]] Result<States> closed(int limit, int offset);
    [[nodiscard]] Result<States> withCallback(Instant doneSince);

private:
    Database &m_database;
    Statement m_insert;
    Statement m_update;
    Statement m_numberOf;
    Statement m_load;
    Statement m_earliestDue;
    Statement m_due;
    Statement m_open;
    Statement m_closed;
    Statement m_callbacks;
    QByteArray m_json; // kept: a new buffer for each of ten thousand states is felt
    QHash<ThreadId, ThreadNumber> m_numbers; ///< of threads written lately; RETURNING would cost a table each time

    [[nodiscard]] ThreadNumber numberOf(const ThreadId &thread);
    ThreadNumber remembered(const ThreadId &thread, ThreadNumber number);

    template<class... Values> [[nodiscard]] Result<States> states(Statement &statement, const Values &...values);
};

} // namespace deskbell::store
