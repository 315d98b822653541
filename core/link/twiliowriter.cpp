// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/twiliowriter.h"

#include <algorithm>

namespace deskbell::link {
namespace {

constexpr qint64 longestList = 4 << 20;

QByteArray trimmedPath(const QUrl &base)
{
    QByteArray path = base.path(QUrl::FullyEncoded).toLatin1();
    while (path.endsWith('/'))
        path.chop(1);
    return path;
}

QByteArray encoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

void addField(QByteArray &form, const char *name, const QByteArray &value)
{
    if (!form.isEmpty())
        form += '&';
    form.append(name).append('=').append(value);
}

QByteArray formOf(const runtime::OutgoingText &text)
{
    using std::chrono::seconds;
    const auto validity = std::chrono::duration_cast<seconds>(text.validity).count();
    QByteArray form;
    form.reserve(160 + text.body.size() * 3);
    addField(form, "To", encoded(text.to.e164));
    addField(form, "From", encoded(text.from.e164));
    addField(form, "Body", encoded(text.body));
    // Without it the provider tries for ten hours, into the night.
    addField(form, "ValidityPeriod", QByteArray::number(std::clamp<qint64>(validity, 1, 36000)));
    // The words that arrive are the words that were decided, else an unclear text could not be found again.
    addField(form, "SmartEncoded", "false");
    addField(form, "ShortenUrls", "false");
    return form;
}

http::Credential credentialFor(const LinkSettings &s)
{
    if (s.bearer)
        return http::bearerCredential(s.base.host(), s.secret.toUtf8());
    const QString user = s.key.isEmpty() ? s.accountSid : s.key;
    return http::basicCredential(s.base.host(), user.toUtf8(), s.secret.toUtf8());
}

} // namespace

TwilioWriter::TwilioWriter(const LinkSettings &settings)
    : m_settings(settings)
    , m_credential(credentialFor(settings))
    , m_account("/2010-04-01/Accounts/" + encoded(settings.accountSid.trimmed()))
{
}

QUrl TwilioWriter::address(const QByteArray &path, const QByteArray &query) const
{
    QUrl url = m_settings.base;
    QByteArray whole = url.toEncoded(QUrl::RemovePath | QUrl::StripTrailingSlash);
    whole.append(trimmedPath(m_settings.base)).append(path);
    if (!query.isEmpty())
        whole.append('?').append(query);
    return QUrl::fromEncoded(whole, QUrl::StrictMode);
}

http::Request TwilioWriter::get(const QByteArray &resource, const QByteArray &query) const
{
    http::Request request;
    request.url = address(m_account + resource, query);
    request.credential = m_credential;
    request.deadline = m_settings.readDeadline;
    request.maxBody = longestList;
    return request;
}

http::Request TwilioWriter::create(const runtime::OutgoingText &text) const
{
    http::Request request;
    request.method = "POST";
    request.url = address(m_account + "/Messages.json", {});
    request.credential = m_credential;
    request.contentType = "application/x-www-form-urlencoded";
    request.body = formOf(text);
    request.deadline = m_settings.sendDeadline;
    request.leaveWithin = 5s;
    request.once = true;
    return request;
}

http::Request TwilioWriter::callList(QDate from, int pageSize) const
{
    return get("/Calls.json",
        "StartTime%3E=" + from.toString(Qt::ISODate).toLatin1() + "&PageSize=" + QByteArray::number(pageSize));
}

http::Request TwilioWriter::textList(QDate from, int pageSize) const
{
    return get("/Messages.json",
        "DateSent%3E=" + from.toString(Qt::ISODate).toLatin1() + "&PageSize=" + QByteArray::number(pageSize));
}

http::Request TwilioWriter::textsBetween(const PhoneNumber &from, const PhoneNumber &to) const
{
    return get("/Messages.json", "To=" + encoded(to.e164) + "&From=" + encoded(from.e164) + "&PageSize=50");
}

http::Request TwilioWriter::oneCall(const QString &sid) const
{
    return get("/Calls/" + encoded(sid) + ".json", {});
}

http::Request TwilioWriter::oneText(const QString &sid) const
{
    return get("/Messages/" + encoded(sid) + ".json", {});
}

Result<http::Request> TwilioWriter::page(const QString &next) const
{
    const QUrl &base = m_settings.base;
    const QUrl url = base.resolved(QUrl::fromEncoded(next.toUtf8(), QUrl::TolerantMode));
    const int usual = base.scheme() == QLatin1String("https") ? 443 : 80;
    if (!url.isValid() || url.scheme() != base.scheme() || url.host() != base.host()
        || url.port(usual) != base.port(usual))
        return failure(ErrorKind::Refused, QStringLiteral("the next page would be on another host"));
    http::Request request = get({}, {});
    request.url = url;
    return request;
}

http::Request TwilioWriter::lineType(const PhoneNumber &number) const
{
    http::Request request = get({}, {});
    QByteArray whole = m_settings.lookupBase.toEncoded(QUrl::RemovePath | QUrl::StripTrailingSlash);
    whole.append(trimmedPath(m_settings.lookupBase)).append("/v2/PhoneNumbers/").append(encoded(number.e164));
    request.url = QUrl::fromEncoded(whole + "?Fields=line_type_intelligence", QUrl::StrictMode);
    request.credential->host = m_settings.lookupBase.host();
    return request;
}

QUrl TwilioWriter::pushAddress(const QByteArray &after) const
{
    QUrl url = address("/events", "after=" + after.toPercentEncoding());
    url.setScheme(m_settings.base.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    return url;
}

} // namespace deskbell::link
