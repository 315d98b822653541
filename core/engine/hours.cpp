// SPDX-License-Identifier: GPL-3.0-or-later
// When automatic texts may leave: every zone and rule the number can mean, the shop's own hours, and the caps.
#include "core/engine/working.h"
#include "core/numbering/caps.h"
#include "core/numbering/quiethours.h"

#include <algorithm>

namespace deskbell::engine {
namespace {

constexpr Duration lateFirstText = 5min; // later it is no immediate answer to a call any more (compliance, kinds)
constexpr size_t rememberedCounted = 8;

numbering::SendingHours hoursOf(const ThreadState &s, const Context &c)
{
    const Policy &policy = c.profile.policy;
    numbering::PlaceHints hints{s.plan.zone.toLatin1(), numbering::regionsInAddress(s.lead.value(QStringLiteral("address")))};
    if (!s.plan.region.isEmpty())
        hints.regions << s.plan.region;
    return {s.caller, {c.profile.zone.id(), policy.nudgeFrom, policy.nudgeTo}, hints};
}

numbering::TextsSoFar textsSoFar(const ThreadState &s, const OrderId &besides)
{
    numbering::TextsSoFar texts;
    for (const CountedText &text : s.plan.counted) {
        if (text.order != besides)
            texts.sent.push_back(text.at);
    }
    std::sort(texts.sent.begin(), texts.sent.end());
    // Who rings again speaks too: the new call is answered, whatever they left unanswered before.
    texts.lastWord = s.episode ? std::max(s.lastInboundAt, s.episode->at) : s.lastInboundAt;
    return texts;
}

QString wordOf(TextKind kind)
{
    return kind == TextKind::FirstText ? QStringLiteral("first_text")
        : kind == TextKind::Reminder   ? QStringLiteral("reminder")
                                       : QStringLiteral("follow_up");
}

} // namespace

bool isCounted(TextKind kind)
{
    return kind == TextKind::FirstText || kind == TextKind::FollowUp || kind == TextKind::Reminder;
}

bool hoursApply(TextKind kind, const ThreadState &state, const Context &context)
{
    if (kind != TextKind::FirstText)
        return isCounted(kind);
    if (context.profile.policy.holdFirstTextInQuietHours)
        return true;
    if (!state.episode)
        return false;
    const Episode &call = *state.episode;
    return context.now - (call.lastCallAt + call.rang + call.voicemail) > lateFirstText;
}

SendTime sendTime(const ThreadState &state, const Context &context, Instant from, const OrderId &besides)
{
    const numbering::SendingHours hours = hoursOf(state, context);
    const numbering::CapAnswer caps = numbering::askCaps(hours.rules(), textsSoFar(state, besides), from);
    if (!caps.freeAt)
        return {std::nullopt, {caps.rule}, hours.zonesAt(from)};
    SendTime time{hours.nextAllowed(*caps.freeAt), {}, {}};
    if (time.at && *time.at == from)
        return time; // the names are only made where they are written down
    time.rules = hours.rulesAt(*caps.freeAt);
    if (!caps.rule.isEmpty())
        time.rules.prepend(caps.rule);
    time.zones = hours.zonesAt(*caps.freeAt);
    return time;
}

void journalHours(Working &w, const char *code, TextKind kind, const SendTime &time, const OrderId &about)
{
    QStringList rules = time.rules;
    QStringList zones = time.zones;
    if (rules.isEmpty()) {
        const numbering::SendingHours hours = hoursOf(w.state(), w.context);
        rules = hours.rulesAt(w.now());
        zones = hours.zonesAt(w.now());
    }
    QStringList args{wordOf(kind), rules.join(u' '), zones.join(u' '), QString::fromLatin1(numbering::hoursVersion)};
    if (time.at && *time.at > w.now())
        args << time.at->utc().toString(Qt::ISODate);
    w.journal(code, args, about.value);
}

void countText(Working &w, const OrderId &order)
{
    ThreadState &s = w.state();
    uncountText(s, order);
    std::erase_if(s.plan.counted, [&](const CountedText &text) { return text.at + 24h <= w.now() && text.at <= s.lastInboundAt; });
    s.plan.counted.push_back({order, w.now()});
    if (s.plan.counted.size() > rememberedCounted)
        s.plan.counted.erase(s.plan.counted.begin());
}

void uncountText(ThreadState &state, const OrderId &order)
{
    std::erase_if(state.plan.counted, [&](const CountedText &text) { return text.order == order; });
}

void onOperatorSetPlace(Working &w, const fact::OperatorSetPlace &fact)
{
    ThreadState &s = w.state();
    s.plan.zone = numbering::zoneNamed(fact.zone.toLatin1()) ? fact.zone : QString();
    s.plan.region = fact.region;
    w.journal("place.set", {fact.seat, s.plan.zone, s.plan.region});
    if (std::holds_alternative<phase::WaitingForCaller>(s.phase))
        planNudge(w);
}

} // namespace deskbell::engine
