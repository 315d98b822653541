// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/calendarpage/builtweek.h"

namespace deskbell::builtweek {

namespace {

const QTimeZone &zone()
{
    static const QTimeZone chicago("America/Chicago");
    return chicago;
}

Appointment visit(const QString &name, int bay, Instant from, Instant to, BookedBy by,
    const QString &service = QStringLiteral("full"))
{
    Appointment made;
    made.id = {name + QString::number(from.ms)};
    made.thread = {name};
    made.name = name;
    made.service = {service};
    made.slot = {bay, from, to};
    made.phone = {QStringLiteral("+15125550150")};
    made.by = by;
    return made;
}

} // namespace

Instant at(int day, int hour, int minute)
{
    return toInstant(QDate(2025, 6, day), QTime(hour, minute), zone());
}

Instant now()
{
    return at(12, 14, 7);
}

Profile shop()
{
    Profile made;
    made.name = QStringLiteral("Brightside Detailing");
    made.zone = zone();
    made.resources = {QStringLiteral("Bay 1"), QStringLiteral("Bay 2")};
    for (const auto &[id, name] : {std::pair{u"full", u"Full detail"}, std::pair{u"ceramic", u"Ceramic 5-yr"},
             std::pair{u"wash", u"Basic wash"}}) {
        Service service;
        service.id = {QString::fromUtf16(id)};
        service.name = QString::fromUtf16(name);
        made.services.push_back(service);
    }
    for (int day = 0; day < 5; ++day)
        made.hours.week[size_t(day)] = {{QTime(8, 0), QTime(18, 0)}};
    made.hours.week[5] = {{QTime(9, 0), QTime(15, 0)}};
    return made;
}

runtime::CalendarView week()
{
    using enum BookedBy;
    const QString wash = QStringLiteral("wash");
    const QString ceramic = QStringLiteral("ceramic");
    runtime::CalendarView view;
    view.from = at(9, 0);
    view.to = at(16, 0);
    view.appointments = {visit(QStringLiteral("Hannah Cole"), 1, at(9, 8), at(9, 10), Staff),
        visit(QStringLiteral("Fleet wash"), 2, at(9, 9), at(9, 12), Staff, wash),
        visit(QStringLiteral("Amir Haddad"), 1, at(9, 13), at(9, 16), Assistant),
        visit(QStringLiteral("Lena Fox"), 1, at(10, 8, 30), at(10, 9, 30), Staff, wash),
        visit(QStringLiteral("Peter Voss"), 2, at(10, 10), at(10, 16), Assistant, ceramic),
        visit(QStringLiteral("Noah Kim"), 1, at(11, 9), at(11, 11), Assistant),
        visit(QStringLiteral("Ben Adeyemi"), 2, at(11, 13), at(11, 17), Staff),
        visit(QStringLiteral("Dana Whitfield"), 1, at(12, 8, 30), at(12, 9, 15), Staff, wash),
        visit(QStringLiteral("Sofia Marin"), 1, at(12, 15), at(12, 17), Staff),
        visit(QStringLiteral("Yuki Tanaka"), 1, at(13, 9, 30), at(13, 11, 30), Assistant),
        visit(QStringLiteral("Iris Novak"), 2, at(13, 8), at(13, 14), Staff, ceramic),
        visit(QStringLiteral("Walk-in"), 2, at(13, 13), at(13, 14, 30), Staff, wash),
        visit(QStringLiteral("Mia Ross"), 1, at(14, 9), at(14, 10), Assistant, wash)};
    Appointment lunch = visit(QStringLiteral("Lunch"), 2, at(12, 12), at(12, 13), Staff);
    lunch.block = true;
    lunch.service = {};
    lunch.thread = {};
    view.appointments.push_back(lunch);
    Hold hold;
    hold.id = QStringLiteral("hold");
    hold.thread = {QStringLiteral("Tom Becker")};
    hold.service = {ceramic};
    hold.slot = {2, at(14, 9), at(14, 15)};
    hold.expiresAt = now() + 252s;
    Hold gone = hold;
    gone.id = QStringLiteral("gone");
    gone.slot.resource = 1;
    gone.expiresAt = now() - 1s;
    view.holds = {hold, gone};
    return view;
}

} // namespace deskbell::builtweek
