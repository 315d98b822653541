// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/yearbench.h"

#include "app/rehearse/virtualphone.h"
#include "core/assist/rulesassistant.h"
#include "core/base/manualclock.h"
#include "core/calendar/localcalendar.h"
#include "core/profile/demoprofile.h"
#include "core/runtime/duetimer.h"
#include "core/runtime/engineloop.h"
#include "core/runtime/outboxexecutor.h"
#include "core/store/sqlitestore.h"

#include <QElapsedTimer>
#include <QHash>
#include <algorithm>
#include <random>

namespace deskbell::bench {
namespace {

constexpr int callsInAYear = 5000;
constexpr unsigned seed = 20261125; // the same year every time

struct Happening {
    Instant at;
    QString caller;
    QString words; ///< empty: a missed call
};

/// What callers write one after another, as they wait for the answers in between.
const std::vector<QStringList> &talks()
{
    static const std::vector<QStringList> all{
        {QStringLiteral("How much is a full detail for an SUV?"), QStringLiteral("ok what times do you have tomorrow afternoon"), QStringLiteral("the first one please"), QStringLiteral("Sam"), QStringLiteral("thanks!")},
        {QStringLiteral("hi can i book a wash for saturday"), QStringLiteral("10 works"), QStringLiteral("can we make it monday instead?"), QStringLiteral("yes")},
        {QStringLiteral("what time do you close today"), QStringLiteral("great thank you")},
        {QStringLiteral("can someone call me please")},
        {QStringLiteral("do you do ceramic coating on boats"), QStringLiteral("how long does it take")},
        {QStringLiteral("STOP")},
        {QStringLiteral("wrong number sorry")},
        {QStringLiteral("need my truck cleaned asap, dog was sick in it"), QStringLiteral("how much"), QStringLiteral("book me in")},
    };
    return all;
}

std::vector<Happening> yearOf(Instant start)
{
    std::mt19937 dice(seed);
    const auto upTo = [&dice](int most) { return static_cast<int>(dice() % static_cast<unsigned>(most)); };
    std::vector<Happening> year;
    for (int i = 0; i < callsInAYear; ++i) {
        // Every fifth caller has called before.
        const int person = i > 50 && upTo(5) == 0 ? upTo(i) : i;
        const QString caller = QStringLiteral("+1312%1").arg(2000000 + person);
        Instant at = start + 24h * upTo(365) + 8h + 1s * upTo(13 * 3600);
        year.push_back({at, caller, {}});
        if (upTo(2) == 0)
            continue;
        for (const QString &words : talks()[static_cast<size_t>(upTo(static_cast<int>(talks().size())))]) {
            at = at + 20s + 1s * upTo(400);
            year.push_back({at, caller, words});
        }
    }
    std::stable_sort(year.begin(), year.end(), [](const Happening &a, const Happening &b) { return a.at < b.at; });
    return year;
}

class Silence final : public runtime::NotifierPort
{
    void tell(const runtime::Notice &) override { }
    void withdraw(const ThreadId &) override { }
};

/// A decision as it was asked for, to ask for it again.
struct Asked {
    engine::ThreadState before;
    engine::Fact fact;
    Instant at;
};

class Year
{
public:
    explicit Year(store::SqliteStore &keeper)
        : m_profile(profile::demoProfile())
        , m_clock(Instant::fromDateTime(QDateTime(QDate(2026, 1, 5), QTime(6, 0), Qt::UTC)))
        , m_loop(keeper, m_clock, m_profile)
        , m_phone(m_clock, m_loop)
        , m_calendar(m_profile, keeper, m_clock)
        , m_assistant(m_profile, m_clock)
        , m_executor(m_loop, {m_phone, m_assistant, m_calendar, m_silence})
        , m_due(m_loop)
    {
        QObject::connect(&m_loop, &runtime::EngineLoop::committed, &m_loop, [this](const std::vector<runtime::KeptStep> &steps) { note(steps); });
        m_executor.start();
        m_due.start();
    }

    void play()
    {
        int number = 0;
        for (const Happening &one : yearOf(m_clock.now())) {
            m_clock.advanceTo(one.at);
            m_loop.put(arrivalOf(one, ++number));
            m_clock.settle();
        }
        m_clock.advance(24h * 7);
    }

