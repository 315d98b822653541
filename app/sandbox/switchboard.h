// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/works.h"

#include <QHash>

namespace deskbell::sandbox {

/// How a call goes. Which legs come of it: providers chapter of the facts, "what a missed inbound call looks like".
enum class CallEnd : quint8 {
    NoAnswer, ///< the shop's phone rings out
    NoAnswerBridged, ///< the same where the caller's leg keeps ringing meanwhile (answerOnBridge)
    Busy,
    Failed, ///< the shop's phone cannot be reached
    Answered, ///< somebody talks for talkS, or until hang-up
    Voicemail, ///< rings out, then the caller leaves a message
    AfterHours, ///< no phone rings: an announcement, perhaps with a message
    Abandoned, ///< the caller gives up while it rings
    AbandonedEarly, ///< the caller gives up before the company picks up the leg
    RingGroup, ///< several phones ring out
    RingGroupAnswered, ///< several phones ring, one answers
};

[[nodiscard]] std::optional<CallEnd> callEndOf(const QByteArray& word);
/// All words, comma-separated, for error messages.
[[nodiscard]] QByteArray callEndWords();

struct CallPlan {
    QByteArray from;
    QByteArray to;
    CallEnd end = CallEnd::NoAnswer;
    double ringS = 20;
    double talkS = 30;
    double voicemailS = 0;
    /// > 0: the call is over and began that long ago; nothing rings, the rows are simply there.
    double agoS = 0;
};

/// Calls to the shop: the caller's leg, the legs to the shop's phones, and what becomes of them.
class Switchboard {
public:
    explicit Switchboard(Works& works)
        : m_works(works)
    {
    }

    std::function<void(const Call&)> onStatus; ///< the caller's leg only

    /// Returns the caller's leg.
    RecordIndex ring(const CallPlan& plan);
    /// The caller ends it: a ringing call is abandoned, a talk is over. False when no such call is going on.
    bool hangUp(const QByteArray& sid);
    /// One of the shop's phones is picked up. False when it does not ring.
    bool answer(const QByteArray& sid);
    void forget() { m_going.clear(); }

private:
    enum class Phase : quint8 { Ringing, Talking, Recording };

    struct Going {
        CallPlan plan;
        std::vector<RecordIndex> phones;
        qint64 phaseSteady = 0; ///< when the phase began
        quint32 turn = 0; ///< a step planned in an earlier turn is void
        Phase phase = Phase::Ringing;
    };

    RecordIndex addLeg(const CallPlan& plan, const QByteArray& parent, int phone);
    std::vector<RecordIndex> addPhones(const CallPlan& plan, RecordIndex caller);
    void addOver(const CallPlan& plan, RecordIndex caller);
    void enter(RecordIndex caller, Phase phase, double seconds);
    void endPhase(RecordIndex caller);
    void endRinging(RecordIndex caller);
    void pickUp(RecordIndex caller);
    void settlePhones(const Going& going);
    void finish(RecordIndex caller);
    void change(RecordIndex leg, CallStatus status);
    void close(RecordIndex leg, CallStatus status, double seconds, qint64 endMs);
    void tell(RecordIndex leg, EventType type);
    void tellMissed(RecordIndex caller);
    [[nodiscard]] double secondsIn(const Going& going) const;

    Works& m_works;
    QHash<RecordIndex, Going> m_going;
};

} // namespace deskbell::sandbox
