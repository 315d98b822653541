// SPDX-License-Identifier: GPL-3.0-or-later
// The caller's last word has no answer. Whatever the reason, after a while people are reminded; once for each wait.
#include "core/engine/working.h"

namespace deskbell::engine {

Instant watchAt(const ThreadState &state, const Policy &policy)
{
    const bool pagedAnyway = state.alert.has_value();
    const bool onTheQueue = state.callback && !state.callback->done;
    if (!state.callerWaitsSince.isSet() || state.watched == state.callerWaitsSince || state.held() || state.optOut || pagedAnyway
        || onTheQueue || std::holds_alternative<phase::Closed>(state.phase))
        return {}; // each of these has somebody who looks at it, or a rule of its own
    return state.callerWaitsSince + policy.promiseWatch;
}

void onWatchDue(Working &w)
{
    ThreadState &s = w.state();
    s.watched = s.callerWaitsSince;
    w.journal("waiting", {QString::number((w.now() - s.callerWaitsSince) / 1min)});
    if (!std::holds_alternative<phase::NeedsPerson>(s.phase)) {
        releaseOffer(w);
        withdrawAutomaticTexts(w);
        s.phase = phase::NeedsPerson{Reason::HolderSilent, {}, w.now()};
    }
    notify(w, order::Urgency::Normal, "waiting", {}, QString::number(s.callerWaitsSince.ms));
}

} // namespace deskbell::engine
