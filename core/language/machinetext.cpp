// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/machinetext.h"

#include "core/language/normalise.h"
#include "core/language/pattern.h"

namespace deskbell::language {

bool isMachineText(const QString &text)
{
    static const Patterns patterns{
        "im driving with do not disturb",
        "im driving ... see|get|read your message",
        "not receiving notifications",
        "this is an? automatic|automated|auto reply|response|message",
        "auto reply|response",
        "automatic reply|response",
        "out of the? office",
        "sent from my car",
        "currently driving ... auto|automatically",
    };
    return patterns.in(tokenise(normalise(text)));
}

} // namespace deskbell::language
