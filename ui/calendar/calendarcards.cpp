// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendarcards.h"

#include "ui/words/reasons.h"
#include "ui/words/when.h"

#include <QCoreApplication>
#include <QLocale>

namespace deskbell::ui {

namespace {

struct Visits {
    Q_DECLARE_TR_FUNCTIONS(deskbell::ui::Visits)
};

QString serviceLine(const ServiceId &service, const QString &variant, const Profile &profile)
{
    if (service.isEmpty())
        return {};
    const QString name = serviceName(service, profile);
    return variant.isEmpty() || variant == u"any" ? name : Visits::tr("%1, %2").arg(name, variant);
}

CalendarCard::Kind kindOf(const Appointment &visit)
{
    if (visit.block)
        return CalendarCard::Kind::Block;
    switch (visit.by) {
    case BookedBy::Assistant: return CalendarCard::Kind::ByAssistant;
    case BookedBy::Staff: return CalendarCard::Kind::ByStaff;
    case BookedBy::External: return CalendarCard::Kind::External;
    }
    return CalendarCard::Kind::ByStaff;
}

CalendarCard cardOf(const Appointment &visit, const Profile &profile)
{
    CalendarCard card;
    card.kind = kindOf(visit);
    card.id = visit.id.value;
    card.slot = visit.slot;
    card.thread = visit.thread;
    card.phone = visit.phone;
    card.service = serviceLine(visit.service, visit.variant, profile);
    const bool nameless = visit.name.isEmpty();
    card.title = !nameless ? visit.name : visit.block ? Visits::tr("Closed") : numberOf(visit.phone);
    return card;
}

CalendarCard cardOf(const Hold &hold, const Profile &profile, const NameOf &nameOf)
{
    CalendarCard card;
    card.kind = CalendarCard::Kind::Hold;
    card.id = hold.id;
    card.slot = hold.slot;
    card.thread = hold.thread;
    card.heldUntil = hold.expiresAt;
    card.service = serviceLine(hold.service, hold.variant, profile);
    const QString name = nameOf ? nameOf(hold.thread) : QString();
    card.title = name.isEmpty() ? Visits::tr("Held") : name;
    return card;
}

void findClashes(std::vector<CalendarCard> &cards)
{
    for (CalendarCard &one : cards) {
        for (const CalendarCard &other : cards) {
            const bool both = one.kind != CalendarCard::Kind::Hold && other.kind != CalendarCard::Kind::Hold;
            if (&one != &other && both && one.slot.overlaps(other.slot))
                one.clashWith = other.title;
        }
    }
}

} // namespace

std::vector<CalendarCard> calendarCards(
    const runtime::CalendarView &view, const Profile &profile, const NameOf &nameOf, Instant now)
{
    std::vector<CalendarCard> cards;
    for (const Appointment &visit : view.appointments)
        cards.push_back(cardOf(visit, profile));
    for (const Hold &hold : view.holds) {
        if (hold.expiresAt > now)
            cards.push_back(cardOf(hold, profile, nameOf));
    }
    std::sort(cards.begin(), cards.end(), [](const CalendarCard &left, const CalendarCard &right) {
        return std::tie(left.slot.start, left.slot.resource, left.id)
            < std::tie(right.slot.start, right.slot.resource, right.id);
    });
    findClashes(cards);
    return cards;
}

QString bayName(int resource, const Profile &profile)
{
    const QString name = profile.resources.value(resource - 1);
    return name.isEmpty() ? Visits::tr("Bay %1").arg(resource) : name;
}

QString whoBooked(const CalendarCard &card)
{
    switch (card.kind) {
    case CalendarCard::Kind::ByAssistant: return Visits::tr("booked by AI");
    case CalendarCard::Kind::ByStaff: return Visits::tr("booked by staff");
    case CalendarCard::Kind::External: return Visits::tr("from another calendar");
    case CalendarCard::Kind::Block: return Visits::tr("nothing can be booked here");
    case CalendarCard::Kind::Hold: return Visits::tr("held for the caller");
    }
    return {};
}

QString spokenCard(const CalendarCard &card, const Profile &profile, Instant now)
{
    QStringList said{card.title, card.service, span(card.slot.start, card.slot.end, profile.zone),
        bayName(card.slot.resource, profile), whoBooked(card)};
    if (card.kind == CalendarCard::Kind::Hold)
        said << Visits::tr("for another %1").arg(spokenWait(card.heldUntil - now));
    if (!card.clashWith.isEmpty())
        said << Visits::tr("Clash with %1").arg(card.clashWith);
    said.removeAll(QString());
    return said.join(Visits::tr(", "));
}

QString rangeWords(QDate first, QDate last)
{
    const QLocale locale;
    if (first == last)
        return locale.toString(first, Visits::tr("dddd d MMMM yyyy"));
    if (first.month() == last.month() && first.year() == last.year())
        return Visits::tr("%1 to %2")
            .arg(locale.toString(first, Visits::tr("d")), locale.toString(last, Visits::tr("d MMMM yyyy")));
    return Visits::tr("%1 to %2")
        .arg(locale.toString(first, Visits::tr("d MMMM")), locale.toString(last, Visits::tr("d MMMM yyyy")));
}

} // namespace deskbell::ui
