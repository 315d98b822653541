// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/phonenumber.h"

#include <QDate>

namespace deskbell {

/// How often the public complained about one number on one day. Complaints are unverified and a number on a display can
/// be forged, so one of them is no evidence.
struct ComplaintDay {
    PhoneNumber number;
    QDate day;
    int complaints = 1;
    int robocalls = 0; ///< of them, those that name a recorded voice
    bool operator==(const ComplaintDay &) const = default;
};

/// The complaints of some time taken together.
struct ComplaintCount {
    int complaints = 0;
    int robocalls = 0;
    bool operator==(const ComplaintCount &) const = default;
};

} // namespace deskbell
