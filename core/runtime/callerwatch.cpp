// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/callerwatch.h"

#include "core/domain/openinghours.h"

#include <algorithm>

namespace deskbell::runtime {
namespace {

constexpr Duration day = 24h;
constexpr Duration hour = 1h;
constexpr quint64 besides = 10; ///< numbers so near are one sweep

quint64 digitsOf(const PhoneNumber &number) { return QStringView(number.e164).mid(1).toULongLong(); }

bool wantsSigns(const engine::Fact &fact)
{
    return std::holds_alternative<engine::fact::CallMissed>(fact) || std::holds_alternative<engine::fact::MessageArrived>(fact)
        || std::holds_alternative<engine::fact::LineTypeKnown>(fact) || std::holds_alternative<engine::fact::OperatorRescuedCall>(fact);
}

bool ordersFirstText(const engine::Decision &decision)
{
    return std::any_of(decision.orders.begin(), decision.orders.end(), [](const engine::PlannedOrder &order) {
        const auto *text = std::get_if<engine::order::SendText>(&order.what);
        return text && text->kind == TextKind::FirstText;
    });
}

void dropBefore(std::deque<Instant> &times, Instant since)
{
    while (!times.empty() && times.front() < since)
        times.pop_front();
}

} // namespace

Result<engine::CallerSigns> CallerWatch::signsFor(
    const engine::Fact &fact, const engine::ThreadState &state, const engine::Context &context)
{
    engine::CallerSigns signs;
    if (!wantsSigns(fact) || state.caller.isWithheld())
        return signs;
    if (auto counted = countOn(context.now); !counted)
        return tl::make_unexpected(counted.error());
    expire(context.now);
    auto contact = m_book.contact(state.caller);
    if (!contact)
        return tl::make_unexpected(contact.error());
    const int days = context.profile.policy.screening.complaintDays;
    const auto complaints = m_book.complaints(state.caller, toWall(context.now, context.profile.zone).date().addDays(-days));
    if (!complaints)
        return tl::make_unexpected(complaints.error());
    signs.contact = std::move(*contact);
    signs.complaints = *complaints;
    signs.callsLastDay = callsOf(state.caller, context.now - day) + std::holds_alternative<engine::fact::CallMissed>(fact);
    signs.neighboursLastHour = neighboursOf(state.caller, context.now - hour);
    signs.firstTextsLastHour = static_cast<int>(m_firstTexts.size());
    signs.lateLastHour = static_cast<int>(m_late.size());
    signs.looked = true;
    return signs;
}

void CallerWatch::note(const engine::Fact &fact, const engine::Decision &decision, Instant now)
{
    if (const auto *missed = std::get_if<engine::fact::CallMissed>(&fact))
        hear(missed->call.from, missed->call.startedAt, now);
    if (ordersFirstText(decision))
        m_firstTexts.push_back(now);
    const auto &callback = decision.next.callback;
    if (callback && !callback->done && callback->reason == engine::Reason::LateDiscovery && callback->since == now)
        m_late.push_back(now);
}

void CallerWatch::forget()
{
    m_counted = false;
    m_calls.clear();
    m_order.clear();
    m_firstTexts.clear();
    m_late.clear();
}

Result<void> CallerWatch::countOn(Instant now)
{
    if (m_counted)
        return {};
    const auto calls = m_book.callersSince(now - day);
    const auto texts = m_book.firstTextsSince(now - hour);
    if (!calls || !texts)
        return tl::make_unexpected(calls ? texts.error() : calls.error());
    for (const CallerBook::PastCall &call : *calls)
        hear(call.caller, call.at, now);
    m_firstTexts.insert(m_firstTexts.end(), texts->begin(), texts->end());
    m_counted = true;
    return {};
}

void CallerWatch::hear(const PhoneNumber &caller, Instant at, Instant now)
{
    if (caller.isWithheld())
        return;
    const quint64 number = digitsOf(caller);
    m_calls.emplace(number, at);
    m_order.push_back({number, now});
}

void CallerWatch::expire(Instant now)
{
    while (!m_order.empty() && m_order.front().noticed < now - day) {
        if (const auto oldest = m_calls.find(m_order.front().number); oldest != m_calls.end())
            m_calls.erase(oldest); // equal keys stand in the order they came
        m_order.pop_front();
    }
    dropBefore(m_firstTexts, now - hour);
    dropBefore(m_late, now - hour);
}

int CallerWatch::callsOf(const PhoneNumber &caller, Instant since) const
{
    const auto [from, to] = m_calls.equal_range(digitsOf(caller));
    return static_cast<int>(std::count_if(from, to, [since](const auto &call) { return call.second >= since; }));
}

int CallerWatch::neighboursOf(const PhoneNumber &caller, Instant since) const
{
    const quint64 own = digitsOf(caller);
    quint64 last = own;
    int others = 0;
    const auto end = m_calls.upper_bound(own + besides);
    for (auto call = m_calls.lower_bound(own - std::min(own, besides)); call != end; ++call) {
        if (call->first == own || call->first == last || call->second < since)
            continue;
        last = call->first;
        ++others;
    }
    return others;
}

} // namespace deskbell::runtime