    [[nodiscard]] qint64 facts() const { return m_facts; }
    [[nodiscard]] size_t texts() const { return m_phone.sent().size(); }
    /// The decisions of the threads on which most happened.
    [[nodiscard]] std::vector<Asked> busiest() const
    {
        std::vector<const std::vector<Asked> *> threads;
        for (const auto &asked : m_asked)
            threads.push_back(&asked);
        std::stable_sort(threads.begin(), threads.end(), [](const auto *a, const auto *b) { return a->size() > b->size(); });
        std::vector<Asked> all;
        for (size_t i = 0; i < std::min<size_t>(threads.size(), 50); ++i)
            all.insert(all.end(), threads[i]->begin(), threads[i]->end());
        return all;
    }
    [[nodiscard]] const Profile &profile() const { return m_profile; }

private:
    [[nodiscard]] runtime::Arrival arrivalOf(const Happening &one, int number) const
    {
        runtime::Arrival arrival;
        arrival.caller = {one.caller};
        arrival.line = m_profile.phone;
        const QString id = QString::number(number);
        if (one.words.isEmpty()) {
            Call call;
            call.id = {u"CA" % id};
            call.from = arrival.caller;
            call.line = arrival.line;
            call.startedAt = one.at - 20s;
            call.endedAt = one.at;
            call.rang = 20s;
            call.result = CallResult::NoAnswer;
            arrival.id = u"call:" % id;
            arrival.fact = engine::fact::CallMissed{call};
        } else {
            ProviderText text;
            text.id = {u"SMin" % id};
            text.from = arrival.caller;
            text.to = arrival.line;
            text.body = one.words;
            text.at = one.at;
            text.inbound = true;
            arrival.id = u"text:" % id;
            arrival.fact = engine::fact::MessageArrived{text};
        }
        return arrival;
    }

    void note(const std::vector<runtime::KeptStep> &steps)
    {
        m_facts += static_cast<qint64>(steps.size());
        for (const runtime::KeptStep &step : steps) {
            engine::ThreadState &last = m_last[step.record.thread];
            if (step.record.seenVersion > 0)
                m_asked[step.record.thread].push_back({last, step.fact, m_clock.now()});
            last = step.record.decision.next;
        }
    }

    Profile m_profile;
    ManualClock m_clock;
    runtime::EngineLoop m_loop;
    app::VirtualPhone m_phone;
    calendar::LocalCalendar m_calendar;
    assist::RulesAssistant m_assistant;
    Silence m_silence;
    runtime::OutboxExecutor m_executor;
    runtime::DueTimer m_due;
    QHash<ThreadId, engine::ThreadState> m_last;
    QHash<ThreadId, std::vector<Asked>> m_asked;
    qint64 m_facts = 0;
};

double decisionsPerSecond(const std::vector<Asked> &asked, const Profile &profile)
{
    constexpr int enough = 200'000;
    const int rounds = enough / static_cast<int>(asked.size()) + 1;
    size_t journal = 0;
    QElapsedTimer timer;
    timer.start();
    for (int round = 0; round < rounds; ++round) {
        for (const Asked &one : asked)
            journal += engine::decide(one.before, one.fact, {one.at, profile}).journal.size();
    }
    if (journal == 0)
        qFatal("bench: nothing was decided");
    return static_cast<double>(rounds) * static_cast<double>(asked.size()) * 1e9 / static_cast<double>(timer.nsecsElapsed());
}

} // namespace

Figures year()
{
    auto keeper = store::SqliteStore::openInMemory();
    if (!keeper)
        qFatal("bench: %s", qPrintable(keeper.error().detail));
    Year year(**keeper);
    QElapsedTimer timer;
    timer.start();
    year.play();
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    const double each = decisionsPerSecond(year.busiest(), year.profile());
    return {{QStringLiteral("a year of 5,000 missed calls with conversations"), seconds, QStringLiteral("s"), QStringLiteral("<= 10"), seconds <= 10},
        {QStringLiteral("facts of that year"), static_cast<double>(year.facts()), QString(), {}, true},
        {QStringLiteral("texts of that year"), static_cast<double>(year.texts()), QString(), {}, true},
        {QStringLiteral("pure decisions, the year's busiest threads"), each, QStringLiteral("/s"), QStringLiteral(">= 300,000"), each >= 300000}};
}

} // namespace deskbell::bench
