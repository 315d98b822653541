// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/callerbook.h"
#include "core/store/database.h"

namespace deskbell::store {

/// The shop's book of numbers, and what the public complained about.
class NumberTable
{
public:
    explicit NumberTable(Database &database);

    // Inside a transaction.
    void keep(const Contact &contact);
    void keep(const ComplaintDay &day);
    void dropComplaintsBefore(QDate day);

    // Questions. Most shops have no list at all: an empty table is asked once.
    [[nodiscard]] Result<std::optional<Contact>> contact(const PhoneNumber &number);
    [[nodiscard]] Result<ComplaintCount> complaints(const PhoneNumber &number, QDate since);
    [[nodiscard]] Result<std::vector<runtime::CallerBook::PastCall>> callersSince(Instant since);
    [[nodiscard]] Result<std::vector<Instant>> firstTextsSince(Instant since);

private:
    Statement m_keepContact;
    Statement m_removeContact;
    Statement m_contact;
    Statement m_anyContact;
    Statement m_keepComplaint;
    Statement m_dropComplaints;
    Statement m_complaints;
    Statement m_anyComplaint;
    Statement m_callers;
    Statement m_firstTexts;
    std::optional<bool> m_hasContacts;
    std::optional<bool> m_hasComplaints;

    [[nodiscard]] static Result<bool> any(std::optional<bool> &known, Statement &statement);
};

} // namespace deskbell::store
