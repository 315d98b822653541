// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/engineloop.h"
#include "core/runtime/ports.h"
#include "core/runtime/textpace.h"

#include <QSet>
#include <queue>

namespace deskbell::runtime {

struct Ports {
    TextPort &texts;
    AssistantPort &assistant;
    CalendarPort &calendar;
    NotifierPort &notifier;
};

/// Carries out what the outbox holds. Texts go through the send protocol (facts: reliability 3.4): gate and mark as
/// sending in one durable commit, one POST, classify; what is unclear is looked up, never sent again blindly. All
/// other orders may be repeated after a crash, because their ports are idempotent by the order's id. Core thread.
class OutboxExecutor : public QObject
{
    Q_OBJECT
public:
    OutboxExecutor(EngineLoop &loop, Ports ports, QObject *parent = nullptr);

    /// Picks up what an earlier run left: ready orders go on; texts found in Sending become Unclear and are looked up.
    void start();
    /// Nothing automatic or typed leaves while stopped. Facts go on being kept.
    void setStopped(bool stopped);
    [[nodiscard]] bool isStopped() const { return m_stopped; }
    [[nodiscard]] int inFlight() const { return m_sending; }

private:
    struct Waiting {
        engine::PlannedOrder order;
        quint64 number = 0;
        Instant since; ///< when it was taken from the store or its commit
        /// The largest leaves first; among first texts the newest, because the youngest caller is the likeliest to wait.
        [[nodiscard]] bool operator<(const Waiting &other) const;
    };
    struct Doubt {
        OutboxEntry entry;
        std::unique_ptr<Alarm> alarm;
        bool looking = false;
        Instant askedAt; ///< for the look that is under way
    };

    void onCommitted(const std::vector<KeptStep> &steps, const QSet<engine::OrderId> &started);
    [[nodiscard]] bool goesBeforeThoseThatWait(const engine::PlannedOrder &order) const;
    void claim(std::vector<KeptStep> &steps, const ThreadsById &after, const ConsentByNumber &said);
    void accept(engine::PlannedOrder order);
    void refill();
    void wakeLater(Instant at);
    void wake();
    void run();
    void runTexts();
    [[nodiscard]] std::vector<engine::PlannedOrder> nextTexts(int most);
    [[nodiscard]] bool isLate(const engine::PlannedOrder &order, Instant since) const;
    /// Whether the carrier's and the backlog's pace let it go now; if so, it counts as gone.
    [[nodiscard]] bool passesPace(const engine::PlannedOrder &order, Instant since);
    void push(engine::PlannedOrder order);
    void send(const engine::PlannedOrder &order);
    void settled(const engine::PlannedOrder &order, const SendAnswer &answer);
    void notNow(const engine::PlannedOrder &order, const SendAnswer &answer);
    void endText(const engine::OrderId &order, const ThreadId &thread, engine::fact::OrderSettled outcome);

    void doubt(OutboxEntry entry, bool lookAtOnce);
    void scheduleLook(Doubt &doubt);
    void look(const engine::OrderId &order);
    void looked(const engine::OrderId &order, const Result<LookAnswer> &answer);
    [[nodiscard]] std::vector<ProviderText> ownMatches(const Doubt &doubt, std::vector<ProviderText> matches);
    void stillAbsent(Doubt &doubt, bool fresh);
    [[nodiscard]] bool maySendAgain(const Doubt &doubt, bool fresh);
    void sendAgain(Doubt &doubt);

    void runOther(const engine::PlannedOrder &order);
    void finishOther(const engine::PlannedOrder &order, engine::Fact fact, const QString &factId);
    void askAssistant(const engine::PlannedOrder &order, const engine::order::AskAssistant &ask);
    void findSlots(const engine::PlannedOrder &order, const engine::order::FindSlots &find);
    void bookSlot(const engine::PlannedOrder &order, const engine::order::BookSlot &book);
    void retryLater(const engine::PlannedOrder &order, const Error &error);

    EngineLoop &m_loop;
    Ports m_ports;
    std::priority_queue<Waiting> m_texts;
    std::vector<engine::PlannedOrder> m_others;
    QSet<engine::OrderId> m_known; ///< in a queue, running or in doubt: not to be taken again
    QHash<engine::OrderId, std::shared_ptr<Doubt>> m_doubts;
    QSet<ProviderId> m_found; ///< given to a doubt, perhaps not kept yet: no other doubt's
    std::unique_ptr<Alarm> m_run;
    std::unique_ptr<Alarm> m_later; ///< for orders whose time has not come
    Instant m_laterAt;
    Instant m_pausedUntil;
    Instant m_pacedUntil; ///< when the next text that only waits for its pace may leave
    TextPace m_pace;
    quint64 m_number = 0;
    int m_sending = 0;
    bool m_stopped = true;
    bool m_moreOnDisk = false;
};

} // namespace deskbell::runtime
