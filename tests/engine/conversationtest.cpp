// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::engine;

/// Answers, bookings, follow-ups, opt-outs, takeover.
class ConversationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textsWithinASecondAreAnsweredTogether();
    void aStaleAnswerIsDropped();
    void anAnswerMadeBeforeATakeoverIsDropped();
    void offersAreHeldAndTaken();
    void anExactFreeTimeIsBookedAtOnce();
    void aTimeJustTakenIsReplacedByOthers();
    void noFreeTimeAsksForAnotherDay();
    void aBookingLeavesLeadRecordAndMorningNotice();
    void aVisitIsMovedNotDoubled();
    void aVisitIsCancelled();
    void silenceGetsTwoNudgesThenReview();
    void nudgesStayInsideTheirHours();
    void aReplyStopsTheLadder();
    void aNudgeAsleepThroughTheNightWaitsForMorning();
    void goodbyeIsNotNudged();
    void stopWords_data();
    void stopWords();
    void afterStopNothingLeaves();
    void plainWordsGetOneConfirmation();
    void startLiftsAnOptOut();
    void helpIsAnsweredEvenThen();
    void takingOverWithdrawsWhatWasNotSent();
    void anOldHolderVersionNeverLeaves();
    void aPersonsTextClaimsTheThread();
    void handBackWaitsForTheCallersNextWord();
    void silenceOfTheHolderCallsPeopleNotTheAssistant();
    void aTextFromTheShopPhoneCountsAsAPerson();
    void handOverSilencesTheAssistant();
    void errorCodesHaveConsequences_data();
    void errorCodesHaveConsequences();
    void deliveryOnlyMovesForward();
    void anUnclearTextThatIsNotFoundNeedsAPerson();
    void photosGoToAPerson();
    void everyFactInEveryPhaseHasAnAnswer();
};

namespace {

Story talking()
{
    Story s;
    s.missed();
    s.accepts();
    s.wait(1min);
    s.writes(QStringLiteral("how much is ceramic coating"));
    return s;
}

proposal::FindTime findCeramic()
{
    return {{QStringLiteral("ceramic")}, QStringLiteral("SUV or truck"), {}};
}

Story offered()
{
    Story s = talking();
    s.proposes(findCeramic(), QStringLiteral("For an SUV it's $1,150."), {QStringLiteral("ask_price"), QStringLiteral("book")});
    s.slotsFound({"2026-12-10T10:00", "2026-12-11T09:00"});
    return s;
}

Story bookedVisit()
{
    Story s = offered();
    s.writes(QStringLiteral("the first one"));
    s.proposes(proposal::TakeOffer{0});
    s.booked();
    return s;
}

} // namespace

void ConversationTest::textsWithinASecondAreAnsweredTogether()
{
    Story s = talking();
    s.wait(500ms);
    s.writes(QStringLiteral("for a 4Runner"));
    QVERIFY(!s.newest<order::AskAssistant>());
    s.nextDue();
    QCOMPARE(s.newest<order::AskAssistant>()->turn, 2);
    int asked = 0;
    for (const PlannedOrder &order : s.orders)
        asked += std::holds_alternative<order::AskAssistant>(order.what);
    QCOMPARE(asked, 1);
}

void ConversationTest::aStaleAnswerIsDropped()
{
    Story s = talking();
    s.nextDue();
    const int old = s.state.turn;
    s.writes(QStringLiteral("never mind, are you open sunday"));
    const auto before = s.texts().size();
    Turn turn;
    turn.text = QStringLiteral("It's $1,150.");
    s.tell(fact::TurnProposed{old, turn, {}});
    QCOMPARE(s.texts().size(), before);
    QVERIFY(s.explained(QStringLiteral("turn.stale")));
}

void ConversationTest::anAnswerMadeBeforeATakeoverIsDropped()
{
    Story s = talking();
    s.nextDue();
    s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    const auto before = s.texts().size();
    s.tell(fact::TurnProposed{s.state.turn, {{}, {}, proposal::JustReply{}, QStringLiteral("Hello"), {}, {}}, {}});
    QCOMPARE(s.texts().size(), before);
}

