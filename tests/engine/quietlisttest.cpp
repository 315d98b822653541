// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/screeningstage.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::engine;

/// Callers who are kept from texts, and the way back; what the shop's book says of them.
class QuietListTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aQuietCallerIsShownInItsOwnSectionAndRingsForNobody();
    void aQuietCallerIsNeverNudged();
    void rescuedInTimeIsTextedOnce();
    void rescuedTooLateGoesToTheCallBackQueue();
    void rescuedTwiceIsTextedOnce();
    void rescuedStaysRescued();
    void rescuedLandlineIsCalledNotTexted();
    void whoWritesLeavesTheQuietList();
    void whoIsTalkedToLeavesTheQuietList();
    void whoIsBlockedStaysQuietWhateverTheyWrite();
    void blockingStopsWhatWasOnItsWay();
    void unblockingAnswersTheLastCallIfStillTimely();
    void aTagIsKeptInTheBook();
    void aTagOnAWithheldNumberChangesNothing();
    void taggingAsStaffHoldsTheFirstTextBack();
    void rescuedWhoCannotBeTextedAtAllIsCalled();
    void whoIsTakenOverLeavesTheQuietList();
    void whoIsPutOnTheCallBackListLeavesTheQuietList();
};

void QuietListTest::aQuietCallerIsShownInItsOwnSectionAndRingsForNobody()
{
    Screening s(QStringLiteral("+13105550142"));
    s.complaints(9).rings();
    QCOMPARE(s.state.lead.outcome, LeadOutcome::Spam);
    QVERIFY(s.state.lead.closedAt.isSet());
    QCOMPARE(sectionOf(s.state), Section::QuietList);
    const ThreadRow row = threadRow(s.state, {s.now, s.profile});
    QCOMPARE(row.reason, Reason::Spam);
    QCOMPARE(row.spamPoints, s.state.quietList->points);
    QVERIFY(s.orders.empty());
    QVERIFY(!callbackRow(s.state, {s.now, s.profile}).has_value());
}

void QuietListTest::aQuietCallerIsNeverNudged()
{
    Screening s(QStringLiteral("+13105550142"));
    s.complaints(9).rings();
    QVERIFY(!s.due().isSet());
}

void QuietListTest::rescuedInTimeIsTextedOnce()
{
    Screening s(QStringLiteral("+13105550142"));
    s.complaints(9).rings();
    s.wait(5min);
    s.rescue();
    QCOMPARE(s.outcome(), QStringLiteral("text"));
    QVERIFY(s.in<phase::Greeting>());
    QCOMPARE(s.state.lead.outcome, LeadOutcome::Open);
    QVERIFY(!s.state.lead.closedAt.isSet());
    QVERIFY(s.explained(QStringLiteral("quiet.rescued")));
}

void QuietListTest::rescuedTooLateGoesToTheCallBackQueue()
{
    Screening s(QStringLiteral("+13105550142"));
    s.complaints(9).rings();
    s.wait(16min);
    s.rescue();
    QCOMPARE(s.outcome(), QStringLiteral("call back late"));
    QCOMPARE(s.textsOf(TextKind::FirstText), 0);
}

void QuietListTest::rescuedTwiceIsTextedOnce()
{
    Screening s(QStringLiteral("+13105550142"));
    s.complaints(9).rings();
    s.rescue();
    s.rescue();
    QCOMPARE(s.textsOf(TextKind::FirstText), 1);
}

void QuietListTest::rescuedStaysRescued()
{
    Screening s(QStringLiteral("+13105550142"));
    s.complaints(9).rings();
    s.rescue();
    s.accepts();
    s.wait(48h);
    s.rings();
    QCOMPARE(s.textsOf(TextKind::FirstText), 2);
}

void QuietListTest::rescuedLandlineIsCalledNotTexted()
{
    Screening s(QStringLiteral("+13105550142"));
    s.call.lineType = LineType::Landline;
    s.complaints(9).rings();
    QCOMPARE(s.outcome(), QStringLiteral("quiet spam"));
    s.rescue();
    QCOMPARE(s.outcome(), QStringLiteral("call back landline"));
}

void QuietListTest::whoWritesLeavesTheQuietList()
{
    Screening s(QStringLiteral("+13105550142"));
    s.complaints(9).rings();
    s.writes(QStringLiteral("Hi, how much is a wash?"));
    QVERIFY(!s.state.quietList);
    QVERIFY(s.in<phase::Answering>());
    QCOMPARE(s.state.lead.outcome, LeadOutcome::Open);
}

