// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/callbacks/builtqueue.h"

namespace deskbell::builtqueue {

using engine::CallbackRow;
using engine::Reason;

namespace {

CallbackRow call(const QString &name, const QString &number, Reason reason, const QString &context, Duration dueIn)
{
    CallbackRow made;
    made.thread = {name.isEmpty() ? QStringLiteral("withheld") : name};
    made.name = name;
    made.caller = {number};
    made.reason = reason;
    made.context = context;
    made.dueAt = now() + dueIn;
    made.since = now() - 1h;
    made.calls = 1;
    made.lastCallAt = now() - 40min;
    return made;
}

} // namespace

Instant now()
{
    return Instant::fromDateTime(QDateTime(QDate(2025, 6, 12), QTime(14, 7), QTimeZone("America/Chicago")));
}

Profile shop()
{
    Profile made;
    made.name = QStringLiteral("Brightside Detailing");
    made.zone = QTimeZone("America/Chicago");
    for (int day = 0; day < 5; ++day)
        made.hours.week[size_t(day)] = {{QTime(8, 0), QTime(18, 0)}};
    return made;
}

std::vector<CallbackRow> calls()
{
    CallbackRow dana = call(QStringLiteral("Dana Whitfield"), QStringLiteral("+15125550119"), Reason::AskedForPerson,
        QStringLiteral("Paint damage, wants a person"), -2min);
    dana.promise = QStringLiteral("call by 14:05");
    dana.urgent = true;
    dana.tries = 1;
    dana.calls = 2;
    dana.lastCallAt = now() - 4min;
    dana.beforeYouDial = {
        QStringLiteral("Picked up a Honda Civic today 08:30 after a Basic wash in Bay 1. Third visit."),
        QStringLiteral("Says the driver’s door is scratched. Asked for a real person twice."),
        QStringLiteral("vehicle\tHonda Civic")};
    CallbackRow done = call(QStringLiteral("Lena Fox"), QStringLiteral("+15125550125"), Reason::Landline,
        QStringLiteral("Basic wash"), -1h);
    done.done = true;
    done.doneAt = now() - 27min;
    done.result = QStringLiteral("left_voicemail");
    return {call(QStringLiteral("Luis Ortega"), QStringLiteral("+15125550123"), Reason::NoReply,
                QStringLiteral("2 nudges sent, last one 10:30"), 3h),
        call(QStringLiteral("Rosa Delgado"), QStringLiteral("+15125550131"), Reason::Landline,
            QStringLiteral("Boat detail, asked for a quote"), 3min),
        call({}, {}, Reason::Withheld, QStringLiteral("2 calls today, no voicemail"), 1h), dana,
        call(QStringLiteral("Bergstrom Fleet"), QStringLiteral("+15125550132"), Reason::AskedForPerson,
            QStringLiteral("Six vans, wants a price"), 113min),
        call(QStringLiteral("Noah Kim"), QStringLiteral("+15125550134"), Reason::Landline, QStringLiteral("Leather"),
            20h),
        done};
}

} // namespace deskbell::builtqueue
