// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/stages.h"

#include <QTest>

Q_DECLARE_METATYPE(deskbell::engine::EpisodeRecord)

using namespace deskbell;
using namespace deskbell::engine;

/// The published counters (docs/counters.md): first the definitions alone, then as stories lead to them.
class OutcomesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void definitions_data();
    void definitions();
    void aWeekIsCountedOnceForEachCall();
    void weeksHaveNames_data();
    void weeksHaveNames();
    void whatIsNoWeekIsRefused_data();
    void whatIsNoWeekIsRefused();
    void aWeekBeginsAtTheShopsMidnight();

    void threeRedialsAreOneMissedCall();
    void aTextIsCountedWhenItIsAccepted();
    void whatIsNoReply_data();
    void whatIsNoReply();
    void aReplyToldBeforeTheAcceptanceCountsOnceThatIsTold();
    void aBookingRecoversAndACancellationTakesItBack();
    void aMovedVisitStaysRecovered();
    void aPersonsTextAfterAReplyRecovers();
    void aPersonsTextBeforeAnyReplyDoesNot();
    void aTalkAfterAReplyRecovers_data();
    void aTalkAfterAReplyRecovers();
    void ringingAgainAndBeingAnsweredIsSelfRecovered();
    void callingThemBackIsNotSelfRecovered();
    void aBookingOnTheCallBackCountsForWhoReplied();
    void theOutcomeOfALandlineIsNoRecovery();
    void whoIsSetAside_data();
    void whoIsSetAside();
    void theShopsOwnBookSetsAside_data();
    void theShopsOwnBookSetsAside();
    void aNewCallBeginsANewRecord();
    void whatChangesNothingWritesNothing();
};

namespace {

constexpr Instant noon{1'764'000'000'000};

/// Hours after the call; 0: never.
EpisodeRecord recordOf(int texted, int replied, int booked, int phoneBooked, int takenUp, int gotThrough)
{
    const auto at = [](int hours) { return hours == 0 ? Instant{} : noon + hours * 1h; };
    EpisodeRecord r{{QStringLiteral("CA1")}, noon};
    r.textedAt = at(texted);
    r.repliedAt = at(replied);
    r.bookedAt = at(booked);
    r.visit = {booked ? QStringLiteral("visit") : QString()};
    r.phoneBookedAt = at(phoneBooked);
    r.takenUpAt = at(takenUp);
    r.gotThroughAt = at(gotThrough);
    return r;
}

Story texted()
{
    Story s;
    s.missed();
    s.accepts();
    s.wait(1min);
    return s;
}

Call talk(const Story &s, bool outgoing)
{
    Call call;
    call.id = {QStringLiteral("CAtalk")};
    call.from = s.state.caller;
    call.line = s.state.line;
    call.startedAt = s.now - 1min;
    call.endedAt = s.now;
    call.result = CallResult::Answered;
    call.outgoing = outgoing;
    return call;
}

} // namespace

void OutcomesTest::definitions_data()
{
    QTest::addColumn<EpisodeRecord>("record");
    QTest::addColumn<QString>("counts"); // t r R b s
    const auto row = [](const char *name, const EpisodeRecord &record, const char *counts) {
        QTest::newRow(name) << record << QString::fromLatin1(counts);
    };
    row("nothing was done", recordOf(0, 0, 0, 0, 0, 0), "");
    row("texted, silence", recordOf(1, 0, 0, 0, 0, 0), "t");
    row("texted and answered", recordOf(1, 2, 0, 0, 0, 0), "tr");
    row("booked in texts", recordOf(1, 2, 3, 0, 0, 0), "trRb");
    row("booked on the phone", recordOf(1, 2, 0, 5, 0, 0), "trRb");
    row("taken up by a person", recordOf(1, 2, 0, 0, 3, 0), "trR");
    row("a booking on the seventh day counts", recordOf(1, 2, 168, 0, 0, 0), "trRb");
    row("a booking after seven days does not", recordOf(1, 2, 169, 0, 0, 0), "tr");
    row("a person after seven days does not", recordOf(1, 2, 0, 0, 169, 0), "tr");
    row("booked by phone without any text", recordOf(0, 0, 0, 3, 0, 0), "");
    row("booked by phone, texted but never answered", recordOf(1, 0, 0, 3, 0, 0), "t");
    row("a reply to nothing", recordOf(0, 2, 3, 0, 0, 0), "");
    row("got through by ringing again", recordOf(1, 0, 0, 0, 0, 2), "ts");
    row("got through, and was recovered later: once only", recordOf(1, 3, 4, 0, 0, 2), "trRb");
    row("got through after eight days", recordOf(1, 0, 0, 0, 0, 192), "t");
    EpisodeRecord gone = recordOf(1, 2, 3, 0, 0, 0);
    gone.visit = {};
    row("a visit that was called off", gone, "tr");
    for (const Aside aside : {Aside::Staff, Aside::Supplier, Aside::Status, Aside::WrongNumber, Aside::Spam, Aside::NotCounted}) {
        EpisodeRecord record = recordOf(1, 2, 3, 4, 5, 6);
        record.aside = aside;
        QTest::addRow("set aside %d", int(aside)) << record << QString();
    }
}

