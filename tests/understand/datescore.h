// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace deskbell::testing {

/// Whether the value of an answer is what a case expects or accepts, at the grain of the case: a day is met by any hour
/// of it, a part of a day by any span inside it, an end at midnight means the day before.
[[nodiscard]] bool isRightDate(const QJsonObject &row, const QJsonObject &answer);

} // namespace deskbell::testing
