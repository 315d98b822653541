// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/call.h"
#include "core/domain/contact.h"
#include "core/domain/lead.h"
#include "core/domain/message.h"
#include "core/domain/profile.h"
#include "core/engine/orders.h"
#include "core/engine/outcomes.h"

#include <optional>
#include <variant>
#include <vector>

namespace deskbell::engine {

/// Why a person is needed, why a caller is on the call-back queue, why nothing was texted. Worded by the window.
enum class Reason {
    None,
    Landline,
    TollFree,
    Premium,
    Withheld,
    OptedOut,
    LateDiscovery, ///< found too long after the call for a "just missed you"
    Undelivered, ///< the text did not reach the phone
    SendUnclear, ///< the provider has no record of a text we tried to send
    SendRefused, ///< the provider refused it for a reason that only a person can mend
    AskedForPerson,
    Urgent,
    Unsure, ///< the assistant does not know
    NoReply, ///< texted and nudged, never answered: manual review
    CalledAgainWhileHeld, ///< rang while a person has the thread
    HolderSilent, ///< a person holds the thread and the caller waits too long
    WroteAfterOptOut,
    MaybeAppointment, ///< a lone CANCEL with a booking, or a no while one was made: does the visit stand?
    NoAllowedTime, ///< no hour within three days in which a text may go
    TextsStopped, ///< automatic texts were stopped for the whole shop
    StaffRequest,
    Spam, ///< enough points of the robocall score
    Blocked,
    Staff, ///< a number of the shop's own people
    Supplier,
    Foreign, ///< outside the countries that are texted
    InvalidNumber, ///< no such number can exist: it is forged
    OwnNumber, ///< the shop's own number calls itself
    NotCounted, ///< the policy's table does not count it as missed
    TooManyTexts, ///< the volume guard holds first texts back
    Promised, ///< somebody said we would call
    Today, ///< a trigger that wants a person today
};

// The phases of a thread. Who holds it is orthogonal (Holder).
namespace phase {
struct Fresh { bool operator==(const Fresh &) const = default; };
/// First text ordered, not yet accepted.
struct Greeting { bool operator==(const Greeting &) const = default; };
/// We texted last; the follow-up ladder runs.
struct WaitingForCaller { Instant nextNudge; ///< not set: no more
    bool operator==(const WaitingForCaller &) const = default; };
/// The caller wrote; the answer is being made.
struct Answering { Instant gatherUntil; bool operator==(const Answering &) const = default; };
/// We offered held times (ThreadState::offer).
struct Offering { bool operator==(const Offering &) const = default; };
struct Booking { Hold hold; bool operator==(const Booking &) const = default; };
struct Booked { bool operator==(const Booked &) const = default; };
/// No automatic text any more until a person releases the thread.
struct NeedsPerson { Reason reason = Reason::Unsure; QString kind; Instant since; bool operator==(const NeedsPerson &) const = default; };
/// Cannot or must not be texted; a person calls.
struct CallbackOnly { Reason reason = Reason::Landline; bool operator==(const CallbackOnly &) const = default; };
struct Closed { Instant at; bool operator==(const Closed &) const = default; };
} // namespace phase

using AnyPhase = std::variant<phase::Fresh, phase::Greeting, phase::WaitingForCaller, phase::Answering, phase::Offering,
    phase::Booking, phase::Booked, phase::NeedsPerson, phase::CallbackOnly, phase::Closed>;

/// One of them; compiled once, in threadstate.cpp, as facts.h tells of Fact.
struct Phase : AnyPhase {
    using AnyPhase::AnyPhase;
    Phase();
    Phase(const Phase &);
    Phase(Phase &&) noexcept;
    Phase &operator=(const Phase &);
    Phase &operator=(Phase &&) noexcept;
    ~Phase();
};

enum class HolderKind { Assistant, Seat, Nobody };
struct Holder {
    HolderKind kind = HolderKind::Assistant;
    QString seat; ///< "Jess"; "Shop phone" when the text came from elsewhere
    int version = 0; ///< grows with every change; a text made under an older version never leaves
    Instant since;
    bool operator==(const Holder &) const = default;
};

struct Episode {
    CallId call; ///< of the first call
    Instant at;
    Instant lastCallAt;
    int calls = 1;
    CallResult result = CallResult::NoAnswer;
    Duration rang{0};
    Duration voicemail{0};
    bool textedFirst = false; ///< a first text was ordered for it
    Attestation attestation = Attestation::Unknown; ///< the best that one of its calls had
    std::vector<CallId> heard{}; ///< the calls in it, the last few: a call told twice is one call
    bool operator==(const Episode &) const = default;
};

struct OptOutMark {
    Instant at;
    QString words; ///< what was said, or how
    QString channel; ///< "text", "provider", "staff"
    QString who{}; ///< the seat; empty: the caller or the provider
    bool operator==(const OptOutMark &) const = default;
};

struct CallbackItem {
    Reason reason = Reason::Landline;
    Instant since;
    Instant dueAt;
    int tries = 0;
    bool done = false;
    Instant doneAt;
    QString result; ///< code of the last outcome
    QString promise; ///< in the words it was made with; empty: none was made
    QString promisedBy; ///< a seat; empty: the assistant
    QString claimedBy; ///< the seat that is calling; empty: nobody
    Instant claimedAt;
    bool operator==(const CallbackItem &) const = default;
};

/// Why a caller is on the quiet list: kept, shown, not texted, not called.
struct QuietMark {
    Reason reason = Reason::Spam;
    Instant since;
    int score = 0;
    QStringList points; ///< "short_ring:2": each sign with what it counted
    bool operator==(const QuietMark &) const = default;
};

/// A text of ours whose end is not known yet, or worth remembering.
struct OwnText {
    OrderId order;
    TextKind kind = TextKind::Reply;
    Delivery delivery = Delivery::Planned;
    ProviderId text;
    bool outdated = false; ///< withdrawn: if it has not left yet, or its fate is unknown, it must not leave (again)
    bool operator==(const OwnText &) const = default;
};

/// A text that counts towards caps: first text, follow-up, reminder.
struct CountedText {
    OrderId order;
    Instant at; ///< ordered, then when it left
    bool operator==(const CountedText &) const = default;
};

/// What decides when automatic texts may go, besides the number.
struct TextPlan {
    std::vector<CountedText> counted; ///< those that can still matter, oldest first
    std::vector<OrderId> unwanted; ///< follow-ups a person took out of the forecast
    QString zone; ///< where the caller is, set by staff; empty: by area code
    QString region; ///< "US-CO"
    bool operator==(const TextPlan &) const = default;
};

/// An emergency that people are paged for. One per emergency: whatever the caller says or however often they ring
/// afterwards makes it graver or newer, never a second one. Stands until a person releases the thread.
struct Alert {
    AlertLevel level = AlertLevel::Now;
    QString kind; ///< "gas", "water", …
    QString rule; ///< the words that raised it
    Instant since;
    int updates = 0; ///< calls and texts about it since
    Instant lastUpdateAt;
    int pages = 0; ///< how often somebody was called
    QString paged; ///< who was called last; empty: whoever is at the desk
    Instant nextPageAt; ///< not set: nobody is called any more
    Instant acknowledgedAt;
    QString acknowledgedBy; ///< a seat; empty while nobody has
    bool operator==(const Alert &) const = default;
};

enum class PromiseEnd { Open, Kept, Broken };
/// "We will call by 9:30" in a text of ours: a debt with a time and a name.
struct Promise {
    QString words;
    bool call = false; ///< only a call keeps it; else any word from a person does
    Instant madeAt;
    Instant dueAt;
    QString by; ///< a seat; empty: the assistant
    PromiseEnd end = PromiseEnd::Open;
    Instant endedAt;
    bool operator==(const Promise &) const = default;
};

/// All that is known of the conversation with one caller on one line. Plain value; stored as versioned JSON.
struct ThreadState {
    ThreadId id;
    PhoneNumber caller; ///< withheld callers share a thread per line and day
    PhoneNumber line;
    QString callerName; ///< as the network says it; the lead's name fact wins
    LineType lineType = LineType::Unknown;
    Phase phase;
    Holder holder;
    std::optional<OptOutMark> optOut;
    std::optional<Episode> episode; ///< the latest
    int episodes = 0;
    std::optional<CallbackItem> callback;
    std::optional<CallbackItem> callbackBefore; ///< for undo
    std::vector<OwnText> ownTexts; ///< the last few, newest last
    std::vector<Appointment> appointments; ///< the caller's own, upcoming
    std::vector<Hold> offer; ///< the times offered last, in the order they were said; kept while an answer is made
    Lead lead;

