// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/stages.h"

#include "core/engine/safety.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::engine;

/// Danger: what is said, and for how long nobody automatic speaks.
class SafetyTest : public QObject
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
    void theAssistantIsSilentUntilAPersonReleasesTheThread();
    void whatWasOrderedBeforeDoesNotLeaveAnyMore();
    void aBookingThatEndsDuringItSaysNothing();
    void noFollowUpsComeAfterwards();
    void aMindMayRaise();
    void aMindThatInventsNumbersStillRaises();
    void aMindIsNotAskedAndCannotLower();
    void optingOutWithDangerAlertsAndTextsNobody();
    void dangerAfterAnOptOutAlertsAndTextsNobody();
    void dangerInAHeldThreadAlertsAndLetsThePersonSpeak();
    void anUndeliveredSafetyTextDoesNotHideTheAlert();
};

void SafetyTest::dangerIsAnsweredAndPagedBeforeAnyMindIsAsked()
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

void SafetyTest::theSafetyWordsAreLocked_data()
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

void SafetyTest::theSafetyWordsAreLocked()
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

void SafetyTest::everySafetyTextIsOneTextWithALongName_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("level");
    for (const char *kind : {"gas", "fire", "electric", "medical", "self_harm", "threat", "vehicle", "lockout", "water", "sewage",
             "heat", "animal", "legal", "distress", "complaint", "damage", "other"}) {
        QTest::addRow("danger, %s", kind) << QString::fromLatin1(kind) << int(AlertLevel::Danger);
        QTest::addRow("now, %s", kind) << QString::fromLatin1(kind) << int(AlertLevel::Now);
    }
}

void SafetyTest::everySafetyTextIsOneTextWithALongName()
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

void SafetyTest::theEmergencyNumberIsTheCountrys_data()
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

void SafetyTest::theEmergencyNumberIsTheCountrys()
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

void SafetyTest::theShopsOwnWordsNeverReplaceTheSafetyText()
{
    Story s;
    s.profile.words.handOver = QStringLiteral("We'll be with you soon!");
    s.missed();
    s.accepts();
    s.writes(QStringLiteral("I smell gas"));
    QVERIFY(!s.lastText().contains(QStringLiteral("soon")));
}

void SafetyTest::theSafetyTextClaimsOnlyWhatHappened()
{
    Story s = gas();
    // The page and the text are kept together; nobody has answered yet, and the text does not say so.
    QVERIFY(s.lastText().contains(QStringLiteral("is being told")));
    QCOMPARE(pagesOf(s), 1);
    for (const char *claim : {"alerted", "will call", "on the way", "has been told"})
        QVERIFY(!s.lastText().contains(QLatin1String(claim)));
}

void SafetyTest::theAssistantIsSilentUntilAPersonReleasesTheThread()
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

void SafetyTest::whatWasOrderedBeforeDoesNotLeaveAnyMore()
{
    Story s = talking();
    s.proposes(proposal::JustReply{}, QStringLiteral("It depends."));
    const PlannedOrder pending = *s.newestText();
    s.writes(QStringLiteral("my garage is on fire"));
    QVERIFY(std::find(s.cancelled.begin(), s.cancelled.end(), pending.id) != s.cancelled.end());
    QCOMPARE(std::get<verdict::Cancel>(gate(pending, s.state, {s.now, s.profile})).reason, QStringLiteral("urgent"));
}

void SafetyTest::aBookingThatEndsDuringItSaysNothing()
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

void SafetyTest::noFollowUpsComeAfterwards()
{
    Story s = gas();
    s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("Are you out?")});
    s.tell(fact::OperatorHandedBack{QStringLiteral("Jess"), {}});
    for (int i = 0; i < 20 && s.due().isSet(); ++i)
        s.nextDue();
    QCOMPARE(s.textsOf(TextKind::FollowUp), 0);
}

void SafetyTest::aMindMayRaise()
{
    Story s = talking();
    s.proposes(proposal::HandOver{QStringLiteral("water"), QStringLiteral("sounds like a flood"), true},
        QStringLiteral("Words the mind made up."));
    QCOMPARE(s.state.alert->kind, QStringLiteral("water"));
    QVERIFY(!s.texts().contains(QStringLiteral("Words the mind made up.")));
    QVERIFY(s.noticed(QStringLiteral("urgent")));
    QVERIFY(s.in<phase::NeedsPerson>());
}

void SafetyTest::aMindThatInventsNumbersStillRaises()
{
    Story s = talking();
    s.proposes(proposal::HandOver{QStringLiteral("gas"), QStringLiteral("gas"), true}, QStringLiteral("Call 0800 777 777, it costs $99."));
    QVERIFY(s.noticed(QStringLiteral("urgent")));
    QVERIFY(!s.noticed(QStringLiteral("needs_person")));
    QVERIFY(!s.lastText().contains(QStringLiteral("0800")));
}

void SafetyTest::aMindIsNotAskedAndCannotLower()
{
    Story s = gas();
    const ThreadState before = s.state;
    s.tell(fact::TurnProposed{s.state.turn, Turn{{}, {}, proposal::JustReply{}, QStringLiteral("No worries!"), {}, {}}, {}});
    QCOMPARE(s.state.alert, before.alert);
    QVERIFY(!s.texts().contains(QStringLiteral("No worries!")));
}

void SafetyTest::optingOutWithDangerAlertsAndTextsNobody()
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

void SafetyTest::dangerAfterAnOptOutAlertsAndTextsNobody()
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

void SafetyTest::dangerInAHeldThreadAlertsAndLetsThePersonSpeak()
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

void SafetyTest::anUndeliveredSafetyTextDoesNotHideTheAlert()
{
    Story s = gas();
    s.refuses(30006);
    QCOMPARE(sectionOf(s.state), Section::NeedsPerson);
    QVERIFY(s.due().isSet());
    QCOMPARE(threadRow(s.state, {s.now, s.profile}).reason, Reason::Urgent);
}

QTEST_GUILESS_MAIN(SafetyTest)
#include "safetytest.moc"
