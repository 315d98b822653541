// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/forecastall.h"

#include "core/runtime/engineloop.h"
#include "core/runtime/storeport.h"

#include <algorithm>

namespace deskbell::runtime {
namespace {

constexpr int mostThreads = 5000;
constexpr int mostWaiting = 5000;

using Waiting = QHash<ThreadId, std::vector<engine::PlannedOrder>>;

Result<Waiting> waitingTexts(StorePort &store, Instant until)
{
    const auto ready = store.ready(until, mostWaiting);
    if (!ready)
        return tl::make_unexpected(ready.error());
    Waiting waiting;
    for (const OutboxEntry &entry : *ready) {
        if (std::holds_alternative<engine::order::SendText>(entry.order.what))
            waiting[entry.order.thread].push_back(entry.order);
    }
    return waiting;
}

} // namespace

Result<std::vector<engine::PlannedText>> forecastAll(EngineLoop &loop, Duration ahead)
{
    const engine::Context context = loop.context();
    auto waiting = waitingTexts(loop.store(), context.now + ahead);
    if (!waiting)
        return tl::make_unexpected(waiting.error());
    const auto open = loop.store().openThreads(mostThreads);
    if (!open)
        return tl::make_unexpected(open.error());
    std::vector<engine::PlannedText> texts;
    const auto add = [&](const engine::ThreadState &state) -> Result<void> {
        const std::vector<engine::PlannedOrder> own = waiting->take(state.id);
        const Instant due = engine::nextDue(state, context);
        if (own.empty() && (!due.isSet() || due > context.now + ahead))
            return {};
        const auto known = loop.contextOf(state.caller);
        if (!known)
            return tl::make_unexpected(known.error());
        const auto planned = engine::forecast(state, own, *known, ahead);
        texts.insert(texts.end(), planned.begin(), planned.end());
        return {};
    };
    for (const engine::ThreadState &state : *open) {
        if (auto added = add(state); !added)
            return tl::make_unexpected(added.error());
    }
    for (const ThreadId &left : waiting->keys()) { // texts of threads that are closed already
        const auto stored = loop.thread(left);
        if (stored && stored->has_value()) {
            if (auto added = add((*stored)->state); !added)
                return tl::make_unexpected(added.error());
        }
    }
    std::stable_sort(texts.begin(), texts.end(), [](const auto &a, const auto &b) { return a.at < b.at; });
    return texts;
}

} // namespace deskbell::runtime
