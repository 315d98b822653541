// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/appointmentbook.h"
#include "core/runtime/engineloop.h"
#include "tests/nemesis/company.h"

#include <QMap>
#include <QSet>
#include <optional>

namespace deskbell::nemesis {

/// A promise that was broken.
struct Violation {
    QString rule; ///< short and the same for the same fault: a story is shortened as long as it breaks this one
    QString words;
};

/// Holds the shop to its promises (design: the eight promises). Knows what callers and people did from the facts that
/// were kept, and what left from the company, and keeps books of its own about both. What the engine thinks of a thread
/// is only believed where it is the stricter of the two.
class Witness
{
public:
    Witness(ManualClock &clock, const Profile &profile, std::function<void(const QString &)> trace);

    /// A process began: what it kept before it was cut off from us is asked of the store.
    void processStarts(runtime::EngineLoop &loop, runtime::StorePort &store, runtime::AppointmentBook &book);
    /// Something was put into the inbox, or will be.
    void announced(const runtime::Arrival &arrival);
    void missedCall(const Call &call);

    /// Taken before this witness came.
    void remembers(const Accepted &text);
    void remembersTold(const ThreadId &thread, const QString &code) { m_told[thread] << code; }
    void setTold(std::function<void(const runtime::Notice &)> told) { m_toldToo = std::move(told); }
    void sending(const runtime::OutgoingText &text, bool barrier);
    void accepted(const Accepted &text);
    void told(const runtime::Notice &notice);

    void afterStep();
    /// Long after the last fault.
    void atEnd(const Company &company);

    [[nodiscard]] const std::optional<Violation> &violation() const { return m_violation; }
    void broken(const char *rule, const QString &words);

private:
    struct Caller {
        bool optedOut = false;
        bool withPeople = false; ///< a person took the thread, and nobody gave it back
        int lastWord = 0; ///< how many facts were kept before it: the wall clock may be set back
        int lastHeard = 0; ///< as lastWord: a word, or ringing again
        int automaticSinceHeard = 0;
        QString lastAutomatic;
        Instant lastAct; ///< of anybody: a word, an answered call, a person's hand
        bool anythingSince = true; ///< a word, a call or a person since that text
        Instant firstTextAt; ///< when the last one that arrived was sent
    };
    struct Ordered {
        ThreadId thread;
        TextKind kind = TextKind::Reply;
        int made = 0; ///< as Caller::lastWord; 0: in a commit that nobody saw
        Instant sentAt; ///< not set: never handed over
        int attempts = 0;
        int taken = 0;
        QString body;
        std::optional<Delivery> delivery;
    };
    struct Missed {
        Call call;
        bool explained = false; ///< the decision said why, or did something
    };

    void onCommitted(const std::vector<runtime::KeptStep> &steps);
    void learn(const ThreadId &thread, const engine::Fact &fact);
    void learnWord(Caller &caller, const QString &body);
    void hears(Caller &caller) const;
    void compare(const runtime::KeptStep &step);
    void note(const engine::HistoryChange &change);
    void checkPurpose(const runtime::OutgoingText &text, const Ordered &ordered);
    void checkAllowed(const runtime::OutgoingText &text, const runtime::OutboxEntry &entry, const engine::ThreadState &state);
    void checkAutomatic(const Ordered &ordered, const engine::PlannedOrder &planned, const engine::ThreadState &state);
    void checkFollowUp(const Ordered &ordered, const Caller &caller);
    void checkFirstText(Caller &caller);
    void checkWords(const runtime::OutgoingText &text);
    void checkBook();
    void checkJournal();
    void checkCalls();
    void checkCall(const Missed &missed);
    void checkOutbox(const Company &company);
    void checkTruth(const Company &company);
    void checkThread(const ThreadId &thread);
    [[nodiscard]] bool wasTold(const ThreadId &thread) const;

    ManualClock &m_clock;
    const Profile &m_profile;
    std::function<void(const QString &)> m_trace;
    std::function<void(const runtime::Notice &)> m_toldToo; ///< who else hears of notices
    runtime::StorePort *m_store = nullptr;
    runtime::AppointmentBook *m_book = nullptr;
    QMap<ThreadId, Caller> m_callers;
    QMap<engine::OrderId, Ordered> m_orders;
    QMap<CallId, Missed> m_missed;
    QMap<ThreadId, std::vector<engine::JournalLine>> m_journals;
    QMap<ThreadId, QStringList> m_told; ///< codes of notices
    std::vector<runtime::Arrival> m_underWay; ///< announced and not seen kept, in this order
    QMap<engine::FactId, ThreadId> m_texts; ///< every text a caller wrote: "text:SM…"
    int m_kept = 0; ///< facts seen kept
    std::optional<Violation> m_violation;
};

} // namespace deskbell::nemesis
