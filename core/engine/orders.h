// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/message.h"
#include "core/engine/turn.h"

#include <variant>

namespace deskbell::engine {

using OrderId = Id<struct OrderTag>; ///< equals the purpose key: the same purpose can be ordered only once, ever

/// The engine's own id of an outgoing text; equals the order's id.
namespace order {

struct SendText {
    PhoneNumber from;
    PhoneNumber to;
    QString body;
    TextKind kind = TextKind::Reply;
    int holderVersion = 0; ///< an automatic text may leave only while this is still the thread's
    bool operator==(const SendText &) const = default;
};
/// Ask what kind of line a number is, before the first text.
struct LookUpLineType { PhoneNumber number; bool operator==(const LookUpLineType &) const = default; };
struct AskAssistant { int turn = 0; bool operator==(const AskAssistant &) const = default; };
/// Find free slots and hold them. Exact wishes: only that slot, else alternatives near it.
struct FindSlots {
    int request = 0;
    ServiceId service;
    QString variant;
    Wish wish;
    int count = 2;
    Instant holdUntil;
    AppointmentId moving; ///< this appointment's own place counts as free
    bool operator==(const FindSlots &) const = default;
};
/// Turns a held slot into an appointment, atomically; the hold may have expired as long as the place is free.
struct BookSlot { int request = 0; Hold hold; Appointment appointment; AppointmentId replaces; bool operator==(const BookSlot &) const = default; };
struct ReleaseHolds { bool operator==(const ReleaseHolds &) const = default; };
struct CancelAppointment { AppointmentId appointment; bool operator==(const CancelAppointment &) const = default; };

enum class Urgency { Digest, Normal, Critical };
/// Tell people. \c code is worded by the window or the notifier ("booked", "needs_person", "urgent", "callback",
/// "no_reply"); \c args fill it in. Digest entries wait for the morning review.
struct Notify { Urgency urgency = Urgency::Normal; QString code; QStringList args; bool operator==(const Notify &) const = default; };

} // namespace order

using AnyOrder = std::variant<order::SendText, order::LookUpLineType, order::AskAssistant, order::FindSlots,
    order::BookSlot, order::ReleaseHolds, order::CancelAppointment, order::Notify>;

/// One of them; compiled once, in orders.cpp, as facts.h tells of Fact.
struct Order : AnyOrder {
    using AnyOrder::AnyOrder;
    Order();
    Order(const Order &);
    Order(Order &&) noexcept;
    Order &operator=(const Order &);
    Order &operator=(Order &&) noexcept;
    ~Order();
};

/// Of a text that is late: after a night of sleep or an outage it waits behind everything fresh and leaves at the pace of
/// a backlog.
constexpr int latePriority = 9;

/// An order as it lies in the outbox.
struct PlannedOrder {
    OrderId id; ///< the purpose key: "first_text:CA…", "reply:<thread>:<turn>", "nudge:<thread>:<episode>:1"
    ThreadId thread;
    Order what;
    Instant notBefore; ///< not set: at once
    Instant expiresAt; ///< not set: never. Past it the order is cancelled, not carried out
    int priority = 5; ///< smaller leaves first: staff 0, opt-out and help 1, first text 2, reply 3, nudge 8, late 9
    bool operator==(const PlannedOrder &) const = default;
};

} // namespace deskbell::engine
