// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/forecast.h"

#include "core/engine/working.h"

#include <algorithm>

namespace deskbell::engine {
namespace {

constexpr int mostSteps = 64; // a thread that wants more in a day than this is broken, not busy

/// Plays the rules themselves on a copy: what a separate calculation would say could differ from what they do.
class Future
{
public:
    Future(ThreadState state, std::vector<PlannedOrder> waiting, const Context &now, Duration ahead)
        : m_state(std::move(state))
        , m_context(now)
        , m_end(now.now + ahead)
    {
        for (PlannedOrder &order : waiting)
            m_queue.push_back({std::move(order), {}, true});
    }

    std::vector<PlannedText> played()
    {
        for (int step = 0; step < mostSteps && advance(); ++step) { }
        return std::move(m_texts);
    }

private:
    struct Queued {
        PlannedOrder order;
        QString rule;
        bool waiting = false;
    };

    [[nodiscard]] Context at(Instant when) const
    {
        Context then = m_context; // who said no stays so
        then.now = when;
        return then;
    }

    /// One event further; false when nothing more happens in time.
    bool advance()
    {
        const auto next = std::min_element(m_queue.begin(), m_queue.end(),
            [](const Queued &a, const Queued &b) { return a.order.notBefore < b.order.notBefore; });
        const Instant due = nextDue(m_state, at(m_now));
        const Instant leaves = next == m_queue.end() ? Instant{} : std::max(m_context.now, next->order.notBefore);
        const bool textFirst = leaves.isSet() && (!due.isSet() || leaves <= due);
        const Instant when = std::max(m_now, textFirst ? leaves : due);
        if ((!leaves.isSet() && !due.isSet()) || when > m_end)
            return false;
        m_now = when;
        if (textFirst)
            leave(next);
        else
            tell(fact::Due{due});
        return true;
    }

    void leave(std::vector<Queued>::iterator queued)
    {
        const Queued one = *queued;
        const Verdict verdict = gate(one.order, m_state, at(m_now));
        if (const auto *wait = std::get_if<verdict::Wait>(&verdict)) {
            queued->order.notBefore = wait->until;
            return;
        }
        m_queue.erase(queued);
        const auto *no = std::get_if<verdict::Cancel>(&verdict);
        if (!no)
            note(one);
        tell(fact::OrderSettled{one.order.id, no ? fact::Ending::Cancelled : fact::Ending::Done, {}, 0, no ? no->reason : QString()});
    }

    void note(const Queued &one)
    {
        const auto &text = std::get<order::SendText>(one.order.what);
        if (isAutomatic(text.kind))
            m_texts.push_back({one.order.thread, one.order.id, text.kind, m_now, text.body, one.rule, one.waiting});
    }

    void tell(const Fact &fact)
    {
        Decision d = decide(std::move(m_state), fact, at(m_now));
        m_state = std::move(d.next);
        for (const OrderId &gone : d.cancelled)
            std::erase_if(m_queue, [&](const Queued &one) { return one.order.id == gone; });
        for (PlannedOrder &order : d.orders) {
            if (std::holds_alternative<order::SendText>(order.what))
                m_queue.push_back({order, ruleOf(d, order.id), false});
        }
    }

    [[nodiscard]] static QString ruleOf(const Decision &d, const OrderId &order)
    {
        const auto line = std::find_if(
            d.history.begin(), d.history.end(), [&](const HistoryLine &one) { return one.id == order.value; });
        return line == d.history.end() ? QString() : line->rule;
    }

    ThreadState m_state;
    const Context m_context;
    const Instant m_end;
    Instant m_now = m_context.now;
    std::vector<Queued> m_queue;
    std::vector<PlannedText> m_texts;
};

} // namespace

std::vector<PlannedText> forecast(
    const ThreadState &state, const std::vector<PlannedOrder> &waiting, const Context &context, Duration ahead)
{
    return Future(state, waiting, context, ahead).played();
}

} // namespace deskbell::engine
