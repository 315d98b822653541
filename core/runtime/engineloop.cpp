// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/engineloop.h"

#include "core/base/crashpoint.h"
#include "core/base/log.h"
#include "core/base/match.h"

#include <algorithm>

namespace deskbell::runtime {
namespace {

// A group pays one sync for all its facts. Larger groups win nothing measurable and make the first text wait.
constexpr size_t largestGroup = 256; // of one kind of facts
constexpr size_t mostTogether = 2 * largestGroup;
// A group that conflicts again and again holds one fact that can never be kept: facts are then taken singly until it
// shows itself.
constexpr int conflictsBeforeSingles = 3;
constexpr int conflictsBeforeQuarantine = 6;
constexpr size_t outcomesBacklog = 512;
// Delivery reports are told again by the provider's list, so they wait longest; but memory is not for them alone.
constexpr size_t reportsBacklog = 20000;
// The cache only spares reading back what was just written; a thread not in it is one indexed read away.
constexpr size_t cachedThreads = 20000;

OrderStanding standingAfter(engine::fact::Ending ending)
{
    switch (ending) {
    case engine::fact::Ending::Done: return OrderStanding::Done;
    case engine::fact::Ending::Failed: return OrderStanding::Failed;
    case engine::fact::Ending::Unclear: return OrderStanding::Unclear;
    case engine::fact::Ending::Cancelled: return OrderStanding::Cancelled;
    }
    return OrderStanding::Unclear;
}

std::vector<OrderMark> marksOf(const Arrival &arrival)
{
    std::vector<OrderMark> marks = arrival.marks;
    if (const auto *settled = std::get_if<engine::fact::OrderSettled>(&arrival.fact))
        marks.push_back({settled->order, standingAfter(settled->ending), settled->text, false});
    if (const auto *lost = std::get_if<engine::fact::SendNotFound>(&arrival.fact))
        marks.push_back({lost->order, OrderStanding::Unclear, {}, true});
    return marks;
}

} // namespace

EngineLoop::EngineLoop(StorePort &store, Clock &clock, Profile profile, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_profile(std::move(profile))
    , m_textsStop(TextsStop::fromMark(store.cursor(TextsStop::stream()).value_or(QString())))
    , m_drain(clock.makeAlarm([this] { drain(); }))
{
}

void EngineLoop::stopTexts(bool on, const QString &seat)
{
    if (on == m_textsStop.on)
        return;
    m_textsStop = {on, seat, m_clock.now()};
    const auto code = on ? QStringLiteral("texts.stopped") : QStringLiteral("texts.resumed");
    if (auto kept = m_store.addJournal({m_clock.now(), code, {seat}, {}}); !kept)
        qCWarning(logRuntime).noquote() << "journal:" << kept.error().detail;
    moveCursor({TextsStop::stream(), m_textsStop.mark()});
    Q_EMIT textsStopChanged(m_textsStop);
}

void EngineLoop::wake() { m_drain->set(m_failures ? m_clock.now() + std::min<Duration>(m_failures * 1s, 30s) : m_clock.now()); }

EngineLoop::Queue &EngineLoop::queueOf(const engine::Fact &fact)
{
    if (std::holds_alternative<engine::fact::DeliveryChanged>(fact))
        return m_reports;
    const auto *settled = std::get_if<engine::fact::OrderSettled>(&fact);
    return settled && settled->ending == engine::fact::Ending::Done ? m_outcomes : m_urgent;
}

void EngineLoop::put(Arrival arrival)
{
    crashPoint("intake.before");
    const bool first = waiting() == 0;
    if (arrival.cursor)
        moveCursor(*arrival.cursor);
    queueOf(arrival.fact).push_back(std::move(arrival));
    if (first)
        wake();
}

void EngineLoop::moveCursor(const Cursor &cursor)
{
    m_cursors.insert(cursor.stream, cursor.value);
    if (waiting() == 0)
        wake();
}

void EngineLoop::malformed(const QString &where, const QString &detail)
{
    ++m_malformed;
    qCWarning(logRuntime).noquote() << "not understood:" << where << detail;
    if (auto kept = m_store.addJournal({m_clock.now(), QStringLiteral("malformed"), {where, detail.left(400)}, {}}); !kept)
        qCWarning(logRuntime).noquote() << "journal:" << kept.error().detail;
    Q_EMIT inputMalformed(where, detail);
}

void EngineLoop::linkChanged(const LinkState &state)
{
    if (state == m_link)
        return;
    m_link = state;
    Q_EMIT linkStateChanged(m_link);
}

bool EngineLoop::isOurs(const ProviderId &text)
{
    const auto thread = m_store.threadOfText(text);
    return thread && thread->has_value();
}

bool EngineLoop::mayBeOurs(const PhoneNumber &to)
{
    const auto doubts = m_store.inDoubt();
    if (!doubts)
        return true; // when in doubt nobody is accused
    return std::any_of(doubts->begin(), doubts->end(), [&](const OutboxEntry &entry) {
        const auto *text = std::get_if<engine::order::SendText>(&entry.order.what);
        return text && text->to == to;
    });
}

QString EngineLoop::cursor(const QString &stream) { return m_store.cursor(stream).value_or(QString()); }

void EngineLoop::setProfile(Profile profile)
{
    m_profile = std::move(profile);
    Q_EMIT profileChanged();
}

Result<std::optional<StoredThread>> EngineLoop::thread(const ThreadId &id)
{
    if (const auto it = m_cache.find(id); it != m_cache.cend())
        return std::optional(it->second);
    return m_store.load(id);
}

Result<ThreadId> EngineLoop::addressOf(const Arrival &arrival)
{
    if (!arrival.thread.isEmpty())
        return arrival.thread;
    if (const auto *delivery = std::get_if<engine::fact::DeliveryChanged>(&arrival.fact)) {
        const auto owner = m_store.threadOfText(delivery->text);
        if (!owner)
            return tl::make_unexpected(owner.error());
        if (*owner)
            return **owner;
        // The text was accepted a moment ago and is not on disk yet; the adapter says whose it is.
        if (arrival.caller.isWithheld() || arrival.line.isWithheld())
            return ThreadId{};
    }
    return engine::threadOf(arrival.caller, arrival.line);
}

std::vector<Arrival> EngineLoop::takeGroup()
{
    std::vector<Arrival> group;
    const bool single = m_conflicts >= conflictsBeforeSingles;
    const auto take = [&](Queue &queue, size_t more) {
        const size_t upTo = single ? 1 : std::min(group.size() + more, mostTogether);
        while (!queue.empty() && group.size() < upTo) {
            group.push_back(std::move(queue.front()));
            queue.pop_front();
        }
    };
    // Callers first; but outcomes that pile up are texts of unknown fate after a crash, so they ride along. They order
    // no texts, so the limit is not for them.
    const size_t limit = m_groupLimit ? m_groupLimit() : 0;
    take(m_urgent, limit > 0 ? std::min(limit, largestGroup) : largestGroup);
    const bool busy = !m_urgent.empty();
    if (!busy || m_outcomes.size() > outcomesBacklog)
        take(m_outcomes, largestGroup);
    if (!busy || m_reports.size() > reportsBacklog)
        take(m_reports, busy ? largestGroup / 4 : largestGroup);
    return group;
}

void EngineLoop::giveBack(std::vector<Arrival> group)
{
    for (auto it = group.rbegin(); it != group.rend(); ++it)
        queueOf(it->fact).push_front(std::move(*it));
}

Result<void> EngineLoop::dropRepeated(std::vector<Arrival> &group)
{
    QStringList ids;
    for (const Arrival &arrival : group)
        ids << arrival.id;
    auto known = m_store.consumed(ids);
    if (!known)
        return tl::make_unexpected(known.error());
    QSet<engine::FactId> seen = std::move(*known);
    std::erase_if(group, [&](const Arrival &arrival) {
        const bool repeated = seen.contains(arrival.id);
        seen.insert(arrival.id);
        return repeated;
    });
    return {};
}

/// From memory, disk, or new. What comes from memory is back there when the group is kept; if it is not, memory is
/// emptied anyway.
Result<void> EngineLoop::bring(const ThreadId &id, const Arrival &arrival, ThreadsById &touched)
{
    if (touched.contains(id))
        return {};
    if (auto node = m_cache.extract(id)) {
        touched.insert(std::move(node));
        return {};
    }
    auto loaded = m_store.load(id);
    if (!loaded)
        return tl::make_unexpected(loaded.error());
    if (!*loaded) {
        loaded->emplace(StoredThread{engine::newThread(arrival.caller, arrival.line), 0});
        (*loaded)->state.id = id;
    }
    touched.emplace(id, *std::move(*loaded));
    return {};
}

Result<std::vector<KeptStep>> EngineLoop::decideAll(const std::vector<Arrival> &group, ThreadsById &touched, ConsentByNumber &said)
{
    std::vector<KeptStep> steps;
    steps.reserve(group.size());
    engine::Context c = context();
    for (const Arrival &arrival : group) {
        const auto id = addressOf(arrival);
        if (!id)
            return tl::make_unexpected(id.error());
        if (id->isEmpty())
            continue; // a delivery report for a text of another system
        if (auto brought = bring(*id, arrival, touched); !brought)
            return tl::make_unexpected(brought.error());
        StoredThread &stored = touched.at(*id);
        if (stored.version == 0 && arrival.line.isWithheld() && arrival.caller.isWithheld())
            continue; // a fact about a thread that never was
        if (auto looked = lookAround(arrival.fact, stored.state, c); !looked)
            return tl::make_unexpected(looked.error());
        const PhoneNumber &caller = stored.state.caller;
        if (!said.contains(caller.e164)) {
            auto latest = m_store.consent(caller);
            if (!latest)
                return tl::make_unexpected(latest.error());
            said.insert(caller.e164, std::move(*latest));
        }
        c.consent = said.value(caller.e164);
        KeptStep step{arrival.fact, {arrival.id, *id, stored.version, engine::decide(stored.state, arrival.fact, c), {},
                            marksOf(arrival), {}}};
        if (m_watch)
            m_watch->note(arrival.fact, step.record.decision, c.now);
        step.record.dueAt = engine::nextDue(step.record.decision.next, c);
        // A moment rings once. What was due before this fact let it count gets a moment of its own: the old one may have
        // rung already, for something else.
        if (step.record.dueAt.isSet() && step.record.dueAt < c.now)
            step.record.dueAt = c.now + 1ms;
        for (const engine::ConsentEntry &entry : step.record.decision.consent)
            said.insert(entry.number.e164, entry);
        stored.state = step.record.decision.next;
        ++stored.version;
        steps.push_back(std::move(step));
    }
    return steps;
}

Result<void> EngineLoop::lookAround(const engine::Fact &fact, const engine::ThreadState &state, engine::Context &context)
{
    if (!m_watch)
        return {};
    auto signs = m_watch->signsFor(fact, state, context);
    if (!signs)
        return tl::make_unexpected(signs.error());
    context.signs = std::move(*signs);
    return {};
}

Result<void> EngineLoop::keep(const std::vector<Arrival> &group)
{
    ThreadsById touched;
    ConsentByNumber said; // with what this very group adds
    crashPoint("decide.before");
    auto steps = decideAll(group, touched, said);
    if (!steps)
        return tl::make_unexpected(steps.error());
    Commit commit;
    commit.now = m_clock.now();
    // Facts are kept urgent ones first, in groups: a cursor must not overtake a fact that still waits.
    const bool nothingWaits = waiting() == 0;
    for (auto it = m_cursors.cbegin(); nothingWaits && it != m_cursors.cend(); ++it)
        commit.cursors.push_back({it.key(), it.value()});
    commit.steps.reserve(steps->size());
    if (m_claimer)
        m_claimer(*steps, touched, said);
    for (KeptStep &step : *steps)
        commit.steps.push_back(std::move(step.record));
    crashPoint("decide.after");
    const auto started = m_store.commit(commit);
    if (!started)
        return tl::make_unexpected(started.error());
    crashPoint("intake.after");
    for (size_t i = 0; i < steps->size(); ++i)
        (*steps)[i].record = std::move(commit.steps[i]);
    if (nothingWaits)
        m_cursors.clear();
    remember(std::move(touched));
    spreadConsent(*steps);
    Q_EMIT committed(*steps, *started);
    return {};
}

Result<engine::Context> EngineLoop::contextOf(const PhoneNumber &caller)
{
    engine::Context c = context();
    auto latest = m_store.consent(caller);
    if (!latest)
        return tl::make_unexpected(latest.error());
    c.consent = std::move(*latest);
    return c;
}

/// The gate refuses every text of the number from the commit on; the other threads only have to show it.
void EngineLoop::spreadConsent(const std::vector<KeptStep> &steps)
{
    for (const KeptStep &step : steps) {
        for (const engine::ConsentEntry &entry : step.record.decision.consent)
            tellConsent(entry.number);
    }
}

void EngineLoop::tellConsent(const PhoneNumber &number)
{
    const auto behind = m_store.threadsBehindConsent(number);
    if (!behind) {
        qCWarning(logRuntime).noquote() << "consent:" << behind.error().detail;
        return;
    }
    for (const ThreadId &thread : *behind) {
        Arrival arrival;
        arrival.id = u"consent:" % thread.value % u':' % QString::number(m_clock.now().ms);
        arrival.thread = thread;
        arrival.fact = engine::fact::ConsentChanged{};
        put(std::move(arrival));
    }
}

void EngineLoop::catchUpConsent() { tellConsent({}); }

void EngineLoop::remember(ThreadsById touched)
{
    if (m_cache.size() > cachedThreads)
        m_cache.clear();
    while (!touched.empty()) {
        auto node = touched.extract(touched.begin());
        if (auto kept = m_cache.insert(std::move(node)); !kept.inserted)
            kept.position->second = std::move(kept.node.mapped());
    }
}

void EngineLoop::failed(const Error &error, std::vector<Arrival> group)
{
    if (error.kind == ErrorKind::Conflict) {
        // Somebody else changed a thread first; deciding again with fresh state is the whole cure.
        if (++m_conflicts >= conflictsBeforeQuarantine && group.size() == 1) {
            malformed(QStringLiteral("fact"), group.front().id % QStringLiteral(": ") % error.detail);
            return;
        }
    } else {
        qCCritical(logRuntime).noquote() << "cannot keep facts:" << error.detail;
        ++m_failures;
        Q_EMIT storeTroubled(error.detail);
    }
    giveBack(std::move(group));
}

void EngineLoop::drain()
{
    std::vector<Arrival> group = takeGroup();
    const auto together = m_store.readTogether();
    Result<void> kept;
    if (auto dropped = dropRepeated(group); !dropped)
        kept = dropped;
    else if (!group.empty() || !m_cursors.empty())
        kept = keep(group);
    if (!kept) {
        m_cache.clear(); // whatever was read may be out of date
        if (m_watch)
            m_watch->forget();
        failed(kept.error(), std::move(group));
    } else {
        m_conflicts = 0;
        if (m_failures) {
            m_failures = 0;
            Q_EMIT storeTroubled({});
        }
    }
    if (waiting() > 0)
        wake();
}

} // namespace deskbell::runtime
