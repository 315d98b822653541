// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearse/answerline.h"

#include "core/engine/codes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace deskbell::app {
namespace {

QString wordOf(LeadOutcome outcome)
{
    switch (outcome) {
    case LeadOutcome::Booked:
    case LeadOutcome::CallbackBooked: return QStringLiteral("booked");
    case LeadOutcome::Rescheduled: return QStringLiteral("rescheduled");
    case LeadOutcome::Cancelled: return QStringLiteral("cancelled");
    case LeadOutcome::Declined: return QStringLiteral("declined");
    case LeadOutcome::Escalated: return QStringLiteral("escalated");
    case LeadOutcome::OptedOut: return QStringLiteral("opted_out");
    case LeadOutcome::WrongNumber: return QStringLiteral("wrong_number");
    case LeadOutcome::ContactedNoReply: return QStringLiteral("contacted_no_reply");
    case LeadOutcome::Spam: return QStringLiteral("spam_skipped");
    case LeadOutcome::ManualCallback: return QStringLiteral("manual_callback");
    case LeadOutcome::Answered:
    case LeadOutcome::ReachedByPhone:
    case LeadOutcome::Open: return QStringLiteral("answered");
    }
    return QStringLiteral("answered");
}

QString wordOf(TextKind kind)
{
    switch (kind) {
    case TextKind::FirstText: return QStringLiteral("first_text");
    case TextKind::Reply: return QStringLiteral("reply");
    case TextKind::FollowUp: return QStringLiteral("follow_up");
    case TextKind::Reminder: return QStringLiteral("reminder");
    case TextKind::OptOutConfirmation: return QStringLiteral("opt_out_confirmation");
    case TextKind::Help: return QStringLiteral("help");
    case TextKind::Staff: return QStringLiteral("staff");
    }
    return QStringLiteral("reply");
}

QString isoAt(Instant at, const Profile &profile)
{
    // Milliseconds would only blur what a virtual clock made exact.
    QDateTime wall = toWall(at, profile.zone);
    return wall.toOffsetFromUtc(wall.offsetFromUtc()).toString(Qt::ISODate);
}

bool firstTextInTime(const Scenario &scenario, const Played &played)
{
    return std::any_of(played.messages.begin(), played.messages.end(), [&](const Played::Message &message) {
        return message.kind == TextKind::FirstText && message.at - scenario.call.startedAt <= 60s + scenario.call.voicemail;
    });
}

QJsonArray bookingsOf(const Scenario &scenario, const Played &played)
{
    QJsonArray bookings;
    for (const Appointment &visit : played.bookings) {
        const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(visit.slot.end - visit.slot.start);
        QJsonObject booking{{QStringLiteral("service"), visit.service.value},
            {QStringLiteral("start"), toWall(visit.slot.start, scenario.profile.zone).toString(QStringLiteral("yyyy-MM-ddTHH:mm"))},
            {QStringLiteral("duration_min"), static_cast<int>(minutes.count())}, {QStringLiteral("name"), visit.name}};
        if (!visit.variant.isEmpty())
            booking.insert(QStringLiteral("variant"), visit.variant);
        bookings.append(booking);
    }
    return bookings;
}

QJsonArray messagesOf(const Scenario &scenario, const Played &played)
{
    QJsonArray messages;
    for (const Played::Message &message : played.messages) {
        messages.append(QJsonObject{{QStringLiteral("at"), isoAt(message.at, scenario.profile)},
            {QStringLiteral("after_event"), message.afterEvent}, {QStringLiteral("kind"), wordOf(message.kind)},
            {QStringLiteral("text"), message.body}});
    }
    return messages;
}

QString clockOf(Instant at, const Profile &profile) { return toWall(at, profile.zone).toString(QStringLiteral("ddd hh:mm:ss")); }

} // namespace

QByteArray answerLine(const Scenario &scenario, const Played &played)
{
    QJsonObject line{{QStringLiteral("id"), scenario.id}, {QStringLiteral("outcome"), wordOf(played.outcome)},
        {QStringLiteral("first_text"), firstTextInTime(scenario, played)},
        {QStringLiteral("opted_out"), played.state.optOut.has_value()}, {QStringLiteral("bookings"), bookingsOf(scenario, played)},
        {QStringLiteral("messages"), messagesOf(scenario, played)}, {QStringLiteral("escalation"), QJsonValue::Null},
        {QStringLiteral("callback"), QJsonValue::Null}};
    if (played.alert) {
        line.insert(QStringLiteral("escalation"),
            QJsonObject{{QStringLiteral("kind"), played.alert->kind.isEmpty() ? QStringLiteral("other") : played.alert->kind},
                {QStringLiteral("after_event"), played.alert->afterEvent},
                {QStringLiteral("seconds"), static_cast<double>(played.alert->after.count()) / 1000}});
    }
    if (played.callback) {
        line.insert(QStringLiteral("callback"),
            QJsonObject{{QStringLiteral("reason"), QString::fromLatin1(engine::wordOf(played.callback->reason))}});
    }
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

QString story(const Scenario &scenario, const Played &played)
{
    const Profile &profile = scenario.profile;
    QString text = QStringLiteral("%1\n\n").arg(scenario.title.isEmpty() ? scenario.id : scenario.title);
    text += QStringLiteral("%1  missed call at %2, rang %3 s\n")
                .arg(clockOf(scenario.call.startedAt, profile), profile.name)
                .arg(std::chrono::duration_cast<std::chrono::seconds>(scenario.call.rang).count());
    for (const engine::HistoryLine &line : played.history) {
        if (line.author == engine::Author::System)
            continue;
        const QString who = line.author == engine::Author::Caller ? QStringLiteral("caller") : QStringLiteral("shop  ");
        text += QStringLiteral("%1  %2  %3\n").arg(clockOf(line.at, profile), who, line.body);
    }
    text += u'\n';
    for (const Appointment &visit : played.bookings) {
        const Service *service = profile.service(visit.service);
        text += QStringLiteral("calendar      %1, %2, %3\n")
                    .arg(toWall(visit.slot.start, profile.zone).toString(QStringLiteral("ddd d MMM hh:mm")),
                        service ? service->name : visit.service.value, profile.resources.value(visit.slot.resource - 1));
    }
    text += QStringLiteral("lead          %1\n").arg(played.state.lead.summary.split(u'\n').join(QStringLiteral("\n              ")));
    for (const Played::Told &told : played.notices)
        text += QStringLiteral("notification  %1: %2 (%3)\n").arg(clockOf(told.at, profile), told.what.code, told.name);
    if (played.callback)
        text += QStringLiteral("call back     %1\n").arg(QString::fromLatin1(engine::wordOf(played.callback->reason)));
    return text;
}

} // namespace deskbell::app
