// SPDX-License-Identifier: GPL-3.0-or-later
#include "houseontable.h"

namespace deskbell::runtime {

TablePhone::TablePhone(Clock &clock)
    : m_clock(clock)
    , m_alarm(clock.makeAlarm([this] { workOff(); }))
{
}

void TablePhone::later(std::function<void()> what)
{
    m_waiting.push_back(std::move(what));
    m_alarm->set(m_clock.now() + 100ms);
}

void TablePhone::workOff()
{
    std::vector<std::function<void()>> now;
    now.swap(m_waiting);
    for (const auto &what : now)
        what();
}

void TablePhone::send(const OutgoingText &text, std::function<void(SendAnswer)> done)
{
    SendAnswer answer;
    switch (mood) {
    case Mood::Accept:
        answer.kind = SendAnswer::Kind::Accepted;
        answer.text = {QStringLiteral("SM") % text.order.value};
        break;
    case Mood::AcceptThenLoseAnswer:
    case Mood::NeverAnswer: answer.kind = SendAnswer::Kind::Unclear; break;
    case Mood::LoseBefore: answer.kind = SendAnswer::Kind::Unclear; break;
    case Mood::NotNow:
        answer.kind = SendAnswer::Kind::NotNow;
        answer.retryAfter = 5s;
        break;
    case Mood::Refuse:
        answer.kind = SendAnswer::Kind::Refused;
        answer.errorCode = refuseWith;
        break;
    }
    if (mood != Mood::LoseBefore)
        arrived.push_back(text);
    if (mood == Mood::Accept || mood == Mood::AcceptThenLoseAnswer || mood == Mood::NeverAnswer)
        accept(text);
    if (mood != Mood::NeverAnswer)
        later([answer, done = std::move(done)] { done(answer); });
}

void TablePhone::accept(const OutgoingText &text)
{
    accepted.push_back(text);
    m_acceptedAt.push_back(m_clock.now());
}

void TablePhone::look(const LookQuestion &question, std::function<void(Result<LookAnswer>)> done)
{
    ++looks;
    Result<LookAnswer> answer = LookAnswer{};
    answer->fresh = listFresh;
    for (size_t i = 0; i < accepted.size(); ++i) {
        const OutgoingText &text = accepted[i];
        if (text.to != question.to || text.body != question.body || m_acceptedAt[i] < question.since - 120s)
            continue;
        ProviderText match;
        match.at = m_acceptedAt[i];
        match.id = {QStringLiteral("SM") % text.order.value};
        answer->matches.push_back(match);
    }
    if (listDown)
        answer = failure(ErrorKind::Offline, QStringLiteral("no route"));
    later([answer, done = std::move(done)] { done(answer); });
}

void SilentAssistant::answer(const TurnRequest &request, std::function<void(Result<engine::Turn>)> done)
{
    asked.push_back(request);
    done(next);
}

HouseOnTable::HouseOnTable(const QString &where, Instant start)
    : folder(where)
    , clock(start.isSet() ? start : Instant::fromDateTime(QDateTime(QDate(2026, 12, 7), QTime(17, 0), Qt::UTC)))
    , phone(clock)
{
    profile.name = QStringLiteral("Shine Bay");
    profile.phone = {QStringLiteral("+15125550100")};
    profile.zone = QTimeZone("America/Chicago");
    for (auto &day : profile.hours.week)
        day = {{QTime(9, 0), QTime(18, 0)}};
    open();
    build();
}

void HouseOnTable::open()
{
    auto opened = folder.isEmpty() ? store::SqliteStore::openInMemory() : store::SqliteStore::open(folder);
    if (!opened)
        qFatal("store: %s", qPrintable(opened.error().detail));
    store = std::move(*opened);
}

void HouseOnTable::build()
{
    loop = std::make_unique<EngineLoop>(*store, clock, profile);
    executor = std::make_unique<OutboxExecutor>(*loop, Ports{phone, assistant, calendar, notices});
    due = std::make_unique<DueTimer>(*loop);
    executor->start();
    due->start();
}

void HouseOnTable::crashAndReopen()
{
    phone.forget();
    due.reset();
    executor.reset();
    loop.reset();
    if (!folder.isEmpty()) {
        store.reset();
        open();
    }
    build();
}

void HouseOnTable::missed(const QString &number, const QString &callId)
{
    Call call;
    call.id = {callId};
    call.from = {number};
    call.line = profile.phone;
    call.startedAt = clock.now() - 20s;
    call.endedAt = clock.now();
    call.result = CallResult::NoAnswer;
    Arrival arrival;
    arrival.id = u"call:" % callId % QStringLiteral(":missed");
    arrival.caller = call.from;
    arrival.line = call.line;
    arrival.fact = engine::fact::CallMissed{call};
    loop->put(std::move(arrival));
}

void HouseOnTable::writes(const QString &number, const QString &body, const QString &id)
{
    ProviderText text;
    text.id = {id};
    text.from = {number};
    text.to = profile.phone;
    text.body = body;
    text.at = clock.now();
    text.inbound = true;
    Arrival arrival;
    arrival.id = u"text:" % id;
    arrival.caller = text.from;
    arrival.line = text.to;
    arrival.fact = engine::fact::MessageArrived{text};
    loop->put(std::move(arrival));
}

engine::ThreadState HouseOnTable::state(const QString &number)
{
    auto thread = loop->thread(engine::threadOf({number}, profile.phone));
    return thread && thread->has_value() ? (*thread)->state : engine::ThreadState{};
}

int HouseOnTable::textsTo(const QString &number) const
{
    return static_cast<int>(std::count_if(phone.accepted.begin(), phone.accepted.end(), [&](const OutgoingText &text) { return text.to.e164 == number; }));
}

} // namespace deskbell::runtime
