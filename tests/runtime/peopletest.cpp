// SPDX-License-Identifier: GPL-3.0-or-later
#include "houseontable.h"

#include "core/runtime/desk.h"
#include "tests/support/memorybook.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace deskbell;
using namespace deskbell::runtime;

namespace {

const QString dana = QStringLiteral("+15125550142");
using Mood = TablePhone::Mood;

void does(HouseOnTable &house, const QString &id, const engine::Fact &fact)
{
    Arrival arrival;
    arrival.id = id;
    arrival.caller = {dana};
    arrival.line = house.profile.phone;
    arrival.fact = fact;
    house.loop->put(std::move(arrival));
    house.clock.settle();
}

int pages(const HouseOnTable &house)
{
    return static_cast<int>(std::count_if(house.notices.notices.begin(), house.notices.notices.end(), [](const Notice &notice) {
        return notice.what.code == QLatin1String("urgent") || notice.what.code == QLatin1String("page");
    }));
}

} // namespace

/// People and the store: pages, takeovers, claims and drafts as they are kept, with everything around them broken.
class PeopleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void peopleArePagedWithAssistantAndNetworkGone();
    void pagingSurvivesACrash_data();
    void pagingSurvivesACrash();
    void anAcknowledgementSurvivesACrash();
    void noPageIsToldTwice();
    void aTextMadeUnderAnOlderHolderNeverLeaves_data();
    void aTextMadeUnderAnOlderHolderNeverLeaves();
    void nothingAutomaticLeavesDuringAnEmergency();
    void theSecondSeatThatWantsToCallIsToldWhoCalls();
    void aPromiseIsDueAfterARestartToo();
    void aDraftSurvivesACrash();
};

void PeopleTest::peopleArePagedWithAssistantAndNetworkGone()
{
    HouseOnTable house;
    house.assistant.next = failure(ErrorKind::Offline, QStringLiteral("no model"));
    house.phone.room_ = 0; // nothing can be sent
    house.writes(dana, QStringLiteral("I smell gas"), QStringLiteral("SM1"));
    house.clock.advance(1s);
    QCOMPARE(pages(house), 1);
    QVERIFY(house.assistant.asked.empty());
    QCOMPARE(house.textsTo(dana), 0);
    house.phone.room_ = 64;
    house.phone.wake_();
    house.clock.advance(1s);
    QCOMPARE(house.textsTo(dana), 1); // the safety text, as soon as there is a way
}

void PeopleTest::pagingSurvivesACrash_data()
{
    QTest::addColumn<int>("crashAfter"); // seconds after the text
    QTest::newRow("at once") << 0;
    QTest::newRow("before the second page") << 30;
    QTest::newRow("after the second page") << 70;
}

void PeopleTest::pagingSurvivesACrash()
{
    QFETCH(int, crashAfter);
    QTemporaryDir folder;
    HouseOnTable house(folder.path());
    house.profile.policy.onCall = {QStringLiteral("Jess"), QStringLiteral("Sam")};
    house.loop->setProfile(house.profile);
    house.writes(dana, QStringLiteral("I smell gas"), QStringLiteral("SM1"));
    house.clock.settle();
    house.clock.advance(crashAfter * 1s);
    house.crashAndReopen();
    house.clock.advance(150s - crashAfter * 1s);
    QCOMPARE(pages(house), 3); // at 0, 60 and 120 seconds: none lost, none twice
    QCOMPARE(house.notices.notices.back().what.args.value(1), QStringLiteral("Jess"));
    QCOMPARE(house.textsTo(dana), 1);
}

void PeopleTest::anAcknowledgementSurvivesACrash()
{
    QTemporaryDir folder;
    HouseOnTable house(folder.path());
    house.writes(dana, QStringLiteral("I smell gas"), QStringLiteral("SM1"));
    house.clock.settle();
    does(house, QStringLiteral("click:1"), engine::fact::OperatorAcknowledged{QStringLiteral("Sam")});
    house.crashAndReopen();
    house.clock.advance(5min);
    QCOMPARE(pages(house), 1);
    QCOMPARE(house.state(dana).alert->acknowledgedBy, QStringLiteral("Sam"));
}

void PeopleTest::noPageIsToldTwice()
{
    HouseOnTable house;
    house.writes(dana, QStringLiteral("I smell gas"), QStringLiteral("SM1"));
    house.writes(dana, QStringLiteral("I smell gas"), QStringLiteral("SM1")); // the same event again
    house.clock.settle();
    house.missed(dana, QStringLiteral("CA1"));
    house.missed(dana, QStringLiteral("CA2"));
    house.clock.settle();
    QCOMPARE(pages(house), 1);
    QCOMPARE(house.state(dana).alert->updates, 2);
}

