// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/slotfinder.h"
#include "core/calendar/slotchoice.h"
#include "core/profile/demoprofile.h"
#include "core/profile/profilereader.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>
#include <algorithm>

using namespace deskbell;
using namespace deskbell::calendar;

namespace {

Instant wall(const Profile &profile, const char *at)
{
    const QDateTime when = QDateTime::fromString(QString::fromLatin1(at) + u'Z', Qt::ISODate);
    return toInstant(when.date(), when.time(), profile.zone);
}

QString shown(const Profile &profile, const Slot &slot)
{
    return toWall(slot.start, profile.zone).toString(QStringLiteral("ddd d HH:mm"));
}

QStringList shown(const Profile &profile, const std::vector<Slot> &slots)
{
    QStringList list;
    for (const Slot &slot : slots)
        list << shown(profile, slot);
    return list;
}

Profile nightShop()
{
    Profile profile;
    profile.zone = QTimeZone("America/Chicago");
    for (auto &day : profile.hours.week)
        day = {{QTime(0, 0), QTime(6, 0)}};
    profile.resources = {QStringLiteral("1")};
    profile.leadTime = 0min;
    profile.horizonDays = 0;
    Service service;
    service.id = {QStringLiteral("tow")};
    service.length = 60min;
    profile.services = {service};
    return profile;
}

bool canStart(const Profile &profile, const QString &service, const Taken &taken, Instant now, Instant at)
{
    const auto free = freeSlots(profile, *profile.service({service}), taken, now);
    return std::any_of(free.begin(), free.end(), [&](const Slot &slot) { return slot.start == at; });
}

} // namespace

class SlotFinderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsToHoursGridLeadTimeAndHorizon();
    void keepsBuffersBeforeAndAfter();
    void takesTheFirstFreeBayAndOnlyOnesThatCan();
    void ignoresOwnHoldsAndTheMovedVisit();
    void neverOverlapsAndStaysInsideHours_data();
    void neverOverlapsAndStaysInsideHours();
    void skipsTheHourThatDoesNotExist();
    void offersTheHourThatComesTwiceOnce();
    void agreesWithTheScenarios();
    void choosesTheExactTimeAlone();
    void choosesTheSameDayBeforeOtherDays();
    void choosesTheNearestDaysWhenTheDayIsFull();
    void choosesDifferentDaysForAVagueWish();
    void choosesMorningAndAfternoonOfOneDay();
    void choosesSoonAfterTheNamedHour();
};

void SlotFinderTest::keepsToHoursGridLeadTimeAndHorizon()
{
    Profile shop = profile::demoProfile();
    shop.horizonDays = 2;
    const Instant now = wall(shop, "2026-12-08T08:40"); // Tuesday, lead time two hours
    const auto free = freeSlots(shop, *shop.service({QStringLiteral("ceramic5")}), {}, now);
    QCOMPARE(shown(shop, free),
        (QStringList{QStringLiteral("Wed 9 08:00"), QStringLiteral("Wed 9 08:30"), QStringLiteral("Wed 9 09:00"),
            QStringLiteral("Wed 9 09:30"), QStringLiteral("Wed 9 10:00"), QStringLiteral("Thu 10 08:00"),
            QStringLiteral("Thu 10 08:30"), QStringLiteral("Thu 10 09:00"), QStringLiteral("Thu 10 09:30"),
            QStringLiteral("Thu 10 10:00")}));
    QVERIFY(!canStart(shop, QStringLiteral("express"), {}, now, wall(shop, "2026-12-08T10:30")));
    QVERIFY(canStart(shop, QStringLiteral("express"), {}, now, wall(shop, "2026-12-08T11:00")));
}

void SlotFinderTest::keepsBuffersBeforeAndAfter()
{
    Profile shop = profile::demoProfile();
    shop.resources = {QStringLiteral("Bay 1")};
    const Instant now = wall(shop, "2026-12-07T08:00");
    Appointment visit;
    visit.service = {QStringLiteral("express")}; // 45 minutes and 15 of buffer
    visit.slot = {1, wall(shop, "2026-12-09T12:00"), wall(shop, "2026-12-09T12:45")};
    const Taken taken = takenBy(shop, {visit}, {}, {}, {});
    const auto free = [&](const char *at) {
        return canStart(shop, QStringLiteral("express"), taken, now, wall(shop, at));
    };
    QVERIFY(free("2026-12-09T11:00"));
    QVERIFY(!free("2026-12-09T11:30")); // would end at 12:15
    QVERIFY(!free("2026-12-09T12:30"));
    QVERIFY(free("2026-12-09T13:00"));
    visit.slot.end = visit.slot.end + 1min; // one minute more, and 13:00 lies in the buffer
    QVERIFY(!canStart(
        shop, QStringLiteral("express"), takenBy(shop, {visit}, {}, {}, {}), now, wall(shop, "2026-12-09T13:00")));
}

