// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace deskbell::numbering {

/// Calling codes other than +1 that mean the same zones. Both lists are separated by single blanks.
struct CallingRow {
    const char *codes; ///< "44"
    const char *zones;
};

[[nodiscard]] std::span<const CallingRow> callingRows();

} // namespace deskbell::numbering
