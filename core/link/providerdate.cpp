// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/providerdate.h"

#include <array>
#include <chrono>

// Read by hand: QDateTime takes several microseconds a date, and a pushed frame carries four of them.

namespace deskbell::link {
namespace {

using namespace std::chrono;

struct Cursor {
    QStringView rest;

    bool take(QChar c)
    {
        if (rest.isEmpty() || rest.front() != c)
            return false;
        rest = rest.sliced(1);
        return true;
    }
    /// Up to \p most digits; -1 when there is none.
    qint64 digits(int most)
    {
        qint64 value = 0;
        int count = 0;
        for (; count < most && count < rest.size() && rest[count] >= u'0' && rest[count] <= u'9'; ++count)
            value = value * 10 + (rest[count].unicode() - u'0');
        rest = rest.sliced(count);
        return count == 0 ? -1 : value;
    }
    QStringView letters(int count)
    {
        const QStringView word = rest.first(std::min<qsizetype>(count, rest.size()));
        rest = rest.sliced(word.size());
        return word;
    }
};

struct DateParts {
    qint64 year = -1, month = -1, day = -1, hour = -1, minute = -1, second = 0, millis = 0;
};

Instant instantOf(const DateParts &p, qint64 offsetMinutes)
{
    const year_month_day date{year(int(p.year)), month(unsigned(p.month)), day(unsigned(p.day))};
    if (p.year < 1971 || p.month < 1 || p.day < 1 || !date.ok() || p.hour < 0 || p.hour > 23 || p.minute < 0
        || p.minute > 59 || p.second < 0 || p.second > 60)
        return {};
    const qint64 days = sys_days(date).time_since_epoch().count();
    const qint64 minutes = (days * 24 + p.hour) * 60 + p.minute - offsetMinutes;
    return {(minutes * 60 + p.second) * 1000 + p.millis};
}

/// "+0000", "-05:30", "Z", "GMT", "UTC"; nothing readable: false.
bool takeZone(Cursor &c, qint64 *offsetMinutes)
{
    *offsetMinutes = 0;
    if (c.rest == u"Z" || c.rest == u"GMT" || c.rest == u"UTC")
        return true;
    const bool west = c.take(u'-');
    if (!west && !c.take(u'+'))
        return false;
    const qint64 hours = c.digits(2);
    c.take(u':');
    const qint64 minutes = c.rest.isEmpty() ? 0 : c.digits(2);
    if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59 || !c.rest.isEmpty())
        return false;
    *offsetMinutes = (hours * 60 + minutes) * (west ? -1 : 1);
    return true;
}

bool takeTime(Cursor &c, DateParts &p)
{
    p.hour = c.digits(2);
    if (!c.take(u':'))
        return false;
    p.minute = c.digits(2);
    if (c.take(u':'))
        p.second = c.digits(2);
    if (c.take(u'.')) {
        const qsizetype before = c.rest.size();
        const qint64 value = c.digits(3);
        static constexpr std::array<int, 4> scale{0, 100, 10, 1};
        p.millis = value < 0 ? 0 : value * scale[size_t(before - c.rest.size())];
        c.digits(9); // finer than a millisecond
    }
    return true;
}

qint64 monthOf(QStringView word)
{
    static constexpr std::array<QLatin1String, 12> names{QLatin1String("Jan"), QLatin1String("Feb"),
        QLatin1String("Mar"), QLatin1String("Apr"), QLatin1String("May"), QLatin1String("Jun"), QLatin1String("Jul"),
        QLatin1String("Aug"), QLatin1String("Sep"), QLatin1String("Oct"), QLatin1String("Nov"), QLatin1String("Dec")};
    for (size_t i = 0; i < names.size(); ++i) {
        if (word == names[i])
            return qint64(i) + 1;
    }
    return -1;
}

Instant readRfc2822(QStringView text)
{
    Cursor c{text};
    if (text.front().isLetter()) {
        c.letters(3);
        if (!c.take(u','))
            return {};
        c.take(u' ');
    }
    DateParts p;
    p.day = c.digits(2);
    if (!c.take(u' '))
        return {};
    p.month = monthOf(c.letters(3));
    if (!c.take(u' '))
        return {};
    p.year = c.digits(4);
    qint64 offset = 0;
    if (!c.take(u' ') || !takeTime(c, p) || !c.take(u' ') || !takeZone(c, &offset))
        return {};
    return instantOf(p, offset);
}

Instant readIso(QStringView text)
{
    Cursor c{text};
    DateParts p;
    p.year = c.digits(4);
    if (!c.take(u'-'))
        return {};
    p.month = c.digits(2);
    if (!c.take(u'-'))
        return {};
    p.day = c.digits(2);
    qint64 offset = 0;
    if ((!c.take(u'T') && !c.take(u' ')) || !takeTime(c, p) || !takeZone(c, &offset))
        return {};
    return instantOf(p, offset);
}

} // namespace

Instant readProviderDate(QStringView text)
{
    text = text.trimmed();
    if (text.size() < 9 || text.size() > 40)
        return {};
    if (text.size() > 4 && text[4] == u'-')
        return readIso(text);
    Cursor whole{text};
    const qint64 stamp = whole.digits(14);
    if (whole.rest.isEmpty())
        return {stamp < 100'000'000'000 ? stamp * 1000 : stamp};
    return readRfc2822(text);
}

} // namespace deskbell::link
