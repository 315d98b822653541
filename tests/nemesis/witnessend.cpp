// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/match.h"
#include "tests/nemesis/witness.h"

namespace deskbell::nemesis {
namespace {

using runtime::OrderStanding;

bool isUnderWay(const engine::Phase &phase)
{
    return std::holds_alternative<engine::phase::Greeting>(phase) || std::holds_alternative<engine::phase::Answering>(phase)
        || std::holds_alternative<engine::phase::Booking>(phase);
}

} // namespace

void Witness::atEnd(const Company &company)
{
    afterStep();
    checkCalls();
    checkOutbox(company);
    for (auto it = m_callers.cbegin(); it != m_callers.cend(); ++it)
        checkThread(it.key());
    for (auto it = m_texts.cbegin(); it != m_texts.cend(); ++it) {
        const auto lines = m_store->history(it.value(), 5000);
        const QString id = it.key().mid(5);
        if (!lines || std::none_of(lines->begin(), lines->end(), [&](const engine::HistoryLine &line) { return line.id == id; }))
            broken("a caller's text is lost", it.key());
    }
}

void Witness::checkCalls()
{
    for (const Missed &missed : std::as_const(m_missed))
        checkCall(missed);
}

void Witness::checkCall(const Missed &missed)
{
    const ThreadId thread = engine::threadOf(missed.call.from, missed.call.line);
    const auto lines = m_store->history(thread, 5000);
    const QString mark = u"call:" % missed.call.id.value;
    if (!lines || std::none_of(lines->begin(), lines->end(), [&](const engine::HistoryLine &line) { return line.id == mark; }))
        return broken("a missed call is lost", missed.call.id.value);
    const auto entry = m_store->order({u"first_text:" % missed.call.id.value});
    if (entry && !*entry && !missed.explained)
        return broken("a missed call without text or reason", missed.call.id.value);
    if (!entry || !*entry)
        return;
    switch ((*entry)->standing) {
    case OrderStanding::Done: return; // that it is true: checkOutbox
    case OrderStanding::Ready:
    case OrderStanding::Sending: return broken("a first text never ends", missed.call.id.value);
    case OrderStanding::Unclear:
        if (!wasTold(thread))
            broken("nobody was told of an unclear text", missed.call.id.value);
        return;
    case OrderStanding::Failed:
        if (!wasTold(thread) && !m_callers[thread].optedOut)
            broken("nobody was told of a refused text", missed.call.id.value);
        return;
    case OrderStanding::Cancelled: {
        const Caller &caller = m_callers[thread];
        const bool somebodyActed = caller.anythingSince || caller.lastAct >= missed.call.startedAt || caller.withPeople;
        if (!wasTold(thread) && !somebodyActed)
            broken("a first text was dropped silently", missed.call.id.value);
    }
    }
}

void Witness::checkOutbox(const Company &company)
{
    const auto ready = m_store->ready(m_clock.now(), 1000);
    const auto doubts = m_store->inDoubt();
    if (!ready || !doubts)
        return broken("store", QStringLiteral("the outbox cannot be read"));
    for (const runtime::OutboxEntry &entry : *ready)
        broken("an order is never carried out", entry.order.id.value);
    for (const runtime::OutboxEntry &entry : *doubts) {
        if (entry.standing == OrderStanding::Sending)
            broken("an order stays sending", entry.order.id.value);
        else if (!wasTold(entry.order.thread))
            broken("nobody was told of an unclear text", entry.order.id.value);
    }
    checkTruth(company);
}

/// What the books call sent, the provider has, and the other way round. Of two texts of the same words, both of unknown
/// fate, nobody can tell which one it was that arrived: their number must agree.
void Witness::checkTruth(const Company &company)
{
    struct Books {
        int surplus = 0; ///< sent by our books, minus taken by the provider
        int left = 0; ///< taken, but left by a person and not looked for: another order may have been given it
    };
    QMap<std::pair<ThreadId, QString>, Books> all;
    for (auto it = m_orders.cbegin(); it != m_orders.cend(); ++it) {
        const auto entry = m_store->order(it.key());
        if (!entry || !*entry)
            continue; // a line that is no text of ours
        const OrderStanding standing = (*entry)->standing;
        const auto *text = std::get_if<engine::order::SendText>(&(*entry)->order.what); // of a commit that nobody saw, too
        if (!text)
            continue;
        const bool isLeft = standing == OrderStanding::Cancelled;
        const int taken = company.hasTaken(it.key()) ? 1 : 0;
        Books &books = all[{(*entry)->order.thread, text->body}];
        books.surplus += static_cast<int>(standing == OrderStanding::Done) - (isLeft ? 0 : taken);
        books.left += isLeft ? taken : 0;
    }
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        if (it->surplus > it->left)
            broken("said to be sent, and was not", it.key().second);
        if (it->surplus < 0)
            broken("was sent, and is not known to be", it.key().second);
    }
}

void Witness::checkThread(const ThreadId &thread)
{
    const auto loaded = m_store->load(thread);
    if (!loaded || !*loaded)
        return;
    const engine::ThreadState &state = (*loaded)->state;
    // A first text of unknown fate is with a person; the conversation has not begun.
    const bool lost = std::any_of(state.ownTexts.begin(), state.ownTexts.end(), [](const engine::OwnText &text) { return text.delivery == Delivery::Unclear; });
    const bool greeting = std::holds_alternative<engine::phase::Greeting>(state.phase) && lost && wasTold(thread);
    if (!state.held() && isUnderWay(state.phase) && !greeting)
        broken("a thread stands still", QStringLiteral("in phase %1").arg(state.phase.index()));
    const bool needsPerson = std::holds_alternative<engine::phase::NeedsPerson>(state.phase);
    const bool onTheList = state.callback && !state.callback->done;
    const bool reminded = state.watched == state.callerWaitsSince; // people were told of just this wait
    if (state.callerWaitsSince.isSet() && !needsPerson && !onTheList && !state.held() && !reminded)
        broken("a caller waits and nobody knows", thread.value);
    if (needsPerson && !wasTold(thread))
        broken("a person is needed and nobody was told", thread.value);
}

} // namespace deskbell::nemesis
