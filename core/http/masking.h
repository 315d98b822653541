// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace deskbell::http {

// What a log may show of an address or a body. A value is shown only under a name that cannot hold text or a secret
// (an id, a state, a time); a number is masked; of anything else its length is shown. Pure.

/// Host, path and query; digits in the path masked from seven on.
[[nodiscard]] QString maskedAddress(const QUrl &url);

/// Forms and JSON field by field; of any other kind of body only its kind and length.
[[nodiscard]] QString maskedBody(const QByteArray &contentType, const QByteArray &body);

} // namespace deskbell::http
