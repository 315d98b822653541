// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/numberplan.h"
#include "core/engine/screening.h"

#include <algorithm>

namespace deskbell::engine {
namespace {

/// A machine's message is cut off at once or runs long; a few seconds of voice are somebody who wanted us.
constexpr Duration spokenFrom = 4s;

class Tally
{
public:
    void add(bool seen, const char *sign, int points)
    {
        if (!seen || points == 0)
            return;
        m_score.points.push_back({sign, points});
        m_score.total += points;
    }
    [[nodiscard]] SpamScore take() { return std::move(m_score); }

private:
    SpamScore m_score;
};

bool rangShort(const Episode &episode, const ScreeningRules &rules)
{
    // Nought is a ring time nobody told, and a busy line never rang.
    return episode.rang > Duration(0) && episode.rang < rules.shortRingUnder && episode.voicemail == Duration(0)
        && episode.result != CallResult::Busy;
}

} // namespace

QStringList SpamScore::words() const
{
    QStringList words;
    for (const SpamPoint &point : points)
        words << QString::fromLatin1(point.sign) % u':' % QString::number(point.points);
    return words;
}

SpamScore spamScore(const ThreadState &state, const Context &context)
{
    const ScreeningRules &rules = context.profile.policy.screening;
    const CallerSigns &signs = context.signs;
    const Episode episode = state.episode.value_or(Episode{});
    const int complaints = signs.complaints.complaints;
    const int calls = std::max(signs.callsLastDay, episode.calls);
    const bool isShort = rangShort(episode, rules);
    Tally tally;
    tally.add(complaints >= rules.manyFrom, "many_complaints", rules.manyComplaints);
    tally.add(complaints >= rules.someFrom && complaints < rules.manyFrom, "some_complaints", rules.someComplaints);
    tally.add(isShort, "short_ring", rules.shortRing);
    // Many calls alone are an anxious customer. A machine hangs up fast, every time.
    tally.add(isShort && calls >= rules.repeatsFrom, "repeats", rules.repeats);
    tally.add(signs.neighboursLastHour >= rules.sequentialFrom, "sequential", rules.sequential);
    tally.add(isNeighbour(state.caller, state.line), "neighbour", rules.neighbour);
    const Attestation proof = episode.attestation;
    tally.add(proof == Attestation::Gateway || proof == Attestation::Failed, "poor_attestation", rules.poorAttestation);
    tally.add(proof == Attestation::Full, "full_attestation", rules.fullAttestation);
    tally.add(episode.voicemail >= spokenFrom, "voicemail", rules.voicemail);
    return tally.take();
}

bool isKnown(const ThreadState &state)
{
    return state.vouched || state.tag == ContactTag::Customer || state.tag == ContactTag::Staff
        || state.tag == ContactTag::Supplier || !state.appointments.empty()
        || (state.lastInboundAt.isSet() && state.lead.outcome != LeadOutcome::WrongNumber);
}

} // namespace deskbell::engine
