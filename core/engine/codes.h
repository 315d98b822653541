// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/threadstate.h"

// The codes the engine writes into system lines, the journal and notices. The window words them; nothing else
// branches on them. {0} {1} are their arguments.
//
// System lines of a conversation (HistoryLine::body)
//   missed_call {rang seconds, voicemail seconds, CallResult word}   called_again {count}   answered_call   called_back
//   took_over {seat}   handed_back {seat}   shop_phone   closed {seat}   opted_out {words, manner, seat}   opted_in {manner, seat}
//   escalated {kind}   held_times {count}   booked {service, ISO start UTC}   moved {service, ISO start UTC}
//   visit_cancelled {service}   callback_queued {Reason word}   callback_done {seat, result}
//   not_found   unclear_left {seat}   call_rings   calling   called_out   kept_quiet {Reason word}   rescued {seat}
//   tagged {seat, ContactTag word}   acknowledged {seat}   promise_broken {words, seat}
// Journal (JournalLine::code)
//   first_text.ordered {open|closed|holiday}   first_text.merged {minutes}   first_text.recent   first_text.open_thread
//   screened {Reason word, score, each sign with its points}   text.accepted   text.refused {code}   text.cancelled {reason}   text.unclear
//   text.found   text.resend   delivery {word, code}   turn {rule, intents}   turn.stale   price {ref, value}
//   source {kind, ref, value}   slots.found {count}   slots.none   slots.expired   booking.done   booking.taken   nudge.planned {n, ISO}   nudge.too_late
//   nudge.stopped   ladder.end   consent.out {channel}   consent.in {manner, seat}   consent.help {"under_way" or nothing}
//   consent.followed {in|out}   consent.kept {seat}   takeover {seat}   handback {seat}
//   ungrounded {figures}   closed {seat}   callback {Reason word}   callback.result {seat, result}   callback.undone   silence.alarm {seat}
//   escalated {kind}   line_type {word}   ignored {fact}   phone.answered   phone.earlier   note {seat}
//   episode.earlier   quiet.rescued {seat}   contact {seat, ContactTag word}   nudge.paused
//   hours.ok {TextKind word, rules, zones, table version}   hours.wait {the same, ISO until}   hours.none {the same}
//   plan.cancelled {seat}   plan.restored {seat}   place.set {seat, zone, region}   texts.stopped {seat}   texts.resumed {seat}
//   nudge.skipped {n}
//   trigger {danger|now|today, kind}   trigger.locked {kind}   trigger.no_text {kind}   alert.page {count, name}
//   alert.updated {count}   alert.acknowledged {seat}   alert.again {seat}   alert.released   waiting {minutes}
//   promise.made {seat, ISO due}   promise.kept {seat}   promise.broken {seat}   promise.dropped
//   callback.claimed {seat}   callback.claim_refused {seat, holder}   callback.released {seat}   callback.next_try {ISO; empty: none}
// Notices (order::Notify::code)
//   urgent {kind, name}   page {kind, name, count}   alert_again {kind, seat}   waiting   promise_broken {seat, words}
//   needs_person {Reason word}   reply_held   callback {Reason word}   booked {service, ISO start UTC}
//   moved {service, ISO start UTC}   visit_cancelled {service}   no_reply   silent {seat}   called_while_held   not_found
//   late_calls   too_many_texts {limit}

namespace deskbell::engine {

[[nodiscard]] inline const char *wordOf(Reason reason)
{
    switch (reason) {
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
    return "none";
}

} // namespace deskbell::engine
