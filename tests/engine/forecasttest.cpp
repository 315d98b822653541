// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/forecast.h"
#include "tests/engine/stages.h"

#include <QTest>
#include <random>

using namespace deskbell;
using namespace deskbell::engine;

/// What will leave in the next 24 hours, and taking it out.
class ForecastTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothNudgesAreForeseenInOrder();
    void whatWaitsInTheOutboxIsForeseen();
    void anOfferNobodyTakesLeadsToANudge();
    void nothingIsForeseenWhere_data();
    void nothingIsForeseenWhere();
    void whoSaidNoOnAnotherLineIsNotForeseen();
    void aNudgeTakenOutDoesNotLeave();
    void theSecondNudgeCanBeTakenOutAlone();
    void aNudgeTakenOutCanBePutBack();
    void aHeldFirstTextTakenOutBecomesACall();
    void whatIsOnItsWayCannotBeTakenOut();
    void aTakenOutNudgeOfAnOldTurnStopsNothingNew();
    void comesTrueWhenNobodyDoesAnything();
};

namespace {

std::vector<PlannedOrder> waitingOf(const Story &s)
{
    std::vector<PlannedOrder> waiting;
    for (const PlannedOrder &order : s.orders) {
        const auto own = std::find_if(s.state.ownTexts.begin(), s.state.ownTexts.end(),
            [&](const OwnText &text) { return text.order == order.id && text.delivery == Delivery::Planned; });
        if (own != s.state.ownTexts.end())
            waiting.push_back(order);
    }
    return waiting;
}

std::vector<PlannedText> foreseen(const Story &s, Duration ahead = 24h)
{
    return forecast(s.state, waitingOf(s), {s.now, s.profile, s.textsStopped}, ahead);
}

void cancels(Story &s, const OrderId &order, bool restore = false)
{
    s.tell(fact::OperatorCancelledPlanned{QStringLiteral("Jess"), order, restore});
}

} // namespace

void ForecastTest::bothNudgesAreForeseenInOrder()
{
    Story s(QStringLiteral("2026-12-07T10:00"));
    s.missed();
    s.accepts();
    const auto texts = foreseen(s);
    QCOMPARE(texts.size(), size_t(2));
    QCOMPARE(s.wallOf(texts[0].at), QStringLiteral("2026-12-07T14:00"));
    QCOMPARE(texts[0].rule, QStringLiteral("nudge.1"));
    QCOMPARE(texts[0].kind, TextKind::FollowUp);
    QVERIFY(texts[0].body.contains(QStringLiteral("Shine Bay")));
    QVERIFY(!texts[0].waiting);
    QCOMPARE(s.wallOf(texts[1].at), QStringLiteral("2026-12-08T10:00"));
    QCOMPARE(texts[1].rule, QStringLiteral("nudge.2"));
    QCOMPARE(foreseen(s, 6h).size(), size_t(1));
    QCOMPARE(s.textsOf(TextKind::FollowUp), 0); // looking ahead changes nothing
}

void ForecastTest::whatWaitsInTheOutboxIsForeseen()
{
    Story s(QStringLiteral("2026-12-07T22:30"));
    s.profile.policy.holdFirstTextInQuietHours = true;
    s.missed();
    const auto texts = foreseen(s);
    QCOMPARE(texts.size(), size_t(2));
    QCOMPARE(texts[0].kind, TextKind::FirstText);
    QCOMPARE(s.wallOf(texts[0].at), QStringLiteral("2026-12-08T09:00"));
    QVERIFY(texts[0].waiting);
    QCOMPARE(texts[0].order, s.newestText()->id);
    QCOMPARE(texts[0].body, s.lastText());
    QCOMPARE(s.wallOf(texts[1].at), QStringLiteral("2026-12-08T13:00"));
}

void ForecastTest::anOfferNobodyTakesLeadsToANudge()
{
    Story s = offered();
    s.accepts();
    const auto texts = foreseen(s);
    QVERIFY(!texts.empty());
    QCOMPARE(texts[0].rule, QStringLiteral("nudge.1"));
    QVERIFY(texts[0].at - s.now >= s.profile.policy.nudgesAfter[0]);
}

