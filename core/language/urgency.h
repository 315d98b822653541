// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/tokens.h"

namespace deskbell::language {

/// Danger to people, animals or property, as written trigger rules: they need no model and no network.
struct Urgency {
    QString
        kind; ///< gas, water, fire, electric, heat, sewage, medical, animal, lockout, vehicle, legal, threat, self_harm, distress
    bool life = false; ///< lives may be in danger: the answer names the emergency number
    QString trade; ///< whose work it is ("plumbing"); "any" when nobody's in particular
    QString rule; ///< the words that triggered
    bool operator==(const Urgency &) const = default;
};

/// "no smell of gas", "I don't see any smoke": the words that begin at \p from are denied right before them.
[[nodiscard]] bool deniedBefore(const Tokens &tokens, int from);

/// The gravest kind whose words are there and not denied, whatever else the text says about them.
[[nodiscard]] std::optional<Urgency> mentionedDanger(const Tokens &tokens);

/// The gravest kind that is there. Jokes and the past ("last week", "no longer leaking", "not urgent") lower what is a
/// matter of property, never what is a matter of life.
[[nodiscard]] std::optional<Urgency> findUrgency(const Tokens &tokens);

} // namespace deskbell::language