void OutcomesTest::definitions()
{
    QFETCH(EpisodeRecord, record);
    QFETCH(QString, counts);
    QString found;
    found += isTexted(record) ? QStringLiteral("t") : QString();
    found += hasReplied(record) ? QStringLiteral("r") : QString();
    found += isRecovered(record) ? QStringLiteral("R") : QString();
    found += isBooked(record) ? QStringLiteral("b") : QString();
    found += isSelfRecovered(record) ? QStringLiteral("s") : QString();
    QCOMPARE(found, counts);
}

void OutcomesTest::aWeekIsCountedOnceForEachCall()
{
    EpisodeRecord spam = recordOf(0, 0, 0, 0, 0, 0);
    spam.aside = Aside::Spam;
    const OutcomeCounters c = countOutcomes({recordOf(1, 2, 3, 0, 0, 0), recordOf(1, 2, 0, 0, 4, 0),
        recordOf(1, 0, 0, 0, 0, 0), recordOf(0, 0, 0, 0, 0, 2), spam});
    QCOMPARE(c, (OutcomeCounters{4, 3, 2, 2, 1, 1, 1}));
    QCOMPARE(countOutcomes({}), OutcomeCounters{});
}

void OutcomesTest::weeksHaveNames_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("name");
    QTest::newRow("a Monday") << QDate(2026, 11, 23) << QStringLiteral("2026-W48");
    QTest::newRow("its Sunday") << QDate(2026, 11, 29) << QStringLiteral("2026-W48");
    QTest::newRow("the year's last days belong to its week 53") << QDate(2026, 12, 31) << QStringLiteral("2026-W53");
    QTest::newRow("the next year's first days too") << QDate(2027, 1, 3) << QStringLiteral("2026-W53");
    QTest::newRow("then the new year") << QDate(2027, 1, 4) << QStringLiteral("2027-W01");
    QTest::newRow("an old December in the new year") << QDate(2024, 12, 30) << QStringLiteral("2025-W01");
}

void OutcomesTest::weeksHaveNames()
{
    QFETCH(QDate, day);
    QFETCH(QString, name);
    const QTimeZone zone("America/Chicago");
    const Week week = weekOf(toInstant(day, QTime(12, 0), zone), zone);
    QCOMPARE(week.name(), name);
    QCOMPARE(week.monday.dayOfWeek(), 1);
    QCOMPARE(readWeek(name), std::optional(week));
}

void OutcomesTest::whatIsNoWeekIsRefused_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"", "2026", "2026-W00", "2026-W54", "2025-W53", "2026-48", "W48-2026", "2026-W4", "2026-W48x", "0000-W01"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void OutcomesTest::whatIsNoWeekIsRefused()
{
    QFETCH(QString, name);
    QVERIFY(!readWeek(name));
}

void OutcomesTest::aWeekBeginsAtTheShopsMidnight()
{
    const QTimeZone zone("America/Chicago");
    const Week week = *readWeek(QStringLiteral("2026-W10"));
    QCOMPARE(toWall(week.begin(zone), zone), QDateTime(QDate(2026, 3, 2), QTime(0, 0), zone));
    QCOMPARE(weekOf(week.begin(zone), zone), week);
    QVERIFY(!(weekOf(week.begin(zone) - 1ms, zone) == week));
    // The clocks go forward in this week: it has an hour less, and no call falls between two weeks.
    QCOMPARE(week.end(zone) - week.begin(zone), 7 * 24h - 1h);
}

void OutcomesTest::threeRedialsAreOneMissedCall()
{
    Story s;
    s.missed();
    s.accepts();
    s.wait(2min);
    s.missed();
    s.wait(2min);
    s.missed();
    QCOMPARE(s.state.tally->calls, 3);
    QCOMPARE(s.state.tally->call, s.state.episode->call);
    QCOMPARE(s.state.tally->at, s.state.episode->at);
}

void OutcomesTest::aTextIsCountedWhenItIsAccepted()
{
    Story s;
    s.missed();
    QVERIFY(!isTexted(*s.state.tally)); // ordered is not texted
    s.accepts();
    QVERIFY(isTexted(*s.state.tally));
    Story refused;
    refused.missed();
    refused.refuses(30006);
    QVERIFY(!isTexted(*refused.state.tally));
}

