// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/callbacks/callbackwords.h"

#include "ui/models/callbackorder.h"
#include "ui/words/reasons.h"
#include "ui/words/when.h"

#include <QCoreApplication>

namespace deskbell::ui {

using engine::CallbackRow;
using engine::Reason;

namespace {

struct Calls {
    Q_DECLARE_TR_FUNCTIONS(deskbell::ui::Calls)
};

Icon iconOf(const CallbackRow &row)
{
    if (row.urgent)
        return Icon::Alert;
    switch (row.reason) {
    case Reason::Landline: return Icon::Landline;
    case Reason::Withheld: return Icon::EyeOff;
    case Reason::NoReply: return Icon::Clock;
    case Reason::OptedOut:
    case Reason::WroteAfterOptOut: return Icon::MinusCircle;
    case Reason::Undelivered:
    case Reason::SendUnclear:
    case Reason::SendRefused: return Icon::LinkOff;
    default: return Icon::Phone;
    }
}

QString overdueBy(Duration late)
{
    if (late < 1h)
        return Calls::tr("overdue %1 min").arg(std::max<qint64>(1, late / 1min));
    return late < 24h ? Calls::tr("overdue %1 h").arg(late / 1h) : Calls::tr("overdue %1 d").arg(late / 24h);
}

void fillDue(CallbackWords &words, const CallbackRow &row, Instant now, const Profile &profile)
{
    if (row.done) {
        words.due = dayTime(row.doneAt, now, profile.zone);
    } else if (!words.canDial) {
        words.due = Calls::tr("no number");
    } else if (row.dueAt.isSet() && row.dueAt + 1min <= now) {
        words.overdue = true;
        words.due = overdueBy(now - row.dueAt);
    } else if (row.dueAt.isSet()) {
        words.due = Calls::tr("due %1").arg(dayTime(row.dueAt, now, profile.zone));
    }
}

QString calledWords(const CallbackRow &row, Instant now, const Profile &profile)
{
    if (!row.lastCallAt.isSet())
        return {};
    const QString last = dayTime(row.lastCallAt, now, profile.zone);
    QString said = row.calls > 1 ? Calls::tr("Called us %1 times, last %2").arg(row.calls).arg(last)
                                 : Calls::tr("Called us %1").arg(last);
    if (row.voicemail > 0ms)
        said = Calls::tr("%1, voicemail of %2").arg(said, seconds(row.voicemail));
    return said;
}

} // namespace

CallbackWords callbackWords(const CallbackRow &row, Instant now, const Profile &profile)
{
    CallbackWords words;
    words.canDial = !row.caller.isWithheld();
    words.name = callerName(row.name, row.caller);
    words.icon = iconOf(row);
    words.tone = row.urgent ? Tone::Urgent : words.canDial ? Tone::Call : Tone::Neutral;
    words.pill = row.urgent ? pillWord(Reason::Urgent) : pillWord(row.reason);
    if (words.canDial) {
        words.tries = row.tries == 0 ? Calls::tr("no tries yet")
            : row.tries == 1         ? Calls::tr("tried once")
                                     : Calls::tr("tried %1 times").arg(row.tries);
    }
    if (!row.claimedBy.isEmpty())
        words.tries = Calls::tr("%1 is calling").arg(row.claimedBy);
    words.called = calledWords(row, now, profile);
    words.context = row.context.isEmpty() ? words.called : row.context;
    words.promise = row.promise.isEmpty() ? QString()
        : row.promisedBy.isEmpty()        ? Calls::tr("Promised: %1").arg(row.promise)
                                          : Calls::tr("%1 promised: %2").arg(row.promisedBy, row.promise);
    if (row.done)
        words.outcome =
            Calls::tr("%1, %2").arg(callbackResultOfCode(row.result), dayTime(row.doneAt, now, profile.zone));
    fillDue(words, row, now, profile);
    return words;
}

QString spokenCallback(const CallbackRow &row, Instant now, const Profile &profile)
{
    const CallbackWords words = callbackWords(row, now, profile);
    QStringList said{
        words.name, words.pill, words.context, words.due, words.promise, row.done ? words.outcome : words.tries};
    said.removeAll(QString());
    return said.join(Calls::tr(", "));
}

QString dialLine(const QString &line)
{
    const qsizetype tab = line.indexOf(u'\t');
    if (tab < 0)
        return line;
    const QString value = line.mid(tab + 1);
    return value.isEmpty() ? factLabel(line.left(tab)) : Calls::tr("%1: %2").arg(factLabel(line.left(tab)), value);
}

std::vector<LaterChoice> laterChoices(Instant now, const Profile &profile)
{
    std::vector<LaterChoice> choices;
    const auto add = [&](Instant at) {
        const Instant open = nextOpening(profile.hours, at, profile.zone).value_or(at);
        const bool known =
            std::any_of(choices.begin(), choices.end(), [open](const LaterChoice &one) { return one.at == open; });
        if (open > now && !known)
            choices.push_back({dayTime(open, now, profile.zone), open});
    };
    const QDate today = toWall(now, profile.zone).date();
    add(now + 1h);
    add(toInstant(today, QTime(16, 0), profile.zone));
    add(toInstant(today.addDays(1), QTime(0, 0), profile.zone));
    std::sort(choices.begin(), choices.end(),
        [](const LaterChoice &left, const LaterChoice &right) { return left.at < right.at; });
    return choices;
}

} // namespace deskbell::ui