void QuietListTest::whoIsTalkedToLeavesTheQuietList()
{
    Screening s(QStringLiteral("+13105550142"));
    s.complaints(9).rings();
    Call answered = s.call;
    answered.id = {QStringLiteral("SC9")};
    answered.result = CallResult::Answered;
    s.wait(3min);
    answered.startedAt = s.now;
    s.tell(fact::CallObserved{answered}, {});
    QVERIFY(!s.state.quietList);
    QCOMPARE(s.state.lead.outcome, LeadOutcome::ReachedByPhone);
}

void QuietListTest::whoIsBlockedStaysQuietWhateverTheyWrite()
{
    Screening s(QStringLiteral("+13105550142"));
    s.tagged(ContactTag::Blocked).rings();
    const auto before = s.orders.size();
    s.writes(QStringLiteral("Buy our leads"));
    QVERIFY(s.state.quietList);
    QCOMPARE(s.state.unread, 0);
    QCOMPARE(s.orders.size(), before);
    QCOMPARE(s.lines.back().body, QStringLiteral("Buy our leads")); // kept all the same
}

void QuietListTest::blockingStopsWhatWasOnItsWay()
{
    Screening s(QStringLiteral("+13105550142"));
    s.rings();
    const PlannedOrder text = *s.newestText();
    s.tag(ContactTag::Blocked);
    QCOMPARE(s.outcome(), QStringLiteral("quiet blocked"));
    QCOMPARE(std::get<verdict::Cancel>(gate(text, s.state, {s.now, s.profile})).reason, QStringLiteral("contact"));
    QVERIFY(!s.due().isSet());
}

void QuietListTest::unblockingAnswersTheLastCallIfStillTimely()
{
    Screening s(QStringLiteral("+13105550142"));
    s.tagged(ContactTag::Blocked).rings();
    s.signs.contact.reset();
    s.tag(ContactTag::None);
    QCOMPARE(s.outcome(), QStringLiteral("text"));

    Screening undone(QStringLiteral("+13105550142"));
    undone.tagged(ContactTag::Blocked).rings();
    undone.rescue();
    QCOMPARE(undone.outcome(), QStringLiteral("text"));
    QCOMPARE(undone.contacts.back().tag, ContactTag::None); // out of the book of blocked numbers
}

void QuietListTest::aTagIsKeptInTheBook()
{
    Screening s(QStringLiteral("+13105550142"));
    s.rings();
    s.tag(ContactTag::Customer, QStringLiteral("Dana Reyes"));
    QCOMPARE(s.contacts.size(), size_t(1));
    QCOMPARE(s.contacts[0], (Contact{{QStringLiteral("+13105550142")}, ContactTag::Customer, QStringLiteral("Dana Reyes"), QStringLiteral("Jess"), s.now}));
    QCOMPARE(threadRow(s.state, {s.now, s.profile}).name, QStringLiteral("Dana Reyes"));
    QVERIFY(s.explained(QStringLiteral("contact")));
}

void QuietListTest::aTagOnAWithheldNumberChangesNothing()
{
    Screening s{QString()};
    s.rings();
    s.tag(ContactTag::Blocked);
    QVERIFY(s.contacts.empty());
    QVERIFY(!s.state.quietList);
    QCOMPARE(s.outcome(), QStringLiteral("call back withheld"));
}

void QuietListTest::taggingAsStaffHoldsTheFirstTextBack()
{
    Screening s(QStringLiteral("+13105550142"));
    s.rings();
    s.tag(ContactTag::Staff);
    QCOMPARE(s.state.ownTexts.back().delivery, Delivery::Cancelled);
    QVERIFY(!s.due().isSet());
}

void QuietListTest::rescuedWhoCannotBeTextedAtAllIsCalled()
{
    for (const char *caller : {"+19005550155", "+10005550123"}) {
        Screening s{QString::fromLatin1(caller)};
        s.rings();
        QVERIFY(s.state.quietList);
        s.rescue();
        QCOMPARE(s.outcome(), QStringLiteral("call back staff_request"));
    }
}

void QuietListTest::whoIsTakenOverLeavesTheQuietList()
{
    Screening s(QStringLiteral("+13105550142"));
    s.complaints(9).rings();
    s.tell(fact::OperatorTookOver{QStringLiteral("Jess")}, {});
    QVERIFY(!s.state.quietList);
    QCOMPARE(sectionOf(s.state), Section::WithPerson);
}

void QuietListTest::whoIsPutOnTheCallBackListLeavesTheQuietList()
{
    Screening s(QStringLiteral("+13105550142"));
    s.complaints(9).rings();
    s.tell(fact::OperatorAskedForCallback{QStringLiteral("Jess"), {}}, {});
    QCOMPARE(s.outcome(), QStringLiteral("call back staff_request"));
}

QTEST_GUILESS_MAIN(QuietListTest)
#include "quietlisttest.moc"
