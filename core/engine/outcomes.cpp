// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/outcomes.h"

#include "core/domain/openinghours.h"

#include <QRegularExpression>

namespace deskbell::engine {
namespace {

bool inTime(const EpisodeRecord &record, Instant at) { return at.isSet() && at - record.at <= recoveredWithin; }

} // namespace

bool isCounted(const EpisodeRecord &record) { return record.aside == Aside::None; }

bool isTexted(const EpisodeRecord &record) { return isCounted(record) && record.textedAt.isSet(); }

bool hasReplied(const EpisodeRecord &record) { return isTexted(record) && record.repliedAt.isSet(); }

bool isBooked(const EpisodeRecord &record)
{
    const bool stands = inTime(record, record.bookedAt) && !record.visit.isEmpty();
    return hasReplied(record) && (stands || inTime(record, record.phoneBookedAt));
}

bool isRecovered(const EpisodeRecord &record)
{
    return isBooked(record) || (hasReplied(record) && inTime(record, record.takenUpAt));
}

bool isSelfRecovered(const EpisodeRecord &record)
{
    return isCounted(record) && inTime(record, record.gotThroughAt) && !isRecovered(record);
}

OutcomeCounters countOutcomes(const std::vector<EpisodeRecord> &records)
{
    OutcomeCounters c;
    for (const EpisodeRecord &record : records) {
        c.setAside += !isCounted(record);
        c.missed += isCounted(record);
        c.texted += isTexted(record);
        c.replied += hasReplied(record);
        c.recovered += isRecovered(record);
        c.booked += isBooked(record);
        c.selfRecovered += isSelfRecovered(record);
    }
    return c;
}

QString Week::name() const
{
    int year = 0;
    const int number = monday.weekNumber(&year);
    return QStringLiteral("%1-W%2").arg(year).arg(number, 2, 10, QLatin1Char('0'));
}

Instant Week::begin(const QTimeZone &zone) const { return toInstant(monday, QTime(0, 0), zone); }

Instant Week::end(const QTimeZone &zone) const { return toInstant(monday.addDays(7), QTime(0, 0), zone); }

Week weekOf(Instant at, const QTimeZone &zone)
{
    const QDate day = toWall(at, zone).date();
    return {day.addDays(1 - day.dayOfWeek())};
}

std::optional<Week> readWeek(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{4})-W(\\d{2})$"));
    const auto match = pattern.match(name);
    if (!match.hasMatch())
        return std::nullopt;
    // The fourth of January lies in the first week of every year.
    const QDate january(match.captured(1).toInt(), 1, 4);
    const Week week{january.addDays(1 - january.dayOfWeek() + 7 * (match.captured(2).toInt() - 1))};
    return january.isValid() && week.name() == name ? std::optional(week) : std::nullopt;
}

} // namespace deskbell::engine
