// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/lead.h"

#include <QStringList>
#include <optional>
#include <variant>
#include <vector>

namespace deskbell::engine {

/// A time the caller wishes, already resolved against now and the shop's zone. Wall time of the shop.
struct Wish {
    QDate from; ///< first day that would do; invalid: any
    QDate to; ///< last day, inclusive; invalid: open
    QTime notBefore; ///< invalid: any
    QTime notAfter; ///< latest start, exclusive; invalid: any
    QTime exact; ///< "at 10"; valid only with one day
    [[nodiscard]] bool isExact() const { return exact.isValid() && from.isValid() && from == to; }
    bool operator==(const Wish &) const = default;
};

// What the assistant would like to do. It only proposes; the engine decides and acts.
namespace proposal {
struct JustReply { bool operator==(const JustReply &) const = default; };
/// Offer free times of a service, or (exact wish) book it at once if it is free.
struct FindTime { ServiceId service; QString variant; Wish wish; bool operator==(const FindTime &) const = default; };
/// Take one of the offered slots, by its place in the offer (0 is the first).
struct TakeOffer { int index = 0; bool operator==(const TakeOffer &) const = default; };
/// Move the caller's own appointment.
struct Move { Wish wish; bool operator==(const Move &) const = default; };
struct CancelVisit { bool operator==(const CancelVisit &) const = default; };
/// \c kind is a word of the escalation list ("human", "water", "gas", "legal", …); empty: only unsure.
struct HandOver { QString kind; QString reason; bool urgent = false; bool operator==(const HandOver &) const = default; };
struct OptOut { QString words; bool operator==(const OptOut &) const = default; };
struct WrongNumber { bool operator==(const WrongNumber &) const = default; };
/// The caller wants what the shop does not do, or leaves.
struct Decline { QString what; bool operator==(const Decline &) const = default; };
} // namespace proposal

using Proposal = std::variant<proposal::JustReply, proposal::FindTime, proposal::TakeOffer, proposal::Move,
    proposal::CancelVisit, proposal::HandOver, proposal::OptOut, proposal::WrongNumber, proposal::Decline>;

/// Where a figure, time, address or policy of a text comes from: shown as a chip beside the bubble.
struct Source {
    QString kind; ///< "price", "hours", "address", "faq", "service", "slot", "not_offered"
    QString ref; ///< "ceramic / SUV or truck"
    QString value; ///< ",150"
    bool operator==(const Source &) const = default;
};

/// One answer of the assistant to the caller's waiting texts.
struct Turn {
    QStringList intents; ///< of the words of design.md / data: book, ask_price, …
    std::vector<LeadFact> learnt;
    Proposal proposal;
    QString text; ///< what to say; the engine adds offered times and confirmations itself. May be empty.
    std::vector<Source> sources;
    QString rule; ///< which rule answered, for "why"
    bool operator==(const Turn &) const = default;
};

} // namespace deskbell::engine
