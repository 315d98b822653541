// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/switchboard.h"

#include <algorithm>
#include <array>

namespace deskbell::sandbox {
namespace {

constexpr std::array callEnds{"no_answer", "no_answer_bridged", "busy", "failed", "answered", "voicemail",
    "after_hours", "abandoned", "abandoned_early", "ring_group", "ring_group_answered"};

bool isAnswered(CallEnd end)
{
    return end == CallEnd::Answered || end == CallEnd::RingGroupAnswered;
}

int phonesFor(CallEnd end)
{
    switch (end) {
    case CallEnd::AfterHours:
    case CallEnd::AbandonedEarly: return 0;
    case CallEnd::RingGroup:
    case CallEnd::RingGroupAnswered: return 3;
    default: return 1;
    }
}

CallStatus phoneStatus(CallEnd end, bool first)
{
    switch (end) {
    case CallEnd::Busy: return CallStatus::Busy;
    case CallEnd::Failed: return CallStatus::Failed;
    case CallEnd::Abandoned: return CallStatus::Canceled;
    case CallEnd::Answered:
    case CallEnd::RingGroupAnswered: return first ? CallStatus::Completed : CallStatus::Canceled;
    default: return CallStatus::NoAnswer;
    }
}

/// The caller's leg is "completed" as soon as the company played or dialled anything.
CallStatus callerStatus(CallEnd end)
{
    const bool neverPickedUp = end == CallEnd::NoAnswerBridged || end == CallEnd::AbandonedEarly;
    return neverPickedUp ? CallStatus::NoAnswer : CallStatus::Completed;
}

CallStatus statusWhileRinging(CallEnd end)
{
    return callerStatus(end) == CallStatus::NoAnswer ? CallStatus::Ringing : CallStatus::InProgress;
}

double callerSeconds(const CallPlan &plan)
{
    return plan.ringS + (isAnswered(plan.end) ? plan.talkS : plan.voicemailS);
}

} // namespace

std::optional<CallEnd> callEndOf(const QByteArray &word)
{
    const auto found = std::find_if(callEnds.begin(), callEnds.end(), [&](const char *end) { return word == end; });
    return found == callEnds.end() ? std::nullopt : std::optional(CallEnd(found - callEnds.begin()));
}

QByteArray callEndWords()
{
    QByteArrayList words;
    for (const char *end : callEnds)
        words << end;
    return words.join(", ");
}

RecordIndex Switchboard::ring(const CallPlan &wish)
{
    CallPlan plan = wish;
    if (plan.end == CallEnd::Voicemail && plan.voicemailS <= 0)
        plan.voicemailS = 8;
    const RecordIndex caller = addLeg(plan, {}, 0);
    const bool atOnce = plan.ringS <= 0 && plan.voicemailS <= 0 && !isAnswered(plan.end);
    if (plan.agoS > 0 || atOnce) {
        addOver(plan, caller);
        return caller;
    }
    m_going.insert(caller, {plan, addPhones(plan, caller)});
    change(caller, CallStatus::Ringing);
    if (statusWhileRinging(plan.end) != CallStatus::Ringing)
        change(caller, CallStatus::InProgress);
    for (RecordIndex phone : m_going[caller].phones)
        change(phone, CallStatus::Ringing);
    enter(caller, Phase::Ringing, plan.ringS);
    return caller;
}

RecordIndex Switchboard::addLeg(const CallPlan &plan, const QByteArray &parent, int phone)
{
    Call call;
    call.sid = m_works.ledger.newSid("CA");
    call.parentSid = parent;
    call.from = plan.from;
    call.to = parent.isEmpty() ? plan.to : QByteArray("+1555010080").append(QByteArray::number(phone));
    call.createdMs = m_works.now() - qint64(plan.agoS * 1000);
    call.startMs = call.now.updatedMs = call.createdMs;
    call.hiddenUntilMs = m_works.hiddenUntil(Place::Calls);
    return m_works.ledger.calls.add(std::move(call));
}

std::vector<RecordIndex> Switchboard::addPhones(const CallPlan &plan, RecordIndex caller)
{
    const QByteArray parent = m_works.ledger.calls.at(caller).sid;
    std::vector<RecordIndex> phones;
    for (int phone = 0; phone < phonesFor(plan.end); ++phone)
        phones.push_back(addLeg(plan, parent, phone));
    return phones;
}

/// A call that is over before anybody looked: its rows in their last state, and at most one event.
void Switchboard::addOver(const CallPlan &plan, RecordIndex caller)
{
    const qint64 startMs = m_works.ledger.calls.at(caller).startMs;
    const auto after = [startMs](double seconds) { return startMs + qint64(seconds * 1000); };
    bool first = true;
    for (RecordIndex phone : addPhones(plan, caller)) {
        close(phone, phoneStatus(plan.end, first), plan.talkS, after(plan.ringS));
        first = false;
    }
    close(caller, callerStatus(plan.end), callerSeconds(plan), after(callerSeconds(plan)));
    if (plan.agoS <= 0)
        tellMissed(caller);
}

void Switchboard::enter(RecordIndex caller, Phase phase, double seconds)
{
    Going &going = m_going[caller];
    going.phase = phase;
    going.phaseSteady = steadyNs();
    const quint32 turn = ++going.turn;
    m_works.schedule.after(seconds * 1000, [this, caller, turn] {
        const auto found = m_going.constFind(caller);
        if (found != m_going.constEnd() && found->turn == turn)
            endPhase(caller);
    });
}

void Switchboard::endPhase(RecordIndex caller)
{
    if (m_going[caller].phase == Phase::Ringing)
        endRinging(caller);
    else
        finish(caller);
}

void Switchboard::endRinging(RecordIndex caller)
{
    const Going &going = m_going[caller];
    if (isAnswered(going.plan.end)) {
        pickUp(caller);
        return;
    }
    settlePhones(going);
    if (going.plan.voicemailS > 0)
        enter(caller, Phase::Recording, going.plan.voicemailS);
    else
        finish(caller);
}

void Switchboard::pickUp(RecordIndex caller)
{
    const Going &going = m_going[caller];
    change(caller, CallStatus::InProgress);
    change(going.phones.front(), CallStatus::InProgress);
    for (std::size_t i = 1; i < going.phones.size(); ++i) {
        close(going.phones[i], CallStatus::Canceled, 0, m_works.now());
        tell(going.phones[i], EventType::CallUpdated);
    }
    enter(caller, Phase::Talking, going.plan.talkS);
}

void Switchboard::settlePhones(const Going &going)
{
    bool first = true;
    for (RecordIndex phone : going.phones) {
        if (!isSettled(m_works.ledger.calls.at(phone).now.status)) {
            close(phone, phoneStatus(going.plan.end, first), going.plan.talkS, m_works.now());
            tell(phone, EventType::CallUpdated);
        }
        first = false;
    }
}

void Switchboard::finish(RecordIndex caller)
{
    const Going going = m_going.take(caller);
    settlePhones(going);
    close(caller, callerStatus(going.plan.end), callerSeconds(going.plan), m_works.now());
    if (isAnswered(going.plan.end))
        tell(caller, EventType::CallUpdated);
    else
        tellMissed(caller);
}

bool Switchboard::hangUp(const QByteArray &sid)
{
    const auto caller = m_works.ledger.calls.find(sid);
    if (!caller || !m_going.contains(*caller))
        return false;
    Going &going = m_going[*caller];
    CallPlan &plan = going.plan;
    if (going.phase == Phase::Talking) {
        plan.talkS = secondsIn(going);
    } else if (going.phase == Phase::Recording) {
        plan.voicemailS = secondsIn(going);
    } else {
        plan.ringS = secondsIn(going);
        plan.voicemailS = 0;
        if (callerStatus(plan.end) == CallStatus::Completed && plan.end != CallEnd::AfterHours)
            plan.end = CallEnd::Abandoned;
    }
    finish(*caller);
    return true;
}

bool Switchboard::answer(const QByteArray &sid)
{
    const auto caller = m_works.ledger.calls.find(sid);
    if (!caller || !m_going.contains(*caller))
        return false;
    Going &going = m_going[*caller];
    if (going.phase != Phase::Ringing || going.phones.empty())
        return false;
    going.plan.ringS = secondsIn(going);
    going.plan.end = CallEnd::Answered;
    pickUp(*caller);
    return true;
}

double Switchboard::secondsIn(const Going &going) const
{
    return double(steadyNs() - going.phaseSteady) / 1e9 * m_works.schedule.speed();
}

void Switchboard::change(RecordIndex leg, CallStatus status)
{
    CallState &state = m_works.ledger.calls.at(leg).now;
    state.status = status;
    state.updatedMs = m_works.now();
    tell(leg, EventType::CallUpdated);
}

/// Duration stays null where no audio flowed, as in the provider's lists.
void Switchboard::close(RecordIndex leg, CallStatus status, double seconds, qint64 endMs)
{
    CallState &state = m_works.ledger.calls.at(leg).now;
    state.status = status;
    state.updatedMs = endMs;
    if (status != CallStatus::Completed)
        return;
    state.endMs = endMs;
    state.durationS = qMax(1, qRound(seconds));
}

void Switchboard::tell(RecordIndex leg, EventType type)
{
    const Call &call = m_works.ledger.calls.at(leg);
    if (onStatus && call.parentSid.isEmpty())
        onStatus(call);
    m_works.events.append({type, leg, call.now});
}

void Switchboard::tellMissed(RecordIndex caller)
{
    m_works.ledger.calls.at(caller).missedSteady = steadyNs();
    ++m_works.counters.missedCalls;
    tell(caller, EventType::CallMissed);
}

} // namespace deskbell::sandbox
