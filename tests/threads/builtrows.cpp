// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/threads/builtrows.h"

namespace deskbell::builtrows {

using engine::Author;
using engine::HolderKind;
using engine::Section;
using engine::ThreadRow;

namespace {

const QTimeZone &zone()
{
    static const QTimeZone chicago("America/Chicago");
    return chicago;
}

ThreadRow row(const QString &name, const QString &number, Section section, Instant last, const QString &text)
{
    ThreadRow made;
    made.thread = {name.isEmpty() ? number : name};
    made.name = name;
    made.caller = {number};
    made.section = section;
    made.lastAt = last;
    made.lastText = text;
    made.lastTextInbound = true;
    made.limit = 2min;
    return made;
}

ThreadRow needing(ThreadRow made, Duration waited, engine::Reason reason, const QString &detail, int unread)
{
    made.waitsSince = now() - waited;
    made.reason = reason;
    made.reasonDetail = detail;
    made.unread = unread;
    made.holder.kind = HolderKind::Nobody;
    return made;
}

ThreadRow heldBy(ThreadRow made, const QString &seat, Duration waited)
{
    made.holder = {HolderKind::Seat, seat, 2, now() - 10min};
    if (waited > 0ms)
        made.waitsSince = now() - waited;
    return made;
}

engine::HistoryLine line(Author author, const QString &body, Instant when)
{
    engine::HistoryLine made;
    made.id = QString::number(when.ms) + body.left(4);
    made.author = author;
    made.body = body;
    made.at = when;
    made.delivery = Delivery::Delivered;
    return made;
}

engine::JournalLine why(const QString &code, const QStringList &args, Instant when)
{
    return {when, code, args, {}};
}

} // namespace

Instant at(int hour, int minute, int second)
{
    return Instant::fromDateTime(QDateTime(QDate(2025, 6, 12), QTime(hour, minute, second), zone()));
}

Instant now()
{
    return at(14, 7);
}

Profile shop()
{
    Profile made;
    made.name = QStringLiteral("Brightside Detailing");
    made.zone = zone();
    made.resources = {QStringLiteral("Bay 1"), QStringLiteral("Bay 2")};
    Service ceramic;
    ceramic.id = {QStringLiteral("ceramic")};
    ceramic.name = QStringLiteral("Ceramic coating");
    ceramic.ask = {QStringLiteral("vehicle"), QStringLiteral("name"), QStringLiteral("address")};
    ceramic.length = 6h;
    ceramic.prices = {{QStringLiteral("SUV or truck"), 124000}};
    made.services = {ceramic};
    for (int day = 0; day < 5; ++day)
        made.hours.week[size_t(day)] = {{QTime(8, 0), QTime(18, 0)}};
    made.hours.week[5] = {{QTime(9, 0), QTime(15, 0)}};
    return made;
}

std::vector<ThreadRow> threads()
{
    ThreadRow priya = needing(row(QStringLiteral("Priya Nair"), QStringLiteral("+15125550133"), Section::NeedsPerson,
                                  now() - 65s, QStringLiteral("It’s for six vans, can you come to us?")),
        65s, engine::Reason::AskedForPerson, {}, 1);
    ThreadRow match = needing(row({}, QStringLiteral("+15125550148"), Section::NeedsPerson, now() - 134s,
                                  QStringLiteral("Can you match $320? The other shop said it would")),
        134s, engine::Reason::Unsure, QStringLiteral("price not in list"), 1);
    ThreadRow elena = heldBy(row(QStringLiteral("Elena Ruiz"), QStringLiteral("+15125550111"), Section::WithPerson,
                                 now() - 41s, QStringLiteral("Perfect, see you then")),
        QStringLiteral("Desk 1"), 41s);
    ThreadRow kofi = heldBy(row(QStringLiteral("Kofi Mensah"), QStringLiteral("+15125550112"), Section::WithPerson,
                                now() - 2min, QStringLiteral("I’ll check with the owner and text back")),
        QStringLiteral("Sam · Desk 2"), 0ms);
    ThreadRow tom = row(QStringLiteral("Tom Becker"), QStringLiteral("+15125550163"), Section::AssistantAnswering,
        now() - 20s, QStringLiteral("It’s a 2021 Tahoe, black. Mostly weekends would work for me"));
    tom.wants = QStringLiteral("Ceramic coating, SUV");
    tom.unread = 1;
    ThreadRow fresh = row({}, QStringLiteral("+15125550172"), Section::AssistantAnswering, now() - 80s, {});
    fresh.missedCallOnly = true;
    fresh.callAt = at(14, 5);
    fresh.rang = 21s;
    ThreadRow aisha = row(QStringLiteral("Aisha Rahman"), QStringLiteral("+15125550121"), Section::AssistantAnswering,
        now() - 85s, QStringLiteral("Do you do leather seats?"));
    aisha.wants = QStringLiteral("Leather clean, price given");
    ThreadRow hugo = row(QStringLiteral("Hugo Lind"), QStringLiteral("+15125550122"), Section::AssistantAnswering,
        now() - 3min, QStringLiteral("How long does a full detail take?"));
    hugo.wants = QStringLiteral("Full detail, picking a day");
    ThreadRow luis = row(QStringLiteral("Luis Ortega"), QStringLiteral("+15125550123"), Section::WaitingForCaller,
        now() - 38min, QStringLiteral("Sorry we missed your call! This is the team"));
    luis.lastTextInbound = false;
    luis.nextNudge = at(17, 30);
    ThreadRow mia = row(QStringLiteral("Mia Ross"), QStringLiteral("+15125550124"), Section::WaitingForCaller,
        now() - 2h, QStringLiteral("Booked for Saturday at 9. Reply if that does not suit."));
    mia.lastTextInbound = false;
    mia.appointmentAt = at(9, 0) + 48h;
    ThreadRow done = row(QStringLiteral("Lena Fox"), QStringLiteral("+15125550125"), Section::Done, now() - 4h,
        QStringLiteral("Thanks"));
    done.outcome = LeadOutcome::Answered;
    return {priya, match, elena, kofi, tom, fresh, aisha, hugo, luis, mia, done};
}

ThreadRow thread(const QString &name)
{
    for (const ThreadRow &one : threads()) {
        if (one.thread.value == name)
            return one;
    }
    return {};
}

runtime::ThreadView tom()
{
    runtime::ThreadView view;
    view.row = thread(QStringLiteral("Tom Becker"));
    view.state.id = view.row.thread;
    view.state.caller = view.row.caller;
    view.state.phase = engine::phase::Offering{};
    view.state.episodes = 1;
    view.state.episode =
        engine::Episode{{QStringLiteral("CA1")}, at(13, 58), at(13, 58), 1, CallResult::NoAnswer, 21s, 0ms, true};
    Hold hold;
    hold.id = QStringLiteral("h1");
    hold.service = {QStringLiteral("ceramic")};
    hold.variant = QStringLiteral("SUV or truck");
    hold.slot = {2, at(9, 0) + 48h, at(15, 0) + 48h};
    hold.expiresAt = now() + 252s;
    view.state.offer = {hold};
    view.state.lead.facts = {{QStringLiteral("service"), QStringLiteral("ceramic"), Origin::CallersWords},
        {QStringLiteral("vehicle"), QStringLiteral("2021 Tahoe, black"), Origin::CallersWords},
        {QStringLiteral("when"), QStringLiteral("Weekend"), Origin::CallersWords},
        {QStringLiteral("variant"), QStringLiteral("SUV or truck"), Origin::AssistantsGuess}};
    engine::HistoryLine missed = line(Author::System, QStringLiteral("missed_call"), at(13, 58));
    missed.args = {QStringLiteral("21"), QStringLiteral("0"), QStringLiteral("no_answer")};
    view.lines = {missed,
        line(Author::Assistant,
            QStringLiteral("Sorry we missed your call! This is the team at Brightside Detailing. How can we help?"),
            at(13, 58, 4)),
        line(Author::Caller, QStringLiteral("Hi, how much is ceramic coating for an SUV?"), at(14, 1)),
        line(Author::Assistant,
            QStringLiteral("For an SUV it’s $890 for the 3-year coating or $1,240 for the 5-year one. Both include a "
                           "full wash and one-step polish. What are you driving, and is it parked outside?"),
            at(14, 1, 4)),
        line(Author::Caller, QStringLiteral("It’s a 2021 Tahoe, black. Mostly weekends would work for me"), at(14, 6)),
        line(Author::Assistant,
            QStringLiteral("Thanks Tom! Saturday 14 June at 09:00 is free, plan on 6 hours. Shall I book it for you?"),
            at(14, 6, 5))};
    view.lines[1].kind = TextKind::FirstText;
    view.journal = {why(QStringLiteral("slots.found"), {QStringLiteral("1")}, at(14, 6)),
        why(QStringLiteral("price"), {QStringLiteral("Ceramic coating / SUV or truck"), QStringLiteral("$1,240")},
            at(14, 1)),
        why(QStringLiteral("text.accepted"), {}, at(13, 58)),
        why(QStringLiteral("first_text.ordered"), {QStringLiteral("open")}, at(13, 58))};
    return view;
}

runtime::ThreadView tomHeldBy(const QString &seat)
{
    runtime::ThreadView view = tom();
    view.row.section = Section::WithPerson;
    view.row.holder = {HolderKind::Seat, seat, 2, now()};
    view.state.holder = view.row.holder;
    return view;
}

} // namespace deskbell::builtrows
