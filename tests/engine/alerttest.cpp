// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/stages.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::engine;

namespace {

QStringList paged(const Story &s)
{
    QStringList names;
    for (const PlannedOrder &order : s.orders) {
        const auto *notice = std::get_if<order::Notify>(&order.what);
        if (notice && (notice->code == QLatin1String("urgent") || notice->code == QLatin1String("page")))
            names << notice->args.value(1);
    }
    return names;
}

Call answeredCall(bool outgoing)
{
    Call call;
    call.id = {QStringLiteral("CAanswered")};
    call.result = CallResult::Answered;
    call.outgoing = outgoing;
    return call;
}

} // namespace

/// Who is called, how often, and what ends it.
class AlertTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void peopleAreCalledOneAfterTheOther();
    void everyPageHasAKeyOfItsOwn();
    void withoutAListWhoeverIsAtTheDeskIsCalled();
    void pagingGrowsSlowerButNeverEnds();
    void aMachineThatSleptThroughPagesCallsOnce();
    void acknowledgingStopsThePaging();
    void aSecondAcknowledgementChangesNothing();
    void whoSaysYesAndDoesNothingIsPagedAgain();
    void takingOverIsAnAcknowledgement();
    void aTextFromTheShopPhoneIsAnAcknowledgement();
    void aCallThatWasAnsweredEndsTheWait();
    void thereIsOneAlertForOneEmergency();
    void aSecondMissedCallUpdatesTheAlert();
    void aCallTheNextDayUpdatesItToo();
    void whoDealsWithItHearsOfTheNextCall();
    void aWordThatIsGraverRaisesTheAlert();
    void aWordThatIsLessGraveLowersNothing();
    void whatAMindCallsUrgentIsAPersonsEvenWhereAnAlertStands();
    void aComplaintAtNightWaitsForTheOpening();
    void aPersonTodayGoesOnWithTheAssistant();
    void ringingThreeTimesPutsTheCallerFirst();
    void releasingIsAPersonsAct();
    void closingReleasesToo();
    void theRowSaysWhoIsNextAndWhen();
};

void AlertTest::peopleAreCalledOneAfterTheOther()
{
    Story s;
    s.profile.policy.onCall = {QStringLiteral("Jess"), QStringLiteral("Sam")};
    s.profile.policy.pageEvery = 60s;
    s.missed();
    s.accepts();
    s.writes(QStringLiteral("I smell gas"));
    QCOMPARE(s.due(), s.now + 60s);
    for (int i = 0; i < 3; ++i)
        s.nextDue();
    QCOMPARE(paged(s), QStringList({"Jess", "Sam", "Jess", "Sam"}));
    QVERIFY(s.noticed(QStringLiteral("page")));
    QCOMPARE(s.state.alert->pages, 4);
}

void AlertTest::everyPageHasAKeyOfItsOwn()
{
    Story s = gas();
    for (int i = 0; i < 15; ++i)
        s.nextDue();
    QSet<QString> keys;
    for (const PlannedOrder &order : s.orders)
        keys.insert(order.id.value);
    QCOMPARE(keys.size(), qsizetype(s.orders.size()));
    QCOMPARE(pagesOf(s), 16);
}

void AlertTest::withoutAListWhoeverIsAtTheDeskIsCalled()
{
    Story s = gas();
    s.nextDue();
    QCOMPARE(paged(s), QStringList({QString(), QString()}));
}

void AlertTest::pagingGrowsSlowerButNeverEnds()
{
    Story s = gas();
    const Instant began = s.now;
    for (int i = 0; i < 9; ++i)
        s.nextDue();
    QCOMPARE(s.now - began, Duration(9min));
    for (int i = 0; i < 100; ++i)
        s.nextDue();
    QVERIFY(s.due().isSet());
    QVERIFY(s.due() - s.now <= Duration(30min));
    QCOMPARE(pagesOf(s), 110);
}

void AlertTest::aMachineThatSleptThroughPagesCallsOnce()
{
    Story s = gas();
    s.wait(3h);
    s.tell(fact::Due{s.now});
    QCOMPARE(pagesOf(s), 2);
    QCOMPARE(s.due(), s.now + s.profile.policy.pageEvery);
}

void AlertTest::acknowledgingStopsThePaging()
{
    Story s = gas();
    s.tell(fact::OperatorAcknowledged{QStringLiteral("Sam")});
    QCOMPARE(s.state.alert->acknowledgedBy, QStringLiteral("Sam"));
    QVERIFY(!s.state.alert->nextPageAt.isSet());
    QVERIFY(s.explained(QStringLiteral("alert.acknowledged")));
    QVERIFY(s.in<phase::NeedsPerson>()); // seen is not released
    QCOMPARE(threadRow(s.state, {s.now, s.profile}).acknowledgedBy, QStringLiteral("Sam"));
}

