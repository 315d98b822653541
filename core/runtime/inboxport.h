// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/facts.h"
#include "core/runtime/linkstate.h"
#include "core/runtime/storeport.h"

namespace deskbell::runtime {

/// A fact on its way in. Without thread, caller and line name it; a thread that does not exist yet is made.
struct Arrival {
    engine::FactId id; ///< made of the provider's own ids: "call:CA…:missed", "text:SM…", "delivery:SM…:delivered"
    ThreadId thread;
    PhoneNumber caller;
    PhoneNumber line;
    engine::Fact fact;
    std::optional<Cursor> cursor; ///< moves when this fact is kept
    std::vector<OrderMark> marks; ///< outbox rows that this fact settles
};

/// Where adapters put what they saw. Core thread. Returns at once; never fails: what cannot be kept now is tried
/// again by the adapter, because its cursor has not moved.
class InboxPort
{
public:
    virtual ~InboxPort() = default;
    virtual void put(Arrival arrival) = 0;
    /// Bytes nobody could understand: journaled, counted, shown once; the link stays up. \p detail holds no text of
    /// callers.
    virtual void malformed(const QString &where, const QString &detail) = 0;
    virtual void linkChanged(const LinkState &state) = 0;
    /// A cursor that moved without a fact (a page of known rows, an unknown push type).
    virtual void moveCursor(const Cursor &cursor) = 0;
    /// Which of our own texts is this? Used to tell foreign texts from ours. Blocks shortly.
    [[nodiscard]] virtual bool isOurs(const ProviderId &text) = 0;
    /// A text to this number is being sent, or its fate is not known: a row of the provider that nobody claims yet may
    /// be it, so it is not taken for somebody else's. Blocks shortly.
    [[nodiscard]] virtual bool mayBeOurs(const PhoneNumber &) { return false; }
    [[nodiscard]] virtual QString cursor(const QString &stream) = 0;
};

} // namespace deskbell::runtime
