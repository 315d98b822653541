// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/complaint.h"
#include "core/domain/contact.h"

#include <optional>
#include <vector>

namespace deskbell::runtime {

/// What is kept of numbers, besides their conversations. Same store, same owner thread as StorePort; every call blocks
/// shortly. Errors: Storage.
class CallerBook
{
public:
    virtual ~CallerBook() = default;

    [[nodiscard]] virtual Result<std::optional<Contact>> contact(const PhoneNumber &number) = 0;
    /// Adds or replaces; an entry with the tag None is removed. All or nothing. The contacts of a decided fact do not come
    /// this way: they are kept with the fact.
    [[nodiscard]] virtual Result<void> keepContacts(const std::vector<Contact> &contacts) = 0;

    [[nodiscard]] virtual Result<ComplaintCount> complaints(const PhoneNumber &number, QDate since) = 0;
    /// A list may be taken in twice: a number's day keeps the larger count. Days before \p keepSince are dropped. All or
    /// nothing.
    [[nodiscard]] virtual Result<void> keepComplaints(const std::vector<ComplaintDay> &days, QDate keepSince) = 0;

    struct PastCall {
        PhoneNumber caller;
        Instant at;
    };
    /// What a run before this one saw, to count on from: the latest call of each caller, and the first texts.
    [[nodiscard]] virtual Result<std::vector<PastCall>> callersSince(Instant since) = 0;
    [[nodiscard]] virtual Result<std::vector<Instant>> firstTextsSince(Instant since) = 0;
};

} // namespace deskbell::runtime
