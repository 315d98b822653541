// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/decide.h"
#include "core/record/shape.h"

// How stored values look in the file, one shape each. Names are a file format: never renamed, never reused.

namespace deskbell::record {

template<> struct Shape<Slot> {
    static constexpr std::tuple fields{
        Field{"resource", &Slot::resource}, Field{"start", &Slot::start}, Field{"end", &Slot::end}};
};

template<> struct Shape<Hold> {
    static constexpr std::tuple fields{Field{"id", &Hold::id, Presence::Required}, Field{"thread", &Hold::thread},
        Field{"service", &Hold::service}, Field{"variant", &Hold::variant},
        Field{"slot", &Hold::slot, Presence::Required}, Field{"expires", &Hold::expiresAt}};
};

template<> struct Shape<Appointment> {
    static constexpr std::tuple fields{Field{"id", &Appointment::id, Presence::Required},
        Field{"thread", &Appointment::thread}, Field{"service", &Appointment::service},
        Field{"variant", &Appointment::variant}, Field{"slot", &Appointment::slot, Presence::Required},
        Field{"phone", &Appointment::phone}, Field{"name", &Appointment::name}, Field{"by", &Appointment::by},
        Field{"block", &Appointment::block}};
};

template<> struct Shape<LeadFact> {
    static constexpr std::tuple fields{Field{"key", &LeadFact::key, Presence::Required},
        Field{"value", &LeadFact::value}, Field{"origin", &LeadFact::origin}};
};

template<> struct Shape<Lead> {
    static constexpr std::tuple fields{Field{"source", &Lead::source}, Field{"intent", &Lead::intent},
        Field{"outcome", &Lead::outcome}, Field{"summary", &Lead::summary}, Field{"facts", &Lead::facts},
        Field{"estimate", &Lead::estimateCents}, Field{"created", &Lead::createdAt}, Field{"closed", &Lead::closedAt}};
};

template<> struct Shape<engine::Wish> {
    static constexpr std::tuple fields{Field{"from", &engine::Wish::from}, Field{"to", &engine::Wish::to},
        Field{"not_before", &engine::Wish::notBefore}, Field{"not_after", &engine::Wish::notAfter},
        Field{"exact", &engine::Wish::exact}};
};

template<> struct Shape<engine::Source> {
    static constexpr std::tuple fields{Field{"kind", &engine::Source::kind}, Field{"ref", &engine::Source::ref},
        Field{"value", &engine::Source::value}};
};

// Phases

namespace phase = engine::phase;

template<> struct Alternative<phase::Fresh> {
    static constexpr std::string_view name = "fresh";
};
template<> struct Alternative<phase::Greeting> {
    static constexpr std::string_view name = "greeting";
};
template<> struct Alternative<phase::WaitingForCaller> {
    static constexpr std::string_view name = "waiting";
};
template<> struct Alternative<phase::Answering> {
    static constexpr std::string_view name = "answering";
};
template<> struct Alternative<phase::Offering> {
    static constexpr std::string_view name = "offering";
};
template<> struct Alternative<phase::Booking> {
    static constexpr std::string_view name = "booking";
};
template<> struct Alternative<phase::Booked> {
    static constexpr std::string_view name = "booked";
};
template<> struct Alternative<phase::NeedsPerson> {
    static constexpr std::string_view name = "needs_person";
};
template<> struct Alternative<phase::CallbackOnly> {
    static constexpr std::string_view name = "callback_only";
};
template<> struct Alternative<phase::Closed> {
    static constexpr std::string_view name = "closed";
};

template<> struct Shape<phase::Fresh> {
    static constexpr std::tuple fields{};
};
template<> struct Shape<phase::Greeting> {
    static constexpr std::tuple fields{};
};
template<> struct Shape<phase::WaitingForCaller> {
    static constexpr std::tuple fields{Field{"next_nudge", &phase::WaitingForCaller::nextNudge}};
};
template<> struct Shape<phase::Answering> {
    static constexpr std::tuple fields{Field{"gather_until", &phase::Answering::gatherUntil}};
};
template<> struct Shape<phase::Offering> {
    static constexpr std::tuple fields{};
};
template<> struct Shape<phase::Booking> {
    static constexpr std::tuple fields{Field{"hold", &phase::Booking::hold, Presence::Required}};
};
template<> struct Shape<phase::Booked> {
    static constexpr std::tuple fields{};
};
template<> struct Shape<phase::NeedsPerson> {
    static constexpr std::tuple fields{Field{"reason", &phase::NeedsPerson::reason},
        Field{"kind", &phase::NeedsPerson::kind}, Field{"since", &phase::NeedsPerson::since}};
};
template<> struct Shape<phase::CallbackOnly> {
    static constexpr std::tuple fields{Field{"reason", &phase::CallbackOnly::reason}};
};
template<> struct Shape<phase::Closed> {
    static constexpr std::tuple fields{Field{"at", &phase::Closed::at}};
};

// The thread

template<> struct Shape<engine::Holder> {
    static constexpr std::tuple fields{Field{"kind", &engine::Holder::kind}, Field{"seat", &engine::Holder::seat},
        Field{"version", &engine::Holder::version}, Field{"since", &engine::Holder::since}};
};

template<> struct Shape<engine::Episode> {
    static constexpr std::tuple fields{Field{"call", &engine::Episode::call}, Field{"at", &engine::Episode::at},
        Field{"last_call", &engine::Episode::lastCallAt}, Field{"calls", &engine::Episode::calls},
        Field{"result", &engine::Episode::result}, Field{"rang", &engine::Episode::rang},
        Field{"voicemail", &engine::Episode::voicemail}, Field{"texted_first", &engine::Episode::textedFirst},
        Field{"attestation", &engine::Episode::attestation}, Field{"heard", &engine::Episode::heard}};
};

template<> struct Shape<engine::OptOutMark> {
    static constexpr std::tuple fields{Field{"at", &engine::OptOutMark::at, Presence::Required},
        Field{"words", &engine::OptOutMark::words}, Field{"channel", &engine::OptOutMark::channel},
        Field{"who", &engine::OptOutMark::who}};
};

template<> struct Shape<engine::CallbackItem> {
    using Item = engine::CallbackItem;
    static constexpr std::tuple fields{Field{"reason", &Item::reason}, Field{"since", &Item::since},
        Field{"due", &Item::dueAt}, Field{"tries", &Item::tries}, Field{"done", &Item::done},
        Field{"done_at", &Item::doneAt}, Field{"result", &Item::result}, Field{"promise", &Item::promise},
        Field{"promised_by", &Item::promisedBy}, Field{"claimed_by", &Item::claimedBy},
        Field{"claimed_at", &Item::claimedAt}};
};

template<> struct Shape<engine::Alert> {
    using Alert = engine::Alert;
    static constexpr std::tuple fields{Field{"level", &Alert::level}, Field{"kind", &Alert::kind},
        Field{"rule", &Alert::rule}, Field{"since", &Alert::since}, Field{"updates", &Alert::updates},
        Field{"last_update", &Alert::lastUpdateAt}, Field{"pages", &Alert::pages}, Field{"paged", &Alert::paged},
        Field{"next_page", &Alert::nextPageAt}, Field{"acknowledged_at", &Alert::acknowledgedAt},
        Field{"acknowledged_by", &Alert::acknowledgedBy}};
};

template<> struct Shape<engine::Promise> {
    using Promise = engine::Promise;
    static constexpr std::tuple fields{Field{"words", &Promise::words}, Field{"call", &Promise::call},
        Field{"made", &Promise::madeAt}, Field{"due", &Promise::dueAt}, Field{"by", &Promise::by},
        Field{"end", &Promise::end}, Field{"ended", &Promise::endedAt}};
};

template<> struct Shape<engine::QuietMark> {
    using Mark = engine::QuietMark;
    static constexpr std::tuple fields{Field{"reason", &Mark::reason}, Field{"since", &Mark::since},
        Field{"score", &Mark::score}, Field{"points", &Mark::points}};
};

template<> struct Shape<engine::OwnText> {
    static constexpr std::tuple fields{Field{"order", &engine::OwnText::order, Presence::Required},
        Field{"kind", &engine::OwnText::kind}, Field{"delivery", &engine::OwnText::delivery},
        Field{"text", &engine::OwnText::text}, Field{"outdated", &engine::OwnText::outdated}};
};

template<> struct Shape<engine::CountedText> {
    static constexpr std::tuple fields{Field{"order", &engine::CountedText::order, Presence::Required},
        Field{"at", &engine::CountedText::at, Presence::Required}};
};

template<> struct Shape<engine::TextPlan> {
    using Plan = engine::TextPlan;
    static constexpr std::tuple fields{Field{"counted", &Plan::counted}, Field{"unwanted", &Plan::unwanted},
        Field{"zone", &Plan::zone}, Field{"region", &Plan::region}};
};

template<> struct Shape<engine::EpisodeRecord> {
    using Record = engine::EpisodeRecord;
    static constexpr std::tuple fields{Field{"call", &Record::call, Presence::Required}, Field{"at", &Record::at},
        Field{"calls", &Record::calls}, Field{"texted", &Record::textedAt}, Field{"replied", &Record::repliedAt},
        Field{"booked", &Record::bookedAt}, Field{"visit", &Record::visit}, Field{"phone_booked", &Record::phoneBookedAt},
        Field{"taken_up", &Record::takenUpAt}, Field{"got_through", &Record::gotThroughAt},
        Field{"aside", &Record::aside}};
};

template<> struct Shape<engine::ThreadState> {
    using State = engine::ThreadState;
    static constexpr std::tuple fields{Field{"id", &State::id, Presence::Required}, Field{"caller", &State::caller},
        Field{"line", &State::line}, Field{"caller_name", &State::callerName}, Field{"line_type", &State::lineType},
        Field{"phase", &State::phase, Presence::Required}, Field{"holder", &State::holder},
        Field{"opt_out", &State::optOut}, Field{"episode", &State::episode}, Field{"episodes", &State::episodes},
        Field{"callback", &State::callback}, Field{"callback_before", &State::callbackBefore},
        Field{"own_texts", &State::ownTexts}, Field{"appointments", &State::appointments},
        Field{"offer", &State::offer}, Field{"lead", &State::lead}, Field{"turn", &State::turn},
        Field{"request", &State::request}, Field{"request_turn", &State::requestTurn}, Field{"pending_prefix", &State::pendingPrefix},
        Field{"pending_sources", &State::pendingSources}, Field{"unanswered", &State::unanswered},
        Field{"confused", &State::confusedTurns}, Field{"first_text_at", &State::firstTextAt},
        Field{"last_inbound", &State::lastInboundAt}, Field{"last_outbound", &State::lastOutboundAt},
        Field{"waits_since", &State::callerWaitsSince}, Field{"urgent", &State::urgent},
        Field{"escalation", &State::escalationKind}, Field{"unread", &State::unread},
        Field{"last_text", &State::lastText}, Field{"last_text_inbound", &State::lastTextInbound},
        Field{"wish", &State::wish}, Field{"moving", &State::moving}, Field{"quiet", &State::quiet},
        Field{"nudges", &State::nudges}, Field{"plan", &State::plan},
        Field{"quiet_list", &State::quietList}, Field{"vouched", &State::vouched},
        Field{"tag", &State::tag}, Field{"talked_at", &State::talkedAt},
        Field{"alert", &State::alert}, Field{"promises", &State::promises},
        Field{"watched", &State::watched},
        Field{"tally", &State::tally},
        Field{"last_word", &State::lastWordAt}, Field{"resubscribe_asked", &State::resubscribeAskedAt}};
};

// Orders

namespace order = engine::order;

template<> struct Alternative<order::SendText> {
    static constexpr std::string_view name = "send_text";
};
template<> struct Alternative<order::LookUpLineType> {
    static constexpr std::string_view name = "line_type";
};
template<> struct Alternative<order::AskAssistant> {
    static constexpr std::string_view name = "ask_assistant";
};
template<> struct Alternative<order::FindSlots> {
    static constexpr std::string_view name = "find_slots";
};
template<> struct Alternative<order::BookSlot> {
    static constexpr std::string_view name = "book_slot";
};
template<> struct Alternative<order::ReleaseHolds> {
    static constexpr std::string_view name = "release_holds";
};
template<> struct Alternative<order::CancelAppointment> {
    static constexpr std::string_view name = "cancel_visit";
};
template<> struct Alternative<order::Notify> {
    static constexpr std::string_view name = "notify";
};

template<> struct Shape<order::SendText> {
    static constexpr std::tuple fields{Field{"from", &order::SendText::from, Presence::Required},
        Field{"to", &order::SendText::to, Presence::Required},
        Field{"body", &order::SendText::body, Presence::Required}, Field{"kind", &order::SendText::kind},
        Field{"holder_version", &order::SendText::holderVersion}};
};
template<> struct Shape<order::LookUpLineType> {
    static constexpr std::tuple fields{Field{"number", &order::LookUpLineType::number, Presence::Required}};
};
template<> struct Shape<order::AskAssistant> {
    static constexpr std::tuple fields{Field{"turn", &order::AskAssistant::turn}};
};
template<> struct Shape<order::FindSlots> {
    using Find = order::FindSlots;
    static constexpr std::tuple fields{Field{"request", &Find::request}, Field{"service", &Find::service},
        Field{"variant", &Find::variant}, Field{"wish", &Find::wish}, Field{"count", &Find::count},
        Field{"hold_until", &Find::holdUntil}, Field{"moving", &Find::moving}};
};
template<> struct Shape<order::BookSlot> {
    static constexpr std::tuple fields{Field{"request", &order::BookSlot::request},
        Field{"hold", &order::BookSlot::hold}, Field{"appointment", &order::BookSlot::appointment, Presence::Required},
        Field{"replaces", &order::BookSlot::replaces}};
};
template<> struct Shape<order::ReleaseHolds> {
    static constexpr std::tuple fields{};
};
template<> struct Shape<order::CancelAppointment> {
    static constexpr std::tuple fields{
        Field{"appointment", &order::CancelAppointment::appointment, Presence::Required}};
};
template<> struct Shape<order::Notify> {
    static constexpr std::tuple fields{Field{"urgency", &order::Notify::urgency}, Field{"code", &order::Notify::code},
        Field{"args", &order::Notify::args}};
};

// Does a line fail to compile? The struct got a member that its shape above does not name.
static_assert(namesEveryMember<Slot> && namesEveryMember<Hold> && namesEveryMember<Appointment>);
static_assert(namesEveryMember<LeadFact> && namesEveryMember<Lead>);
static_assert(namesEveryMember<engine::Wish> && namesEveryMember<engine::Source>);
static_assert(namesEveryMember<phase::Fresh> && namesEveryMember<phase::Greeting>);
static_assert(namesEveryMember<phase::WaitingForCaller> && namesEveryMember<phase::Answering>);
static_assert(namesEveryMember<phase::Offering> && namesEveryMember<phase::Booking> && namesEveryMember<phase::Booked>);
static_assert(namesEveryMember<phase::NeedsPerson> && namesEveryMember<phase::CallbackOnly>);
static_assert(namesEveryMember<phase::Closed>);
static_assert(namesEveryMember<engine::Holder> && namesEveryMember<engine::Episode>);
static_assert(namesEveryMember<engine::OptOutMark> && namesEveryMember<engine::CallbackItem>);
static_assert(namesEveryMember<engine::OwnText> && namesEveryMember<engine::QuietMark>);
static_assert(namesEveryMember<engine::CountedText> && namesEveryMember<engine::TextPlan>);
static_assert(namesEveryMember<engine::Alert>);
static_assert(namesEveryMember<engine::Promise>);
static_assert(namesEveryMember<engine::EpisodeRecord>);
static_assert(namesEveryMember<engine::ThreadState>);
static_assert(namesEveryMember<order::SendText> && namesEveryMember<order::LookUpLineType>);
static_assert(namesEveryMember<order::AskAssistant> && namesEveryMember<order::FindSlots>);
static_assert(namesEveryMember<order::BookSlot> && namesEveryMember<order::ReleaseHolds>);
static_assert(namesEveryMember<order::CancelAppointment> && namesEveryMember<order::Notify>);

} // namespace deskbell::record
