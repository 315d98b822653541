// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deskbell::ui {

/// What a text costs to send. GSM 03.38: 160 letters alone, 153 in each part of a longer one; one letter outside the
/// alphabet makes it UCS-2: 70 alone, 67 in parts. Extension letters ("€", "[", …) count twice.
struct SmsLength {
    int used = 0;
    int room = 160; ///< of all parts together
    int parts = 1; ///< 0 for no text
    bool plain = true; ///< only letters of the GSM alphabet
    bool operator==(const SmsLength &) const = default;
};

[[nodiscard]] SmsLength smsLength(const QString &text);

} // namespace deskbell::ui
