// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/screeningstage.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::engine;

using Change = std::function<void(Screening &)>;
Q_DECLARE_METATYPE(Change)

class ScreeningTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCallerEndsSomewhereWithAReason_data();
    void everyCallerEndsSomewhereWithAReason();
    void theScoreNamesEverySign_data();
    void theScoreNamesEverySign();
    void whatCountsAsMissedIsThePolicys_data();
    void whatCountsAsMissedIsThePolicys();
    void theJournalListsEachPoint();
    void pointsAndThresholdAreThePolicys();
    void theGateHoldsBackWhoMustNotBeTexted_data();
    void theGateHoldsBackWhoMustNotBeTexted();
    void staffWhoWriteGetAPersonNotTheAssistant();
    void theBookNamesTheCaller();
    void outOfTheBookIsForgotten();
    void manyFirstTextsInAnHourGoToReviewWithOneAlarm();
    void fewLateCallsAreToldOneByOneManyInOneNotice();
    void whileAPersonHoldsTheThreadNobodyIsScreened();
    void aFriendsSlipOfTheFingerLeavesTheirVisitAlone();
    void whatTheNumberTellsIsSurerThanWhatIsSaidOfIt();
};

void ScreeningTest::everyCallerEndsSomewhereWithAReason_data()
{
    QTest::addColumn<QString>("caller");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char *name, const char *caller, const char *outcome, const Change &change = [](Screening &) {}) {
        QTest::newRow(name) << QString::fromLatin1(caller) << change << QString::fromLatin1(outcome);
    };
    const char *const mobile = "+13105550142";
    row("an ordinary mobile", mobile, "text");
    row("the shop's own number", "+15125550100", "quiet own_number");
    row("a withheld number", "", "call back withheld");
    row("an area code that cannot be", "+10005550123", "quiet invalid_number");
    row("an exchange that cannot be", "+13100550123", "quiet invalid_number");
    row("a service code as area", "+19115550123", "quiet invalid_number");
    row("a premium number", "+19005550155", "quiet premium");
    row("a toll-free number", "+18445550190", "call back toll_free");
    row("a personal number without a place", "+15005550123", "call back landline");
    row("a foreign mobile", "+61491570156", "call back foreign");
    row("an island that shares the country code", "+18765550123", "call back foreign");
    row("a foreign country that is enabled", "+447700900123", "text", [](Screening &s) { s.profile.policy.screening.alsoText = {QStringLiteral("+44")}; });
    row("another country than the enabled one", "+4915112345678", "call back foreign", [](Screening &s) { s.profile.policy.screening.alsoText = {QStringLiteral("+44")}; });
    row("a landline", mobile, "call back landline", [](Screening &s) { s.call.lineType = LineType::Landline; });
    row("a voip line", mobile, "text", [](Screening &s) { s.call.lineType = LineType::Voip; });
    row("said stop before", mobile, "call back opted_out", [](Screening &s) { s.state.optOut = OptOutMark{s.now - 24h, QStringLiteral("STOP"), QStringLiteral("text")}; });
    row("said stop and many complaints", mobile, "call back opted_out", [](Screening &s) {
        s.complaints(20);
        s.state.optOut = OptOutMark{s.now - 24h, QStringLiteral("STOP"), QStringLiteral("text")};
    });
    row("many complaints lately", mobile, "quiet spam", [](Screening &s) { s.complaints(5); });
    row("many complaints and a landline", mobile, "quiet spam", [](Screening &s) {
        s.complaints(9);
        s.call.lineType = LineType::Landline;
    });
    row("two complaints are no evidence", mobile, "text", [](Screening &s) { s.complaints(2); });
    row("some complaints and a short ring", mobile, "quiet spam", [](Screening &s) { s.complaints(3).short_(); });
    row("some complaints and a long ring", mobile, "text", [](Screening &s) { s.complaints(4); });
    row("a short ring alone", mobile, "text", [](Screening &s) { s.short_(); });
    row("a number near the shop's alone", "+15125550138", "text");
    row("near, short and not vouched for", "+15125550138", "text", [](Screening &s) { s.short_().proof(Attestation::Gateway); });
    row("a sweep of neighbouring numbers, short", "+15125550138", "quiet spam", [](Screening &s) { s.short_().neighbours(3); });
    row("a sweep that rings long", "+15125550138", "text", [](Screening &s) { s.neighbours(3); });
    row("many calls of an anxious customer", mobile, "text", [](Screening &s) { s.signs.callsLastDay = 7; });
    row("many short calls that nobody vouches for", mobile, "quiet spam", [](Screening &s) {
        s.signs.callsLastDay = 7;
        s.short_().proof(Attestation::Failed);
    });
    row("a voicemail of a listed number", mobile, "text", [](Screening &s) {
        s.complaints(4).proof(Attestation::Gateway);
        s.call.voicemail = 20s;
        s.call.result = CallResult::Voicemail;
    });
    row("a customer on the complaint list", mobile, "text", [](Screening &s) { s.complaints(20).short_().tagged(ContactTag::Customer); });
    row("a visitor on the complaint list", mobile, "text", [](Screening &s) {
        s.complaints(20);
        s.state.appointments = {Appointment{}};
    });
    row("wrote to us before", mobile, "text", [](Screening &s) {
        s.complaints(20);
        s.state.lastInboundAt = s.now - 24h * 30;
    });
    row("one of the staff", mobile, "call back staff", [](Screening &s) { s.tagged(ContactTag::Staff); });
    row("a supplier", mobile, "call back supplier", [](Screening &s) { s.tagged(ContactTag::Supplier); });
    row("a blocked number", mobile, "quiet blocked", [](Screening &s) { s.tagged(ContactTag::Blocked); });
    row("a blocked number with an old item on the queue", mobile, "quiet blocked", [](Screening &s) {
        s.state.callback = CallbackItem{};
        s.tagged(ContactTag::Blocked);
    });
    row("found an hour late", mobile, "call back late", [](Screening &s) { s.call.voicemail = 0s; s.profile.policy.firstTextFresh = Duration(-1); });
}