void OutcomesTest::whatIsNoReply_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("reply");
    QTest::newRow("a question") << QStringLiteral("how much is a wash") << true;
    QTest::newRow("a no to us, but a word") << QStringLiteral("no thanks") << true;
    QTest::newRow("a keyword") << QStringLiteral("STOP") << false;
    QTest::newRow("a plain-words opt-out") << QStringLiteral("please stop texting me") << false;
    QTest::newRow("a call for help") << QStringLiteral("HELP") << false;
    QTest::newRow("a phone in the car")
        << QStringLiteral("I'm driving with Do Not Disturb While Driving turned on. I'll see your message when I get where I'm going.") << false;
    QTest::newRow("an automatic answer") << QStringLiteral("This is an automated message: I am out of the office.") << false;
    QTest::newRow("a driver with a question") << QStringLiteral("im driving by at 3, can you wash it then?") << true;
}

void OutcomesTest::whatIsNoReply()
{
    QFETCH(QString, body);
    QFETCH(bool, reply);
    Story s = texted();
    s.writes(body);
    QCOMPARE(hasReplied(*s.state.tally), reply);
}

void OutcomesTest::aReplyToldBeforeTheAcceptanceCountsOnceThatIsTold()
{
    Story s;
    s.missed();
    const OrderId firstText = s.newestText()->id;
    s.writes(QStringLiteral("yes? who is this"));
    QVERIFY(!hasReplied(*s.state.tally));
    s.tell(fact::OrderSettled{firstText, fact::Ending::Done, {QStringLiteral("SM77")}, 0, {}});
    QVERIFY(hasReplied(*s.state.tally));
}

void OutcomesTest::aBookingRecoversAndACancellationTakesItBack()
{
    Story s = bookedVisit();
    QVERIFY(isBooked(*s.state.tally));
    QVERIFY(isRecovered(*s.state.tally));
    const AppointmentId visit = s.state.tally->visit;
    s.writes(QStringLiteral("i have to call it off"));
    s.proposes(proposal::CancelVisit{});
    s.tell(fact::AppointmentCancelled{visit});
    QVERIFY(!isBooked(*s.state.tally));
    QVERIFY(!isRecovered(*s.state.tally));
    QCOMPARE(s.visitChanges.back(), (VisitChange{visit, {}}));
}

void OutcomesTest::aMovedVisitStaysRecovered()
{
    Story s = bookedVisit();
    const AppointmentId before = s.state.tally->visit;
    s.wait(1h);
    s.writes(QStringLiteral("can i do saturday instead"));
    s.proposes(proposal::Move{});
    s.slotsFound({"2026-12-12T10:00"}, true);
    s.booked();
    QVERIFY(isBooked(*s.state.tally));
    QVERIFY(s.state.tally->visit != before);
    QCOMPARE(s.visitChanges.back(), (VisitChange{before, s.state.tally->visit}));
}

void OutcomesTest::aPersonsTextAfterAReplyRecovers()
{
    Story s = texted();
    s.writes(QStringLiteral("can i talk to somebody"));
    s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("Jess here, how can I help?")});
    QVERIFY(!isRecovered(*s.state.tally)); // typed is not said
    s.accepts();
    QVERIFY(isRecovered(*s.state.tally));
    QVERIFY(!isBooked(*s.state.tally));
}

void OutcomesTest::aPersonsTextBeforeAnyReplyDoesNot()
{
    Story s = texted();
    s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("Jess here, how can I help?")});
    s.accepts();
    QVERIFY(!isRecovered(*s.state.tally));
}

void OutcomesTest::aTalkAfterAReplyRecovers_data()
{
    QTest::addColumn<bool>("outgoing");
    QTest::newRow("the shop called") << true;
    QTest::newRow("the caller called") << false;
}

void OutcomesTest::aTalkAfterAReplyRecovers()
{
    QFETCH(bool, outgoing);
    Story s = texted();
    s.writes(QStringLiteral("can somebody call me"));
    s.wait(10min);
    s.tell(fact::CallObserved{talk(s, outgoing)});
    QVERIFY(isRecovered(*s.state.tally));
    QVERIFY(!isSelfRecovered(*s.state.tally));
}

void OutcomesTest::ringingAgainAndBeingAnsweredIsSelfRecovered()
{
    Story s = texted();
    s.tell(fact::CallObserved{talk(s, false)});
    QVERIFY(isSelfRecovered(*s.state.tally));
    QVERIFY(!isRecovered(*s.state.tally));
}

