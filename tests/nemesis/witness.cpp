// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nemesis/witness.h"

#include <algorithm>

namespace deskbell::nemesis {

// What happened, as the witness wrote it down. What may leave: witnesssends.cpp. What must have come of it in the
// end: witnessend.cpp.

Witness::Witness(ManualClock &clock, const Profile &profile, std::function<void(const QString &)> trace)
    : m_clock(clock)
    , m_profile(profile)
    , m_trace(std::move(trace))
{
}

void Witness::broken(const char *rule, const QString &words)
{
    m_trace(QStringLiteral("BROKEN ") % QLatin1String(rule) % u": " % words);
    if (!m_violation)
        m_violation = Violation{QString::fromLatin1(rule), words};
}

void Witness::processStarts(runtime::EngineLoop &loop, runtime::StorePort &store, runtime::AppointmentBook &book)
{
    m_store = &store;
    m_book = &book;
    QStringList ids;
    for (const runtime::Arrival &arrival : m_underWay)
        ids << arrival.id;
    const auto kept = store.consumed(ids);
    if (!kept)
        return broken("store", kept.error().detail);
    for (const runtime::Arrival &arrival : m_underWay) {
        if (!kept->contains(arrival.id))
            continue;
        learn(arrival.thread.isEmpty() ? engine::threadOf(arrival.caller, arrival.line) : arrival.thread, arrival.fact);
        if (const auto *missed = std::get_if<engine::fact::CallMissed>(&arrival.fact))
            m_missed[missed->call.id].explained = true; // nobody saw the decision
    }
    std::erase_if(m_underWay, [&](const runtime::Arrival &arrival) {
        const bool click = !arrival.thread.isEmpty(); // died with the process that had it
        return click || kept->contains(arrival.id);
    });
    QObject::connect(&loop, &runtime::EngineLoop::committed, &loop,
        [this](const std::vector<runtime::KeptStep> &steps, const QSet<engine::OrderId> &) { onCommitted(steps); });
    QObject::connect(&loop, &runtime::EngineLoop::inputMalformed, &loop,
        [this](const QString &where, const QString &detail) { broken("malformed", where % u": " % detail); });
    QObject::connect(&loop, &runtime::EngineLoop::storeTroubled, &loop, [this](const QString &detail) {
        if (!detail.isEmpty())
            broken("store", detail);
    });
    checkJournal();
}

void Witness::announced(const runtime::Arrival &arrival)
{
    m_underWay.push_back(arrival);
    const ThreadId thread = arrival.thread.isEmpty() ? engine::threadOf(arrival.caller, arrival.line) : arrival.thread;
    if (std::holds_alternative<engine::fact::MessageArrived>(arrival.fact))
        m_texts.insert(arrival.id, thread);
    m_callers[thread]; // known from now on
}

void Witness::missedCall(const Call &call) { m_missed.insert(call.id, {call, false}); }

void Witness::told(const runtime::Notice &notice)
{
    m_told[notice.thread] << notice.what.code;
    if (m_toldToo)
        m_toldToo(notice);
    m_trace(QStringLiteral("people are told: ") % notice.what.code % u' ' % notice.what.args.join(u' '));
}

bool Witness::wasTold(const ThreadId &thread) const
{
    const QStringList told = m_told.value(thread);
    return std::any_of(told.begin(), told.end(), [](const QString &code) { return code != QLatin1String("booked") && code != QLatin1String("moved"); });
}

void Witness::hears(Caller &caller) const
{
    caller.lastHeard = m_kept;
    caller.automaticSinceHeard = 0;
}

void Witness::learnWord(Caller &caller, const QString &body)
{
    static const QSet<QString> stop{QStringLiteral("STOP"), QStringLiteral("STOP."), QStringLiteral("UNSUBSCRIBE"), QStringLiteral("QUIT")};
    const QString word = body.trimmed().toUpper();
    if (stop.contains(word))
        caller.optedOut = true;
    if (word == QLatin1String("START"))
        caller.optedOut = false;
    if (word == QLatin1String("HELP"))
        return; // a word to the machinery: the conversation goes on as it was
    caller.lastWord = m_kept;
    hears(caller);
}

void Witness::learn(const ThreadId &thread, const engine::Fact &fact)
{
    using namespace engine::fact;
    Caller &caller = m_callers[thread];
    ++m_kept;
    if (const auto *call = std::get_if<CallObserved>(&fact); call && call->call.result == CallResult::Answered)
        m_told[thread] << QStringLiteral("spoken"); // whoever talked to them knows
    if (std::holds_alternative<CallMissed>(fact))
        hears(caller); // ringing again is a word, too: the caps count from it
    const bool fromOutside = !std::holds_alternative<OrderSettled>(fact) && !std::holds_alternative<DeliveryChanged>(fact)
        && !std::holds_alternative<Due>(fact) && !std::holds_alternative<TurnProposed>(fact) && !std::holds_alternative<SendNotFound>(fact);
    caller.anythingSince = caller.anythingSince || fromOutside;
    if (fromOutside && !std::holds_alternative<CallMissed>(fact))
        caller.lastAct = m_clock.now();
    if (const auto *text = std::get_if<MessageArrived>(&fact))
        learnWord(caller, text->text.body);
    if (std::holds_alternative<OperatorOptedOut>(fact))
        caller.optedOut = true;
    const bool staffMayWrite = std::holds_alternative<OperatorReplied>(fact) && !caller.optedOut;
    if (std::holds_alternative<OperatorTookOver>(fact) || std::holds_alternative<ForeignTextSeen>(fact) || staffMayWrite)
        caller.withPeople = true;
    if (std::holds_alternative<OperatorHandedBack>(fact) || std::holds_alternative<OperatorClosed>(fact))
        caller.withPeople = false;
}

void Witness::onCommitted(const std::vector<runtime::KeptStep> &steps)
{
    for (const runtime::KeptStep &step : steps) {
        std::erase_if(m_underWay, [&](const runtime::Arrival &arrival) { return arrival.id == step.record.fact; });
        m_trace(u"kept " % step.record.fact % QStringLiteral(" -> phase ") % QString::number(step.record.decision.next.phase.index()));
        learn(step.record.thread, step.fact);
        compare(step);
    }
}

void Witness::compare(const runtime::KeptStep &step)
{
    const engine::Decision &decision = step.record.decision;
    Caller &caller = m_callers[step.record.thread];
    if (caller.optedOut && !decision.next.optOut)
        broken("opt-out forgotten", u"by " % step.record.fact);
    caller.optedOut = decision.next.optOut.has_value();
    const bool calledBack = std::holds_alternative<engine::fact::CallbackDone>(step.fact);
    if (calledBack && decision.next.holder.kind == engine::HolderKind::Assistant)
        caller.withPeople = false; // a person talked to them and was done
    if (const auto *missed = std::get_if<engine::fact::CallMissed>(&step.fact))
        m_missed[missed->call.id].explained = !decision.journal.empty() || !decision.orders.empty();
    for (const engine::PlannedOrder &order : decision.orders) {
        const auto *text = std::get_if<engine::order::SendText>(&order.what);
        if (text && !m_orders.contains(order.id))
            m_orders.insert(order.id, {step.record.thread, text->kind, m_kept, {}, 0, 0, text->body, {}});
        if (text)
            m_trace(u"ordered " % order.id.value);
    }
    for (const engine::JournalLine &line : decision.journal)
        m_trace(u"because " % line.code % u' ' % line.args.join(u' '));
    for (const engine::HistoryChange &change : decision.changes)
        note(change);
}

void Witness::note(const engine::HistoryChange &change)
{
    Ordered &ordered = m_orders[{change.id}];
    const Delivery to = change.delivery;
    m_trace(change.id % QStringLiteral(" stands at ") % QString::number(static_cast<int>(to)));
    if (ordered.delivery) {
        const Delivery from = *ordered.delivery;
        const bool atProvider = from >= Delivery::Accepted && from <= Delivery::Read;
        if ((atProvider && (to <= from || to == Delivery::Cancelled)) || (from == Delivery::Failed && to != Delivery::Failed))
            broken("delivery moved back", change.id);
    }
    ordered.delivery = to;
}

void Witness::afterStep()
{
    checkBook();
    checkJournal();
}

void Witness::checkBook()
{
    const auto visits = m_book->between({1}, m_clock.now() + 24h * 400);
    if (!visits)
        return broken("store", visits.error().detail);
    for (size_t i = 0; i < visits->size(); ++i) {
        for (size_t k = i + 1; k < visits->size(); ++k) {
            if ((*visits)[i].slot.overlaps((*visits)[k].slot))
                broken("double booking", (*visits)[i].id.value % QStringLiteral(" and ") % (*visits)[k].id.value);
        }
    }
}

/// What was written down stays: every later look finds the earlier lines, unchanged, under the new ones.
void Witness::checkJournal()
{
    for (auto it = m_callers.cbegin(); it != m_callers.cend(); ++it) {
        auto lines = m_store->journal(it.key(), 5000);
        if (!lines)
            return broken("store", lines.error().detail);
        const std::vector<engine::JournalLine> &before = m_journals[it.key()];
        const bool grown = lines->size() >= before.size() && std::equal(before.rbegin(), before.rend(), lines->rbegin());
        if (!grown)
            broken("journal changed", it.key().value);
        m_journals[it.key()] = std::move(*lines);
    }
}

} // namespace deskbell::nemesis
