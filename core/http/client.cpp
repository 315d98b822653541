// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/client.h"

#include <QLocale>

namespace deskbell::http {

namespace {

Instant parseHttpDate(const QByteArray &text)
{
    // "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110 5.6.7); the two older spellings are not seen any more.
    auto when = QLocale::c().toDateTime(QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    when.setTimeSpec(Qt::UTC);
    return when.isValid() ? Instant::fromDateTime(when) : Instant{};
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

QByteArray Response::header(QByteArrayView name) const
{
    for (const QByteArray &line : headerBlock.split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && QByteArrayView(line).first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

Instant Response::date() const { return parseHttpDate(header("Date")); }

std::optional<Duration> Response::retryAfter() const
{
    const QByteArray value = header("Retry-After");
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
