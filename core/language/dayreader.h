// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/tokens.h"

#include <QDate>

namespace deskbell::language {

struct DayReading {
    int end = 0; ///< token after it
    QDate from;
    QDate to;
};

/// The day or days that begin with the token \p at, looked forward from \p today; nothing when none do.
[[nodiscard]] std::optional<DayReading> readDay(const Tokens &tokens, int at, QDate today);

} // namespace deskbell::language