void AlertTest::aSecondAcknowledgementChangesNothing()
{
    Story s = gas();
    s.tell(fact::OperatorAcknowledged{QStringLiteral("Sam")});
    const ThreadState before = s.state;
    s.tell(fact::OperatorAcknowledged{QStringLiteral("Jess")});
    QVERIFY(s.state == before);
    Story none = talking();
    const ThreadState quiet = none.state;
    none.tell(fact::OperatorAcknowledged{QStringLiteral("Jess")});
    QVERIFY(none.state == quiet);
}

void AlertTest::whoSaysYesAndDoesNothingIsPagedAgain()
{
    Story s = gas();
    s.tell(fact::OperatorAcknowledged{QStringLiteral("Sam")});
    QCOMPARE(s.due(), s.now + s.profile.policy.silenceAlarm);
    s.nextDue();
    QCOMPARE(pagesOf(s), 2);
    QVERIFY(s.explained(QStringLiteral("alert.again")));
    QVERIFY(!s.state.alert->acknowledgedAt.isSet());
}

void AlertTest::takingOverIsAnAcknowledgement()
{
    Story s = gas();
    s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    QCOMPARE(s.state.alert->acknowledgedBy, QStringLiteral("Jess"));
    QVERIFY(!s.state.alert->nextPageAt.isSet());
    QCOMPARE(sectionOf(s.state), Section::WithPerson);
}

void AlertTest::aTextFromTheShopPhoneIsAnAcknowledgement()
{
    Story s = gas();
    ProviderText text;
    text.id = {QStringLiteral("SMx")};
    text.body = QStringLiteral("I'm on my way");
    s.tell(fact::ForeignTextSeen{text});
    QVERIFY(s.state.alert->acknowledgedAt.isSet());
    QVERIFY(!s.due().isSet());
}

void AlertTest::aCallThatWasAnsweredEndsTheWait()
{
    for (const bool outgoing : {true, false}) {
        Story s = gas();
        s.wait(30s);
        s.tell(fact::CallObserved{answeredCall(outgoing)});
        QVERIFY(s.state.alert->acknowledgedAt.isSet());
        QVERIFY(!s.due().isSet()); // nobody waits, nobody is paged
        QVERIFY(s.in<phase::NeedsPerson>()); // the assistant keeps silent all the same
        QVERIFY(!s.state.urgent);
    }
}

void AlertTest::thereIsOneAlertForOneEmergency()
{
    Story s = gas();
    s.wait(10s);
    s.writes(QStringLiteral("the gas smell is getting stronger"));
    s.wait(10s);
    s.writes(QStringLiteral("hello??"));
    QCOMPARE(pagesOf(s), 1);
    QCOMPARE(s.texts().size(), 2);
    QCOMPARE(s.state.alert->updates, 2);
    QVERIFY(s.explained(QStringLiteral("alert.updated")));
}

void AlertTest::aSecondMissedCallUpdatesTheAlert()
{
    Story s = gas();
    s.wait(2min);
    s.missed();
    QCOMPARE(pagesOf(s), 1);
    QCOMPARE(s.state.alert->updates, 1);
    QCOMPARE(s.textsOf(TextKind::FirstText), 1);
}

void AlertTest::aCallTheNextDayUpdatesItToo()
{
    Story s = gas();
    s.wait(26h);
    s.missed();
    QCOMPARE(s.textsOf(TextKind::FirstText), 1);
    QCOMPARE(s.state.alert->updates, 1);
    QVERIFY(s.in<phase::NeedsPerson>());
}

void AlertTest::whoDealsWithItHearsOfTheNextCall()
{
    Story s = gas();
    s.tell(fact::OperatorAcknowledged{QStringLiteral("Sam")});
    s.wait(1min);
    s.missed();
    const auto *notice = s.newest<order::Notify>();
    QCOMPARE(notice->code, QStringLiteral("alert_again"));
    QCOMPARE(notice->args.value(1), QStringLiteral("Sam"));
    QCOMPARE(pagesOf(s), 1);
}

void AlertTest::aWordThatIsGraverRaisesTheAlert()
{
    Story s;
    s.missed();
    s.accepts();
    s.writes(QStringLiteral("a pipe burst and its pouring into the hall"));
    QCOMPARE(s.state.alert->level, AlertLevel::Now);
    s.tell(fact::OperatorAcknowledged{QStringLiteral("Sam")});
    s.writes(QStringLiteral("now the outlet is sparking"));
    QCOMPARE(s.state.alert->level, AlertLevel::Danger);
    QCOMPARE(s.state.alert->kind, QStringLiteral("fire"));
    QVERIFY(s.lastText().contains(QStringLiteral("911")));
    QCOMPARE(s.texts().size(), 3);
    QCOMPARE(pagesOf(s), 2); // what Sam has seen was not this
    QVERIFY(!s.state.alert->acknowledgedAt.isSet());
}

