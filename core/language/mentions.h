// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"
#include "core/language/tokens.h"

#include <QStringList>

namespace deskbell::language {

struct ServiceMention {
    ServiceId service;
    int from = 0; ///< its tokens
    int to = 0; ///< exclusive
    int weight = 0; ///< how sure; comparable within one text
    bool operator==(const ServiceMention &) const = default;
};

/// Services a text speaks of, by name, alias, or a word that only one of them has; best first. Several with the same
/// tokens and weight are equally meant ("ceramic coating" where there are two of them).
[[nodiscard]] std::vector<ServiceMention> findServices(const Tokens &tokens, const Profile &profile);

/// What the text names of the shop's list of things it does not do ("immigration"); empty when nothing.
[[nodiscard]] QStringList findNotOffered(const Tokens &tokens, const Profile &profile);

/// The question of the profile that comes nearest to the text; nothing when none comes near.
[[nodiscard]] const Faq *findFaq(const Tokens &tokens, const Profile &profile);

} // namespace deskbell::language
