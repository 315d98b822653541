// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/forecast.h"
#include "tests/engine/stages.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::engine;

/// When automatic texts may leave: quiet hours of the caller's place, caps, the big stop.
class HoursTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nudgesKeepTheHoursOfTheCallersPlace_data();
    void nudgesKeepTheHoursOfTheCallersPlace();
    void theGateAsksAgainAtTheSend();
    void noHourWithinThreeDaysPutsTheCallerOnTheManualList();
    void aPlaceSetByStaffNarrowsTheHours();
    void anAddressNarrowsTheHours();
    void aHeldFirstTextLeavesInTheMorning();
    void aFirstTextGoesAtNightWhenThePolicySaysSend();
    void aLateFirstTextIsHeldAtNight_data();
    void aLateFirstTextIsHeldAtNight();
    void aReplyTakesTheHeldFirstTextBack();
    void theLadderCountsFromWhenTheTextLeft();
    void threeTextsWithoutAReplyAreEnough();
    void aThirdTextWithinADayWaits();
    void floridaCountsAnsweredTextsToo();
    void aRefusedTextDoesNotCount();
    void aNewCallOpensTheCapAgain();
    void answersLeaveAtAnyHour();
    void everyDecisionNamesRuleZoneAndTable();
    void theBigStopSendsCallersToPeople();
    void theBigStopCancelsWhatWaits_data();
    void theBigStopCancelsWhatWaits();
    void theBigStopSkipsRungsSoNothingBurstsAfterwards();
    void optOutConfirmationAndHelpLeaveInSpiteOfTheStop();
    void aPersonsTextLeavesInSpiteOfTheStop();
};

namespace {

/// A shop that may text around the clock, so that only the caller's place decides.
Story from(const char *number, const QString &start)
{
    Story s(start);
    s.profile.policy.nudgeFrom = QTime(0, 0);
    s.profile.policy.nudgeTo = QTime(23, 59);
    s.profile.policy.screening.alsoText = {QStringLiteral("+44")};
    s.state = newThread({QString::fromLatin1(number)}, s.profile.phone);
    return s;
}

const JournalLine *lineOf(const Story &s, const char *code)
{
    for (auto it = s.journal.rbegin(); it != s.journal.rend(); ++it) {
        if (it->code == QLatin1String(code))
            return &*it;
    }
    return nullptr;
}

} // namespace

void HoursTest::nudgesKeepTheHoursOfTheCallersPlace_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<QString>("missedAt"); // shop time, Chicago
    QTest::addColumn<QString>("nudgeAt");
    const auto row = [](const char *name, const char *number, const char *missed, const char *nudge) {
        QTest::newRow(name) << QByteArray(number) << QString::fromLatin1(missed) << QString::fromLatin1(nudge);
    };
    row("Texas in the afternoon", "+15125550142", "2026-12-07T10:00", "2026-12-07T14:00");
    row("Texas in the evening waits for nine", "+15125550142", "2026-12-07T18:00", "2026-12-08T09:00");
    row("Texas on Saturday evening waits for Sunday noon", "+15125550142", "2026-12-05T18:00", "2026-12-06T12:00");
    row("California waits for nine, Pacific time", "+13105550142", "2026-12-07T05:00", "2026-12-07T11:00");
    row("New York ends an hour earlier by our clock", "+12125550142", "2026-12-07T16:00", "2026-12-08T07:00");
    row("Maine on Friday afternoon waits for Monday", "+12075550142", "2026-12-04T13:00", "2026-12-07T08:00");
    row("Arizona in winter", "+16025550142", "2026-12-07T04:00", "2026-12-07T09:00");
    row("London is long in bed", "+442079460958", "2026-12-07T13:00", "2026-12-08T08:00");
    row("the Panhandle of Florida: both zones", "+18505550142", "2026-12-07T16:00", "2026-12-08T08:00");
    row("the night the clocks go forward", "+15125550142", "2027-03-13T20:00", "2027-03-14T12:00");
    row("the night they go back", "+12125550142", "2026-10-31T20:00", "2026-11-01T07:00");
}

