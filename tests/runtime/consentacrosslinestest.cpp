// SPDX-License-Identifier: GPL-3.0-or-later
#include "houseontable.h"

#include <QTemporaryDir>
#include <QTest>

using namespace deskbell;
using namespace deskbell::runtime;

namespace {

const QString dana = QStringLiteral("+15125550142");
const PhoneNumber secondLine{QStringLiteral("+15125550199")};
using Mood = TablePhone::Mood;

void writesToSecondLine(HouseOnTable &house, const QString &body, const QString &id)
{
    ProviderText text;
    text.id = {id};
    text.from = {dana};
    text.to = secondLine;
    text.body = body;
    text.at = house.clock.now();
    text.inbound = true;
    Arrival arrival;
    arrival.id = u"text:" % id;
    arrival.caller = text.from;
    arrival.line = text.to;
    arrival.fact = engine::fact::MessageArrived{text};
    house.loop->put(std::move(arrival));
}

engine::ThreadState stateOnSecondLine(HouseOnTable &house)
{
    auto thread = house.loop->thread(engine::threadOf({dana}, secondLine));
    return thread && thread->has_value() ? (*thread)->state : engine::ThreadState{};
}

} // namespace

/// A no said on one of the shop's numbers holds on all of them, at the worst instant too.
class ConsentAcrossLinesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNoOnOneLineStopsWhatWaitsOnTheOther();
    void aNoAndACallInTheSameMomentLeadToNoText_data();
    void aNoAndACallInTheSameMomentLeadToNoText();
    void aFirstCallOnTheOtherLineGetsNoText();
    void aYesOnOneLineOpensTheOther();
    void anUnclearTextIsNotSentAgainAfterANo();
    void aPersonsTextDoesNotLeaveEither();
    void aCrashBeforeTheOtherThreadHeardOfItIsCaughtUp();
};

void ConsentAcrossLinesTest::aNoOnOneLineStopsWhatWaitsOnTheOther()
{
    HouseOnTable house;
    house.phone.room_ = 0;
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1s);
    writesToSecondLine(house, QStringLiteral("STOP"), QStringLiteral("SM1"));
    house.clock.advance(1s);
    house.phone.room_ = 64;
    house.phone.wake_();
    house.clock.advance(1min);
    QCOMPARE(house.textsTo(dana), 0);
    QVERIFY(house.state(dana).optOut);
    QCOMPARE(house.state(dana).ownTexts.back().delivery, Delivery::Cancelled);
    QCOMPARE(house.store->consentLedger({dana})->size(), size_t(1));
}

void ConsentAcrossLinesTest::aNoAndACallInTheSameMomentLeadToNoText_data()
{
    QTest::addColumn<bool>("noFirst");
    QTest::newRow("the no arrives first") << true;
    QTest::newRow("the call arrives first") << false;
}

void ConsentAcrossLinesTest::aNoAndACallInTheSameMomentLeadToNoText()
{
    QFETCH(bool, noFirst);
    HouseOnTable house;
    if (!noFirst)
        house.missed(dana, QStringLiteral("CA1"));
    writesToSecondLine(house, QStringLiteral("stop texting me"), QStringLiteral("SM1"));
    if (noFirst)
        house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1min);
    // One confirmation on the line they wrote to, and nothing else.
    QCOMPARE(house.textsTo(dana), 1);
    QCOMPARE(house.phone.accepted.front().from, secondLine);
    QVERIFY(house.state(dana).optOut);
    QVERIFY(stateOnSecondLine(house).optOut);
}

void ConsentAcrossLinesTest::aFirstCallOnTheOtherLineGetsNoText()
{
    HouseOnTable house;
    writesToSecondLine(house, QStringLiteral("STOP"), QStringLiteral("SM1"));
    house.clock.advance(24h);
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1min);
    QCOMPARE(house.textsTo(dana), 0);
    QCOMPARE(house.state(dana).callback->reason, engine::Reason::OptedOut);
}

void ConsentAcrossLinesTest::aYesOnOneLineOpensTheOther()
{
    HouseOnTable house;
    house.writes(dana, QStringLiteral("STOP"), QStringLiteral("SM1"));
    house.clock.advance(1min);
    writesToSecondLine(house, QStringLiteral("START"), QStringLiteral("SM2"));
    house.clock.advance(1min);
    QVERIFY(!house.state(dana).optOut);
    house.clock.advance(24h); // a conversation of a minute ago would still be open, and get no first text
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1min);
    QCOMPARE(house.textsTo(dana), 1);
}

void ConsentAcrossLinesTest::anUnclearTextIsNotSentAgainAfterANo()
{
    HouseOnTable house;
    house.profile.policy.firstTextFresh = 2h;
    house.loop->setProfile(house.profile);
    house.phone.mood = Mood::LoseBefore;
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1min);
    house.phone.mood = Mood::Accept;
    const size_t before = house.phone.arrived.size();
    writesToSecondLine(house, QStringLiteral("STOP"), QStringLiteral("SM1"));
    house.clock.advance(1h);
    QCOMPARE(house.phone.arrived.size(), before);
}

void ConsentAcrossLinesTest::aPersonsTextDoesNotLeaveEither()
{
    HouseOnTable house;
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1s);
    QCOMPARE(house.textsTo(dana), 1);
    house.phone.room_ = 0;
    Arrival typed;
    typed.id = QStringLiteral("typed:d1");
    typed.thread = engine::threadOf({dana}, house.profile.phone);
    typed.fact = engine::fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("On my way")};
    house.loop->put(std::move(typed));
    house.clock.advance(1s);
    writesToSecondLine(house, QStringLiteral("STOP"), QStringLiteral("SM1"));
    house.clock.advance(1s);
    house.phone.room_ = 64;
    house.phone.wake_();
    house.clock.advance(1min);
    QCOMPARE(house.textsTo(dana), 1);
}

void ConsentAcrossLinesTest::aCrashBeforeTheOtherThreadHeardOfItIsCaughtUp()
{
    const QTemporaryDir temporary;
    HouseOnTable house(temporary.filePath(QStringLiteral("data")));
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1s);
    StepRecord said;
    said.fact = QStringLiteral("text:SM9");
    said.thread = {QStringLiteral("elsewhere")};
    said.decision.next = engine::newThread({QStringLiteral("+15125550777")}, secondLine);
    said.decision.next.id = said.thread;
    said.decision.consent = {{{dana}, false, house.clock.now(), QStringLiteral("keyword"), {}, QStringLiteral("text"), {}}};
    QVERIFY(house.store->commit({house.clock.now(), {said}, {}}));
    QVERIFY(!house.state(dana).optOut);
    house.crashAndReopen();
    house.clock.advance(1s);
    QVERIFY(house.state(dana).optOut);
    house.clock.advance(48h);
    QCOMPARE(house.textsTo(dana), 1); // the first text of before; no nudge after the no
}

QTEST_GUILESS_MAIN(ConsentAcrossLinesTest)
#include "consentacrosslinestest.moc"
