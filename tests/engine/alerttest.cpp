// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/stages.h"

#include "core/engine/safety.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::engine;

namespace {

/// The first text is out; the caller writes of gas.
Story gas()
{
    Story s;
    s.missed();
    s.accepts();
    s.wait(20s);
    s.writes(QStringLiteral("I smell gas in the kitchen"));
    return s;
}

int pagesOf(const Story &s)
{
    int count = 0;
    for (const PlannedOrder &order : s.orders) {
        const auto *notice = std::get_if<order::Notify>(&order.what);
        count += notice && (notice->code == QLatin1String("urgent") || notice->code == QLatin1String("page"));
    }
    return count;
}

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

/// Danger: what is said, who is called, and for how long nobody automatic speaks.
class AlertTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dangerIsAnsweredAndPagedBeforeAnyMindIsAsked();
    void theSafetyWordsAreLocked_data();
    void theSafetyWordsAreLocked();
    void everySafetyTextIsOneTextWithALongName_data();
    void everySafetyTextIsOneTextWithALongName();
    void theEmergencyNumberIsTheCountrys_data();
    void theEmergencyNumberIsTheCountrys();
    void theShopsOwnWordsNeverReplaceTheSafetyText();
    void theSafetyTextClaimsOnlyWhatHappened();
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
    void theAssistantIsSilentUntilAPersonReleasesTheThread();
    void whatWasOrderedBeforeDoesNotLeaveAnyMore();
    void aBookingThatEndsDuringItSaysNothing();
    void noFollowUpsComeAfterwards();
    void aMindMayRaise();
    void aMindIsNotAskedAndCannotLower();
    void optingOutWithDangerAlertsAndTextsNobody();
    void dangerAfterAnOptOutAlertsAndTextsNobody();
    void dangerInAHeldThreadAlertsAndLetsThePersonSpeak();
    void aComplaintAtNightWaitsForTheOpening();
    void aPersonTodayGoesOnWithTheAssistant();
    void ringingThreeTimesPutsTheCallerFirst();
    void releasingIsAPersonsAct();
    void closingReleasesToo();
    void theRowSaysWhoIsNextAndWhen();
    void anUndeliveredSafetyTextDoesNotHideTheAlert();
};

void AlertTest::dangerIsAnsweredAndPagedBeforeAnyMindIsAsked()
{
    Story s = gas();
    QVERIFY(s.in<phase::NeedsPerson>());
    QVERIFY(!s.newest<order::AskAssistant>());
    QVERIFY(s.lastText().contains(QStringLiteral("Leave the building")));
    QVERIFY(s.newestText()->id.value.startsWith(QStringLiteral("safety:")));
    const auto *notice = s.newest<order::Notify>();
    QCOMPARE(notice->code, QStringLiteral("urgent"));
    QCOMPARE(notice->urgency, order::Urgency::Critical);
    QCOMPARE(notice->args.value(0), QStringLiteral("gas"));
    QCOMPARE(s.state.alert->level, AlertLevel::Danger);
    QVERIFY(s.state.urgent);
    QCOMPARE(s.state.lead.outcome, LeadOutcome::Escalated);
    QVERIFY(s.explained(QStringLiteral("trigger")) && s.explained(QStringLiteral("trigger.locked")));
    QVERIFY(std::holds_alternative<verdict::Send>(s.gateNow()));
    QCOMPARE(s.state.callerWaitsSince, s.now); // the safety text is no answer
}

void AlertTest::theSafetyWordsAreLocked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("must");
    QTest::newRow("gas") << "I smell gas" << QStringList{"Leave the building", "911", "gas utility"};
    QTest::newRow("fire") << "the kitchen is on fire" << QStringList{"911", "everyone out"};
    QTest::newRow("self-harm") << "i want to kill myself" << QStringList{"988", "911"};
    QTest::newRow("threat") << "my ex has a gun and is at the door" << QStringList{"911"};
    QTest::newRow("medical") << "he has chest pain and cant breathe" << QStringList{"911"};
    QTest::newRow("water") << "a pipe burst and its pouring into the hall" << QStringList{"911", "main valve"};
    QTest::newRow("arrest") << "my son got arrested tonight" << QStringList{"911"};
}

void AlertTest::theSafetyWordsAreLocked()
{
    QFETCH(QString, text);
    QFETCH(QStringList, must);
    Story s;
    s.missed();
    s.accepts();
    s.writes(text);
    QVERIFY(s.in<phase::NeedsPerson>());
    for (const QString &word : must)
        QVERIFY2(s.lastText().contains(word), qPrintable(s.lastText()));
    QCOMPARE(s.texts().size(), 2); // the first text and this
}

