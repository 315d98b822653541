// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the link that answers the outbox: texts out, looks after unclear ones, kinds of lines.
#include "core/link/twiliolink.h"

#include "core/base/log.h"
#include "core/link/listpoller.h"
#include "core/link/sendreading.h"
#include "core/link/textfinder.h"
#include "core/link/twilioerrors.h"
#include "core/link/twilioreader.h"

namespace deskbell::link {

void TwilioLink::send(const runtime::OutgoingText &text, std::function<void(runtime::SendAnswer)> done)
{
    m_intake.sendBegins(text);
    m_window.begin();
    m_full = m_full || m_window.free() == 0;
    m_parts.sends.send(m_writer.create(text), this,
        [this, text, done = std::move(done)](const http::Reply &reply) { answered(text, reply, done); });
}

void TwilioLink::answered(
    const runtime::OutgoingText &text, const http::Reply &reply, const std::function<void(runtime::SendAnswer)> &done)
{
    using Kind = runtime::SendAnswer::Kind;
    if (reply)
        heard(*reply);
    SendReading reading = readSendAnswer(reply, text);
    reading.answer.retryAfter = waitAfter(reading);
    m_window.end(reading.wait == SendReading::Wait::TooMany);
    if (!reading.alarm.isEmpty())
        m_intake.malformed(QStringLiteral("send"), reading.alarm);
    if (reading.answer.kind == Kind::SignInNeeded)
        blockSends(reading.answer.retryAfter, reading.answer.detail);
    // First the outbox, then what else is known of the same text: its delivery needs its id.
    done(reading.answer);
    m_intake.sendEnds(text, reading.answer);
    m_texts.poller->repace();
    wakeLater();
}

Duration TwilioLink::waitAfter(const SendReading &reading)
{
    const Instant now = m_parts.clock.now();
    const bool anew = now >= m_sendWaitUntil; // all texts of one salvo count as one refusal
    Duration wait{0};
    switch (reading.wait) {
    case SendReading::Wait::None:
        if (reading.answer.kind == runtime::SendAnswer::Kind::Accepted)
            m_sendTooMany = m_sendUnreached = 0;
        return wait;
    case SendReading::Wait::TooMany:
        m_sendTooMany += anew ? 1 : 0;
        wait = afterTooMany(m_pace, m_sendTooMany, reading.retryAfter, m_parts.chance());
        break;
    case SendReading::Wait::Unreachable:
        m_sendUnreached += anew ? 1 : 0;
        wait = afterFailure(m_pace, m_sendUnreached, m_parts.chance());
        break;
    case SendReading::Wait::SignIn:
        return consequenceOf(reading.answer.errorCode) == Consequence::NotRegistered ? m_pace.notRegistered
                                                                                     : m_pace.signIn;
    }
    m_sendWaitUntil = std::max(m_sendWaitUntil, now + wait);
    return wait;
}

void TwilioLink::look(const runtime::LookQuestion &question, std::function<void(Result<runtime::LookAnswer>)> done)
{
    m_finder->look(question, std::move(done));
}

void TwilioLink::lineType(const PhoneNumber &number, std::function<void(Result<LineType>)> done)
{
    const auto known = m_lineTypes.constFind(number);
    if (known != m_lineTypes.constEnd() || m_settings.lookupBase.isEmpty()) {
        const LineType type = known != m_lineTypes.constEnd() ? *known : lineTypeByPrefix(number);
        QMetaObject::invokeMethod(
            this, [done = std::move(done), type] { done(type); }, Qt::QueuedConnection);
        return;
    }
    m_parts.reads.send(
        m_writer.lineType(number), this, [this, number, done = std::move(done)](const http::Reply &reply) {
            if (!reply)
                return done(tl::make_unexpected(reply.error().error));
            if (reply->status != 200)
                return done(tl::make_unexpected(troubleOf(*reply).error));
            const auto type = readLineType(reply->body);
            if (type)
                m_lineTypes.insert(number, *type);
            done(type);
        });
}

int TwilioLink::room() const
{
    const bool blocked =
        m_barrier || m_parts.clock.now() < m_blockedUntil || !m_calls.refused.isEmpty() || !m_texts.refused.isEmpty();
    return !m_inbox || blocked ? 0 : m_window.free();
}

runtime::LookSchedule TwilioLink::schedule() const
{
    if (!m_loopback)
        return {};
    // On this machine there is no router that keeps a request for minutes, no orphan connection that delivers after
    // we closed it and no list replica that lags; what the provider took it shows. The re-send still needs proof
    // that the list is fresh.
    return {{1s, 3s, 10s, 20s, 30s}, 20s, 30s};
}

void TwilioLink::onRoom(std::function<void()> wake)
{
    m_wakers.push_back(std::move(wake));
}

void TwilioLink::wakeLater()
{
    // Many answers come in one turn of the event loop; they wake the outbox once.
    if (m_full && room() > 0)
        m_wake->set(m_parts.clock.now());
}

void TwilioLink::wakeNow()
{
    if (room() == 0)
        return;
    m_full = false;
    for (const auto &wake : m_wakers)
        wake();
}

void TwilioLink::blockSends(Duration howLong, const QString &why)
{
    qCWarning(logLink).noquote() << "no texts for now:" << why;
    m_blockedUntil = std::max(m_blockedUntil, m_parts.clock.now() + howLong);
    m_blockedWhy = why;
    m_full = true;
    m_unblock->set(m_blockedUntil);
    showSignIn();
}

void TwilioLink::unblock()
{
    m_blockedWhy.clear();
    showSignIn();
    wakeLater();
}

void TwilioLink::showSignIn()
{
    for (const QString &why : {m_blockedWhy, m_calls.refused, m_texts.refused}) {
        if (!why.isEmpty())
            return m_health.signIn(why);
    }
    m_health.signIn({});
}

} // namespace deskbell::link
