// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/profile.h"
#include "core/runtime/linkstate.h"
#include "ui/widgets/linkpill.h"

namespace deskbell::ui {

// Words of the now bar and of troubles. Pure.

struct OpenWords {
    bool open = false;
    QString line; ///< "Open until 18:00 · Thu 12 Jun, 14:07"
};
[[nodiscard]] OpenWords openWords(const Profile &profile, Instant now);

struct LinkWords {
    LinkPill::State state = LinkPill::State::Slow;
    QString pill; ///< "Live", "Slow, 8 s", "Offline · 12 s"
    QString banner; ///< what it means and what to do; empty: nothing to say
    bool signIn = false; ///< a person must mend the keys in Settings
    QString proof; ///< "Line checked 14:06": for an empty screen
};
/// Offline says so at once in the pill, but the banner waits 5 s: a short cut mends itself.
[[nodiscard]] LinkWords linkWords(const runtime::LinkState &link, Instant now, const QTimeZone &zone);

/// What happened, what it means, what to do.
[[nodiscard]] QString refusalSentence(const Error &error);
[[nodiscard]] QString initialsOf(const QString &seat); ///< "Desk 2" → "D2"

} // namespace deskbell::ui
