// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/client.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace deskbell::http {

namespace {

constexpr std::array<QByteArrayView, 12> months {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// \p count digits from \p at; -1 when one of them is none.
int digits(QByteArrayView text, qsizetype at, int count)
{
    int value = 0;
    for (const char c : text.sliced(at, count)) {
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110 5.6.7); the two older spellings are not seen any more. Read by hand: every
/// answer has one, and QLocale takes fifty microseconds for it.
Instant parseHttpDate(QByteArrayView text)
{
    using namespace std::chrono;
    if (text.size() != 29 || text.sliced(3, 2) != ", " || text[7] != ' ' || text[11] != ' ' || text[16] != ' '
        || text[19] != ':' || text[22] != ':' || text.sliced(25) != " GMT")
        return {};
    const auto named = std::find(months.begin(), months.end(), text.sliced(8, 3));
    const int hour = digits(text, 17, 2);
    const int minute = digits(text, 20, 2);
    const int second = digits(text, 23, 2);
    const int dayOfMonth = digits(text, 5, 2);
    if (named == months.end() || dayOfMonth < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0
        || second > 60)
        return {};
    const year_month_day date {year(digits(text, 12, 4)), month(unsigned(named - months.begin() + 1)),
                               day(unsigned(dayOfMonth))};
    if (!date.ok() || date.year() < year(1971))
        return {};
    const qint64 days = sys_days(date).time_since_epoch().count();
    return {(((days * 24 + hour) * 60 + minute) * 60 + second) * 1000};
}

/// The value of the first header of that name, in place.
QByteArrayView valueOf(QByteArrayView block, QByteArrayView name)
{
    while (!block.isEmpty()) {
        const auto end = block.indexOf('\n');
        const QByteArrayView line = end < 0 ? block : block.first(end);
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
        block = end < 0 ? QByteArrayView() : block.sliced(end + 1);
    }
    return {};
}

} // namespace

Credential basicCredential(const QString &host, const QByteArray &user, const QByteArray &password)
{
    QByteArray pair = user;
    pair.append(':').append(password);
    return {host, QByteArray("Basic ").append(pair.toBase64())};
}

Credential bearerCredential(const QString &host, const QByteArray &token)
{
    return {host, QByteArray("Bearer ").append(token)};
}

QByteArray Response::header(QByteArrayView name) const { return valueOf(headerBlock, name).toByteArray(); }

Instant Response::date() const { return parseHttpDate(valueOf(headerBlock, "Date")); }

std::optional<Duration> Response::retryAfter() const
{
    const QByteArray value = header("Retry-After");
    if (value.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const int seconds = value.toInt(&isNumber);
    if (isNumber)
        return seconds >= 0 ? std::optional<Duration>(std::chrono::seconds(seconds)) : std::nullopt;
    const Instant until = parseHttpDate(value);
    const Instant theirNow = date();
    if (!until.isSet() || !theirNow.isSet())
        return std::nullopt;
    return std::max(Duration(0), until - theirNow);
}

} // namespace deskbell::http