void PeopleTest::aTextMadeUnderAnOlderHolderNeverLeaves_data()
{
    QTest::addColumn<bool>("handedBack");
    QTest::addColumn<bool>("crash");
    QTest::newRow("a person has the caller") << false << false;
    QTest::newRow("a person had the caller, and gave it back") << true << false;
    QTest::newRow("a person has the caller, and the program died in between") << false << true;
}

void PeopleTest::aTextMadeUnderAnOlderHolderNeverLeaves()
{
    QFETCH(bool, handedBack);
    QFETCH(bool, crash);
    QTemporaryDir folder;
    HouseOnTable house(folder.path());
    house.phone.room_ = 0;
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1s);
    does(house, QStringLiteral("click:1"), engine::fact::OperatorTookOver{QStringLiteral("Jess")});
    if (handedBack)
        does(house, QStringLiteral("click:2"), engine::fact::OperatorHandedBack{QStringLiteral("Jess"), QStringLiteral("called them")});
    if (crash)
        house.crashAndReopen();
    house.phone.room_ = 64;
    if (house.phone.wake_)
        house.phone.wake_();
    house.clock.advance(10min);
    QCOMPARE(house.textsTo(dana), 0);
    does(house, QStringLiteral("typed:d1"), engine::fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("Hi")});
    house.clock.advance(1s);
    QCOMPARE(house.textsTo(dana), 1); // a person's own text does leave
}

void PeopleTest::nothingAutomaticLeavesDuringAnEmergency()
{
    HouseOnTable house;
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1s);
    house.writes(dana, QStringLiteral("my house is on fire"), QStringLiteral("SM1"));
    house.clock.advance(1s);
    const int texts = house.textsTo(dana);
    house.clock.advance(1min);
    house.writes(dana, QStringLiteral("what are your prices"), QStringLiteral("SM2"));
    house.missed(dana, QStringLiteral("CA2"));
    house.clock.advance(Duration(72h));
    QCOMPARE(house.textsTo(dana), texts);
    QVERIFY(house.assistant.asked.empty());
    QVERIFY(pages(house) > 100); // still being called for
}

void PeopleTest::theSecondSeatThatWantsToCallIsToldWhoCalls()
{
    HouseOnTable house;
    support::MemoryBook book;
    Desk desk(*house.loop, *house.store, book);
    desk.setSeat(QStringLiteral("Jess"));
    desk.start();
    QSignalSpy taken(&desk, &Desk::callbackTaken);
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1s);
    does(house, QStringLiteral("click:1"), engine::fact::OperatorAskedForCallback{QStringLiteral("Sam"), {}});
    does(house, QStringLiteral("click:2"), engine::fact::CallbackClaimed{QStringLiteral("Sam")});
    QCOMPARE(taken.count(), 0);
    does(house, QStringLiteral("click:3"), engine::fact::CallbackClaimed{QStringLiteral("Jess")});
    QCOMPARE(taken.count(), 1);
    QCOMPARE(taken.front().at(1).toString(), QStringLiteral("Sam"));
    QCOMPARE(house.state(dana).callback->claimedBy, QStringLiteral("Sam"));
}

void PeopleTest::aPromiseIsDueAfterARestartToo()
{
    QTemporaryDir folder;
    HouseOnTable house(folder.path());
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1s);
    does(house, QStringLiteral("typed:d1"),
        engine::fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("I'll call you in 20 minutes")});
    house.crashAndReopen();
    house.clock.advance(21min);
    QCOMPARE(house.state(dana).promises.back().end, engine::PromiseEnd::Broken);
    QVERIFY(std::any_of(house.notices.notices.begin(), house.notices.notices.end(),
        [](const Notice &notice) { return notice.what.code == QLatin1String("promise_broken"); }));
}

void PeopleTest::aDraftSurvivesACrash()
{
    QTemporaryDir folder;
    HouseOnTable house(folder.path());
    support::MemoryBook book;
    house.missed(dana, QStringLiteral("CA1"));
    house.clock.advance(1s);
    const ThreadId thread = engine::threadOf({dana}, house.profile.phone);
    {
        Desk desk(*house.loop, *house.store, book);
        desk.setSeat(QStringLiteral("Jess"));
        desk.saveDraft(thread, QStringLiteral("Hi Dana, about the"));
    }
    house.crashAndReopen();
    Desk desk(*house.loop, *house.store, book);
    desk.setSeat(QStringLiteral("Jess"));
    QSignalSpy shown(&desk, &Desk::threadShown);
    desk.openThread(thread);
    QCOMPARE(shown.count(), 1);
    QCOMPARE(qvariant_cast<ThreadView>(shown.front().at(0)).draft, QStringLiteral("Hi Dana, about the"));
}

QTEST_GUILESS_MAIN(PeopleTest)
#include "peopletest.moc"
