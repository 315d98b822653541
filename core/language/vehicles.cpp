// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/vehicles.h"

#include "core/language/wordset.h"

#include <QHash>
#include <algorithm>

namespace deskbell::language {
namespace {

using Models = QHash<QString, VehicleClass>;

void add(Models &models, VehicleClass kind, const char *words)
{
    for (const QString &word : QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts))
        models.insert(word, kind);
}

/// Keys are written without blanks and dashes ("crv", "grandcherokee"): two tokens in a row are tried as one.
const Models &models()
{
    static const Models table = [] {
        Models m;
        add(m, VehicleClass::Sedan,
            "camry corolla prius avalon yaris supra gr86 civic accord insight fit altima sentra versa maxima leaf 350z "
            "370z gtr "
            "sonata elantra accent ioniq6 veloster azera genesis g70 g80 g90 k5 optima forte rio stinger cadenza jetta "
            "passat golf gti "
            "beetle arteon impreza legacy wrx brz mazda3 mazda6 miata mx5 mustang fusion focus fiesta taurus malibu "
            "impala cruze "
            "sonic spark camaro corvette volt bolt charger challenger dart 300 300c chrysler200 avenger lacrosse regal "
            "verano "
            "cts ats ct4 ct5 ct6 xts continental mkz tlx ilx integra tsx rlx a3 a4 a5 a6 a7 a8 s3 s4 s5 tt cclass "
            "eclass sclass "
            "c300 e350 cla 3series 5series 7series 328i 330i 335i 340i 528i 530i 535i m3 m4 m5 i4 es350 es300 is250 "
            "is350 ls gs "
            "model3 models q50 q60 s60 s90 911 boxster cayman panamera taycan civics lancer mirage 500 giulia xf xe "
            "minicooper");
        add(m, VehicleClass::Suv,
            "4runner rav4 highlander sequoia venza landcruiser chr corollacross bz4x crv hrv pilot passport rogue "
            "murano pathfinder "
            "armada juke kicks ariya xterra qashqai tucson santafe palisade kona venue ioniq5 gv60 gv70 gv80 sportage "
            "sorento telluride "
            "seltos soul niro ev6 ev9 carnivalx tiguan atlas taos touareg id4 outback forester crosstrek ascent "
            "solterra cx3 cx30 cx5 "
            "cx50 cx7 cx9 cx90 explorer escape edge expedition bronco ecosport flex mache equinox traverse tahoe "
            "suburban trax "
            "trailblazer blazer acadia terrain yukon envision enclave encore escalade xt4 xt5 xt6 srx lyriq navigator "
            "aviator nautilus "
            "corsair mkx mkc wrangler cherokee grandcherokee compass renegade gladiatorx wagoneer grandwagoneer "
            "durango journey hornet "
            "rdx mdx zdx q3 q5 q7 q8 etron sq5 glc gle gls gla glb gclass gwagon x1 x2 x3 x4 x5 x6 x7 ix rx350 rx nx "
            "gx gx460 gx470 "
            "lx lx570 ux modelx modely qx50 qx60 qx80 qx56 fx35 xc40 xc60 xc90 cayenne macan rangerover landrover "
            "discovery defender "
            "evoque velar fpace epace outlander stelvio liberty commander hummer countryman montero xterra rivianr1s "
            "r1s");
        add(m, VehicleClass::Truck,
            "f150 f250 f350 f450 lightning ranger maverick silverado sierra colorado canyon ram ram1500 ram2500 "
            "ram3500 1500 2500 "
            "tacoma tundra titan frontier ridgeline gladiator dakota avalanche cybertruck r1t santacruz s10 hilux "
            "superduty");
        add(m, VehicleClass::Van,
            "sienna odyssey pacifica grandcaravan caravan townandcountry sedona carnival quest transit sprinter "
            "promaster express2500 "
            "econoline e150 e250 metris savana nv200 astro vanagon eurovan astrovan");
        return m;
    }();
    return table;
}

const Models &bodyKinds()
{
    static const Models table = [] {
        Models m;
        add(m, VehicleClass::Sedan, "sedan coupe hatchback hatch convertible roadster wagon saloon cabriolet");
        add(m, VehicleClass::Suv, "suv suvs crossover jeep 4x4");
        add(m, VehicleClass::Truck, "truck trucks pickup pickups dually");
        add(m, VehicleClass::Van, "van vans minivan minivans");
        return m;
    }();
    return table;
}

bool isMake(const QString &word)
{
    static const QSet<QString> makes =
        wordSet("toyota honda ford chevy chevrolet gmc nissan hyundai kia subaru mazda volkswagen vw bmw "
                "mercedes benz audi lexus acura infiniti tesla dodge chrysler jeep cadillac buick lincoln "
                "porsche volvo mini fiat jaguar landrover mitsubishi genesis rivian pontiac saturn scion suzuki "
                "maserati bentley ferrari lamborghini");
    return makes.contains(word);
}

bool isYear(const Token &token)
{
    const int year = token.word.toInt();
    return year >= 1950 && year <= 2099 && token.word.size() == 4;
}

struct Hit {
    VehicleClass kind = VehicleClass::Unknown;
    int length = 0;
};

QString joined(const Tokens &tokens, size_t from, int count)
{
    QString word;
    for (size_t i = from; i < from + static_cast<size_t>(count); ++i)
        word += tokens[i].word;
    return word;
}

/// Figures alone ("300", "1500") are cars only beside a make.
bool needsMake(const QString &word)
{
    static const QSet<QString> common =
        wordSet("accent ascent atlas avalanche avenger beetle blazer bolt canyon challenger charger colorado "
                "commander compass continental dakota dart defender discovery edge encore escape express fit "
                "flex focus forte frontier fusion genesis golf gs gx hornet insight ix journey juke kicks leaf "
                "legacy liberty lightning ls lx maverick mirage models nx pacifica passport pilot quest ram "
                "ranger regal rio rogue rx sierra sonic soul spark terrain titan transit tt ux venue volt");
    bool figure = false;
    (void)word.toInt(&figure);
    return figure || common.contains(word);
}

Hit modelAt(const Tokens &tokens, size_t at, bool afterMake)
{
    for (int count = 3; count >= 1; --count) {
        if (at + static_cast<size_t>(count) > tokens.size())
            continue;
        const QString word = joined(tokens, at, count);
        const auto model = models().constFind(word);
        if (model != models().constEnd() && (afterMake || count > 1 || !needsMake(word)))
            return {*model, count};
    }
    return {};
}

/// "my ram", "a pilot": an owner's word makes a common word a car.
bool isOwned(const Tokens &tokens, size_t at)
{
    return at > 0 && (tokens[at - 1].word == QLatin1String("my") || isYear(tokens[at - 1]));
}

class Search
{
public:
    explicit Search(const Tokens &tokens)
        : m_tokens(tokens)
    {
    }

