// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QStringView>

namespace deskbell::link {

/// Reads the ways providers write an instant: RFC 2822 ("Fri, 18 Oct 2019 17:02:00 +0000"), ISO 8601 with "Z",
/// "+0000" or "+00:00", and seconds or milliseconds since 1970 in digits. Anything else, a time without a zone
/// included, gives an instant that is not set.
[[nodiscard]] Instant readProviderDate(QStringView text);

} // namespace deskbell::link
