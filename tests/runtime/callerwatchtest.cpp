// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/manualclock.h"
#include "core/runtime/engineloop.h"
#include "core/store/sqlitestore.h"

#include <QTest>
#include <QTimeZone>

using namespace deskbell;
using namespace deskbell::runtime;

namespace {

Profile shop()
{
    Profile profile;
    profile.name = QStringLiteral("Shine Bay");
    profile.phone = {QStringLiteral("+15125550100")};
    profile.zone = QTimeZone("America/Chicago");
    return profile;
}

/// An engine loop on a store in memory, with calls put into it.
class Shop
{
public:
    Profile profile = shop();
    ManualClock clock{Instant::fromDateTime(QDateTime(QDate(2026, 12, 8), QTime(16, 0), Qt::UTC))};
    std::unique_ptr<store::SqliteStore> store = std::move(*store::SqliteStore::openInMemory());
    std::unique_ptr<EngineLoop> loop;

    void open()
    {
        loop = std::make_unique<EngineLoop>(*store, clock, profile);
        loop->setCallerBook(*store);
    }
    void ring(const QString &caller, Duration rang = 20s, Duration before = 0s)
    {
        if (!loop)
            open();
        Call call;
        call.id = {QStringLiteral("CW%1").arg(++m_calls)};
        call.from = {caller};
        call.line = profile.phone;
        call.rang = rang;
        call.startedAt = clock.now() - rang - before;
        call.endedAt = call.startedAt + rang;
        call.result = CallResult::NoAnswer;
        put({u"call:" % call.id.value, {}, call.from, call.line, engine::fact::CallMissed{call}, {}, {}});
    }
    void put(Arrival arrival)
    {
        loop->put(std::move(arrival));
        if (m_settles)
            clock.settle();
    }
    void together(bool yes) { m_settles = !yes; }
    [[nodiscard]] engine::ThreadState state(const QString &caller)
    {
        const auto kept = loop->thread(engine::threadOf({caller}, profile.phone));
        return kept && kept->has_value() ? (*kept)->state : engine::ThreadState{};
    }
    [[nodiscard]] bool texted(const QString &caller) { return state(caller).firstTextAt.isSet(); }
    [[nodiscard]] engine::Reason quiet(const QString &caller) { return state(caller).quietList.value_or(engine::QuietMark{engine::Reason::None, {}, 0, {}}).reason; }
    [[nodiscard]] engine::Reason toCall(const QString &caller)
    {
        const auto item = state(caller).callback;
        return item && !item->done ? item->reason : engine::Reason::None;
    }
    [[nodiscard]] int notices(const QString &code)
    {
        const auto ready = store->ready(clock.now() + 24h * 7, 1000);
        return static_cast<int>(std::count_if(ready->begin(), ready->end(), [&](const OutboxEntry &entry) {
            const auto *notify = std::get_if<engine::order::Notify>(&entry.order.what);
            return notify && notify->code == code;
        }));
    }

private:
    int m_calls = 0;
    bool m_settles = true;
};

QString number(int last) { return QStringLiteral("+1310555%1").arg(last, 4, 10, QLatin1Char('0')); }

} // namespace

/// What is known of a caller outside the thread reaches the decision.
class CallerWatchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void complaintsOfTheListDecide();
    void contactsAreNeverSpam();
    void blockedByAClickOnOneLineIsBlockedOnTheOther();
    void aSweepOfShortCallsIsSeenInOneBurst();
    void aSweepIsForgottenAfterAnHour();
    void firstTextsAreLimitedWithinOneBurst();
    void firstTextsBeforeARestartCount();
    void aLimitFreesItselfAfterAnHour();
    void manyCallsFoundLateGiveOneNotice();
    void withoutABookNobodyLooks();
};

void CallerWatchTest::complaintsOfTheListDecide()
{
    Shop s;
    QVERIFY(s.store->keepComplaints({{{number(142)}, QDate(2026, 12, 1), 7, 7}, {{number(143)}, QDate(2024, 12, 1), 7, 7}}, {}));
    s.ring(number(142));
    s.ring(number(143));
    QCOMPARE(s.quiet(number(142)), engine::Reason::Spam);
    QVERIFY(!s.texted(number(142)));
    QVERIFY(s.texted(number(143)));
}

