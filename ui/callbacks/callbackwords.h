// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"
#include "core/engine/facts.h"
#include "core/engine/rows.h"
#include "ui/widgets/pill.h"

namespace deskbell::ui {

/// One call to make, in words and meanings. Pure.
struct CallbackWords {
    QString name;
    QString context;
    QString due;
    bool overdue = false;
    QString tries; ///< "no tries yet", "tried once", "tried 2 times"
    QString pill;
    Tone tone = Tone::Call;
    Icon icon = Icon::Phone;
    QString promise; ///< "Promised a call by 14:05"; empty: none
    QString called; ///< "Called us 2 times, last 14:03"
    QString outcome; ///< of a done one: "Spoke, booked at 13:40"
    bool canDial = true;
};

[[nodiscard]] CallbackWords callbackWords(const engine::CallbackRow &row, Instant now, const Profile &profile);
[[nodiscard]] QString spokenCallback(const engine::CallbackRow &row, Instant now, const Profile &profile);
/// A line of the card: the engine's "key\tvalue" with the key worded, or the line as it is.
[[nodiscard]] QString dialLine(const QString &line);

struct LaterChoice {
    QString label; ///< "Tomorrow 09:00"
    Instant at;
    bool operator==(const LaterChoice &) const = default;
};
/// When to try again, in open time: in an hour, this afternoon, at the next opening of another day.
[[nodiscard]] std::vector<LaterChoice> laterChoices(Instant now, const Profile &profile);

} // namespace deskbell::ui
