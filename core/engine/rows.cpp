// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/rows.h"

#include "core/base/match.h"
#include "core/engine/working.h"

namespace deskbell::engine {
namespace {

QString nameOf(const ThreadState &s)
{
    const QString told = s.lead.value(QStringLiteral("name"));
    return told.isEmpty() ? s.callerName : told;
}

QString wantsOf(const ThreadState &s, const Profile &profile)
{
    const Service *service = profile.service({s.lead.value(QStringLiteral("service"))});
    if (!service)
        return {};
    const QString variant = s.lead.value(QStringLiteral("variant"));
    if (variant.isEmpty() || variant == QLatin1String("any"))
        return service->name;
    return service->name % QStringLiteral(", ") % variant;
}

bool unclearSend(const ThreadState &s)
{
    return s.callback && !s.callback->done && s.callback->reason == Reason::SendUnclear;
}

/// The open promise that is due first.
const Promise *nearestPromise(const ThreadState &s)
{
    const Promise *nearest = nullptr;
    for (const Promise &promise : s.promises) {
        if (promise.end == PromiseEnd::Open && (!nearest || promise.dueAt < nearest->dueAt))
            nearest = &promise;
    }
    return nearest;
}

} // namespace

Section sectionOf(const ThreadState &state)
{
    if (state.held())
        return Section::WithPerson;
    if (state.alert)
        return Section::NeedsPerson;
    if (state.quietList)
        return Section::QuietList;
    if (unclearSend(state))
        return Section::NeedsPerson;
    return std::visit(Match{
                          [](const phase::NeedsPerson &) { return Section::NeedsPerson; },
                          [](const phase::Answering &) { return Section::AssistantAnswering; },
                          [](const phase::Offering &) { return Section::AssistantAnswering; },
                          [](const phase::Booking &) { return Section::AssistantAnswering; },
                          [](const phase::Greeting &) { return Section::AssistantAnswering; },
                          [&](const phase::WaitingForCaller &) { return state.quiet ? Section::Done : Section::WaitingForCaller; },
                          [](const auto &) { return Section::Done; },
                      },
        state.phase);
}

ThreadRow threadRow(const ThreadState &state, const Context &context)
{
    const Policy &policy = context.profile.policy;
    ThreadRow row;
    row.thread = state.id;
    row.section = sectionOf(state);
    row.name = nameOf(state);
    row.caller = state.caller;
    row.lastText = state.lastText;
    row.lastTextInbound = state.lastTextInbound;
    row.urgent = state.urgent;
    row.holder = state.holder;
    row.wants = wantsOf(state, context.profile);
    row.outcome = state.lead.outcome;
    row.optedOut = state.optOut.has_value();
    row.unread = state.unread;
    row.lastAt = std::max(state.lastInboundAt, state.lastOutboundAt);
    if (state.episode) {
        row.callAt = state.episode->lastCallAt;
        row.rang = state.episode->rang;
        row.lastAt = std::max(row.lastAt, state.episode->lastCallAt);
        row.missedCallOnly = state.lastInboundAt < state.episode->at;
    }
    if (state.alert) {
        row.alert = state.alert->level;
        row.acknowledgedBy = state.alert->acknowledgedBy;
        row.acknowledged = state.alert->acknowledgedAt.isSet();
        row.paged = state.alert->paged;
        row.nextPage = state.alert->nextPageAt;
        if (const QStringList &people = policy.onCall; !people.isEmpty())
            row.nextPerson = people[state.alert->pages % people.size()];
    }
    if (const Promise *promise = nearestPromise(state)) {
        row.promise = promise->words;
        row.promiseDue = promise->dueAt;
        row.promisedBy = promise->by;
    }
    if (!state.appointments.empty())
        row.appointmentAt = state.appointments.back().slot.start;
    if (const auto *waiting = std::get_if<phase::WaitingForCaller>(&state.phase))
        row.nextNudge = waiting->nextNudge;
    if (state.quietList) {
        row.reason = state.quietList->reason;
        row.spamPoints = state.quietList->points;
    }
    row.tag = state.tag;
    if (const auto *person = std::get_if<phase::NeedsPerson>(&state.phase)) {
        row.reason = person->reason;
        row.reasonDetail = person->kind;
    } else if (state.alert && !state.held()) {
        row.reason = Reason::Urgent;
        row.reasonDetail = state.alert->kind;
    } else if (unclearSend(state)) {
        row.reason = Reason::SendUnclear;
    } else if (const auto *only = std::get_if<phase::CallbackOnly>(&state.phase)) {
        row.reason = only->reason;
    }
    if (row.section == Section::NeedsPerson || row.section == Section::WithPerson) {
        row.waitsSince = state.callerWaitsSince;
        row.limit = state.urgent ? policy.urgentLimit : policy.personLimit;
    }
    return row;
}

std::optional<CallbackRow> callbackRow(const ThreadState &state, const Context &context)
{
    if (!state.callback)
        return std::nullopt;
    const CallbackItem &item = *state.callback;
    CallbackRow row;
    row.thread = state.id;
    row.name = nameOf(state);
    row.caller = state.caller;
    row.reason = item.reason;
    row.context = wantsOf(state, context.profile);
    row.dueAt = item.dueAt;
    row.since = item.since;
    row.tries = item.tries;
    row.done = item.done;
    row.doneAt = item.doneAt;
    row.result = item.result;
    row.promise = item.promise;
    row.promisedBy = item.promisedBy;
    row.claimedBy = isClaimed(item, context.now) ? item.claimedBy : QString();
    row.urgent = state.urgent;
    if (state.episode) {
        row.calls = state.episode->calls;
        row.lastCallAt = state.episode->lastCallAt;
        row.voicemail = state.episode->voicemail;
    }
    for (const QString &line : state.lead.summary.split(u'\n', Qt::SkipEmptyParts))
        row.beforeYouDial << line;
    if (state.lastTextInbound && !state.lastText.isEmpty())
        row.beforeYouDial << u"said\t" % state.lastText.left(160);
    return row;
}

} // namespace deskbell::engine
