// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbering/caps.h"

#include <algorithm>

namespace deskbell::numbering {
namespace {

constexpr int mostPerDay = 2;
constexpr size_t mostInAll = 3; // the first text and two follow-ups

/// When fewer than \p most of the instants lie within the time before.
Instant freeFrom(const std::vector<Instant> &sent, int most, Duration within, Instant at)
{
    const auto wanted = static_cast<size_t>(most);
    if (sent.size() < wanted)
        return at;
    return std::max(at, sent[sent.size() - wanted] + within);
}

void putOff(CapAnswer &answer, Instant freeAt, const QString &rule)
{
    if (freeAt <= *answer.freeAt)
        return;
    answer.freeAt = freeAt;
    answer.rule = rule;
}

} // namespace

CapAnswer askCaps(const std::vector<const HoursRule *> &rules, const TextsSoFar &texts, Instant at)
{
    std::vector<Instant> unanswered = texts.sent;
    std::erase_if(unanswered, [&](Instant sent) { return sent <= texts.lastWord; });
    if (unanswered.size() >= mostInAll)
        return {std::nullopt, QStringLiteral("cap:all")};
    CapAnswer answer{at, {}};
    putOff(answer, freeFrom(unanswered, mostPerDay, 24h, at), QStringLiteral("cap:24h"));
    for (const HoursRule *rule : rules) {
        if (rule->most > 0) {
            const auto &counted = rule->capWithoutReply ? unanswered : texts.sent;
            putOff(answer, freeFrom(counted, rule->most, rule->capWithin, at), u"cap:" % QString::fromLatin1(rule->name));
        }
    }
    return answer;
}

} // namespace deskbell::numbering
