// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/ports.h"

namespace deskbell::runtime {

/// A notice in words for people. Made in ui/words and handed down as a function, because nothing here has words.
/// Plain text, never the text of a message: it is shown on a locked screen too.
struct NoticeText {
    QString title;
    QString body; ///< may be empty
    QString takeLabel; ///< "Take it now"; empty: nothing to take
    QString openLabel; ///< "Open"
    QString seenLabel{}; ///< "I deal with it"; empty: nobody is being called
    bool operator==(const NoticeText &) const = default;
};

using NoticeWords = std::function<NoticeText(const Notice &)>;

} // namespace deskbell::runtime