void ScreeningTest::everyCallerEndsSomewhereWithAReason()
{
    QFETCH(QString, caller);
    QFETCH(Change, change);
    QFETCH(QString, outcome);
    Screening s(caller);
    change(s);
    s.rings();
    QCOMPARE(s.outcome(), outcome);
    QCOMPARE(s.textsOf(TextKind::FirstText), outcome == u"text" ? 1 : 0);
    QVERIFY(s.explained(outcome == u"text" ? QStringLiteral("first_text.ordered") : QStringLiteral("screened")));
    // Told a second time by another channel, nothing changes.
    const ThreadState before = s.state;
    s.tell(fact::CallMissed{s.call}, s.signs);
    QCOMPARE(s.state.episode, before.episode);
    QCOMPARE(s.outcome(), outcome);
}

void ScreeningTest::theScoreNamesEverySign_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QStringList>("points");
    QTest::addColumn<int>("total");
    const auto row = [](const char *name, const QStringList &points, int total, const Change &change) {
        QTest::newRow(name) << change << points << total;
    };
    row("nothing against it", {}, 0, [](Screening &) {});
    row("many complaints", {QStringLiteral("many_complaints:6")}, 6, [](Screening &s) { s.complaints(5); });
    row("some complaints", {QStringLiteral("some_complaints:4")}, 4, [](Screening &s) { s.complaints(4); });
    row("short ring", {QStringLiteral("short_ring:2")}, 2, [](Screening &s) { s.short_(); });
    row("no ring time told", {}, 0, [](Screening &s) { s.call.rang = 0s; });
    row("a ring just long enough", {}, 0, [](Screening &s) { s.call.rang = 7s; });
    row("a busy line never rang", {}, 0, [](Screening &s) { s.short_().call.result = CallResult::Busy; });
    row("a message is no short ring", {QStringLiteral("voicemail:-1")}, -1, [](Screening &s) {
        s.short_().call.voicemail = 8s;
        s.call.result = CallResult::Voicemail;
    });
    row("repeats", {QStringLiteral("short_ring:2"), QStringLiteral("repeats:2")}, 4, [](Screening &s) {
        s.short_();
        s.signs.callsLastDay = 4;
    });
    row("one neighbour is chance", {}, 0, [](Screening &s) { s.neighbours(1); });
    row("two neighbours are a sweep", {QStringLiteral("sequential:3")}, 3, [](Screening &s) { s.neighbours(2); });
    row("passed on only", {QStringLiteral("poor_attestation:2")}, 2, [](Screening &s) { s.proof(Attestation::Gateway); });
    row("proof broken", {QStringLiteral("poor_attestation:2")}, 2, [](Screening &s) { s.proof(Attestation::Failed); });
    row("partly vouched for", {}, 0, [](Screening &s) { s.proof(Attestation::Partial); });
    row("vouched for", {QStringLiteral("full_attestation:-1")}, -1, [](Screening &s) { s.proof(Attestation::Full); });
}

