// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screen/screening.h"

#include "core/engine/codes.h"
#include "core/engine/screening.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace deskbell::app {
namespace {

using engine::Reason;

constexpr Duration seenAfter = 1s;
constexpr Duration wroteBefore = 5min;

engine::ThreadState threadOf(const CallLine &line)
{
    engine::ThreadState state = engine::newThread(line.call.from, line.call.line);
    const Instant lately = line.call.startedAt - wroteBefore;
    if (line.isOptedOut)
        state.optOut = engine::OptOutMark{lately, {}, QStringLiteral("text"), {}};
    if (line.hasOpenThread) {
        state.phase = engine::phase::WaitingForCaller{};
        state.firstTextAt = lately;
        state.lastOutboundAt = lately;
    }
    return state;
}

engine::CallerSigns signsOf(const CallLine &line, const ComplaintIndex &complaints, const Profile &profile)
{
    engine::CallerSigns signs;
    const QDate today = toWall(line.call.startedAt, profile.zone).date();
    signs.looked = true;
    signs.callsLastDay = line.callsLastDay;
    signs.complaints = complaints.count(line.call.from, today.addDays(-profile.policy.screening.complaintDays), today);
    if (line.isContact)
        signs.contact = Contact{line.call.from, ContactTag::Customer, {}, {}, {}};
    return signs;
}

bool earnsFirstText(const engine::Decision &decision)
{
    for (const engine::PlannedOrder &order : decision.orders) {
        const auto *text = std::get_if<engine::order::SendText>(&order.what);
        if ((text && text->kind == TextKind::FirstText) || std::holds_alternative<engine::order::LookUpLineType>(order.what))
            return true;
    }
    return false;
}

/// Quiet because nobody is there to be texted, or quiet because of who it is.
bool isNobody(Reason reason)
{
    return reason == Reason::OwnNumber || reason == Reason::InvalidNumber || reason == Reason::Premium || reason == Reason::NotCounted;
}

void conclude(const engine::Decision &decision, ScreenedCall &screened)
{
    const engine::ThreadState &next = decision.next;
    if (earnsFirstText(decision)) {
        screened.expect = QStringLiteral("text");
        screened.reason = QStringLiteral("missed_call");
    } else if (next.quietList) {
        screened.expect = isNobody(next.quietList->reason) ? QStringLiteral("ignore") : QStringLiteral("skip_spam");
        screened.reason = QString::fromLatin1(engine::wordOf(next.quietList->reason));
    } else if (next.callback && !next.callback->done) {
        screened.expect = QStringLiteral("callback_list");
        screened.reason = QString::fromLatin1(engine::wordOf(next.callback->reason));
    } else {
        screened.expect = QStringLiteral("no_new_text");
        screened.reason = next.talkedAt.isSet() ? QStringLiteral("answered") : QStringLiteral("open_thread");
    }
}

} // namespace

ComplaintIndex::ComplaintIndex(const std::vector<ComplaintDay> &days)
{
    for (const ComplaintDay &day : days)
        m_days[day.number].push_back(day);
}

ComplaintCount ComplaintIndex::count(const PhoneNumber &number, QDate from, QDate to) const
{
    ComplaintCount count;
    const auto known = m_days.constFind(number);
    if (known == m_days.cend())
        return count;
    for (const ComplaintDay &day : *known) {
        if (day.day < from || day.day > to)
            continue;
        count.complaints += day.complaints;
        count.robocalls += day.robocalls;
    }
    return count;
}

ScreenedCall screenCall(const CallLine &line, const ComplaintIndex &complaints, const Profile &profile)
{
    const engine::Context context{line.call.endedAt + seenAfter, profile, false, signsOf(line, complaints, profile)};
    const engine::Fact fact = line.call.isMissed() ? engine::Fact(engine::fact::CallMissed{line.call})
                                                   : engine::Fact(engine::fact::CallObserved{line.call});
    const engine::Decision decision = engine::decide(threadOf(line), fact, context);
    ScreenedCall screened;
    const engine::SpamScore score = engine::spamScore(decision.next, context);
    screened.score = score.total;
    screened.points = score.words();
    conclude(decision, screened);
    return screened;
}

QByteArray screenedLine(const CallLine &line, const ScreenedCall &screened)
{
    const QJsonObject object{{QStringLiteral("id"), line.id}, {QStringLiteral("expect"), screened.expect},
        {QStringLiteral("reason"), screened.reason}, {QStringLiteral("score"), screened.score},
        {QStringLiteral("points"), QJsonArray::fromStringList(screened.points)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace deskbell::app
