// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/textwatch.h"

#include "core/link/textmatch.h"

#include <algorithm>

namespace deskbell::link {
namespace {

constexpr std::size_t mostOwn = 50000;
/// As long as the provider keeps a text in a queue it is on its way; longer than this nobody watches for it.
constexpr Duration hopeFor = 2min;
/// By then the outbox has looked for the last time; the store answers from here on.
constexpr Duration unclearFor = 30min;
/// A text that was not seen for so long is not asked for any more.
constexpr Duration watchedFor = 24h;

bool isFinal(Delivery delivery)
{
    return delivery == Delivery::Failed || delivery == Delivery::Cancelled || delivery == Delivery::Read;
}

bool movesOn(Delivery told, Delivery shown)
{
    if (shown <= told || isFinal(told))
        return false;
    return told != Delivery::Delivered || shown == Delivery::Read;
}

} // namespace

std::vector<TextSighting> TextWatch::note(const TextRecord &row, bool inList, Instant now)
{
    if (row.direction == TextRecord::Direction::Inbound)
        return noteInbound(row);
    return row.isOutbound() ? noteOutbound(row, inList, now) : std::vector<TextSighting>{};
}

std::vector<TextSighting> TextWatch::noteInbound(const TextRecord &row)
{
    if (row.receiving || !m_arrived.insert(row.sid))
        return {};
    m_atRest.insert(row.sid);
    return {{TextSighting::Kind::Arrived, row}};
}

std::vector<TextSighting> TextWatch::noteOutbound(const TextRecord &row, bool inList, Instant now)
{
    if (const auto own = m_own.find(row.sid); own != m_own.end()) {
        if (const auto way = m_onTheWay.find(row.sid); way != m_onTheWay.end())
            *way = now;
        if (inList)
            m_newestShown = std::max(m_newestShown, own->begunAt);
        return deliver(*own, row);
    }
    if (m_strangers.contains(row.sid))
        return {};
    if (isAutoReply(row)) {
        m_strangers.insert(row.sid);
        m_atRest.insert(row.sid);
        return {};
    }
    if (mayBePending(row)) {
        hold(row);
        return {};
    }
    if (m_memory.isOurs(ProviderId{row.sid}))
        return deliver(adopt(row.sid, {}), row);
    if (m_memory.mayBeOurs(row.to)) {
        hold(row);
        return {};
    }
    m_strangers.insert(row.sid);
    m_atRest.insert(row.sid);
    return {{TextSighting::Kind::Foreign, row}};
}

std::vector<TextSighting> TextWatch::deliver(Own &own, const TextRecord &row)
{
    if (row.settled) {
        m_atRest.insert(row.sid);
        m_onTheWay.remove(row.sid);
    }
    if (!movesOn(own.told, row.delivery))
        return {};
    own.told = row.delivery;
    return {{TextSighting::Kind::Delivery, row}};
}

TextWatch::Own &TextWatch::adopt(const QString &sid, Own own)
{
    m_ownOrder.push_back(sid);
    if (m_ownOrder.size() > mostOwn)
        forgetOldest();
    return *m_own.insert(sid, std::move(own));
}

void TextWatch::forgetOldest()
{
    m_own.remove(m_ownOrder.front()); // the store still knows it
    m_onTheWay.remove(m_ownOrder.front());
    m_ownOrder.pop_front();
}

void TextWatch::hold(const TextRecord &row)
{
    std::vector<TextRecord> &held = m_held[row.to];
    const auto known = std::find_if(held.begin(), held.end(), [&](const TextRecord &r) { return r.sid == row.sid; });
    if (known == held.end())
        held.push_back(row);
    else if (movesOn(known->delivery, row.delivery))
        *known = row;
}

bool TextWatch::isHeld(const TextRecord &row) const
{
    const auto held = m_held.constFind(row.to);
    return held != m_held.constEnd()
        && std::any_of(held->begin(), held->end(), [&](const TextRecord &r) { return r.sid == row.sid; });
}

bool TextWatch::mayBePending(const TextRecord &row) const
{
    for (auto it = m_pendingTo.constFind(row.to); it != m_pendingTo.constEnd() && it.key() == row.to; ++it) {
        if (sameWords(row, m_pending.constFind(*it)->body))
            return true;
    }
    return false;
}

void TextWatch::sendBegins(const runtime::OutgoingText &text, Instant now)
{
    dropPending(text.order); // the one re-send of an unclear text
    m_pending.insert(text.order, {text.to, text.body, now, false});
    m_pendingTo.insert(text.to, text.order);
    m_newestBegun = std::max(m_newestBegun, now);
}

void TextWatch::dropPending(const engine::OrderId &order)
{
    const auto pending = m_pending.constFind(order);
    if (pending == m_pending.constEnd())
        return;
    m_pendingTo.remove(pending->to, order);
    m_pending.erase(pending);
}

std::vector<TextSighting> TextWatch::sendEnds(
    const runtime::OutgoingText &text, const runtime::SendAnswer &answer, Instant now)
{
    const auto pending = m_pending.find(text.order);
    if (pending == m_pending.end())
        return {};
    if (answer.kind == runtime::SendAnswer::Kind::Unclear) {
        pending->unclear = true;
        return {}; // what may be it stays held back
    }
    const Instant begun = pending->since;
    dropPending(text.order);
    if (answer.kind == runtime::SendAnswer::Kind::Accepted) {
        m_lastAccepted = now;
        adopt(answer.text.value, {text.order, Delivery::Accepted, begun});
        m_onTheWay.insert(answer.text.value, now);
    }
    return release(text.to, now);
}

std::vector<TextSighting> TextWatch::found(
    const engine::OrderId &order, const std::vector<TextRecord> &rows, Instant now)
{
    if (rows.empty())
        return {};
    dropPending(order);
    for (const TextRecord &row : rows) {
        if (!m_own.contains(row.sid))
            adopt(row.sid, {order, Delivery::Accepted, {}});
    }
    return release(rows.front().to, now);
}

std::vector<TextSighting> TextWatch::release(const PhoneNumber &to, Instant now)
{
    const auto held = m_held.find(to);
    if (held == m_held.end())
        return {};
    const std::vector<TextRecord> rows = std::move(*held);
    m_held.erase(held);
    std::vector<TextSighting> all;
    for (const TextRecord &row : rows) {
        for (TextSighting &sighting : noteOutbound(row, false, now))
            all.push_back(std::move(sighting));
    }
    return all;
}

std::vector<TextSighting> TextWatch::recheck(Instant now)
{
    const auto pendings = m_pending.keys();
    for (const engine::OrderId &order : pendings) {
        const Pending &pending = *m_pending.constFind(order);
        if (pending.unclear && now - pending.since > unclearFor)
            dropPending(order);
    }
    m_onTheWay.removeIf([&](const auto &way) { return now - *way > watchedFor; });
    std::vector<TextSighting> all;
    const auto numbers = m_held.keys();
    for (const PhoneNumber &to : numbers) {
        for (TextSighting &sighting : release(to, now))
            all.push_back(std::move(sighting));
    }
    return all;
}

bool TextWatch::belongsToAnother(const QString &sid, const engine::OrderId &order) const
{
    const auto own = m_own.constFind(sid);
    if (own != m_own.constEnd() && own->begunAt.isSet())
        return own->order != order;
    if (own != m_own.constEnd() && own->order == order)
        return false;
    return m_memory.isOurs(ProviderId{sid});
}

QStringList TextWatch::unseenSince(Instant then) const
{
    QStringList unseen;
    for (auto way = m_onTheWay.constBegin(); way != m_onTheWay.constEnd(); ++way) {
        if (*way < then)
            unseen << way.key();
    }
    return unseen;
}

bool TextWatch::isAnyUnderWay(Instant now) const
{
    return !m_pending.isEmpty() || (!m_onTheWay.isEmpty() && now - m_lastAccepted < hopeFor);
}

} // namespace deskbell::link
