// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearse/rehearsal.h"

#include "app/rehearse/virtualphone.h"
#include "core/assist/rulesassistant.h"
#include "core/base/manualclock.h"
#include "core/base/match.h"
#include "core/calendar/localcalendar.h"
#include "core/runtime/duetimer.h"
#include "core/runtime/outboxexecutor.h"
#include "core/store/sqlitestore.h"

namespace deskbell::app {
namespace {

constexpr Duration untilTheEnd = 24h * 7;
constexpr Duration seenAfter = 1s; ///< a poll later

class NoticeBook final : public runtime::NotifierPort
{
public:
    explicit NoticeBook(std::function<void(const runtime::Notice &)> told)
        : m_told(std::move(told))
    {
    }
    void tell(const runtime::Notice &notice) override { m_told(notice); }
    void withdraw(const ThreadId &) override { }

private:
    std::function<void(const runtime::Notice &)> m_told;
};

class Stage
{
public:
    Stage(const Scenario &scenario, store::SqliteStore &keeper)
        : m_scenario(scenario)
        , m_clock(scenario.call.startedAt - 1min)
        , m_store(keeper)
        , m_loop(keeper, m_clock, scenario.profile)
        , m_phone(m_clock, m_loop)
        , m_calendar(scenario.profile, keeper, m_clock)
        , m_assistant(scenario.profile, m_clock)
        , m_notices([this](const runtime::Notice &notice) { noted(notice); })
        , m_executor(m_loop, {m_phone, m_assistant, m_calendar, m_notices})
        , m_due(m_loop)
    {
    }

    Result<Played> run()
    {
        for (const Appointment &visit : m_scenario.bookings) {
            if (auto booked = m_store.book(visit, {}, m_clock.now()); !booked)
                return tl::make_unexpected(booked.error());
        }
        if (auto known = complain(); !known)
            return tl::make_unexpected(known.error());
        m_loop.setCallerBook(m_store);
        m_executor.start();
        m_due.start();
        begin(m_scenario.call.endedAt);
        call(m_scenario.call);
        int number = 0;
        for (const Scenario::Event &event : m_scenario.events) {
            begin(event.at);
            m_phone.setEvent(number);
            m_event = number++;
            happen(event);
        }
        m_clock.advance(untilTheEnd);
        return collect();
    }

private:
    /// The public's complaints about the caller, all of yesterday.
    Result<void> complain()
    {
        if (m_scenario.spamListReports == 0 || m_scenario.call.from.isWithheld())
            return {};
        const QDate day = toWall(m_clock.now(), m_scenario.profile.zone).date().addDays(-1);
        return m_store.keepComplaints({{m_scenario.call.from, day, m_scenario.spamListReports, 0}}, day);
    }

    void begin(Instant at)
    {
        m_clock.advanceTo(at);
        m_eventAt = m_clock.now();
    }

    void call(const Call &call)
    {
        runtime::Arrival arrival;
        arrival.id = u"call:" % call.id.value;
        arrival.caller = call.from;
        arrival.line = call.line;
        arrival.fact = call.isMissed() ? engine::Fact(engine::fact::CallMissed{call}) : engine::Fact(engine::fact::CallObserved{call});
        m_clock.advance(seenAfter);
        m_loop.put(std::move(arrival));
        m_clock.settle();
    }

    void text(const QString &body)
    {
        ProviderText text;
        text.id = {QStringLiteral("SMin%1").arg(m_event)};
        text.from = m_scenario.call.from;
        text.to = m_scenario.call.line;
        text.body = body;
        text.at = m_clock.now();
        text.inbound = true;
        runtime::Arrival arrival;
        arrival.id = u"text:" % text.id.value;
        arrival.caller = text.from;
        arrival.line = text.to;
        arrival.fact = engine::fact::MessageArrived{text};
        m_loop.put(std::move(arrival));
        m_clock.settle();
    }

    void happen(const Scenario::Event &event)
    {
        std::visit(Match{
                       [&](const Scenario::Text &said) { text(said.body); },
                       [&](const Scenario::CallAgain &again) { call(again.call); },
                       [&](const Scenario::Block &block) {
                           if (auto put = m_store.book(block.block, {}, m_clock.now()); !put)
                               qWarning().noquote() << "block:" << put.error().detail;
                       },
                   },
            event.what);
    }

    void noted(const runtime::Notice &notice)
    {
        m_played.notices.push_back({m_clock.now(), notice.what, notice.name});
        const bool urgent = notice.what.code == QLatin1String("urgent");
        if ((urgent || notice.what.code == QLatin1String("needs_person")) && !m_played.alert)
            m_played.alert = Played::Alert{m_clock.now(), m_event, m_clock.now() - m_eventAt, notice.what.args.value(urgent ? 0 : 1)};
    }

    Result<Played> collect()
    {
        const ThreadId id = engine::threadOf(m_scenario.call.from, m_scenario.call.line);
        const auto thread = m_loop.thread(id);
        auto history = m_store.history(id, 1000);
        auto bookings = m_store.of(m_scenario.call.from, m_scenario.call.startedAt - 24h * 365);
        if (!thread || !history || !bookings)
            return tl::make_unexpected(!thread ? thread.error() : !history ? history.error() : bookings.error());
        if (!thread->has_value())
            return failure(ErrorKind::Missing, QStringLiteral("the call left no thread"));
        m_played.state = (*thread)->state;
        m_played.outcome = m_played.state.lead.outcome;
        if (m_played.state.callback && !m_played.state.callback->done)
            m_played.callback = m_played.state.callback;
        if (!m_scenario.call.from.isWithheld())
            m_played.bookings = std::move(*bookings);
        for (const VirtualPhone::Sent &sent : m_phone.sent()) {
            const auto line = std::find_if(history->begin(), history->end(), [&](const auto &l) { return l.id == sent.order.value; });
            m_played.messages.push_back({sent.at, sent.afterEvent, line == history->end() ? TextKind::Reply : line->kind, sent.body,
                line == history->end() ? QString() : line->rule});
        }
        m_played.history = std::move(*history);
        return m_played;
    }

    const Scenario &m_scenario;
    ManualClock m_clock;
    store::SqliteStore &m_store;
    runtime::EngineLoop m_loop;
    VirtualPhone m_phone;
    calendar::LocalCalendar m_calendar;
    assist::RulesAssistant m_assistant;
    NoticeBook m_notices;
    runtime::OutboxExecutor m_executor;
    runtime::DueTimer m_due;
    Played m_played;
    Instant m_eventAt;
    int m_event = -1;
};

} // namespace

Result<Played> play(const Scenario &scenario)
{
    auto keeper = store::SqliteStore::openInMemory();
    if (!keeper)
        return tl::make_unexpected(keeper.error());
    return Stage(scenario, **keeper).run();
}

} // namespace deskbell::app
