// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/textwatch.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::link;

namespace {

using Kind = TextSighting::Kind;
constexpr Instant t0{1'700'000'000'000};
const PhoneNumber shop{QStringLiteral("+15125550100")};
const PhoneNumber caller{QStringLiteral("+15125550142")};

TextRecord row(
    const QString &sid, Delivery delivery = Delivery::Accepted, const QString &body = QStringLiteral("Hello"))
{
    TextRecord r;
    r.sid = sid;
    r.direction = TextRecord::Direction::OutboundApi;
    r.from = shop;
    r.to = caller;
    r.body = body;
    r.delivery = delivery;
    r.settled = delivery >= Delivery::Delivered;
    r.createdAt = t0;
    return r;
}

runtime::OutgoingText text(const QString &order, const QString &body = QStringLiteral("Hello"))
{
    return {engine::OrderId{order}, shop, caller, body};
}

runtime::SendAnswer answer(runtime::SendAnswer::Kind kind, const QString &sid = {})
{
    runtime::SendAnswer a;
    a.kind = kind;
    a.text = ProviderId{sid};
    return a;
}

using Answer = runtime::SendAnswer::Kind;

} // namespace

class TextWatchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void reportsAnInboundTextOnce();
    void waitsForAnInboundTextThatIsStillBeingReceived();
    void reportsDeliveryOnlyForward();
    void takesNobodysHandForOurs();
    void holdsBackARowSeenBeforeItsAnswer();
    void holdsBackWhileAnUnclearTextMayBeIt();
    void seesAPersonsWordsEvenWhileOursAreUnderWay();
    void holdsBackWhatTheStoreMayOwn();
    void leavesTheProvidersOwnWordsAlone();
    void knowsWhenTextsAreUnderWay();
    void knowsWhoseARowIs();
    void provesFreshnessOnlyByTheList();

private:
    QSet<QString> m_ours;
    QSet<QString> m_doubt;
    std::unique_ptr<TextWatch> m_watch;
};

void TextWatchTest::init()
{
    m_ours.clear();
    m_doubt.clear();
    m_watch = std::make_unique<TextWatch>(
        TextWatch::Memory{[this](const ProviderId &id) { return m_ours.contains(id.value); },
            [this](const PhoneNumber &to) { return m_doubt.contains(to.e164); }});
}

void TextWatchTest::reportsAnInboundTextOnce()
{
    auto in = row("SM1");
    in.direction = TextRecord::Direction::Inbound;
    QCOMPARE(m_watch->note(in, true, t0).front().kind, Kind::Arrived);
    QVERIFY(m_watch->note(in, true, t0).empty());
    QVERIFY(m_watch->note(in, false, t0).empty());
    QVERIFY(m_watch->isAtRest("SM1"));
}

void TextWatchTest::waitsForAnInboundTextThatIsStillBeingReceived()
{
    auto in = row("SM1");
    in.direction = TextRecord::Direction::Inbound;
    in.receiving = true;
    QVERIFY(m_watch->note(in, true, t0).empty());
    QVERIFY(!m_watch->isAtRest("SM1"));
    in.receiving = false;
    QCOMPARE(m_watch->note(in, true, t0).size(), std::size_t(1));
}

void TextWatchTest::reportsDeliveryOnlyForward()
{
    m_ours.insert("SM1");
    QVERIFY(m_watch->note(row("SM1"), true, t0).empty());
    QCOMPARE(m_watch->note(row("SM1", Delivery::Sent), true, t0).front().kind, Kind::Delivery);
    QVERIFY(m_watch->note(row("SM1", Delivery::Sent), true, t0).empty());
    QCOMPARE(m_watch->note(row("SM1", Delivery::Delivered), true, t0).size(), std::size_t(1));
    QVERIFY(m_watch->note(row("SM1", Delivery::Sent), true, t0).empty());
    QVERIFY(m_watch->note(row("SM1", Delivery::Failed), true, t0).empty()); // an old postcard
    QCOMPARE(m_watch->note(row("SM1", Delivery::Read), true, t0).size(), std::size_t(1));
    QVERIFY(m_watch->note(row("SM1", Delivery::Delivered), true, t0).empty());

    m_ours.insert("SM2");
    QCOMPARE(m_watch->note(row("SM2", Delivery::Failed), true, t0).size(), std::size_t(1));
    QVERIFY(m_watch->note(row("SM2", Delivery::Delivered), true, t0).empty());
    QVERIFY(m_watch->note(row("SM2", Delivery::Cancelled), true, t0).empty());
}

void TextWatchTest::takesNobodysHandForOurs()
{
    const auto seen = m_watch->note(row("SM1"), true, t0);
    QCOMPARE(seen.size(), std::size_t(1));
    QCOMPARE(seen.front().kind, Kind::Foreign);
    QVERIFY(m_watch->note(row("SM1", Delivery::Delivered), true, t0).empty());
}

void TextWatchTest::holdsBackARowSeenBeforeItsAnswer()
{
    m_watch->sendBegins(text("o1"), t0);
    QVERIFY(m_watch->note(row("SM1"), false, t0).empty());
    QVERIFY(m_watch->note(row("SM1", Delivery::Sent), false, t0).empty());
    QVERIFY(m_watch->isHeld(row("SM1")));
    const auto released = m_watch->sendEnds(text("o1"), answer(Answer::Accepted, "SM1"), t0 + 1s);
    QCOMPARE(released.size(), std::size_t(1));
    QCOMPARE(released.front().kind, Kind::Delivery);
    QCOMPARE(released.front().row.delivery, Delivery::Sent);
    QVERIFY(!m_watch->isHeld(row("SM1")));
    // The row of a text that was refused can only be somebody else's.
    m_watch->sendBegins(text("o2"), t0 + 2s);
    QVERIFY(m_watch->note(row("SM2"), false, t0 + 2s).empty());
    const auto foreign = m_watch->sendEnds(text("o2"), answer(Answer::Refused), t0 + 3s);
    QCOMPARE(foreign.size(), std::size_t(1));
    QCOMPARE(foreign.front().kind, Kind::Foreign);
}