void ScreeningTest::theScoreNamesEverySign()
{
    QFETCH(Change, change);
    QFETCH(QStringList, points);
    QFETCH(int, total);
    Screening s(QStringLiteral("+13105550142"));
    change(s);
    s.rings();
    const SpamScore score = spamScore(s.state, {s.now, s.profile, false, s.signs});
    QCOMPARE(score.words(), points);
    QCOMPARE(score.total, total);
}

void ScreeningTest::whatCountsAsMissedIsThePolicys_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char *name, const char *outcome, const Change &change) { QTest::newRow(name) << change << QString::fromLatin1(outcome); };
    const auto ends = [](CallResult result) { return [result](Screening &s) { s.call.result = result; }; };
    row("rang out", "text", ends(CallResult::NoAnswer));
    row("busy", "text", ends(CallResult::Busy));
    row("hung up while it rang", "text", ends(CallResult::Abandoned));
    row("left a message", "text", ends(CallResult::Voicemail));
    row("rang out, switched off", "quiet not_counted", [](Screening &s) { s.profile.policy.missed.noAnswer = false; });
    row("busy, switched off", "quiet not_counted", [](Screening &s) { s.call.result = CallResult::Busy; s.profile.policy.missed.busy = false; });
    row("hung up, switched off", "quiet not_counted", [](Screening &s) { s.call.result = CallResult::Abandoned; s.profile.policy.missed.abandoned = false; });
    row("message, switched off", "quiet not_counted", [](Screening &s) { s.call.result = CallResult::Voicemail; s.profile.policy.missed.voicemail = false; });
    row("after hours", "text", [](Screening &s) { s.at(QStringLiteral("2026-12-07T19:00")); });
    row("after hours, switched off", "quiet not_counted", [](Screening &s) { s.at(QStringLiteral("2026-12-07T19:00")); s.profile.policy.missed.whileClosed = false; });
    row("gave up in the first second", "quiet not_counted", [](Screening &s) { s.call.rang = 600ms; });
    row("gave up after a second", "text", [](Screening &s) { s.call.rang = 1s; });
    row("gave up sooner than the shop wants", "quiet not_counted", [](Screening &s) { s.profile.policy.missed.leastRing = 25s; });
    row("ring time not told", "text", [](Screening &s) { s.call.rang = 0s; });
    row("switched off for a landline too", "quiet not_counted", [](Screening &s) { s.call.lineType = LineType::Landline; s.profile.policy.missed.noAnswer = false; });
}

void ScreeningTest::whatCountsAsMissedIsThePolicys()
{
    QFETCH(Change, change);
    QFETCH(QString, outcome);
    Screening s(QStringLiteral("+13105550142"));
    change(s);
    s.rings();
    QCOMPARE(s.outcome(), outcome);
}