    std::optional<Vehicle> run() const
    {
        std::optional<Vehicle> generic;
        for (size_t i = 0; i < m_tokens.size(); ++i) {
            if (const auto named = namedAt(i))
                return withYear(*named);
            if (const auto kind = bodyKinds().constFind(m_tokens[i].word); !generic && kind != bodyKinds().constEnd())
                generic = Vehicle{m_tokens[i].raw, *kind, false, static_cast<int>(i), static_cast<int>(i) + 1};
        }
        return generic ? std::optional(withYear(*generic)) : std::nullopt;
    }

private:
    [[nodiscard]] std::optional<Vehicle> namedAt(size_t at) const
    {
        const bool make = isMake(m_tokens[at].word);
        if (make) {
            const Hit model = modelAt(m_tokens, at + 1, true);
            if (model.length > 0)
                return made(at, at + 1 + static_cast<size_t>(model.length), model.kind);
            return made(at, at + 1, classBeside(at));
        }
        const Hit model = modelAt(m_tokens, at, isOwned(m_tokens, at));
        return model.length > 0 ? std::optional(made(at, at + static_cast<size_t>(model.length), model.kind))
                                : std::nullopt;
    }

    /// "a Ford truck", "my Jeep".
    [[nodiscard]] VehicleClass classBeside(size_t at) const
    {
        for (size_t i = at; i < std::min(m_tokens.size(), at + 3); ++i) {
            if (const auto kind = bodyKinds().constFind(m_tokens[i].word); kind != bodyKinds().constEnd())
                return *kind;
        }
        return VehicleClass::Unknown;
    }

    [[nodiscard]] Vehicle made(size_t from, size_t to, VehicleClass kind) const
    {
        return {QString(), kind, true, static_cast<int>(from), static_cast<int>(to)};
    }

    [[nodiscard]] Vehicle withYear(Vehicle vehicle) const
    {
        if (vehicle.from > 0 && isYear(m_tokens[static_cast<size_t>(vehicle.from) - 1]))
            --vehicle.from;
        QStringList words;
        for (int i = vehicle.from; i < vehicle.to; ++i)
            words.append(m_tokens[static_cast<size_t>(i)].raw);
        vehicle.words = words.join(u' ');
        return vehicle;
    }

    const Tokens &m_tokens;
};

QStringList wordsOf(VehicleClass kind)
{
    const auto list = [](const char *words) { return QString::fromLatin1(words).split(u' '); };
    switch (kind) {
    case VehicleClass::Sedan: return list("sedan saloon car cars coupe hatch hatchback small compact");
    case VehicleClass::Suv: return list("suv suvs crossover large 4x4 mid");
    case VehicleClass::Truck: return list("truck trucks pickup pick-up large");
    case VehicleClass::Van: return list("van vans minivan large suv truck");
    case VehicleClass::Unknown: break;
    }
    return {};
}

} // namespace

std::optional<Vehicle> findVehicle(const Tokens &tokens)
{
    return Search(tokens).run();
}

bool namesOtherCraft(const Tokens &tokens)
{
    static const QSet<QString> crafts =
        wordSet("boat boats pontoon yacht rv rvs motorhome camper campers trailer trailers motorcycle motorcycles "
                "motorbike harley atv "
                "atvs jetski jetskis plane planes airplane helicopter semi tractor bus golfcart utv snowmobile");
    return std::any_of(tokens.begin(), tokens.end(), [](const Token &token) { return crafts.contains(token.word); });
}

QString variantFor(const Service &service, VehicleClass kind)
{
    for (const QString &word : wordsOf(kind)) { // the best word first, so a van is a van before it is a truck
        for (const PriceRow &row : service.prices) {
            QString spaced = row.variant.toLower();
            spaced.replace(u'/', u' ').replace(u',', u' ');
            if (spaced.split(u' ', Qt::SkipEmptyParts).contains(word))
                return row.variant;
        }
    }
    return {};
}

} // namespace deskbell::language
