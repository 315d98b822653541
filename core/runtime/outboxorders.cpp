// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the executor that carries out what is no text: assistant, calendar, line types, notices.
#include "core/base/crashpoint.h"
#include "core/base/log.h"
#include "core/base/match.h"
#include "core/runtime/outboxexecutor.h"

namespace deskbell::runtime {
namespace {

constexpr int linesForTheAssistant = 40;

/// The assistant failed: the caller is a person's now, never left without an answer.
engine::Turn unsure(const QString &why)
{
    engine::Turn turn;
    turn.rule = QStringLiteral("assistant failed");
    turn.proposal = engine::proposal::HandOver{QStringLiteral("unsure"), why, false};
    return turn;
}

} // namespace

void OutboxExecutor::finishOther(const engine::PlannedOrder &order, engine::Fact fact, const QString &factId)
{
    m_known.remove(order.id);
    Arrival arrival;
    arrival.id = factId;
    arrival.thread = order.thread;
    arrival.fact = std::move(fact);
    arrival.marks = {{order.id, OrderStanding::Done, {}, false}};
    m_loop.put(std::move(arrival));
}

void OutboxExecutor::retryLater(const engine::PlannedOrder &order, const Error &error)
{
    qCWarning(logRuntime).noquote() << "later again:" << order.id.value.section(u':', 0, 0) << error.detail;
    m_known.remove(order.id);
    const Instant again = m_loop.now() + 5s;
    if (auto put = m_loop.store().putBack(order.id, again); !put)
        qCCritical(logRuntime).noquote() << "outbox:" << put.error().detail;
    wakeLater(again);
}

void OutboxExecutor::askAssistant(const engine::PlannedOrder &order, const engine::order::AskAssistant &ask)
{
    crashPoint("model.before");
    const auto thread = m_loop.thread(order.thread);
    auto history = m_loop.store().history(order.thread, linesForTheAssistant);
    if (!thread || !thread->has_value() || !history) {
        retryLater(order, thread ? history.error() : thread.error());
        return;
    }
    TurnRequest request{(*thread)->state, std::move(*history), m_loop.now()};
    m_ports.calendar.visits(request.state.caller, [this, order, ask, request](const Result<std::vector<Appointment>> &visits) mutable {
        if (visits)
            request.state.appointments = *visits; // else what was known last
        const std::vector<Appointment> known = request.state.appointments;
        m_ports.assistant.answer(request, [this, order, ask, known](const Result<engine::Turn> &turn) {
            crashPoint("model.after");
            finishOther(order, engine::fact::TurnProposed{ask.turn, turn ? *turn : unsure(turn.error().detail), known}, u"turn:" % order.id.value);
        });
    });
}

void OutboxExecutor::findSlots(const engine::PlannedOrder &order, const engine::order::FindSlots &find)
{
    m_ports.calendar.find(order.thread, find, [this, order, find](const Result<FoundSlots> &found) {
        if (!found) {
            retryLater(order, found.error());
            return;
        }
        finishOther(order, engine::fact::SlotsFound{find.request, found->holds, found->exact}, u"slots:" % order.id.value);
    });
}

void OutboxExecutor::bookSlot(const engine::PlannedOrder &order, const engine::order::BookSlot &book)
{
    m_ports.calendar.book(order.thread, book, [this, order, book](const Result<bool> &booked) {
        if (!booked) {
            retryLater(order, booked.error());
            return;
        }
        finishOther(order, engine::fact::BookingSettled{book.request, *booked, book.appointment, book.replaces}, u"booking:" % order.id.value);
    });
}

void OutboxExecutor::runOther(const engine::PlannedOrder &order)
{
    const auto done = [this, order] {
        finishOther(order, engine::fact::OrderSettled{order.id, engine::fact::Ending::Done, {}, 0, {}}, u"settled:" % order.id.value);
    };
    std::visit(Match{
                   [](const engine::order::SendText &) {},
                   [&](const engine::order::AskAssistant &ask) { askAssistant(order, ask); },
                   [&](const engine::order::FindSlots &find) { findSlots(order, find); },
                   [&](const engine::order::BookSlot &book) { bookSlot(order, book); },
                   [&](const engine::order::ReleaseHolds &) {
                       m_ports.calendar.release(order.thread, [done](const Result<void> &) { done(); });
                   },
                   [&](const engine::order::CancelAppointment &cancel) {
                       m_ports.calendar.cancel(cancel.appointment, [this, order, cancel](const Result<void> &cancelled) {
                           if (!cancelled) {
                               retryLater(order, cancelled.error());
                               return;
                           }
                           finishOther(order, engine::fact::AppointmentCancelled{cancel.appointment}, u"cancelled:" % order.id.value);
                       });
                   },
                   [&](const engine::order::LookUpLineType &look) {
                       m_ports.texts.lineType(look.number, [this, order](const Result<LineType> &type) {
                           // A look-up that fails must not silence the shop: unknown lines get their text.
                           finishOther(order, engine::fact::LineTypeKnown{type.value_or(LineType::Unknown)}, u"line_type:" % order.id.value);
                       });
                   },
                   [&](const engine::order::Notify &what) {
                       const auto thread = m_loop.thread(order.thread);
                       Notice notice{order.thread, what, {}, m_loop.now()};
                       if (thread && thread->has_value()) {
                           const engine::ThreadState &s = (*thread)->state;
                           const QString name = s.lead.value(QStringLiteral("name"));
                           notice.name = name.isEmpty() ? displayNumber(s.caller) : name.section(u' ', 0, 0);
                       }
                       m_ports.notifier.tell(notice);
                       done();
                   },
               },
        order.what);
}

} // namespace deskbell::runtime
