// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assist/safety.h"

namespace deskbell::assist {

using engine::Turn;
namespace proposal = engine::proposal;

namespace {

Turn turn(engine::Proposal what, const QString &text, const char *rule)
{
    Turn t;
    t.proposal = std::move(what);
    t.text = text;
    t.rule = QString::fromLatin1(rule);
    return t;
}

/// Short, and true whether or not somebody has been reached yet.
QString dangerText(const Situation &s)
{
    const QString number = emergencyNumber(s.profile);
    const bool northAmerica = number == QLatin1String("911");
    const QString passing = QStringLiteral("I'm passing this to a person on our team now.");
    if (s.heard.urgency->kind == QLatin1String("self_harm")) {
        return (northAmerica ? QStringLiteral("Please call or text 988 now, or %1 if you are in danger. You don't have "
                                              "to go through this alone. ")
                                   .arg(number)
                             : QStringLiteral(
                                 "Please call %1 now if you are in danger. You don't have to go through this alone. ")
                                   .arg(number))
            + passing;
    }
    if (s.heard.urgency->life)
        return QStringLiteral("If anyone is in danger, call %1 now. ").arg(number) + passing;
    return passing + QStringLiteral(" If anyone is in danger, call %1.").arg(number);
}

QString openingWords(const Situation &s)
{
    if (isOpen(s.profile.hours, s.now, s.profile.zone))
        return QStringLiteral("Of course. The team has your message and a person will get back to you.");
    return QStringLiteral(
        "Of course. We're closed right now; the team has your message and a person will get back to you.");
}

} // namespace

QString emergencyNumber(const Profile &profile)
{
    const QString &number = profile.phone.e164;
    const struct {
        const char *prefix;
        const char *emergency;
    } table[] = {{"+1", "911"}, {"+44", "999"}, {"+61", "000"}, {"+64", "111"}};
    for (const auto &row : table) {
        if (number.startsWith(QLatin1String(row.prefix)))
            return QString::fromLatin1(row.emergency);
    }
    return number.isEmpty() ? QStringLiteral("911")
                            : QStringLiteral("112"); // most of the world, and every mobile phone
}

std::optional<Turn> safetyFirst(const Situation &s)
{
    if (s.heard.optOut)
        return turn(proposal::OptOut{s.text.simplified().left(160)}, {}, "opt_out");
    if (s.heard.urgency)
        return turn(proposal::HandOver{s.heard.urgency->kind, s.heard.urgency->rule, true}, dangerText(s), "urgent");
    if (s.heard.has("wrong_number"))
        return turn(proposal::WrongNumber{}, {}, "wrong_number");
    if (s.heard.has("human")) {
        const QString words = s.profile.words.handOver.isEmpty() ? openingWords(s) : QString();
        return turn(proposal::HandOver{QStringLiteral("human"), QStringLiteral("asked"), false}, words, "human");
    }
    const bool noLead = s.heard.has("job_status") || s.heard.has("supplier") || s.heard.has("job_seeker");
    if (noLead && !s.wish && !s.heard.has("ask_price") && s.state.offer.empty())
        return turn(proposal::HandOver{{}, QStringLiteral("question"), false}, {}, "hand_over");
    if (s.heard.has("ask_bot"))
        return turn(proposal::JustReply{},
            QStringLiteral("Yes, this is %1's automated assistant. Reply CALL and a person will get back to you.")
                .arg(s.profile.name),
            "bot");
    if (s.heard.has("ask_who") && s.heard.services.empty())
        return turn(proposal::JustReply{},
            QStringLiteral("This is %1. You called us and we missed it. What can we do for you?").arg(s.profile.name),
            "who");
    return std::nullopt;
}

} // namespace deskbell::assist
