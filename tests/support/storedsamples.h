// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/decide.h"

// Values in which no member has its default, so a member that is lost on the way shows. recordtest holds that.

namespace deskbell::samples {

inline Slot slot(int resource = 2, qint64 start = 1'800'000'000'000)
{
    return {resource, {start}, {start + 5'400'000}};
}

inline Hold hold()
{
    return {QStringLiteral("hold:1"), {QStringLiteral("t1")}, {QStringLiteral("ceramic")},
        QStringLiteral("SUV or truck"), slot(), {1'799'999'000'000}};
}

inline Appointment appointment()
{
    return {{QStringLiteral("visit:1")}, {QStringLiteral("t1")}, {QStringLiteral("ceramic")}, QStringLiteral("SUV"),
        slot(3), {QStringLiteral("+15125550142")}, QStringLiteral("Renée \"R\" O'Neil"), BookedBy::Staff, true};
}

inline engine::Source source()
{
    return {QStringLiteral("price"), QStringLiteral("ceramic / SUV"), QStringLiteral("$1,150")};
}

inline Lead lead()
{
    return {QStringLiteral("missed call"), QStringLiteral("book"), LeadOutcome::CallbackBooked,
        QStringLiteral("Wants ceramic.\nSUV.\nSaturday."),
        {{QStringLiteral("vehicle"), QStringLiteral("SUV"), Origin::Staff},
            {QStringLiteral("name"), QStringLiteral("Renée"), Origin::AssistantsGuess}},
        115'000, {1'799'000'000'000}, {1'799'500'000'000}};
}

inline engine::Wish wish()
{
    return {QDate(2026, 12, 10), QDate(2026, 12, 11), QTime(9, 30), QTime(17, 0, 0, 250), QTime(10, 0)};
}

inline engine::CallbackItem callback()
{
    return {engine::Reason::Undelivered, {11}, {12}, 3, true, {13}, QStringLiteral("voicemail"),
        QStringLiteral("call by 09:30"), QStringLiteral("Jess"), QStringLiteral("Sam"), {14}};
}

inline engine::Alert alert()
{
    return {AlertLevel::Danger, QStringLiteral("gas"), QStringLiteral("smell gas"), {71}, 2, {72}, 3, QStringLiteral("Sam"), {73},
        {74}, QStringLiteral("Jess")};
}

inline engine::Promise promise()
{
    return {QStringLiteral("We will call by 9:30"), true, {75}, {76}, QStringLiteral("Jess"), engine::PromiseEnd::Broken, {77}};
}

inline engine::Episode episode()
{
    return {{QStringLiteral("CA1")}, {21}, {22}, 4, CallResult::Voicemail, 18s, 12s, true,
        Attestation::Partial, {{QStringLiteral("CA1")}, {QStringLiteral("CA2")}}};
}

inline std::vector<engine::Phase> phases()
{
    namespace phase = engine::phase;
    return {phase::Fresh{}, phase::Greeting{}, phase::WaitingForCaller{{31}}, phase::Answering{{32}}, phase::Offering{},
        phase::Booking{hold()}, phase::Booked{},
        phase::NeedsPerson{engine::Reason::Urgent, QStringLiteral("water"), {33}},
        phase::CallbackOnly{engine::Reason::TollFree}, phase::Closed{{34}}};
}

inline std::vector<engine::Order> orders()
{
    namespace order = engine::order;
    return {order::SendText{{QStringLiteral("+15125550100")}, {QStringLiteral("+15125550142")},
                QStringLiteral("Hi 👋\nSee you \\ \"then\""), TextKind::FirstText, 7},
        order::LookUpLineType{{QStringLiteral("+15125550142")}}, order::AskAssistant{4},
        order::FindSlots{
            5, {QStringLiteral("ceramic")}, QStringLiteral("SUV"), wish(), 3, {41}, {QStringLiteral("visit:0")}},
        order::BookSlot{6, hold(), appointment(), {QStringLiteral("visit:0")}}, order::ReleaseHolds{},
        order::CancelAppointment{{QStringLiteral("visit:1")}},
        order::Notify{order::Urgency::Critical, QStringLiteral("urgent"), {QStringLiteral("water"), QString()}}};
}

inline engine::EpisodeRecord outcome()
{
    return {{QStringLiteral("CA1")}, {92}, 3, {93}, {94}, {95}, {QStringLiteral("visit:1")}, {96}, {97}, {98},
        engine::Aside::Status};
}

inline engine::ThreadState thread()
{
    engine::ThreadState state;
    state.id = {QStringLiteral("t1")};
    state.caller = {QStringLiteral("+15125550142")};
    state.line = {QStringLiteral("+15125550100")};
    state.callerName = QStringLiteral("O'NEIL RENEE");
    state.lineType = LineType::Mobile;
    state.phase = engine::phase::Booking{hold()};
    state.holder = {engine::HolderKind::Seat, QStringLiteral("Jess"), 9, {51}};
    state.optOut = engine::OptOutMark{{52}, QStringLiteral("stop please"), QStringLiteral("staff"), QStringLiteral("Jess")};
    state.episode = episode();
    state.episodes = 2;
    state.callback = callback();
    state.callbackBefore = callback();
    state.callbackBefore->done = false;
    state.ownTexts = {
        {{QStringLiteral("first_text:CA1")}, TextKind::FirstText, Delivery::Delivered, {QStringLiteral("SM1")}, true}};
    state.appointments = {appointment(), appointment()};
    state.offer = {hold(), hold()};
    state.lead = lead();
    state.turn = 3;
    state.request = 6;
    state.pendingPrefix = QStringLiteral("Happy to help.");
    state.pendingSources = {source()};
    state.unanswered = 1;
    state.confusedTurns = 1;
    state.firstTextAt = {61};
    state.lastInboundAt = {62};
    state.lastOutboundAt = {63};
    state.callerWaitsSince = {64};
    state.urgent = true;
    state.escalationKind = QStringLiteral("water");
    state.unread = 2;
    state.lastText = QStringLiteral("Ist das möglich? שלום");
    state.lastTextInbound = true;
    state.wish = wish();
    state.moving = {QStringLiteral("visit:0")};
    state.quiet = true;
    state.nudges = 1;
    state.requestTurn = 3;
    state.tally = outcome();
    state.lastWordAt = {90};
    state.resubscribeAskedAt = {91};
    state.quietList = engine::QuietMark{engine::Reason::Spam, {65}, 7, {QStringLiteral("short_ring:2"), QStringLiteral("many_complaints:5")}};
    state.vouched = true;
    state.tag = ContactTag::Supplier;
    state.talkedAt = {66};
    state.alert = alert();
    state.promises = {promise()};
    state.watched = {78};
    state.plan.counted = {{{QStringLiteral("first_text:CA1")}, Instant{1'796'600'000'000}}};
    state.plan.unwanted = {{QStringLiteral("nudge:CA1:0:2:t")}};
    state.plan.zone = QStringLiteral("America/Denver");
    state.plan.region = QStringLiteral("US-CO");
    return state;
}

} // namespace deskbell::samples
