// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/storeport.h"
#include "core/store/threadtable.h"

namespace deskbell::store {

/// What shall be done, and how far it got. Moves are conditions of the statements themselves: an order that is not
/// where the move begins is left as it is.
class OutboxTable
{
public:
    explicit OutboxTable(Database &database);

    // Inside a transaction.
    /// A purpose key that exists already is left as it is. \p place is the order's place in the commit.
    /// False: the purpose was ordered before, nothing is added. \p sending: it begins to leave in this transaction.
    bool add(const engine::PlannedOrder &order, ThreadNumber thread, Instant now, int place, bool sending);
    void cancel(const engine::OrderId &order);
    /// False when the provider's text already belongs to another order.
    [[nodiscard]] bool mark(const runtime::OrderMark &mark);
    [[nodiscard]] bool claim(const runtime::SendingClaim &claim, Instant now);
    void putBack(const engine::OrderId &order, Instant notBefore);
    void noteLook(const engine::OrderId &order, int looks);

    // Questions.
    using Entries = std::vector<runtime::OutboxEntry>;
    [[nodiscard]] Result<Entries> ready(Instant now, int limit);
    [[nodiscard]] Result<Instant> nextReadyAt(Instant after);
    [[nodiscard]] Result<Entries> inDoubt();
    [[nodiscard]] Result<std::optional<runtime::OutboxEntry>> find(const engine::OrderId &order);
    [[nodiscard]] Result<std::optional<ThreadId>> threadOfText(const ProviderId &text);

private:
    Statement m_add;
    Statement m_cancel;
    Statement m_mark;
    Statement m_claim;
    Statement m_putBack;
    Statement m_noteLook;
    Statement m_sidTaken;
    Statement m_ready;
    Statement m_atOnce;
    Statement m_waiting;
    Statement m_inDoubt;
    Statement m_find;
    Statement m_threadOfText;
    QByteArray m_json;

    template<class... Values> [[nodiscard]] Result<Entries> entries(Statement &statement, const Values &...values);
    [[nodiscard]] bool sidTaken(const runtime::OrderMark &mark);
};

} // namespace deskbell::store
