// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/understanding.h"

#include <QJsonObject>
#include <functional>

namespace deskbell::testing {

/// Own cases of tests/data/language: every one, or the half that was not looked at while words were chosen.
enum class Half { Tune, Held };
[[nodiscard]] std::vector<QJsonObject> ownCases(const char *name, Half half);

/// What a shop that knows no services hears in a case.
[[nodiscard]] language::Understanding heardIn(const QJsonObject &row);

struct Tally {
    int right = 0;
    int wanted = 0;
    int falseAlarms = 0;
    int others = 0;
    QStringList misses; ///< texts
    [[nodiscard]] double recall() const { return wanted == 0 ? 0 : double(right) / wanted; }
    [[nodiscard]] double alarms() const { return others == 0 ? 0 : double(falseAlarms) / others; }
};
[[nodiscard]] Tally tallyFlag(const std::vector<QJsonObject> &rows, const char *key,
    const std::function<bool(const language::Understanding &)> &said);
[[nodiscard]] Tally tallyIntents(const std::vector<QJsonObject> &rows);
[[nodiscard]] Tally tallyDates(const std::vector<QJsonObject> &rows);

} // namespace deskbell::testing