void ConversationTest::offersAreHeldAndTaken()
{
    Story s = offered();
    QVERIFY2(s.lastText().contains(QStringLiteral("$1,150")), qPrintable(s.lastText()));
    QVERIFY(s.lastText().contains(QStringLiteral("Thu Dec 10 at 10:00 AM or Fri Dec 11 at 9:00 AM")));
    QVERIFY(s.in<phase::Offering>());
    QCOMPARE(s.state.offer.size(), size_t(2));
    s.writes(QStringLiteral("thursday"));
    QCOMPARE(s.state.offer.size(), size_t(2)); // still theirs to take while the answer is made
    s.proposes(proposal::TakeOffer{0});
    const auto *book = s.newest<order::BookSlot>();
    QVERIFY(book);
    QCOMPARE(s.wallOf(book->appointment.slot.start), QStringLiteral("2026-12-10T10:00"));
    QVERIFY(s.in<phase::Booking>());
    QVERIFY(!s.texts().last().contains(QStringLiteral("booked"))); // nothing is said before it is true
    s.booked();
    QVERIFY(s.lastText().contains(QStringLiteral("booked - Ceramic coating (SUV or truck), Thu Dec 10 at 10:00 AM")));
    QVERIFY(s.in<phase::Booked>());
}

void ConversationTest::anExactFreeTimeIsBookedAtOnce()
{
    Story s = talking();
    proposal::FindTime find = findCeramic();
    find.wish.from = find.wish.to = QDate(2026, 12, 11);
    find.wish.exact = QTime(9, 0);
    s.proposes(find);
    s.slotsFound({"2026-12-11T09:00"}, true);
    QVERIFY(s.newest<order::BookSlot>());
    s.booked();
    QCOMPARE(s.state.lead.outcome, LeadOutcome::Booked);
}

void ConversationTest::aTimeJustTakenIsReplacedByOthers()
{
    Story s = offered();
    s.writes(QStringLiteral("first"));
    s.proposes(proposal::TakeOffer{0});
    s.booked(false);
    QCOMPARE(s.newest<order::FindSlots>()->request, s.state.request);
    s.slotsFound({"2026-12-14T09:00"});
    QVERIFY2(s.lastText().startsWith(QStringLiteral("Sorry, that time was taken")), qPrintable(s.lastText()));
    QVERIFY(s.lastText().contains(QStringLiteral("Mon Dec 14 at 9:00 AM")));
    QCOMPARE(s.state.appointments.size(), size_t(0));
}

void ConversationTest::noFreeTimeAsksForAnotherDay()
{
    Story s = talking();
    s.proposes(findCeramic());
    s.slotsFound({});
    QVERIFY(s.lastText().contains(QStringLiteral("other day")));
    QVERIFY(s.in<phase::WaitingForCaller>());
}

void ConversationTest::aBookingLeavesLeadRecordAndMorningNotice()
{
    Story s(QStringLiteral("2026-12-07T18:42"));
    s.missed();
    s.accepts();
    s.writes(QStringLiteral("ceramic coating for my SUV thursday at 10, Dana"));
    s.nextDue();
    Turn turn;
    turn.intents = {QStringLiteral("book")};
    turn.learnt = {{QStringLiteral("service"), QStringLiteral("ceramic"), Origin::CallersWords},
        {QStringLiteral("variant"), QStringLiteral("SUV or truck"), Origin::CallersWords},
        {QStringLiteral("name"), QStringLiteral("Dana"), Origin::CallersWords}};
    turn.proposal = findCeramic();
    s.tell(fact::TurnProposed{s.state.turn, turn, {}});
    s.slotsFound({"2026-12-10T10:00"}, true);
    s.booked();
    const Lead &lead = s.state.lead;
    QCOMPARE(lead.source, QStringLiteral("missed call"));
    QCOMPARE(lead.intent, QStringLiteral("book"));
    QCOMPARE(lead.outcome, LeadOutcome::Booked);
    QCOMPARE(lead.estimateCents, 115000);
    QVERIFY2(lead.summary.contains(QStringLiteral("Ceramic coating, SUV or truck")), qPrintable(lead.summary));
    QCOMPARE(s.state.appointments.back().name, QStringLiteral("Dana"));
    // The owner's notice waits for the morning: the shop opens at nine.
    const auto it = std::find_if(s.orders.begin(), s.orders.end(), [](const PlannedOrder &order) {
        const auto *notify = std::get_if<order::Notify>(&order.what);
        return notify && notify->code == QStringLiteral("booked");
    });
    QVERIFY(it != s.orders.end());
    QCOMPARE(s.wallOf(it->notBefore), QStringLiteral("2026-12-08T09:00"));
}

