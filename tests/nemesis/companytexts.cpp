// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nemesis/company.h"

#include "tests/nemesis/dice.h"

#include <algorithm>
#include <iterator>

namespace deskbell::nemesis {
namespace {

// An absent text is sent once more after 900 s; whatever still lies in a queue somewhere must have arrived before.
// What no wait can exclude, no test can demand.
constexpr int latestApply = 600; // s

} // namespace

Company::Fate Company::fateOf(const runtime::OutgoingText &text, int attempt) const
{
    if (m_stopped.contains(text.to))
        return Fate::Refuse;
    const int roll = dice(u"fate:" % text.order.value % u':' % QString::number(attempt), 100);
    switch (m_weather) {
    case Weather::Calm:
    case Weather::Lags: return roll < 92 ? Fate::Accept : Fate::AcceptSlowly;
    case Weather::LosesAnswers:
    case Weather::ListDown: return roll < 30 ? Fate::Accept : roll < 60 ? Fate::AppliedUnclear : roll < 90 ? Fate::LostUnclear : Fate::LateUnclear;
    case Weather::AppliesLate: return roll < 30 ? Fate::Accept : Fate::LateUnclear;
    case Weather::Throttles: return roll < 70 ? Fate::NotNow : Fate::Accept;
    case Weather::Refuses: return roll < 60 ? Fate::Refuse : Fate::Accept;
    case Weather::SignedOut: return roll < 85 ? Fate::SignIn : Fate::Accept;
    case Weather::Storm: {
        constexpr Fate all[] = {Fate::Accept, Fate::AcceptSlowly, Fate::AppliedUnclear, Fate::LateUnclear, Fate::LostUnclear, Fate::NotNow, Fate::SignIn, Fate::Refuse};
        return all[roll % static_cast<int>(std::size(all))];
    }
    }
    return Fate::Accept;
}

void Company::send(const runtime::OutgoingText &text, std::function<void(runtime::SendAnswer)> done)
{
    using Kind = runtime::SendAnswer::Kind;
    m_hooks.sending(text, m_barrier);
    ++m_inFlight;
    const int attempt = ++m_attempts[text.order];
    const int roll = dice(u"answer:" % text.order.value % u':' % QString::number(attempt), 1000);
    runtime::SendAnswer reply;
    switch (fateOf(text, attempt)) {
    case Fate::Accept:
    case Fate::AcceptSlowly: {
        reply.kind = Kind::Accepted;
        reply.text = take(text, attempt);
        const bool slow = fateOf(text, attempt) == Fate::AcceptSlowly;
        answer(text.order, Duration(slow ? 2000 + roll * 15 : 60 + roll), reply, std::move(done));
        return;
    }
    case Fate::AppliedUnclear:
        take(text, attempt);
        answer(text.order, Duration(1000 + roll * 19), reply, std::move(done));
        return;
    case Fate::LateUnclear:
        // The dead process's kernel goes on sending, so this does not end with it.
        later(std::chrono::seconds(20 + roll % (latestApply - 20)), false, [this, text, attempt] {
            if (!m_stopped.contains(text.to))
                take(text, attempt);
        });
        answer(text.order, 20s, reply, std::move(done));
        return;
    case Fate::LostUnclear: answer(text.order, Duration(1000 + roll * 19), reply, std::move(done)); return;
    case Fate::NotNow:
        reply.kind = Kind::NotNow;
        reply.retryAfter = std::chrono::seconds(1 + roll % 40);
        answer(text.order, 300ms, reply, std::move(done));
        return;
    case Fate::SignIn:
        reply.kind = Kind::SignInNeeded;
        reply.retryAfter = 30s;
        answer(text.order, 300ms, reply, std::move(done));
        return;
    case Fate::Refuse: {
        constexpr int codes[] = {30006, 21614, 30034, 21211, 30007, 21610};
        reply.kind = Kind::Refused;
        reply.errorCode = m_stopped.contains(text.to) ? 21610 : codes[roll % 5];
        answer(text.order, 300ms, reply, std::move(done));
        return;
    }
    }
}

void Company::answer(const engine::OrderId &order, Duration after, runtime::SendAnswer reply, std::function<void(runtime::SendAnswer)> done)
{
    later(after, true, [this, order, reply, done = std::move(done)] {
        if (Accepted *taken = record(reply.text))
            taken->knownAs = order;
        const bool wasFull = room() == 0 && !m_barrier;
        --m_inFlight;
        done(reply);
        if (wasFull && m_wake)
            m_wake();
    });
}

ProviderId Company::take(const runtime::OutgoingText &text, int attempt)
{
    Accepted record{text.order, text.from, text.to, text.body, {u"SM" % text.order.value % u'#' % QString::number(attempt)}, trueNow(), {}, false};
    m_taken.push_back(record);
    trace(u"the provider takes " % text.order.value % QStringLiteral(", attempt ") % QString::number(attempt));
    m_hooks.accepted(record);
    deliver(record);
    return record.text;
}

void Company::remembers(const Accepted &text)
{
    m_taken.push_back(text);
    ++m_attempts[text.order];
    deliver(text);
}

void Company::deliver(const Accepted &record)
{
    const bool bad = m_weather == Weather::Refuses || m_weather == Weather::Storm;
    const bool fails = dice(u"fails:" % record.text.value, 100) < (bad ? 35 : 3);
    constexpr int codes[] = {30003, 30005, 30006, 30007, 30034, 21610};
    const int code = fails ? codes[dice(u"code:" % record.text.value, static_cast<int>(std::size(codes)))] : 0;
    const int slow = dice(u"deliver:" % record.text.value, 20);
    later(1s, false, [this, record] { report(record, Delivery::Sent, 0); });
    later(std::chrono::seconds(2 + slow), false, [this, record, code] { report(record, code ? Delivery::Failed : Delivery::Delivered, code); });
}

void Company::report(const Accepted &record, Delivery delivery, int errorCode)
{
    runtime::Arrival arrival;
    arrival.id = u"delivery:" % record.text.value % u':' % QString::number(static_cast<int>(delivery));
    arrival.caller = record.to;
    arrival.line = record.from;
    arrival.fact = engine::fact::DeliveryChanged{record.text, delivery, errorCode};
    happens(std::move(arrival));
}

Accepted *Company::record(const ProviderId &text)
{
    const auto it = std::find_if(m_taken.begin(), m_taken.end(), [&](const Accepted &one) { return one.text == text; });
    return it == m_taken.end() ? nullptr : &*it;
}

runtime::LookAnswer Company::find(const runtime::LookQuestion &question, Duration lag)
{
    runtime::LookAnswer answer;
    const Instant since = question.since - m_offset; // the link knows the two clocks' difference
    for (const Accepted &record : m_taken) {
        if (record.at > trueNow() - lag)
            continue;
        answer.fresh = answer.fresh || record.at > since + 2s;
        const bool another = record.knownAs.isEmpty() ? m_inbox->isOurs(record.text) : record.knownAs != question.order;
        if (another || record.to != question.to || record.body != question.body || record.at < since - 120s)
            continue;
        ProviderText match;
        match.id = record.text;
        match.from = record.from;
        match.to = record.to;
        match.body = record.body;
        match.at = record.at + m_offset;
        answer.matches.push_back(match);
    }
    return answer;
}

void Company::look(const runtime::LookQuestion &question, std::function<void(Result<runtime::LookAnswer>)> done)
{
    const Duration lag = std::chrono::seconds(dice(u"lag:" % question.order.value % QString::number(m_number), 30));
    later(400ms, true, [this, question, lag, done = std::move(done)] {
        if (m_weather == Weather::ListDown) {
            done(failure(ErrorKind::Offline, QStringLiteral("no answer")));
            return;
        }
        const runtime::LookAnswer answer = find(question, lag);
        trace(QStringLiteral("look for ") % question.order.value % u": " % QString::number(answer.matches.size()) % (answer.fresh ? QStringLiteral(" found, list proven fresh") : QStringLiteral(" found")));
        done(answer);
        for (const ProviderText &match : answer.matches)
            record(match.id)->lookedAt = true;
    });
}

void Company::lineType(const PhoneNumber &number, std::function<void(Result<LineType>)> done)
{
    const int roll = dice(u"line:" % number.e164, 10);
    later(200ms, true, [roll, done = std::move(done)] {
        if (roll == 0)
            done(failure(ErrorKind::Offline, QStringLiteral("no answer")));
        else
            done(roll == 1 ? LineType::Landline : LineType::Mobile);
    });
}

} // namespace deskbell::nemesis
