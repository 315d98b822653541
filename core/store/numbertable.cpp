// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/numbertable.h"

#include "core/record/words.h"

namespace deskbell::store {
namespace {

Contact contactOf(const Row &row)
{
    Contact contact;
    contact.number.e164 = row.text(0);
    const QByteArrayView tag = row.bytes(1);
    contact.tag = record::fromWord<ContactTag>({tag.data(), static_cast<size_t>(tag.size())}).value_or(ContactTag::Customer);
    contact.name = row.text(2);
    contact.by = row.text(3);
    contact.changedAt = row.instant(4);
    return contact;
}

} // namespace

NumberTable::NumberTable(Database &database)
    : m_keepContact(database,
        "INSERT INTO contact(number, tag, name, changed_by, changed_at) VALUES(?,?,?,?,?) ON CONFLICT(number) DO UPDATE SET"
        " tag=excluded.tag, name=CASE excluded.name WHEN '' THEN name ELSE excluded.name END,"
        " changed_by=excluded.changed_by, changed_at=excluded.changed_at")
    , m_removeContact(database, "DELETE FROM contact WHERE number=?")
    , m_contact(database, "SELECT number, tag, name, changed_by, changed_at FROM contact WHERE number=?")
    , m_anyContact(database, "SELECT 1 FROM contact LIMIT 1")
    , m_keepComplaint(database,
          "INSERT INTO complaint(number, day, complaints, robocalls) VALUES(?,?,?,?) ON CONFLICT(number, day) DO UPDATE SET"
          " complaints=max(complaints, excluded.complaints), robocalls=max(robocalls, excluded.robocalls)")
    , m_dropComplaints(database, "DELETE FROM complaint WHERE day < ?")
    , m_complaints(database, "SELECT total(complaints), total(robocalls) FROM complaint WHERE number=? AND day>=?")
    , m_anyComplaint(database, "SELECT 1 FROM complaint LIMIT 1")
    , m_callers(database,
          "SELECT caller, last_at FROM thread WHERE closed=0 AND last_at>=?1 AND caller<>'' UNION ALL"
          " SELECT caller, last_at FROM thread WHERE closed=1 AND last_at>=?1 AND caller<>''")
    , m_firstTexts(database, "SELECT at FROM message WHERE kind='first_text' AND at>=? ORDER BY at")
{
}

void NumberTable::keep(const Contact &contact)
{
    if (contact.number.isWithheld())
        return;
    if (contact.tag == ContactTag::None) {
        m_removeContact.run(contact.number.e164);
        return;
    }
    m_keepContact.run(contact.number.e164, record::word(contact.tag), contact.name, contact.by, contact.changedAt);
    m_hasContacts = true;
}

void NumberTable::keep(const ComplaintDay &day)
{
    m_keepComplaint.run(day.number.e164, day.day.toJulianDay(), day.complaints, day.robocalls);
    m_hasComplaints = true;
}

void NumberTable::dropComplaintsBefore(QDate day)
{
    m_dropComplaints.run(day.toJulianDay());
}

Result<bool> NumberTable::any(std::optional<bool> &known, Statement &statement)
{
    if (known)
        return *known;
    bool found = false;
    if (auto read = statement.each([&found](const Row &) { found = true; }); !read)
        return tl::make_unexpected(read.error());
    known = found;
    return found;
}

Result<std::optional<Contact>> NumberTable::contact(const PhoneNumber &number)
{
    std::optional<Contact> found;
    const auto some = any(m_hasContacts, m_anyContact);
    if (!some)
        return tl::make_unexpected(some.error());
    if (!*some)
        return found;
    if (auto read = m_contact.each([&found](const Row &row) { found = contactOf(row); }, number.e164); !read)
        return tl::make_unexpected(read.error());
    return found;
}

Result<ComplaintCount> NumberTable::complaints(const PhoneNumber &number, QDate since)
{
    ComplaintCount count;
    const auto some = any(m_hasComplaints, m_anyComplaint);
    if (!some)
        return tl::make_unexpected(some.error());
    if (!*some)
        return count;
    const auto take = [&count](const Row &row) { count = {row.integer(0), row.integer(1)}; };
    if (auto read = m_complaints.each(take, number.e164, since.toJulianDay()); !read)
        return tl::make_unexpected(read.error());
    return count;
}

Result<std::vector<runtime::CallerBook::PastCall>> NumberTable::callersSince(Instant since)
{
    std::vector<runtime::CallerBook::PastCall> calls;
    const auto take = [&calls](const Row &row) { calls.push_back({{row.text(0)}, row.instant(1)}); };
    if (auto read = m_callers.each(take, since); !read)
        return tl::make_unexpected(read.error());
    return calls;
}

Result<std::vector<Instant>> NumberTable::firstTextsSince(Instant since)
{
    std::vector<Instant> times;
    if (auto read = m_firstTexts.each([&times](const Row &row) { times.push_back(row.instant(0)); }, since); !read)
        return tl::make_unexpected(read.error());
    return times;
}

} // namespace deskbell::store
