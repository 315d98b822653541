// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/tokens.h"

namespace deskbell::language {

/// How and where to find somebody, as typed in a text. Empty parts were not there.
struct Contact {
    QString email;
    QString postcode; ///< US, Canadian or British form, upper case, "78701", "K1A 0B1", "SW1A 1AA"
    QString phone; ///< as typed
    bool operator==(const Contact &) const = default;
};

/// \p normalised: by normalise(). A bare five-figure number is a postcode only beside a word for it or a state.
[[nodiscard]] Contact findContact(const QString &normalised);

/// "2 dogs", "a couple of windows", "three bed 2 bath": what was counted, in the singular.
struct Count {
    int number = 0;
    QString what;
    int at = 0; ///< its token
    bool operator==(const Count &) const = default;
};
[[nodiscard]] std::vector<Count> findCounts(const Tokens &tokens);

} // namespace deskbell::language
