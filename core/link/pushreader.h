// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/link/records.h"

#include <variant>

namespace deskbell::link {

struct PushFrame {
    quint64 seq = 0;
    struct CallMissed {
        CallRecord call;
    };
    struct CallUpdated {
        CallRecord call;
    };
    struct Text {
        TextRecord text;
    };
    struct Skipped {
        QString type;
    }; ///< a type nobody here knows; printable and short
    struct Spoilt {
        BadRow row;
    }; ///< a known type whose object cannot be used
    std::variant<Skipped, CallMissed, CallUpdated, Text, Spoilt> what;
};

/// One text frame: {"type": …, "seq": N, "call" or "message": the object of the lists}, members in any order.
/// Errors: Malformed; then not even the number could be read.
[[nodiscard]] Result<PushFrame> readFrame(QStringView frame);

} // namespace deskbell::link
