// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/when.h"

#include "core/domain/openinghours.h"
#include "ui/words/words.h"

#include <QLocale>

namespace deskbell::ui {

QString clockTime(Instant at, const QTimeZone &zone)
{
    return toWall(at, zone).time().toString(QStringLiteral("HH:mm"));
}

QString shortDay(QDate day)
{
    //: A day in few letters: weekday, day of the month, month
    return QLocale().toString(day, Words::tr("ddd d MMM"));
}

QString dayName(QDate day, QDate today)
{
    switch (today.daysTo(day)) {
    case 0: return Words::tr("Today");
    case -1: return Words::tr("Yesterday");
    case 1: return Words::tr("Tomorrow");
    default: return shortDay(day);
    }
}

QString dayTime(Instant at, Instant now, const QTimeZone &zone)
{
    const QDate day = toWall(at, zone).date();
    const QString time = clockTime(at, zone);
    switch (toWall(now, zone).date().daysTo(day)) {
    case 0: return time;
    case 1: return Words::tr("tomorrow %1").arg(time);
    case -1: return Words::tr("yesterday %1").arg(time);
    default: return Words::tr("%1, %2").arg(shortDay(day), time);
    }
}

QString span(Instant from, Instant to, const QTimeZone &zone)
{
    const QDateTime start = toWall(from, zone);
    const QDateTime end = toWall(to, zone);
    const QString first = Words::tr("%1, %2").arg(shortDay(start.date()), clockTime(from, zone));
    if (start.date() == end.date())
        return Words::tr("%1 to %2").arg(first, clockTime(to, zone));
    return Words::tr("%1 to %2").arg(first, Words::tr("%1, %2").arg(shortDay(end.date()), clockTime(to, zone)));
}

QString age(Duration passed)
{
    if (passed < 60s)
        return Words::tr("now");
    if (passed < 60min)
        return Words::tr("%1 m").arg(passed / 1min);
    if (passed < 24h)
        return Words::tr("%1 h").arg(passed / 1h);
    return Words::tr("%1 d").arg(passed / 24h);
}

QString spokenWait(Duration passed)
{
    // Without a translation file English would show "(s)", so one and many are said apart.
    if (passed < 60s) {
        const int count = int(std::max<qint64>(0, passed / 1s));
        return count == 1 ? Words::tr("1 second") : Words::tr("%n seconds", nullptr, count);
    }
    if (passed < 60min) {
        const int count = int(passed / 1min);
        return count == 1 ? Words::tr("1 minute") : Words::tr("%n minutes", nullptr, count);
    }
    const int count = int(passed / 1h);
    return count == 1 ? Words::tr("1 hour") : Words::tr("%n hours", nullptr, count);
}

QString length(Duration length)
{
    const qint64 hours = length / 1h;
    const qint64 minutes = length / 1min % 60;
    if (hours == 0)
        return Words::tr("%1 min").arg(minutes);
    return minutes == 0 ? Words::tr("%1 h").arg(hours) : Words::tr("%1 h %2 min").arg(hours).arg(minutes);
}

QString seconds(Duration length)
{
    const qint64 total = std::max<qint64>(0, length / 1s);
    return total < 60 ? Words::tr("%1 s").arg(total) : Words::tr("%1 min %2 s").arg(total / 60).arg(total % 60);
}

} // namespace deskbell::ui
