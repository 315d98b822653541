// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/records.h"

#include <array>

namespace deskbell::sandbox {
namespace {

constexpr std::array callWords{
    "queued", "ringing", "in-progress", "completed", "busy", "failed", "no-answer", "canceled"};
constexpr std::array messageWords{
    "accepted", "queued", "sending", "sent", "delivered", "undelivered", "failed", "received", "read", "canceled"};
constexpr std::array eventWords{"call.missed", "call.updated", "message.received", "message.updated"};

} // namespace

const char *word(CallStatus status)
{
    return callWords[std::size_t(status)];
}
const char *word(MessageStatus status)
{
    return messageWords[std::size_t(status)];
}
const char *word(EventType type)
{
    return eventWords[std::size_t(type)];
}

} // namespace deskbell::sandbox