    int turn = 0; ///< grows with every text of the caller: an answer to an older turn is stale
    int request = 0; ///< last FindSlots / BookSlot
    int requestTurn = -1; ///< the caller's turn it answers; a newer text has overtaken it
    QString pendingPrefix; ///< words to say before the offered times
    std::vector<Source> pendingSources;
    int unanswered = 0; ///< automatic texts since the caller's last word
    int confusedTurns = 0;
    Instant firstTextAt;
    Instant lastInboundAt;
    Instant lastOutboundAt;
    Instant callerWaitsSince; ///< their last word has no answer yet; not set: answered
    bool urgent = false;
    QString escalationKind;
    int unread = 0;
    QString lastText; ///< preview for the list
    bool lastTextInbound = false;
    Wish wish; ///< of the running request
    AppointmentId moving; ///< the running request moves this appointment
    bool quiet = false; ///< the conversation came to its end: no nudges
    int nudges = 0; ///< sent since the caller's last word
    TextPlan plan;
    std::optional<QuietMark> quietList; ///< on the quiet list
    bool vouched = false; ///< a person said that this caller is no robot
    ContactTag tag = ContactTag::None; ///< as the shop's book had it when last looked at
    Instant talkedAt; ///< start of the latest call in which somebody talked, either way round
    std::optional<Alert> alert;
    std::vector<Promise> promises; ///< the last few, newest last
    Instant watched; ///< the wait that people have been reminded of; one reminder for each
    std::optional<EpisodeRecord> tally; ///< what became of the latest episode
    Instant lastWordAt; ///< of the caller's latest text by the provider's clock: long before we heard it after an outage
    Instant resubscribeAskedAt; ///< our confirmation of an opt-out offered YES as the way back

    [[nodiscard]] bool held() const { return holder.kind == HolderKind::Seat; }
    bool operator==(const ThreadState &) const = default;
};

/// Earliest instant at which the thread wants a Due fact; not set: none.
[[nodiscard]] Instant nextDue(const ThreadState &state, const struct Context &context);

} // namespace deskbell::engine
