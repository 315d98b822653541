// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/call.h"
#include "core/domain/contact.h"
#include "core/domain/message.h"
#include "core/engine/orders.h"

#include <variant>

namespace deskbell::engine {

using FactId = QString; ///< unique for ever: a second fact of the same id changes nothing

// What happened, in the past tense.
namespace fact {

/// A call rings, or was answered, or the shop called the caller. Not missed (yet).
struct CallObserved { Call call; bool operator==(const CallObserved &) const = default; };
struct CallMissed { Call call; bool operator==(const CallMissed &) const = default; };
struct MessageArrived { ProviderText text; bool operator==(const MessageArrived &) const = default; };
/// A text went out from our number that our outbox did not send: a person wrote it elsewhere.
struct ForeignTextSeen { ProviderText text; bool operator==(const ForeignTextSeen &) const = default; };
struct DeliveryChanged { ProviderId text; Delivery delivery = Delivery::Sent; int errorCode = 0; bool operator==(const DeliveryChanged &) const = default; };

enum class Ending { Done, Failed, Unclear, Cancelled };
/// How an order ended. Done carries what the port brought back.
struct OrderSettled {
    OrderId order;
    Ending ending = Ending::Done;
    ProviderId text; ///< of an accepted text
    int errorCode = 0; ///< the provider's, of a refused text
    QString reason; ///< a code: "opted_out", "expired", "holder_changed", "no_record", "found" (by a look), …
    bool operator==(const OrderSettled &) const = default;
};
/// An unclear send is still not in the provider's list after the person limit: a person must decide.
struct SendNotFound { OrderId order; bool operator==(const SendNotFound &) const = default; };
struct LineTypeKnown { LineType lineType = LineType::Unknown; bool operator==(const LineTypeKnown &) const = default; };
struct Due { Instant at; bool operator==(const Due &) const = default; };
struct TurnProposed { int turn = 0; Turn answer; std::vector<Appointment> visits; ///< the caller's own, as the calendar has them
    bool operator==(const TurnProposed &) const = default; };
struct SlotsFound { int request = 0; std::vector<Hold> holds; bool exact = false; ///< holds[0] is just what was wished
    bool operator==(const SlotsFound &) const = default; };
struct BookingSettled { int request = 0; bool booked = false; ///< false: just taken by somebody else
    Appointment appointment; AppointmentId replaces; bool operator==(const BookingSettled &) const = default; };
struct AppointmentCancelled { AppointmentId appointment; bool operator==(const AppointmentCancelled &) const = default; };

/// A person said what this number is to the shop.
struct ContactTagged { QString seat; ContactTag tag = ContactTag::Customer; QString name; ///< empty: as before
    bool operator==(const ContactTagged &) const = default; };
/// A person takes a caller off the quiet list: texted if that is still timely, else called.
struct OperatorRescuedCall { QString seat; bool operator==(const OperatorRescuedCall &) const = default; };
/// The caller's number said no, or yes again, on another line of the shop: this thread follows (Context::consent).
struct ConsentChanged { bool operator==(const ConsentChanged &) const = default; };

/// The shop's rules were changed: waiting threads count by the new ones from now on.
struct PolicyChanged { bool operator==(const PolicyChanged &) const = default; };

// People. \c seat names who ("Jess", "Desk 2").
struct OperatorTookOver { QString seat; bool operator==(const OperatorTookOver &) const = default; };
struct OperatorReplied { QString seat; QString draft; ///< unique per text typed, so a double click sends once
    QString body; bool operator==(const OperatorReplied &) const = default; };
struct OperatorHandedBack { QString seat; QString note; bool operator==(const OperatorHandedBack &) const = default; };
struct OperatorNoted { QString seat; QString note; bool operator==(const OperatorNoted &) const = default; };
struct OperatorClosed { QString seat; bool operator==(const OperatorClosed &) const = default; };
/// A wish to be left alone that was spoken to a person. \c words: what was said, may be empty.
struct OperatorOptedOut { QString seat; QString words; bool operator==(const OperatorOptedOut &) const = default; };
/// Texts again, on a person's word. Without a written \c reason nothing is lifted.
struct OperatorLiftedOptOut { QString seat; QString reason; bool operator==(const OperatorLiftedOptOut &) const = default; };
struct OperatorAskedForCallback { QString seat; Instant dueAt; bool operator==(const OperatorAskedForCallback &) const = default; };
struct OperatorReadThread { QString seat; bool operator==(const OperatorReadThread &) const = default; };
/// What to do about an unclear send: send it once more (after one more look) or leave it.
struct OperatorSettledUnclear { QString seat; OrderId order; bool sendAgain = false; bool operator==(const OperatorSettledUnclear &) const = default; };

/// A person does not want a text that is planned or waits (see forecast.h), or wants one back that was taken out.
struct OperatorCancelledPlanned { QString seat; OrderId order; bool restore = false; bool operator==(const OperatorCancelledPlanned &) const = default; };
/// Where the caller is, as they told: narrows the hours of automatic texts. Empty: take the number's word again.
struct OperatorSetPlace { QString seat; QString zone; ///< "America/Denver"
    QString region; ///< "US-CO"
    bool operator==(const OperatorSetPlace &) const = default; };

/// A person has seen the alert and deals with it: nobody else is paged.
struct OperatorAcknowledged { QString seat; bool operator==(const OperatorAcknowledged &) const = default; };

/// Who is about to call. A second seat is told who, instead of calling too.
struct CallbackClaimed { QString seat; bool operator==(const CallbackClaimed &) const = default; };
struct CallbackReleased { QString seat; bool operator==(const CallbackReleased &) const = default; };
enum class CallbackResult { SpokeBooked, SpokeWillThink, NoAnswer, LeftVoicemail, WrongNumber, DoNotCall, Later };
struct CallbackDone { QString seat; CallbackResult result = CallbackResult::NoAnswer; Instant later; bool operator==(const CallbackDone &) const = default; };
/// Takes the last call-back outcome back (Ctrl Z).
struct CallbackUndone { QString seat; bool operator==(const CallbackUndone &) const = default; };

} // namespace fact

using AnyFact = std::variant<fact::CallObserved, fact::CallMissed, fact::MessageArrived, fact::ForeignTextSeen,
    fact::DeliveryChanged, fact::OrderSettled, fact::SendNotFound, fact::LineTypeKnown, fact::Due, fact::TurnProposed,
    fact::SlotsFound, fact::BookingSettled, fact::AppointmentCancelled, fact::ConsentChanged, fact::PolicyChanged, fact::OperatorTookOver, fact::OperatorReplied,
    fact::OperatorHandedBack, fact::OperatorNoted, fact::OperatorClosed, fact::OperatorOptedOut, fact::OperatorLiftedOptOut,
    fact::OperatorAskedForCallback, fact::OperatorReadThread, fact::OperatorSettledUnclear, fact::OperatorAcknowledged,
    fact::CallbackClaimed, fact::CallbackReleased, fact::CallbackDone, fact::CallbackUndone, fact::OperatorCancelledPlanned,
    fact::OperatorSetPlace, fact::ContactTagged, fact::OperatorRescuedCall>;

/// One of them. A type of its own so that copying and destroying one of so many kinds is compiled once, in facts.cpp, and
/// not in every source that holds a list of facts; std::visit and std::get work as on the variant.
struct Fact : AnyFact {
    using AnyFact::AnyFact;
    Fact();
    Fact(const Fact &);
    Fact(Fact &&) noexcept;
    Fact &operator=(const Fact &);
    Fact &operator=(Fact &&) noexcept;
    ~Fact();
};

} // namespace deskbell::engine
