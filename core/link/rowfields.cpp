// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/rowfields.h"

#include "core/link/providerdate.h"

#include <algorithm>

namespace deskbell::link {

PhoneNumber quickNumber(QStringView raw)
{
    // The shape nearly all rows have; nothing of +1 with ten digits is a marker of a withheld number.
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (raw.size() == 12 && raw.startsWith(u"+1") && std::all_of(raw.begin() + 2, raw.end(), isDigit))
        return {raw.toString()};
    return raw.isEmpty() || raw.size() > 200 ? PhoneNumber{} : readPhoneNumber(raw.toString());
}

void RowFields::spoil(const char *field, const char *why)
{
    if (m_why.isEmpty())
        m_why = QStringLiteral("field \"%1\" %2").arg(QLatin1String(field), QLatin1String(why));
}

QStringView RowFields::scalar(int field, const char *name)
{
    if (wasSaid(field))
        spoil(name, "is said twice");
    m_said |= 1U << field;
    switch (m_scan.kind()) {
    case JsonScan::Kind::Text: return m_scan.text();
    case JsonScan::Kind::Number: return m_scan.number();
    case JsonScan::Kind::Null: m_scan.skip(); return {};
    default:
        m_scan.skip();
        spoil(name, "is neither text nor number");
        return {};
    }
}

QString RowFields::sid(int field)
{
    const QStringView raw = scalar(field, "sid");
    // Opaque, but it is what everything hangs on: broken bytes in it would make another text or call of it.
    const auto isPlain = [](QChar c) { return c > u' ' && c <= u'~'; };
    if (raw.isEmpty())
        spoil("sid", "is empty");
    else if (raw.size() > 128 || !std::all_of(raw.begin(), raw.end(), isPlain))
        spoil("sid", "is no id");
    else
        m_sid = raw.toString();
    return m_sid;
}

PhoneNumber RowFields::number(int field, const char *name, QString *raw)
{
    const QStringView written = scalar(field, name);
    if (written.contains(QChar(QChar::ReplacementCharacter)))
        spoil(name, "holds broken bytes"); // not withheld: read again it may be whole
    const PhoneNumber number = quickNumber(written);
    if (raw && number.isWithheld())
        *raw = written.left(200).toString();
    return number;
}

Instant RowFields::date(int field, const char *name)
{
    return readProviderDate(scalar(field, name));
}

int RowFields::count(int field, const char *name)
{
    const QStringView written = scalar(field, name);
    bool isNumber = true;
    const int value = written.isEmpty() ? 0 : written.toInt(&isNumber);
    if (!isNumber || value < 0)
        spoil(name, "is no number");
    return value;
}

std::optional<Duration> RowFields::seconds(int field, const char *name)
{
    const QStringView written = scalar(field, name);
    bool isNumber = false;
    const double value = written.toDouble(&isNumber);
    constexpr double week = 7 * 24 * 3600;
    if (!isNumber || value < 0 || value > week)
        return std::nullopt;
    return Duration(qint64(value * 1000));
}

} // namespace deskbell::link