void AlertTest::aWordThatIsLessGraveLowersNothing()
{
    Story s = gas();
    s.writes(QStringLiteral("and a pipe burst"));
    QCOMPARE(s.state.alert->kind, QStringLiteral("gas"));
    QCOMPARE(s.state.alert->level, AlertLevel::Danger);
    QCOMPARE(s.texts().size(), 2);
}

void AlertTest::whatAMindCallsUrgentIsAPersonsEvenWhereAnAlertStands()
{
    Story s = gas();
    s.state.phase = phase::Answering{s.now}; // however it came to that
    s.proposes(proposal::HandOver{QStringLiteral("gas"), QStringLiteral("gas smell"), true});
    QVERIFY(s.in<phase::NeedsPerson>());
    QCOMPARE(pagesOf(s), 1);
}

void AlertTest::aComplaintAtNightWaitsForTheOpening()
{
    Story s(QStringLiteral("2026-12-07T22:00"));
    s.missed();
    s.accepts();
    s.writes(QStringLiteral("I will sue you, you scratched my car"));
    QVERIFY(s.in<phase::NeedsPerson>());
    QCOMPARE(pagesOf(s), 0);
    QCOMPARE(s.wallOf(s.due()), QStringLiteral("2026-12-08T09:00"));
    s.nextDue();
    QCOMPARE(pagesOf(s), 1);
    QVERIFY(s.lastText().contains(QStringLiteral("when we open")));

    Story day;
    day.missed();
    day.accepts();
    day.writes(QStringLiteral("I will sue you, you scratched my car"));
    QCOMPARE(pagesOf(day), 1);
}

void AlertTest::aPersonTodayGoesOnWithTheAssistant()
{
    Story s = talking();
    s.profile.trade = QStringLiteral("auto detailing");
    s.state.lead.outcome = LeadOutcome::Answered;
    s.writes(QStringLiteral("there is blood on the seats of the car"));
    QVERIFY(s.in<phase::Answering>());
    QCOMPARE(s.state.callback->reason, Reason::Today);
    QCOMPARE(s.state.lead.outcome, LeadOutcome::Answered); // how it ends is not decided by this
    QVERIFY(!s.state.alert);
    QCOMPARE(pagesOf(s), 0);
}

void AlertTest::ringingThreeTimesPutsTheCallerFirst()
{
    Story s;
    s.missed();
    s.wait(2min);
    s.missed();
    QVERIFY(!s.state.callback);
    s.wait(2min);
    s.missed();
    QCOMPARE(s.state.callback->reason, Reason::Today);
    QCOMPARE(s.textsOf(TextKind::FirstText), 1);

    Story slow;
    slow.missed();
    slow.wait(14min);
    slow.missed();
    slow.wait(14min);
    slow.missed();
    QVERIFY(!slow.state.callback);
}

void AlertTest::releasingIsAPersonsAct()
{
    Story s = gas();
    s.tell(fact::OperatorHandedBack{QStringLiteral("Jess"), {}}); // straight from the list, without taking over
    QVERIFY(!s.state.alert);
    QVERIFY(!s.state.urgent);
    QVERIFY(s.explained(QStringLiteral("alert.released")));
}

void AlertTest::closingReleasesToo()
{
    Story s = gas();
    s.tell(fact::OperatorClosed{QStringLiteral("Jess")});
    QVERIFY(!s.state.alert);
    QVERIFY(!s.due().isSet());
    QCOMPARE(sectionOf(s.state), Section::Done);
}

void AlertTest::theRowSaysWhoIsNextAndWhen()
{
    Story s;
    s.profile.policy.onCall = {QStringLiteral("Jess"), QStringLiteral("Sam")};
    s.missed();
    s.accepts();
    s.writes(QStringLiteral("I smell gas"));
    const ThreadRow row = threadRow(s.state, {s.now, s.profile});
    QCOMPARE(row.alert, std::optional(AlertLevel::Danger));
    QCOMPARE(row.paged, QStringLiteral("Jess"));
    QCOMPARE(row.nextPerson, QStringLiteral("Sam"));
    QCOMPARE(row.nextPage, s.now + 60s);
    QCOMPARE(row.reasonDetail, QStringLiteral("gas"));
    QCOMPARE(row.limit, s.profile.policy.urgentLimit);
}

QTEST_GUILESS_MAIN(AlertTest)
#include "alerttest.moc"
