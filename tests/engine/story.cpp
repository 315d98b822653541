// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

namespace deskbell::engine {

Profile shop()
{
    Profile profile;
    profile.id = QStringLiteral("shop");
    profile.name = QStringLiteral("Shine Bay");
    profile.phone = {QStringLiteral("+15125550100")};
    profile.zone = QTimeZone("America/Chicago");
    for (size_t day = 0; day < 5; ++day)
        profile.hours.week[day] = {{QTime(9, 0), QTime(18, 0)}};
    profile.hours.week[5] = {{QTime(10, 0), QTime(16, 0)}};
    profile.resources = {QStringLiteral("Bay 1"), QStringLiteral("Bay 2")};
    Service ceramic;
    ceramic.id = {QStringLiteral("ceramic")};
    ceramic.name = QStringLiteral("Ceramic coating");
    ceramic.length = 8h;
    ceramic.prices = {{QStringLiteral("sedan"), 90000}, {QStringLiteral("SUV or truck"), 115000}};
    profile.services = {ceramic};
    return profile;
}

Story::Story(const QString &startWall)
    : profile(shop())
    , state(newThread({QStringLiteral("+15125550142")}, profile.phone))
    , now(wall(startWall))
{
}

Instant Story::wall(const QString &text) const
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    return toInstant(time.date(), time.time(), profile.zone);
}

QString Story::wallOf(Instant instant) const
{
    return toWall(instant, profile.zone).toString(QStringLiteral("yyyy-MM-ddTHH:mm"));
}

void Story::at(const QString &text)
{
    now = wall(text);
}

void Story::tell(const Fact &fact)
{
    Decision d = decide(state, fact, {now, profile, textsStopped, {}, ledger.empty() ? std::nullopt : std::optional(ledger.back())});
    visitChanges.insert(visitChanges.end(), d.visitChanges.begin(), d.visitChanges.end());
    outcomes += d.outcome.has_value();
    ledger.insert(ledger.end(), d.consent.begin(), d.consent.end());
    state = std::move(d.next);
    orders.insert(orders.end(), d.orders.begin(), d.orders.end());
    cancelled.insert(cancelled.end(), d.cancelled.begin(), d.cancelled.end());
    lines.insert(lines.end(), d.history.begin(), d.history.end());
    changes.insert(changes.end(), d.changes.begin(), d.changes.end());
    journal.insert(journal.end(), d.journal.begin(), d.journal.end());
}

void Story::missed(CallResult result)
{
    Call call;
    call.id = {QStringLiteral("CA%1").arg(++m_serial)};
    call.from = state.caller;
    call.line = state.line;
    call.startedAt = now - 22s;
    call.endedAt = now;
    call.rang = 22s;
    call.result = result;
    tell(fact::CallMissed{call});
}

void Story::missedAgo(Duration ago)
{
    const Instant real = now;
    Call call;
    call.id = {QStringLiteral("CA%1").arg(++m_serial)};
    call.from = state.caller;
    call.line = state.line;
    call.startedAt = real - ago;
    call.endedAt = call.startedAt;
    call.result = CallResult::NoAnswer;
    tell(fact::CallMissed{call});
}

void Story::writes(const QString &body)
{
    ProviderText text;
    text.id = {QStringLiteral("SMin%1").arg(++m_serial)};
    text.from = state.caller;
    text.to = state.line;
    text.body = body;
    text.at = now;
    text.inbound = true;
    tell(fact::MessageArrived{text});
}

void Story::proposes(const Proposal &proposal, const QString &text, const QStringList &intents)
{
    if (const auto *answering = std::get_if<phase::Answering>(&state.phase);
        answering && answering->gatherUntil.isSet())
        nextDue();
    Turn turn;
    turn.proposal = proposal;
    turn.text = text;
    turn.intents = intents;
    turn.rule = QStringLiteral("test");
    tell(fact::TurnProposed{state.turn, turn, state.appointments});
}

void Story::accepts()
{
    tell(fact::OrderSettled{newestText()->id, fact::Ending::Done, {QStringLiteral("SM%1").arg(++m_serial)}, 0, {}});
}

void Story::refuses(int code)
{
    tell(fact::OrderSettled{newestText()->id, fact::Ending::Failed, {}, code, {}});
}

void Story::delivers(Delivery delivery, int code)
{
    tell(fact::DeliveryChanged{state.ownTexts.back().text, delivery, code});
}

void Story::nextDue()
{
    now = std::max(now, due());
    tell(fact::Due{now});
}

void Story::slotsFound(std::initializer_list<const char *> walls, bool exact)
{
    const auto *find = newest<order::FindSlots>();
    fact::SlotsFound found{find->request, {}, exact};
    for (const char *start : walls) {
        Hold hold;
        hold.id = QStringLiteral("h%1").arg(++m_serial);
        hold.thread = state.id;
        hold.service = find->service;
        hold.variant = find->variant;
        hold.slot = {1, wall(QString::fromLatin1(start)), wall(QString::fromLatin1(start)) + 8h};
        hold.expiresAt = find->holdUntil;
        found.holds.push_back(hold);
    }
    tell(found);
}

void Story::booked(bool yes)
{
    const auto *book = newest<order::BookSlot>();
    tell(fact::BookingSettled{book->request, yes, book->appointment, book->replaces});
}

QStringList Story::texts() const
{
    QStringList bodies;
    for (const PlannedOrder &order : orders) {
        if (const auto *text = std::get_if<order::SendText>(&order.what))
            bodies << text->body;
    }
    return bodies;
}

int Story::textsOf(TextKind kind) const
{
    int count = 0;
    for (const PlannedOrder &order : orders) {
        const auto *text = std::get_if<order::SendText>(&order.what);
        count += text && text->kind == kind;
    }
    return count;
}

const PlannedOrder *Story::newestText() const
{
    for (auto it = orders.rbegin(); it != orders.rend(); ++it) {
        if (std::holds_alternative<order::SendText>(it->what))
            return &*it;
    }
    return nullptr;
}

bool Story::noticed(const QString &code) const
{
    return std::any_of(orders.begin(), orders.end(), [&](const PlannedOrder &order) {
        const auto *notify = std::get_if<order::Notify>(&order.what);
        return notify && notify->code == code;
    });
}

bool Story::explained(const QString &code) const
{
    return std::any_of(journal.begin(), journal.end(), [&](const JournalLine &line) { return line.code == code; });
}

Verdict Story::gateNow() const
{
    return gate(*newestText(), state, {now, profile, textsStopped, {}, ledger.empty() ? std::nullopt : std::optional(ledger.back())});
}

} // namespace deskbell::engine
