// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbering/caps.h"
#include "core/numbering/quiethours.h"
#include "tests/numbering/oracle.h"

#include <QTest>
#include <random>

using namespace deskbell;
using namespace deskbell::numbering;

namespace {

Instant at(const char *zone, const char *wall)
{
    const QDateTime when = QDateTime::fromString(QString::fromLatin1(wall), Qt::ISODate);
    return Instant::fromDateTime(QDateTime(when.date(), when.time(), QTimeZone(zone)));
}

SendingHours hoursOf(const char *number, const ShopHours &shop = {}, const PlaceHints &hints = {})
{
    return {PhoneNumber{QString::fromLatin1(number)}, shop, hints};
}

/// Any minute or second of 2026 and 2027, every third time near a change of the clocks.
Instant anyInstant(std::mt19937 &chance)
{
    static const std::vector<Instant> nights{at("America/New_York", "2026-03-08T02:00"), at("America/New_York", "2026-11-01T01:00"),
        at("America/Chicago", "2027-03-14T03:00"), at("Europe/London", "2026-03-29T02:00"), at("Europe/London", "2026-10-25T01:00"),
        at("Australia/Sydney", "2026-10-04T03:00"), at("America/Havana", "2026-03-08T01:00")};
    const auto pick = [&](qint64 from, qint64 to) { return std::uniform_int_distribution<qint64>(from, to)(chance); };
    const Instant first = at("UTC", "2026-01-02T00:00");
    const Instant any = pick(0, 2) == 0
        ? nights[static_cast<size_t>(pick(0, qint64(nights.size()) - 1))] + Duration(pick(-36, 36) * 3'600'000 + pick(0, 59) * 60'000)
        : first + Duration(pick(0, 725 * 1440) * 60'000);
    return pick(0, 3) == 0 ? any + Duration(pick(0, 59'999)) : any;
}

} // namespace

class QuietHoursTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rulesHoldToTheMinute_data();
    void rulesHoldToTheMinute();
    void theNextAllowedInstant_data();
    void theNextAllowedInstant();
    void noneWithin72HoursWhenHoursNeverMeet();
    void anAddressOnlyMakesTheHoursNarrower();
    void theJournalNamesWhatForbade();
    void agreesWithTheOracleAtAnyInstant();
    void findsTheSameNextInstantAsTheOracle();
    void capsPutTextsOff_data();
    void capsPutTextsOff();
    void holidaysAreKnown();
};

void QuietHoursTest::rulesHoldToTheMinute_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<Instant>("when");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, const char *number, const char *zone, const char *wall, bool allowed) {
        QTest::newRow(name) << QByteArray(number) << at(zone, wall) << allowed;
    };
    row("the floor begins at eight, inclusive", "+12125550142", "America/New_York", "2026-12-07T08:00", true);
    row("a minute earlier is night", "+12125550142", "America/New_York", "2026-12-07T07:59", false);
    row("the floor ends at nine, exclusive", "+12125550142", "America/New_York", "2026-12-07T21:00", false);
    row("the last minute counts", "+12125550142", "America/New_York", "2026-12-07T20:59", true);
    row("Texas begins at nine", "+15125550142", "America/Chicago", "2026-12-07T08:30", false);
    row("Texas on Sunday begins at noon", "+15125550142", "America/Chicago", "2026-12-06T11:59", false);
    row("Texas on Sunday afternoon", "+15125550142", "America/Chicago", "2026-12-06T12:00", true);
    row("El Paso goes by mountain time", "+19155550142", "America/Denver", "2026-12-07T08:59", false);
    row("Florida ends at eight", "+13055550142", "America/New_York", "2026-12-07T20:00", false);
    row("the Panhandle may be on central time", "+18505550142", "America/New_York", "2026-12-07T08:30", false);
    row("and ends by eastern time", "+18505550142", "America/Chicago", "2026-12-07T19:00", false);
    row("Maine is closed on Saturday", "+12075550142", "America/New_York", "2026-12-05T12:00", false);
    row("Maine ends at five", "+12075550142", "America/New_York", "2026-12-07T17:00", false);
    row("Alabama is closed on Sunday", "+12055550142", "America/Chicago", "2026-12-06T12:00", false);
    row("Pennsylvania on Christmas Day", "+12155550142", "America/New_York", "2026-12-25T12:00", false);
    row("New York on Christmas Day", "+12125550142", "America/New_York", "2026-12-25T12:00", true);
    row("Arizona keeps its clock in summer", "+16025550142", "America/Phoenix", "2026-07-06T08:00", true);
    row("Canada on Saturday begins at ten", "+14165550142", "America/Toronto", "2026-12-05T09:59", false);
    row("Canada on weekdays ends at half past nine", "+14165550142", "America/Toronto", "2026-12-07T21:29", true);
    row("Newfoundland is half an hour ahead", "+17095550142", "America/St_Johns", "2026-12-07T09:29", false);
    row("and its area code may be Labrador's too", "+17095550142", "America/St_Johns", "2026-12-07T09:30", true);
    row("a toll-free number counts in all four zones", "+18005550142", "America/New_York", "2026-12-07T11:59", false);
    row("which meet at noon in New York", "+18005550142", "America/New_York", "2026-12-07T12:00", true);
    row("a withheld number too", "", "America/New_York", "2026-12-07T11:59", false);
    row("London", "+442079460958", "Europe/London", "2026-07-06T08:00", true);
    row("Australia is closed on Sunday", "+61491570006", "Australia/Sydney", "2026-12-06T12:00", false);
    row("elsewhere begins at nine", "+390612345678", "Europe/Rome", "2026-12-07T08:59", false);
}

void QuietHoursTest::rulesHoldToTheMinute()
{
    QFETCH(QByteArray, number);
    QFETCH(Instant, when);
    QTEST(hoursOf(number).allowedAt(when), "allowed");
}

void QuietHoursTest::theNextAllowedInstant_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<Instant>("asked");
    QTest::addColumn<Instant>("next");
    const auto row = [](const char *name, const char *number, const char *zone, const char *asked, const char *next) {
        QTest::newRow(name) << QByteArray(number) << at(zone, asked) << at(zone, next);
    };
    row("now, when it is allowed", "+12125550142", "America/New_York", "2026-12-07T10:30", "2026-12-07T10:30");
    row("the next morning", "+12125550142", "America/New_York", "2026-12-07T22:00", "2026-12-08T08:00");
    row("Saturday night in Texas", "+15125550142", "America/Chicago", "2026-12-05T21:30", "2026-12-06T12:00");
    row("Friday evening in Maine", "+12075550142", "America/New_York", "2026-12-04T17:00", "2026-12-07T09:00");
    row("over a holiday in Pennsylvania", "+12155550142", "America/New_York", "2026-12-24T21:00", "2026-12-26T08:00");
    row("the night the clocks go forward", "+12125550142", "America/New_York", "2026-03-08T01:30", "2026-03-08T08:00");
    row("the night the clocks go back", "+12125550142", "America/New_York", "2026-11-01T01:30", "2026-11-01T08:00");
    row("the evening before", "+12125550142", "America/New_York", "2026-10-31T21:00", "2026-11-01T08:00");
    row("two zones: the later morning", "+18505550142", "America/Chicago", "2026-12-07T21:00", "2026-12-08T08:00");
}