void ForecastTest::nothingIsForeseenWhere_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"held", "opted out", "goodbye", "closed", "stopped", "answered by phone"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void ForecastTest::nothingIsForeseenWhere()
{
    QFETCH(QString, what);
    Story s(QStringLiteral("2026-12-07T10:00"));
    s.missed();
    s.accepts();
    if (what == u"held")
        s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    else if (what == u"opted out")
        s.writes(QStringLiteral("STOP"));
    else if (what == u"goodbye") {
        s.writes(QStringLiteral("thanks"));
        s.proposes(proposal::JustReply{}, QStringLiteral("You're welcome."), {QStringLiteral("thanks")});
        s.accepts();
    } else if (what == u"closed")
        s.tell(fact::OperatorClosed{QStringLiteral("Jess")});
    else if (what == u"stopped")
        s.textsStopped = true;
    else {
        Call call;
        call.id = {QStringLiteral("CA9")};
        call.result = CallResult::Answered;
        s.tell(fact::CallObserved{call});
    }
    QCOMPARE(foreseen(s).size(), size_t(0));
}

void ForecastTest::whoSaidNoOnAnotherLineIsNotForeseen()
{
    Story s(QStringLiteral("2026-12-07T10:00"));
    s.missed();
    s.accepts();
    Context context{s.now, s.profile};
    QCOMPARE(forecast(s.state, {}, context).size(), size_t(2));
    ConsentEntry no;
    no.number = s.state.caller;
    no.at = s.now;
    context.consent = no;
    QVERIFY(forecast(s.state, {}, context).empty());
}

void ForecastTest::aNudgeTakenOutDoesNotLeave()
{
    Story s(QStringLiteral("2026-12-07T10:00"));
    s.missed();
    s.accepts();
    cancels(s, foreseen(s)[0].order);
    QVERIFY(s.explained(QStringLiteral("plan.cancelled")));
    const auto left = foreseen(s);
    QCOMPARE(left.size(), size_t(1));
    QCOMPARE(left[0].rule, QStringLiteral("nudge.2"));
    QCOMPARE(s.wallOf(left[0].at), QStringLiteral("2026-12-08T10:00")); // the other keeps its time
    QCOMPARE(s.due(), left[0].at);
    s.nextDue();
    s.accepts();
    QCOMPARE(s.textsOf(TextKind::FollowUp), 1);
    s.nextDue();
    QCOMPARE(s.state.callback->reason, Reason::NoReply);
}

void ForecastTest::theSecondNudgeCanBeTakenOutAlone()
{
    Story s(QStringLiteral("2026-12-07T10:00"));
    s.missed();
    s.accepts();
    cancels(s, foreseen(s)[1].order);
    QCOMPARE(s.wallOf(s.due()), QStringLiteral("2026-12-07T14:00"));
    s.nextDue();
    s.accepts();
    QCOMPARE(s.textsOf(TextKind::FollowUp), 1);
    QVERIFY(foreseen(s).empty());
    s.nextDue();
    QCOMPARE(s.textsOf(TextKind::FollowUp), 1);
    QCOMPARE(s.state.callback->reason, Reason::NoReply);
}

void ForecastTest::aNudgeTakenOutCanBePutBack()
{
    Story s(QStringLiteral("2026-12-07T10:00"));
    s.missed();
    s.accepts();
    const auto before = foreseen(s);
    cancels(s, before[0].order);
    cancels(s, before[0].order, true);
    QCOMPARE(foreseen(s), before);
    QVERIFY(s.explained(QStringLiteral("plan.restored")));
}

void ForecastTest::aHeldFirstTextTakenOutBecomesACall()
{
    Story s(QStringLiteral("2026-12-07T22:30"));
    s.profile.policy.holdFirstTextInQuietHours = true;
    s.missed();
    cancels(s, s.newestText()->id);
    QVERIFY(foreseen(s).empty());
    QCOMPARE(s.cancelled.size(), size_t(1));
    QCOMPARE(s.state.callback->reason, Reason::StaffRequest);
    QVERIFY(!s.due().isSet());
}

