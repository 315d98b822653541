// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wording.h"
#include "core/engine/working.h"

#include <algorithm>

namespace deskbell::engine {
namespace {

constexpr Duration offerRemembered = 12h; ///< after its holds ran out; "the first one" next morning may still be free

/// The caller wrote again since the calendar was asked: what it answers is dropped, and the newer text is answered.
bool overtaken(const ThreadState &s) { return s.requestTurn >= 0 && s.requestTurn != s.turn; }

std::vector<Appointment> upcoming(const ThreadState &s, Instant now)
{
    std::vector<Appointment> visits;
    for (const Appointment &visit : s.appointments) {
        if (visit.slot.start > now)
            visits.push_back(visit);
    }
    return visits;
}

QString startOf(const Appointment &appointment) { return appointment.slot.start.utc().toString(Qt::ISODate); }

void request(Working &w, const ServiceId &service, const QString &variant, const Wish &wish)
{
    ThreadState &s = w.state();
    ++s.request;
    s.requestTurn = s.turn;
    s.wish = wish;
    order::FindSlots find;
    find.request = s.request;
    find.service = service;
    find.variant = variant;
    find.wish = wish;
    find.count = w.policy().slotsOffered;
    find.holdUntil = w.now() + w.policy().holdFor;
    find.moving = s.moving;
    s.phase = phase::Answering{};
    w.order(w.key(u"find:" % QString::number(s.request)), find, 3);
}

void book(Working &w, const Hold &hold)
{
    ThreadState &s = w.state();
    ++s.request;
    s.requestTurn = s.turn;
    Appointment visit;
    visit.id = {u"visit:" % s.id.value % u':' % QString::number(s.request)};
    visit.thread = s.id;
    visit.service = hold.service;
    visit.variant = hold.variant;
    visit.slot = hold.slot;
    visit.phone = s.caller;
    visit.name = s.lead.value(QStringLiteral("name"));
    visit.by = BookedBy::Assistant;
    s.phase = phase::Booking{hold};
    w.order(w.key(u"book:" % QString::number(s.request)), order::BookSlot{s.request, hold, visit, s.moving}, 3);
}

/// A text made of the words the assistant wanted to say first and a sentence of the house.
void sayWith(Working &w, const QString &purpose, const QString &sentence, const std::vector<Source> &extra)
{
    ThreadState &s = w.state();
    Saying text;
    text.id = w.key(purpose);
    text.body = s.pendingPrefix.isEmpty() ? sentence : s.pendingPrefix.trimmed() % u' ' % sentence;
    text.rule = QStringLiteral("booking");
    text.sources = s.pendingSources;
    text.sources.insert(text.sources.end(), extra.begin(), extra.end());
    text.fresh = w.policy().replyFresh;
    say(w, std::move(text));
    s.pendingPrefix.clear();
    s.pendingSources.clear();
}

std::vector<Source> slotSources(const Working &w, const std::vector<Hold> &holds)
{
    std::vector<Source> sources;
    for (const Hold &hold : holds)
        sources.push_back({QStringLiteral("slot"), hold.id, when(w.profile(), hold.slot.start)});
    return sources;
}

void offerTimes(Working &w, const std::vector<Hold> &holds)
{
    ThreadState &s = w.state();
    s.offer = holds;
    s.phase = phase::Offering{};
    const bool missed = s.wish.isExact();
    QString sentence = offer(w.profile(), holds, w.now());
    if (missed)
        sentence = timeNotFree() % u' ' % sentence;
    sayWith(w, u"offer:" % QString::number(s.request), sentence, slotSources(w, holds));
    w.systemLine("held_times", {QString::number(holds.size())}, w.key(u"held:" % QString::number(s.request)).value);
}

} // namespace

void releaseOffer(Working &w)
{
    ThreadState &s = w.state();
    if (s.offer.empty())
        return;
    s.offer.clear();
    w.order(w.key(u"release:" % QString::number(s.request) % u':' % QString::number(s.turn)), order::ReleaseHolds{}, 6);
}

void forgetOldOffer(Working &w)
{
    ThreadState &s = w.state();
    std::erase_if(s.offer, [&](const Hold &hold) {
        return hold.slot.start <= w.now() || hold.expiresAt + offerRemembered <= w.now();
    });
}

bool offerStands(const ThreadState &state, Instant now)
{
    return !state.offer.empty() && state.offer.front().expiresAt > now;
}

void findTime(Working &w, const proposal::FindTime &wanted)
{
    w.state().moving = {};
    request(w, wanted.service, wanted.variant, wanted.wish);
}

void moveVisit(Working &w, const Wish &wish)
{
    ThreadState &s = w.state();
    const std::vector<Appointment> visits = upcoming(s, w.now());
    if (visits.empty()) {
        handOver(w, Reason::Unsure, QStringLiteral("visit"));
        return;
    }
    const Appointment &visit = visits.back(); // the assistant proposes a move only of the last one
    s.moving = visit.id;
    request(w, visit.service, visit.variant, wish);
}

void cancelVisit(Working &w)
{
    const std::vector<Appointment> visits = upcoming(w.state(), w.now());
    if (visits.size() != 1) { // none, or nobody can tell which: the wrong one must not be called off
        handOver(w, Reason::Unsure, QStringLiteral("visit"));
        return;
    }
    w.order(w.key(u"cancel:" % visits.front().id.value), order::CancelAppointment{visits.front().id}, 3);
}

void takeOffer(Working &w, int index)
{
    ThreadState &s = w.state();
    if (index < 0 || index >= static_cast<int>(s.offer.size())) {
        handOver(w, Reason::Unsure, QStringLiteral("offer"));
        return;
    }
    const Hold taken = s.offer[static_cast<size_t>(index)];
    book(w, taken);
}

void onSlotsFound(Working &w, const fact::SlotsFound &fact)
{
    ThreadState &s = w.state();
    if (fact.request != s.request || s.held() || s.optOut || overtaken(s)
        || !std::holds_alternative<phase::Answering>(s.phase)) {
        w.journal("turn.stale");
        if (!fact.holds.empty() && fact.request == s.request)
            w.order(w.key(u"release:" % QString::number(fact.request)), order::ReleaseHolds{}, 6);
        return;
    }
    if (fact.holds.empty()) {
        w.journal("slots.none");
        s.moving = {};
        sayWith(w, u"offer:" % QString::number(s.request), noTimeFree(w.profile(), s.wish.isExact()), {});
        rest(w);
        return;
    }
    w.journal("slots.found", {QString::number(fact.holds.size())});
    if (fact.exact)
        book(w, fact.holds.front());
    else
        offerTimes(w, fact.holds);
}

void onBookingSettled(Working &w, const fact::BookingSettled &fact)
{
    ThreadState &s = w.state();
    if (!fact.booked) {
        w.journal("booking.taken");
        if (fact.request != s.request || s.held() || s.optOut)
            return;
        s.offer.clear();
        if (overtaken(s)) { // they hear it now; their newer text is being answered and may already wish another time
            sayWith(w, u"taken:" % QString::number(fact.request), justTaken(), {});
            return;
        }
        s.pendingPrefix = justTaken();
        Wish near = s.wish;
        near.exact = {};
        const Appointment &wanted = fact.appointment;
        request(w, wanted.service, wanted.variant, near);
        return;
    }
    const bool moved = !fact.replaces.isEmpty();
    s.appointments.erase(std::remove_if(s.appointments.begin(), s.appointments.end(),
                             [&](const Appointment &a) { return a.id == fact.replaces || a.id == fact.appointment.id; }),
        s.appointments.end());
    s.appointments.push_back(fact.appointment);
    s.offer.clear();
    s.moving = {};
    w.journal("booking.done");
    const Service *service = w.profile().service(fact.appointment.service);
    const QString name = service ? service->name : QString();
    w.systemLine(moved ? "moved" : "booked", {name, startOf(fact.appointment)}, fact.appointment.id.value);
    notify(w, order::Urgency::Digest, moved ? "moved" : "booked", {name, startOf(fact.appointment)}, fact.appointment.id.value);
    closeLead(w, moved ? LeadOutcome::Rescheduled : LeadOutcome::Booked);
    if (s.optOut)
        queueCallback(w, Reason::MaybeAppointment); // they said no before they could be told: a person asks
    else
        closeCallback(w, "booked");
    refreshLead(w);
    s.quiet = true;
    const bool newer = overtaken(s) && std::holds_alternative<phase::Answering>(s.phase);
    if (!s.held() && !s.optOut) {
        s.pendingPrefix.clear(); // the confirmation says it all
        sayWith(w, u"booked:" % fact.appointment.id.value, booked(w.profile(), fact.appointment, moved),
            {{QStringLiteral("slot"), fact.appointment.id.value, when(w.profile(), fact.appointment.slot.start)}});
    }
    if (newer)
        s.callerWaitsSince = w.now(); // the confirmation is no answer to what they wrote meanwhile
    else if (!s.optOut)
        rest(w);
}

void onAppointmentCancelled(Working &w, const fact::AppointmentCancelled &fact)
{
    ThreadState &s = w.state();
    const auto it = std::find_if(s.appointments.begin(), s.appointments.end(),
        [&](const Appointment &a) { return a.id == fact.appointment; });
    if (it == s.appointments.end())
        return;
    const Appointment gone = *it;
    s.appointments.erase(it);
    const Service *service = w.profile().service(gone.service);
    w.systemLine("visit_cancelled", {service ? service->name : QString()}, u"cancelled:" % gone.id.value);
    notify(w, order::Urgency::Normal, "visit_cancelled", {service ? service->name : QString()}, gone.id.value);
    closeLead(w, LeadOutcome::Cancelled);
    s.quiet = true;
    if (!s.held() && !s.optOut)
        sayWith(w, u"visit_cancelled:" % gone.id.value, visitCancelled(w.profile(), gone), {});
    const auto *answering = std::get_if<phase::Answering>(&s.phase);
    if (!s.optOut && !(answering && answering->gatherUntil.isSet())) // else they wrote again, and that is answered yet
        rest(w);
}

} // namespace deskbell::engine