void ScreeningTest::theJournalListsEachPoint()
{
    Screening s(QStringLiteral("+15125550138"));
    s.short_().complaints(3);
    s.rings();
    const auto line = std::find_if(s.journal.begin(), s.journal.end(), [](const JournalLine &l) { return l.code == u"screened"; });
    QVERIFY(line != s.journal.end());
    QCOMPARE(line->args, (QStringList{QStringLiteral("spam"), QStringLiteral("7"), QStringLiteral("some_complaints:4"), QStringLiteral("short_ring:2"), QStringLiteral("neighbour:1")}));
    QCOMPARE(s.state.quietList->score, 7);
    QCOMPARE(s.state.quietList->points, line->args.mid(2));
}

void ScreeningTest::pointsAndThresholdAreThePolicys()
{
    Screening strict(QStringLiteral("+13105550142"));
    strict.profile.policy.screening.enough = 2;
    strict.short_().rings();
    QCOMPARE(strict.outcome(), QStringLiteral("quiet spam"));

    Screening mild(QStringLiteral("+13105550142"));
    mild.profile.policy.screening.manyComplaints = 0;
    mild.complaints(50).rings();
    QCOMPARE(mild.outcome(), QStringLiteral("text"));
}

void ScreeningTest::theGateHoldsBackWhoMustNotBeTexted_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *reason, const Change &change) { QTest::newRow(name) << change << QString::fromLatin1(reason); };
    row("nobody special", "", [](Screening &) {});
    row("a customer", "", [](Screening &s) { s.state.tag = ContactTag::Customer; });
    row("staff", "contact", [](Screening &s) { s.state.tag = ContactTag::Staff; });
    row("a supplier", "contact", [](Screening &s) { s.state.tag = ContactTag::Supplier; });
    row("blocked", "contact", [](Screening &s) { s.state.tag = ContactTag::Blocked; });
    row("on the quiet list", "quiet_list", [](Screening &s) { s.state.quietList = QuietMark{}; });
}

void ScreeningTest::theGateHoldsBackWhoMustNotBeTexted()
{
    QFETCH(Change, change);
    QFETCH(QString, reason);
    Screening s(QStringLiteral("+13105550142"));
    s.rings();
    const PlannedOrder text = *s.newestText();
    change(s);
    const Verdict said = gate(text, s.state, {s.now, s.profile});
    const auto *cancelled = std::get_if<verdict::Cancel>(&said);
    QCOMPARE(cancelled ? cancelled->reason : QString(), reason);
}

void ScreeningTest::staffWhoWriteGetAPersonNotTheAssistant()
{
    Screening s(QStringLiteral("+13105550142"));
    s.state.tag = ContactTag::Staff;
    s.writes(QStringLiteral("Running ten minutes late"));
    QVERIFY(s.in<phase::NeedsPerson>());
    QVERIFY(!s.newest<order::AskAssistant>());
    QCOMPARE(s.texts().size(), 0);
}

void ScreeningTest::theBookNamesTheCaller()
{
    Screening s(QStringLiteral("+13105550142"));
    s.call.callerName = QStringLiteral("WIRELESS CALLER");
    s.tagged(ContactTag::Customer, QStringLiteral("Dana Reyes")).rings();
    QCOMPARE(threadRow(s.state, {s.now, s.profile}).name, QStringLiteral("Dana Reyes"));
    QCOMPARE(threadRow(s.state, {s.now, s.profile}).tag, ContactTag::Customer);
}

void ScreeningTest::outOfTheBookIsForgotten()
{
    Screening s(QStringLiteral("+13105550142"));
    s.tagged(ContactTag::Supplier).rings();
    QCOMPARE(s.state.tag, ContactTag::Supplier);
    s.signs.contact.reset();
    s.wait(24h);
    s.rings();
    QCOMPARE(s.state.tag, ContactTag::None);
    s.signs.looked = false; // nobody looked: what was known stays
    s.state.tag = ContactTag::Customer;
    s.wait(24h);
    s.rings();
    QCOMPARE(s.state.tag, ContactTag::Customer);
}