void OutcomesTest::callingThemBackIsNotSelfRecovered()
{
    Story s = texted();
    s.tell(fact::CallObserved{talk(s, true)});
    QVERIFY(!isSelfRecovered(*s.state.tally));
    QVERIFY(!isRecovered(*s.state.tally));
}

void OutcomesTest::aBookingOnTheCallBackCountsForWhoReplied()
{
    for (const bool replied : {false, true}) {
        Story s = texted();
        if (replied)
            s.writes(QStringLiteral("please call me"));
        s.tell(fact::OperatorAskedForCallback{QStringLiteral("Jess"), {}});
        s.tell(fact::CallbackDone{QStringLiteral("Jess"), fact::CallbackResult::SpokeBooked, {}});
        QCOMPARE(isBooked(*s.state.tally), replied);
    }
}

void OutcomesTest::theOutcomeOfALandlineIsNoRecovery()
{
    Story s;
    s.state.lineType = LineType::Landline;
    s.missed();
    s.tell(fact::CallbackDone{QStringLiteral("Jess"), fact::CallbackResult::SpokeBooked, {}});
    QVERIFY(!isRecovered(*s.state.tally));
    QVERIFY(isCounted(*s.state.tally)); // missed, and said so
}

void OutcomesTest::whoIsSetAside_data()
{
    QTest::addColumn<QString>("intent");
    QTest::addColumn<bool>("wrong");
    QTest::addColumn<int>("aside");
    QTest::newRow("new business") << QStringLiteral("book") << false << int(Aside::None);
    QTest::newRow("a question") << QStringLiteral("ask_price") << false << int(Aside::None);
    QTest::newRow("about their visit") << QStringLiteral("reschedule") << false << int(Aside::Status);
    QTest::newRow("calling their visit off") << QStringLiteral("cancel") << false << int(Aside::Status);
    QTest::newRow("a wrong number") << QStringLiteral("wrong_number") << true << int(Aside::WrongNumber);
}

void OutcomesTest::whoIsSetAside()
{
    QFETCH(QString, intent);
    QFETCH(bool, wrong);
    QFETCH(int, aside);
    Story s = texted();
    s.writes(QStringLiteral("words"));
    s.proposes(wrong ? Proposal(proposal::WrongNumber{}) : Proposal(proposal::JustReply{}), QStringLiteral("Sure."), {intent});
    QCOMPARE(int(s.state.tally->aside), aside);
}

void OutcomesTest::theShopsOwnBookSetsAside_data()
{
    QTest::addColumn<int>("tag");
    QTest::addColumn<int>("aside");
    QTest::newRow("nobody's entry") << int(ContactTag::None) << int(Aside::None);
    QTest::newRow("a customer") << int(ContactTag::Customer) << int(Aside::None);
    QTest::newRow("staff") << int(ContactTag::Staff) << int(Aside::Staff);
    QTest::newRow("a supplier") << int(ContactTag::Supplier) << int(Aside::Supplier);
    QTest::newRow("a blocked number") << int(ContactTag::Blocked) << int(Aside::Spam);
}

void OutcomesTest::theShopsOwnBookSetsAside()
{
    QFETCH(int, tag);
    QFETCH(int, aside);
    Story s;
    s.state.tag = static_cast<ContactTag>(tag);
    s.missed();
    QVERIFY(s.state.tally);
    QCOMPARE(int(s.state.tally->aside), aside);
    QCOMPARE(isCounted(*s.state.tally), aside == int(Aside::None));
}

void OutcomesTest::aNewCallBeginsANewRecord()
{
    Story s = bookedVisit();
    const EpisodeRecord before = *s.state.tally;
    s.wait(24h);
    s.missed();
    QVERIFY(!(s.state.tally->call == before.call));
    QVERIFY(!isBooked(*s.state.tally));
    // The old one's visit is called off: its record follows by the visit, wherever it lies.
    s.tell(fact::AppointmentCancelled{before.visit});
    QCOMPARE(s.visitChanges.back(), (VisitChange{before.visit, {}}));
}

void OutcomesTest::whatChangesNothingWritesNothing()
{
    Story s = texted();
    const size_t before = s.outcomes;
    s.tell(fact::OperatorNoted{QStringLiteral("Jess"), QStringLiteral("nice voice")});
    s.tell(fact::OperatorReadThread{QStringLiteral("Jess")});
    QCOMPARE(s.outcomes, before);
    s.writes(QStringLiteral("hello"));
    QCOMPARE(s.outcomes, before + 1);
}

QTEST_GUILESS_MAIN(OutcomesTest)
#include "outcomestest.moc"
