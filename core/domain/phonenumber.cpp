// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/phonenumber.h"

#include <QStringList>
#include <algorithm>

namespace deskbell {
namespace {

QString withoutScheme(QString raw)
{
    raw = raw.trimmed();
    for (const auto &scheme : {QLatin1String("whatsapp:"), QLatin1String("sip:"), QLatin1String("tel:")}) {
        if (raw.startsWith(scheme, Qt::CaseInsensitive))
            raw = raw.mid(scheme.size());
    }
    raw = raw.section(u'@', 0, 0);
    return raw.section(u';', 0, 0);
}

bool isWithheldMarker(const QString &text)
{
    // The digit strings spell ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN and UNAVAILABLE on a keypad.
    static const QStringList markers{
        QStringLiteral("anonymous"), QStringLiteral("restricted"), QStringLiteral("unavailable"),
        QStringLiteral("private"), QStringLiteral("unknown"), QStringLiteral("blocked"),
        QStringLiteral("266696687"), QStringLiteral("7378742833"), QStringLiteral("2562533"),
        QStringLiteral("8656696"), QStringLiteral("86282452253")};
    const QString bare = text.startsWith(u'+') ? text.mid(1) : text;
    return markers.contains(bare.toLower());
}

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.digitValue() >= 0)
            digits += QChar(u'0' + c.digitValue()); // full-width and Arabic digits too
        else if (c.isLetter())
            return {};
    }
    return digits;
}

} // namespace

PhoneNumber readPhoneNumber(const QString &raw)
{
    const QString text = withoutScheme(raw);
    if (isWithheldMarker(text))
        return {};
    const QString digits = digitsOf(text);
    const bool international = text.startsWith(u'+');
    if (international && digits.size() >= 8 && digits.size() <= 15 && digits.front() != u'0')
        return {u'+' + digits};
    if (!international && digits.size() == 10)
        return {QStringLiteral("+1") + digits};
    if (!international && digits.size() == 11 && digits.front() == u'1')
        return {u'+' + digits};
    return {};
}

QString displayNumber(const PhoneNumber &number)
{
    const QString &e = number.e164;
    if (e.size() == 12 && e.startsWith(QLatin1String("+1")))
        return QStringLiteral("(%1) %2-%3").arg(e.mid(2, 3), e.mid(5, 3), e.mid(8));
    QString shown = e.left(3);
    for (int i = 3; i < e.size(); i += 3)
        shown += u' ' + e.mid(i, 3);
    return shown;
}

LineType lineTypeByPrefix(const PhoneNumber &number)
{
    if (!number.e164.startsWith(QLatin1String("+1")) || number.e164.size() != 12)
        return LineType::Unknown;
    const QString area = number.e164.mid(2, 3);
    static const QStringList tollFree{QStringLiteral("800"), QStringLiteral("833"), QStringLiteral("844"),
        QStringLiteral("855"), QStringLiteral("866"), QStringLiteral("877"), QStringLiteral("888")};
    if (tollFree.contains(area))
        return LineType::TollFree;
    return area == QLatin1String("900") ? LineType::Premium : LineType::Unknown;
}

} // namespace deskbell
