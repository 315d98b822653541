// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/decide.h"
#include "core/engine/rows.h"

#include <QTimeZone>

namespace deskbell::engine {

/// Tells one thread's story to the engine, fact by fact, on a clock turned by hand. Every decision's orders, lines and
/// reasons are kept, so a test reads like the conversation.
class Story
{
public:
    explicit Story(const QString &startWall = QStringLiteral("2026-12-07T11:00")); // a Monday

    Profile profile;
    ThreadState state;
    Instant now;
    bool textsStopped = false; ///< the big stop
    std::vector<PlannedOrder> orders;
    std::vector<OrderId> cancelled;
    std::vector<HistoryLine> lines;
    std::vector<HistoryChange> changes;
    std::vector<JournalLine> journal;
    std::vector<VisitChange> visitChanges;
    size_t outcomes = 0; ///< how often the record of the latest call was written
    std::vector<ConsentEntry> ledger; ///< of the caller's number, whatever line it was said on

    void tell(const Fact &fact);
    void wait(Duration time) { now = now + time; }
    void at(const QString &wall); ///< business time

    // Shorthand for the usual facts.
    void missed(CallResult result = CallResult::NoAnswer);
    void missedAgo(Duration ago);
    void writes(const QString &body);
    void proposes(const Proposal &proposal, const QString &text = {}, const QStringList &intents = {});
    void accepts(); ///< the provider takes the newest text
    void refuses(int code);
    void delivers(Delivery delivery, int code = 0);
    /// Turns the clock to the thread's next due time and tells it.
    void nextDue();
    [[nodiscard]] Instant due() const { return engine::nextDue(state, {now, profile, textsStopped}); }
    void slotsFound(std::initializer_list<const char *> walls, bool exact = false);
    void booked(bool yes = true);

    [[nodiscard]] Instant wall(const QString &text) const;
    [[nodiscard]] QString wallOf(Instant instant) const;
    [[nodiscard]] QStringList texts() const; ///< bodies of all ordered texts
    [[nodiscard]] QString lastText() const { return texts().isEmpty() ? QString() : texts().last(); }
    [[nodiscard]] int textsOf(TextKind kind) const;
    [[nodiscard]] const PlannedOrder *newestText() const;
    template<class What> [[nodiscard]] const What *newest() const
    {
        for (auto it = orders.rbegin(); it != orders.rend(); ++it) {
            if (const auto *what = std::get_if<What>(&it->what))
                return what;
        }
        return nullptr;
    }
    [[nodiscard]] bool noticed(const QString &code) const;
    [[nodiscard]] bool explained(const QString &code) const;
    [[nodiscard]] Verdict gateNow() const; ///< of the newest text
    template<class P> [[nodiscard]] bool in() const { return std::holds_alternative<P>(state.phase); }

private:
    int m_serial = 0;
};

/// A two-bay shop, Monday to Friday 9 to 18, Saturday 10 to 16, America/Chicago.
[[nodiscard]] Profile shop();

} // namespace deskbell::engine
