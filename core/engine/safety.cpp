// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/safety.h"

#include "core/engine/wording.h"

namespace deskbell::engine {
namespace {

const QString told = QStringLiteral("A person on our team is being told.");

struct Country {
    const char *prefix;
    const char *emergency;
    const char *gas; ///< who is called about gas, from outside
    const char *crisis; ///< for who wants to die; empty: none that is known for sure
};

const Country &countryOf(const Profile &profile)
{
    static const Country table[] = {
        {"+1", "911", "911 and your gas utility", "988"},
        {"+44", "999", "0800 111 999", ""},
        {"+61", "000", "000", ""},
        {"+64", "111", "111", ""},
    };
    static const Country elsewhere{"", "112", "112", ""};
    static const Country unsaid{"", "911", "911 and your gas utility", "988"};
    for (const Country &country : table) {
        if (profile.phone.e164.startsWith(QLatin1String(country.prefix)))
            return country;
    }
    return profile.phone.isWithheld() ? unsaid : elsewhere;
}

QString selfHarm(const Country &country)
{
    const QString crisis = QString::fromLatin1(country.crisis);
    const QString call = crisis.isEmpty() ? QStringLiteral("Please call {ems} now if you are in danger.")
                                          : QStringLiteral("Please call or text %1 now, or {ems} if you are in danger.").arg(crisis);
    return call % QStringLiteral(" You don't have to go through this alone. ") % told;
}

QString danger(const QString &kind, const Country &country)
{
    if (kind == QLatin1String("self_harm"))
        return selfHarm(country);
    if (kind == QLatin1String("gas"))
        return QStringLiteral("Leave the building now. No switches, flames or phones inside. From outside call %1. ").arg(QString::fromLatin1(country.gas))
            % told;
    if (kind == QLatin1String("fire"))
        return QStringLiteral("Get everyone out and call {ems} now. ") % told;
    if (kind == QLatin1String("electric"))
        return QStringLiteral("Keep away from it. If anyone is hurt or it sparks, call {ems} now. ") % told;
    if (kind == QLatin1String("medical"))
        return QStringLiteral("If anyone's life may be in danger, call {ems} now, don't wait for us. ") % told;
    return QStringLiteral("If anyone is in danger, call {ems} now. ") % told;
}

QString now(const Profile &profile, const QString &kind, Instant at)
{
    static const QStringList property{QStringLiteral("water"), QStringLiteral("sewage"), QStringLiteral("heat"),
        QStringLiteral("electric"), QStringLiteral("security"), QStringLiteral("animal"), QStringLiteral("lockout"),
        QStringLiteral("medical"), QStringLiteral("legal"), QStringLiteral("distress"), QStringLiteral("threat")};
    if (kind == QLatin1String("water"))
        return QStringLiteral("If it is safe, shut the main valve and keep clear of wet electrics. In danger call {ems}. ") % told;
    if (property.contains(kind))
        return told % QStringLiteral(" If anyone is in danger, call {ems}.");
    if (isOpen(profile.hours, at, profile.zone))
        return told % QStringLiteral(" Automatic replies stop here.");
    return QStringLiteral("This needs a person. The team sees it when we open. Automatic replies stop here.");
}

} // namespace

QString emergencyNumber(const Profile &profile) { return QString::fromLatin1(countryOf(profile).emergency); }

QString safetyText(const Profile &profile, const QString &kind, AlertLevel level, Instant at)
{
    QString text = level == AlertLevel::Danger ? danger(kind, countryOf(profile)) : now(profile, kind, at);
    text.replace(QLatin1String("{ems}"), emergencyNumber(profile));
    const QString named = profile.name % QStringLiteral(": ") % text;
    constexpr int oneText = 160; // a second part may come late or never: who is in danger gets the words in one
    return named.size() <= oneText ? named : text;
}

} // namespace deskbell::engine