void SlotFinderTest::takesTheFirstFreeBayAndOnlyOnesThatCan()
{
    Profile shop = profile::demoProfile();
    const Instant now = wall(shop, "2026-12-07T08:00");
    const Taken first{{1, wall(shop, "2026-12-09T08:00"), wall(shop, "2026-12-09T18:00")}};
    const auto bayAt = [&](const char *at) {
        for (const Slot &slot : freeSlots(shop, shop.services[0], first, now)) {
            if (slot.start == wall(shop, at))
                return slot.resource;
        }
        return 0;
    };
    QCOMPARE(bayAt("2026-12-09T10:00"), 2);
    QCOMPARE(bayAt("2026-12-10T10:00"), 1);
    shop.services[0].resources = {1};
    QCOMPARE(bayAt("2026-12-09T10:00"), 0);
}

void SlotFinderTest::ignoresOwnHoldsAndTheMovedVisit()
{
    Profile shop = profile::demoProfile();
    shop.resources = {QStringLiteral("Bay 1")};
    const Slot place{1, wall(shop, "2026-12-09T10:00"), wall(shop, "2026-12-09T11:00")};
    const ThreadId me{QStringLiteral("me")};
    Hold hold;
    hold.thread = me;
    hold.slot = place;
    Appointment visit;
    visit.id = {QStringLiteral("a1")};
    visit.slot = place;
    QVERIFY(takenBy(shop, {}, {hold}, me, {}).empty());
    QCOMPARE(takenBy(shop, {}, {hold}, {QStringLiteral("other")}, {}).size(), size_t(1));
    QVERIFY(takenBy(shop, {visit}, {}, me, visit.id).empty());
    QCOMPARE(takenBy(shop, {visit}, {}, me, {}).size(), size_t(1));
}

void SlotFinderTest::neverOverlapsAndStaysInsideHours_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void SlotFinderTest::neverOverlapsAndStaysInsideHours()
{
    QFETCH(quint32, seed);
    QRandomGenerator chance(seed);
    Profile shop = profile::demoProfile();
    shop.zone =
        QTimeZone(QList<QByteArray>{"America/Chicago", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kathmandu"}.at(
            chance.bounded(4)));
    // Some weeks hold a change of the clocks, and the shop works at night.
    const Instant now = Instant::fromDateTime(
        QDateTime(QDate(2026, 1, 1).addDays(chance.bounded(365)), QTime(chance.bounded(24), 7), Qt::UTC));
    for (auto &day : shop.hours.week)
        day = {{QTime(chance.bounded(3), chance.bounded(60)), QTime(6, 30)},
            {QTime(9, 0), QTime(12 + chance.bounded(11), 15)}};
    shop.slotStep = 5min * (1 + chance.bounded(9));
    Taken taken;
    for (int i = 0; i < 60; ++i) {
        const Instant start = now + 1min * chance.bounded(30 * 24 * 60);
        taken.push_back({1 + chance.bounded(2), start, start + 1min * (1 + chance.bounded(300))});
    }
    const Service &service = shop.services[static_cast<size_t>(chance.bounded(static_cast<int>(shop.services.size())))];
    Instant last;
    for (const Slot &slot : freeSlots(shop, service, taken, now)) {
        QVERIFY(slot.start > last);
        last = slot.start;
        QVERIFY(slot.start >= now + shop.leadTime);
        QVERIFY(slot.end - slot.start == service.length);
        const Slot padded{slot.resource, slot.start, slot.end + service.buffer};
        QVERIFY(std::none_of(taken.begin(), taken.end(), [&](const Slot &other) { return padded.overlaps(other); }));
        const QDateTime at = toWall(slot.start, shop.zone);
        QCOMPARE(closesAt(shop.hours, slot.start, shop.zone), closesAt(shop.hours, slot.end - 1ms, shop.zone));
        QVERIFY(isOpen(shop.hours, slot.start, shop.zone));
        const auto &day = shop.hours.on(at.date());
        QVERIFY(std::any_of(day.begin(), day.end(), [&](const OpenInterval &open) {
            return open.from <= at.time() && at.time() < open.to
                && open.from.msecsTo(at.time()) % int(shop.slotStep / 1ms) == 0;
        }));
    }
}

void SlotFinderTest::skipsTheHourThatDoesNotExist()
{
    const Profile shop = nightShop();
    const auto free = freeSlots(shop, shop.services[0], {}, wall(shop, "2026-03-08T00:00"));
    QCOMPARE(shown(shop, free).filter(QStringLiteral(" 02:")), QStringList());
    QVERIFY(shown(shop, free).contains(QStringLiteral("Sun 8 01:30")));
    QVERIFY(shown(shop, free).contains(QStringLiteral("Sun 8 03:00")));
    QCOMPARE(free.size(), size_t(9)); // 0:00 to 5:00 without 2:00 and 2:30
}

void SlotFinderTest::offersTheHourThatComesTwiceOnce()
{
    const Profile shop = nightShop();
    const auto free = freeSlots(shop, shop.services[0], {}, wall(shop, "2026-11-01T00:00"));
    QCOMPARE(shown(shop, free).filter(QStringLiteral(" 01:30")).size(), 1);
    QCOMPARE(free.size(), size_t(11));
    for (const Slot &slot : free)
        QVERIFY(slot.end - slot.start == 60min);
}