void AlertTest::everySafetyTextIsOneTextWithALongName_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("level");
    for (const char *kind : {"gas", "fire", "electric", "medical", "self_harm", "threat", "vehicle", "lockout", "water", "sewage",
             "heat", "animal", "legal", "distress", "complaint", "damage", "other"}) {
        QTest::addRow("danger, %s", kind) << QString::fromLatin1(kind) << int(AlertLevel::Danger);
        QTest::addRow("now, %s", kind) << QString::fromLatin1(kind) << int(AlertLevel::Now);
    }
}

void AlertTest::everySafetyTextIsOneTextWithALongName()
{
    QFETCH(QString, kind);
    QFETCH(int, level);
    Profile profile = shop();
    profile.name = QStringLiteral("Twenty-two Letters Inc"); // the longest name for texts
    for (const char *wall : {"2026-12-07T11:00", "2026-12-06T03:00"}) {
        const QDateTime time = QDateTime::fromString(QString::fromLatin1(wall), Qt::ISODate);
        const QString text = safetyText(profile, kind, AlertLevel(level), toInstant(time.date(), time.time(), profile.zone));
        QVERIFY2(text.size() <= 160, qPrintable(text));
        QVERIFY(!text.contains(QLatin1Char('{')));
        for (const QChar c : text)
            QVERIFY2(c.unicode() < 128, qPrintable(text));
        for (const char *word : {"STOP", "CANCEL", "QUIT", "alerted", "on the way", "on our way"})
            QVERIFY2(!text.contains(QLatin1String(word)), qPrintable(text));
    }
}

void AlertTest::theEmergencyNumberIsTheCountrys_data()
{
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("number");
    QTest::addColumn<bool>("crisisLine");
    QTest::newRow("United States") << "+15125550100" << "911" << true;
    QTest::newRow("Canada") << "+14165550100" << "911" << true;
    QTest::newRow("Britain") << "+442079460100" << "999" << false;
    QTest::newRow("Australia") << "+61255550100" << "000" << false;
    QTest::newRow("New Zealand") << "+6495550100" << "111" << false;
    QTest::newRow("Germany") << "+49305550100" << "112" << false;
    QTest::newRow("no number yet") << "" << "911" << true;
}

void AlertTest::theEmergencyNumberIsTheCountrys()
{
    QFETCH(QString, phone);
    QFETCH(QString, number);
    QFETCH(bool, crisisLine);
    Profile profile = shop();
    profile.phone = {phone};
    QCOMPARE(emergencyNumber(profile), number);
    const Instant now = Story().now;
    QVERIFY(safetyText(profile, QStringLiteral("fire"), AlertLevel::Danger, now).contains(number));
    const QString sad = safetyText(profile, QStringLiteral("self_harm"), AlertLevel::Danger, now);
    QCOMPARE(sad.contains(QStringLiteral("988")), crisisLine);
    QVERIFY(sad.contains(number));
}

void AlertTest::theShopsOwnWordsNeverReplaceTheSafetyText()
{
    Story s;
    s.profile.words.handOver = QStringLiteral("We'll be with you soon!");
    s.missed();
    s.accepts();
    s.writes(QStringLiteral("I smell gas"));
    QVERIFY(!s.lastText().contains(QStringLiteral("soon")));
}

void AlertTest::theSafetyTextClaimsOnlyWhatHappened()
{
    Story s = gas();
    // The page and the text are kept together; nobody has answered yet, and the text does not say so.
    QVERIFY(s.lastText().contains(QStringLiteral("is being told")));
    QCOMPARE(pagesOf(s), 1);
    for (const char *claim : {"alerted", "will call", "on the way", "has been told"})
        QVERIFY(!s.lastText().contains(QLatin1String(claim)));
}

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

void AlertTest::theAssistantIsSilentUntilAPersonReleasesTheThread()
{
    Story s = gas();
    s.wait(5h);
    s.writes(QStringLiteral("how much is a ceramic coating?"));
    QVERIFY(!s.newest<order::AskAssistant>());
    s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    s.writes(QStringLiteral("ok and saturday?"));
    QVERIFY(!s.newest<order::AskAssistant>());
    s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("All safe now.")});
    s.tell(fact::OperatorHandedBack{QStringLiteral("Jess"), {}});
    QVERIFY(!s.state.alert);
    s.writes(QStringLiteral("how much is a ceramic coating?"));
    s.nextDue();
    QVERIFY(s.newest<order::AskAssistant>());
}

