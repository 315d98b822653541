// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/slotfinder.h"

#include <QMap>
#include <QRandomGenerator>
#include <QTest>
#include <algorithm>

using namespace deskbell;
using namespace deskbell::calendar;

namespace {

/// Everything a case is made of, drawn from one seed.
struct Case {
    Profile profile;
    Taken taken;
    Instant now;
};

int among(QRandomGenerator &dice, int from, int to) { return static_cast<int>(dice.bounded(from, to + 1)); }

template<class T> T oneOf(QRandomGenerator &dice, std::initializer_list<T> values)
{
    return *(values.begin() + dice.bounded(static_cast<int>(values.size())));
}

std::vector<OpenInterval> someHours(QRandomGenerator &dice)
{
    if (among(dice, 0, 5) == 0)
        return {};
    const int opens = among(dice, 0, 10 * 12) * 5; // any five minutes of the night and morning
    const int closes = std::min(24 * 60 - 5, opens + among(dice, 6, 120) * 5);
    const auto time = [](int minute) { return QTime(minute / 60, minute % 60); };
    if (closes - opens < 240 || among(dice, 0, 1) == 0)
        return {{time(opens), time(closes)}};
    const int lunch = opens + among(dice, 12, 24) * 5;
    return {{time(opens), time(lunch)}, {time(lunch + 45), time(closes)}};
}

/// Half of the cases lie around a night when the clocks change.
QDate someDay(QRandomGenerator &dice, const QTimeZone &zone)
{
    const QDate any = QDate(2026, 1, 1).addDays(among(dice, 0, 700));
    const auto change = zone.nextTransition(any.startOfDay(Qt::UTC));
    if (among(dice, 0, 1) == 0 || !change.atUtc.isValid())
        return any;
    return change.atUtc.date().addDays(among(dice, -2, 1));
}

Case draw(quint32 seed)
{
    QRandomGenerator dice(seed);
    Case c;
    Profile &p = c.profile;
    p.zone = QTimeZone(oneOf<QByteArray>(dice,
        {"America/Chicago", "America/St_Johns", "Europe/London", "Australia/Lord_Howe", "Australia/Sydney", "Asia/Kolkata"}));
    for (auto &day : p.hours.week)
        day = someHours(dice);
    const QDate today = someDay(dice, p.zone);
    if (among(dice, 0, 2) == 0)
        p.hours.closedDates = {today.addDays(among(dice, 0, 3))};
    const int bays = among(dice, 1, 4);
    for (int bay = 1; bay <= bays; ++bay)
        p.resources << QStringLiteral("Bay %1").arg(bay);
    p.slotStep = oneOf<int>(dice, {5, 10, 15, 20, 30, 45, 60}) * 1min;
    p.leadTime = among(dice, 0, 24) * 10min;
    p.horizonDays = among(dice, 0, 4);
    Service service;
    service.id = {QStringLiteral("work")};
    service.length = among(dice, 1, 36) * 10min;
    service.buffer = oneOf<int>(dice, {0, 0, 10, 15, 30, 60}) * 1min;
    for (int bay = bays; bay >= 1; --bay) {
        if (among(dice, 0, 2) == 0)
            service.resources.push_back(bay); // not in order, and perhaps none: then all of them can
    }
    p.services = {service};
    c.now = toInstant(today, QTime(among(dice, 0, 23), among(dice, 0, 59)), p.zone);
    for (int i = among(dice, 0, 12); i > 0; --i) {
        const Instant start = c.now + among(dice, -120, 5 * 24 * 60) * 1min;
        c.taken.push_back({among(dice, 1, bays), start, start + among(dice, 1, 300) * 1min});
    }
    return c;
}

/// The plain way: every minute of the stretch is looked at, one after another, as a person with a paper calendar would.
class Oracle
{
public:
    explicit Oracle(const Case &c)
        : m_case(c)
        , m_today(toWall(c.now, c.profile.zone).date())
    {
        const qint64 from = QDateTime(m_today.addDays(-1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch() - 86'400'000;
        const qint64 minutes = (c.profile.horizonDays + 5) * 1440;
        for (qint64 i = 0; i < minutes; ++i) {
            const Instant at{from + i * 60'000};
            const QDateTime wall = toWall(at, c.profile.zone);
            const qint64 label = QDateTime(wall.date(), wall.time(), Qt::UTC).toMSecsSinceEpoch();
            if (!m_first.contains(label))
                m_first.insert(label, at); // the first time the clock on the wall shows it
        }
    }

    [[nodiscard]] std::vector<Slot> slots() const
    {
        std::vector<Slot> found;
        for (int ahead = 0; ahead <= m_case.profile.horizonDays; ++ahead) {
            const QDate day = m_today.addDays(ahead);
            const auto &closed = m_case.profile.hours.closedDates;
            if (std::find(closed.begin(), closed.end(), day) != closed.end())
                continue;
            for (const OpenInterval &open : m_case.profile.hours.week[static_cast<size_t>(day.dayOfWeek() - 1)])
                inside(day, open, found);
        }
        return found;
    }

private:
    static qint64 label(QDate day, int minute)
    {
        return QDateTime(day, QTime(minute / 60, minute % 60), Qt::UTC).toMSecsSinceEpoch();
    }

    void inside(QDate day, const OpenInterval &open, std::vector<Slot> &found) const
    {
        const int from = open.from.msecsSinceStartOfDay() / 60'000;
        const int to = open.to.msecsSinceStartOfDay() / 60'000;
        const int step = static_cast<int>(m_case.profile.slotStep / 1min);
        const Service &service = m_case.profile.services.front();
        const Instant closes = m_first.lowerBound(label(day, to)).value(); // the first minute not before it on the wall
        for (int minute = from; minute < to; minute += step) {
            const auto shown = m_first.constFind(label(day, minute));
            if (shown == m_first.cend())
                continue; // the clock never shows it that day
            const Instant start = shown.value();
            if (start < m_case.now + m_case.profile.leadTime || start + service.length > closes)
                continue;
            if (const int bay = freeBay(start, start + service.length + service.buffer))
                found.push_back({bay, start, start + service.length});
        }
    }

    [[nodiscard]] int freeBay(Instant start, Instant end) const
    {
        const Service &service = m_case.profile.services.front();
        for (int bay = 1; bay <= m_case.profile.resources.size(); ++bay) {
            const bool can = service.resources.empty()
                || std::find(service.resources.begin(), service.resources.end(), bay) != service.resources.end();
            if (can && isFree(bay, start, end))
                return bay;
        }
        return 0;
    }

    [[nodiscard]] bool isFree(int bay, Instant start, Instant end) const
    {
        for (const Slot &other : m_case.taken) {
            for (Instant at = start; other.resource == bay && at < end; at = at + 1min) {
                if (at >= other.start && at < other.end)
                    return false;
            }
        }
        return true;
    }

    const Case &m_case;
    QDate m_today;
    QMap<qint64, Instant> m_first;
};

QByteArray story(const Case &c, const std::vector<Slot> &slots)
{
    QStringList lines{QString::fromLatin1(c.profile.zone.id()), toWall(c.now, c.profile.zone).toString(Qt::ISODate)};
    for (const Slot &slot : slots)
        lines << QStringLiteral("%1@%2").arg(slot.resource).arg(toWall(slot.start, c.profile.zone).toString(Qt::ISODate));
    return lines.join(u' ').toLatin1();
}

} // namespace

/// The slot finder against the plainest way of doing it, over drawn shops, days and calendars.
class SlotOracleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void offersExactlyWhatAPaperCalendarWould();
    void bookingOneAfterAnotherNeverCrowdsABay();
    void theDaysLastSlotEndsWithTheDay();
};

void SlotOracleTest::offersExactlyWhatAPaperCalendarWould()
{
    int withSlots = 0;
    for (quint32 seed = 1; seed <= 400; ++seed) {
        const Case c = draw(seed);
        const auto expected = Oracle(c).slots();
        const auto found = freeSlots(c.profile, c.profile.services.front(), c.taken, c.now);
        QVERIFY2(found == expected,
            QByteArray("seed " + QByteArray::number(seed) + "\nfound    " + story(c, found) + "\nexpected " + story(c, expected)));
        withSlots += !found.empty();
    }
    QVERIFY(withSlots > 200); // or the drawing is so narrow that nothing is tested
}

void SlotOracleTest::bookingOneAfterAnotherNeverCrowdsABay()
{
    for (quint32 seed = 1000; seed < 1100; ++seed) {
        Case c = draw(seed);
        QRandomGenerator dice(seed);
        const Service &service = c.profile.services.front();
        std::vector<Slot> visits;
        for (int round = 0; round < 200; ++round) {
            const auto free = freeSlots(c.profile, service, c.taken, c.now);
            if (free.empty())
                break;
            const Slot chosen = free[static_cast<size_t>(dice.bounded(static_cast<int>(free.size())))];
            visits.push_back(chosen);
            c.taken.push_back({chosen.resource, chosen.start, chosen.end + service.buffer});
        }
        for (size_t i = 0; i < visits.size(); ++i) {
            for (size_t j = i + 1; j < visits.size(); ++j) {
                if (visits[i].resource != visits[j].resource)
                    continue;
                const Slot &first = visits[i].start < visits[j].start ? visits[i] : visits[j];
                const Slot &second = visits[i].start < visits[j].start ? visits[j] : visits[i];
                QVERIFY2(first.end + service.buffer <= second.start, QByteArray::number(seed));
            }
        }
    }
}

void SlotOracleTest::theDaysLastSlotEndsWithTheDay()
{
    Profile p;
    p.zone = QTimeZone("America/Chicago");
    for (auto &day : p.hours.week)
        day = {{QTime(9, 0), QTime(17, 0)}};
    p.resources = {QStringLiteral("1")};
    p.slotStep = 30min;
    p.leadTime = 0min;
    p.horizonDays = 0;
    Service service;
    service.length = 90min;
    service.buffer = 60min; // cleaning up may reach past closing
    const Instant now = toInstant(QDate(2026, 12, 7), QTime(8, 0), p.zone);
    const auto free = freeSlots(p, service, {}, now);
    QCOMPARE(toWall(free.back().start, p.zone).time(), QTime(15, 30));
    QCOMPARE(toWall(free.back().end, p.zone).time(), QTime(17, 0));
    // Asked when only that one is left, and a minute too late.
    QCOMPARE(freeSlots(p, service, {}, toInstant(QDate(2026, 12, 7), QTime(15, 30), p.zone)).size(), size_t(1));
    QVERIFY(freeSlots(p, service, {}, toInstant(QDate(2026, 12, 7), QTime(15, 31), p.zone)).empty());
}

QTEST_GUILESS_MAIN(SlotOracleTest)
#include "slotoracletest.moc"
