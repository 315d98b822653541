// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/decide.h"

namespace deskbell::engine {

// Who is texted, who is called, who is kept quiet: read-only looks at a thread and what is known of its caller.

struct SpamPoint {
    const char *sign = ""; ///< "short_ring", "many_complaints", …
    int points = 0;
    bool operator==(const SpamPoint &) const = default;
};

struct SpamScore {
    std::vector<SpamPoint> points; ///< only the signs that were seen
    int total = 0;
    [[nodiscard]] QStringList words() const; ///< "short_ring:2"
};

enum class Route {
    Text, ///< the first text may leave
    CallBack, ///< a person calls
    KeepQuiet, ///< on the quiet list
    TellPeople, ///< a person has the thread, or is waited for: they are told
    OpenThread, ///< we are talking already
};

struct Judgement {
    Route route = Route::Text;
    Reason reason = Reason::None;
    SpamScore score;
};

/// The robocall score of the thread's latest episode; every sign and its points are the policy's.
[[nodiscard]] SpamScore spamScore(const ThreadState &state, const Context &context);
/// Someone the shop knows: in its book, vouched for, with a visit, or who wrote to us. Never taken for a robot.
[[nodiscard]] bool isKnown(const ThreadState &state);
/// The policy's table of what counts as missed.
[[nodiscard]] bool countsAsMissed(const Call &call, const Context &context);
/// A conversation is open when somebody wrote something lately and nobody closed it.
[[nodiscard]] bool conversationOpen(const ThreadState &state, const Context &context);
/// What to do about a missed call; the thread's episode holds it already.
[[nodiscard]] Judgement judge(const ThreadState &state, const Call &call, const Context &context);

} // namespace deskbell::engine
