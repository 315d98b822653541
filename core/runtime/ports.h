// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/engine/decide.h"

#include <functional>

namespace deskbell::runtime {

// The contracts of the outside. Every call returns at once; the answer comes by the callback, exactly once, on the same
// thread, never inside the call itself. A port that goes away before answering answers nothing; the runtime treats a
// text without an answer as Unclear after a restart.

struct OutgoingText {
    engine::OrderId order;
    PhoneNumber from;
    PhoneNumber to;
    QString body;
    Duration validity{15min}; ///< the provider drops it when it could not deliver it in this time
};

struct SendAnswer {
    enum class Kind {
        Accepted, ///< the provider has it: text is its id
        Refused, ///< definite: not sent, and sending again would not help
        NotNow, ///< definite: not sent; may be tried after retryAfter (429, never connected)
        SignInNeeded, ///< definite: not sent; nothing can be sent until the account works again
        Unclear, ///< nobody knows: look it up, never send again blindly
    };
    Kind kind = Kind::Unclear;
    ProviderId text;
    int errorCode = 0; ///< the provider's
    Duration retryAfter{0};
    QString detail; ///< for the journal
};

/// Waits of the look-up of an unclear send (facts: reliability 3.6). A provider on the loopback has no orphan
/// requests and no carrier between, so its waits are short; everyone else gets the long ones.
struct LookSchedule {
    std::vector<Duration> looks{20s, 60s, 120s, 300s, 900s}; ///< after t0
    Duration personAfter{300s};
    Duration resendAfter{900s};
};

struct LookQuestion {
    engine::OrderId order;
    PhoneNumber from;
    PhoneNumber to;
    QString body;
    Instant since; ///< t0 by our clock; the port corrects for the provider's
};
struct LookAnswer {
    std::vector<ProviderText> matches; ///< same to, from and body, created since t0 - 120 s, oldest first
    bool fresh = false; ///< the list is proven to show what was accepted after t0
};

/// Sends texts and looks for them. core/link.
class TextPort
{
public:
    virtual ~TextPort() = default;
    virtual void send(const OutgoingText &text, std::function<void(SendAnswer)> done) = 0;
    virtual void look(const LookQuestion &question, std::function<void(Result<LookAnswer>)> done) = 0;
    virtual void lineType(const PhoneNumber &number, std::function<void(Result<LineType>)> done) = 0;
    /// How many more sends may be started now: free connections, and none before the first full inbound pass.
    [[nodiscard]] virtual int room() const = 0;
    [[nodiscard]] virtual LookSchedule schedule() const = 0;
    /// Called when room() has grown from 0.
    virtual void onRoom(std::function<void()> wake) = 0;
};

struct TurnRequest {
    engine::ThreadState state;
    std::vector<engine::HistoryLine> history; ///< oldest first, the last 40 lines
    Instant now;
};

/// Proposes an answer. core/assist. Errors: the caller is handed to a person.
class AssistantPort
{
public:
    virtual ~AssistantPort() = default;
    virtual void answer(const TurnRequest &request, std::function<void(Result<engine::Turn>)> done) = 0;
};

struct FoundSlots {
    std::vector<Hold> holds;
    bool exact = false;
};

/// Free times, holds and bookings. core/calendar.
class CalendarPort
{
public:
    virtual ~CalendarPort() = default;
    virtual void find(const ThreadId &thread, const engine::order::FindSlots &wanted, std::function<void(Result<FoundSlots>)> done) = 0;
    virtual void book(const ThreadId &thread, const engine::order::BookSlot &wanted, std::function<void(Result<bool>)> done) = 0;
    virtual void release(const ThreadId &thread, std::function<void(Result<void>)> done) = 0;
    virtual void cancel(const AppointmentId &appointment, std::function<void(Result<void>)> done) = 0;
    /// The caller's own visits that are not over yet, soonest first: also those that people entered.
    virtual void visits(const PhoneNumber &phone, std::function<void(Result<std::vector<Appointment>>)> done) = 0;
};

struct Notice {
    ThreadId thread;
    engine::order::Notify what;
    QString name; ///< caller's first name, or the number; never message text
    Instant at;
};

/// Tells people. core/notify; the window shows the same facts anyway.
class NotifierPort
{
public:
    virtual ~NotifierPort() = default;
    virtual void tell(const Notice &notice) = 0;
    virtual void withdraw(const ThreadId &thread) = 0;
};

} // namespace deskbell::runtime
