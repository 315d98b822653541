// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wording.h"
#include "core/engine/working.h"

#include <algorithm>

namespace deskbell::engine {
namespace {

constexpr size_t rememberedUnwanted = 8;

/// One step of the ladder, known by its purpose before it is ordered.
struct Rung {
    int number = 0; ///< from 1
    Instant at; ///< by the ladder alone; hours and caps may put it off
};

OrderId rungId(const ThreadState &s, int number)
{
    const QString episode = s.episode ? s.episode->call.value : QString();
    return {u"nudge:" % episode % u':' % QString::number(s.turn) % u':' % QString::number(number) % u':' % s.id.value};
}

bool isUnwanted(const ThreadState &s, const OrderId &order)
{
    return std::find(s.plan.unwanted.begin(), s.plan.unwanted.end(), order) != s.plan.unwanted.end();
}

int ladderLength(const Policy &policy)
{
    return std::min(policy.maxNudges, static_cast<int>(policy.nudgesAfter.size()));
}

/// The next rung nobody took out.
std::optional<Rung> nextRung(const ThreadState &s, const Policy &policy)
{
    if (s.quiet || s.optOut || s.holder.kind != HolderKind::Assistant || !s.lastOutboundAt.isSet())
        return std::nullopt;
    int index = s.nudges;
    while (index < ladderLength(policy) && isUnwanted(s, rungId(s, index + 1)))
        ++index;
    if (index >= ladderLength(policy))
        return std::nullopt;
    // The first is counted from our last word; the second from the same moment, but never right after the first:
    // "later that day, and once more the next day".
    const auto after = [&](int rung) { return policy.nudgesAfter[static_cast<size_t>(rung)]; };
    if (s.nudges == 0)
        return Rung{index + 1, s.lastOutboundAt + after(index)};
    return Rung{index + 1, s.lastOutboundAt + std::max(after(index) - after(s.nudges - 1), policy.nudgesApart)};
}

void unwant(ThreadState &s, const OrderId &order)
{
    s.plan.unwanted.push_back(order);
    if (s.plan.unwanted.size() > rememberedUnwanted)
        s.plan.unwanted.erase(s.plan.unwanted.begin());
}

/// Nobody is forgotten because no hour suits every rule.
void nobodyMayText(Working &w, const SendTime &time)
{
    w.state().quiet = true;
    journalHours(w, "hours.none", TextKind::FollowUp, time);
    queueCallback(w, Reason::NoAllowedTime);
}

void dropWaiting(Working &w, OwnText &own, const QString &seat)
{
    ThreadState &s = w.state();
    const bool first = own.kind == TextKind::FirstText;
    own.delivery = Delivery::Cancelled;
    w.decision.cancelled.push_back(own.order);
    w.decision.changes.push_back({own.order.value, Delivery::Cancelled, 0, {}, {}});
    uncountText(s, own.order);
    if (!first || !std::holds_alternative<phase::Greeting>(s.phase))
        return;
    s.phase = phase::CallbackOnly{Reason::StaffRequest};
    queueCallback(w, Reason::StaffRequest); // whoever takes the text away takes the caller
    w.journal("callback", {seat});
}

} // namespace

void planNudge(Working &w)
{
    ThreadState &s = w.state();
    s.phase = phase::WaitingForCaller{};
    const auto rung = nextRung(s, w.policy());
    if (!rung)
        return;
    const Instant from = std::max(rung->at, w.now());
    const SendTime time = sendTime(s, w.context, from);
    if (!time.at) {
        nobodyMayText(w, time);
        return;
    }
    if (*time.at > from)
        journalHours(w, "hours.wait", TextKind::FollowUp, time, rungId(s, rung->number));
    s.phase = phase::WaitingForCaller{*time.at};
}

void onPolicyChanged(Working &w)
{
    if (std::holds_alternative<phase::WaitingForCaller>(w.state().phase))
        planNudge(w);
}

void onNudgeDue(Working &w)
{
    ThreadState &s = w.state();
    const auto rung = nextRung(s, w.policy());
    if (!rung) {
        s.phase = phase::WaitingForCaller{};
        return;
    }
    if (w.context.textsStopped) {
        // Not sent later in one burst: what was due while all was stopped is over.
        unwant(s, rungId(s, rung->number));
        w.journal("nudge.skipped", {QString::number(rung->number)});
        planNudge(w);
        return;
    }
    const SendTime time = sendTime(s, w.context, w.now());
    if (!time.at || *time.at > w.now()) {
        planNudge(w); // the machine slept through it, or the rules changed: not at night
        return;
    }
    Saying text;
    text.id = rungId(s, rung->number);
    text.kind = TextKind::FollowUp;
    text.body = nudge(w.profile(), rung->number);
    text.rule = u"nudge." % QString::number(rung->number);
    text.fresh = w.policy().nudgeFresh;
    text.late = w.now() - std::get<phase::WaitingForCaller>(s.phase).nextNudge;
    const int unread = s.unread;
    const QString preview = s.lastText;
    const bool inbound = s.lastTextInbound;
    say(w, std::move(text));
    s.unread = unread;
    s.lastText = preview.isEmpty() ? s.lastText : preview;
    s.lastTextInbound = preview.isEmpty() ? s.lastTextInbound : inbound;
    s.nudges = rung->number;
    planNudge(w);
}

void onOperatorCancelledPlanned(Working &w, const fact::OperatorCancelledPlanned &fact)
{
    ThreadState &s = w.state();
    w.journal(fact.restore ? "plan.restored" : "plan.cancelled", {fact.seat}, fact.order.value);
    std::erase(s.plan.unwanted, fact.order);
    if (!fact.restore) {
        OwnText *own = findOwn(s, fact.order);
        if (own && own->delivery != Delivery::Planned)
            return; // on its way already: nobody can call it back
        unwant(s, fact.order);
        if (own)
            dropWaiting(w, *own, fact.seat);
    }
    if (std::holds_alternative<phase::WaitingForCaller>(s.phase))
        planNudge(w);
}

} // namespace deskbell::engine