void ScreeningTest::manyFirstTextsInAnHourGoToReviewWithOneAlarm()
{
    Screening s(QStringLiteral("+13105550142"));
    s.signs.firstTextsLastHour = 59;
    s.rings();
    QCOMPARE(s.outcome(), QStringLiteral("text"));

    QStringList keys;
    for (const char *caller : {"+13105550143", "+13105550144"}) {
        Screening full{QString::fromLatin1(caller)};
        full.signs.firstTextsLastHour = 60;
        full.rings();
        QCOMPARE(full.outcome(), QStringLiteral("call back too_many_texts"));
        QCOMPARE(full.noticesOf(QStringLiteral("callback")), 0);
        QCOMPARE(full.noticesOf(QStringLiteral("too_many_texts")), 1);
        keys << full.orders.back().id.value;
    }
    QCOMPARE(keys[0], keys[1]); // one key an hour: the store keeps one of them

    Screening unlimited(QStringLiteral("+13105550142"));
    unlimited.profile.policy.screening.firstTextsPerHour = 0;
    unlimited.signs.firstTextsLastHour = 100'000;
    unlimited.rings();
    QCOMPARE(unlimited.outcome(), QStringLiteral("text"));
}

void ScreeningTest::fewLateCallsAreToldOneByOneManyInOneNotice()
{
    for (const int before : {0, 2, 3, 50}) {
        Screening s(QStringLiteral("+13105550142"));
        s.profile.policy.firstTextFresh = Duration(-1);
        s.signs.lateLastHour = before;
        s.rings();
        QCOMPARE(s.outcome(), QStringLiteral("call back late"));
        QCOMPARE(s.noticesOf(QStringLiteral("callback")), before < 3 ? 1 : 0);
        QCOMPARE(s.noticesOf(QStringLiteral("late_calls")), before < 3 ? 0 : 1);
    }
}

void ScreeningTest::whileAPersonHoldsTheThreadNobodyIsScreened()
{
    Screening s(QStringLiteral("+13105550142"));
    s.state.holder = {HolderKind::Seat, QStringLiteral("Jess"), 1, s.now};
    s.complaints(20).short_().rings();
    QVERIFY(!s.state.quietList);
    QCOMPARE(s.noticesOf(QStringLiteral("called_while_held")), 1);
}

void ScreeningTest::aFriendsSlipOfTheFingerLeavesTheirVisitAlone()
{
    Screening s(QStringLiteral("+13105550142"));
    Appointment visit;
    visit.slot = {1, s.now + 24h, s.now + 26h};
    s.state.appointments = {visit};
    s.state.phase = phase::Booked{};
    s.state.lead.outcome = LeadOutcome::Booked;
    s.state.lead.createdAt = s.state.lead.closedAt = s.now - 48h;
    s.call.rang = 500ms;
    s.rings();
    QVERIFY(s.in<phase::Booked>());
    QVERIFY(!s.state.quietList);
    QCOMPARE(s.state.lead.outcome, LeadOutcome::Booked);
    QCOMPARE(s.lines.back().body, QStringLiteral("missed_call")); // and still shown
    QVERIFY(s.orders.empty());
}

void ScreeningTest::whatTheNumberTellsIsSurerThanWhatIsSaidOfIt()
{
    Screening premium(QStringLiteral("+19005550155"));
    premium.call.lineType = LineType::Mobile;
    premium.rings();
    QCOMPARE(premium.outcome(), QStringLiteral("quiet premium"));
    Screening free(QStringLiteral("+18005550155"));
    free.call.lineType = LineType::Mobile;
    free.rings();
    QCOMPARE(free.outcome(), QStringLiteral("call back toll_free"));
}

QTEST_GUILESS_MAIN(ScreeningTest)
#include "screeningtest.moc"
