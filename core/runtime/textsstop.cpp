// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/textsstop.h"

namespace deskbell::runtime {

QString TextsStop::mark() const
{
    const QLatin1String word(on ? "on" : "off");
    return word % u'|' % QString::number(since.ms) % u'|' % seat;
}

TextsStop TextsStop::fromMark(const QString &mark)
{
    if (mark.isEmpty())
        return {};
    TextsStop stop;
    stop.on = mark.section(u'|', 0, 0) != QLatin1String("off");
    stop.since = {mark.section(u'|', 1, 1).toLongLong()};
    stop.seat = mark.section(u'|', 2);
    return stop;
}

} // namespace deskbell::runtime