void ConversationTest::aVisitIsMovedNotDoubled()
{
    Story s = bookedVisit();
    const AppointmentId first = s.state.appointments.back().id;
    s.wait(1h);
    s.writes(QStringLiteral("can i do saturday instead"));
    s.proposes(proposal::Move{});
    QCOMPARE(s.newest<order::FindSlots>()->moving, first);
    s.slotsFound({"2026-12-12T10:00"}, true);
    QCOMPARE(s.newest<order::BookSlot>()->replaces, first);
    s.booked();
    QCOMPARE(s.state.appointments.size(), size_t(1));
    QCOMPARE(s.state.lead.outcome, LeadOutcome::Rescheduled);
    QVERIFY(s.lastText().contains(QStringLiteral("moved")));
}

void ConversationTest::aVisitIsCancelled()
{
    Story s = bookedVisit();
    const AppointmentId visit = s.state.appointments.back().id;
    s.writes(QStringLiteral("i have to call it off"));
    s.proposes(proposal::CancelVisit{});
    QCOMPARE(s.newest<order::CancelAppointment>()->appointment, visit);
    s.tell(fact::AppointmentCancelled{visit});
    QCOMPARE(s.state.appointments.size(), size_t(0));
    QCOMPARE(s.state.lead.outcome, LeadOutcome::Cancelled);
}

void ConversationTest::silenceGetsTwoNudgesThenReview()
{
    Story s(QStringLiteral("2026-12-07T10:00"));
    s.missed();
    s.accepts();
    QCOMPARE(s.wallOf(s.due()), QStringLiteral("2026-12-07T14:00"));
    s.nextDue();
    s.accepts();
    QCOMPARE(s.textsOf(TextKind::FollowUp), 1);
    QCOMPARE(s.wallOf(s.due()), QStringLiteral("2026-12-08T10:00"));
    s.nextDue();
    s.accepts();
    QCOMPARE(s.textsOf(TextKind::FollowUp), 2);
    QCOMPARE(s.wallOf(s.due()), QStringLiteral("2026-12-09T10:00"));
    s.nextDue();
    QCOMPARE(s.textsOf(TextKind::FollowUp), 2);
    QCOMPARE(s.state.lead.outcome, LeadOutcome::ContactedNoReply);
    QCOMPARE(s.state.callback->reason, Reason::NoReply);
    QVERIFY(!s.due().isSet());
}

void ConversationTest::nudgesStayInsideTheirHours()
{
    Story s(QStringLiteral("2026-12-07T18:42"));
    s.missed();
    s.accepts();
    QCOMPARE(s.wallOf(s.due()), QStringLiteral("2026-12-08T09:00"));
    s.nextDue();
    QVERIFY(s.due() - s.now >= 12h);
}

void ConversationTest::aReplyStopsTheLadder()
{
    Story s;
    s.missed();
    s.accepts();
    s.nextDue();
    const OrderId nudge = s.newestText()->id;
    s.writes(QStringLiteral("hi yes"));
    QVERIFY(std::find(s.cancelled.begin(), s.cancelled.end(), nudge) != s.cancelled.end());
    s.proposes(proposal::JustReply{}, QStringLiteral("What can we do for you?"), {QStringLiteral("other")});
    QCOMPARE(s.state.nudges, 0);
}

void ConversationTest::aNudgeAsleepThroughTheNightWaitsForMorning()
{
    Story s(QStringLiteral("2026-12-07T15:00"));
    s.missed();
    s.accepts();
    s.at(QStringLiteral("2026-12-07T23:30")); // the PC slept through 19:00
    s.tell(fact::Due{s.now});
    QCOMPARE(s.textsOf(TextKind::FollowUp), 0);
    QCOMPARE(s.wallOf(s.due()), QStringLiteral("2026-12-08T09:00"));
}

