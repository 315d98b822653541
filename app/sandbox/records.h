// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <variant>

namespace deskbell::sandbox {

// What the company knows. Instants are milliseconds since 1970 on the company's clock, 0 = not yet. Steady stamps
// are nanoseconds of the process's steady clock, for measuring only.

enum class CallStatus : quint8 { Queued, Ringing, InProgress, Completed, Busy, Failed, NoAnswer, Canceled };

enum class MessageStatus : quint8 {
    Accepted,
    Queued,
    Sending,
    Sent,
    Delivered,
    Undelivered,
    Failed,
    Received,
    Read,
    Canceled
};

/// The part of a call that changes. An event keeps a copy, so a replay shows what was true then.
struct CallState {
    CallStatus status = CallStatus::Queued;
    qint32 durationS = -1; ///< -1 = null
    qint64 endMs = 0;
    qint64 updatedMs = 0;
};

struct Call {
    QByteArray sid;
    QByteArray parentSid; ///< empty for the caller's own leg
    QByteArray from; ///< as the network gave it: may be "anonymous"
    QByteArray to;
    qint64 createdMs = 0;
    qint64 startMs = 0;
    qint64 hiddenUntilMs = 0; ///< lists do not show it before
    qint64 missedSteady = 0;
    CallState now;
};

struct MessageState {
    MessageStatus status = MessageStatus::Queued;
    qint32 errorCode = 0; ///< 0 = null
    qint64 sentMs = 0;
    qint64 updatedMs = 0;
};

struct Message {
    QByteArray sid;
    QByteArray from; ///< empty = null: a messaging service has not chosen yet
    QByteArray to;
    QByteArray body;
    QByteArray serviceSid;
    qint64 createdMs = 0;
    qint64 hiddenUntilMs = 0;
    qint64 acceptedSteady = 0;
    qint32 segments = 1;
    qint32 media = 0;
    qint32 validityS = 0; ///< 0 = no limit
    bool inbound = false;
    bool fromCompany = false; ///< the company's own words after STOP, START or HELP
    bool listed = true;
    bool visible = false; ///< on the handset
    bool viaTemplate = false; ///< approved content, allowed outside the WhatsApp window
    MessageState now;
};

using RecordIndex = quint32;

[[nodiscard]] constexpr bool isSettled(CallStatus status)
{
    return status >= CallStatus::Completed;
}

[[nodiscard]] const char* word(CallStatus status);
[[nodiscard]] const char* word(MessageStatus status);

enum class EventType : quint8 { CallMissed, CallUpdated, MessageReceived, MessageUpdated };
[[nodiscard]] const char* word(EventType type);

struct Event {
    EventType type = EventType::CallUpdated;
    RecordIndex record = 0;
    std::variant<CallState, MessageState> then;
};

} // namespace deskbell::sandbox
