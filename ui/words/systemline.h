// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"
#include "core/engine/decide.h"

namespace deskbell::ui {

/// Which small icon goes with words; the page knows the drawing.
enum class Mark { None, Assistant, Person, Urgent, Call, Calendar, Check, Stop, Clock, Text, Note };

struct MarkedWords {
    Mark mark = Mark::None;
    QString text;
    bool operator==(const MarkedWords &) const = default;
};

/// The line between hairlines in a conversation: "Missed call 13:58 · rang 21 s, no voicemail". Codes and arguments
/// as core/engine/codes.h lists them; missing arguments are left out, unknown codes are shown readable.
[[nodiscard]] MarkedWords systemLine(const engine::HistoryLine &line, const Profile &profile);

} // namespace deskbell::ui
