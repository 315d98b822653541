// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/nemesis/schedule.h"
#include "tests/nemesis/witness.h"

namespace deskbell::nemesis {

/// What became of one story.
struct Outcome {
    std::optional<Violation> violation;
    quint64 hash = 0; ///< of everything that happened, in order
    QStringList trace; ///< only when asked for
    int sends = 0;
    int cuts = 0; ///< power cuts that happened
    int unclear = 0;
};

/// Before the first: makes Qt's hash tables the same in every run.
void makeRepeatable();
/// Plays a story through the real loop, outbox, due timer, calendar, assistant and store. One thread; nothing outside
/// of it is asked, so the same schedule gives the same outcome. Stops at the first broken promise.
[[nodiscard]] Outcome play(const Schedule &schedule, bool withTrace = false);
/// The same story with as few steps as still break the same promise.
[[nodiscard]] Schedule shorten(const Schedule &schedule, const Violation &violation);
/// For people: the steps, and what happened.
[[nodiscard]] QString storyOf(const Schedule &schedule);

} // namespace deskbell::nemesis