void HoursTest::nudgesKeepTheHoursOfTheCallersPlace()
{
    QFETCH(QByteArray, number);
    QFETCH(QString, missedAt);
    Story s = from(number.constData(), missedAt);
    s.missed();
    s.accepts();
    if (number == "+442079460958") // its own zone and the shop's, because the place is abroad
        QCOMPARE(s.due(), std::get<phase::WaitingForCaller>(s.state.phase).nextNudge);
    QTEST(s.wallOf(s.due()), "nudgeAt");
}

void HoursTest::theGateAsksAgainAtTheSend()
{
    Story s = from("+13055550142", QStringLiteral("2026-12-07T14:55"));
    s.missed();
    s.accepts();
    s.nextDue(); // 18:55 here, 19:55 in Miami: five minutes left
    QCOMPARE(s.textsOf(TextKind::FollowUp), 1);
    QVERIFY(std::holds_alternative<verdict::Send>(s.gateNow()));
    s.wait(5min); // it could not leave at once
    const Verdict night = s.gateNow();
    QVERIFY(std::holds_alternative<verdict::Cancel>(night)); // too old by the morning
    QCOMPARE(std::get<verdict::Cancel>(night).reason, QStringLiteral("expired"));
    s.profile.policy.nudgeFresh = 24h;
    s.orders.back().expiresAt = s.now + 24h;
    QCOMPARE(s.gateNow(), Verdict{verdict::Wait{s.wall(QStringLiteral("2026-12-08T07:00"))}});
}

void HoursTest::noHourWithinThreeDaysPutsTheCallerOnTheManualList()
{
    Story s = from("+18085550142", QStringLiteral("2026-12-07T10:00"));
    s.profile.policy.nudgeFrom = QTime(5, 0); // 1:00 to 3:00 in Honolulu
    s.profile.policy.nudgeTo = QTime(7, 0);
    s.missed();
    s.accepts();
    QCOMPARE(s.state.callback->reason, Reason::NoAllowedTime);
    QVERIFY(!s.state.callback->done);
    QVERIFY(!s.due().isSet());
    QVERIFY(lineOf(s, "hours.none"));
    // A text that waited in the outbox ends there too.
    Story waiting = from("+18085550142", QStringLiteral("2026-12-07T12:00"));
    waiting.missed();
    waiting.accepts();
    waiting.nextDue();
    QCOMPARE(waiting.textsOf(TextKind::FollowUp), 1);
    waiting.profile.policy.nudgeFrom = QTime(5, 0);
    waiting.profile.policy.nudgeTo = QTime(7, 0);
    const Verdict verdict = waiting.gateNow();
    QVERIFY(std::holds_alternative<verdict::Cancel>(verdict));
    QCOMPARE(std::get<verdict::Cancel>(verdict).reason, QStringLiteral("no_allowed_time"));
    waiting.tell(fact::OrderSettled{waiting.newestText()->id, fact::Ending::Cancelled, {}, 0, QStringLiteral("no_allowed_time")});
    QCOMPARE(waiting.state.callback->reason, Reason::NoAllowedTime);
}

void HoursTest::aPlaceSetByStaffNarrowsTheHours()
{
    Story s = from("+12125550142", QStringLiteral("2026-12-07T05:00"));
    s.missed();
    s.accepts();
    QCOMPARE(s.wallOf(s.due()), QStringLiteral("2026-12-07T09:00"));
    s.tell(fact::OperatorSetPlace{QStringLiteral("Jess"), QStringLiteral("America/Los_Angeles"), QString()});
    QCOMPARE(s.wallOf(s.due()), QStringLiteral("2026-12-07T10:00"));
    QVERIFY(s.explained(QStringLiteral("place.set")));
    s.tell(fact::OperatorSetPlace{QStringLiteral("Jess"), QStringLiteral("Mars/Olympus_Mons"), QString()});
    QCOMPARE(s.wallOf(s.due()), QStringLiteral("2026-12-07T09:00")); // an unknown zone changes nothing
    s.tell(fact::OperatorSetPlace{QStringLiteral("Jess"), QString(), QStringLiteral("US-KY")});
    QCOMPARE(s.wallOf(s.due()), QStringLiteral("2026-12-07T10:00")); // ten, central time
}

