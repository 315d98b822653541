// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/timevalue.h"

namespace deskbell::language {
namespace {

QString dayOf(const TimeWish &wish)
{
    return wish.isOneDay() ? wish.from.toString(Qt::ISODate) : QString();
}

QString clockText(const TimeWish &wish, QTime time)
{
    const QString day = dayOf(wish);
    const QString clock = time.toString(QStringLiteral("HH:mm"));
    return QString(day % u'T' % clock);
}

TimeValue days(const TimeWish &wish)
{
    if (wish.edge.isValid())
        return {{wish.edge.toString(Qt::ISODate)}, wish.edgeBound == Bound::Before ? QStringLiteral("before") : QStringLiteral("after")};
    if (!wish.hasDay())
        return {};
    TimeValue value{{wish.from.toString(Qt::ISODate)}, {}};
    if (wish.to != wish.from)
        value.value << wish.to.toString(Qt::ISODate);
    return value;
}

/// A part of the day is told as its hours; one that is open ends with the day.
TimeValue part(const TimeWish &wish)
{
    if (!wish.isOneDay())
        return days(wish);
    const QTime from = wish.notBefore.isValid() ? wish.notBefore : QTime(8, 0);
    TimeValue value{{clockText(wish, from)}, {}};
    value.value << (wish.notAfter.isValid() ? clockText(wish, wish.notAfter)
                                            : QString(wish.from.addDays(1).toString(Qt::ISODate) % QStringLiteral("T00:00")));
    return value;
}

} // namespace

TimeValue timeValue(const TimeWish &wish)
{
    if (wish.soonest)
        return {};
    if (wish.exact.isValid())
        return {{clockText(wish, wish.exact)}, {}};
    if (wish.part && !wish.bounded)
        return part(wish);
    if (wish.notBefore.isValid() && wish.notAfter.isValid())
        return {{clockText(wish, wish.notBefore), clockText(wish, wish.notAfter)}, {}};
    if (wish.notBefore.isValid())
        return {{clockText(wish, wish.notBefore)}, QStringLiteral("after")};
    if (wish.notAfter.isValid())
        return {{clockText(wish, wish.notAfter)}, QStringLiteral("before")};
    return days(wish);
}

TimeValue timeValue(const std::vector<TimeWish> &times, bool moving)
{
    const auto wish = wishedTime(times, moving);
    return wish ? timeValue(*wish) : TimeValue{};
}

} // namespace deskbell::language
