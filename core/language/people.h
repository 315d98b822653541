// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/tokens.h"

namespace deskbell::language {

/// The name by which a caller introduces themselves ("I'm Dana Reyes", "name is luis", "Priya here"); empty when none.
[[nodiscard]] QString findName(const Tokens &tokens);
/// A text that may be nothing but a name, as an answer to "what name is it for?"; empty when it is none.
[[nodiscard]] QString bareName(const Tokens &tokens);

/// A name hung on at the end ("friday at 3, Tess"); only to be used where a name is missing.
[[nodiscard]] QString trailingName(const Tokens &tokens);

/// A street address ("915 W 8th Ave, Denver") as typed; empty when none. \p normalised: by normalise().
struct AddressSpan {
    QString text;
    int at = 0; ///< in the normalised text
    int length = 0;
};
[[nodiscard]] AddressSpan findAddress(const QString &normalised);

/// The town of which a text speaks as the place of the work ("I'm in Boulder", "do you serve Lakewood"); empty: none.
[[nodiscard]] QString findTown(const Tokens &tokens);

} // namespace deskbell::language
