// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/decide.h"

#include <optional>
#include <string_view>

// The words by which enumerators are stored. They are a file format: a word is never reused or renamed, however the
// enumerator is called in code. Without a default branch, so a new enumerator without a word is a warning; a value
// outside the enumeration has no word.

namespace deskbell::record {

constexpr const char *word(LineType value)
{
    switch (value) {
    case LineType::Unknown: return "unknown";
    case LineType::Mobile: return "mobile";
    case LineType::Landline: return "landline";
    case LineType::TollFree: return "toll_free";
    case LineType::Voip: return "voip";
    case LineType::Premium: return "premium";
    }
    return nullptr;
}

constexpr const char *word(CallResult value)
{
    switch (value) {
    case CallResult::Ringing: return "ringing";
    case CallResult::NoAnswer: return "no_answer";
    case CallResult::Busy: return "busy";
    case CallResult::Abandoned: return "abandoned";
    case CallResult::Voicemail: return "voicemail";
    case CallResult::Answered: return "answered";
    }
    return nullptr;
}

constexpr const char *word(Delivery value)
{
    switch (value) {
    case Delivery::Planned: return "planned";
    case Delivery::Sending: return "sending";
    case Delivery::Unclear: return "unclear";
    case Delivery::Accepted: return "accepted";
    case Delivery::Sent: return "sent";
    case Delivery::Delivered: return "delivered";
    case Delivery::Read: return "read";
    case Delivery::Failed: return "failed";
    case Delivery::Cancelled: return "cancelled";
    }
    return nullptr;
}

constexpr const char *word(TextKind value)
{
    switch (value) {
    case TextKind::FirstText: return "first_text";
    case TextKind::Reply: return "reply";
    case TextKind::FollowUp: return "follow_up";
    case TextKind::Reminder: return "reminder";
    case TextKind::OptOutConfirmation: return "opt_out_confirmation";
    case TextKind::Help: return "help";
    case TextKind::Staff: return "staff";
    }
    return nullptr;
}

constexpr const char *word(Origin value)
{
    switch (value) {
    case Origin::CallersWords: return "caller";
    case Origin::AssistantsGuess: return "guess";
    case Origin::Records: return "records";
    case Origin::Staff: return "staff";
    }
    return nullptr;
}

constexpr const char *word(LeadOutcome value)
{
    switch (value) {
    case LeadOutcome::Open: return "open";
    case LeadOutcome::Booked: return "booked";
    case LeadOutcome::Rescheduled: return "rescheduled";
    case LeadOutcome::Cancelled: return "cancelled";
    case LeadOutcome::CallbackBooked: return "callback_booked";
    case LeadOutcome::Answered: return "answered";
    case LeadOutcome::Declined: return "declined";
    case LeadOutcome::Escalated: return "escalated";
    case LeadOutcome::ContactedNoReply: return "no_reply";
    case LeadOutcome::OptedOut: return "opted_out";
    case LeadOutcome::WrongNumber: return "wrong_number";
    case LeadOutcome::Spam: return "spam";
    case LeadOutcome::ReachedByPhone: return "reached_by_phone";
    case LeadOutcome::ManualCallback: return "manual_callback";
    }
    return nullptr;
}

constexpr const char *word(engine::Aside value)
{
    using engine::Aside;
    switch (value) {
    case Aside::None: return "none";
    case Aside::Staff: return "staff";
    case Aside::Supplier: return "supplier";
    case Aside::Status: return "status";
    case Aside::WrongNumber: return "wrong_number";
    case Aside::Spam: return "spam";
    case Aside::NotCounted: return "not_counted";
    }
    return nullptr;
}

constexpr const char *word(BookedBy value)
{
    switch (value) {
    case BookedBy::Assistant: return "assistant";
    case BookedBy::Staff: return "staff";
    case BookedBy::External: return "external";
    }
    return nullptr;
}

// engine::wordOf() words the same values for the window; those may change, these may not.
constexpr const char *word(engine::Reason value)
{
    using engine::Reason;
    switch (value) {
    case Reason::None: return "none";
    case Reason::Landline: return "landline";
    case Reason::TollFree: return "toll_free";
    case Reason::Premium: return "premium";
    case Reason::Withheld: return "withheld";
    case Reason::OptedOut: return "opted_out";
    case Reason::LateDiscovery: return "late";
    case Reason::Undelivered: return "undelivered";
    case Reason::SendUnclear: return "send_unclear";
    case Reason::SendRefused: return "send_refused";
    case Reason::AskedForPerson: return "asked_for_person";
    case Reason::Urgent: return "urgent";
    case Reason::Unsure: return "unsure";
    case Reason::NoReply: return "no_reply";
    case Reason::CalledAgainWhileHeld: return "called_while_held";
    case Reason::HolderSilent: return "holder_silent";
    case Reason::WroteAfterOptOut: return "wrote_after_opt_out";
    case Reason::MaybeAppointment: return "maybe_appointment";
    case Reason::NoAllowedTime: return "no_allowed_time";
    case Reason::TextsStopped: return "texts_stopped";
    case Reason::StaffRequest: return "staff_request";
    case Reason::Spam: return "spam";
    case Reason::Blocked: return "blocked";
    case Reason::Staff: return "staff";
    case Reason::Supplier: return "supplier";
    case Reason::Foreign: return "foreign";
    case Reason::InvalidNumber: return "invalid_number";
    case Reason::OwnNumber: return "own_number";
    case Reason::NotCounted: return "not_counted";
    case Reason::TooManyTexts: return "too_many_texts";
    case Reason::Promised: return "promised";
    case Reason::Today: return "today";
    }
    return nullptr;
}

constexpr const char *word(Attestation value)
{
    switch (value) {
    case Attestation::Unknown: return "unknown";
    case Attestation::Full: return "full";
    case Attestation::Partial: return "partial";
    case Attestation::Gateway: return "gateway";
    case Attestation::Failed: return "failed";
    }
    return nullptr;
}

constexpr const char *word(AlertLevel value)
{
    switch (value) {
    case AlertLevel::Danger: return "danger";
    case AlertLevel::Now: return "now";
    case AlertLevel::Today: return "today";
    }
    return nullptr;
}

constexpr const char *word(ContactTag value)
{
    switch (value) {
    case ContactTag::None: return "none";
    case ContactTag::Customer: return "customer";
    case ContactTag::Staff: return "staff";
    case ContactTag::Supplier: return "supplier";
    case ContactTag::Blocked: return "blocked";
    }
    return nullptr;
}

constexpr const char *word(engine::PromiseEnd value)
{
    switch (value) {
    case engine::PromiseEnd::Open: return "open";
    case engine::PromiseEnd::Kept: return "kept";
    case engine::PromiseEnd::Broken: return "broken";
    }
    return nullptr;
}

constexpr const char *word(engine::HolderKind value)
{
    switch (value) {
    case engine::HolderKind::Assistant: return "assistant";
    case engine::HolderKind::Seat: return "seat";
    case engine::HolderKind::Nobody: return "nobody";
    }
    return nullptr;
}

constexpr const char *word(engine::order::Urgency value)
{
    switch (value) {
    case engine::order::Urgency::Digest: return "digest";
    case engine::order::Urgency::Normal: return "normal";
    case engine::order::Urgency::Critical: return "critical";
    }
    return nullptr;
}

constexpr const char *word(engine::Author value)
{
    switch (value) {
    case engine::Author::Caller: return "caller";
    case engine::Author::Assistant: return "assistant";
    case engine::Author::Person: return "person";
    case engine::Author::Note: return "note";
    case engine::Author::System: return "system";
    }
    return nullptr;
}

template<class T>
concept Worded = std::is_enum_v<T> && requires(T value)
{
    word(value);
};

/// The enumerator a stored word stands for; nothing when there is none.
template<Worded T> constexpr std::optional<T> fromWord(std::string_view wanted)
{
    for (int i = 0; word(static_cast<T>(i)) != nullptr; ++i) {
        if (wanted == word(static_cast<T>(i)))
            return static_cast<T>(i);
    }
    return std::nullopt;
}

} // namespace deskbell::record
