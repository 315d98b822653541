// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nemesis/stage.h"

#include "core/profile/demoprofile.h"
#include "tests/nemesis/dice.h"
#include "tests/nemesis/powercut.h"

namespace deskbell::nemesis {
namespace {

const Profile &demo()
{
    static const Profile profile = profile::demoProfile();
    return profile;
}

} // namespace

Stage::Stage(const Schedule &schedule, bool withTrace, const QString &folder)
    : m_schedule(schedule)
    , m_withTrace(withTrace)
    , m_profile(demo())
    , m_clock(schedule.start)
    , m_witness(m_clock, m_profile, [this](const QString &words) { trace(words); })
    , m_company(m_clock, schedule.seed,
          {[this](const runtime::OutgoingText &text, bool barrier) { handedOver(text, barrier); }, [this](const Accepted &text) { accepted(text); },
              [this](const QString &words) { trace(words); }})
    , m_shop(m_profile, schedule, folder, {m_clock, m_company, m_witness})
{
}

void Stage::begin()
{
    start();
    turn(10s);
}

void Stage::accepted(const Accepted &text)
{
    if (m_taken)
        m_taken(text);
    m_witness.accepted(text);
}

Outcome Stage::outcome()
{
    m_outcome.violation = m_witness.violation();
    return m_outcome;
}

void Stage::happenAgain(const Step &step, Instant at)
{
    m_at = at;
    happenNow(step);
    m_at = {};
}

void Stage::trace(const QString &words)
{
    const QString line = QString::number((m_clock.now() - m_schedule.start).count()) % u' ' % words;
    m_outcome.hash = mix(m_outcome.hash, line);
    if (m_withTrace)
        m_outcome.trace << m_clock.now().utc().toTimeZone(m_profile.zone).toString(QStringLiteral("ddd HH:mm:ss.zzz")) % u"  " % words;
}

void Stage::handedOver(const runtime::OutgoingText &text, bool barrier)
{
    ++m_outcome.sends;
    m_witness.sending(text, barrier);
}

void Stage::start()
{
    try {
        m_shop.start();
    } catch (const PowerCut &cut) {
        restart(cut.where);
    }
}

void Stage::restart(const char *where)
{
    trace(QStringLiteral("-- the process ends at ") % QLatin1String(where));
    ++m_outcome.cuts;
    m_shop.die();
    start();
}

void Stage::turn(Duration time)
{
    const Instant until = m_clock.now() + time;
    for (;;) {
        try {
            m_clock.advanceTo(until);
            return;
        } catch (const PowerCut &cut) {
            restart(cut.where);
        }
    }
}

void Stage::calmDown()
{
    trace(QStringLiteral("== all faults end"));
    armPowerCut(0);
    m_company.setWeather(Weather::Calm);
    turn(1h);
    turn(72h);
    m_witness.atEnd(m_company);
}

Call Stage::call(const Step &step) const
{
    Call call;
    call.id = {QStringLiteral("CA%1").arg(step.id)};
    call.from = {numberOf(step.who)};
    call.line = m_profile.phone;
    call.endedAt = at();
    call.startedAt = call.endedAt - std::chrono::seconds(2 + step.number % 40);
    call.rang = call.endedAt - call.startedAt;
    constexpr CallResult missed[] = {CallResult::NoAnswer, CallResult::Busy, CallResult::Abandoned, CallResult::Voicemail};
    call.result = step.kind == Step::Kind::MissedCall ? missed[step.number % 4] : CallResult::Answered;
    call.outgoing = step.kind == Step::Kind::CalledBack;
    return call;
}

void Stage::happenCall(const Step &step)
{
    runtime::Arrival arrival;
    const Call what = call(step);
    arrival.id = u"call:" % what.id.value;
    arrival.caller = what.from;
    arrival.line = what.line;
    arrival.fact = what.isMissed() ? engine::Fact(engine::fact::CallMissed{what}) : engine::Fact(engine::fact::CallObserved{what});
    if (what.isMissed())
        m_witness.missedCall(what);
    m_witness.announced(arrival);
    m_company.happens(std::move(arrival));
}

void Stage::happenText(const Step &step, const QString &body)
{
    if (numberOf(step.who).isEmpty())
        return; // who withholds the number cannot text
    const bool shopPhone = step.kind == Step::Kind::ShopPhoneText;
    ProviderText text;
    text.id = {QStringLiteral("SMin%1").arg(step.id)};
    text.from = shopPhone ? m_profile.phone : PhoneNumber{numberOf(step.who)};
    text.to = shopPhone ? PhoneNumber{numberOf(step.who)} : m_profile.phone;
    text.body = body;
    text.at = at();
    text.inbound = !shopPhone;
    runtime::Arrival arrival;
    arrival.id = u"text:" % text.id.value;
    arrival.caller = {numberOf(step.who)};
    arrival.line = m_profile.phone;
    arrival.fact = shopPhone ? engine::Fact(engine::fact::ForeignTextSeen{text}) : engine::Fact(engine::fact::MessageArrived{text});
    m_witness.announced(arrival);
    if (shopPhone)
        m_company.happens(std::move(arrival));
    else
        m_company.callerWrites(arrival.caller, body, std::move(arrival));
}

void Stage::act(const Step &step, engine::Fact fact, const QString &id)
{
    runtime::Arrival arrival;
    arrival.id = id;
    arrival.thread = engine::threadOf({numberOf(step.who)}, m_profile.phone);
    const auto thread = m_shop.loop().thread(arrival.thread);
    if (!thread || !thread->has_value())
        return;
    arrival.fact = std::move(fact);
    m_witness.announced(arrival);
    m_shop.loop().put(std::move(arrival));
}

void Stage::reply(const Step &step)
{
    const QString draft = QStringLiteral("draft%1").arg(step.id);
    const engine::fact::OperatorReplied fact{seatOf(step.seat), draft, QStringLiteral("This is %1, I can help. (%2)").arg(seatOf(step.seat)).arg(step.id)};
    act(step, fact, u"typed:" % draft);
    if (step.kind == Step::Kind::DoubleClick)
        act(step, fact, u"typed:" % draft);
}

void Stage::settleUnclear(const Step &step)
{
    const ThreadId thread = engine::threadOf({numberOf(step.who)}, m_profile.phone);
    const auto doubts = m_shop.keeper().inDoubt();
    for (const runtime::OutboxEntry &entry : doubts ? *doubts : std::vector<runtime::OutboxEntry>{}) {
        if (entry.order.thread == thread && entry.personTold) {
            act(step, engine::fact::OperatorSettledUnclear{seatOf(step.seat), entry.order.id, step.number % 2 == 1});
            return;
        }
    }
}

void Stage::block(const Step &step)
{
    Appointment visit;
    visit.id = {QStringLiteral("block%1").arg(step.id)};
    visit.block = true;
    visit.name = QStringLiteral("Lunch");
    const QDate day = at().utc().date().addDays(1 + step.number % 2);
    const Instant from = Instant::fromDateTime(QDateTime(day, QTime(14, 0), Qt::UTC)) + std::chrono::minutes(30 * (step.number % 18));
    visit.slot = {1 + step.number % 2, from, from + 1h};
    visit.by = BookedBy::Staff;
    if (auto booked = m_shop.keeper().book(visit, {}, m_clock.now()); !booked)
        m_witness.broken("store", booked.error().detail);
}

void Stage::changePolicy(const Step &step)
{
    m_profile.policy.lookUpLineType = step.number % 2;
    m_profile.policy.firstTextFresh = step.number % 3 ? 15min : 2h;
    m_profile.policy.nudgesAfter = {step.number % 5 ? Duration(4h) : Duration(1h), 24h};
    m_shop.loop().setProfile(m_profile);
    act(step, engine::fact::PolicyChanged{});
}

void Stage::happen(const Step &step)
{
    try {
        happenNow(step);
    } catch (const PowerCut &cut) {
        restart(cut.where);
    }
}

void Stage::happenNow(const Step &step)
{
    using Kind = Step::Kind;
    const QString seat = seatOf(step.seat);
    switch (step.kind) {
    case Kind::MissedCall:
    case Kind::AnsweredCall:
    case Kind::CalledBack: return happenCall(step);
    case Kind::Write: return happenText(step, sentences()[step.number]);
    case Kind::Stop: return happenText(step, stopWord(step.number));
    case Kind::Start: return happenText(step, QStringLiteral("START"));
    case Kind::ShopPhoneText: return happenText(step, QStringLiteral("Hi, calling you in a minute"));
    case Kind::TakeOver: return act(step, engine::fact::OperatorTookOver{seat});
    case Kind::Reply:
    case Kind::DoubleClick: return reply(step);
    case Kind::HandBack: return act(step, engine::fact::OperatorHandedBack{seat, step.number % 3 ? QString() : QStringLiteral("wants a quote")});
    case Kind::Close: return act(step, engine::fact::OperatorClosed{seat});
    case Kind::StaffOptOut: return act(step, engine::fact::OperatorOptedOut{seat, QStringLiteral("said so on the phone")});
    case Kind::Note: return act(step, engine::fact::OperatorNoted{seat, QStringLiteral("blue car")});
    case Kind::AskCallback: return act(step, engine::fact::OperatorAskedForCallback{seat, step.number % 2 ? m_clock.now() + 2h : Instant{}});
    case Kind::CallbackDone: return act(step, engine::fact::CallbackDone{seat, static_cast<engine::fact::CallbackResult>(step.number % 7), {}});
    case Kind::CallbackUndone: return act(step, engine::fact::CallbackUndone{seat});
    case Kind::SettleUnclear: return settleUnclear(step);
    case Kind::Weather: return m_company.setWeather(weatherOf(step.number));
    case Kind::StaffBooks: return block(step);
    case Kind::PolicyChanged: return changePolicy(step);
    case Kind::PowerCut: return armPowerCut(step.number);
    case Kind::Restart: return restart("a kill");
    case Kind::Sleep: return m_company.sleeps(std::chrono::minutes(step.number));
    case Kind::ClockSet: return m_company.clockIsSet(std::chrono::seconds(step.number));
    }
}

void Stage::act(const Step &step, engine::Fact fact)
{
    act(step, std::move(fact), QStringLiteral("click:%1").arg(step.id));
}

} // namespace deskbell::nemesis