void HoursTest::anAddressNarrowsTheHours()
{
    Story s = from("+12125550142", QStringLiteral("2026-12-05T09:00"));
    s.state.lead.learn({QStringLiteral("address"), QStringLiteral("12 Elm St, Portland, ME 04101"), {}});
    const Lead lead = s.state.lead;
    s.missed();
    s.state.lead = lead; // a new episode begins a new lead; the address is told anew
    s.accepts();
    QCOMPARE(s.wallOf(s.due()), QStringLiteral("2026-12-07T08:00"));
}

void HoursTest::aHeldFirstTextLeavesInTheMorning()
{
    Story s = from("+15125550142", QStringLiteral("2026-12-07T22:30"));
    s.profile.policy.holdFirstTextInQuietHours = true;
    s.profile.words.firstTextClosed = QStringLiteral("{biz} is closed till {open}.");
    s.missed();
    const PlannedOrder text = *s.newestText();
    QCOMPARE(s.wallOf(text.notBefore), QStringLiteral("2026-12-08T09:00"));
    QCOMPARE(text.expiresAt, text.notBefore + s.profile.policy.firstTextFresh);
    QVERIFY(!s.lastText().contains(QStringLiteral("closed"))); // open when it leaves
    QVERIFY(s.in<phase::Greeting>());
    QCOMPARE(lineOf(s, "hours.wait")->about, text.id.value);
    s.now = text.notBefore;
    QVERIFY(std::holds_alternative<verdict::Send>(s.gateNow()));
    s.accepts();
    QCOMPARE(s.wallOf(s.due()), QStringLiteral("2026-12-08T13:00"));
}

void HoursTest::aFirstTextGoesAtNightWhenThePolicySaysSend()
{
    Story s = from("+15125550142", QStringLiteral("2026-12-07T22:30"));
    s.missed();
    QVERIFY(!s.newestText()->notBefore.isSet());
    QVERIFY(std::holds_alternative<verdict::Send>(s.gateNow()));
}

void HoursTest::aLateFirstTextIsHeldAtNight_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<bool>("held");
    QTest::newRow("four minutes are still an answer") << 4 << false;
    QTest::newRow("five are the limit") << 5 << false;
    QTest::newRow("six are not") << 6 << true;
    QTest::newRow("fourteen are not") << 14 << true;
}

void HoursTest::aLateFirstTextIsHeldAtNight()
{
    QFETCH(int, minutes);
    Story s = from("+15125550142", QStringLiteral("2026-12-07T22:30"));
    s.missedAgo(minutes * 1min);
    QCOMPARE(s.textsOf(TextKind::FirstText), 1);
    QTEST(s.newestText()->notBefore.isSet(), "held");
    Story day = from("+15125550142", QStringLiteral("2026-12-07T12:30"));
    day.missedAgo(minutes * 1min);
    QVERIFY(!day.newestText()->notBefore.isSet());
}

void HoursTest::aReplyTakesTheHeldFirstTextBack()
{
    Story s = from("+15125550142", QStringLiteral("2026-12-07T22:30"));
    s.profile.policy.holdFirstTextInQuietHours = true;
    s.missed();
    const OrderId held = s.newestText()->id;
    s.writes(QStringLiteral("hi, you did not pick up"));
    QVERIFY(std::find(s.cancelled.begin(), s.cancelled.end(), held) != s.cancelled.end());
    QVERIFY(s.state.plan.counted.empty());
}

void HoursTest::theLadderCountsFromWhenTheTextLeft()
{
    Story s = from("+15125550142", QStringLiteral("2026-12-07T10:00"));
    s.missed();
    s.accepts();
    s.nextDue();
    s.wait(30min); // the network was down
    s.accepts();
    QCOMPARE(s.wallOf(s.due()), QStringLiteral("2026-12-08T10:30")); // 20 h after it left
}

void HoursTest::threeTextsWithoutAReplyAreEnough()
{
    Story s = from("+12125550142", QStringLiteral("2026-12-07T10:00"));
    s.profile.policy.nudgesAfter = {4h, 24h, 60h, 90h};
    s.profile.policy.maxNudges = 4;
    s.missed();
    s.accepts();
    for (int i = 0; i < 2; ++i) {
        s.nextDue();
        s.accepts();
    }
    QCOMPARE(s.textsOf(TextKind::FollowUp), 2);
    QCOMPARE(s.state.callback->reason, Reason::NoAllowedTime);
    QCOMPARE(lineOf(s, "hours.none")->args.value(1), QStringLiteral("cap:all"));
    // The gate says the same to one that was ordered anyhow.
    PlannedOrder extra = *s.newestText();
    extra.id = {QStringLiteral("nudge:extra")};
    QCOMPARE(gate(extra, s.state, {s.now, s.profile}), Verdict{verdict::Cancel{QStringLiteral("cap")}});
}

