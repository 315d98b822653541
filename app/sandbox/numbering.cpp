// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/numbering.h"

#include <QString>
#include <algorithm>
#include <array>
#include <utility>

namespace deskbell::sandbox {
namespace {

constexpr std::array<std::pair<LineType, const char *>, 6> lineTypes{
    {{LineType::Mobile, "mobile"}, {LineType::Landline, "landline"}, {LineType::FixedVoip, "fixedVoip"},
        {LineType::NonFixedVoip, "nonFixedVoip"}, {LineType::TollFree, "tollFree"}, {LineType::Unknown, "unknown"}}};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// GSM 03.38 beyond the ASCII characters it shares.
constexpr QStringView gsmMore =
    u"\u00a3\u00a5\u00e8\u00e9\u00f9\u00ec\u00f2\u00c7\u00d8\u00f8\u00c5\u00e5\u0394\u03a6\u0393\u039b\u03a9\u03a0"
    u"\u03a8\u03a3\u0398\u039e\u00c6\u00e6\u00df\u00c9\u00a4\u00a1\u00c4\u00d6\u00d1\u00dc\u00a7\u00bf\u00e4\u00f6"
    u"\u00f1\u00fc\u00e0";
constexpr QStringView gsmTwoSeptets = u"^{}\\[~]|\u20ac";

/// Septets of one character; 0 when the alphabet has none for it.
int septets(QChar c)
{
    if (gsmTwoSeptets.contains(c))
        return 2;
    if (c.unicode() < 0x80)
        return c == u'`' || (c < u' ' && c != u'\n' && c != u'\r') ? 0 : 1;
    return gsmMore.contains(c) ? 1 : 0;
}

int parts(int units, int single, int joined)
{
    return units <= single ? 1 : (units + joined - 1) / joined;
}

} // namespace

const char *word(LineType type)
{
    return lineTypes[std::size_t(type)].second;
}

LineType lineTypeOf(const QByteArray &word)
{
    const auto found =
        std::find_if(lineTypes.begin(), lineTypes.end(), [&](const auto &entry) { return word == entry.second; });
    return found == lineTypes.end() ? LineType::Unknown : found->first;
}

bool isNorthAmerican(const QByteArray &number)
{
    return number.size() == 12 && number.startsWith("+1");
}

bool isDialable(const QByteArray &number)
{
    if (number.size() < 8 || number.size() > 16 || number[0] != '+' || number[1] == '0')
        return false;
    if (!std::all_of(number.cbegin() + 1, number.cend(), isDigit))
        return false;
    return number[1] != '1' || (number.size() == 12 && number[2] >= '2');
}

QByteArray nationalForm(const QByteArray &number)
{
    if (!isNorthAmerican(number))
        return number;
    QByteArray out;
    out.reserve(14);
    out += '(';
    out.append(number.constData() + 2, 3);
    out += ") ";
    out.append(number.constData() + 5, 3);
    out += '-';
    out.append(number.constData() + 8, 4);
    return out;
}

QByteArray numberAfter(const QByteArray &base, qint64 steps)
{
    const qint64 number = base.mid(1).toLongLong() + steps;
    return QByteArray(1, '+').append(QByteArray::number(number));
}

int segmentsOf(const QByteArray &utf8)
{
    const QString text = QString::fromUtf8(utf8);
    int units = 0;
    for (QChar c : text) {
        const int cost = septets(c);
        if (cost == 0)
            return parts(int(text.size()), 70, 67);
        units += cost;
    }
    return parts(units, 160, 153);
}

qsizetype characters(const QByteArray &utf8)
{
    return std::count_if(utf8.cbegin(), utf8.cend(), [](char c) { return (c & 0xc0) != 0x80; });
}

} // namespace deskbell::sandbox
