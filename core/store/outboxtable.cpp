// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/outboxtable.h"

#include "core/base/log.h"
#include "core/record/record.h"

#include <algorithm>

namespace deskbell::store {
namespace {

using runtime::OrderStanding;

const char *word(OrderStanding standing)
{
    switch (standing) {
    case OrderStanding::Ready: return "ready";
    case OrderStanding::Sending: return "sending";
    case OrderStanding::Unclear: return "unclear";
    case OrderStanding::Done: return "done";
    case OrderStanding::Failed: return "failed";
    case OrderStanding::Cancelled: return "cancelled";
    }
    return "";
}

OrderStanding standingOf(QByteArrayView stored)
{
    for (const auto one : {OrderStanding::Ready, OrderStanding::Sending, OrderStanding::Unclear, OrderStanding::Done,
             OrderStanding::Failed}) {
        if (stored == QByteArrayView(word(one)))
            return one;
    }
    return OrderStanding::Cancelled; // the column's CHECK lets nothing else in
}

/// First texts leave newest first: the caller who just hung up still holds the phone. All others by age. A commit
/// holds many orders of one millisecond, so their places are part of the rank.
qint64 rankOf(const engine::PlannedOrder &order, Instant now, int place)
{
    constexpr int placesInMs = 4096;
    const qint64 age = now.ms * placesInMs + std::min(place, placesInMs - 1);
    const auto *text = std::get_if<engine::order::SendText>(&order.what);
    return text && text->kind == TextKind::FirstText ? -age : age;
}

} // namespace

#define COLUMNS \
    "o.id, t.id, o.priority, o.not_before, o.expires_at, o.standing, o.attempts, o.sending_since, o.looks," \
    " o.person_told, o.payload FROM outbox o JOIN thread t ON t.num = o.thread "

OutboxTable::OutboxTable(Database &database)
    : m_add(database,
        "INSERT INTO outbox(id, thread, kind, priority, rank, not_before, expires_at, standing, attempts, "
        "sending_since,"
        " payload) VALUES(?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO NOTHING")
    , m_cancel(database, "UPDATE outbox SET standing='cancelled' WHERE id=? AND standing='ready'")
    , m_mark(database,
          "UPDATE OR IGNORE outbox SET standing=?1, sid=coalesce(?2, sid), person_told=max(person_told, ?3) WHERE "
          "id=?4 AND"
          " (standing=?1 OR CASE ?1 WHEN 'ready' THEN standing='unclear' AND attempts < 2"
          " WHEN 'unclear' THEN standing='sending' WHEN 'cancelled' THEN standing IN ('ready', 'unclear')"
          " WHEN 'done' THEN standing IN ('ready', 'sending', 'unclear')"
          " WHEN 'failed' THEN standing IN ('ready', 'sending', 'unclear') ELSE 0 END)")
    , m_claim(database,
          "UPDATE outbox SET standing='sending', attempts=attempts+1, sending_since=?, looks=0 WHERE id=? AND"
          " standing='ready' AND thread=(SELECT num FROM thread WHERE id=? AND version=?)")
    , m_putBack(database,
          "UPDATE outbox SET attempts=attempts - (standing='sending'), standing='ready', not_before=? WHERE id=? AND"
          " standing IN ('ready', 'sending', 'unclear')")
    , m_noteLook(database, "UPDATE outbox SET looks=? WHERE id=? AND standing IN ('sending', 'unclear')")
    , m_sidTaken(database, "SELECT 1 FROM outbox WHERE sid=? AND id<>?")
    , m_ready(database,
          "SELECT " COLUMNS "WHERE o.standing='ready' AND o.not_before <= ? ORDER BY o.priority, o.rank LIMIT ?")
    , m_atOnce(database, "SELECT 1 FROM outbox WHERE standing='ready' AND not_before = 0 LIMIT 1")
    , m_waiting(database,
          "SELECT not_before FROM outbox WHERE standing='ready' AND not_before > 0 AND not_before > ? ORDER BY not_before LIMIT 1")
    , m_inDoubt(
          database, "SELECT " COLUMNS "WHERE o.standing IN ('sending', 'unclear') ORDER BY o.sending_since, o.seq")
    , m_find(database, "SELECT " COLUMNS "WHERE o.id=?")
    , m_threadOfText(database, "SELECT t.id FROM outbox o JOIN thread t ON t.num = o.thread WHERE o.sid=?")
{
}

bool OutboxTable::add(const engine::PlannedOrder &order, ThreadNumber thread, Instant now, int place, bool sending)
{
    m_json.resize(0);
    record::append(m_json, order.what);
    return m_add.run(order.id.value, thread, record::nameOf(order.what), order.priority, rankOf(order, now, place),
               order.notBefore, order.expiresAt,
               word(sending ? runtime::OrderStanding::Sending : runtime::OrderStanding::Ready), sending ? 1 : 0,
               sending ? now : Instant{}, m_json)
        > 0;
}

void OutboxTable::cancel(const engine::OrderId &order)
{
    m_cancel.run(order.value);
}

bool OutboxTable::sidTaken(const runtime::OrderMark &mark)
{
    bool taken = false;
    return m_sidTaken.each([&taken](const Row &) { taken = true; }, mark.text.value, mark.order.value) && taken;
}

bool OutboxTable::mark(const runtime::OrderMark &mark)
{
    const int moved = m_mark.run(word(mark.standing), NullIfEmpty{mark.text.value}, mark.personTold, mark.order.value);
    if (moved == 1)
        return true;
    if (!mark.text.isEmpty() && sidTaken(mark))
        return false;
    qCWarning(logStore) << "an order was not moved to" << word(mark.standing) << "because it had moved before";
    return true;
}

bool OutboxTable::claim(const runtime::SendingClaim &claim, Instant now)
{
    return m_claim.run(now, claim.order.value, claim.thread.value, claim.seenVersion) == 1;
}

void OutboxTable::putBack(const engine::OrderId &order, Instant notBefore)
{
    m_putBack.run(notBefore, order.value);
}

void OutboxTable::noteLook(const engine::OrderId &order, int looks)
{
    m_noteLook.run(looks, order.value);
}

template<class... Values>
Result<OutboxTable::Entries> OutboxTable::entries(Statement &statement, const Values &...values)
{
    Entries found;
    const auto take = [&found](const Row &row) {
        auto what = record::readOrder(row.bytes(10));
        if (!what) { // nobody can carry out what nobody can read; the rest must not wait for it
            qCWarning(logStore).noquote() << what.error().detail;
            return;
        }
        runtime::OutboxEntry &entry = found.emplace_back();
        entry.order = {{row.text(0)}, {row.text(1)}, std::move(*what), row.instant(3), row.instant(4), row.integer(2)};
        entry.standing = standingOf(row.bytes(5));
        entry.attempts = row.integer(6);
        entry.sendingSince = row.instant(7);
        entry.looks = row.integer(8);
        entry.personTold = row.truth(9);
    };
    if (auto read = statement.each(take, values...); !read)
        return tl::make_unexpected(read.error());
    return found;
}

Result<OutboxTable::Entries> OutboxTable::ready(Instant now, int limit)
{
    return entries(m_ready, now, limit);
}

Result<Instant> OutboxTable::nextReadyAt(Instant after)
{
    Instant at;
    const auto once = after.isSet() ? Result<void>() : m_atOnce.each([&at](const Row &) { at = {1}; }); // set, and long past
    if (!once)
        return tl::make_unexpected(once.error());
    if (at.isSet())
        return at;
    if (auto read = m_waiting.each([&at](const Row &row) { at = row.instant(0); }, after); !read)
        return tl::make_unexpected(read.error());
    return at;
}

Result<OutboxTable::Entries> OutboxTable::inDoubt()
{
    return entries(m_inDoubt);
}

Result<std::optional<runtime::OutboxEntry>> OutboxTable::find(const engine::OrderId &order)
{
    auto found = entries(m_find, order.value);
    if (!found)
        return tl::make_unexpected(found.error());
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Result<std::optional<ThreadId>> OutboxTable::threadOfText(const ProviderId &text)
{
    std::optional<ThreadId> found;
    const auto take = [&found](const Row &row) { found = ThreadId{row.text(0)}; };
    if (auto read = m_threadOfText.each(take, text.value); !read)
        return tl::make_unexpected(read.error());
    return found;
}

} // namespace deskbell::store
