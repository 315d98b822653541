// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/desk.h"
#include "ui/widgets/controlbar.h"

namespace deskbell::ui {

/// What this seat has asked for and the engine has not answered yet.
struct Claim {
    Instant askedAt; ///< not set: nothing is asked
    bool byTyping = false; ///< the first letter asked, not F2
    [[nodiscard]] bool waits() const { return askedAt.isSet(); }
    bool operator==(const Claim &) const = default;
};

enum class BarAct { TakeOver, TakeFromOther, HandBack, Call, Acknowledge };

/// The bar that says who has the caller (ui-design §6), and what the box below may do. Pure.
struct BarWords {
    ControlBar::Holder holder;
    QVector<ControlBar::Act> acts;
    QString sendLabel; ///< what Send reads
    bool maySend = false;
    QString hint; ///< grey words in the empty box
};

struct BarScene {
    Instant now;
    QString seat;
    Profile profile;
    Claim claim;
    bool takeAsked = false; ///< "Take from Sam" was pressed once within 3 s
    bool unsent = false; ///< there is text in the box: the silence alarm stands still for the eye
};

[[nodiscard]] BarWords barWords(const runtime::ThreadView &view, const BarScene &scene);
[[nodiscard]] bool isHeldBy(const engine::Holder &holder, const QString &seat);

/// Why nobody can write to this caller; empty: one can.
[[nodiscard]] QString closedSentence(const runtime::ThreadView &view, const Profile &profile, Instant now);

} // namespace deskbell::ui
