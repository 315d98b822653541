// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/localcalendar.h"

#include "core/calendar/slotchoice.h"
#include "core/calendar/slotfinder.h"

#include <algorithm>

namespace deskbell::calendar {

using engine::order::BookSlot;
using engine::order::FindSlots;
using runtime::FoundSlots;

namespace {

constexpr Duration longestBuffer = 24h; ///< how far a visit's buffer is looked for beyond its end

/// Asked again after a crash: the answer is the one that was given.
bool bookedBefore(const Appointment &visit, const std::vector<Appointment> &appointments)
{
    return std::any_of(
        appointments.begin(), appointments.end(), [&](const Appointment &one) { return one.id == visit.id; });
}

} // namespace

LocalCalendar::LocalCalendar(Profile profile, runtime::AppointmentBook &book, Clock &clock)
    : m_profile(std::move(profile))
    , m_book(book)
    , m_clock(clock)
    , m_alarm(clock.makeAlarm([this] { workOff(); }))
{
}

void LocalCalendar::setProfile(Profile profile)
{
    m_profile = std::move(profile);
}

void LocalCalendar::find(const ThreadId &thread, const FindSlots &wanted, std::function<void(Result<FoundSlots>)> done)
{
    later([this, thread, wanted, done = std::move(done)] { done(findNow(thread, wanted)); });
}

void LocalCalendar::book(const ThreadId &, const BookSlot &wanted, std::function<void(Result<bool>)> done)
{
    later([this, wanted, done = std::move(done)] { done(bookNow(wanted)); });
}

void LocalCalendar::release(const ThreadId &thread, std::function<void(Result<void>)> done)
{
    later([this, thread, done = std::move(done)] { done(m_book.releaseHolds(thread)); });
}

void LocalCalendar::cancel(const AppointmentId &appointment, std::function<void(Result<void>)> done)
{
    later([this, appointment, done = std::move(done)] { done(m_book.remove(appointment)); });
}

void LocalCalendar::visits(const PhoneNumber &phone, std::function<void(Result<std::vector<Appointment>>)> done)
{
    later([this, phone, done = std::move(done)] { done(m_book.of(phone, m_clock.now())); });
}

void LocalCalendar::later(std::function<void()> work)
{
    m_waiting.push_back(std::move(work));
    m_alarm->set(m_clock.now());
}

void LocalCalendar::workOff()
{
    // One at a time: the answer may ask again or end the calendar, so nothing of ours is touched after it.
    if (m_waiting.empty())
        return;
    const auto work = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (!m_waiting.empty())
        m_alarm->set(m_clock.now());
    work();
}

Result<FoundSlots> LocalCalendar::findNow(const ThreadId &thread, const FindSlots &wanted)
{
    const auto ownPlace = placeOf(wanted.moving);
    if (!ownPlace)
        return tl::make_unexpected(ownPlace.error());
    if (const auto released = m_book.releaseHolds(thread); !released)
        return tl::make_unexpected(released.error());

    // A place can be lost between looking and keeping (another seat): then it counts as taken and all is chosen again.
    for (std::vector<Slot> lost;;) {
        auto free = freeNow(thread, wanted, lost);
        if (!free)
            return tl::make_unexpected(free.error());
        if (*ownPlace) // moving to where one already is would be no move
            std::erase_if(*free, [&](const Slot &slot) { return slot.start == (*ownPlace)->start; });
        const Choice choice = chooseSlots(*free, wanted.wish, wanted.count, m_profile.zone);
        const size_t lostBefore = lost.size();
        const auto kept = keepAll(thread, wanted, choice.slots, *ownPlace, lost);
        if (!kept)
            return tl::make_unexpected(kept.error());
        if (lost.size() == lostBefore)
            return FoundSlots{*kept, choice.exact};
    }
}

Result<std::vector<Hold>> LocalCalendar::keepAll(const ThreadId &thread, const FindSlots &wanted,
    const std::vector<Slot> &slots, const std::optional<Slot> &ownPlace, std::vector<Slot> &lost)
{
    std::vector<Hold> holds;
    for (const Slot &slot : slots) {
        const QString id = QStringLiteral("hold:%1:%2:%3").arg(thread.value).arg(wanted.request).arg(holds.size());
        const Hold hold{id, thread, wanted.service, wanted.variant, slot, wanted.holdUntil};
        const auto kept = keep(hold, ownPlace);
        if (!kept)
            return tl::make_unexpected(kept.error());
        if (*kept)
            holds.push_back(hold);
        else
            lost.push_back(slot);
    }
    return holds;
}

Result<std::vector<Slot>> LocalCalendar::freeNow(
    const ThreadId &thread, const FindSlots &wanted, const std::vector<Slot> &lost)
{
    const Service *service = m_profile.service(wanted.service);
    if (!service)
        return failure(ErrorKind::Missing, QStringLiteral("the profile has no service %1").arg(wanted.service.value));
    const Instant now = m_clock.now();
    const auto appointments = m_book.between(now - longestBuffer, now + 24h * (m_profile.horizonDays + 2));
    if (!appointments)
        return tl::make_unexpected(appointments.error());
    const auto holds = m_book.holds(now);
    if (!holds)
        return tl::make_unexpected(holds.error());
    Taken taken = takenBy(m_profile, *appointments, *holds, thread, wanted.moving);
    taken.insert(taken.end(), lost.begin(), lost.end());
    return freeSlots(m_profile, *service, taken, now);
}

/// The book knows nothing of a move under way, so it would refuse a place that overlaps the caller's own visit; such
/// a place needs no keeping, because the visit itself keeps it.
Result<bool> LocalCalendar::keep(const Hold &hold, const std::optional<Slot> &ownPlace)
{
    if (ownPlace && ownPlace->overlaps(hold.slot))
        return true;
    return m_book.hold(hold, m_clock.now());
}

Result<std::optional<Slot>> LocalCalendar::placeOf(const AppointmentId &appointment)
{
    if (appointment.isEmpty())
        return std::optional<Slot>();
    const Instant now = m_clock.now();
    const auto all = m_book.between(now, now + 24h * 400);
    if (!all)
        return tl::make_unexpected(all.error());
    const auto own =
        std::find_if(all->begin(), all->end(), [&](const Appointment &one) { return one.id == appointment; });
    return own == all->end() ? std::optional<Slot>() : std::optional<Slot>(own->slot);
}

Result<bool> LocalCalendar::bookNow(const BookSlot &wanted)
{
    const Slot &slot = wanted.appointment.slot;
    const Instant now = m_clock.now();
    // The book knows places, not buffers: a hold that ran out may have let a neighbour in too close.
    const auto near = m_book.between(slot.start - longestBuffer, slot.end + longestBuffer);
    const auto holds = near ? m_book.holds(now) : tl::make_unexpected(near.error());
    if (!holds)
        return tl::make_unexpected(holds.error());
    if (bookedBefore(wanted.appointment, *near))
        return true;
    if (slot.start <= now)
        return false; // offered in time, taken too late
    const Taken taken = takenBy(m_profile, *near, *holds, wanted.appointment.thread, wanted.replaces);
    const Service *service = m_profile.service(wanted.appointment.service);
    const Slot padded{slot.resource, slot.start, slot.end + (service ? service->buffer : Duration(0))};
    if (std::any_of(taken.begin(), taken.end(), [&](const Slot &one) { return one.overlaps(padded); }))
        return false;
    return m_book.book(wanted.appointment, wanted.replaces, now).map([](runtime::BookAnswer answer) {
        return answer == runtime::BookAnswer::Booked;
    });
}

} // namespace deskbell::calendar
