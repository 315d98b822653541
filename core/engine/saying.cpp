// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/working.h"
#include "core/language/textcost.h"

#include <algorithm>

namespace deskbell::engine {
namespace {

constexpr size_t rememberedTexts = 12;

int priorityOf(TextKind kind)
{
    switch (kind) {
    case TextKind::Staff: return 0;
    case TextKind::OptOutConfirmation:
    case TextKind::Help: return 1;
    case TextKind::FirstText: return 2;
    case TextKind::Reply: return 3;
    case TextKind::Reminder: return 6;
    case TextKind::FollowUp: return 8;
    }
    return latePriority;
}

/// A word that answers what was written hours ago, or a nudge whose hour passed while the machine slept.
bool isLate(const Working &w, const Saying &saying)
{
    if (saying.kind == TextKind::Reply && w.state().lastWordAt.isSet())
        return w.now() - w.state().lastWordAt >= w.policy().lateAfter && w.now() - w.state().lastInboundAt < w.policy().lateAfter;
    return saying.kind == TextKind::FollowUp && saying.late >= w.policy().lateAfter;
}

} // namespace

bool isAutomatic(TextKind kind) { return kind != TextKind::Staff; }


OwnText *findOwn(ThreadState &state, const OrderId &order)
{
    const auto it = std::find_if(state.ownTexts.begin(), state.ownTexts.end(), [&](const OwnText &t) { return t.order == order; });
    return it == state.ownTexts.end() ? nullptr : &*it;
}

OwnText *findOwn(ThreadState &state, const ProviderId &text)
{
    const auto it = std::find_if(state.ownTexts.begin(), state.ownTexts.end(), [&](const OwnText &t) { return t.text == text; });
    return it == state.ownTexts.end() ? nullptr : &*it;
}

void say(Working &w, Saying saying)
{
    ThreadState &s = w.state();
    if (isAutomatic(saying.kind))
        saying.body = language::withPlainMarks(saying.body); // a curly quote doubles the price
    HistoryLine line;
    line.id = saying.id.value;
    line.author = saying.kind == TextKind::Staff ? Author::Person : Author::Assistant;
    line.kind = saying.kind;
    line.body = saying.body;
    line.seat = saying.seat;
    line.at = w.now();
    line.delivery = Delivery::Planned;
    line.sources = saying.sources;
    line.rule = saying.rule;
    w.decision.history.push_back(line);

    w.order(saying.id, order::SendText{s.line, s.caller, saying.body, saying.kind, s.holder.version},
        isLate(w, saying) ? latePriority : priorityOf(saying.kind), saying.notBefore, std::max(w.now(), saying.notBefore) + saying.fresh);
    if (isCounted(saying.kind))
        countText(w, saying.id);
    s.ownTexts.push_back({saying.id, saying.kind, Delivery::Planned, {}});
    if (s.ownTexts.size() > rememberedTexts)
        s.ownTexts.erase(s.ownTexts.begin());
    s.lastText = saying.body;
    s.lastTextInbound = false;
    s.lastOutboundAt = w.now();
    s.callerWaitsSince = {};
    if (saying.kind == TextKind::Staff || saying.kind == TextKind::Reply)
        noteOutgoing(w, saying.body, saying.seat);
    if (isAutomatic(saying.kind))
        ++s.unanswered;
}

namespace {

void withdraw(Working &w, bool alsoOfPeople)
{
    for (OwnText &text : w.state().ownTexts) {
        const bool mayStillLeave = text.delivery == Delivery::Planned || text.delivery == Delivery::Unclear;
        const bool stays = leavesAfterNo(text.kind) || (!alsoOfPeople && !isAutomatic(text.kind));
        if (!mayStillLeave || stays)
            continue;
        text.outdated = true;
        if (text.delivery != Delivery::Planned)
            continue;
        text.delivery = Delivery::Cancelled;
        uncountText(w.state(), text.order);
        w.decision.cancelled.push_back(text.order);
        w.decision.changes.push_back({text.order.value, Delivery::Cancelled, 0, {}, {}});
    }
}

} // namespace

void withdrawAutomaticTexts(Working &w) { withdraw(w, false); }

void withdrawAllTexts(Working &w) { withdraw(w, true); }

Instant morningOrNow(const Working &w)
{
    const auto open = nextOpening(w.profile().hours, w.now(), w.profile().zone);
    return open.value_or(w.now());
}

void notify(Working &w, order::Urgency urgency, const char *code, const QStringList &args, const QString &purpose)
{
    const Instant when = urgency == order::Urgency::Critical ? w.now() : morningOrNow(w);
    w.order(w.key(u"notify:" % QString::fromLatin1(code) % u':' % purpose),
        order::Notify{urgency, QString::fromLatin1(code), args}, urgency == order::Urgency::Critical ? 0 : 7, when);
}

} // namespace deskbell::engine