void ConversationTest::goodbyeIsNotNudged()
{
    Story s = talking();
    s.proposes(proposal::JustReply{}, QStringLiteral("You're welcome."), {QStringLiteral("thanks")});
    QVERIFY(!s.due().isSet());
    QCOMPARE(sectionOf(s.state), Section::Done);
}

void ConversationTest::stopWords_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("out");
    for (const char *word : {"STOP", "stop.", " S T O P ", "Stop All", "unsubscribe", "Cancel", "END", "quit", "REVOKE", "opt-out", "ARRET", "\xef\xbc\xb3\xef\xbc\xb4\xef\xbc\xaf\xef\xbc\xb0"})
        QTest::newRow(word) << QString::fromUtf8(word) << true;
    for (const char *word : {"stop by at 3?", "cancel my 2pm", "end of the week", "can i stop in", "the bus stop"})
        QTest::newRow(word) << QString::fromUtf8(word) << false;
}

void ConversationTest::stopWords()
{
    QFETCH(QString, body);
    QFETCH(bool, out);
    Story s;
    s.missed();
    s.accepts();
    s.writes(body);
    QCOMPARE(s.state.optOut.has_value(), out);
}

void ConversationTest::afterStopNothingLeaves()
{
    Story s = talking();
    s.proposes(proposal::JustReply{}, QStringLiteral("It depends on the car."));
    const PlannedOrder pending = *s.newestText();
    s.writes(QStringLiteral("STOP"));
    QCOMPARE(std::get<verdict::Cancel>(gate(pending, s.state, {s.now, s.profile})).reason, QStringLiteral("opted_out"));
    QVERIFY(std::find(s.cancelled.begin(), s.cancelled.end(), pending.id) != s.cancelled.end());
    const auto before = s.texts().size();
    s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("one more thing")});
    QCOMPARE(s.texts().size(), before); // nobody can text them, staff neither
    s.wait(24h);
    s.missed();
    QCOMPARE(s.texts().size(), before);
    QCOMPARE(s.state.callback->reason, Reason::OptedOut);
    QVERIFY(!s.due().isSet());
}

void ConversationTest::plainWordsGetOneConfirmation()
{
    Story s = talking();
    s.proposes(proposal::OptOut{QStringLiteral("please stop texting me")});
    QVERIFY(s.state.optOut);
    QCOMPARE(s.textsOf(TextKind::OptOutConfirmation), 1);
    QVERIFY(std::holds_alternative<verdict::Send>(s.gateNow()));
    QCOMPARE(s.state.lead.outcome, LeadOutcome::OptedOut);
}

void ConversationTest::startLiftsAnOptOut()
{
    Story s = talking();
    s.writes(QStringLiteral("STOP"));
    s.writes(QStringLiteral("start"));
    QVERIFY(!s.state.optOut);
    s.writes(QStringLiteral("sorry, wrong button"));
    QVERIFY(s.in<phase::Answering>());
}

void ConversationTest::helpIsAnsweredEvenThen()
{
    Story s = talking();
    s.writes(QStringLiteral("STOP"));
    s.writes(QStringLiteral("HELP"));
    QCOMPARE(s.textsOf(TextKind::Help), 1);
    QVERIFY(std::holds_alternative<verdict::Send>(s.gateNow()));
}

void ConversationTest::takingOverWithdrawsWhatWasNotSent()
{
    Story s = talking();
    s.proposes(proposal::JustReply{}, QStringLiteral("It depends."));
    const OrderId pending = s.newestText()->id;
    s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    QVERIFY(std::find(s.cancelled.begin(), s.cancelled.end(), pending) != s.cancelled.end());
    QCOMPARE(sectionOf(s.state), Section::WithPerson);
    QCOMPARE(std::get<verdict::Cancel>(s.gateNow()).reason, QStringLiteral("holder_changed"));
}

void ConversationTest::anOldHolderVersionNeverLeaves()
{
    Story s = talking();
    s.proposes(proposal::JustReply{}, QStringLiteral("It depends."));
    const PlannedOrder old = *s.newestText();
    s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    s.tell(fact::OperatorHandedBack{QStringLiteral("Jess"), {}});
    // The assistant holds it again, but this text was made before a person spoke.
    QCOMPARE(std::get<verdict::Cancel>(gate(old, s.state, {s.now, s.profile})).reason, QStringLiteral("holder_changed"));
}

