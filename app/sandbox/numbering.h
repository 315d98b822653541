// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace deskbell::sandbox {

enum class LineType : quint8 { Mobile, Landline, FixedVoip, NonFixedVoip, TollFree, Unknown };

/// `mobile`, `landline`, `fixedVoip`, `nonFixedVoip`, `tollFree`, `unknown`, as in Lookup v2.
[[nodiscard]] const char* word(LineType type);
[[nodiscard]] LineType lineTypeOf(const QByteArray& word);

/// E.164 with a plausible length; North American numbers must have ten digits after the 1.
[[nodiscard]] bool isDialable(const QByteArray& number);
[[nodiscard]] bool isNorthAmerican(const QByteArray& number);
/// `(555) 010-0200` for North American numbers, others unchanged.
[[nodiscard]] QByteArray nationalForm(const QByteArray& number);
/// The number `steps` after `base`, same length: +13125550000, 7 -> +13125550007.
[[nodiscard]] QByteArray numberAfter(const QByteArray& base, qint64 steps);

/// Parts one text is split into: 160 or 153 septets of GSM 03.38, 70 or 67 UTF-16 units otherwise. At least 1.
[[nodiscard]] int segmentsOf(const QByteArray& utf8);
/// Unicode code points.
[[nodiscard]] qsizetype characters(const QByteArray& utf8);

} // namespace deskbell::sandbox
