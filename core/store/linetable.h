// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/decide.h"
#include "core/store/threadtable.h"

namespace deskbell::store {

/// The lines of the conversations, and the journal of why.
class LineTable
{
public:
    explicit LineTable(Database &database);

    // Inside a transaction.
    /// A line of the same id is left as it is.
    void add(const engine::HistoryLine &line, ThreadNumber thread);
    void change(const engine::HistoryChange &change, ThreadNumber thread);
    void add(const engine::JournalLine &line, ThreadNumber thread); ///< 0: of no thread

    // Questions.
    [[nodiscard]] Result<std::vector<engine::HistoryLine>> history(const ThreadId &thread, int limit);
    [[nodiscard]] Result<std::vector<engine::JournalLine>> journal(const ThreadId &thread, int limit);

private:
    Statement m_addLine;
    Statement m_change;
    Statement m_addJournal;
    Statement m_history;
    Statement m_journal;
    QByteArray m_args;
    QByteArray m_sources;
};

} // namespace deskbell::store
