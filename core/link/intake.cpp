// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/intake.h"

#include "core/link/textmatch.h"

#include <algorithm>

namespace deskbell::link {
namespace {

/// What a shop that connects for the first time still wants to hear of; the rest is another system's past.
constexpr Duration newsAtFirst = 15min;
/// A row this old changes so seldom that it is asked for by itself if at all.
constexpr Duration restsAfter = 15min;
/// A call that was never reported over is given up.
constexpr Duration longestCall = 6h;
constexpr int mostComplaints = 50; ///< a minute

const char *wordOf(Delivery delivery)
{
    switch (delivery) {
    case Delivery::Sent: return "sent";
    case Delivery::Delivered: return "delivered";
    case Delivery::Read: return "read";
    case Delivery::Failed: return "failed";
    case Delivery::Cancelled: return "cancelled";
    default: return "accepted";
    }
}

const char *wordOf(CallSighting::Kind kind)
{
    switch (kind) {
    case CallSighting::Kind::Ringing: return "ringing";
    case CallSighting::Kind::Missed: return "missed";
    case CallSighting::Kind::Answered: return "answered";
    case CallSighting::Kind::Outgoing: return "outgoing";
    }
    return "";
}

} // namespace

Intake::Intake(
    const LinkSettings &settings, Duration settleAfter, Clock &clock, const SkewMeter &skew, Watchers watchers)
    : m_lines(settings.lines)
    , m_clock(clock)
    , m_skew(skew)
    , m_watchers(std::move(watchers))
    , m_calls(settleAfter)
    , m_texts({[this](const ProviderId &text) { return m_inbox->isOurs(text); },
          [this](const PhoneNumber &to) { return m_inbox->mayBeOurs(to); }})
    , m_settle(clock.makeAlarm([this] { settleNow(); }))
    , m_flush(clock.makeAlarm([this] { flush(); }))
{
}

void Intake::attach(runtime::InboxPort &inbox, bool firstEver)
{
    m_inbox = &inbox;
    m_newsFrom = firstEver ? m_clock.now() - newsAtFirst : Instant{};
}

bool Intake::isOurLine(const PhoneNumber &line) const
{
    return m_lines.empty() || std::find(m_lines.begin(), m_lines.end(), line) != m_lines.end();
}

Instant Intake::ours(Instant theirs) const
{
    return m_skew.toOurs(theirs, m_clock.now());
}

Intake::Verdict Intake::takeCalls(const CallPage &page, Instant oldest)
{
    Verdict verdict{!takeBad(QStringLiteral("call list"), page.bad), 0};
    // Newest first: the legs of the phones come before their caller's, so a call is whole when its root is noted.
    for (const CallRecord &call : page.rows) {
        const bool known = m_legsOver.contains(call.sid);
        const bool old = call.startedAt.isSet() && ours(call.startedAt) < oldest;
        verdict.fresh += known ? 0 : 1;
        verdict.enough = verdict.enough && (known || old);
        if (!old)
            takeCall(call);
    }
    settleLater();
    return verdict;
}

Intake::Verdict Intake::takeTexts(const TextPage &page, Instant oldest)
{
    Verdict verdict{!takeBad(QStringLiteral("message list"), page.bad), 0};
    // Oldest first, so that facts come in the order of the conversation.
    for (auto row = page.rows.rbegin(); row != page.rows.rend(); ++row) {
        const Instant made = row->createdAt.isSet() ? ours(row->createdAt) : m_clock.now();
        const bool old = made < oldest;
        const bool seen = !m_textsSeen.insert(row->sid);
        const bool known = seen && (m_texts.isAtRest(row->sid) || made < m_clock.now() - restsAfter);
        verdict.fresh += seen ? 0 : 1;
        verdict.enough = verdict.enough && (known || old);
        m_newestRow = std::max(m_newestRow, row->createdAt.isSet() ? made : Instant{});
        if (!old)
            takeText(*row, true);
    }
    return verdict;
}

void Intake::takeCall(const CallRecord &call)
{
    if (call.isOver())
        m_legsOver.insert(call.sid);
    tell(m_calls.note(call, m_clock.now()));
}

void Intake::takeText(const TextRecord &text, bool inList)
{
    tell(m_texts.note(text, inList, m_clock.now()));
}

bool Intake::takeBad(const QString &where, const std::vector<BadRow> &bad)
{
    bool anyNew = false;
    for (const BadRow &row : bad) {
        if (!m_badRows.insert(QString(where % row.sid % row.why)))
            continue;
        anyNew = true;
        malformed(
            where, QString(u"row " % (row.sid.isEmpty() ? QStringLiteral("without id") : row.sid) % u": " % row.why));
    }
    return anyNew;
}

void Intake::malformed(const QString &where, const QString &detail)
{
    // A flood of nonsense must not fill the journal.
    if (m_clock.now() - m_complaintsSince > 1min) {
        m_complaintsSince = m_clock.now();
        m_complaints = 0;
    }
    if (++m_complaints <= mostComplaints)
        m_inbox->malformed(where, detail);
    else if (m_complaints == mostComplaints + 1)
        m_inbox->malformed(where, QStringLiteral("and more of the kind, not written down"));
}

void Intake::tell(const std::vector<CallSighting> &sightings)
{
    for (const CallSighting &sighting : sightings)
        putCall(sighting);
}

void Intake::tell(const std::vector<TextSighting> &sightings)
{
    for (const TextSighting &sighting : sightings)
        putText(sighting);
}

void Intake::putCall(const CallSighting &sighting)
{
    Call call = sighting.call;
    if (call.line.isWithheld() && m_lines.size() == 1)
        call.line = m_lines.front();
    call.startedAt = ours(call.startedAt);
    call.endedAt = call.endedAt.isSet() ? ours(call.endedAt) : Instant{};
    if (!isOurLine(call.line) || (m_newsFrom.isSet() && !m_inFrame && call.startedAt < m_newsFrom))
        return;
    runtime::Arrival arrival;
    arrival.id = u"call:" % call.id.value % u':' % QLatin1String(wordOf(sighting.kind));
    arrival.caller = call.from;
    arrival.line = call.line;
    if (sighting.kind == CallSighting::Kind::Missed)
        arrival.fact = engine::fact::CallMissed{std::move(call)};
    else
        arrival.fact = engine::fact::CallObserved{std::move(call)};
    put(std::move(arrival));
}

void Intake::putText(const TextSighting &sighting)
{
    using Kind = TextSighting::Kind;
    ProviderText text = textOf(sighting.row);
    text.at = ours(text.at);
    runtime::Arrival arrival;
    arrival.caller = text.inbound ? text.from : text.to;
    arrival.line = text.inbound ? text.to : text.from;
    const Instant made = sighting.row.createdAt.isSet() ? ours(sighting.row.createdAt) : text.at;
    const bool news = !m_newsFrom.isSet() || made >= m_newsFrom || (m_inFrame && sighting.kind != Kind::Foreign);
    if (sighting.kind != Kind::Delivery && (!news || !isOurLine(arrival.line)))
        return;
    switch (sighting.kind) {
    case Kind::Arrived:
        arrival.id = u"text:" % text.id.value;
        arrival.fact = engine::fact::MessageArrived{std::move(text)};
        break;
    case Kind::Foreign:
        arrival.id = u"foreign:" % text.id.value;
        arrival.fact = engine::fact::ForeignTextSeen{std::move(text)};
        break;
    case Kind::Delivery:
        arrival.id = u"delivery:" % text.id.value % u':' % QLatin1String(wordOf(text.delivery));
        arrival.fact = engine::fact::DeliveryChanged{text.id, text.delivery, text.errorCode};
        if (text.delivery == Delivery::Failed)
            m_watchers.onFailedText(text.errorCode);
        break;
    }
    put(std::move(arrival));
}

void Intake::put(runtime::Arrival arrival)
{
    if (!std::holds_alternative<engine::fact::DeliveryChanged>(arrival.fact))
        m_lastEvent = m_clock.now();
    if (m_inFrame)
        m_frame.push_back(std::move(arrival));
    else
        m_inbox->put(std::move(arrival));
}

void Intake::settleLater()
{
    if (m_settleSet || !m_calls.isAnyWaiting())
        return; // every call waits equally long, so the alarm that is set rings first
    m_settleSet = true;
    m_settle->set(m_calls.nextSettle());
}

void Intake::settleNow()
{
    m_settleSet = false;
    tell(m_calls.settle(m_clock.now()));
    settleLater();
    flush();
}

void Intake::sendBegins(const runtime::OutgoingText &text)
{
    m_texts.sendBegins(text, m_clock.now());
}

void Intake::sendEnds(const runtime::OutgoingText &text, const runtime::SendAnswer &answer)
{
    tell(m_texts.sendEnds(text, answer, m_clock.now()));
}

void Intake::found(const engine::OrderId &order, const std::vector<TextRecord> &rows)
{
    tell(m_texts.found(order, rows, m_clock.now()));
}

void Intake::passEnded(bool bothLists)
{
    tell(m_texts.recheck(m_clock.now()));
    m_calls.forget(m_clock.now() - longestCall);
    if (bothLists)
        m_cursor.closeGap();
    flush();
}

} // namespace deskbell::link
