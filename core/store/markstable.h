// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/storeport.h"
#include "core/store/database.h"

namespace deskbell::store {

/// What has been seen already: facts, how far the provider's streams are read. And texts being typed.
class MarksTable
{
public:
    explicit MarksTable(Database &database);

    // Inside a transaction.
    /// False when it was kept before.
    [[nodiscard]] bool addFact(const engine::FactId &fact, Instant now);
    void move(const runtime::Cursor &cursor);
    void saveDraft(const ThreadId &thread, const QString &seat, const QByteArray &text); ///< an empty one is removed

    // Questions.
    [[nodiscard]] Result<QSet<engine::FactId>> known(const QStringList &facts);
    [[nodiscard]] Result<QString> cursor(const QString &stream);
    [[nodiscard]] Result<QByteArray> draft(const ThreadId &thread, const QString &seat);

private:
    Database &m_database;
    Statement m_addFact;
    Statement m_hasFact;
    Statement m_move;
    Statement m_cursor;
    Statement m_saveDraft;
    Statement m_removeDraft;
    Statement m_draft;
};

} // namespace deskbell::store
