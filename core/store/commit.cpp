// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping what was decided: the one place where state, facts, orders and lines are written, all or nothing.
#include "core/base/crashpoint.h"
#include "core/store/parts.h"

#include <algorithm>

namespace deskbell::store {
namespace {

Error conflict(const char *what)
{
    return {ErrorKind::Conflict, QString::fromLatin1(what)};
}

} // namespace

Result<void> SqliteStore::Parts::ended(Transaction &transaction)
{
    auto kept = transaction.commit();
    // Room for the outcomes of what was sent already; the caller tries again. New texts wait: see markSending().
    if (!kept && database->wasFull() && folder)
        folder->releaseReserve();
    if (!kept)
        threads.forgetNumbers();
    return kept;
}

bool SqliteStore::Parts::mayReach(const engine::PlannedOrder &order)
{
    const auto *text = std::get_if<engine::order::SendText>(&order.what);
    return !text || engine::leavesAfterNo(text->kind) || !consent.hasRefused(text->to);
}

void SqliteStore::Parts::keep(const runtime::StepRecord &step, Instant now, int &place, QSet<engine::OrderId> *started)
{
    if (!marks.addFact(step.fact, now)) {
        database->noteFailure(conflict("the fact was kept before"));
        return;
    }
    const ThreadNumber thread = threads.save(step, now);
    if (thread == 0) {
        database->noteFailure(conflict("the thread was changed by somebody else"));
        return;
    }
    if (step.decision.outcome)
        episodes.save(*step.decision.outcome, thread);
    for (const engine::VisitChange &change : step.decision.visitChanges)
        episodes.follow(change);
    for (const engine::ConsentEntry &entry : step.decision.consent)
        consent.add(entry);
    for (const engine::PlannedOrder &order : step.decision.orders) {
        const bool start = started
            && std::find(step.sending.begin(), step.sending.end(), order.id) != step.sending.end() && mayReach(order);
        const bool added = outbox.add(order, thread, now, place++, start);
        if (added && start)
            started->insert(order.id);
    }
    for (const engine::OrderId &order : step.decision.cancelled)
        outbox.cancel(order);
    for (const engine::HistoryLine &line : step.decision.history)
        lines.add(line, thread);
    for (const engine::HistoryChange &change : step.decision.changes)
        lines.change(change, thread);
    for (const engine::JournalLine &line : step.decision.journal)
        lines.add(line, thread);
    for (const Contact &contact : step.decision.contacts)
        numbers.keep(contact);
    for (const runtime::OrderMark &mark : step.marks) {
        if (!outbox.mark(mark))
            database->noteFailure(conflict("the provider's text already belongs to another order"));
    }
}

Result<QSet<engine::OrderId>> SqliteStore::commit(const runtime::Commit &commit)
{
    const bool mayStart = d->mayStart();
    return d->change([&] {
        QSet<engine::OrderId> started;
        int place = 0;
        for (const runtime::StepRecord &step : commit.steps) {
            d->keep(step, commit.now, place, mayStart ? &started : nullptr);
            if (d->database->firstFailure())
                return started;
            crashPoint("intake.mid_tx");
        }
        for (const runtime::Cursor &cursor : commit.cursors)
            d->marks.move(cursor);
        return started;
    });
}

Result<QSet<engine::OrderId>> SqliteStore::markSending(const std::vector<runtime::SendingClaim> &claims, Instant now)
{
    // No write, no send. While the reserve is gone, what little room there is belongs to outcomes.
    if (!d->mayStart())
        return failure(
            ErrorKind::Storage, QStringLiteral("The disk is full: no text leaves until there is room again."));
    return d->change([&] {
        QSet<engine::OrderId> marked;
        for (const runtime::SendingClaim &claim : claims) {
            if (!d->consent.hasRefused(claim.number) && d->outbox.claim(claim, now))
                marked.insert(claim.order);
        }
        return marked;
    });
}

} // namespace deskbell::store
