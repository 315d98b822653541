// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demobook.h"

#include <array>

namespace deskbell::app {
namespace {

struct Visit {
    int dayAhead;
    int bay;
    QTime from;
    int minutes;
    const char *service; ///< id in the demo profile; the first of its kind is taken when it is not there
    const char *name;
    BookedBy by;
};

// Names are made up; the mornings keep gaps so that the assistant always has something real to offer.
constexpr auto minutesOf = [](int hours, int more = 0) { return hours * 60 + more; };
const std::array visits{
    Visit{0, 1, QTime(9, 0), minutesOf(4), "full", "Hannah Cole", BookedBy::Staff},
    Visit{0, 2, QTime(10, 0), minutesOf(2), "interior", "Lena Fox", BookedBy::Assistant},
    Visit{0, 2, QTime(13, 0), minutesOf(4), "full", "Amir Haddad", BookedBy::Assistant},
    Visit{1, 1, QTime(9, 0), minutesOf(8), "ceramic3", "Peter Voss", BookedBy::Assistant},
    Visit{1, 2, QTime(12, 0), minutesOf(2), "interior", "Rana Aziz", BookedBy::Staff},
    Visit{2, 1, QTime(13, 0), minutesOf(4), "full", "Noah Kim", BookedBy::Staff},
    Visit{2, 2, QTime(9, 0), minutesOf(2), "interior", "Ben Adeyemi", BookedBy::Assistant},
    Visit{3, 2, QTime(11, 0), minutesOf(4), "full", "Iris Novak", BookedBy::Staff},
    Visit{4, 1, QTime(10, 0), minutesOf(4), "full", "Sofia Marin", BookedBy::Assistant},
    Visit{4, 2, QTime(14, 0), minutesOf(2), "interior", "Yuki Tanaka", BookedBy::Assistant},
    Visit{5, 1, QTime(10, 0), minutesOf(1), "express", "Mia Ross", BookedBy::Assistant},
    Visit{6, 1, QTime(9, 0), minutesOf(4), "full", "Dana Whitfield", BookedBy::Staff},
};

ServiceId serviceLike(const Profile &profile, const QString &word)
{
    for (const Service &service : profile.services) {
        if (service.id.value == word || service.id.value.startsWith(word) || service.name.contains(word, Qt::CaseInsensitive))
            return service.id;
    }
    return profile.services.empty() ? ServiceId{} : profile.services.front().id;
}

} // namespace

Result<void> fillDemoBook(runtime::AppointmentBook &book, const Profile &profile, Instant now)
{
    const QDate today = toWall(now, profile.zone).date();
    int number = 0;
    for (const Visit &visit : visits) {
        const QDate day = today.addDays(visit.dayAhead);
        const Instant start = toInstant(day, visit.from, profile.zone);
        const Instant end = start + std::chrono::minutes(visit.minutes);
        ++number;
        if (!isOpen(profile.hours, start, profile.zone) || !isOpen(profile.hours, end - 1min, profile.zone))
            continue;
        Appointment appointment;
        appointment.id = {QStringLiteral("demo:%1:%2").arg(day.toString(Qt::ISODate)).arg(number)};
        appointment.service = serviceLike(profile, QString::fromLatin1(visit.service));
        appointment.slot = {visit.bay, start, end};
        appointment.name = QString::fromLatin1(visit.name);
        appointment.by = visit.by;
        // A place that is taken already, by an earlier demo day, simply stays as it is.
        if (const auto booked = book.book(appointment, {}, now); !booked)
            return tl::make_unexpected(booked.error());
    }
    return {};
}

} // namespace deskbell::app
