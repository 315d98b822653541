// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/requestcheck.h"

#include <QHostAddress>
#include <algorithm>
#include <array>

namespace deskbell::http {

namespace {

bool isToken(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return c > ' ' && c < 0x7f && !strchr("()<>@,;:\\\"/[]?={}", c);
    });
}

// A line break in a value would begin a header, or a whole request, of somebody else's making.
bool isOneLine(const QByteArray &value)
{
    return std::none_of(value.begin(), value.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool isReserved(const QByteArray &name)
{
    static constexpr std::array reserved {"authorization", "proxy-authorization", "content-type", "content-length",
                                          "transfer-encoding", "host", "connection", "expect"};
    return std::any_of(reserved.begin(), reserved.end(),
                       [&](const char *one) { return name.compare(one, Qt::CaseInsensitive) == 0; });
}

std::optional<QString> whyUrlUnusable(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return QStringLiteral("address cannot be read");
    if (url.scheme() != u"http" && url.scheme() != u"https")
        return QStringLiteral("address is neither http nor https");
    if (!url.userInfo().isEmpty())
        return QStringLiteral("address carries user information");
    return std::nullopt;
}

std::optional<QString> whyCredentialUnusable(const Credential &credential, const QUrl &url)
{
    if (!isOneLine(credential.authorization))
        return QStringLiteral("credential has a line break");
    if (url.host().compare(credential.host, Qt::CaseInsensitive) != 0)
        return QStringLiteral("credential of %1 asked for by %2").arg(credential.host, url.host());
    if (url.scheme() != u"https" && !isLoopback(url.host()))
        return QStringLiteral("credential would leave this machine unencrypted");
    return std::nullopt;
}

std::optional<QString> whyHeadUnusable(const Request &request)
{
    if (!isToken(request.method))
        return QStringLiteral("method is not a word");
    if (!isOneLine(request.contentType))
        return QStringLiteral("content type has a line break");
    for (const Header &header : request.headers) {
        if (!isToken(header.name) || !isOneLine(header.value))
            return QStringLiteral("header cannot be written");
        if (isReserved(header.name))
            return QStringLiteral("header %1 is not the caller's").arg(QString::fromLatin1(header.name));
    }
    return std::nullopt;
}

} // namespace

bool isLoopback(const QString &host)
{
    return host.compare(u"localhost", Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

std::optional<Error> whyUnusable(const Request &request)
{
    auto why = whyUrlUnusable(request.url);
    if (!why)
        why = whyHeadUnusable(request);
    if (!why && request.credential)
        why = whyCredentialUnusable(*request.credential, request.url);
    if (!why && request.deadline <= 0ms)
        why = QStringLiteral("request without a deadline");
    return why ? std::optional(Error {ErrorKind::Unusable, *why}) : std::nullopt;
}

} // namespace deskbell::http
