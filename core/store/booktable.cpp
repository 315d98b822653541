// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/booktable.h"

#include "core/record/words.h"

namespace deskbell::store {
namespace {

Appointment visitOf(const Row &row)
{
    Appointment visit;
    visit.id.value = row.text(0);
    visit.thread.value = row.text(1);
    visit.service.value = row.text(2);
    visit.variant = row.text(3);
    visit.slot = {row.integer(4), row.instant(5), row.instant(6)};
    visit.phone.e164 = row.text(7);
    visit.name = row.text(8);
    const QByteArrayView by = row.bytes(9);
    visit.by = record::fromWord<BookedBy>({by.data(), static_cast<size_t>(by.size())}).value_or(BookedBy::External);
    visit.block = row.truth(10);
    return visit;
}

Hold holdOf(const Row &row)
{
    return {row.text(0), {row.text(1)}, {row.text(2)}, row.text(3), {row.integer(4), row.instant(5), row.instant(6)},
        row.instant(7)};
}

} // namespace

#define VISIT "SELECT id, thread, service, variant, resource, start_at, end_at, phone, name, booked_by, block"

BookTable::BookTable(Database &database)
    : m_visitInTheWay(database,
        "SELECT 1 FROM appointment WHERE end_at > ? AND start_at < ? AND resource=? AND id<>? AND id<>? LIMIT 1")
    , m_holdInTheWay(database,
          "SELECT 1 FROM hold WHERE expires_at > ? AND end_at > ? AND start_at < ? AND resource=? AND id<>? AND"
          " (thread<>? OR thread='') LIMIT 1")
    , m_expire(database, "DELETE FROM hold WHERE expires_at <= ?")
    , m_hold(database,
          "INSERT OR REPLACE INTO hold(id, thread, service, variant, resource, start_at, end_at, expires_at)"
          " VALUES(?,?,?,?,?,?,?,?)")
    , m_release(database, "DELETE FROM hold WHERE thread=?")
    , m_exists(database, "SELECT 1 FROM appointment WHERE id=?")
    , m_book(database,
          "INSERT INTO appointment(id, thread, service, variant, resource, start_at, end_at, phone, name, booked_by,"
          " block, booked_at) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)")
    , m_remove(database, "DELETE FROM appointment WHERE id=?")
    , m_between(database, VISIT " FROM appointment WHERE end_at > ? AND start_at < ? ORDER BY start_at, resource, id")
    , m_of(database, VISIT " FROM appointment WHERE phone=? AND end_at > ? ORDER BY start_at, resource, id")
    , m_holds(database,
          "SELECT id, thread, service, variant, resource, start_at, end_at, expires_at FROM hold"
          " WHERE expires_at > ? ORDER BY start_at, resource, id")
{
}

bool BookTable::anyRow(Statement &statement, const auto &...values)
{
    bool any = false;
    (void)statement.each([&any](const Row &) { any = true; }, values...); // a failure is kept by the transaction
    return any;
}

bool BookTable::isFree(const Slot &slot, const AppointmentId &own, const AppointmentId &replaced,
    const ThreadId &thread, const QString &ownHold, Instant now)
{
    return !anyRow(m_visitInTheWay, slot.start, slot.end, slot.resource, own.value, replaced.value)
        && !anyRow(m_holdInTheWay, now, slot.start, slot.end, slot.resource, ownHold, thread.value);
}

bool BookTable::hold(const Hold &hold, Instant now)
{
    m_expire.run(now);
    if (!isFree(hold.slot, {}, {}, hold.thread, hold.id, now))
        return false;
    m_hold.run(hold.id, hold.thread.value, NullIfEmpty{hold.service.value}, NullIfEmpty{hold.variant},
        hold.slot.resource, hold.slot.start, hold.slot.end, hold.expiresAt);
    return true;
}

runtime::BookAnswer BookTable::book(const Appointment &visit, const AppointmentId &replaces, Instant now)
{
    if (anyRow(m_exists, visit.id.value))
        return runtime::BookAnswer::Booked;
    if (!isFree(visit.slot, visit.id, replaces, visit.thread, {}, now))
        return runtime::BookAnswer::Taken;
    if (!replaces.isEmpty())
        m_remove.run(replaces.value);
    m_book.run(visit.id.value, NullIfEmpty{visit.thread.value}, NullIfEmpty{visit.service.value},
        NullIfEmpty{visit.variant}, visit.slot.resource, visit.slot.start, visit.slot.end,
        NullIfEmpty{visit.phone.e164}, NullIfEmpty{visit.name}, record::word(visit.by), visit.block, now);
    if (!visit.thread.isEmpty())
        m_release.run(visit.thread.value);
    return runtime::BookAnswer::Booked;
}

void BookTable::releaseHolds(const ThreadId &thread)
{
    m_release.run(thread.value);
}

void BookTable::remove(const AppointmentId &appointment)
{
    m_remove.run(appointment.value);
}

template<class... Values>
Result<BookTable::Appointments> BookTable::visits(Statement &statement, const Values &...values)
{
    Appointments found;
    const auto take = [&found](const Row &row) { found.push_back(visitOf(row)); };
    if (auto read = statement.each(take, values...); !read)
        return tl::make_unexpected(read.error());
    return found;
}

Result<BookTable::Appointments> BookTable::between(Instant from, Instant to)
{
    return visits(m_between, from, to);
}

Result<BookTable::Appointments> BookTable::of(const PhoneNumber &phone, Instant from)
{
    if (phone.isWithheld())
        return Appointments();
    return visits(m_of, phone.e164, from);
}

Result<std::vector<Hold>> BookTable::holds(Instant now)
{
    std::vector<Hold> found;
    if (auto read = m_holds.each([&found](const Row &row) { found.push_back(holdOf(row)); }, now); !read)
        return tl::make_unexpected(read.error());
    return found;
}

} // namespace deskbell::store
