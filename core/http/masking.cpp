// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/masking.h"

#include "core/base/redact.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>
#include <QUrlQuery>
#include <algorithm>
#include <array>

namespace deskbell::http {

namespace {

constexpr int longestShownValue = 80;

bool looksLikeNumber(const QString &value)
{
    static const QRegularExpression dialable(QStringLiteral("^\\+?[0-9][0-9 ().-]{5,}$"));
    return dialable.match(value).hasMatch();
}

QString maskNumbersIn(QString text)
{
    static const QRegularExpression run(QStringLiteral("(?<![A-Za-z0-9])\\+?[0-9]{7,}(?![A-Za-z0-9])"));
    qsizetype from = 0;
    for (auto found = run.match(text); found.hasMatch(); found = run.match(text, from)) {
        const QString masked = maskNumber(found.captured());
        text.replace(found.capturedStart(), found.capturedLength(), masked);
        from = found.capturedStart() + masked.size();
    }
    return text;
}

// Names are compared without case and separators: date_created, DateCreated and date-created are one.
QString plainName(const QString &name)
{
    QString plain = name.toLower();
    plain.remove(u'_').remove(u'-');
    return plain;
}

bool mayBeShown(const QString &name)
{
    static constexpr std::array<QStringView, 9> whole {u"code", u"status", u"state", u"direction", u"type",
                                                       u"kind", u"model",  u"role",  u"page"};
    static constexpr std::array<QStringView, 7> endings {u"sid", u"id", u"errorcode", u"status", u"time", u"uri",
                                                         u"size"};
    const QString plain = plainName(name);
    if (plain.startsWith(u"date") || std::find(whole.begin(), whole.end(), plain) != whole.end())
        return true;
    return std::any_of(endings.begin(), endings.end(), [&](QStringView end) { return plain.endsWith(end); });
}

QString maskedValue(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return value;
    if (looksLikeNumber(value) && !plainName(name).startsWith(u"date"))
        return maskNumber(value);
    return mayBeShown(name) ? maskNumbersIn(value.left(longestShownValue)) : maskText(value);
}

QString maskedForm(const QUrlQuery &query)
{
    QStringList fields;
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded))
        fields << QString(name % u'=' % maskedValue(name, value));
    return fields.join(u'&');
}

QJsonValue maskedJson(const QString &name, const QJsonValue &value)
{
    if (value.isString())
        return maskedValue(name, value.toString());
    if (value.isDouble() && qAbs(value.toDouble()) >= 1e6)
        return maskNumber(QString::number(value.toDouble(), 'f', 0));
    if (value.isArray()) {
        QJsonArray masked;
        const QJsonArray array = value.toArray();
        for (const auto &one : array)
            masked.append(maskedJson(name, one));
        return masked;
    }
    if (!value.isObject())
        return value;
    QJsonObject masked;
    const QJsonObject object = value.toObject();
    for (auto field = object.begin(); field != object.end(); ++field)
        masked.insert(maskNumbersIn(field.key()), maskedJson(field.key(), field.value()));
    return masked;
}

QUrlQuery formOf(const QByteArray &body)
{
    QByteArray spaced = body;
    return QUrlQuery(QString::fromUtf8(spaced.replace('+', "%20")));
}

} // namespace

QString maskedAddress(const QUrl &url)
{
    QString address = url.host() % maskNumbersIn(url.path());
    if (url.hasQuery())
        address += u'?' % maskedForm(QUrlQuery(url));
    return address;
}

QString maskedBody(const QByteArray &contentType, const QByteArray &body)
{
    if (contentType.startsWith("application/x-www-form-urlencoded"))
        return maskedForm(formOf(body));
    const auto json = QJsonDocument::fromJson(body);
    if (json.isObject())
        return QString::fromUtf8(QJsonDocument(maskedJson({}, json.object()).toObject()).toJson(QJsonDocument::Compact));
    if (json.isArray())
        return QString::fromUtf8(QJsonDocument(maskedJson({}, json.array()).toArray()).toJson(QJsonDocument::Compact));
    return QStringLiteral("(%1, %2 bytes)")
        .arg(contentType.isEmpty() ? QStringLiteral("no type") : QString::fromLatin1(contentType))
        .arg(body.size());
}

} // namespace deskbell::http
