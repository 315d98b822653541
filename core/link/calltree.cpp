// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/calltree.h"

#include "core/link/calloutcome.h"

#include <algorithm>

namespace deskbell::link {
namespace {

/// Calls that are over and still remembered, so that a late leg finds its call.
constexpr std::size_t mostClosed = 20000;

bool isPutThrough(const CallRecord &leg)
{
    return !leg.parent.isEmpty();
}

Duration voicemailOf(const Call &call, const CallRecord &root)
{
    if (call.result != CallResult::Voicemail)
        return Duration(0);
    const Duration whole = root.talked.value_or(root.endedAt.isSet() ? root.endedAt - root.startedAt : Duration(0));
    return std::max(Duration(0), whole - call.rang);
}

} // namespace

QString CallTree::rootOf(const QString &sid) const
{
    QString at = sid;
    // A leg can be the child of a child (a transfer); the bound is for a provider that says a circle.
    for (int steps = 0; steps < 8; ++steps) {
        const auto parent = m_parents.constFind(at);
        if (parent == m_parents.constEnd())
            return at;
        at = *parent;
    }
    return at;
}

void CallTree::adoptChildren(const CallRecord &leg, const QString &root, Instant now)
{
    // Children seen before this leg stand under it as if it were a root.
    const auto orphan = m_trees.find(leg.sid);
    if (leg.sid == root || orphan == m_trees.end())
        return;
    Tree children = std::move(*orphan);
    m_trees.erase(orphan);
    m_open.remove(leg.sid);
    m_waiting.remove(leg.sid);
    Tree &tree = m_trees[root];
    tree.lastSeen = now;
    tree.legs.insert(tree.legs.end(), children.legs.begin(), children.legs.end());
}

CallTree::Tree &CallTree::place(const CallRecord &leg, Instant now)
{
    if (isPutThrough(leg))
        m_parents.insert(leg.sid, leg.parent);
    const QString root = rootOf(leg.sid);
    if (isPutThrough(leg))
        adoptChildren(leg, root, now);
    Tree &tree = m_trees[root];
    tree.lastSeen = now;
    if (!isPutThrough(leg)) {
        // A row read earlier may arrive later: what is over stays over.
        if (!tree.root || !tree.root->isOver() || leg.isOver())
            tree.root = leg;
        return tree;
    }
    const auto known =
        std::find_if(tree.legs.begin(), tree.legs.end(), [&](const CallRecord &l) { return l.sid == leg.sid; });
    if (known == tree.legs.end())
        tree.legs.push_back(leg);
    else if (!known->isOver() || leg.isOver())
        *known = leg;
    return tree;
}

bool CallTree::waitsForLegs(const Tree &tree, Instant now) const
{
    return tree.root->status == CallRecord::Status::Completed && tree.root->direction == CallRecord::Direction::Inbound
        && now < tree.overSince + m_settleAfter;
}

std::vector<CallSighting> CallTree::note(const CallRecord &leg, Instant now)
{
    Tree &tree = place(leg, now);
    return weigh(rootOf(leg.sid), tree, now);
}

std::vector<CallSighting> CallTree::noteMissed(const CallRecord &root, Instant now)
{
    Tree &tree = place(root, now);
    if (isPutThrough(root) || isOutgoing(root))
        return weigh(rootOf(root.sid), tree, now);
    if (tree.toldMissed || tree.toldAnswered)
        return {};
    Call call = describe(root, tree.legs);
    call.result = outcomeOf(root, tree.legs);
    if (call.result == CallResult::Answered)
        call.result = CallResult::NoAnswer; // the provider knows better than our reading of its legs
    call.voicemail = voicemailOf(call, root);
    tree.toldMissed = true;
    close(root.sid, tree);
    return {{CallSighting::Kind::Missed, call}};
}

std::vector<CallSighting> CallTree::weigh(const QString &sid, Tree &tree, Instant now)
{
    if (!tree.root)
        return {};
    const auto isOver = [](const CallRecord &leg) { return leg.isOver(); };
    if (!tree.root->isOver() || !std::all_of(tree.legs.begin(), tree.legs.end(), isOver))
        return stillOpen(sid, tree);
    if (!tree.overSince.isSet())
        tree.overSince = now;
    Call call = describe(*tree.root, tree.legs);
    call.result = outcomeOf(*tree.root, tree.legs);
    call.voicemail = voicemailOf(call, *tree.root);
    return over(sid, tree, call, now);
}

std::vector<CallSighting> CallTree::stillOpen(const QString &sid, Tree &tree)
{
    tree.overSince = {};
    m_waiting.remove(sid);
    if (tree.toldMissed || tree.toldAnswered)
        return {}; // a late leg of a call that was reported: its end may still say "answered"
    m_open.insert(sid);
    if (tree.toldRinging)
        return {};
    tree.toldRinging = true;
    return {{CallSighting::Kind::Ringing, describe(*tree.root, tree.legs)}};
}

std::vector<CallSighting> CallTree::over(const QString &sid, Tree &tree, const Call &call, Instant now)
{
    const bool answered = call.result == CallResult::Answered;
    const bool told = answered || call.outgoing ? tree.toldAnswered : tree.toldMissed || tree.toldAnswered;
    if (!told && !answered && !call.outgoing && waitsForLegs(tree, now)) {
        m_open.insert(sid);
        m_waiting.insert(sid);
        return {};
    }
    (answered || call.outgoing ? tree.toldAnswered : tree.toldMissed) = true;
    close(sid, tree);
    if (told)
        return {};
    using Kind = CallSighting::Kind;
    return {{call.outgoing ? Kind::Outgoing : answered ? Kind::Answered : Kind::Missed, call}};
}

void CallTree::close(const QString &sid, Tree &tree)
{
    m_open.remove(sid);
    m_waiting.remove(sid);
    tree.legs.clear();
    if (std::exchange(tree.isClosed, true))
        return;
    m_closed.push_back(sid);
    if (m_closed.size() <= mostClosed)
        return;
    m_trees.remove(m_closed.front()); // never the one just closed: it stands at the other end
    m_closed.pop_front();
    if (m_parents.size() > qsizetype(4 * mostClosed))
        m_parents.removeIf([this](const auto &entry) { return !m_trees.contains(rootOf(entry.key())); });
}

std::vector<CallSighting> CallTree::settle(Instant now)
{
    std::vector<CallSighting> all;
    const QSet<QString> waiting = m_waiting;
    for (const QString &sid : waiting) {
        for (CallSighting &sighting : weigh(sid, m_trees[sid], now))
            all.push_back(std::move(sighting));
    }
    return all;
}

Instant CallTree::nextSettle() const
{
    Instant next;
    for (const QString &sid : m_waiting) {
        const Instant at = m_trees.constFind(sid)->overSince + m_settleAfter;
        if (!next.isSet() || at < next)
            next = at;
    }
    return next;
}

QStringList CallTree::unseenSince(Instant then) const
{
    QStringList unseen;
    for (const QString &sid : m_open) {
        if (m_trees.constFind(sid)->lastSeen < then)
            unseen << sid;
    }
    return unseen;
}

QStringList CallTree::forget(Instant lastSeenBefore)
{
    const QStringList lost = unseenSince(lastSeenBefore);
    for (const QString &sid : lost) {
        m_open.remove(sid);
        m_waiting.remove(sid);
        m_trees.remove(sid);
    }
    return lost;
}

} // namespace deskbell::link