void ConversationTest::aPersonsTextClaimsTheThread()
{
    Story s = talking();
    s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("Hi, Jess here")});
    QCOMPARE(s.state.holder.seat, QStringLiteral("Jess"));
    QCOMPARE(s.newestText()->priority, 0);
    QCOMPARE(s.newestText()->id.value, QStringLiteral("staff:d1"));
    QVERIFY(std::holds_alternative<verdict::Send>(s.gateNow()));
}

void ConversationTest::handBackWaitsForTheCallersNextWord()
{
    Story s = talking();
    s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    s.tell(fact::OperatorHandedBack{QStringLiteral("Jess"), QStringLiteral("likes mornings")});
    QVERIFY(!s.due().isSet());
    QVERIFY(std::any_of(s.lines.begin(), s.lines.end(), [](const HistoryLine &l) { return l.author == Author::Note; }));
    s.writes(QStringLiteral("ok and the price?"));
    QVERIFY(s.in<phase::Answering>());
}

void ConversationTest::silenceOfTheHolderCallsPeopleNotTheAssistant()
{
    Story s = talking();
    s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    s.writes(QStringLiteral("hello??"));
    QCOMPARE(s.due(), s.state.callerWaitsSince + s.profile.policy.silenceAlarm > s.state.holder.since + s.profile.policy.silenceAlarm
            ? s.state.callerWaitsSince + s.profile.policy.silenceAlarm
            : s.state.holder.since + s.profile.policy.silenceAlarm);
    s.nextDue();
    QVERIFY(s.noticed(QStringLiteral("silent")));
    QCOMPARE(s.state.holder.kind, HolderKind::Nobody);
    QCOMPARE(sectionOf(s.state), Section::NeedsPerson);
    QVERIFY(!s.newest<order::AskAssistant>());
}

void ConversationTest::aTextFromTheShopPhoneCountsAsAPerson()
{
    Story s = talking();
    s.proposes(proposal::JustReply{}, QStringLiteral("It depends."));
    ProviderText text;
    text.id = {QStringLiteral("SMx")};
    text.body = QStringLiteral("Hi, I'm calling you now");
    s.tell(fact::ForeignTextSeen{text});
    QVERIFY(s.state.held());
    QCOMPARE(std::get<verdict::Cancel>(s.gateNow()).reason, QStringLiteral("holder_changed"));
}

void ConversationTest::handOverSilencesTheAssistant()
{
    Story s = talking();
    s.proposes(proposal::HandOver{QStringLiteral("water"), QStringLiteral("spraying"), true}, QStringLiteral("A person is being alerted."));
    QVERIFY(s.in<phase::NeedsPerson>());
    QVERIFY(s.noticed(QStringLiteral("urgent")));
    const ThreadRow row = threadRow(s.state, {s.now, s.profile});
    QCOMPARE(row.section, Section::NeedsPerson);
    QVERIFY(row.urgent);
    const auto before = s.texts().size();
    s.writes(QStringLiteral("hurry"));
    QVERIFY(s.in<phase::NeedsPerson>());
    QCOMPARE(s.texts().size(), before);
    QVERIFY(!s.due().isSet());
}

void ConversationTest::errorCodesHaveConsequences_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("reason");
    QTest::newRow("landline") << 30006 << int(Reason::Landline);
    QTest::newRow("not a mobile") << 21614 << int(Reason::Landline);
    QTest::newRow("opted out at the provider") << 21610 << int(Reason::OptedOut);
    QTest::newRow("filtered") << 30007 << int(Reason::Undelivered);
    QTest::newRow("unreachable") << 30003 << int(Reason::Undelivered);
    QTest::newRow("not registered") << 30034 << int(Reason::SendRefused);
    QTest::newRow("outside the WhatsApp window") << 63016 << int(Reason::SendRefused);
}

void ConversationTest::errorCodesHaveConsequences()
{
    QFETCH(int, code);
    QFETCH(int, reason);
    Story refused;
    refused.missed();
    refused.refuses(code);
    QCOMPARE(refused.state.callback->reason, Reason(reason));
    QCOMPARE(refused.state.optOut.has_value(), code == 21610);

    Story later;
    later.missed();
    later.accepts();
    later.delivers(Delivery::Failed, code);
    QCOMPARE(later.state.callback->reason, Reason(reason));
    QVERIFY(!later.due().isSet());
}

