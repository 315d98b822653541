// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/link/recentset.h"
#include "core/link/records.h"
#include "core/runtime/ports.h"

#include <QHash>
#include <QStringList>
#include <functional>

namespace deskbell::link {

/// What is newly known about a text.
struct TextSighting {
    enum class Kind { Arrived, Foreign, Delivery };
    Kind kind = Kind::Arrived;
    TextRecord row;
};

/// Tells texts of callers, texts of ours and texts that somebody else sent from our number apart, and reports each
/// state of ours once and only forward. A text of ours can be seen in the provider's list before its own POST was
/// answered, or when nobody knows what became of the POST: such a row is held back until that is settled, never
/// taken for somebody else's. Not thread-safe; time comes in.
class TextWatch
{
public:
    struct Memory {
        /// The store knows this text as ours.
        std::function<bool(const ProviderId &)> isOurs;
        /// The store has a text to this number whose fate is not known (of an earlier run, or of another seat).
        std::function<bool(const PhoneNumber &to)> mayBeOurs;
    };
    explicit TextWatch(Memory memory)
        : m_memory(std::move(memory))
    {
    }

    /// A row as just seen. \p inList: read from the list, not pushed: only that proves what the list shows.
    [[nodiscard]] std::vector<TextSighting> note(const TextRecord &row, bool inList, Instant now);
    /// Looks again at everything held back.
    [[nodiscard]] std::vector<TextSighting> recheck(Instant now);

    void sendBegins(const runtime::OutgoingText &text, Instant now);
    [[nodiscard]] std::vector<TextSighting> sendEnds(
        const runtime::OutgoingText &text, const runtime::SendAnswer &answer, Instant now);
    /// A look found these rows for an unclear text: whatever the store makes of them, they are ours.
    [[nodiscard]] std::vector<TextSighting> found(
        const engine::OrderId &order, const std::vector<TextRecord> &rows, Instant now);

    /// The row was accepted as another text of ours than \p order: it cannot answer for it.
    [[nodiscard]] bool belongsToAnother(const QString &sid, const engine::OrderId &order) const;
    /// A text of ours has not reached its caller yet, as far as one may still hope.
    [[nodiscard]] bool isAnyUnderWay(Instant now) const;
    /// Texts of ours that are on their way and were not seen since then.
    [[nodiscard]] QStringList unseenSince(Instant then) const;
    /// The provider knows nothing of this text (any more).
    void giveUp(const QString &sid) { m_onTheWay.remove(sid); }
    /// Nothing about this row will change that the list must be read for.
    [[nodiscard]] bool isAtRest(const QString &sid) const { return m_atRest.contains(sid); }
    [[nodiscard]] bool isHeld(const TextRecord &row) const;
    [[nodiscard]] bool isAnyHeldTo(const PhoneNumber &to) const { return m_held.contains(to); }
    /// When the youngest text of ours that the list has shown was begun; not set: none.
    [[nodiscard]] Instant newestShown() const { return m_newestShown; }
    /// A text of ours was begun after \p since, so reading the list could prove something.
    [[nodiscard]] bool hasSentAfter(Instant since) const { return m_newestBegun > since; }

private:
    struct Pending {
        PhoneNumber to;
        QString body;
        Instant since;
        bool unclear = false;
    };
    struct Own {
        engine::OrderId order;
        Delivery told = Delivery::Accepted;
        Instant begunAt; ///< not set: not sent in this run
    };

    std::vector<TextSighting> noteInbound(const TextRecord &row);
    std::vector<TextSighting> noteOutbound(const TextRecord &row, bool inList, Instant now);
    std::vector<TextSighting> deliver(Own &own, const TextRecord &row);
    std::vector<TextSighting> release(const PhoneNumber &to, Instant now);
    Own &adopt(const QString &sid, Own own);
    void forgetOldest();
    void hold(const TextRecord &row);
    [[nodiscard]] bool mayBePending(const TextRecord &row) const;
    void dropPending(const engine::OrderId &order);

    Memory m_memory;
    RecentSet m_arrived;
    RecentSet m_strangers; ///< reported as foreign, or automatic
    RecentSet m_atRest;
    QHash<QString, Own> m_own; ///< by provider's id
    std::deque<QString> m_ownOrder; ///< oldest first: bounds the memory
    QHash<engine::OrderId, Pending> m_pending;
    QMultiHash<PhoneNumber, engine::OrderId> m_pendingTo;
    QHash<PhoneNumber, std::vector<TextRecord>> m_held;
    Instant m_newestShown;
    Instant m_newestBegun;
    Instant m_lastAccepted;
    QHash<QString, Instant> m_onTheWay; ///< ours, not settled: when last seen
};

} // namespace deskbell::link
