// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wording.h"
#include "core/engine/working.h"

#include <algorithm>

namespace deskbell::engine {
namespace {

QString startOf(const Appointment &appointment) { return appointment.slot.start.utc().toString(Qt::ISODate); }

void request(Working &w, const ServiceId &service, const QString &variant, const Wish &wish)
{
    ThreadState &s = w.state();
    ++s.request;
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

void findTime(Working &w, const proposal::FindTime &wanted)
{
    w.state().moving = {};
    request(w, wanted.service, wanted.variant, wanted.wish);
}

void moveVisit(Working &w, const Wish &wish)
{
    ThreadState &s = w.state();
    if (s.appointments.empty()) {
        handOver(w, Reason::Unsure, QStringLiteral("visit"));
        return;
    }
    const Appointment &visit = s.appointments.back();
    s.moving = visit.id;
    request(w, visit.service, visit.variant, wish);
}

void cancelVisit(Working &w)
{
    ThreadState &s = w.state();
    if (s.appointments.empty()) {
        handOver(w, Reason::Unsure, QStringLiteral("visit"));
        return;
    }
    w.order(w.key(u"cancel:" % s.appointments.back().id.value), order::CancelAppointment{s.appointments.back().id}, 3);
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
    if (fact.request != s.request || s.held() || s.optOut || !std::holds_alternative<phase::Answering>(s.phase)) {
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
    closeCallback(w, "booked");
    refreshLead(w);
    s.quiet = true;
    if (!s.held()) {
        s.pendingPrefix.clear(); // the confirmation says it all
        sayWith(w, u"booked:" % fact.appointment.id.value, booked(w.profile(), fact.appointment, moved),
            {{QStringLiteral("slot"), fact.appointment.id.value, when(w.profile(), fact.appointment.slot.start)}});
    }
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
    if (!s.held())
        sayWith(w, u"visit_cancelled:" % gone.id.value, visitCancelled(w.profile(), gone), {});
    rest(w);
}

} // namespace deskbell::engine
