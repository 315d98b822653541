// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/decide.h"

namespace deskbell::engine {

enum class Section { NeedsPerson, WithPerson, AssistantAnswering, WaitingForCaller, QuietList, Done };

/// One line of the thread list, prepared: the window only words and paints it.
struct ThreadRow {
    ThreadId thread;
    Section section = Section::Done;
    QString name; ///< empty: show the number
    PhoneNumber caller;
    QString lastText;
    bool lastTextInbound = false;
    Reason reason = Reason::None;
    QString reasonDetail; ///< escalation kind
    bool urgent = false;
    Holder holder;
    QString wants; ///< service name, variant
    Instant appointmentAt;
    Instant nextNudge;
    Instant waitsSince; ///< clock of the first two sections; not set: nobody waits
    Duration limit{0}; ///< after which waitsSince is overdue
    Instant lastAt;
    int unread = 0;
    LeadOutcome outcome = LeadOutcome::Open;
    bool missedCallOnly = false; ///< nothing written yet by the caller
    Instant callAt;
    Duration rang{0};
    bool optedOut = false;
    QStringList spamPoints; ///< on the quiet list: "short_ring:2", each sign with what it counted
    ContactTag tag = ContactTag::None;
    std::optional<AlertLevel> alert; ///< people are or were paged for this caller
    bool acknowledged = false;
    QString acknowledgedBy; ///< empty: somebody who answered from elsewhere
    QString paged; ///< who was called last; empty: whoever is at the desk
    QString nextPerson; ///< and who is next, at nextPage
    Instant nextPage; ///< not set: nobody is called any more
    QString promise; ///< "We will call you by 9:30", not kept yet
    Instant promiseDue;
    QString promisedBy; ///< empty: the assistant
    bool operator==(const ThreadRow &) const = default;
};

struct CallbackRow {
    ThreadId thread;
    QString name;
    PhoneNumber caller; ///< withheld: cannot be dialled
    Reason reason = Reason::Landline;
    QString context; ///< one line: what they want
    Instant dueAt;
    Instant since;
    int tries = 0;
    bool done = false;
    Instant doneAt;
    QString result;
    QString promise;
    QString promisedBy; ///< empty: the assistant
    QString claimedBy; ///< who is calling right now; empty: nobody
    int calls = 0;
    Instant lastCallAt;
    Duration voicemail{0};
    bool urgent = false;
    QStringList beforeYouDial; ///< at most four codes/lines, "key\tvalue"
    bool operator==(const CallbackRow &) const = default;
};

struct Counters {
    int needPerson = 0;
    int assistantAnswering = 0;
    int toCallBack = 0;
    int callBackDue = 0;
    int bookedToday = 0;
    bool operator==(const Counters &) const = default;
};

[[nodiscard]] Section sectionOf(const ThreadState &state);
[[nodiscard]] ThreadRow threadRow(const ThreadState &state, const Context &context);
/// Nothing when the caller needs no call.
[[nodiscard]] std::optional<CallbackRow> callbackRow(const ThreadState &state, const Context &context);

} // namespace deskbell::engine