void QuietHoursTest::theNextAllowedInstant()
{
    QFETCH(QByteArray, number);
    QFETCH(Instant, asked);
    const auto found = hoursOf(number).nextAllowed(asked);
    QVERIFY(found.has_value());
    QTEST(*found, "next");
}

void QuietHoursTest::noneWithin72HoursWhenHoursNeverMeet()
{
    const Instant now = at("Pacific/Honolulu", "2026-12-07T10:00");
    const ShopHours mornings{"Pacific/Auckland", QTime(9, 0), QTime(11, 0)}; // 10:00 to 12:00 in Honolulu
    QVERIFY(hoursOf("+18085550142", mornings).nextAllowed(now).has_value());
    const ShopHours noon{"Pacific/Auckland", QTime(3, 0), QTime(7, 0)}; // 4:00 to 8:00 in Honolulu
    QVERIFY(!hoursOf("+18085550142", noon).nextAllowed(now).has_value());
    // Ends are exclusive, so hours that only touch do not meet.
    const ShopHours touching{"Pacific/Auckland", QTime(20, 0), QTime(23, 0)}; // 21:00 to 24:00 in Honolulu
    QVERIFY(!hoursOf("+18085550142", touching).nextAllowed(now).has_value());
}

void QuietHoursTest::anAddressOnlyMakesTheHoursNarrower()
{
    QCOMPARE(regionsInAddress(QStringLiteral("12 Elm St, Portland, ME 04101")), QStringList{QStringLiteral("US-ME")});
    QCOMPARE(regionsInAddress(QStringLiteral("Dallas, TX")), QStringList{QStringLiteral("US-TX")});
    QCOMPARE(regionsInAddress(QStringLiteral("5 King St W, Toronto, ON M5H 1A1")), QStringList{QStringLiteral("CA-ON")});
    QCOMPARE(regionsInAddress(QStringLiteral("the blue house on ZZ 12345")), QStringList());
    const SendingHours byCode = hoursOf("+12125550142");
    const SendingHours moved = hoursOf("+12125550142", {}, {"America/Los_Angeles", {QStringLiteral("US-ME")}});
    std::mt19937 chance(7);
    int narrower = 0;
    for (int i = 0; i < 5000; ++i) {
        const Instant when = anyInstant(chance);
        QVERIFY(!moved.allowedAt(when) || byCode.allowedAt(when));
        narrower += byCode.allowedAt(when) && !moved.allowedAt(when);
    }
    QVERIFY(narrower > 500);
}

