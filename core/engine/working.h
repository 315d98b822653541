// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside the engine only: the decision while it grows. Each concern is a file of free functions over it.

#include "core/engine/codes.h"
#include "core/engine/decide.h"

namespace deskbell::engine {

class Working
{
public:
    Working(ThreadState before, const Context &given)
        : context(given)
    {
        decision.next = std::move(before);
    }

    Decision decision;
    const Context &context;

    [[nodiscard]] ThreadState &state() { return decision.next; }
    [[nodiscard]] const ThreadState &state() const { return decision.next; }
    [[nodiscard]] Instant now() const { return context.now; }
    [[nodiscard]] const Profile &profile() const { return context.profile; }
    [[nodiscard]] const Policy &policy() const { return context.profile.policy; }

    void journal(const char *code, const QStringList &args = {}, const QString &about = {})
    {
        decision.journal.push_back({now(), QString::fromLatin1(code), args, about});
    }
    /// A centred line of the conversation. \p id makes it unique.
    void systemLine(const char *code, const QStringList &args, const QString &id)
    {
        HistoryLine line;
        line.id = id;
        line.body = QString::fromLatin1(code);
        line.args = args;
        line.at = now();
        decision.history.push_back(line);
    }
    void order(const OrderId &id, Order what, int priority = 5, Instant notBefore = {}, Instant expiresAt = {})
    {
        decision.orders.push_back({id, state().id, std::move(what), notBefore, expiresAt, priority});
    }
    [[nodiscard]] OrderId key(const QString &purpose) const { return {purpose % u':' % state().id.value}; }
};

// A text to the caller: order, history line and bookkeeping in one place.
struct Saying {
    OrderId id;
    TextKind kind = TextKind::Reply;
    QString body;
    QString rule;
    std::vector<Source> sources;
    QString seat; ///< of a person's text
    Duration fresh{15min};
    Instant notBefore; ///< not set: at once; else it is fresh from then on
    Duration late{0}; ///< how long after its time it is said
};
void say(Working &w, Saying saying);

/// Takes back every automatic text that has not begun to leave, but for what the law wants answered (help, and that an
/// opt-out was heard).
void withdrawAutomaticTexts(Working &w);
/// Those of people too: the number may not be texted any more.
void withdrawAllTexts(Working &w);
[[nodiscard]] bool isAutomatic(TextKind kind);
/// Remembers how a text of ours stands; keeps the last few.
OwnText *findOwn(ThreadState &state, const OrderId &order);
OwnText *findOwn(ThreadState &state, const ProviderId &text);

void notify(Working &w, order::Urgency urgency, const char *code, const QStringList &args, const QString &purpose);
/// Digest entries and quiet news wait for the next opening; what cannot wait is told at once.
[[nodiscard]] Instant morningOrNow(const Working &w);

// episode
void onCallObserved(Working &w, const fact::CallObserved &fact);
void onCallMissed(Working &w, const fact::CallMissed &fact);
/// What follows from the judgement of the latest episode; \p call is the one that led to it.
enum class LineAsked { No, Yes };
void answerEpisode(Working &w, const Call &call, LineAsked asked = LineAsked::No);
/// The shop called and nobody picked up.
void onTriedToCall(Working &w, const Call &call);
// quiet list and contacts
/// Takes over what the shop's book says of the caller, if somebody looked.
void meetContact(Working &w);
void keepQuiet(Working &w, Reason reason, int score, const QStringList &points);
/// Off the quiet list: the caller showed to be a person.
void leaveQuietList(Working &w);
/// True when the sender is nobody a machine answers: staff, a supplier, a blocked number.
[[nodiscard]] bool keptFromAssistant(Working &w);
void onContactTagged(Working &w, const fact::ContactTagged &fact);
void onOperatorRescuedCall(Working &w, const fact::OperatorRescuedCall &fact);
// greeting
/// \p call: the call that is answered by it; names the purpose, so one call earns one text, ever.
void greet(Working &w, const CallId &call);
void onLineTypeKnown(Working &w, const fact::LineTypeKnown &fact);
// conversation
void onMessageArrived(Working &w, const fact::MessageArrived &fact);
void onTurnProposed(Working &w, const fact::TurnProposed &fact);
void askAssistant(Working &w);
/// Back to rest after something was said: Booked while an appointment is ahead, else waiting for the caller.
void rest(Working &w);
// booking
void findTime(Working &w, const proposal::FindTime &wanted);
void takeOffer(Working &w, int index);
void moveVisit(Working &w, const Wish &wish);
void cancelVisit(Working &w);
void onSlotsFound(Working &w, const fact::SlotsFound &fact);
void onBookingSettled(Working &w, const fact::BookingSettled &fact);
void onAppointmentCancelled(Working &w, const fact::AppointmentCancelled &fact);
void releaseOffer(Working &w);
// hours
struct SendTime {
    std::optional<Instant> at; ///< nothing: no allowed instant within 72 h, or capped for good
    QStringList rules; ///< that put it off, or all that were asked
    QStringList zones;
};
/// The first instant at or after \p from at which one more counted text may go. \p besides is not counted.
[[nodiscard]] SendTime sendTime(const ThreadState &state, const Context &context, Instant from, const OrderId &besides = {});
/// Do hours apply to that text when it leaves now? Answers go at any time.
[[nodiscard]] bool hoursApply(TextKind kind, const ThreadState &state, const Context &context);
[[nodiscard]] bool isCounted(TextKind kind);
void journalHours(Working &w, const char *code, TextKind kind, const SendTime &time, const OrderId &about = {});
void countText(Working &w, const OrderId &order);
void uncountText(ThreadState &state, const OrderId &order);
void onOperatorSetPlace(Working &w, const fact::OperatorSetPlace &fact);
/// Times that were offered and can still be meant: held ones, and for a while those whose holds ran out, because the
/// caller reads the offer for longer than we can keep the place.
void forgetOldOffer(Working &w);
[[nodiscard]] bool offerStands(const ThreadState &state, Instant now);
// followup
/// The next rung of the ladder, or none; a rung that can never go puts the caller on the manual list.
void planNudge(Working &w);
void onNudgeDue(Working &w);
void onPolicyChanged(Working &w);
void onOperatorCancelledPlanned(Working &w, const fact::OperatorCancelledPlanned &fact);
// callback
enum class Telling { Tell, Silent };
void queueCallback(Working &w, Reason reason, Telling telling = Telling::Tell);
/// "No answer" at eleven is tried again in the afternoon: another part of an open day, two hours away at least.
[[nodiscard]] Instant nextTryAt(const OpeningHours &hours, const QTimeZone &zone, Instant now);
/// While it is fresh: a claim that was forgotten does not keep others from calling.
[[nodiscard]] bool isClaimed(const CallbackItem &item, Instant now);
void closeCallback(Working &w, const char *result);
void onCallbackClaimed(Working &w, const fact::CallbackClaimed &fact);
void onCallbackReleased(Working &w, const fact::CallbackReleased &fact);
void onCallbackDone(Working &w, const fact::CallbackDone &fact);
void onCallbackUndone(Working &w, const fact::CallbackUndone &fact);
void onOperatorAskedForCallback(Working &w, const fact::OperatorAskedForCallback &fact);
// consent
struct Refusal {
    const char *manner = ""; ///< ConsentEntry::manner
    QString words;
    const char *channel = "text";
    QString who{};
    bool confirm = false; ///< one text says that it is done
};
void optOut(Working &w, const Refusal &refusal);
/// STOP, START, HELP and every plain wording of "do not text me": true when nothing else is to be made of the text.
[[nodiscard]] bool heardAsConsent(Working &w, const ProviderText &text);
/// The thread takes over what its caller's number said on another line. Before every decision.
void followConsent(Working &w);
void onOperatorOptedOut(Working &w, const fact::OperatorOptedOut &fact);
void onOperatorLiftedOptOut(Working &w, const fact::OperatorLiftedOptOut &fact);
// tally
/// Writes down what the fact made of the latest missed call. After every decision.
void keepTally(Working &w, const Fact &fact);
// escalation
void handOver(Working &w, Reason reason, const QString &kind);
struct Emergency {
    QString kind;
    AlertLevel level = AlertLevel::Now;
    bool whenOpen = false; ///< people are not woken for it
    QString rule; ///< the words that raised it
};
/// Asked before any mind. True: the caller is a person's now, and what could be said has been said.
[[nodiscard]] bool heedTriggers(Working &w, const QString &body);
void escalate(Working &w, const Emergency &what);
/// A caller who goes on ringing is first on the call-back queue.
void heedRinging(Working &w);
// alert
void raiseAlert(Working &w, const Emergency &what);
void updateAlert(Working &w);
void acknowledgeAlert(Working &w, const QString &seat);
void releaseAlert(Working &w);
[[nodiscard]] Instant alertDueAt(const ThreadState &state, const Policy &policy);
void onAlertDue(Working &w);
void onOperatorAcknowledged(Working &w, const fact::OperatorAcknowledged &fact);
// promise
enum class PromiseBy { Call, Word };
/// What a text of ours promises becomes a debt. \p by is a seat; empty: the assistant.
void noteOutgoing(Working &w, const QString &body, const QString &by);
/// A call keeps every promise, a person's word those that were not about a call.
void keepPromises(Working &w, PromiseBy how);
void dropPromises(Working &w);
[[nodiscard]] Instant promiseDueAt(const ThreadState &state);
void onPromiseDue(Working &w);
// watch
[[nodiscard]] Instant watchAt(const ThreadState &state, const Policy &policy);
void onWatchDue(Working &w);
// takeover
void setHolder(Working &w, HolderKind kind, const QString &seat);
void onOperatorTookOver(Working &w, const fact::OperatorTookOver &fact);
void onOperatorReplied(Working &w, const fact::OperatorReplied &fact);
void onOperatorHandedBack(Working &w, const fact::OperatorHandedBack &fact);
void onOperatorNoted(Working &w, const fact::OperatorNoted &fact);
void onOperatorClosed(Working &w, const fact::OperatorClosed &fact);
void onForeignTextSeen(Working &w, const fact::ForeignTextSeen &fact);
// delivery
void onOrderSettled(Working &w, const fact::OrderSettled &fact);
void onDeliveryChanged(Working &w, const fact::DeliveryChanged &fact);
void onSendNotFound(Working &w, const fact::SendNotFound &fact);
void onOperatorSettledUnclear(Working &w, const fact::OperatorSettledUnclear &fact);
// due
void onDue(Working &w, const fact::Due &fact);
// lead
void closeLead(Working &w, LeadOutcome outcome);
void refreshLead(Working &w);

} // namespace deskbell::engine
