// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/link/records.h"

#include <QByteArray>

namespace deskbell::link {

class JsonScan;

// Bytes in, values out; no socket, no clock, no memory. Lenient in types (numbers as strings and the other way
// round, null or absent, unknown fields), strict in what a row must have. Every Error is Malformed and names the field.

/// Errors: the page as a whole cannot be trusted (no JSON, HTML, cut, no list in it). A bad row among good ones is
/// put aside in Page::bad.
[[nodiscard]] Result<CallPage> readCalls(const QByteArray &body);
[[nodiscard]] Result<TextPage> readTexts(const QByteArray &body);

/// One object, as create and fetch answer it.
[[nodiscard]] Result<CallRecord> readCall(const QByteArray &body);
[[nodiscard]] Result<TextRecord> readText(const QByteArray &body);

/// What Lookup v2 says of a number. Refused: the number is not valid.
[[nodiscard]] Result<LineType> readLineType(const QByteArray &body);

struct ProviderError {
    int code = 0;
    QString words; ///< digits of numbers masked: may be logged and shown
    bool operator==(const ProviderError &) const = default;
};
/// Nothing when the body is not the provider's error object (a proxy's page, say).
[[nodiscard]] std::optional<ProviderError> readError(const QByteArray &body);

// For readers of frames that carry the same objects. A syntax error shows in scan.ok().
[[nodiscard]] tl::expected<CallRecord, BadRow> scanCall(JsonScan &scan);
[[nodiscard]] tl::expected<TextRecord, BadRow> scanText(JsonScan &scan);

} // namespace deskbell::link