void ForecastTest::whatIsOnItsWayCannotBeTakenOut()
{
    Story s(QStringLiteral("2026-12-07T10:00"));
    s.missed();
    s.accepts();
    cancels(s, s.newestText()->id);
    QVERIFY(s.cancelled.empty());
    QCOMPARE(s.state.ownTexts.back().delivery, Delivery::Accepted);
    QCOMPARE(foreseen(s).size(), size_t(2));
}

void ForecastTest::aTakenOutNudgeOfAnOldTurnStopsNothingNew()
{
    Story s(QStringLiteral("2026-12-07T10:00"));
    s.missed();
    s.accepts();
    for (const PlannedText &text : foreseen(s))
        cancels(s, text.order);
    QVERIFY(foreseen(s).empty());
    s.writes(QStringLiteral("hi"));
    s.proposes(proposal::JustReply{}, QStringLiteral("What can we do for you?"), {QStringLiteral("other")});
    s.accepts();
    QCOMPARE(foreseen(s).size(), size_t(2));
}

void ForecastTest::comesTrueWhenNobodyDoesAnything()
{
    std::mt19937 chance(2026);
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>(from, to)(chance); };
    static const QStringList callers = QStringLiteral("+15125550142 +12125550142 +13055550142 +18085550142 +12075550142 "
                                                      "+18505550142 +442079460958 +17095550142")
                                           .split(u' ');
    int foretold = 0;
    for (int round = 0; round < 2000; ++round) {
        Story s;
        s.now = s.wall(QStringLiteral("2026-12-07T00:00")) + Duration(pick(0, 14 * 1440)) * 60'000;
        s.state = newThread({callers[pick(0, int(callers.size()) - 1)]}, s.profile.phone);
        s.profile.policy.holdFirstTextInQuietHours = pick(0, 1) == 1;
        s.profile.policy.screening.alsoText = {QStringLiteral("+44"), QStringLiteral("+1709")};
        s.profile.policy.nudgesAfter = {pick(1, 12) * 1h, pick(13, 48) * 1h};
        s.profile.policy.nudgeFresh = pick(1, 3) * 1h;
        s.missed();
        if (!s.newestText()->notBefore.isSet())
            s.accepts();
        if (pick(0, 2) == 0 && s.in<phase::WaitingForCaller>()) {
            s.wait(pick(1, 600) * 1min);
            s.writes(QStringLiteral("hi"));
            s.proposes(proposal::JustReply{}, QStringLiteral("What can we do for you?"), {QStringLiteral("other")});
            s.accepts();
        }
        const auto texts = foreseen(s);
        foretold += int(texts.size());
        const Instant end = s.now + 24h;
        std::vector<std::pair<OrderId, Instant>> left;
        const auto leave = [&] {
            const PlannedOrder order = *s.newestText();
            s.now = std::max(s.now, order.notBefore);
            QVERIFY(std::holds_alternative<verdict::Send>(s.gateNow()));
            left.emplace_back(order.id, s.now);
            s.accepts();
        };
        if (s.newestText()->notBefore.isSet() && s.newestText()->notBefore <= end && s.in<phase::Greeting>())
            leave();
        while (s.due().isSet() && s.due() <= end) {
            const int before = s.textsOf(TextKind::FollowUp);
            s.nextDue();
            if (s.textsOf(TextKind::FollowUp) > before)
                leave();
        }
        QCOMPARE(left.size(), texts.size());
        for (size_t i = 0; i < left.size(); ++i) {
            QCOMPARE(texts[i].order, left[i].first);
            QCOMPARE(texts[i].at.ms, left[i].second.ms);
        }
    }
    QVERIFY(foretold > 1500);
}

QTEST_GUILESS_MAIN(ForecastTest)
#include "forecasttest.moc"
