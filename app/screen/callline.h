// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/call.h"

#include <QByteArray>

namespace deskbell::app {

/// One missed call as a list of calls tells it, with what was known of the caller then.
struct CallLine {
    QString id;
    Call call;
    bool isContact = false;
    bool isOptedOut = false;
    bool hasOpenThread = false;
    int callsLastDay = 1;
};

/// Reads one JSON object: id, from, to, at (with an offset), disposition (no_answer, busy, abandoned, voicemail,
/// after_hours, answered), ring_s, voicemail_s, attestation (A, B, C, failed, null), line_type, in_contacts, opted_out,
/// calls_last_24h, open_thread. Needed are id, from and at. Errors: Malformed, every bad field in plain words.
[[nodiscard]] Result<CallLine> readCallLine(const QByteArray &json);

} // namespace deskbell::app
