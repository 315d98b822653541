// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nemesis/moods.h"

#include "tests/nemesis/dice.h"

#include <algorithm>

namespace deskbell::nemesis {
namespace {
tl::unexpected<Error> outOfOrder() { return failure(ErrorKind::Offline, QStringLiteral("out of order")); }
}

Postman::Postman(Clock &clock)
    : m_clock(clock)
    , m_alarm(clock.makeAlarm([this] { workOff(); }))
{
}

void Postman::later(Duration after, std::function<void()> what)
{
    m_letters.push_back({m_clock.now() + after, std::move(what)});
    std::stable_sort(m_letters.begin(), m_letters.end(), [](const Letter &a, const Letter &b) { return a.at < b.at; });
    m_alarm->set(m_letters.front().at);
}

void Postman::workOff()
{
    if (m_letters.empty())
        return;
    const Letter letter = std::move(m_letters.front());
    m_letters.erase(m_letters.begin());
    if (!m_letters.empty())
        m_alarm->set(m_letters.front().at);
    letter.what(); // nothing of ours is touched after it
}

MoodyAssistant::MoodyAssistant(const Profile &profile, Clock &clock, quint64 seed)
    : m_real(profile, clock)
    , m_postman(clock)
    , m_seed(seed == 0 ? 0 : mix(seed, 5))
{
}

void MoodyAssistant::answer(const runtime::TurnRequest &request, std::function<void(Result<engine::Turn>)> done)
{
    const quint64 roll = mix(m_seed, request.state.id.value % QString::number(request.state.turn)) % 100;
    if (m_seed == 0)
        m_real.answer(request, std::move(done));
    else if (roll < 4)
        m_postman.later(2s, [done = std::move(done)] { done(outOfOrder()); });
    else if (roll < 15)
        m_postman.later(Duration(roll * 2000), [this, request, done = std::move(done)] { m_real.answer(request, done); });
    else
        m_real.answer(request, std::move(done));
}

MoodyCalendar::MoodyCalendar(const Profile &profile, runtime::AppointmentBook &book, Clock &clock, quint64 seed)
    : m_real(profile, book, clock)
    , m_postman(clock)
    , m_seed(seed == 0 ? 0 : mix(seed, 6))
{
}

bool MoodyCalendar::fails(const char *what, int percent)
{
    return m_seed != 0 && mix(m_seed, QLatin1String(what) % QString::number(m_asked++)) % 100 < static_cast<quint64>(percent);
}

void MoodyCalendar::find(const ThreadId &thread, const engine::order::FindSlots &wanted, std::function<void(Result<runtime::FoundSlots>)> done)
{
    if (fails("find", 8))
        m_postman.later(500ms, [done = std::move(done)] { done(outOfOrder()); });
    else
        m_real.find(thread, wanted, std::move(done));
}

void MoodyCalendar::book(const ThreadId &thread, const engine::order::BookSlot &wanted, std::function<void(Result<bool>)> done)
{
    if (fails("book", 8))
        m_postman.later(500ms, [done = std::move(done)] { done(outOfOrder()); });
    else if (fails("answer", 8)) // it was done, and nobody said so
        m_real.book(thread, wanted, [done = std::move(done)](const Result<bool> &) { done(outOfOrder()); });
    else
        m_real.book(thread, wanted, std::move(done));
}

void MoodyCalendar::release(const ThreadId &thread, std::function<void(Result<void>)> done) { m_real.release(thread, std::move(done)); }

void MoodyCalendar::cancel(const AppointmentId &appointment, std::function<void(Result<void>)> done)
{
    if (fails("cancel", 8))
        m_real.cancel(appointment, [done = std::move(done)](const Result<void> &) { done(outOfOrder()); });
    else
        m_real.cancel(appointment, std::move(done));
}

void MoodyCalendar::visits(const PhoneNumber &phone, std::function<void(Result<std::vector<Appointment>>)> done)
{
    m_real.visits(phone, std::move(done));
}

} // namespace deskbell::nemesis
