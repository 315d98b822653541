// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/phonenumber.h"

#include <QStringList>

namespace deskbell::ui {

/// Whether a row is found by these words: every word somewhere in the texts, or (three digits or more, in any
/// spelling of the number) in the number.
[[nodiscard]] bool matches(const QString &needle, const QStringList &texts, const PhoneNumber &number);

} // namespace deskbell::ui
