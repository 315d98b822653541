// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deskbell {

/// "+15125550142" becomes "+1***0142": enough to recognise, too little to dial. For logs.
[[nodiscard]] QString maskNumber(const QString &number);

/// Message text in a log is its length only.
[[nodiscard]] QString maskText(const QString &text);

} // namespace deskbell