void SlotFinderTest::agreesWithTheScenarios()
{
    const QDir folder(QStringLiteral(DESKBELL_SOURCE_DIR "/../shared/data/scenarios"));
    if (!folder.exists())
        QSKIP("the shared scenarios are not beside the project");
    const auto load = [&](const QString &name) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    for (const QString &name : folder.entryList({QStringLiteral("scn*.json")})) {
        const QJsonObject scenario = QJsonDocument::fromJson(load(name)).object();
        const Profile shop = *profile::readProfile(
            load(QStringLiteral("profiles/%1.json").arg(scenario[QStringLiteral("profile")].toString())));
        const QJsonObject facts = scenario[QStringLiteral("facts")].toObject();
        const Instant now = Instant::fromDateTime(QDateTime::fromString(
            scenario[QStringLiteral("call")].toObject()[QStringLiteral("at")].toString(), Qt::ISODate));
        const Taken taken = takenBy(shop, {}, {}, {}, {});
        const auto check = [&](const char *key, bool wanted) {
            for (const QJsonValue &fact : facts[QString::fromLatin1(key)].toArray()) {
                const bool free =
                    canStart(shop, fact[0].toString(), taken, now, wall(shop, fact[1].toString().toLatin1()));
                QVERIFY2(free == wanted, qPrintable(name + u' ' + fact[1].toString()));
            }
        };
        check("available", true);
        check("unavailable", false);
        for (const QJsonValue &fact : facts[QStringLiteral("unavailable_day")].toArray()) {
            for (const Slot &slot : freeSlots(shop, *shop.service({fact[0].toString()}), taken, now))
                QVERIFY(toWall(slot.start, shop.zone).date().toString(Qt::ISODate) != fact[1].toString());
        }
    }
}

namespace {
struct Desk {
    Profile shop = profile::demoProfile();
    Taken taken;
    QStringList choose(const engine::Wish &wish, int count, const QString &service = QStringLiteral("full"))
    {
        const Instant now = wall(shop, "2026-12-08T18:42");
        const auto free = freeSlots(shop, *shop.service({service}), taken, now);
        return shown(shop, chooseSlots(free, wish, count, shop.zone).slots);
    }
    void close(const char *day)
    {
        shop.hours.closedDates.push_back(QDate::fromString(QString::fromLatin1(day), Qt::ISODate));
    }
};
const QDate friday(2026, 12, 11);
} // namespace

void SlotFinderTest::choosesTheExactTimeAlone()
{
    Desk desk;
    QCOMPARE(desk.choose({friday, friday, {}, {}, QTime(9, 0)}, 2), QStringList{QStringLiteral("Fri 11 09:00")});
}

void SlotFinderTest::choosesTheSameDayBeforeOtherDays()
{
    Desk desk;
    for (const int bay : {1, 2})
        desk.taken.push_back({bay, wall(desk.shop, "2026-12-11T09:00"), wall(desk.shop, "2026-12-11T12:00")});
    QCOMPARE(desk.choose({friday, friday, {}, {}, QTime(10, 0)}, 2),
        (QStringList{QStringLiteral("Fri 11 12:00"), QStringLiteral("Fri 11 12:30")}));
}

void SlotFinderTest::choosesTheNearestDaysWhenTheDayIsFull()
{
    Desk desk;
    desk.close("2026-12-11");
    QCOMPARE(desk.choose({friday, friday, {}, {}, QTime(10, 0)}, 2),
        (QStringList{QStringLiteral("Thu 10 10:00"), QStringLiteral("Sat 12 10:00")}));
    QCOMPARE(desk.choose({friday, friday, {}, {}, {}}, 2),
        (QStringList{QStringLiteral("Thu 10 10:00"), QStringLiteral("Sat 12 10:00")}));
}

void SlotFinderTest::choosesDifferentDaysForAVagueWish()
{
    Desk desk;
    const QStringList two = desk.choose({}, 2, QStringLiteral("express"));
    QCOMPARE(two, (QStringList{QStringLiteral("Wed 9 10:00"), QStringLiteral("Thu 10 14:00")}));
    QCOMPARE(desk.choose({}, 3, QStringLiteral("express")).size(), 3);
}

void SlotFinderTest::choosesMorningAndAfternoonOfOneDay()
{
    Desk desk;
    QCOMPARE(desk.choose({friday, friday, {}, {}, {}}, 2, QStringLiteral("interior")),
        (QStringList{QStringLiteral("Fri 11 10:00"), QStringLiteral("Fri 11 14:00")}));
}

void SlotFinderTest::choosesSoonAfterTheNamedHour()
{
    Desk desk;
    QCOMPARE(desk.choose({friday, friday, QTime(13, 0), {}, {}}, 1, QStringLiteral("interior")),
        QStringList{QStringLiteral("Fri 11 13:00")});
}

QTEST_GUILESS_MAIN(SlotFinderTest)
#include "slotfindertest.moc"