void TextWatchTest::holdsBackWhileAnUnclearTextMayBeIt()
{
    m_watch->sendBegins(text("o1"), t0);
    QVERIFY(m_watch->sendEnds(text("o1"), answer(Answer::Unclear), t0 + 1s).empty());
    QVERIFY(m_watch->note(row("SM1", Delivery::Delivered), true, t0 + 2s).empty());
    QVERIFY(m_watch->recheck(t0 + 3s).empty());
    const auto found =
        m_watch->found(engine::OrderId{QStringLiteral("o1")}, {row("SM1", Delivery::Delivered)}, t0 + 4s);
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found.front().kind, Kind::Delivery);
    // Never found: after the last look the store alone answers.
    m_watch->sendBegins(text("o2", "Again"), t0);
    QVERIFY(m_watch->sendEnds(text("o2", "Again"), answer(Answer::Unclear), t0 + 1s).empty());
    QVERIFY(m_watch->note(row("SM2", Delivery::Sent, "Again"), true, t0 + 2s).empty());
    QVERIFY(m_watch->recheck(t0 + 29min).empty());
    QCOMPARE(m_watch->recheck(t0 + 31min).front().kind, Kind::Foreign);
}

void TextWatchTest::seesAPersonsWordsEvenWhileOursAreUnderWay()
{
    m_watch->sendBegins(text("o1"), t0);
    const auto seen = m_watch->note(row("SM7", Delivery::Sent, "Call you at six, Jess"), true, t0);
    QCOMPARE(seen.size(), std::size_t(1));
    QCOMPARE(seen.front().kind, Kind::Foreign);
}

void TextWatchTest::holdsBackWhatTheStoreMayOwn()
{
    m_doubt.insert(caller.e164); // a process died in the middle of a send to this number
    QVERIFY(m_watch->note(row("SM1", Delivery::Sent), true, t0).empty());
    m_ours.insert("SM1"); // a look found it and the store has it now
    m_doubt.clear();
    const auto seen = m_watch->recheck(t0 + 1s);
    QCOMPARE(seen.size(), std::size_t(1));
    QCOMPARE(seen.front().kind, Kind::Delivery);
}

void TextWatchTest::leavesTheProvidersOwnWordsAlone()
{
    auto reply =
        row("SM1", Delivery::Delivered, "You have successfully been unsubscribed. Reply START to resubscribe.");
    QVERIFY(m_watch->note(reply, true, t0).empty());
    reply = row("SM2", Delivery::Delivered, "anything");
    reply.direction = TextRecord::Direction::OutboundReply;
    QVERIFY(m_watch->note(reply, true, t0).empty());
    QVERIFY(m_watch->isAtRest("SM2"));
}

void TextWatchTest::knowsWhenTextsAreUnderWay()
{
    QVERIFY(!m_watch->isAnyUnderWay(t0));
    m_watch->sendBegins(text("o1"), t0);
    QVERIFY(m_watch->isAnyUnderWay(t0));
    QVERIFY(m_watch->sendEnds(text("o1"), answer(Answer::Accepted, "SM1"), t0 + 1s).empty());
    QVERIFY(m_watch->isAnyUnderWay(t0 + 1s));
    QCOMPARE(m_watch->unseenSince(t0 + 2s), QStringList{QStringLiteral("SM1")});
    QVERIFY(!m_watch->isAnyUnderWay(t0 + 5min)); // nobody waits in front of the screen any more
    QCOMPARE(m_watch->note(row("SM1", Delivery::Delivered), true, t0 + 3s).size(), std::size_t(1));
    QVERIFY(!m_watch->isAnyUnderWay(t0 + 3s));
    QVERIFY(m_watch->unseenSince(t0 + 1h).isEmpty());
}

void TextWatchTest::knowsWhoseARowIs()
{
    m_watch->sendBegins(text("o1"), t0);
    QVERIFY(m_watch->sendEnds(text("o1"), answer(Answer::Accepted, "SM1"), t0).empty());
    QVERIFY(m_watch->belongsToAnother("SM1", engine::OrderId{QStringLiteral("o2")}));
    QVERIFY(!m_watch->belongsToAnother("SM1", engine::OrderId{QStringLiteral("o1")}));
    QVERIFY(!m_watch->belongsToAnother("SM9", engine::OrderId{QStringLiteral("o2")}));
    m_ours.insert("SM9");
    QVERIFY(m_watch->belongsToAnother("SM9", engine::OrderId{QStringLiteral("o2")}));
}

void TextWatchTest::provesFreshnessOnlyByTheList()
{
    m_watch->sendBegins(text("o1"), t0 + 5s);
    QVERIFY(m_watch->hasSentAfter(t0));
    QVERIFY(!m_watch->hasSentAfter(t0 + 5s));
    QVERIFY(m_watch->sendEnds(text("o1"), answer(Answer::Accepted, "SM1"), t0 + 6s).empty());
    QVERIFY(m_watch->note(row("SM1"), false, t0 + 7s).empty());
    QVERIFY(!m_watch->newestShown().isSet());
    QVERIFY(m_watch->note(row("SM1"), true, t0 + 8s).empty());
    QCOMPARE(m_watch->newestShown(), t0 + 5s);
}

QTEST_GUILESS_MAIN(TextWatchTest)
#include "textwatchtest.moc"
