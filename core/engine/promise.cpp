// SPDX-License-Identifier: GPL-3.0-or-later
// The promise ledger: what we told callers we would do, by when, and who said so.
#include "core/engine/working.h"
#include "core/language/promises.h"

#include <algorithm>

namespace deskbell::engine {
namespace {

constexpr size_t rememberedPromises = 6;

/// A day without an hour means until the shop closes; where it is closed all day, until evening.
Instant endOfDay(const Profile &profile, QDate day)
{
    const auto &open = profile.hours.on(day);
    return toInstant(day, open.empty() ? QTime(18, 0) : open.back().to, profile.zone);
}

Instant dueOf(const language::PromiseWords &said, const Working &w)
{
    if (said.within > 0ms)
        return w.now() + said.within;
    const QDateTime wall = toWall(w.now(), w.profile().zone);
    const QDate day = said.day.isValid() ? said.day : wall.date();
    if (!said.time.isValid())
        return endOfDay(w.profile(), day);
    const Instant at = toInstant(day, said.time, w.profile().zone);
    // "By 9:30", said in the evening, is tomorrow's.
    return at > w.now() || said.day.isValid() ? at : toInstant(day.addDays(1), said.time, w.profile().zone);
}

/// A promised call stands on the call-back queue, whether or not the caller stood there before.
void putOnQueue(Working &w, const Promise &promise)
{
    ThreadState &s = w.state();
    if (!s.callback || s.callback->done) {
        s.callback = CallbackItem{};
        s.callback->reason = Reason::Promised;
        s.callback->since = w.now();
        s.callbackBefore.reset();
        w.journal("callback", {QString::fromLatin1(wordOf(Reason::Promised))});
    }
    s.callback->promise = promise.words;
    s.callback->promisedBy = promise.by;
    s.callback->dueAt = promise.dueAt;
}

void end(Working &w, Promise &promise, PromiseEnd how)
{
    promise.end = how;
    promise.endedAt = w.now();
    w.journal(how == PromiseEnd::Kept ? "promise.kept" : "promise.broken", {promise.by});
}

} // namespace

void noteOutgoing(Working &w, const QString &body, const QString &by)
{
    const auto said = language::findPromise(body, toWall(w.now(), w.profile().zone));
    if (!said)
        return;
    ThreadState &s = w.state();
    // A new time for the same thing takes the place of the old one: "make that ten".
    std::erase_if(s.promises, [&](const Promise &one) { return one.end == PromiseEnd::Open && one.call == said->call; });
    s.promises.push_back({said->words, said->call, w.now(), dueOf(*said, w), by, PromiseEnd::Open, {}});
    if (s.promises.size() > rememberedPromises)
        s.promises.erase(s.promises.begin());
    const Promise &promise = s.promises.back();
    w.journal("promise.made", {by, promise.dueAt.utc().toString(Qt::ISODate)});
    if (promise.call)
        putOnQueue(w, promise);
}

void keepPromises(Working &w, PromiseBy how)
{
    for (Promise &promise : w.state().promises) {
        if (promise.end == PromiseEnd::Open && (how == PromiseBy::Call || !promise.call))
            end(w, promise, PromiseEnd::Kept);
    }
}

void dropPromises(Working &w)
{
    const auto open = [](const Promise &one) { return one.end == PromiseEnd::Open; };
    if (std::erase_if(w.state().promises, open) > 0)
        w.journal("promise.dropped");
}

Instant promiseDueAt(const ThreadState &state)
{
    Instant at;
    for (const Promise &promise : state.promises) {
        if (promise.end == PromiseEnd::Open && (!at.isSet() || promise.dueAt < at))
            at = promise.dueAt;
    }
    return at;
}

void onPromiseDue(Working &w)
{
    ThreadState &s = w.state();
    for (Promise &promise : s.promises) {
        if (promise.end != PromiseEnd::Open || promise.dueAt > w.now())
            continue;
        end(w, promise, PromiseEnd::Broken);
        const QString id = QString::number(promise.madeAt.ms);
        w.systemLine("promise_broken", {promise.words, promise.by}, w.key(u"promise_broken:" % id).value);
        w.order(w.key(u"notify:promise_broken:" % id),
            order::Notify{order::Urgency::Normal, QStringLiteral("promise_broken"), {promise.by, promise.words}}, 0);
        const bool free = !s.held() && !s.optOut && !std::holds_alternative<phase::NeedsPerson>(s.phase);
        if (!promise.call && free)
            s.phase = phase::NeedsPerson{Reason::Promised, {}, w.now()};
    }
}

} // namespace deskbell::engine
