// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threads/holderwords.h"

#include "ui/theme/paint.h"
#include "ui/words/reasons.h"
#include "ui/words/when.h"

#include <QCoreApplication>

namespace deskbell::ui {

using engine::HolderKind;
using Kind = Button::Kind;
using BarLook = ControlBar::Look;
namespace phase = engine::phase;

namespace {

struct Bar {
    Q_DECLARE_TR_FUNCTIONS(deskbell::ui::Bar)
};

ControlBar::Act act(BarAct id, const QString &label, Icon icon, const QString &key, Kind kind)
{
    return {int(id), label, icon, key, kind};
}

ControlBar::Act takeOver(const QString &label, Kind kind)
{
    return act(BarAct::TakeOver, label, Icon::Hand, QStringLiteral("F2"), kind);
}

BarWords asked(const BarScene &scene)
{
    const Duration waited = scene.now - scene.claim.askedAt;
    BarWords words;
    words.holder = {BarLook::Blue, Icon::Hand, Bar::tr("Pausing the AI…"), QString(), QString(), -1};
    if (waited >= 5s) {
        words.holder.look = BarLook::Amber;
        words.holder.title = Bar::tr("No answer from the engine");
        words.holder.line = Bar::tr("The AI may still answer this caller. Call instead?");
        words.acts = {act(BarAct::Call, Bar::tr("Call"), Icon::Phone, QStringLiteral("F3"), Kind::Outline)};
    } else if (waited >= 2s) {
        words.holder.line = Bar::tr("Still asking. The AI may answer once more");
    }
    words.sendLabel = Bar::tr("Send");
    return words;
}

BarWords mine(const runtime::ThreadView &view, const BarScene &scene)
{
    BarWords words;
    words.holder = {BarLook::Blue, Icon::Hand, Bar::tr("You have this caller, AI is paused"), QString(), QString(), 1};
    const Instant waits = view.state.callerWaitsSince;
    const Duration limit = scene.profile.policy.silenceAlarm;
    if (scene.unsent) {
        words.holder.line = Bar::tr("Your text is not sent yet");
    } else if (!waits.isSet()) {
        words.holder.line = Bar::tr("The caller has your answer");
    } else {
        const Duration left = std::max(waits, view.row.holder.since) + limit - scene.now;
        words.holder.line = Bar::tr("Rings again after %1 of silence");
        words.holder.clock = clockWords(std::max<qint64>(0, left / 1s));
        words.holder.ringLeft = std::clamp(double(left.count()) / double(limit.count()), 0.0, 1.0);
        if (left < 1min)
            words.holder.look = BarLook::Amber;
    }
    words.acts = {act(BarAct::HandBack, Bar::tr("Hand back to AI"), Icon::Star, QStringLiteral("F4"), Kind::AiOutline)};
    words.sendLabel = Bar::tr("Send");
    words.maySend = true;
    words.hint = Bar::tr("Write to %1").arg(firstName(view.row.name, view.row.caller));
    return words;
}

BarWords others(const runtime::ThreadView &view, const BarScene &scene)
{
    const engine::Holder &holder = view.row.holder;
    const QString since = holder.since.isSet() ? dayTime(holder.since, scene.now, scene.profile.zone) : QString();
    BarWords words;
    words.holder.look = BarLook::Tint;
    words.holder.icon = Icon::Desk;
    if (holder.seat.isEmpty()) {
        words.holder.title = Bar::tr("Answered from the shop phone, AI is paused");
        words.acts = {takeOver(Bar::tr("Take over"), Kind::Outline)};
        words.hint = Bar::tr("Type to take over");
        words.sendLabel = Bar::tr("Send");
    } else {
        words.holder.title = Bar::tr("%1 has this caller").arg(holder.seat);
        const QString label =
            scene.takeAsked ? Bar::tr("Take it? Press again") : Bar::tr("Take from %1").arg(holder.seat);
        words.acts = {act(BarAct::TakeFromOther, label, Icon::Hand, QStringLiteral("F2"),
            scene.takeAsked ? Kind::Primary : Kind::Outline)};
        words.hint = Bar::tr("One answer only. What you type here is kept");
        words.sendLabel = Bar::tr("Wait for %1").arg(holder.seat);
    }
    words.holder.line = since.isEmpty() ? QString() : Bar::tr("Since %1").arg(since);
    return words;
}

BarWords nobody(const runtime::ThreadView &view, const BarScene &scene)
{
    BarWords words;
    words.holder = {
        BarLook::Red, Icon::Alert, Bar::tr("AI has stopped. A person must answer"), QString(), QString(), -1};
    const Instant since = view.row.waitsSince;
    if (since.isSet() && view.row.limit > 0ms) {
        words.holder.line = Bar::tr("Waiting %1 of %2").arg(QStringLiteral("%1"), clockWords(view.row.limit / 1s));
        words.holder.clock = clockWords((scene.now - since) / 1s);
    } else {
        words.holder.line = word(view.row.reason);
    }
    words.acts = {takeOver(Bar::tr("Take it now"), Kind::Primary)};
    if (view.row.acknowledged)
        words.holder.title = view.row.acknowledgedBy.isEmpty() ? Bar::tr("Somebody deals with it. AI has stopped")
                                                               : Bar::tr("%1 deals with it. AI has stopped").arg(view.row.acknowledgedBy);
    else if (view.row.alert)
        words.acts.append(act(BarAct::Acknowledge, Bar::tr("I deal with it"), Icon::Check, QStringLiteral("F9"), Kind::Outline));
    words.hint = Bar::tr("Type to take over");
    words.sendLabel = Bar::tr("Send");
    return words;
}

/// Calls are a person's: nothing to pause, nothing to take over.
BarWords callBack(const runtime::ThreadView &view, const BarScene &scene)
{
    const auto &item = view.state.callback;
    const bool open = item && !item->done;
    BarWords words;
    words.holder.look = BarLook::Tint;
    words.holder.icon = Icon::Callback;
    words.holder.title = open ? Bar::tr("On the call-back list") : Bar::tr("This caller is not texted");
    words.holder.line = word(view.row.reason);
    if (open && item->dueAt.isSet())
        words.holder.line =
            Bar::tr("%1, due %2").arg(words.holder.line, dayTime(item->dueAt, scene.now, scene.profile.zone));
    words.sendLabel = Bar::tr("Send");
    return words;
}

QString assistantsTitle(const runtime::ThreadView &view)
{
    if (std::holds_alternative<phase::Closed>(view.state.phase))
        return Bar::tr("Done. AI answers when this caller writes again");
    if (std::holds_alternative<phase::Booked>(view.state.phase))
        return Bar::tr("Booked. AI answers when this caller writes");
    if (view.row.section == engine::Section::AssistantAnswering)
        return Bar::tr("AI is answering this caller");
    return Bar::tr("AI waits for this caller");
}

BarWords assistants(const runtime::ThreadView &view)
{
    BarWords words;
    words.holder.look = BarLook::Violet;
    words.holder.icon = Icon::StarFilled;
    words.holder.title = assistantsTitle(view);
    words.holder.line = Bar::tr("Start typing and it pauses at once");
    words.acts = {takeOver(Bar::tr("Take over"), Kind::Primary)};
    words.hint = Bar::tr("Type to take over");
    words.sendLabel = Bar::tr("Send");
    return words;
}

} // namespace

bool isHeldBy(const engine::Holder &holder, const QString &seat)
{
    return holder.kind == HolderKind::Seat && !seat.isEmpty() && holder.seat == seat;
}

namespace {

/// Why the box is locked, and by whose word.
QString optOutSentence(const engine::OptOutMark &no, const QString &when)
{
    if (no.channel == u"provider")
        return Bar::tr("This caller blocks our texts, the provider said %1. You may call, not text.").arg(when);
    if (no.channel == u"staff")
        return Bar::tr("This caller told %1 %2 not to text. You may call, not text.").arg(no.who, when);
    return Bar::tr("This caller said STOP %1. You may call, not text.").arg(when);
}

} // namespace

BarWords barWords(const runtime::ThreadView &view, const BarScene &scene)
{
    if (isHeldBy(view.row.holder, scene.seat))
        return mine(view, scene);
    if (scene.claim.waits())
        return asked(scene);
    if (view.row.holder.kind == HolderKind::Seat)
        return others(view, scene);
    if (view.row.section == engine::Section::NeedsPerson || view.row.holder.kind == HolderKind::Nobody)
        return nobody(view, scene);
    if (std::holds_alternative<phase::CallbackOnly>(view.state.phase))
        return callBack(view, scene);
    return assistants(view);
}

QString closedSentence(const runtime::ThreadView &view, const Profile &profile, Instant now)
{
    const engine::ThreadState &state = view.state;
    if (state.optOut)
        return optOutSentence(*state.optOut, dayTime(state.optOut->at, now, profile.zone));
    if (state.caller.isWithheld())
        return Bar::tr("This caller's number is withheld. It cannot be texted or called.");
    switch (state.lineType) {
    case LineType::Landline: return Bar::tr("This is a landline. It cannot be texted. Call instead.");
    case LineType::TollFree: return Bar::tr("This is a toll-free number. It cannot be texted. Call instead.");
    case LineType::Premium: return Bar::tr("This is a premium number. It is not texted, because that costs.");
    default: return {};
    }
}

} // namespace deskbell::ui