void QuietHoursTest::theJournalNamesWhatForbade()
{
    const SendingHours hours = hoursOf("+15125550142", {"America/Chicago", QTime(9, 0), QTime(20, 0)});
    const Instant sunday = at("America/Chicago", "2026-12-06T10:00");
    QCOMPARE(hours.rulesAt(sunday), QStringList{QStringLiteral("US-TX")});
    QCOMPARE(hours.zonesAt(sunday), QStringList{QStringLiteral("America/Chicago")});
    const Instant evening = at("America/Chicago", "2026-12-07T20:30");
    QCOMPARE(hours.rulesAt(evening), QStringList{QStringLiteral("shop")});
    const Instant noon = at("America/Chicago", "2026-12-07T12:00");
    QCOMPARE(hours.rulesAt(noon), (QStringList{QStringLiteral("US"), QStringLiteral("US-TX"), QStringLiteral("shop")}));
    QVERIFY(qstrlen(hoursVersion) > 0);
}

void QuietHoursTest::agreesWithTheOracleAtAnyInstant()
{
    std::mt19937 chance(20261125);
    int allowed = 0;
    for (int i = 0; i < 40'000; ++i) {
        const Oracle::Number &number = Oracle::numbers()[chance() % Oracle::numbers().size()];
        const Instant when = anyInstant(chance);
        const bool expected = Oracle(number).allowedAt(when);
        allowed += expected;
        if (hoursOf(number.number).allowedAt(when) != expected)
            QFAIL(qPrintable(QStringLiteral("%1 at %2").arg(QLatin1String(number.number), when.utc().toString(Qt::ISODateWithMs))));
    }
    QVERIFY(allowed > 8000 && allowed < 32'000);
}

void QuietHoursTest::findsTheSameNextInstantAsTheOracle()
{
    static const std::vector<ShopHours> shops{{}, {"America/Chicago", QTime(9, 0), QTime(20, 0)},
        {"America/Los_Angeles", QTime(10, 30), QTime(12, 0)}, {"Pacific/Honolulu", QTime(17, 0), QTime(21, 0)},
        {"America/New_York", QTime(1, 30), QTime(23, 0)}};
    std::mt19937 chance(311);
    int none = 0;
    for (int i = 0; i < 4000; ++i) {
        const Oracle::Number &number = Oracle::numbers()[chance() % Oracle::numbers().size()];
        const ShopHours &shop = shops[chance() % shops.size()];
        Oracle oracle(number);
        if (shop.from.isValid()) {
            oracle.setShop(shop.zone.constData(), shop.from, shop.to);
            if (placeOf({QString::fromLatin1(number.number)}).kind != NumberKind::Geographic)
                oracle.addZone(shop.zone.constData());
        }
        const Instant when = anyInstant(chance);
        const auto expected = oracle.nextAllowed(when);
        none += !expected.has_value();
        if (hoursOf(number.number, shop).nextAllowed(when) != expected)
            QFAIL(qPrintable(QStringLiteral("%1 at %2, shop %3").arg(QLatin1String(number.number),
                when.utc().toString(Qt::ISODateWithMs), QString::fromLatin1(shop.zone))));
    }
    QVERIFY(none > 50);
}

void QuietHoursTest::capsPutTextsOff_data()
{
    QTest::addColumn<QList<int>>("hoursAgo");
    QTest::addColumn<int>("lastWordHoursAgo"); // -1: none
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<int>("freeInHours"); // -1: never
    QTest::addColumn<QString>("rule");
    QTest::newRow("nothing went yet") << QList<int>{} << -1 << QByteArray("+12125550142") << 0 << QString();
    QTest::newRow("one went") << QList<int>{1} << -1 << QByteArray("+12125550142") << 0 << QString();
    QTest::newRow("two in a day") << QList<int>{20, 1} << -1 << QByteArray("+12125550142") << 4 << QStringLiteral("cap:24h");
    QTest::newRow("two, one just a day old") << QList<int>{24, 1} << -1 << QByteArray("+12125550142") << 0 << QString();
    QTest::newRow("three without a word") << QList<int>{90, 60, 40} << -1 << QByteArray("+12125550142") << -1
                                          << QStringLiteral("cap:all");
    QTest::newRow("a reply opens it again") << QList<int>{90, 60, 40} << 30 << QByteArray("+12125550142") << 0 << QString();
    QTest::newRow("Florida counts what was answered too")
        << QList<int>{20, 10, 5} << 2 << QByteArray("+13055550142") << 4 << QStringLiteral("cap:US-FL");
    QTest::newRow("New York does not") << QList<int>{20, 10, 5} << 2 << QByteArray("+12125550142") << 0 << QString();
    QTest::newRow("elsewhere two without a reply")
        << QList<int>{20, 10} << -1 << QByteArray("+390612345678") << 4 << QStringLiteral("cap:24h");
}

void QuietHoursTest::capsPutTextsOff()
{
    QFETCH(QList<int>, hoursAgo);
    QFETCH(int, lastWordHoursAgo);
    QFETCH(QByteArray, number);
    QFETCH(int, freeInHours);
    const Instant now = at("America/New_York", "2026-12-09T12:00");
    TextsSoFar texts;
    for (const int hours : hoursAgo)
        texts.sent.push_back(now - hours * 1h);
    if (lastWordHoursAgo >= 0)
        texts.lastWord = now - lastWordHoursAgo * 1h;
    const CapAnswer answer = askCaps(hoursOf(number).rules(), texts, now);
    QTEST(answer.rule, "rule");
    if (freeInHours < 0)
        QVERIFY(!answer.freeAt.has_value());
    else
        QCOMPARE(answer.freeAt, std::optional(now + freeInHours * 1h));
}

void QuietHoursTest::holidaysAreKnown()
{
    for (const char *day : {"2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25", "2026-06-19", "2026-07-03", "2026-07-04",
             "2026-09-07", "2026-10-12", "2026-11-11", "2026-11-26", "2026-12-25", "2027-07-05", "2027-12-24", "2027-12-31"})
        QVERIFY2(isFederalHoliday(QDate::fromString(QLatin1String(day), Qt::ISODate)), day);
    int days = 0;
    for (QDate day(2026, 1, 1); day.year() == 2026; day = day.addDays(1))
        days += isFederalHoliday(day);
    QCOMPARE(days, 12); // eleven, and the Friday before the Fourth
}

QTEST_GUILESS_MAIN(QuietHoursTest)
#include "quiethourstest.moc"
