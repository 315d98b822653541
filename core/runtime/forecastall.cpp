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
    const auto add = [&](const engine::ThreadState &state) {
        const auto own = engine::forecast(state, waiting->take(state.id), context, ahead);
        texts.insert(texts.end(), own.begin(), own.end());
    };
    for (const engine::ThreadState &state : *open)
        add(state);
    for (const ThreadId &left : waiting->keys()) { // texts of threads that are closed already
        if (const auto stored = loop.thread(left); stored && stored->has_value())
            add((*stored)->state);
    }
    std::stable_sort(texts.begin(), texts.end(), [](const auto &a, const auto &b) { return a.at < b.at; });
    return texts;
}

} // namespace deskbell::runtime
