// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/callbackorder.h"

#include "core/domain/openinghours.h"

#include <tuple>

namespace deskbell::ui {

DayBounds dayOf(Instant now, const QTimeZone &zone)
{
    const QDate today = toWall(now, zone).date();
    return {now, toInstant(today, QTime(0, 0), zone), toInstant(today.addDays(1), QTime(0, 0), zone)};
}

CallbackRank rankOf(const engine::CallbackRow &row, Instant now)
{
    if (row.caller.isWithheld())
        return CallbackRank::Withheld;
    if (!row.promise.isEmpty() && row.dueAt.isSet() && row.dueAt <= now)
        return CallbackRank::PromisedOverdue;
    if (row.urgent)
        return CallbackRank::Urgent;
    if (row.reason == engine::Reason::Today)
        return CallbackRank::First;
    return row.reason == engine::Reason::NoReply ? CallbackRank::NoReply : CallbackRank::ByTime;
}

std::optional<CallbackTab> tabOf(const engine::CallbackRow &row, const DayBounds &day)
{
    if (row.done) {
        const bool today = row.doneAt >= day.start && row.doneAt < day.end;
        return today ? std::optional(CallbackTab::Done) : std::nullopt;
    }
    return row.dueAt < day.end || row.caller.isWithheld() ? CallbackTab::Now : CallbackTab::Later;
}

bool callsBefore(const engine::CallbackRow &left, const engine::CallbackRow &right, Instant now)
{
    if (left.done || right.done) {
        return std::make_tuple(left.done, -left.doneAt.ms, left.thread)
            < std::make_tuple(right.done, -right.doneAt.ms, right.thread);
    }
    const auto key = [now](const engine::CallbackRow &row) {
        return std::make_tuple(rankOf(row, now), row.dueAt, row.since, row.thread);
    };
    return key(left) < key(right);
}

} // namespace deskbell::ui
