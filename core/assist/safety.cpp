// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assist/safety.h"

#include "core/assist/answers.h"
#include "core/engine/safety.h"
#include "core/language/triggers.h"

namespace deskbell::assist {

using engine::Turn;
namespace proposal = engine::proposal;

namespace {

/// The engine's own words: it says them too when no assistant is asked.
QString dangerText(const Situation &s)
{
    const QString &kind = s.heard.urgency->kind;
    return engine::safetyText(s.profile, kind, language::levelOf(kind, s.heard.urgency->rule), s.now);
}

QString openingWords(const Situation &s)
{
    if (isOpen(s.profile.hours, s.now, s.profile.zone))
        return QStringLiteral("Of course. The team has your message and a person will get back to you.");
    return QStringLiteral(
        "Of course. We're closed right now; the team has your message and a person will get back to you.");
}

} // namespace

std::optional<Turn> safetyFirst(const Situation &s)
{
    if (s.heard.optOut)
        return plainTurn(proposal::OptOut{s.text.simplified().left(160)}, {}, "opt_out");
    if (s.heard.urgency)
        return plainTurn(proposal::HandOver{s.heard.urgency->kind, s.heard.urgency->rule, true}, dangerText(s), "urgent");
    if (s.heard.has("wrong_number"))
        return plainTurn(proposal::WrongNumber{}, {}, "wrong_number");
    if (s.heard.has("human")) {
        const QString words = s.profile.words.handOver.isEmpty() ? openingWords(s) : QString();
        return plainTurn(proposal::HandOver{QStringLiteral("human"), QStringLiteral("asked"), false}, words, "human");
    }
    const bool noLead = s.heard.has("job_status") || s.heard.has("supplier") || s.heard.has("job_seeker");
    if (noLead && !s.wish && !s.heard.has("ask_price") && s.state.offer.empty())
        return plainTurn(proposal::HandOver{{}, QStringLiteral("question"), false}, {}, "hand_over");
    if (s.heard.has("ask_bot"))
        return plainTurn(proposal::JustReply{},
            QStringLiteral("Yes, this is %1's automated assistant. Reply CALL and a person will get back to you.")
                .arg(s.profile.name),
            "bot");
    if (s.heard.has("ask_who") && s.heard.services.empty())
        return plainTurn(proposal::JustReply{},
            QStringLiteral("This is %1. You called us and we missed it. What can we do for you?").arg(s.profile.name),
            "who");
    return std::nullopt;
}

} // namespace deskbell::assist
