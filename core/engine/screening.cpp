// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/working.h"

namespace deskbell::engine {

Reason screen(const ThreadState &state, const Call &call, const Context &context)
{
    if (state.caller.isWithheld())
        return Reason::Withheld;
    if (state.optOut)
        return Reason::OptedOut;
    switch (state.lineType) {
    case LineType::Landline: return Reason::Landline;
    case LineType::TollFree: return Reason::TollFree;
    case LineType::Premium: return Reason::Premium;
    case LineType::Unknown:
    case LineType::Mobile:
    case LineType::Voip: break;
    }
    const Instant over = call.endedAt.isSet() ? call.endedAt : call.startedAt;
    if (context.now - over > context.profile.policy.firstTextFresh)
        return Reason::LateDiscovery;
    return Reason::None;
}

} // namespace deskbell::engine
