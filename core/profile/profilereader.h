// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/profile.h"

#include <QByteArray>

namespace deskbell::profile {

/// Reads a shop's profile from JSON (docs: the demo shop in resources/profiles shows every field). Everything that is
/// wrong is named at once: the error is Malformed and its detail has one line a problem, each beginning with the path
/// of the field ("services[2].prices[0].amount: must be a number of at least 0, found \"abc\""). Unknown fields are
/// ignored. Pure; any thread.
[[nodiscard]] Result<Profile> readProfile(const QByteArray &json);

} // namespace deskbell::profile
