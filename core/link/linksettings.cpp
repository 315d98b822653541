// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/linksettings.h"

#include <QHostAddress>

namespace deskbell::link {
namespace {

tl::unexpected<Error> wrong(const QString &what)
{
    return failure(ErrorKind::Unusable, what);
}

Result<void> checkAddress(const QUrl &url, const QString &name)
{
    if (!url.isValid() || url.host().isEmpty())
        return wrong(QStringLiteral("%1 is no web address").arg(name));
    if (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http"))
        return wrong(QStringLiteral("%1 must begin with https://").arg(name));
    if (url.scheme() == QLatin1String("http") && !isLoopback(url))
        return wrong(
            QStringLiteral("%1 must begin with https://: plain http would show the secret on the way").arg(name));
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return wrong(QStringLiteral("%1 must hold nothing but host, port and path").arg(name));
    return {};
}

} // namespace

Result<void> check(const LinkSettings &settings)
{
    if (auto ok = checkAddress(settings.base, QStringLiteral("the provider's address")); !ok)
        return ok;
    if (!settings.lookupBase.isEmpty()) {
        if (auto ok = checkAddress(settings.lookupBase, QStringLiteral("the address of the number look-up")); !ok)
            return ok;
    }
    if (settings.accountSid.trimmed().isEmpty())
        return wrong(QStringLiteral("the account SID is missing"));
    if (settings.secret.isEmpty())
        return wrong(QStringLiteral("the secret is missing"));
    if (settings.connections && (*settings.connections < 1 || *settings.connections > 1000))
        return wrong(QStringLiteral("between 1 and 1000 connections are possible"));
    return {};
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace deskbell::link
