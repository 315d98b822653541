// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/stages.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::engine;

/// The ladder of nudges, and what stops it.
class FollowupTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void silenceGetsTwoNudgesThenReview();
    void nudgesStayInsideTheirHours();
    void aReplyStopsTheLadder();
    void aNudgeAsleepThroughTheNightWaitsForMorning();
    void goodbyeIsNotNudged();
    void newRulesCountForThoseWhoWait();
};

void FollowupTest::silenceGetsTwoNudgesThenReview()
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

void FollowupTest::nudgesStayInsideTheirHours()
{
    Story s(QStringLiteral("2026-12-07T18:42"));
    s.missed();
    s.accepts();
    QCOMPARE(s.wallOf(s.due()), QStringLiteral("2026-12-08T09:00"));
    s.nextDue();
    QVERIFY(s.due() - s.now >= 12h);
}

void FollowupTest::aReplyStopsTheLadder()
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

void FollowupTest::aNudgeAsleepThroughTheNightWaitsForMorning()
{
    Story s(QStringLiteral("2026-12-07T15:00"));
    s.missed();
    s.accepts();
    s.at(QStringLiteral("2026-12-07T23:30")); // the PC slept through 19:00
    s.tell(fact::Due{s.now});
    QCOMPARE(s.textsOf(TextKind::FollowUp), 0);
    QCOMPARE(s.wallOf(s.due()), QStringLiteral("2026-12-08T09:00"));
}

void FollowupTest::goodbyeIsNotNudged()
{
    Story s = talking();
    s.proposes(proposal::JustReply{}, QStringLiteral("You're welcome."), {QStringLiteral("thanks")});
    QVERIFY(!s.due().isSet());
    QCOMPARE(sectionOf(s.state), Section::Done);
}

void FollowupTest::newRulesCountForThoseWhoWait()
{
    Story s(QStringLiteral("2026-12-07T10:00"));
    s.missed();
    s.accepts();
    s.profile.policy.nudgesAfter = {1h, 2h};
    s.tell(fact::PolicyChanged{});
    QCOMPARE(s.wallOf(s.due()), QStringLiteral("2026-12-07T11:00"));
    s.profile.policy.maxNudges = 0;
    s.tell(fact::PolicyChanged{});
    QCOMPARE(s.due(), s.state.lastOutboundAt + s.profile.policy.manualReviewAfter);
}

QTEST_GUILESS_MAIN(FollowupTest)
#include "followuptest.moc"
