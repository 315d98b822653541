// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"

#include <QByteArray>

namespace deskbell::profile {

/// The profile as readProfile() takes it; reading it again gives an equal value. Indented, for people. Pure.
[[nodiscard]] QByteArray writeProfile(const Profile &profile);

} // namespace deskbell::profile
