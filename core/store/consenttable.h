// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/decide.h"
#include "core/store/database.h"

namespace deskbell::store {

/// Who may be texted, by number. The ledger is only ever added to; what was said stands apart, so that an erasure can
/// take the words and leave the entry.
class ConsentTable
{
public:
    explicit ConsentTable(Database &database);

    // Inside a transaction.
    void add(const engine::ConsentEntry &entry);
    /// The number's latest word is no. True also when it cannot be read: in doubt nothing leaves.
    [[nodiscard]] bool hasRefused(const PhoneNumber &number);
    void forgetWords(const PhoneNumber &number, Instant now);

    // Questions.
    [[nodiscard]] Result<std::optional<engine::ConsentEntry>> latest(const PhoneNumber &number);
    [[nodiscard]] Result<std::vector<engine::ConsentEntry>> ledger(const PhoneNumber &number);
    [[nodiscard]] Result<std::vector<ThreadId>> threadsBehind(const PhoneNumber &number);

private:
    [[nodiscard]] Instant momentOf(const engine::ConsentEntry &entry);

    Statement m_add;
    Statement m_clash;
    Statement m_addWords;
    Statement m_latestGiven;
    Statement m_latest;
    Statement m_ledger;
    Statement m_behindOne;
    Statement m_behindAny;
    Statement m_erased;
    Statement m_forget;
};

} // namespace deskbell::store
