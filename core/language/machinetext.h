// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deskbell::language {

/// Written by a phone, not by its owner: "I'm driving with Do Not Disturb", an out-of-office, an automatic answer. No
/// reply of a caller. Pure.
[[nodiscard]] bool isMachineText(const QString &text);

} // namespace deskbell::language
