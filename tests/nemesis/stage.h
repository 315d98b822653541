// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/nemesis/play.h"
#include "tests/nemesis/shop.h"

namespace deskbell::nemesis {

/// Where a story is played: the world, the shop's process and the witness, step by step.
class Stage
{
public:
    /// \p folder not empty: there lies the shop's file.
    Stage(const Schedule &schedule, bool withTrace, const QString &folder = {});

    /// Starts the process, for the first time.
    void begin();
    void happen(const Step &step);
    /// The same step once more, as of \p at: the world remembers it, and a person who saw no effect presses again.
    void happenAgain(const Step &step, Instant at);
    /// Time passes, with as many restarts as power cuts.
    void turn(Duration time);
    void afterStep() { m_witness.afterStep(); }
    /// No more faults, three days, and the reckoning.
    void calmDown();

    [[nodiscard]] Company &company() { return m_company; }
    [[nodiscard]] Witness &witness() { return m_witness; }
    [[nodiscard]] Instant now() const { return m_clock.now(); }
    [[nodiscard]] Outcome outcome();
    void trace(const QString &words);
    /// Called for each text that a caller will see.
    void setTaken(std::function<void(const Accepted &)> taken) { m_taken = std::move(taken); }

private:
    void handedOver(const runtime::OutgoingText &text, bool barrier);
    void accepted(const Accepted &text);
    void start();
    void restart(const char *where);
    [[nodiscard]] Instant at() const { return m_at.isSet() ? m_at : m_clock.now(); }
    [[nodiscard]] Call call(const Step &step) const;
    void happenCall(const Step &step);
    void happenText(const Step &step, const QString &body);
    void act(const Step &step, engine::Fact fact, const QString &id);
    void act(const Step &step, engine::Fact fact);
    void reply(const Step &step);
    void settleUnclear(const Step &step);
    void block(const Step &step);
    void changePolicy(const Step &step);
    void happenNow(const Step &step);

    const Schedule &m_schedule;
    bool m_withTrace;
    Outcome m_outcome;
    Profile m_profile;
    ManualClock m_clock;
    Witness m_witness;
    Company m_company;
    Shop m_shop;
    std::function<void(const Accepted &)> m_taken;
    Instant m_at; ///< when it happened, of a step that is told again
};

} // namespace deskbell::nemesis
