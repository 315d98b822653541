// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/numbering.h"
#include "app/sandbox/records.h"

namespace deskbell::sandbox {

// Records as the provider shows them in lists, single fetches, create answers and pushed frames.
void appendCall(QByteArray& out, const QByteArray& account, const Call& call, const CallState& state);
void appendMessage(QByteArray& out, const QByteArray& account, const Message& message, const MessageState& state);

/// `{"code","message","more_info","status"}`
[[nodiscard]] QByteArray errorBody(int status, int code, const QByteArray& message);
/// A Lookup v2 answer, with the line type when `withLineType`.
[[nodiscard]] QByteArray lookupBody(const QByteArray& number, LineType type, bool withLineType);

} // namespace deskbell::sandbox
