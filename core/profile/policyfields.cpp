// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/policyfields.h"

namespace deskbell::profile {
namespace {

constexpr SpanField spans[] = {
    {"merge_window_min", &Policy::mergeWindow, 1min, 0, 1440},
    {"first_text_fresh_min", &Policy::firstTextFresh, 1min, 1, 1440},
    {"first_text_every_h", &Policy::firstTextEvery, 1h, 1, 720},
    {"manual_review_after_h", &Policy::manualReviewAfter, 1h, 1, 720},
    {"gather_ms", &Policy::gather, 1ms, 0, 60'000},
    {"reply_fresh_min", &Policy::replyFresh, 1min, 1, 1440},
    {"nudge_fresh_min", &Policy::nudgeFresh, 1min, 1, 1440},
    {"hold_min", &Policy::holdFor, 1min, 1, 1440},
    {"callback_within_min", &Policy::callbackWithin, 1min, 1, 10'080},
    {"person_limit_s", &Policy::personLimit, 1s, 1, 86'400},
    {"urgent_limit_s", &Policy::urgentLimit, 1s, 1, 86'400},
    {"escalate_within_s", &Policy::escalateWithin, 1s, 1, 3600},
    {"silence_alarm_min", &Policy::silenceAlarm, 1min, 1, 1440},
    {"page_every_s", &Policy::pageEvery, 1s, 10, 3600},
    {"promise_watch_min", &Policy::promiseWatch, 1min, 1, 1440},
    {"late_after_min", &Policy::lateAfter, 1min, 1, 1440},
    {"follow_up_too_late_h", &Policy::nudgeTooLate, 1h, 1, 720},
};
constexpr CountField counts[] = {
    {"max_follow_ups", &Policy::maxNudges, 0, 2}, // carriers and three states allow three automatic texts in all
    {"slots_offered", &Policy::slotsOffered, 1, 3},
    {"late_texts_per_minute", &Policy::latePerMinute, 0, 600},
    {"texts_per_second", &Policy::textsPerSecond, 0, 1000},
    {"max_callback_tries", &Policy::maxCallbackTries, 1, 20},
};
constexpr SwitchField switches[] = {
    {"disclose_assistant", &Policy::discloseAssistant},
    {"look_up_line_type", &Policy::lookUpLineType},
    {"no_advice", &Policy::noAdvice},
    {"provider_confirms_stop", &Policy::providerConfirmsStop},
};
constexpr TimeField times[] = {
    {"follow_ups_from", &Policy::nudgeFrom},
    {"follow_ups_to", &Policy::nudgeTo},
};
constexpr WordField wordings[] = {
    {"first_text", &Words::firstText},
    {"first_text_closed", &Words::firstTextClosed},
    {"first_text_holiday", &Words::firstTextHoliday},
    {"follow_up_1", &Words::nudge1},
    {"follow_up_2", &Words::nudge2},
    {"booked", &Words::booked},
    {"opt_out_confirmation", &Words::optOutConfirmation},
    {"help", &Words::help},
    {"hand_over", &Words::handOver},
};

} // namespace

std::span<const SpanField> spanFields()
{
    return spans;
}
std::span<const CountField> countFields()
{
    return counts;
}
std::span<const SwitchField> switchFields()
{
    return switches;
}
std::span<const TimeField> timeFields()
{
    return times;
}
std::span<const WordField> wordFields()
{
    return wordings;
}

} // namespace deskbell::profile
