// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/calloutcome.h"

#include <algorithm>

namespace deskbell::link {
namespace {

using Direction = CallRecord::Direction;
using Status = CallRecord::Status;

/// A caller who hangs up within this time did not wait for anybody.
constexpr Duration noPatience = 5s;
/// Time on the caller's leg after the last phone stopped ringing that is more than tear-down: a recording ran.
constexpr Duration recordingFrom = 3s;

Duration span(Instant from, Instant to)
{
    return from.isSet() && to > from ? to - from : Duration(0);
}

Duration lengthOf(const CallRecord &leg)
{
    return leg.talked.value_or(span(leg.startedAt, leg.endedAt));
}

Instant lastEnd(const std::vector<CallRecord> &legs)
{
    Instant end;
    for (const CallRecord &leg : legs)
        end = std::max(end, leg.endedAt);
    return end;
}

bool all(const std::vector<CallRecord> &legs, Status status)
{
    return !legs.empty()
        && std::all_of(legs.begin(), legs.end(), [&](const CallRecord &l) { return l.status == status; });
}

bool any(const std::vector<CallRecord> &legs, Status status)
{
    return std::any_of(legs.begin(), legs.end(), [&](const CallRecord &l) { return l.status == status; });
}

/// The caller's leg was connected, so some machine of ours was on the line.
CallResult unansweredButConnected(const CallRecord &root, const std::vector<CallRecord> &legs)
{
    if (legs.empty())
        return lengthOf(root) > Duration(0) ? CallResult::Voicemail : CallResult::Abandoned;
    if (lastEnd(legs).isSet() && span(lastEnd(legs), root.endedAt) >= recordingFrom)
        return CallResult::Voicemail;
    if (all(legs, Status::Busy))
        return CallResult::Busy;
    return any(legs, Status::Canceled) && !any(legs, Status::NoAnswer) ? CallResult::Abandoned : CallResult::NoAnswer;
}

CallResult neverConnected(const CallRecord &root, const std::vector<CallRecord> &legs)
{
    if (root.status == Status::Busy || all(legs, Status::Busy))
        return CallResult::Busy;
    if (root.status == Status::Canceled || all(legs, Status::Canceled))
        return CallResult::Abandoned;
    const Duration rang = span(root.startedAt, root.endedAt);
    const bool left = legs.empty() && root.endedAt.isSet() && root.startedAt.isSet() && rang < noPatience;
    return left ? CallResult::Abandoned : CallResult::NoAnswer;
}

/// The leg that reached the other side of an outgoing call: a click-to-call rings the shop's own phone first.
const CallRecord &farLeg(const CallRecord &root, const std::vector<CallRecord> &legs)
{
    const auto dialled = std::find_if(legs.begin(), legs.end(),
        [](const CallRecord &leg) { return leg.direction == Direction::OutboundDial && !leg.to.isWithheld(); });
    return dialled == legs.end() ? root : *dialled;
}

Duration ringTime(const CallRecord &root, const std::vector<CallRecord> &legs)
{
    if (legs.empty())
        return root.status == Status::Completed ? Duration(0) : span(root.startedAt, root.endedAt);
    Instant from = legs.front().startedAt;
    for (const CallRecord &leg : legs)
        from = std::min(from, leg.startedAt);
    return span(from, lastEnd(legs));
}

} // namespace

bool isOutgoing(const CallRecord &root)
{
    return root.fromDevice || (root.direction != Direction::Inbound && root.direction != Direction::TrunkIn);
}

bool wasAnswered(const CallRecord &leg)
{
    return leg.status == Status::Completed && !leg.machine && lengthOf(leg) > Duration(0);
}

CallResult outcomeOf(const CallRecord &root, const std::vector<CallRecord> &legs)
{
    const bool talked = std::any_of(legs.begin(), legs.end(), wasAnswered);
    if (isOutgoing(root))
        return talked || (legs.empty() && wasAnswered(root)) ? CallResult::Answered : CallResult::NoAnswer;
    // The shop's own exchange took a trunk call; it shows no legs of its phones.
    if (talked || (root.direction == Direction::TrunkIn && wasAnswered(root)))
        return CallResult::Answered;
    return root.status == Status::Completed ? unansweredButConnected(root, legs) : neverConnected(root, legs);
}

Call describe(const CallRecord &root, const std::vector<CallRecord> &legs)
{
    Call call;
    call.id = CallId{root.sid};
    call.outgoing = isOutgoing(root);
    const CallRecord &far = call.outgoing ? farLeg(root, legs) : root;
    call.from = call.outgoing ? far.to : root.from;
    call.line = call.outgoing ? far.from : root.to;
    call.callerName = call.outgoing ? QString() : root.callerName;
    call.startedAt = root.startedAt;
    call.endedAt = root.endedAt;
    call.rang = ringTime(root, legs);
    return call;
}

} // namespace deskbell::link
