// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/phonenumber.h"

#include <QStringList>

namespace deskbell {

// What the numbering plans alone tell of a number. Facts of ITU E.164 and of the North American plan; pure.

/// The beginning that decides which country pays for a text: "+44", "+1", or "+1876" for the islands that share +1 but
/// are billed abroad. Empty for a withheld number.
[[nodiscard]] QString countryPrefix(const PhoneNumber &number);

/// False for what nobody can own: area codes that start with 0 or 1, service codes as area code, and the like. A caller
/// who shows one forged it.
[[nodiscard]] bool isPossible(const PhoneNumber &number);

/// A code of +1 that stands for no place and cannot be texted: personal numbers (5XX, 6XX), carriers (700), government (710).
[[nodiscard]] bool isNonGeographic(const PhoneNumber &number);

/// Another country than \p home's, and none of \p alsoText (number beginnings, such as "+44").
[[nodiscard]] bool isForeign(const PhoneNumber &number, const PhoneNumber &home, const QStringList &alsoText);

/// Same area code and exchange: the look of a forged number that wants to seem near.
[[nodiscard]] bool isNeighbour(const PhoneNumber &one, const PhoneNumber &other);

} // namespace deskbell
