// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/clockreader.h"

#include <QDateTime>

namespace deskbell::language {

/// A day, an hour or both that a text speaks of, in wall time of the shop and looked forward from now.
struct TimeWish {
    QDate from; ///< first day; invalid: no day was named
    QDate to; ///< last day, inclusive
    QTime exact; ///< "at 10"; also set for "around noon"
    QTime notBefore; ///< "after 1", "afternoon"
    QTime notAfter; ///< latest start, exclusive: "before 10", "morning"
    QDate edge; ///< "before friday", "after the 14th": that day; from and to are the days on its side
    Bound edgeBound = Bound::None; ///< Before or After it
    bool part = false; ///< the hours are those of a part of the day
    bool bounded = false; ///< an hour was said besides the part
    bool about = false; ///< exact is only about
    bool soonest = false; ///< "asap", "the first one you have"
    bool negated = false; ///< "friday doesn't work", "instead of 2"
    int begin = 0; ///< its tokens
    int end = 0; ///< exclusive

    [[nodiscard]] bool hasDay() const { return from.isValid(); }
    [[nodiscard]] bool isOneDay() const { return from.isValid() && from == to; }
    [[nodiscard]] bool hasTime() const { return exact.isValid() || notBefore.isValid() || notAfter.isValid(); }
    bool operator==(const TimeWish &) const = default;
};

/// Every time in a text, in order. \p now is the shop's wall clock. Hours without am or pm are those of a working day
/// (1 to 6 are afternoon). Numbers that are no times (cars, rooms, prices, phone numbers, house numbers) are not read.
[[nodiscard]] std::vector<TimeWish> readTimes(const Tokens &tokens, const QDateTime &now);

/// The one of them that is wished: not a negated one; of a move, the one it moves to.
[[nodiscard]] std::optional<TimeWish> wishedTime(const std::vector<TimeWish> &times, bool moving);

/// Hours named without any sign that they are hours ("10 works", "11?"); for answers to an offer of times.
[[nodiscard]] std::vector<QTime> bareHours(const Tokens &tokens);

} // namespace deskbell::language
