// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbering/hoursrules.h"
#include "core/numbering/place.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>
#include <set>

using namespace deskbell;
using namespace deskbell::numbering;

namespace {

/// A file of the folder of facts that lies beside the repository; empty where it is absent.
QJsonObject facts(const char *name)
{
    QFile file(QStringLiteral(DESKBELL_SOURCE_DIR "/../shared/data/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

PhoneNumber inArea(const QString &code)
{
    return {u"+1" % code % u"5550142"};
}

/// By what a zone's clock shows, so that two names of one zone are the same.
std::set<std::pair<qint64, qint64>> clocks(const std::vector<ZonePtr> &zones)
{
    std::set<std::pair<qint64, qint64>> shown;
    for (const ZonePtr &zone : zones) {
        const auto offset = [&](QDate day) { return zone->offsetAt(Instant::fromDateTime(QDateTime(day, QTime(0, 0), Qt::UTC))).count(); };
        shown.insert({offset(QDate(2026, 1, 15)), offset(QDate(2026, 7, 15))});
    }
    return shown;
}

std::vector<ZonePtr> zonesOf(const QJsonArray &names)
{
    std::vector<ZonePtr> zones;
    for (const QJsonValue name : names)
        addZone(zones, zoneNamed(name.toString().toLatin1()));
    return zones;
}

} // namespace

/// What the tables say about numbers; against the folder of facts where that is at hand.
class TablesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void numbersTellTheirKind_data();
    void numbersTellTheirKind();
    void areaCodesTellPlacesAndZones();
    void everyAreaCodeIsAsTheFactsSay();
    void everyCallingCodeIsAsTheFactsSay();
    void everyRuleIsAsTheFactsSay();
    void everyZoneIsKnownHere();
    void aZoneTableShowsWhatQtShows();
};

void TablesTest::numbersTellTheirKind_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<NumberKind>("kind");
    QTest::newRow("Austin") << QStringLiteral("+15125550142") << NumberKind::Geographic;
    QTest::newRow("toll-free") << QStringLiteral("+18885550142") << NumberKind::TollFree;
    QTest::newRow("toll-free, reserved") << QStringLiteral("+18225550142") << NumberKind::TollFree;
    QTest::newRow("premium") << QStringLiteral("+19005550142") << NumberKind::Premium;
    QTest::newRow("follow-me number") << QStringLiteral("+15005550142") << NumberKind::NonGeographic;
    QTest::newRow("Canadian 6YY") << QStringLiteral("+16225550142") << NumberKind::NonGeographic;
    QTest::newRow("government") << QStringLiteral("+17105550142") << NumberKind::NonGeographic;
    QTest::newRow("short code") << QStringLiteral("+72345") << NumberKind::Service;
    QTest::newRow("London") << QStringLiteral("+442079460958") << NumberKind::Abroad;
    QTest::newRow("nobody's calling code") << QStringLiteral("+9995550142") << NumberKind::Unknown;
    QTest::newRow("nobody's area code") << QStringLiteral("+12115550142") << NumberKind::Unknown;
    QTest::newRow("exchange begins with 1") << QStringLiteral("+15121550142") << NumberKind::Unknown;
    QTest::newRow("N11 exchange") << QStringLiteral("+15129110142") << NumberKind::Unknown;
    QTest::newRow("a digit short") << QStringLiteral("+1512555014") << NumberKind::Unknown;
    QTest::newRow("withheld") << QString() << NumberKind::Unknown;
}

void TablesTest::numbersTellTheirKind()
{
    QFETCH(QString, number);
    QTEST(kindOf({number}), "kind");
    QVERIFY(!placeOf({number}).zones.empty()); // whatever it is, some hours apply
}

void TablesTest::areaCodesTellPlacesAndZones()
{
    const Place austin = placeOf(inArea(QStringLiteral("512")));
    QCOMPARE(austin.country, QStringLiteral("US"));
    QCOMPARE(austin.regions, QStringList{QStringLiteral("US-TX")});
    QCOMPARE(austin.zones.size(), size_t(1));
    QCOMPARE(austin.zones[0]->id(), QByteArray("America/Chicago"));
    QCOMPARE(placeOf(inArea(QStringLiteral("867"))).regions.size(), 3);
    QCOMPARE(placeOf(inArea(QStringLiteral("800"))).zones.size(), size_t(4));
    QCOMPARE(placeOf({QStringLiteral("+442079460958")}).country, QStringLiteral("GB"));
    QCOMPARE(placeOf({QStringLiteral("+353861234567")}).country, QStringLiteral("IE"));
}

void TablesTest::everyAreaCodeIsAsTheFactsSay()
{
    const QJsonArray codes = facts("nanp_area_codes.json")[QStringLiteral("area_codes")].toArray();
    if (codes.isEmpty())
        QSKIP("the folder of facts is not beside this repository");
    int wrong = 0;
    for (const QJsonValue value : codes) {
        const QJsonObject row = value.toObject();
        const Place place = placeOf(inArea(row[QStringLiteral("area_code")].toString()));
        QStringList regions;
        for (const QJsonValue region : row[QStringLiteral("regions")].toArray())
            regions << QString(row[QStringLiteral("country")].toString() % u'-' % region.toString());
        const bool same = place.kind == NumberKind::Geographic && place.country == row[QStringLiteral("country")].toString()
            && place.regions == regions && clocks(place.zones) == clocks(zonesOf(row[QStringLiteral("zones")].toArray()));
        if (!same && ++wrong < 10)
            qWarning() << row;
    }
    QCOMPARE(wrong, 0);
    int known = 0;
    for (int code = 200; code < 1000; ++code)
        known += kindOf(inArea(QString::number(code))) == NumberKind::Geographic;
    QCOMPARE(known, codes.size());
}

void TablesTest::everyCallingCodeIsAsTheFactsSay()
{
    const QJsonObject codes = facts("calling_code_zones.json")[QStringLiteral("codes")].toObject();
    if (codes.isEmpty())
        QSKIP("the folder of facts is not beside this repository");
    for (auto it = codes.begin(); it != codes.end(); ++it) {
        const Place place = placeOf({u'+' % it.key() % u"212345678"});
        QCOMPARE(place.kind, NumberKind::Abroad);
        QVERIFY2(clocks(place.zones) == clocks(zonesOf(it.value().toArray())), qPrintable(it.key()));
    }
}

void TablesTest::everyRuleIsAsTheFactsSay()
{
    const QJsonObject file = facts("quiet_hours.json");
    if (file.isEmpty())
        QSKIP("the folder of facts is not beside this repository");
    QCOMPARE(file[QStringLiteral("version")].toString(), QLatin1String(hoursVersion));
    static const QStringList days = QStringLiteral("mon tue wed thu fri sat sun").split(u' ');
    for (const QJsonValue value : file[QStringLiteral("rules")].toArray()) {
        const QJsonObject row = value.toObject();
        const QString name = row[QStringLiteral("jurisdiction")].toString();
        const HoursRule *rule = ruleNamed(name);
        QVERIFY2(rule, qPrintable(name));
        std::array<std::pair<int, int>, 7> week{};
        for (const QJsonValue window : row[QStringLiteral("allowed")].toArray()) {
            const auto minutes = [&](const char *key) { return QTime(0, 0).secsTo(QTime::fromString(window[QLatin1String(key)].toString())) / 60; };
            for (const QJsonValue day : window[QStringLiteral("days")].toArray())
                week[static_cast<size_t>(days.indexOf(day.toString()))] = {minutes("start"), minutes("end")};
        }
        for (size_t i = 0; i < week.size(); ++i)
            QVERIFY2((std::pair<int, int>(rule->week[i].from, rule->week[i].to) == week[i]), qPrintable(name));
        QCOMPARE(rule->most, row[QStringLiteral("caps")][QStringLiteral("count")].toInt());
        QCOMPARE(rule->capWithin, row[QStringLiteral("caps")][QStringLiteral("hours")].toInt() * 1h);
    }
}

void TablesTest::everyZoneIsKnownHere()
{
    for (int code = 200; code < 1000; ++code)
        QVERIFY(!placeOf(inArea(QString::number(code))).zones.empty());
    QVERIFY(!zoneNamed("Mars/Olympus_Mons"));
    QVERIFY(!zoneNamed({}));
}

void TablesTest::aZoneTableShowsWhatQtShows()
{
    for (const char *name : {"America/New_York", "America/Phoenix", "America/St_Johns", "Australia/Lord_Howe", "Europe/London", "Asia/Kolkata"}) {
        const ZonePtr zone = zoneNamed(name);
        const QTimeZone qt{QByteArray(name)};
        for (QDateTime when(QDate(2025, 1, 1), QTime(0, 30), Qt::UTC); when.date().year() < 2030; when = when.addSecs(5400))
            QCOMPARE(zone->offsetAt(Instant::fromDateTime(when)).count(), qt.offsetFromUtc(when) * qint64(1000));
    }
}

QTEST_GUILESS_MAIN(TablesTest)
#include "tablestest.moc"
