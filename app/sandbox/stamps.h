// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <optional>
#include <string_view>

namespace deskbell::sandbox {

/// `Fri, 18 Oct 2019 17:02:00 +0000`, the form of every date in the lists. Milliseconds since 1970, UTC.
void appendRfc2822(QByteArray& out, qint64 ms);
/// `Fri, 18 Oct 2019 17:02:00 GMT`, the form of the Date header.
void appendHttpDate(QByteArray& out, qint64 ms);
void appendNumber(QByteArray& out, qint64 number);

/// Start of the UTC day that `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ssZ` names. The provider's filters know days only,
/// so a time of day is accepted and has no effect.
[[nodiscard]] std::optional<qint64> readUtcDay(std::string_view text);

inline constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

} // namespace deskbell::sandbox
