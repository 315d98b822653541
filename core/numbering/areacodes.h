// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace deskbell::numbering {

/// Area codes of +1 that mean the same places. Every list is separated by single blanks.
struct AreaRow {
    const char *country; ///< "US", "CA", "JM"
    const char *regions; ///< "US-FL"; empty outside the United States and Canada
    const char *zones; ///< every zone seen anywhere under the codes
    const char *codes; ///< "305 786"
};

[[nodiscard]] std::span<const AreaRow> areaRows();

} // namespace deskbell::numbering
