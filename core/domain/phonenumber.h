// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

namespace deskbell {

/// A number in E.164 ("+15125550142"), or nothing when the caller withheld it.
struct PhoneNumber {
    QString e164; ///< empty: withheld or unusable
    [[nodiscard]] bool isWithheld() const { return e164.isEmpty(); }
    bool operator==(const PhoneNumber &) const = default;
    bool operator<(const PhoneNumber &other) const { return e164 < other.e164; }
};

[[nodiscard]] inline size_t qHash(const PhoneNumber &number, size_t seed = 0)
{
    return ::qHash(number.e164, seed);
}

/// Reads what providers put into From and To: "+1 (512) 555-0142", "15125550142", "sip:+1512…@host", "whatsapp:+44…".
/// Markers of a withheld caller ("anonymous", "+266696687" which spells ANONYMOUS, …; list: data of the numbering
/// plan) and everything that is no E.164 number give a withheld number. Never throws, never guesses a country
/// except +1 for ten digits.
[[nodiscard]] PhoneNumber readPhoneNumber(const QString &raw);

/// "(512) 555-0142" for +1, groups of three elsewhere; "Withheld number" is worded by the window, here it is empty.
[[nodiscard]] QString displayNumber(const PhoneNumber &number);

enum class LineType { Unknown, Mobile, Landline, TollFree, Voip, Premium };

/// What the number alone tells: toll-free and premium prefixes of +1. Everything else is Unknown.
[[nodiscard]] LineType lineTypeByPrefix(const PhoneNumber &number);

} // namespace deskbell
