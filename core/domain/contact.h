// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/domain/phonenumber.h"

namespace deskbell {

/// What a known number is to the shop. Decides who is never taken for a robot and who is never texted by a machine.
enum class ContactTag {
    None, ///< in nobody's book
    Customer,
    Staff,
    Supplier,
    Blocked,
};

/// One entry of the shop's own book. The number is the key; one number is one contact, on every line of the shop.
struct Contact {
    PhoneNumber number;
    ContactTag tag = ContactTag::Customer; ///< None takes the entry out of the book
    QString name;
    QString by; ///< the seat, or "import"
    Instant changedAt;
    bool operator==(const Contact &) const = default;
};

/// Staff, suppliers and blocked numbers are never texted by a machine.
[[nodiscard]] inline bool mayBeTexted(ContactTag tag) { return tag == ContactTag::None || tag == ContactTag::Customer; }

} // namespace deskbell
