// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbering/place.h"

#include "core/numbering/areacodes.h"
#include "core/numbering/callingcodes.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace deskbell::numbering {
namespace {

constexpr int mostShortDigits = 6;
constexpr int areaCodes = 1000;

std::vector<ZonePtr> zonesNamed(const char *names)
{
    std::vector<ZonePtr> zones;
    for (const QByteArray &name : QByteArray(names).split(' ')) {
        if (ZonePtr zone = zoneNamed(name))
            zones.push_back(std::move(zone));
    }
    return zones;
}

const std::vector<ZonePtr> &mainland()
{
    static const std::vector<ZonePtr> zones
        = zonesNamed("America/New_York America/Chicago America/Denver America/Los_Angeles");
    return zones;
}

/// The area codes, taken apart once.
struct AreaTable {
    std::vector<Place> places;
    std::array<short, areaCodes> placeOfCode{};

    AreaTable()
    {
        placeOfCode.fill(-1);
        for (const AreaRow &row : areaRows()) {
            Place place;
            place.kind = NumberKind::Geographic;
            place.country = QString::fromLatin1(row.country);
            place.regions = QString::fromLatin1(row.regions).split(u' ', Qt::SkipEmptyParts);
            place.zones = zonesNamed(row.zones);
            for (const QByteArray &code : QByteArray(row.codes).split(' '))
                placeOfCode[static_cast<size_t>(code.toInt())] = static_cast<short>(places.size());
            places.push_back(std::move(place));
        }
    }
};

const AreaTable &areas()
{
    static const AreaTable table;
    return table;
}

template<size_t N> bool isAmong(const std::array<int, N> &codes, int code)
{
    return std::binary_search(codes.begin(), codes.end(), code);
}

constexpr std::array tollFree{800, 822, 833, 844, 855, 866, 877, 888};
constexpr std::array nonGeographic{500, 521, 522, 523, 524, 525, 526, 527, 528, 529, 532, 533, 535, 538, 542, 543, 544,
    545, 546, 547, 549, 550, 552, 553, 554, 556, 558, 566, 569, 577, 578, 588, 589, 600, 622, 633, 644, 655, 677, 688,
    700, 710};

NumberKind kindOfAreaCode(int code)
{
    if (isAmong(tollFree, code))
        return NumberKind::TollFree;
    if (code == 900)
        return NumberKind::Premium;
    if (isAmong(nonGeographic, code))
        return NumberKind::NonGeographic;
    return areas().placeOfCode[static_cast<size_t>(code)] >= 0 ? NumberKind::Geographic : NumberKind::Unknown;
}

/// 0: not a number of +1 that can exist.
int areaCodeOf(const QString &e164)
{
    if (e164.size() != 12 || !e164.startsWith(QLatin1String("+1")))
        return 0;
    const int area = QStringView(e164).mid(2, 3).toInt();
    const int exchange = QStringView(e164).mid(5, 3).toInt();
    const auto cannotBe = [](int code) { return code < 200 || code % 100 == 11; };
    return cannotBe(area) || cannotBe(exchange) ? 0 : area;
}

Place unknownPlace(NumberKind kind)
{
    return {kind, {}, {}, mainland()};
}

const CallingRow *callingRowOf(const QString &e164, QString &code)
{
    for (int length = 3; length >= 1; --length) {
        code = e164.mid(1, length);
        for (const CallingRow &row : callingRows()) {
            if (QByteArray(row.codes).split(' ').contains(code.toLatin1()))
                return &row;
        }
    }
    return nullptr;
}

Place placeAbroad(const QString &e164)
{
    QString code;
    const CallingRow *row = callingRowOf(e164, code);
    if (!row)
        return unknownPlace(NumberKind::Unknown);
    Place place{NumberKind::Abroad, {}, {}, zonesNamed(row->zones)};
    if (place.zones.empty())
        place.zones = mainland(); // this computer does not know the zones: better a narrow window than none
    static const std::array<std::pair<QLatin1String, QLatin1String>, 3> withRules{
        std::pair{QLatin1String("44"), QLatin1String("GB")}, std::pair{QLatin1String("353"), QLatin1String("IE")},
        std::pair{QLatin1String("61"), QLatin1String("AU")}};
    for (const auto &[calling, country] : withRules) {
        if (code == calling)
            place.country = country;
    }
    return place;
}

} // namespace

NumberKind kindOf(const PhoneNumber &number)
{
    if (number.isWithheld())
        return NumberKind::Unknown;
    if (number.e164.size() - 1 <= mostShortDigits)
        return NumberKind::Service;
    if (!number.e164.startsWith(QLatin1String("+1"))) {
        QString code;
        return callingRowOf(number.e164, code) ? NumberKind::Abroad : NumberKind::Unknown;
    }
    const int area = areaCodeOf(number.e164);
    return area == 0 ? NumberKind::Unknown : kindOfAreaCode(area);
}

Place placeOf(const PhoneNumber &number)
{
    if (!number.isWithheld() && !number.e164.startsWith(QLatin1String("+1")) && number.e164.size() - 1 > mostShortDigits)
        return placeAbroad(number.e164);
    const NumberKind kind = kindOf(number);
    if (kind != NumberKind::Geographic)
        return unknownPlace(kind);
    const auto index = areas().placeOfCode[static_cast<size_t>(areaCodeOf(number.e164))];
    return areas().places[static_cast<size_t>(index)];
}

void addZone(std::vector<ZonePtr> &zones, const ZonePtr &zone)
{
    const auto same = [&](const ZonePtr &one) { return one->id() == zone->id(); };
    if (zone && std::none_of(zones.begin(), zones.end(), same))
        zones.push_back(zone);
}

QStringList regionsInAddress(const QString &address)
{
    // Two capitals before a ZIP code; or at the very end, as in "Dallas, TX". Canada: before a postal code.
    static const QRegularExpression written(
        QStringLiteral("\\b([A-Z]{2})[\\s,.]*(?:\\d{5}(?:-\\d{4})?\\b|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d\\b|$)"));
    QStringList regions;
    auto found = written.globalMatch(address.trimmed());
    while (found.hasNext()) {
        const QString letters = found.next().captured(1);
        for (const QString &region : {QString(u"US-" % letters), QString(u"CA-" % letters)}) {
            if (!regions.contains(region) && !zonesOfRegion(region).empty())
                regions << region;
        }
    }
    return regions;
}

std::vector<ZonePtr> zonesOfRegion(const QString &region)
{
    std::vector<ZonePtr> zones;
    for (const Place &place : areas().places) {
        if (!place.regions.contains(region))
            continue;
        for (const ZonePtr &zone : place.zones)
            addZone(zones, zone);
    }
    return zones;
}

} // namespace deskbell::numbering
