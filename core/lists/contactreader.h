// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/contact.h"
#include "core/lists/listreading.h"

#include <vector>

namespace deskbell::lists {

struct ContactList {
    std::vector<Contact> contacts; ///< a number that comes twice: the last row counts
    RowFaults faults;
};

/// A shop's book of numbers: a head with a column named number or phone, and optionally name and tag (customer, staff,
/// supplier, blocked; empty: customer; none: taken out of the book). Others are ignored. Errors: Malformed, when there is
/// no such head or nothing at all.
[[nodiscard]] Result<ContactList> readContacts(const QByteArray &csv);

} // namespace deskbell::lists
