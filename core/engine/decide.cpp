// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/decide.h"

#include "core/base/match.h"
#include "core/engine/working.h"

#include <QCryptographicHash>

namespace deskbell::engine {
namespace {

void act(Working &w, const Fact &fact)
{
    std::visit(
        Match{
            [&](const fact::CallObserved &f) { onCallObserved(w, f); },
            [&](const fact::CallMissed &f) { onCallMissed(w, f); },
            [&](const fact::MessageArrived &f) { onMessageArrived(w, f); },
            [&](const fact::ForeignTextSeen &f) { onForeignTextSeen(w, f); },
            [&](const fact::DeliveryChanged &f) { onDeliveryChanged(w, f); },
            [&](const fact::OrderSettled &f) { onOrderSettled(w, f); },
            [&](const fact::SendNotFound &f) { onSendNotFound(w, f); },
            [&](const fact::LineTypeKnown &f) { onLineTypeKnown(w, f); },
            [&](const fact::Due &f) { onDue(w, f); },
            [&](const fact::TurnProposed &f) { onTurnProposed(w, f); },
            [&](const fact::SlotsFound &f) { onSlotsFound(w, f); },
            [&](const fact::BookingSettled &f) { onBookingSettled(w, f); },
            [&](const fact::AppointmentCancelled &f) { onAppointmentCancelled(w, f); },
            [&](const fact::ConsentChanged &) { }, // followConsent() has done it
            [&](const fact::PolicyChanged &) { onPolicyChanged(w); },
            [&](const fact::OperatorTookOver &f) { onOperatorTookOver(w, f); },
            [&](const fact::OperatorReplied &f) { onOperatorReplied(w, f); },
            [&](const fact::OperatorHandedBack &f) { onOperatorHandedBack(w, f); },
            [&](const fact::OperatorNoted &f) { onOperatorNoted(w, f); },
            [&](const fact::OperatorClosed &f) { onOperatorClosed(w, f); },
            [&](const fact::OperatorOptedOut &f) { onOperatorOptedOut(w, f); },
            [&](const fact::OperatorLiftedOptOut &f) { onOperatorLiftedOptOut(w, f); },
            [&](const fact::OperatorAskedForCallback &f) { onOperatorAskedForCallback(w, f); },
            [&](const fact::OperatorReadThread &) { w.state().unread = 0; },
            [&](const fact::OperatorSettledUnclear &f) { onOperatorSettledUnclear(w, f); },
            [&](const fact::OperatorAcknowledged &f) { onOperatorAcknowledged(w, f); },
            [&](const fact::CallbackClaimed &f) { onCallbackClaimed(w, f); },
            [&](const fact::CallbackReleased &f) { onCallbackReleased(w, f); },
            [&](const fact::CallbackDone &f) { onCallbackDone(w, f); },
            [&](const fact::CallbackUndone &f) { onCallbackUndone(w, f); },
            [&](const fact::OperatorCancelledPlanned &f) { onOperatorCancelledPlanned(w, f); },
            [&](const fact::OperatorSetPlace &f) { onOperatorSetPlace(w, f); },
            [&](const fact::ContactTagged &f) { onContactTagged(w, f); },
            [&](const fact::OperatorRescuedCall &f) { onOperatorRescuedCall(w, f); },
        },
        fact);
}

} // namespace

Decision decide(ThreadState state, const Fact &fact, const Context &context)
{
    Working w(std::move(state), context);
    followConsent(w);
    act(w, fact);
    keepTally(w, fact);
    return std::move(w.decision);
}

ThreadId threadOf(const PhoneNumber &caller, const PhoneNumber &line)
{
    // Opaque and stable: the same caller on the same line is the same conversation after a reinstall too, and no
    // number stands in logs or keys.
    const QByteArray both = line.e164.toLatin1() + '|' + caller.e164.toLatin1();
    const QByteArray digest = QCryptographicHash::hash(both, QCryptographicHash::Sha1).left(12);
    return {QString::fromLatin1(digest.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals))};
}

ThreadState newThread(const PhoneNumber &caller, const PhoneNumber &line)
{
    ThreadState state;
    state.id = threadOf(caller, line);
    state.caller = caller;
    state.line = line;
    state.lineType = lineTypeByPrefix(caller);
    return state;
}

} // namespace deskbell::engine
