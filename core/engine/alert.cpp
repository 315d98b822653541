// SPDX-License-Identifier: GPL-3.0-or-later
// The page: people are called one after the other until one of them says that they deal with it.
#include "core/engine/working.h"

namespace deskbell::engine {
namespace {

/// Every minute at first. Whoever slept through ten of them is not helped by a thousand, but it never ends by itself.
Duration untilNextPage(int pages, const Policy &policy)
{
    constexpr int everyTime = 10;
    constexpr int oftenEnough = 40;
    if (pages <= everyTime)
        return policy.pageEvery;
    return std::max<Duration>(policy.pageEvery, pages <= oftenEnough ? Duration(5min) : Duration(30min));
}

void page(Working &w)
{
    ThreadState &s = w.state();
    Alert &alert = *s.alert;
    const QStringList &people = w.policy().onCall;
    alert.paged = people.isEmpty() ? QString() : people[alert.pages % people.size()];
    const QString count = QString::number(alert.pages + 1);
    w.order(w.key(u"page:" % QString::number(alert.since.ms) % u':' % count),
        order::Notify{order::Urgency::Critical, alert.pages == 0 ? QStringLiteral("urgent") : QStringLiteral("page"),
            {alert.kind, alert.paged, count}},
        0);
    ++alert.pages;
    alert.nextPageAt = w.now() + untilNextPage(alert.pages, w.policy());
    w.journal("alert.page", {count, alert.paged});
}

/// Somebody said they deal with it, and the caller still waits.
Instant lapsesAt(const ThreadState &s, const Policy &policy)
{
    if (!s.alert->acknowledgedAt.isSet() || !s.callerWaitsSince.isSet() || s.held())
        return {};
    return s.alert->acknowledgedAt + policy.silenceAlarm;
}

} // namespace

void raiseAlert(Working &w, const Emergency &what)
{
    ThreadState &s = w.state();
    if (!s.alert)
        s.alert.emplace().since = w.now();
    Alert &alert = *s.alert;
    alert.level = what.level;
    alert.kind = what.kind;
    alert.rule = what.rule;
    alert.acknowledgedAt = {}; // it got graver: what somebody has seen is not this
    alert.acknowledgedBy.clear();
    s.urgent = true;
    alert.nextPageAt = what.whenOpen ? morningOrNow(w) : w.now();
    if (alert.nextPageAt <= w.now())
        page(w);
}

void updateAlert(Working &w)
{
    ThreadState &s = w.state();
    Alert &alert = *s.alert;
    ++alert.updates;
    alert.lastUpdateAt = w.now();
    const QString count = QString::number(alert.updates);
    w.journal("alert.updated", {count});
    // Who is being paged hears of it with the next page; who said they deal with it hears of it now.
    if (!alert.acknowledgedAt.isSet() || s.held())
        return;
    w.order(w.key(u"alert_again:" % QString::number(alert.since.ms) % u':' % count),
        order::Notify{order::Urgency::Normal, QStringLiteral("alert_again"), {alert.kind, alert.acknowledgedBy}}, 0);
}

void acknowledgeAlert(Working &w, const QString &seat)
{
    ThreadState &s = w.state();
    if (!s.alert || s.alert->acknowledgedAt.isSet())
        return;
    s.alert->acknowledgedAt = w.now();
    s.alert->acknowledgedBy = seat;
    s.alert->nextPageAt = {};
    w.journal("alert.acknowledged", {seat});
}

void onOperatorAcknowledged(Working &w, const fact::OperatorAcknowledged &fact)
{
    ThreadState &s = w.state();
    if (!s.alert || s.alert->acknowledgedAt.isSet())
        return;
    acknowledgeAlert(w, fact.seat);
    w.systemLine("acknowledged", {fact.seat}, w.key(u"acknowledged:" % QString::number(w.now().ms)).value);
}

void releaseAlert(Working &w)
{
    ThreadState &s = w.state();
    s.urgent = false;
    if (!s.alert)
        return;
    s.alert.reset();
    w.journal("alert.released");
}

Instant alertDueAt(const ThreadState &state, const Policy &policy)
{
    if (!state.alert)
        return {};
    return state.alert->nextPageAt.isSet() ? state.alert->nextPageAt : lapsesAt(state, policy);
}

void onAlertDue(Working &w)
{
    ThreadState &s = w.state();
    Alert &alert = *s.alert;
    if (alert.acknowledgedAt.isSet()) {
        w.journal("alert.again", {alert.acknowledgedBy});
        alert.acknowledgedAt = {};
        alert.acknowledgedBy.clear();
        s.urgent = true;
    }
    page(w);
}

} // namespace deskbell::engine
