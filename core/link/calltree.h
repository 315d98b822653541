// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/link/records.h"

#include <QHash>
#include <QSet>
#include <QStringList>
#include <deque>
#include <optional>

namespace deskbell::link {

/// What is newly known about a whole call.
struct CallSighting {
    enum class Kind {
        Ringing, ///< not over yet; of an outgoing call: the shop is calling
        Missed,
        Answered,
        Outgoing, ///< the shop's own call is over; Call::result says whether it was answered
    };
    Kind kind = Kind::Ringing;
    Call call; ///< from is always the caller's number and line the shop's, also when the shop called
    bool operator==(const CallSighting &) const = default;
};

/// Puts the legs of calls together and decides, in any order of arrival, how each whole call ended. A caller's leg
/// says "completed" for a voicemail as well as for a talk: only the legs of the phones that rang tell. A call waits
/// until all its legs are over; each sighting is reported once, and the only change of mind is from missed to answered
/// (a leg that came to light late). Pure: time comes in. Not thread-safe.
class CallTree
{
public:
    /// A caller's leg that is "completed" without an answered leg waits so long for legs the list does not show yet.
    explicit CallTree(Duration settleAfter)
        : m_settleAfter(settleAfter)
    {
    }

    /// A leg as just seen. May be told the same thing any number of times.
    [[nodiscard]] std::vector<CallSighting> note(const CallRecord &leg, Instant now);
    /// The provider itself says that this call was missed: no waiting for legs.
    [[nodiscard]] std::vector<CallSighting> noteMissed(const CallRecord &root, Instant now);
    /// Those whose wait for late legs is over.
    [[nodiscard]] std::vector<CallSighting> settle(Instant now);
    /// When settle() has something to do next; not set: nothing waits.
    [[nodiscard]] Instant nextSettle() const;

    [[nodiscard]] bool isAnyWaiting() const { return !m_waiting.isEmpty(); }

    /// A caller's phone rings or a call of theirs is in progress.
    [[nodiscard]] bool isAnyOpen() const { return !m_open.isEmpty(); }
    [[nodiscard]] bool isOpen(const QString &rootSid) const { return m_open.contains(rootSid); }
    /// Open calls of which no leg was seen since then.
    [[nodiscard]] QStringList unseenSince(Instant then) const;
    /// The root of a leg; the leg itself when it has no parent or the parent is not known.
    [[nodiscard]] QString rootOf(const QString &sid) const;
    /// Gives up on calls that were never reported over, so that a lost status does not hold anything for ever.
    /// Returns their roots.
    QStringList forget(Instant lastSeenBefore);

private:
    struct Tree {
        std::optional<CallRecord> root;
        std::vector<CallRecord> legs;
        Instant overSince; ///< when all known legs were first seen over
        Instant lastSeen;
        bool toldRinging = false;
        bool toldMissed = false;
        bool toldAnswered = false; ///< or, of the shop's own call, told that it is over
        bool isClosed = false;
    };

    Tree &place(const CallRecord &leg, Instant now);
    std::vector<CallSighting> weigh(const QString &sid, Tree &tree, Instant now);
    std::vector<CallSighting> stillOpen(const QString &sid, Tree &tree);
    std::vector<CallSighting> over(const QString &sid, Tree &tree, const Call &call, Instant now);
    [[nodiscard]] bool waitsForLegs(const Tree &tree, Instant now) const;
    void close(const QString &sid, Tree &tree);
    void adoptChildren(const CallRecord &leg, const QString &root, Instant now);

    Duration m_settleAfter;
    QHash<QString, Tree> m_trees; ///< by root
    QHash<QString, QString> m_parents; ///< leg to its parent
    QSet<QString> m_open; ///< not reported over yet
    QSet<QString> m_waiting; ///< over, but legs may be missing
    std::deque<QString> m_closed; ///< oldest first: bounds the memory
};

} // namespace deskbell::link
