// SPDX-License-Identifier: GPL-3.0-or-later
// What became of the latest missed call, written down while it happens. The definitions are in outcomes.h.
#include "core/base/match.h"
#include "core/engine/working.h"
#include "core/language/consent.h"
#include "core/language/machinetext.h"

namespace deskbell::engine {
namespace {

void first(Instant &when, Instant now)
{
    if (!when.isSet())
        when = now;
}

bool isShopsText(TextKind kind) { return !leavesAfterNo(kind); }

Aside asideOf(const ThreadState &s)
{
    switch (s.tag) {
    case ContactTag::Staff: return Aside::Staff;
    case ContactTag::Supplier: return Aside::Supplier;
    case ContactTag::Blocked: return Aside::Spam;
    case ContactTag::None:
    case ContactTag::Customer: break;
    }
    if (s.quietList)
        return s.quietList->reason == Reason::NotCounted ? Aside::NotCounted : Aside::Spam;
    if (s.lead.outcome == LeadOutcome::Spam)
        return Aside::Spam;
    if (s.lead.outcome == LeadOutcome::WrongNumber)
        return Aside::WrongNumber;
    // A caller about the visit they have is served, but no lost customer was won back.
    const bool ownVisit = s.lead.intent == QLatin1String("reschedule") || s.lead.intent == QLatin1String("cancel");
    return ownVisit ? Aside::Status : Aside::None;
}

void onText(Working &w, EpisodeRecord &record, const QString &body)
{
    // Ordered is enough here: that it was accepted may be told a moment after the answer to it.
    const bool reply = w.state().lastOutboundAt >= record.at && !w.state().optOut
        && language::consentKeyword(body) == language::ConsentKeyword::None && !language::isMachineText(body);
    if (reply)
        first(record.repliedAt, w.now());
}

void onTalk(Working &w, EpisodeRecord &record, const Call &call)
{
    if (call.result != CallResult::Answered)
        return;
    if (record.repliedAt.isSet())
        first(record.takenUpAt, w.now());
    else if (!call.outgoing)
        first(record.gotThroughAt, w.now());
}

void onAccepted(Working &w, EpisodeRecord &record, const fact::OrderSettled &settled)
{
    const OwnText *own = findOwn(w.state(), settled.order);
    if (settled.ending != fact::Ending::Done || !own || !isShopsText(own->kind))
        return;
    first(record.textedAt, w.now());
    if (own->kind == TextKind::Staff && record.repliedAt.isSet())
        first(record.takenUpAt, w.now());
}

void onBooked(Working &w, EpisodeRecord &record, const fact::BookingSettled &settled)
{
    if (!settled.booked)
        return;
    if (!settled.replaces.isEmpty()) {
        w.decision.visitChanges.push_back({settled.replaces, settled.appointment.id});
        if (record.visit == settled.replaces)
            record.visit = settled.appointment.id;
        return;
    }
    record.bookedAt = w.now();
    record.visit = settled.appointment.id;
}

void onCancelled(Working &w, EpisodeRecord &record, const AppointmentId &visit)
{
    w.decision.visitChanges.push_back({visit, {}});
    if (record.visit == visit)
        record.visit = {};
}

void onCallbackEnded(Working &w, EpisodeRecord &record, fact::CallbackResult result)
{
    if (result == fact::CallbackResult::SpokeBooked)
        first(record.phoneBookedAt, w.now());
    if (result == fact::CallbackResult::SpokeWillThink && record.repliedAt.isSet())
        first(record.takenUpAt, w.now());
}

void follow(Working &w, EpisodeRecord &record, const Fact &fact)
{
    std::visit(Match{
                   [&](const fact::MessageArrived &f) { onText(w, record, f.text.body); },
                   [&](const fact::CallObserved &f) { onTalk(w, record, f.call); },
                   [&](const fact::OrderSettled &f) { onAccepted(w, record, f); },
                   [&](const fact::BookingSettled &f) { onBooked(w, record, f); },
                   [&](const fact::AppointmentCancelled &f) { onCancelled(w, record, f.appointment); },
                   [&](const fact::CallbackDone &f) { onCallbackEnded(w, record, f.result); },
                   [&](const fact::ForeignTextSeen &) {
                       first(record.textedAt, w.now());
                       if (record.repliedAt.isSet())
                           first(record.takenUpAt, w.now());
                   },
                   [](const auto &) {},
               },
        fact);
}

} // namespace

void keepTally(Working &w, const Fact &fact)
{
    ThreadState &s = w.state();
    if (!s.episode)
        return;
    const std::optional<EpisodeRecord> before = s.tally;
    if (!s.tally || s.tally->call != s.episode->call)
        s.tally = EpisodeRecord{s.episode->call, s.episode->at};
    s.tally->calls = s.episode->calls;
    follow(w, *s.tally, fact);
    s.tally->aside = asideOf(s);
    if (s.tally != before)
        w.decision.outcome = s.tally;
}

} // namespace deskbell::engine
