// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/stages.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::engine;

/// When the assistant answers, and when it must not.
class ConversationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textsWithinASecondAreAnsweredTogether();
    void aStaleAnswerIsDropped();
    void anAnswerMadeBeforeATakeoverIsDropped();
    void handOverSilencesTheAssistant();
    void photosGoToAPerson();
    void everyFactInEveryPhaseHasAnAnswer();
};

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

void ConversationTest::handOverSilencesTheAssistant()
{
    Story s = talking();
    s.proposes(proposal::HandOver{QStringLiteral("water"), QStringLiteral("spraying"), true},
        QStringLiteral("A person is being alerted."));
    QVERIFY(s.in<phase::NeedsPerson>());
    QVERIFY(s.noticed(QStringLiteral("urgent")));
    const ThreadRow row = threadRow(s.state, {s.now, s.profile});
    QCOMPARE(row.section, Section::NeedsPerson);
    QVERIFY(row.urgent);
    const auto before = s.texts().size();
    s.writes(QStringLiteral("hurry"));
    QVERIFY(s.in<phase::NeedsPerson>());
    QCOMPARE(s.texts().size(), before);
    QCOMPARE(s.due(), s.state.alert->nextPageAt); // people are called, and nothing else happens
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
        phase::Offering{}, phase::Booking{}, phase::Booked{}, phase::NeedsPerson{}, phase::CallbackOnly{},
        phase::Closed{}};
    Call call;
    call.id = {QStringLiteral("CA77")};
    call.result = CallResult::NoAnswer;
    Call answered = call;
    answered.result = CallResult::Answered;
    const std::vector<Fact> facts{fact::CallObserved{call}, fact::CallObserved{answered}, fact::CallMissed{call},
        fact::MessageArrived{}, fact::ForeignTextSeen{}, fact::DeliveryChanged{}, fact::OrderSettled{},
        fact::SendNotFound{}, fact::LineTypeKnown{}, fact::Due{}, fact::TurnProposed{}, fact::SlotsFound{},
        fact::BookingSettled{}, fact::AppointmentCancelled{}, fact::PolicyChanged{}, fact::OperatorTookOver{QStringLiteral("J")},
        fact::OperatorReplied{}, fact::OperatorHandedBack{}, fact::OperatorNoted{}, fact::OperatorClosed{},
        fact::OperatorOptedOut{}, fact::OperatorAskedForCallback{}, fact::OperatorReadThread{},
        fact::OperatorSettledUnclear{}, fact::OperatorAcknowledged{}, fact::CallbackClaimed{}, fact::CallbackReleased{}, fact::CallbackDone{}, fact::CallbackUndone{},
        fact::OperatorCancelledPlanned{}, fact::OperatorSetPlace{}, fact::ContactTagged{}, fact::OperatorRescuedCall{}};
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