void AlertTest::whatWasOrderedBeforeDoesNotLeaveAnyMore()
{
    Story s = talking();
    s.proposes(proposal::JustReply{}, QStringLiteral("It depends."));
    const PlannedOrder pending = *s.newestText();
    s.writes(QStringLiteral("my garage is on fire"));
    QVERIFY(std::find(s.cancelled.begin(), s.cancelled.end(), pending.id) != s.cancelled.end());
    QCOMPARE(std::get<verdict::Cancel>(gate(pending, s.state, {s.now, s.profile})).reason, QStringLiteral("urgent"));
}

void AlertTest::aBookingThatEndsDuringItSaysNothing()
{
    Story s = offered();
    s.writes(QStringLiteral("the first one"));
    s.proposes(proposal::TakeOffer{0});
    s.writes(QStringLiteral("omg my house is on fire"));
    s.booked();
    QVERIFY(s.in<phase::NeedsPerson>());
    const PlannedOrder &last = *s.newestText();
    if (!last.id.value.startsWith(QStringLiteral("safety:")))
        QCOMPARE(std::get<verdict::Cancel>(gate(last, s.state, {s.now, s.profile})).reason, QStringLiteral("urgent"));
}

void AlertTest::noFollowUpsComeAfterwards()
{
    Story s = gas();
    s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("Are you out?")});
    s.tell(fact::OperatorHandedBack{QStringLiteral("Jess"), {}});
    for (int i = 0; i < 20 && s.due().isSet(); ++i)
        s.nextDue();
    QCOMPARE(s.textsOf(TextKind::FollowUp), 0);
}

void AlertTest::aMindMayRaise()
{
    Story s = talking();
    s.proposes(proposal::HandOver{QStringLiteral("water"), QStringLiteral("sounds like a flood"), true},
        QStringLiteral("Words the mind made up."));
    QCOMPARE(s.state.alert->kind, QStringLiteral("water"));
    QVERIFY(!s.texts().contains(QStringLiteral("Words the mind made up.")));
    QVERIFY(s.noticed(QStringLiteral("urgent")));
    QVERIFY(s.in<phase::NeedsPerson>());
}

void AlertTest::aMindIsNotAskedAndCannotLower()
{
    Story s = gas();
    const ThreadState before = s.state;
    s.tell(fact::TurnProposed{s.state.turn, Turn{{}, {}, proposal::JustReply{}, QStringLiteral("No worries!"), {}, {}}, {}});
    QCOMPARE(s.state.alert, before.alert);
    QVERIFY(!s.texts().contains(QStringLiteral("No worries!")));
}

void AlertTest::optingOutWithDangerAlertsAndTextsNobody()
{
    Story s = talking();
    const qsizetype texts = s.texts().size();
    s.writes(QStringLiteral("stop texting me, my house is on fire"));
    QVERIFY(s.state.optOut.has_value());
    QVERIFY(s.noticed(QStringLiteral("urgent")));
    QCOMPARE(s.texts().size(), texts);
    QCOMPARE(sectionOf(s.state), Section::NeedsPerson);
    QVERIFY(s.explained(QStringLiteral("trigger.no_text")));
}

void AlertTest::dangerAfterAnOptOutAlertsAndTextsNobody()
{
    Story s = talking();
    s.writes(QStringLiteral("STOP"));
    const qsizetype texts = s.texts().size();
    s.wait(1h);
    s.writes(QStringLiteral("there is a gas leak here"));
    QVERIFY(s.noticed(QStringLiteral("urgent")));
    QCOMPARE(s.texts().size(), texts);
    QCOMPARE(sectionOf(s.state), Section::NeedsPerson);
}

void AlertTest::dangerInAHeldThreadAlertsAndLetsThePersonSpeak()
{
    Story s = talking();
    s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    const qsizetype texts = s.texts().size();
    s.writes(QStringLiteral("I smell gas"));
    QCOMPARE(s.texts().size(), texts); // never over a person
    QVERIFY(s.noticed(QStringLiteral("urgent")));
    QVERIFY(s.noticed(QStringLiteral("reply_held")));
    QVERIFY(s.state.held());
    s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("Get out!")});
    QVERIFY(s.state.alert->acknowledgedAt.isSet());
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

void AlertTest::anUndeliveredSafetyTextDoesNotHideTheAlert()
{
    Story s = gas();
    s.refuses(30006);
    QCOMPARE(sectionOf(s.state), Section::NeedsPerson);
    QVERIFY(s.due().isSet());
    QCOMPARE(threadRow(s.state, {s.now, s.profile}).reason, Reason::Urgent);
}

QTEST_GUILESS_MAIN(AlertTest)
#include "alerttest.moc"
