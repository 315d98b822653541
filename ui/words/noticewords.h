// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"
#include "core/runtime/noticetext.h"

namespace deskbell::ui {

/// What people are told beside the window, e.g. on the desktop. Never holds message text.
struct NoticeWords {
    QString title; ///< "Dana needs a person now"
    QString text; ///< "Upset"; may be empty
    bool operator==(const NoticeWords &) const = default;
};

/// Codes as core/engine/codes.h lists them; unknown ones are shown readable.
[[nodiscard]] NoticeWords noticeWords(const runtime::Notice &notice, const Profile &profile);

/// The same with its buttons, for the desktop's notifications: first name only, they stand on a locked screen.
[[nodiscard]] runtime::NoticeText noticeText(const runtime::Notice &notice, const Profile &profile);

} // namespace deskbell::ui