void HoursTest::aThirdTextWithinADayWaits()
{
    Story s = from("+12125550142", QStringLiteral("2026-12-07T08:00"));
    s.profile.policy.nudgesAfter = {1h, 2h};
    s.profile.policy.nudgesApart = 1h;
    s.missed();
    s.accepts();
    s.nextDue();
    s.accepts();
    QCOMPARE(s.wallOf(s.due()), QStringLiteral("2026-12-08T08:00")); // 24 h after the first
    QCOMPARE(lineOf(s, "hours.wait")->args.value(1).section(u' ', 0, 0), QStringLiteral("cap:24h"));
}

void HoursTest::floridaCountsAnsweredTextsToo()
{
    const auto thirdWithinTheDay = [](const char *number) {
        Story s = from(number, QStringLiteral("2026-12-07T08:00"));
        s.profile.policy.nudgesAfter = {1h};
        s.missed();
        s.accepts(); // 1st
        for (int i = 0; i < 2; ++i) { // 2nd and 3rd, each answered
            s.writes(QStringLiteral("hm"));
            s.proposes(proposal::JustReply{}, QStringLiteral("What can we do for you?"), {QStringLiteral("other")});
            s.accepts();
            s.nextDue();
            s.accepts();
        }
        s.writes(QStringLiteral("hm"));
        s.proposes(proposal::JustReply{}, QStringLiteral("What can we do for you?"), {QStringLiteral("other")});
        s.accepts();
        return s.wallOf(s.due());
    };
    QCOMPARE(thirdWithinTheDay("+12125550142"), QStringLiteral("2026-12-07T11:00"));
    QCOMPARE(thirdWithinTheDay("+13055550142"), QStringLiteral("2026-12-08T08:00"));
}

void HoursTest::aRefusedTextDoesNotCount()
{
    Story s = from("+12125550142", QStringLiteral("2026-12-07T10:00"));
    s.missed();
    QCOMPARE(s.state.plan.counted.size(), size_t(1));
    s.refuses(30003);
    QVERIFY(s.state.plan.counted.empty());
}

void HoursTest::aNewCallOpensTheCapAgain()
{
    Story s = from("+12125550142", QStringLiteral("2026-12-07T10:00"));
    s.missed();
    s.accepts();
    while (s.due().isSet()) {
        s.nextDue();
        if (s.in<phase::WaitingForCaller>())
            s.accepts();
    }
    QCOMPARE(s.state.plan.counted.size(), size_t(3));
    s.wait(48h);
    s.missed();
    s.accepts();
    QCOMPARE(s.textsOf(TextKind::FirstText), 2);
    QVERIFY(s.due().isSet());
    s.nextDue();
    QCOMPARE(s.textsOf(TextKind::FollowUp), 3);
}

void HoursTest::answersLeaveAtAnyHour()
{
    Story s = from("+15125550142", QStringLiteral("2026-12-07T23:00"));
    s.missed();
    s.accepts();
    s.writes(QStringLiteral("are you open tomorrow"));
    s.proposes(proposal::JustReply{}, QStringLiteral("Yes, from nine."), {QStringLiteral("ask_hours")});
    QVERIFY(std::holds_alternative<verdict::Send>(s.gateNow()));
    QVERIFY(!s.newestText()->notBefore.isSet());
}

void HoursTest::everyDecisionNamesRuleZoneAndTable()
{
    Story s = from("+15125550142", QStringLiteral("2026-12-07T18:00"));
    s.missed();
    s.accepts();
    const JournalLine *wait = lineOf(s, "hours.wait");
    QVERIFY(wait);
    QCOMPARE(wait->args.mid(0, 4), (QStringList{QStringLiteral("follow_up"), QStringLiteral("US US-TX"),
        QStringLiteral("America/Chicago"), QStringLiteral("2026-11-22")}));
    QCOMPARE(wait->args.value(4), QStringLiteral("2026-12-08T15:00:00Z"));
    s.nextDue();
    s.accepts();
    const JournalLine *ok = lineOf(s, "hours.ok");
    QVERIFY(ok);
    QCOMPARE(ok->args, (QStringList{QStringLiteral("follow_up"), QStringLiteral("US US-TX shop"), QStringLiteral("America/Chicago"),
        QStringLiteral("2026-11-22")}));
    QCOMPARE(ok->about, s.newestText()->id.value);
}

