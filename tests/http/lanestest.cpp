// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/lanes.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::http;

namespace {

const Steady::time_point start {1h};

Job job(quint64 id, const char *host = "http://a:80", Duration deadline = 20s)
{
    Job made;
    made.id = id;
    made.origin = host;
    made.sentAt = start;
    made.request.deadline = deadline;
    return made;
}

Settings narrow()
{
    Settings settings;
    settings.connections = 2;
    settings.connectionsWhenSlow = 4;
    settings.slowAnswer = 10ms;
    return settings;
}

QList<quint64> startable(Lanes &lanes, Steady::time_point now)
{
    std::vector<Job> started;
    while (auto next = lanes.takeStartable(now))
        started.push_back(*std::move(next));
    QList<quint64> ids;
    for (const Job &one : started) {
        lanes.left(one, now);
        ids << one.id;
    }
    return ids;
}

} // namespace

class LanesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsTheOldestFirstAndNotTooMany();
    void widensWhenTheOldestIsSlow();
    void staysWideWhileAnswersAreSlow();
    void opensFewConnectionsAtOneTime();
    void aBusyHostDoesNotHoldUpAnother();
    void takesOutWhatHasExpired();
    void hasNothingToLookForWhenIdle();
};

void LanesTest::startsTheOldestFirstAndNotTooMany()
{
    Lanes lanes(narrow());
    for (const quint64 id : {1, 2, 3, 4})
        lanes.add(job(id));
    QCOMPARE(startable(lanes, start), (QList<quint64> {1, 2}));
    lanes.landed(job(2), start);
    QCOMPARE(startable(lanes, start), (QList<quint64> {3}));
    QVERIFY(lanes.drop(4));
    QVERIFY(!lanes.drop(4));
    lanes.landed(job(1), start);
    QCOMPARE(startable(lanes, start), QList<quint64> {});
}

void LanesTest::widensWhenTheOldestIsSlow()
{
    Lanes lanes(narrow());
    for (const quint64 id : {1, 2, 3, 4, 5})
        lanes.add(job(id));
    QCOMPARE(startable(lanes, start), (QList<quint64> {1, 2}));
    QCOMPARE(lanes.nextLook(start), std::optional(start + 10ms));
    QCOMPARE(startable(lanes, start + 9ms), QList<quint64> {});
    QVERIFY(!lanes.hasStartable(start + 9ms));
    QVERIFY(lanes.hasStartable(start + 10ms));
    QCOMPARE(startable(lanes, start + 10ms), (QList<quint64> {3, 4}));
}

void LanesTest::staysWideWhileAnswersAreSlow()
{
    Lanes lanes(narrow());
    for (quint64 id = 1; id <= 6; ++id)
        lanes.add(job(id));
    QCOMPARE(startable(lanes, start).size(), 2);
    for (const quint64 id : {1, 2})
        lanes.landed(job(id), start + 100ms);
    QCOMPARE(startable(lanes, start + 100ms), (QList<quint64> {3, 4}));
    QCOMPARE(startable(lanes, start + 100ms), (QList<quint64> {5, 6}));
}

void LanesTest::opensFewConnectionsAtOneTime()
{
    Lanes lanes(narrow());
    for (const quint64 id : {1, 2, 3})
        lanes.add(job(id));
    QVERIFY(lanes.takeStartable(start));
    QVERIFY(lanes.takeStartable(start));
    QVERIFY(!lanes.takeStartable(start + 1h)); // slow to connect is no reason for more of the same
    lanes.landed(job(1), start + 1h); // one that failed to connect says nothing about how the host answers
    QVERIFY(lanes.takeStartable(start + 1h));
    lanes.add(job(4));
    lanes.left(job(2), start + 1h);
    QVERIFY(!lanes.takeStartable(start + 1h));
}

void LanesTest::aBusyHostDoesNotHoldUpAnother()
{
    Lanes lanes(narrow());
    for (const quint64 id : {1, 2, 3})
        lanes.add(job(id));
    lanes.add(job(9, "http://b:80"));
    QVERIFY(startable(lanes, start).contains(9));
}

void LanesTest::takesOutWhatHasExpired()
{
    Lanes lanes(narrow());
    lanes.add(job(1));
    lanes.add(job(2));
    lanes.add(job(3, "http://a:80", 1s));
    lanes.add(job(4, "http://a:80", 3s));
    QCOMPARE(startable(lanes, start).size(), 2);
    QVERIFY(lanes.takeExpired(start + 999ms).empty());
    const auto expired = lanes.takeExpired(start + 1s);
    QCOMPARE(expired.size(), size_t(1));
    QCOMPARE(expired.front().id, quint64(3));
    QCOMPARE(lanes.nextLook(start + 1s), std::optional(start + 3s)); // both under way are slow: no widening to wait for
}

void LanesTest::hasNothingToLookForWhenIdle()
{
    Lanes lanes(narrow());
    QVERIFY(!lanes.nextLook(start));
    lanes.add(job(1));
    QCOMPARE(startable(lanes, start).size(), 1);
    QVERIFY(!lanes.nextLook(start));
}

QTEST_GUILESS_MAIN(LanesTest)
#include "lanestest.moc"