void CallerWatchTest::contactsAreNeverSpam()
{
    Shop s;
    QVERIFY(s.store->keepComplaints({{{number(142)}, QDate(2026, 12, 1), 70, 70}}, {}));
    QVERIFY(s.store->keepContacts({{{number(142)}, ContactTag::Customer, QStringLiteral("Dana Reyes"), {}, {}}}));
    s.ring(number(142));
    QVERIFY(s.texted(number(142)));
    QCOMPARE(s.state(number(142)).callerName, QStringLiteral("Dana Reyes"));
}

void CallerWatchTest::blockedByAClickOnOneLineIsBlockedOnTheOther()
{
    Shop s;
    s.ring(number(142));
    s.put({QStringLiteral("click:1"), engine::threadOf({number(142)}, s.profile.phone), {}, {}, engine::fact::ContactTagged{QStringLiteral("Jess"), ContactTag::Blocked, {}}, {}, {}});
    s.profile.phone = {QStringLiteral("+15125550101")};
    s.ring(number(142));
    QCOMPARE(s.quiet(number(142)), engine::Reason::Blocked);
}

void CallerWatchTest::aSweepOfShortCallsIsSeenInOneBurst()
{
    Shop s;
    s.profile.policy.screening.enough = 5;
    s.together(true); // decided in one group, kept in one transaction
    for (int i = 0; i < 5; ++i)
        s.ring(number(140 + i), 3s);
    s.clock.settle();
    QVERIFY(s.texted(number(140)));
    QVERIFY(s.texted(number(141)));
    for (int i = 2; i < 5; ++i)
        QCOMPARE(s.quiet(number(140 + i)), engine::Reason::Spam);
    s.ring(number(7142), 3s); // far away
    s.clock.settle();
    QVERIFY(s.texted(number(7142)));
}

void CallerWatchTest::aSweepIsForgottenAfterAnHour()
{
    Shop s;
    s.profile.policy.screening.enough = 5;
    s.ring(number(140), 3s);
    s.ring(number(141), 3s);
    s.clock.advance(61min);
    s.ring(number(142), 3s);
    QVERIFY(s.texted(number(142)));
}

void CallerWatchTest::firstTextsAreLimitedWithinOneBurst()
{
    Shop s;
    s.profile.policy.screening.firstTextsPerHour = 3;
    s.together(true);
    for (int i = 0; i < 8; ++i)
        s.ring(number(100 * i));
    s.clock.settle();
    int texted = 0;
    for (int i = 0; i < 8; ++i) {
        texted += s.texted(number(100 * i));
        if (!s.texted(number(100 * i)))
            QCOMPARE(s.toCall(number(100 * i)), engine::Reason::TooManyTexts);
    }
    QCOMPARE(texted, 3);
    QCOMPARE(s.notices(QStringLiteral("too_many_texts")), 1);
    QCOMPARE(s.notices(QStringLiteral("callback")), 0);
}

void CallerWatchTest::firstTextsBeforeARestartCount()
{
    Shop s;
    s.profile.policy.screening.firstTextsPerHour = 2;
    s.ring(number(100));
    s.ring(number(200));
    s.open(); // the program again, on the same store
    s.ring(number(300));
    QCOMPARE(s.toCall(number(300)), engine::Reason::TooManyTexts);
}

void CallerWatchTest::aLimitFreesItselfAfterAnHour()
{
    Shop s;
    s.profile.policy.screening.firstTextsPerHour = 1;
    s.ring(number(100));
    s.clock.advance(61min);
    s.ring(number(200));
    QVERIFY(s.texted(number(200)));
}

void CallerWatchTest::manyCallsFoundLateGiveOneNotice()
{
    Shop s;
    s.together(true);
    for (int i = 0; i < 10; ++i)
        s.ring(number(100 * i), 20s, 2h);
    s.clock.settle();
    for (int i = 0; i < 10; ++i)
        QCOMPARE(s.toCall(number(100 * i)), engine::Reason::LateDiscovery);
    QCOMPARE(s.notices(QStringLiteral("callback")), 3);
    QCOMPARE(s.notices(QStringLiteral("late_calls")), 1);
}

void CallerWatchTest::withoutABookNobodyLooks()
{
    Shop s;
    QVERIFY(s.store->keepComplaints({{{number(142)}, QDate(2026, 12, 1), 70, 70}}, {}));
    s.loop = std::make_unique<EngineLoop>(*s.store, s.clock, s.profile);
    s.ring(number(142));
    QVERIFY(s.texted(number(142)));
}

QTEST_GUILESS_MAIN(CallerWatchTest)
#include "callerwatchtest.moc"