void ConversationTest::deliveryOnlyMovesForward()
{
    Story s;
    s.missed();
    s.accepts();
    s.delivers(Delivery::Delivered);
    const auto changes = s.changes.size();
    s.delivers(Delivery::Sent);
    QCOMPARE(s.changes.size(), changes);
    QCOMPARE(s.state.ownTexts.back().delivery, Delivery::Delivered);
}

void ConversationTest::anUnclearTextThatIsNotFoundNeedsAPerson()
{
    Story s;
    s.missed();
    const OrderId order = s.newestText()->id;
    s.tell(fact::OrderSettled{order, fact::Ending::Unclear, {}, 0, QStringLiteral("reset")});
    QVERIFY(!s.state.callback);
    s.wait(5min);
    s.tell(fact::SendNotFound{order});
    QCOMPARE(s.state.callback->reason, Reason::SendUnclear);
    QVERIFY(s.noticed(QStringLiteral("not_found")));
    QCOMPARE(sectionOf(s.state), Section::NeedsPerson);
    s.tell(fact::OrderSettled{order, fact::Ending::Done, {QStringLiteral("SMlate")}, 0, {}});
    QVERIFY(s.state.callback->done); // it was there after all
    QVERIFY(s.in<phase::WaitingForCaller>());
}

void ConversationTest::photosGoToAPerson()
{
    Story s;
    s.missed();
    s.accepts();
    ProviderText text;
    text.id = {QStringLiteral("MM1")};
    text.media = 1;
    s.tell(fact::MessageArrived{text});
    QVERIFY(s.in<phase::NeedsPerson>());
}

void ConversationTest::everyFactInEveryPhaseHasAnAnswer()
{
    const std::vector<Phase> phases{phase::Fresh{}, phase::Greeting{}, phase::WaitingForCaller{}, phase::Answering{},
        phase::Offering{}, phase::Booking{}, phase::Booked{}, phase::NeedsPerson{}, phase::CallbackOnly{}, phase::Closed{}};
    Call call;
    call.id = {QStringLiteral("CA77")};
    call.result = CallResult::NoAnswer;
    Call answered = call;
    answered.result = CallResult::Answered;
    const std::vector<Fact> facts{fact::CallObserved{call}, fact::CallObserved{answered}, fact::CallMissed{call}, fact::MessageArrived{},
        fact::ForeignTextSeen{}, fact::DeliveryChanged{}, fact::OrderSettled{}, fact::SendNotFound{}, fact::LineTypeKnown{},
        fact::Due{}, fact::TurnProposed{}, fact::SlotsFound{}, fact::BookingSettled{}, fact::AppointmentCancelled{},
        fact::OperatorTookOver{QStringLiteral("J")}, fact::OperatorReplied{}, fact::OperatorHandedBack{}, fact::OperatorNoted{},
        fact::OperatorClosed{}, fact::OperatorOptedOut{}, fact::OperatorAskedForCallback{}, fact::OperatorReadThread{},
        fact::OperatorSettledUnclear{}, fact::CallbackDone{}, fact::CallbackUndone{}};
    for (const Phase &phase : phases) {
        for (const Fact &fact : facts) {
            for (const Fact &then : facts) {
                Story s;
                s.state.phase = phase;
                call.startedAt = s.now;
                s.tell(fact);
                s.tell(then);
                // Whatever came: who opted out gets nothing automatic but the confirmation, and rows can be made.
                if (s.state.optOut && s.newestText()) {
                    const auto &text = std::get<order::SendText>(s.newestText()->what);
                    if (text.kind != TextKind::OptOutConfirmation && text.kind != TextKind::Help)
                        QVERIFY(std::holds_alternative<verdict::Cancel>(s.gateNow()));
                }
                QCOMPARE(threadRow(s.state, {s.now, s.profile}).thread, s.state.id);
            }
        }
    }
}

QTEST_GUILESS_MAIN(ConversationTest)
#include "conversationtest.moc"
