// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QStringList>

namespace deskbell {

/// What counts as a missed call: one row for each way a call can end unanswered. A row that is off keeps the call on the
/// quiet list, with that reason.
struct MissedRules {
    bool noAnswer = true;
    bool busy = true;
    bool abandoned = true; ///< the caller hung up while it rang
    bool voicemail = true;
    bool whileClosed = true; ///< any of the above outside opening hours
    Duration leastRing{1000}; ///< given up sooner is a slip of the finger; a call whose ring time is not told counts
    bool operator==(const MissedRules &) const = default;
};

/// Who is kept from being texted, and the points of the robocall score. A call of \c enough points or more goes to the
/// quiet list; no sign is enough alone but a number that many complained about lately.
struct ScreeningRules {
    int enough = 6;
    int manyComplaints = 6;
    int someComplaints = 4;
    int shortRing = 2;
    int repeats = 2; ///< many calls in a day, each of them short
    int sequential = 3; ///< neighbouring numbers rang within the hour
    int neighbour = 1; ///< the first six digits are the shop's own
    int poorAttestation = 2; ///< the carrier only passed the call on (C), or its proof does not hold
    int voicemail = -1; ///< somebody left a message
    int fullAttestation = -1; ///< the carrier vouches for the number (A)
    int manyFrom = 5; ///< complaints within \c complaintDays
    int someFrom = 3;
    int complaintDays = 90;
    Duration shortRingUnder{7000};
    int repeatsFrom = 4; ///< calls within a day
    int sequentialFrom = 2; ///< other callers within ten numbers

    int firstTextsPerHour = 60; ///< over all callers; more go to the review list and people are told once. 0: no limit
    int lateAlerts = 3; ///< so many calls found late are told one by one; more of them in one notice
    QStringList alsoText; ///< number beginnings that are texted although foreign, such as "+44"
    bool operator==(const ScreeningRules &) const = default;
};

} // namespace deskbell
