// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/understand/datescore.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <algorithm>

namespace deskbell::testing {
namespace {

QStringList stringsOf(const QJsonValue &value)
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

double hoursInto(const QString &day, const QString &moment)
{
    const auto utc = [](const QString &text) { return QDateTime::fromString(QString(text % u'Z'), Qt::ISODate); };
    const QString full = moment.contains(u'T') ? moment : QString(moment % QStringLiteral("T00:00"));
    return static_cast<double>(utc(QString(day % QStringLiteral("T00:00:00"))).secsTo(utc(QString(full % QStringLiteral(":00"))))) / 3600;
}

bool isInPart(const QString &from, const QString &to, const QString &day, const QString &part)
{
    if (from.left(10) != day)
        return false;
    if (!from.contains(u'T'))
        return true;
    static const QHash<QString, std::pair<int, int>> parts{{QStringLiteral("morning"), {4, 12}}, {QStringLiteral("lunch"), {11, 14}},
        {QStringLiteral("afternoon"), {12, 19}}, {QStringLiteral("evening"), {16, 24}}, {QStringLiteral("night"), {17, 28}}};
    const auto [first, last] = parts.value(part);
    const double begin = hoursInto(day, from);
    return begin >= first && begin < last && (to.isEmpty() || hoursInto(day, to) <= last);
}

QString lastDayOf(const QString &end)
{
    const QDate day = QDate::fromString(end.left(10), Qt::ISODate);
    return clockOf(end) == QLatin1String("00:00") ? day.addDays(-1).toString(Qt::ISODate) : end.left(10);
}

bool isSameBound(const QString &grain, const QString &want, const QStringList &value, const QString &bound)
{
    if (!bound.isEmpty() && bound != grain)
        return false;
    const bool first = !bound.isEmpty() || value.size() == 1 || grain == QLatin1String("after");
    const QString &said = first ? value.first() : value.last();
    if (want.startsWith(u'T'))
        return clockOf(said) == clockOf(want);
    return want.contains(u'T') ? said.left(16) == want : said.left(10) == want;
}

bool isSame(const QJsonObject &row, const QString &grain, const QStringList &want, const QJsonObject &answer)
{
    const QStringList value = stringsOf(answer[QStringLiteral("value")]);
    if (value.isEmpty() || want.isEmpty())
        return false;
    const QString from = value.first();
    const QString to = value.value(1);
    if (grain == QLatin1String("day"))
        return from.left(10) == want[0];
    if (grain == QLatin1String("time"))
        return clockOf(from) == clockOf(want[0]);
    if (grain == QLatin1String("datetime"))
        return from.left(16) == want[0];
    if (grain == QLatin1String("after") || grain == QLatin1String("before"))
        return isSameBound(grain, want[0], value, answer[QStringLiteral("bound")].toString());
    if (grain == QLatin1String("part"))
        return isInPart(from, to, want[0], row[QStringLiteral("part")].toString());
    if (to.isEmpty() || want.size() < 2)
        return false;
    if (grain == QLatin1String("time_range"))
        return clockOf(from) == clockOf(want[0]) && clockOf(to) == clockOf(want[1]);
    if (grain == QLatin1String("datetime_range"))
        return from.left(16) == want[0] && to.left(16) == want[1];
    return from.left(10) == want[0] && lastDayOf(to) == want[1];
}

} // namespace

bool isRightDate(const QJsonObject &row, const QJsonObject &answer)
{
    const QString grain = row[QStringLiteral("grain")].toString();
    const bool none = grain == QLatin1String("none");
    if (none && stringsOf(answer[QStringLiteral("value")]).isEmpty())
        return true;
    std::vector<QStringList> wanted{stringsOf(row[QStringLiteral("expect")])};
    for (const QJsonValue &other : row[QStringLiteral("accept")].toArray())
        wanted.push_back(stringsOf(other));
    return std::any_of(wanted.begin(), wanted.end(),
        [&](const QStringList &want) { return isSame(row, none ? QStringLiteral("day") : grain, want, answer); });
}

} // namespace deskbell::testing