void HoursTest::theBigStopSendsCallersToPeople()
{
    Story s;
    s.textsStopped = true;
    s.missed();
    QCOMPARE(s.textsOf(TextKind::FirstText), 0);
    QCOMPARE(s.state.callback->reason, Reason::TextsStopped);
    Story talks = talking();
    talks.textsStopped = true;
    talks.nextDue();
    QVERIFY(!talks.newest<order::AskAssistant>());
    QCOMPARE(std::get<phase::NeedsPerson>(talks.state.phase).reason, Reason::TextsStopped);
    QVERIFY(talks.noticed(QStringLiteral("needs_person")));
}

void HoursTest::theBigStopCancelsWhatWaits_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("first text") << int(TextKind::FirstText);
    QTest::newRow("reply") << int(TextKind::Reply);
    QTest::newRow("nudge") << int(TextKind::FollowUp);
}

void HoursTest::theBigStopCancelsWhatWaits()
{
    QFETCH(int, kind);
    Story s(QStringLiteral("2026-12-07T10:00"));
    s.missed();
    if (TextKind(kind) != TextKind::FirstText)
        s.accepts();
    if (TextKind(kind) == TextKind::FollowUp)
        s.nextDue();
    if (TextKind(kind) == TextKind::Reply) {
        s.writes(QStringLiteral("hi"));
        s.proposes(proposal::JustReply{}, QStringLiteral("What can we do for you?"), {QStringLiteral("other")});
    }
    QVERIFY(std::holds_alternative<verdict::Send>(s.gateNow()));
    s.textsStopped = true;
    QCOMPARE(s.gateNow(), Verdict{verdict::Cancel{QStringLiteral("stopped")}});
    s.tell(fact::OrderSettled{s.newestText()->id, fact::Ending::Cancelled, {}, 0, QStringLiteral("stopped")});
    // Nobody is forgotten: a person has the caller, or the ladder goes on to its end.
    if (TextKind(kind) == TextKind::FirstText)
        QCOMPARE(s.state.callback->reason, Reason::TextsStopped);
    else if (TextKind(kind) == TextKind::Reply)
        QVERIFY(s.in<phase::NeedsPerson>());
    else
        QVERIFY(s.due().isSet());
}

void HoursTest::theBigStopSkipsRungsSoNothingBurstsAfterwards()
{
    Story s(QStringLiteral("2026-12-07T10:00"));
    s.missed();
    s.accepts();
    s.textsStopped = true;
    s.nextDue();
    QCOMPARE(s.textsOf(TextKind::FollowUp), 0);
    QVERIFY(s.explained(QStringLiteral("nudge.skipped")));
    s.textsStopped = false;
    QCOMPARE(s.wallOf(s.due()), QStringLiteral("2026-12-08T10:00")); // the second rung in its turn
    s.nextDue();
    QCOMPARE(s.textsOf(TextKind::FollowUp), 1);
    s.accepts();
    s.nextDue();
    QCOMPARE(s.state.callback->reason, Reason::NoReply);
}

void HoursTest::optOutConfirmationAndHelpLeaveInSpiteOfTheStop()
{
    Story s = talking();
    s.textsStopped = true;
    s.writes(QStringLiteral("HELP"));
    QCOMPARE(s.textsOf(TextKind::Help), 1);
    QVERIFY(std::holds_alternative<verdict::Send>(s.gateNow()));
}

void HoursTest::aPersonsTextLeavesInSpiteOfTheStop()
{
    Story s = talking();
    s.textsStopped = true;
    s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("Hi, Jess here.")});
    QVERIFY(std::holds_alternative<verdict::Send>(s.gateNow()));
}

QTEST_GUILESS_MAIN(HoursTest)
#include "hourstest.moc"
