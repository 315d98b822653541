// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/assist/talk.h"

#include "core/base/match.h"
#include "core/engine/wording.h"

namespace deskbell {

namespace proposal = engine::proposal;

Talk::Talk(const Profile &profile, Instant start)
    : clock(start)
    , m_profile(profile)
    , m_calendar(profile, m_book, clock)
{
    state.id = {QStringLiteral("talk")};
    state.caller = {QStringLiteral("+15125550142")};
    add(engine::Author::Assistant, profile.words.firstText, QStringLiteral("first_text"));
}

void Talk::add(
    engine::Author author, const QString &text, const QString &rule, const std::vector<engine::Source> &sources)
{
    engine::HistoryLine line;
    line.id = QString::number(history.size());
    line.author = author;
    line.body = text;
    line.rule = rule;
    line.sources = sources;
    line.at = clock.now();
    history.push_back(line);
}

void Talk::visit(const QString &service, const char *start, const QString &name, int resource)
{
    const QDateTime at = QDateTime::fromString(QString::fromLatin1(start) + u'Z', Qt::ISODate);
    Appointment visit;
    visit.id = {QStringLiteral("before")};
    visit.service = {service};
    visit.slot.resource = resource;
    visit.slot.start = toInstant(at.date(), at.time(), m_profile.zone);
    visit.slot.end = visit.slot.start + m_profile.service(visit.service)->length;
    visit.phone = state.caller;
    visit.name = name;
    m_book.appointments.push_back(visit);
    state.appointments.push_back(visit);
}

QString Talk::say(const QString &text)
{
    clock.advance(80s);
    add(engine::Author::Caller, text);
    state.lastText = text;
    ++state.turn;
    last = assist::think({state, history, clock.now()}, m_profile);
    for (const LeadFact &fact : last.learnt)
        state.lead.learn(fact);
    const QString said = carryOut(last);
    if (!said.isEmpty())
        add(engine::Author::Assistant, said, last.rule, last.sources);
    return said;
}

QString Talk::carryOut(const engine::Turn &turn)
{
    const auto with = [&](const QString &own) { return turn.text.isEmpty() ? own : QString(turn.text + u' ' + own); };
    return std::visit(
        Match{
            [&](const proposal::FindTime &p) {
                state.moving = {};
                return with(find(p.service, p.variant, p.wish));
            },
            [&](const proposal::Move &p) {
                state.moving = state.appointments.back().id;
                return with(find(state.appointments.back().service, state.appointments.back().variant, p.wish));
            },
            [&](const proposal::TakeOffer &p) { return book(state.offer.at(static_cast<size_t>(p.index))); },
            [&](const proposal::CancelVisit &) {
                (void)m_book.remove(state.appointments.back().id);
                state.appointments.pop_back();
                return QStringLiteral("[called off]");
            },
            [&](const auto &) { return turn.text; },
        },
        turn.proposal);
}

QString Talk::find(const ServiceId &service, const QString &variant, const engine::Wish &wish)
{
    state.wish = wish;
    engine::order::FindSlots order{++state.request, service, variant, wish, m_profile.policy.slotsOffered,
        clock.now() + m_profile.policy.holdFor, state.moving};
    runtime::FoundSlots found;
    m_calendar.find(state.id, order,
        [&](const Result<runtime::FoundSlots> &slots) { found = slots ? *slots : runtime::FoundSlots(); });
    clock.settle();
    if (found.exact)
        return book(found.holds.front());
    state.offer = found.holds;
    return u'['
        + (found.holds.empty() ? engine::noTimeFree(m_profile, wish.isExact())
                               : engine::offer(m_profile, found.holds, clock.now()))
        + u']';
}

QString Talk::book(const Hold &hold)
{
    Appointment visit;
    visit.id = {QStringLiteral("visit%1").arg(++state.request)};
    visit.thread = state.id;
    visit.service = hold.service;
    visit.variant = hold.variant;
    visit.slot = hold.slot;
    visit.phone = state.caller;
    visit.name = state.lead.value(QStringLiteral("name"));
    bool done = false;
    m_calendar.book(state.id, {state.request, hold, visit, state.moving},
        [&](const Result<bool> &answer) { done = answer.value_or(false); });
    clock.settle();
    if (!done)
        return QStringLiteral("[taken]");
    std::erase_if(state.appointments, [&](const Appointment &old) { return old.id == state.moving; });
    state.moving = {};
    state.offer.clear();
    state.appointments.push_back(visit);
    return QStringLiteral("[booked]");
}

QString Talk::booked() const
{
    QStringList list;
    for (const Appointment &visit : m_book.appointments) {
        QStringList words{
            visit.service.value, toWall(visit.slot.start, m_profile.zone).toString(QStringLiteral("yyyy-MM-ddTHH:mm"))};
        if (!visit.variant.isEmpty())
            words << visit.variant;
        if (!visit.name.isEmpty())
            words << visit.name;
        list << words.join(u' ');
    }
    return list.join(QStringLiteral("; "));
}

QString Talk::did() const
{
    return std::visit(Match{
                          [](const proposal::JustReply &) { return QStringLiteral("reply"); },
                          [](const proposal::FindTime &) { return QStringLiteral("find"); },
                          [](const proposal::TakeOffer &p) { return QStringLiteral("take %1").arg(p.index); },
                          [](const proposal::Move &) { return QStringLiteral("move"); },
                          [](const proposal::CancelVisit &) { return QStringLiteral("cancel"); },
                          [](const proposal::HandOver &p) {
                              return QString(QStringLiteral("hand over ") + (p.kind.isEmpty() ? p.reason : p.kind)
                                  + (p.urgent ? QStringLiteral(" now") : QString()));
                          },
                          [](const proposal::OptOut &) { return QStringLiteral("opt out"); },
                          [](const proposal::WrongNumber &) { return QStringLiteral("wrong number"); },
                          [](const proposal::Decline &p) { return QString(QStringLiteral("decline ") + p.what); },
                      },
        last.proposal);
}

} // namespace deskbell
