// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/complaint.h"
#include "core/domain/contact.h"
#include "core/domain/profile.h"
#include "core/engine/consent.h"
#include "core/engine/facts.h"
#include "core/engine/threadstate.h"

namespace deskbell::engine {

/// What is known of a caller outside the thread: looked up before the fact is decided.
struct CallerSigns {
    std::optional<Contact> contact;
    ComplaintCount complaints; ///< within ScreeningRules::complaintDays
    int callsLastDay = 0; ///< this one included, on any line
    int neighboursLastHour = 0; ///< other callers within ten numbers
    int firstTextsLastHour = 0; ///< to anybody
    int lateLastHour = 0; ///< calls of anybody that were found too late to text
    bool looked = false; ///< somebody did look: an empty contact means that the number is in nobody's book
    bool operator==(const CallerSigns &) const = default;
};

/// Everything decide() may look at besides state and fact. Time comes in; nothing in here asks a clock.
struct Context {
    Instant now;
    const Profile &profile;
    bool textsStopped = false; ///< somebody pressed the big stop: nothing automatic leaves
    CallerSigns signs{}; ///< empty where nobody needs them
    /// The latest word of the caller's number about being texted, said on whatever line of the shop, read in the same
    /// transaction as the thread. Nothing: the number never said any.
    std::optional<ConsentEntry> consent{};
};

enum class Author { Caller, Assistant, Person, Note, System };

/// A line of the conversation as it is kept. Outgoing ones are written when ordered and updated later.
struct HistoryLine {
    QString id; ///< provider's id of an inbound text, the order's id of an outgoing one, else made from the fact
    Author author = Author::System;
    TextKind kind = TextKind::Reply;
    QString body; ///< of a system line: a code worded by the window ("missed_call", "took_over", …)
    QStringList args; ///< of a system line
    QString seat; ///< of a person's text or note
    Instant at;
    Delivery delivery = Delivery::Accepted;
    int errorCode = 0;
    ProviderId text;
    std::vector<Source> sources;
    QString rule; ///< why it was said
    bool operator==(const HistoryLine &) const = default;
};

/// A later state of an outgoing line.
struct HistoryChange {
    QString id;
    Delivery delivery = Delivery::Accepted;
    int errorCode = 0;
    ProviderId text;
    Instant at; ///< when it left, if that is what changed; not set: the line stays where it stands in the conversation
    bool operator==(const HistoryChange &) const = default;
};

/// Append-only why. \c code is worded by the window; \c args fill it in. Never holds message text.
struct JournalLine {
    Instant at;
    QString code; ///< "first_text.ordered", "screened.landline", "reply.stale", …
    QStringList args;
    QString about; ///< id of the history line or order it explains; may be empty
    bool operator==(const JournalLine &) const = default;
};

/// A booking that was moved or, with an empty \c now, called off: the record of its episode follows.
struct VisitChange {
    AppointmentId was;
    AppointmentId now;
    bool operator==(const VisitChange &) const = default;
};

struct Decision {
    ThreadState next;
    std::vector<PlannedOrder> orders;
    std::vector<OrderId> cancelled; ///< orders not yet sending that must not leave any more
    std::vector<HistoryLine> history;
    std::vector<HistoryChange> changes;
    std::vector<JournalLine> journal;
    std::vector<Contact> contacts; ///< entries of the shop's book that changed
    std::optional<EpisodeRecord> outcome; ///< of the latest missed call, when this fact changed it
    std::vector<VisitChange> visitChanges; ///< whichever episode's booking it was
    std::vector<ConsentEntry> consent; ///< for the ledger; the last one of a number counts, on every line of the shop
};

/// The one place where rules act: values in, values out. Total: every fact in every phase has an answer, if only
/// a journal line. Deterministic: same input, same output.
[[nodiscard]] Decision decide(ThreadState state, const Fact &fact, const Context &context);

/// The thread a fact of this caller and line belongs to. Withheld callers share one thread per line.
[[nodiscard]] ThreadId threadOf(const PhoneNumber &caller, const PhoneNumber &line);
[[nodiscard]] ThreadState newThread(const PhoneNumber &caller, const PhoneNumber &line);

// The gate: asked again inside the transaction that marks a text as sending.
namespace verdict {
struct Send { bool operator==(const Send &) const = default; };
struct Cancel { QString reason; bool operator==(const Cancel &) const = default; };
struct Wait { Instant until; bool operator==(const Wait &) const = default; };
} // namespace verdict
using Verdict = std::variant<verdict::Send, verdict::Cancel, verdict::Wait>;

/// May a text of this kind leave to a number that said no? Only what the law wants said then.
[[nodiscard]] constexpr bool leavesAfterNo(TextKind kind)
{
    return kind == TextKind::OptOutConfirmation || kind == TextKind::Help;
}
/// The number said no, on this line or any other of the shop, and has not taken it back.
[[nodiscard]] bool hasRefused(const ThreadState &state, const Context &context);

/// May this text leave now? Checks opt-out, holder and its version, expiry, staleness, nudge hours and caps.
[[nodiscard]] Verdict gate(const PlannedOrder &order, const ThreadState &state, const Context &context);

} // namespace deskbell::engine
