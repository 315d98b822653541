// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/manualclock.h"
#include "core/runtime/inboxport.h"
#include "core/runtime/ports.h"

#include <QMap>
#include <QSet>

namespace deskbell::nemesis {

/// How the provider behaves.
enum class Weather { Calm, LosesAnswers, AppliesLate, Throttles, Refuses, SignedOut, ListDown, Lags, Storm };
[[nodiscard]] Weather weatherOf(int number);
[[nodiscard]] QString wordsOf(Weather weather);

/// A text the provider has taken: the truth that a caller's phone shows.
struct Accepted {
    engine::OrderId order;
    PhoneNumber from;
    PhoneNumber to;
    QString body;
    ProviderId text;
    Instant at; ///< the provider's time
    engine::OrderId knownAs; ///< the order that this run of the shop sent it for; empty: it was not told
    bool lookedAt = false; ///< shown to this run when it looked for a text
};

/// The phone provider with its own truth: what it accepted, who told it to stop, what callers did. Everything it says
/// to the shop can come twice, late and in another order, but what happened is never forgotten: like the real link, a
/// restart reads the lists before anything may leave. Its time is the true one, whatever the shop's clock is set to.
class Company final : public runtime::TextPort
{
public:
    struct Hooks {
        std::function<void(const runtime::OutgoingText &, bool barrier)> sending; ///< the shop hands a text over
        std::function<void(const Accepted &)> accepted; ///< a caller will see it
        std::function<void(const QString &)> trace;
    };
    Company(ManualClock &clock, quint64 seed, Hooks hooks);

    // The shop's process.
    void processStarts(runtime::InboxPort &inbox, std::function<bool(const engine::FactId &)> isKept);
    void processDies();
    void sleeps(Duration howLong); ///< the shop's computer; the world goes on
    void clockIsSet(Duration by); ///< only the shop's clock

    // The world.
    void setWeather(Weather weather) { m_weather = weather; }
    /// It happened, and the shop will hear of it some time.
    void happens(runtime::Arrival arrival);
    void callerWrites(const PhoneNumber &caller, const QString &body, runtime::Arrival arrival);
    /// Taken in an earlier life of this world.
    void remembers(const Accepted &text);
    [[nodiscard]] Instant trueNow() const { return m_inJob.isSet() ? m_inJob : m_clock.now() - m_offset; }
    [[nodiscard]] bool hasTaken(const engine::OrderId &order) const;

    void send(const runtime::OutgoingText &text, std::function<void(runtime::SendAnswer)> done) override;
    void look(const runtime::LookQuestion &question, std::function<void(Result<runtime::LookAnswer>)> done) override;
    void lineType(const PhoneNumber &number, std::function<void(Result<LineType>)> done) override;
    [[nodiscard]] int room() const override { return m_barrier ? 0 : std::max(0, 6 - m_inFlight); }
    [[nodiscard]] runtime::LookSchedule schedule() const override { return {}; }
    void onRoom(std::function<void()> wake) override { m_wake = std::move(wake); }

private:
    enum class Fate { Accept, AcceptSlowly, AppliedUnclear, LateUnclear, LostUnclear, NotNow, SignIn, Refuse };
    struct Job {
        Instant at;
        quint64 number = 0;
        bool ofProcess = false; ///< dies with the shop's process
        std::function<void()> what;
    };
    struct Event {
        Instant at;
        runtime::Arrival arrival;
    };

    void later(Duration after, bool ofProcess, std::function<void()> what);
    void workOff();
    void arm();
    [[nodiscard]] Fate fateOf(const runtime::OutgoingText &text, int attempt) const;
    void answer(const engine::OrderId &order, Duration after, runtime::SendAnswer reply, std::function<void(runtime::SendAnswer)> done);
    ProviderId take(const runtime::OutgoingText &text, int attempt);
    void deliver(const Accepted &record);
    void report(const Accepted &record, Delivery delivery, int errorCode);
    void spread(const Event &event);
    void bring(const Event &event, Duration patience);
    void closeBarrier();
    void readLists();
    [[nodiscard]] runtime::LookAnswer find(const runtime::LookQuestion &question, Duration lag);
    [[nodiscard]] Accepted *record(const ProviderId &text);
    [[nodiscard]] int dice(const QString &about, int sides) const;
    void trace(const QString &words) { m_hooks.trace(words); }

    ManualClock &m_clock;
    quint64 m_seed;
    Hooks m_hooks;
    std::unique_ptr<Alarm> m_alarm;
    std::vector<Job> m_agenda; ///< by time, then age
    std::vector<Event> m_events;
    std::vector<Accepted> m_taken;
    QMap<engine::OrderId, int> m_attempts;
    QSet<PhoneNumber> m_stopped; ///< callers who told the provider to stop
    runtime::InboxPort *m_inbox = nullptr;
    std::function<bool(const engine::FactId &)> m_isKept;
    std::function<void()> m_wake;
    Weather m_weather = Weather::Calm;
    Duration m_offset{0}; ///< the shop's clock minus the true time
    Instant m_inJob;
    quint64 m_number = 0;
    int m_inFlight = 0;
    int m_runs = 0;
    bool m_barrier = true;
};

} // namespace deskbell::nemesis
