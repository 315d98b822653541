// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nemesis/company.h"

#include "tests/nemesis/dice.h"

#include <algorithm>
#include <iterator>

namespace deskbell::nemesis {

// The world, its agenda, and what the shop gets to hear of it. Sending and looking: companytexts.cpp.

Weather weatherOf(int number)
{
    // Calm has the largest share: trouble is met best when it is new.
    constexpr Weather all[] = {Weather::Calm, Weather::Calm, Weather::Calm, Weather::LosesAnswers, Weather::LosesAnswers, Weather::AppliesLate,
        Weather::Throttles, Weather::Refuses, Weather::SignedOut, Weather::ListDown, Weather::Lags, Weather::Storm, Weather::Storm};
    return all[number % static_cast<int>(std::size(all))];
}

QString wordsOf(Weather weather)
{
    switch (weather) {
    case Weather::Calm: return QStringLiteral("well");
    case Weather::LosesAnswers: return QStringLiteral("losing answers");
    case Weather::AppliesLate: return QStringLiteral("applying requests minutes after they timed out");
    case Weather::Throttles: return QStringLiteral("throttling");
    case Weather::Refuses: return QStringLiteral("refusing texts");
    case Weather::SignedOut: return QStringLiteral("not accepting our key");
    case Weather::ListDown: return QStringLiteral("losing answers, and its list cannot be read");
    case Weather::Lags: return QStringLiteral("telling things late");
    case Weather::Storm: return QStringLiteral("in trouble of every kind");
    }
    return {};
}

Company::Company(ManualClock &clock, quint64 seed, Hooks hooks)
    : m_clock(clock)
    , m_seed(mix(seed, 99))
    , m_hooks(std::move(hooks))
    , m_alarm(clock.makeAlarm([this] { workOff(); }))
{
}

int Company::dice(const QString &about, int sides) const { return static_cast<int>(mix(m_seed, about) % static_cast<quint64>(sides)); }

void Company::later(Duration after, bool ofProcess, std::function<void()> what)
{
    Job job{trueNow() + after, m_number++, ofProcess, std::move(what)};
    const auto place = std::upper_bound(m_agenda.begin(), m_agenda.end(), job.at, [](Instant at, const Job &other) { return at < other.at; });
    m_agenda.insert(place, std::move(job));
    arm();
}

void Company::arm()
{
    if (!m_agenda.empty())
        m_alarm->set(m_agenda.front().at + m_offset);
}

void Company::workOff()
{
    struct Stamp {
        Instant &at;
        ~Stamp() { at = {}; } // a power cut leaves by here too
    } stamp{m_inJob};
    while (!m_agenda.empty() && m_agenda.front().at <= m_clock.now() - m_offset) {
        const Job job = std::move(m_agenda.front());
        m_agenda.erase(m_agenda.begin());
        m_inJob = job.at; // the shop's computer may have slept; the world did not
        job.what();
    }
    arm();
}

void Company::processStarts(runtime::InboxPort &inbox, std::function<bool(const engine::FactId &)> isKept)
{
    ++m_runs;
    m_inbox = &inbox;
    m_isKept = std::move(isKept);
    closeBarrier();
}

void Company::processDies()
{
    m_inbox = nullptr;
    m_wake = nullptr;
    m_inFlight = 0;
    m_barrier = true;
    std::erase_if(m_agenda, [](const Job &job) { return job.ofProcess; });
    for (Accepted &one : m_taken) {
        one.knownAs = {};
        one.lookedAt = false;
    }
    arm();
}

void Company::sleeps(Duration howLong)
{
    m_clock.jumpTo(m_clock.now() + howLong);
    closeBarrier();
}

void Company::clockIsSet(Duration by)
{
    constexpr Duration most = 90s; // more is the business of whoever watches the provider's clock
    const Duration offset = std::clamp<Duration>(m_offset + by, -most, most);
    m_clock.jumpTo(m_clock.now() + (offset - m_offset));
    m_offset = offset;
    arm();
}

void Company::closeBarrier()
{
    m_barrier = true;
    later(std::chrono::milliseconds(800 + dice(QStringLiteral("barrier%1").arg(m_runs), 4000)), true, [this] { readLists(); });
}

void Company::readLists()
{
    const std::vector<Event> events = m_events;
    for (const Event &event : events) {
        const bool again = dice(u"again:" % event.arrival.id % QString::number(m_runs), 10) == 0;
        if (!m_isKept(event.arrival.id) || again)
            bring(event, 1s);
    }
    m_barrier = false;
    if (m_wake)
        m_wake();
}

void Company::happens(runtime::Arrival arrival)
{
    m_events.push_back({trueNow(), std::move(arrival)});
    spread(m_events.back());
}

void Company::callerWrites(const PhoneNumber &caller, const QString &body, runtime::Arrival arrival)
{
    const QString word = body.trimmed().toUpper();
    static const QSet<QString> stop{QStringLiteral("STOP"), QStringLiteral("UNSUBSCRIBE"), QStringLiteral("QUIT"), QStringLiteral("CANCEL")};
    if (stop.contains(word))
        m_stopped.insert(caller);
    if (word == QLatin1String("START"))
        m_stopped.remove(caller);
    happens(std::move(arrival));
}

/// Pushed, perhaps; polled, surely; and now and then once more, much later.
void Company::spread(const Event &event)
{
    const bool bad = m_weather == Weather::Lags || m_weather == Weather::Storm;
    const auto roll = [&](const char *what, int sides) { return dice(QLatin1String(what) % event.arrival.id, sides); };
    const Event copy = event;
    if (roll("pushed", 100) < (bad ? 25 : 85))
        later(Duration(100 + roll("push", 1400)), true, [this, copy] { bring(copy, 1s); });
    later(std::chrono::seconds(bad ? 15 + roll("poll", 900) : 10 + roll("poll", 40)), true, [this, copy] { bring(copy, 1s); });
    if (roll("repeated", 100) < 15)
        later(std::chrono::seconds(roll("repeat", 600)), true, [this, copy] { bring(copy, 1s); });
}

void Company::bring(const Event &event, Duration patience)
{
    // The link holds a report back until it is settled whose text it is.
    if (const auto *report = std::get_if<engine::fact::DeliveryChanged>(&event.arrival.fact)) {
        const Accepted *about = record(report->text);
        if (about->knownAs.isEmpty() && !about->lookedAt && !m_inbox->isOurs(report->text)) {
            later(patience, true, [this, event, patience] { bring(event, patience * 2); });
            return;
        }
    }
    m_inbox->put(event.arrival);
}

bool Company::hasTaken(const engine::OrderId &order) const
{
    return std::any_of(m_taken.begin(), m_taken.end(), [&](const Accepted &one) { return one.order == order; });
}

} // namespace deskbell::nemesis
