// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"

#include <span>

namespace deskbell::profile {

// The names of the rules in a file, once for reader and writer.

struct SpanField {
    const char *key; ///< ends with the unit
    Duration Policy::*member;
    Duration unit;
    int least;
    int most;
};
struct CountField {
    const char *key;
    int Policy::*member;
    int least;
    int most;
};
struct SwitchField {
    const char *key;
    bool Policy::*member;
};
struct TimeField {
    const char *key;
    QTime Policy::*member;
};
struct WordField {
    const char *key;
    QString Words::*member;
};

[[nodiscard]] std::span<const SpanField> spanFields();
[[nodiscard]] std::span<const CountField> countFields();
[[nodiscard]] std::span<const SwitchField> switchFields();
[[nodiscard]] std::span<const TimeField> timeFields();
[[nodiscard]] std::span<const WordField> wordFields();

} // namespace deskbell::profile
