// SPDX-License-Identifier: GPL-3.0-or-later
// Names of callers, services, facts and sums; the other half of reasons.h.
#include "ui/words/reasons.h"

#include "ui/words/words.h"

#include <QLocale>

namespace deskbell::ui {

QString factLabel(const QString &key)
{
    if (key == u"vehicle")
        return Words::tr("Vehicle");
    if (key == u"name")
        return Words::tr("Name");
    if (key == u"address")
        return Words::tr("Address");
    if (key == u"variant")
        return Words::tr("Size");
    if (key == u"when")
        return Words::tr("When");
    if (key == u"email")
        return Words::tr("E-mail");
    if (key == u"service")
        return Words::tr("Wants");
    return sentence(readable(key));
}

QString numberOf(const PhoneNumber &number)
{
    return number.isWithheld() ? Words::tr("Withheld number") : displayNumber(number);
}

QString callerName(const QString &name, const PhoneNumber &number)
{
    return name.isEmpty() ? numberOf(number) : name;
}

QString firstName(const QString &name, const PhoneNumber &number)
{
    return name.isEmpty() ? numberOf(number) : name.section(u' ', 0, 0);
}

QString serviceName(const ServiceId &service, const Profile &profile)
{
    const Service *known = profile.service(service);
    return known ? known->name : sentence(readable(service.value));
}

QString money(qint64 cents, const QString &currency)
{
    const QLocale english(QLocale::English, QLocale::UnitedStates); // thousands as the price list writes them
    const bool whole = cents % 100 == 0;
    const QString amount = english.toString(double(cents) / 100, 'f', whole ? 0 : 2);
    if (currency == u"USD")
        return QStringLiteral("$%1").arg(amount);
    if (currency == u"EUR")
        return QStringLiteral("€%1").arg(amount);
    if (currency == u"GBP")
        return QStringLiteral("£%1").arg(amount);
    return QStringLiteral("%1 %2").arg(currency, amount);
}

} // namespace deskbell::ui
