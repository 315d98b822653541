// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/working.h"

namespace deskbell::engine {

void handOver(Working &w, Reason reason, const QString &kind, bool urgent)
{
    ThreadState &s = w.state();
    releaseOffer(w);
    s.urgent = s.urgent || urgent;
    s.escalationKind = kind;
    if (!s.callerWaitsSince.isSet())
        s.callerWaitsSince = w.now();
    s.phase = phase::NeedsPerson{reason, kind, w.now()};
    w.systemLine("escalated", {kind}, w.key(u"escalated:" % QString::number(s.turn)).value);
    w.journal("escalated", {kind});
    const QString word = QString::fromLatin1(wordOf(reason));
    // A person who is waited for is told now, open or closed: the owner's phone decides whether it rings at night.
    w.order(w.key(u"notify:person:" % QString::number(s.turn)),
        order::Notify{urgent ? order::Urgency::Critical : order::Urgency::Normal,
            urgent ? QStringLiteral("urgent") : QStringLiteral("needs_person"), {urgent ? kind : word, kind}},
        0);
    s.lead.outcome = LeadOutcome::Escalated;
}

} // namespace deskbell::engine
