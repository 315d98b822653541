// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/language/scoring.h"

#include "core/language/timevalue.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace deskbell::testing {

using language::TimeValue;
using language::Understanding;

namespace {

const Profile &noShop()
{
    static const Profile profile = [] {
        Profile p;
        p.zone = QTimeZone("America/Chicago");
        return p;
    }();
    return profile;
}

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &one : value.toArray())
        list << one.toString();
    return list;
}

QString clockOf(const QString &moment)
{
    return moment.contains(u'T') ? moment.section(u'T', 1).left(5) : QString();
}

bool isInPart(const QString &from, const QString &to, const QString &day, const QString &part)
{
    if (from.left(10) != day)
        return false;
    if (!from.contains(u'T'))
        return true;
    const auto hours = [&](const QString &moment) {
        const QDateTime start(QDate::fromString(day, Qt::ISODate), QTime(0, 0), Qt::UTC);
        return static_cast<double>(start.secsTo(QDateTime::fromString(QString(moment % QStringLiteral(":00Z")), Qt::ISODate))) / 3600;
    };
    const QHash<QString, std::pair<int, int>> parts{{QStringLiteral("morning"), {4, 12}}, {QStringLiteral("lunch"), {11, 14}},
        {QStringLiteral("afternoon"), {12, 19}}, {QStringLiteral("evening"), {16, 24}}, {QStringLiteral("night"), {17, 28}}};
    const auto [first, last] = parts.value(part);
    return hours(from) >= first && hours(from) < last && (to.isEmpty() || hours(to) <= last);
}

bool isSame(const QString &grain, const QStringList &want, const TimeValue &got, const QString &part)
{
    if (got.value.isEmpty())
        return false;
    const QString from = got.value.first();
    const QString to = got.value.value(1);
    if (grain == QLatin1String("day"))
        return from.left(10) == want[0];
    if (grain == QLatin1String("time"))
        return clockOf(from) == clockOf(want[0]);
    if (grain == QLatin1String("datetime"))
        return from.left(16) == want[0];
    if (grain == QLatin1String("after") || grain == QLatin1String("before"))
        return got.bound == grain && from == want[0];
    if (grain == QLatin1String("part"))
        return isInPart(from, to, want[0], part);
    if (to.isEmpty())
        return false;
    if (grain == QLatin1String("time_range"))
        return clockOf(from) == clockOf(want[0]) && clockOf(to) == clockOf(want[1]);
    return from == want[0] && to == want[1];
}

void count(Tally &tally, bool right, const QJsonObject &row)
{
    ++tally.wanted;
    tally.right += right ? 1 : 0;
    if (!right)
        tally.misses << row[QStringLiteral("text")].toString();
}

} // namespace

std::vector<QJsonObject> ownCases(const char *name, Half half)
{
    QFile file(QStringLiteral(DESKBELL_TEST_DATA "/language/%1.jsonl").arg(QString::fromLatin1(name)));
    std::vector<QJsonObject> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    while (!file.atEnd()) {
        const QJsonObject row = QJsonDocument::fromJson(file.readLine()).object();
        const bool tune = row[QStringLiteral("id")].toString().section(u'-', 1, 1).toInt() % 2 == 1;
        if (tune == (half == Half::Tune))
            rows.push_back(row);
    }
    return rows;
}

Understanding heardIn(const QJsonObject &row)
{
    const QString now = row[QStringLiteral("now")].toString(QStringLiteral("2026-10-14T09:20"));
    const QDateTime wall = QDateTime::fromString(QString(now % u'Z'), Qt::ISODate);
    return language::understand(
        row[QStringLiteral("text")].toString(), noShop(), toInstant(wall.date(), wall.time(), noShop().zone));
}

Tally tallyFlag(const std::vector<QJsonObject> &rows, const char *key, const std::function<bool(const Understanding &)> &said)
{
    Tally tally;
    for (const QJsonObject &row : rows) {
        const bool got = said(heardIn(row));
        if (row[QString::fromLatin1(key)].toBool()) {
            count(tally, got, row);
            continue;
        }
        ++tally.others;
        tally.falseAlarms += got ? 1 : 0;
        if (got)
            tally.misses << row[QStringLiteral("text")].toString();
    }
    return tally;
}

Tally tallyIntents(const std::vector<QJsonObject> &rows)
{
    Tally tally;
    for (const QJsonObject &row : rows) {
        const QStringList need = strings(row[QStringLiteral("intents")]);
        QStringList may = need + strings(row[QStringLiteral("also_ok")]);
        may << QStringLiteral("greeting");
        const QStringList got = heardIn(row).intents;
        const auto isKnown = [](const QStringList &list) { return [&list](const QString &one) { return list.contains(one); }; };
        count(tally, std::all_of(need.begin(), need.end(), isKnown(got)) && std::all_of(got.begin(), got.end(), isKnown(may)), row);
    }
    return tally;
}

Tally tallyDates(const std::vector<QJsonObject> &rows)
{
    Tally tally;
    for (const QJsonObject &row : rows) {
        const Understanding heard = heardIn(row);
        const TimeValue got = language::timeValue(heard.times, heard.has("reschedule"));
        const QString grain = row[QStringLiteral("grain")].toString();
        bool right = grain == QLatin1String("none") && got.value.isEmpty();
        if (grain != QLatin1String("none")) {
            std::vector<QStringList> answers{strings(row[QStringLiteral("expect")])};
            for (const QJsonValue &other : row[QStringLiteral("accept")].toArray())
                answers.push_back(strings(other));
            right = std::any_of(answers.begin(), answers.end(),
                [&](const QStringList &want) { return isSame(grain, want, got, row[QStringLiteral("part")].toString()); });
        }
        count(tally, right, row);
    }
    return tally;
}

} // namespace deskbell::testing
