// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/appointment.h"
#include "core/domain/call.h"

#include <QDate>
#include <QTimeZone>
#include <optional>
#include <vector>

namespace deskbell::engine {

// The published definitions of docs/counters.md, in code and nowhere else. Pure; any thread.
//
//   missed          an episode nobody answered: one, however often the caller redialled
//   texted          a text of ours was accepted by the provider after it
//   replied         the caller wrote back after that; not an opt-out, not HELP, not a machine's "I'm driving"
//   recovered       replied, and within seven days of the call: a visit that still stands, a visit made on the phone, or
//                   a person who took it up (their text, or a talk on the phone)
//   booked          recovered by a visit, made in texts or on the phone
//   self-recovered  the caller rang again and somebody answered before they had replied to a text; reported, never counted
//   set aside       staff, suppliers, callers about a visit they have, wrong numbers, spam, and calls that the shop's own
//                   rules do not count as missed (hung up in the first second): in none of the counts above
//
// All are counted in the week of the missed call, by the shop's wall time, weeks beginning on Monday (ISO 8601): a late
// success changes the week of its call, never the running one.

constexpr Duration recoveredWithin = 7 * 24h;

/// Why an episode is in none of the counts.
enum class Aside { None, Staff, Supplier, Status, WrongNumber, Spam, NotCounted };

/// What became of one missed call. One record for each episode, kept for ever under the id of its first call.
struct EpisodeRecord {
    CallId call;
    Instant at; ///< of the first call
    int calls = 1;
    Instant textedAt{}; ///< not set: never
    Instant repliedAt{};
    Instant bookedAt{}; ///< in texts
    AppointmentId visit{}; ///< of that booking while it stands; moved: the new one; called off: empty
    Instant phoneBookedAt{}; ///< a person booked it on a call-back
    Instant takenUpAt{}; ///< by a person, after the caller had replied
    Instant gotThroughAt{}; ///< rang again and was answered before having replied
    Aside aside = Aside::None;
    bool operator==(const EpisodeRecord &) const = default;
};

[[nodiscard]] bool isCounted(const EpisodeRecord &record);
[[nodiscard]] bool isTexted(const EpisodeRecord &record);
[[nodiscard]] bool hasReplied(const EpisodeRecord &record);
[[nodiscard]] bool isBooked(const EpisodeRecord &record);
[[nodiscard]] bool isRecovered(const EpisodeRecord &record);
[[nodiscard]] bool isSelfRecovered(const EpisodeRecord &record);

struct OutcomeCounters {
    int missed = 0;
    int texted = 0;
    int replied = 0;
    int recovered = 0;
    int booked = 0;
    int selfRecovered = 0;
    int setAside = 0;
    bool operator==(const OutcomeCounters &) const = default;
};

[[nodiscard]] OutcomeCounters countOutcomes(const std::vector<EpisodeRecord> &records);

/// A week as it is named and as it lies in time.
struct Week {
    QDate monday;
    [[nodiscard]] QString name() const; ///< "2026-W48"
    [[nodiscard]] Instant begin(const QTimeZone &zone) const;
    [[nodiscard]] Instant end(const QTimeZone &zone) const; ///< exclusive
    bool operator==(const Week &) const = default;
};
[[nodiscard]] Week weekOf(Instant at, const QTimeZone &zone);
/// Reads "2026-W48"; nothing when there is no such week.
[[nodiscard]] std::optional<Week> readWeek(const QString &name);

} // namespace deskbell::engine
