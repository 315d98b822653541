// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/complaint.h"
#include "core/lists/listreading.h"

#include <vector>

namespace deskbell::lists {

struct ComplaintList {
    std::vector<ComplaintDay> days; ///< one for each number and day, by number, then day
    int complaints = 0; ///< rows that counted
    int withoutNumber = 0; ///< the agency does not always know it
    RowFaults faults;
};

/// The FTC's daily list of unwanted calls: a head that names Company_Phone_Number and Created_Date (others are optional or
/// ignored, in any order), ten-digit numbers, days like 2026-12-05, alone or with a time. Errors: Malformed, when there is
/// no such head or nothing at all.
[[nodiscard]] Result<ComplaintList> readComplaints(const QByteArray &csv);

} // namespace deskbell::lists
