// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace deskbell::language {

[[nodiscard]] std::optional<int> numberWord(const QString &word); ///< "one" … "twelve", "twenty", "half" is none
[[nodiscard]] std::optional<int> ordinalWord(
    const QString &word); ///< "first" … "thirtieth"; "twenty" "third" are two words
[[nodiscard]] std::optional<int> weekdayWord(const QString &word); ///< 1 is Monday; "thurs", "fridays"
[[nodiscard]] std::optional<int> monthWord(const QString &word); ///< 1 is January; "sept"

} // namespace deskbell::language
