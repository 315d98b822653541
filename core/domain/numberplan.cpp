// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/numberplan.h"

#include <QSet>

namespace deskbell {
namespace {

bool isNorthAmerican(const PhoneNumber &number) { return number.e164.startsWith(QLatin1String("+1")); }

QString areaOf(const PhoneNumber &number) { return number.e164.mid(2, 3); }

/// Islands in +1 that carriers bill as foreign.
bool isIsland(const QString &area)
{
    static const QSet<QString> islands{QStringLiteral("242"), QStringLiteral("246"), QStringLiteral("264"),
        QStringLiteral("268"), QStringLiteral("284"), QStringLiteral("345"), QStringLiteral("441"), QStringLiteral("473"),
        QStringLiteral("649"), QStringLiteral("658"), QStringLiteral("664"), QStringLiteral("721"), QStringLiteral("758"),
        QStringLiteral("767"), QStringLiteral("784"), QStringLiteral("809"), QStringLiteral("829"), QStringLiteral("849"),
        QStringLiteral("868"), QStringLiteral("869"), QStringLiteral("876")};
    return islands.contains(area);
}

/// Country codes of two digits; +1 and +7 have one, all others three.
bool isTwoDigitCode(const QString &code)
{
    static const QSet<QString> codes = [] {
        QSet<QString> made;
        for (const char *one : {"20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46",
                 "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66",
                 "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98"})
            made.insert(QString::fromLatin1(one));
        return made;
    }();
    return codes.contains(code);
}

bool isServiceCode(QStringView code) { return code.size() == 3 && code[1] == u'1' && code[2] == u'1'; }

bool startsPlace(QChar digit) { return digit >= u'2' && digit <= u'9'; }

} // namespace

QString countryPrefix(const PhoneNumber &number)
{
    const QString &e = number.e164;
    if (isNorthAmerican(number))
        return isIsland(areaOf(number)) ? e.left(5) : QStringLiteral("+1");
    if (e.startsWith(QLatin1String("+7")))
        return QStringLiteral("+7");
    return isTwoDigitCode(e.mid(1, 2)) ? e.left(3) : e.left(4);
}

bool isPossible(const PhoneNumber &number)
{
    if (!isNorthAmerican(number))
        return !number.isWithheld();
    const QString &e = number.e164;
    // Codes with a nine in the middle are kept for a longer plan one day and belong to nobody.
    return e.size() == 12 && startsPlace(e[2]) && e[3] != u'9' && !isServiceCode(QStringView(e).mid(2, 3))
        && startsPlace(e[5]) && !isServiceCode(QStringView(e).mid(5, 3));
}

bool isNonGeographic(const PhoneNumber &number)
{
    if (!isNorthAmerican(number))
        return false;
    const QString area = areaOf(number);
    static const QSet<QString> single{QStringLiteral("600"), QStringLiteral("622"), QStringLiteral("633"),
        QStringLiteral("644"), QStringLiteral("655"), QStringLiteral("677"), QStringLiteral("688"), QStringLiteral("700"),
        QStringLiteral("710"), QStringLiteral("500"), QStringLiteral("521"), QStringLiteral("522"), QStringLiteral("523"),
        QStringLiteral("524"), QStringLiteral("525"), QStringLiteral("526"), QStringLiteral("527"), QStringLiteral("528"),
        QStringLiteral("529"), QStringLiteral("532"), QStringLiteral("533"), QStringLiteral("535"), QStringLiteral("538"),
        QStringLiteral("542"), QStringLiteral("543"), QStringLiteral("544"), QStringLiteral("545"), QStringLiteral("546"),
        QStringLiteral("547"), QStringLiteral("549"), QStringLiteral("550"), QStringLiteral("552"), QStringLiteral("553"),
        QStringLiteral("554"), QStringLiteral("556"), QStringLiteral("558"), QStringLiteral("566"), QStringLiteral("569"),
        QStringLiteral("577"), QStringLiteral("578"), QStringLiteral("588"), QStringLiteral("589")};
    return single.contains(area);
}

bool isForeign(const PhoneNumber &number, const PhoneNumber &home, const QStringList &alsoText)
{
    if (number.isWithheld() || home.isWithheld() || countryPrefix(number) == countryPrefix(home))
        return false;
    for (const QString &enabled : alsoText) {
        if (!enabled.isEmpty() && number.e164.startsWith(enabled))
            return false;
    }
    return true;
}

bool isNeighbour(const PhoneNumber &one, const PhoneNumber &other)
{
    return isNorthAmerican(one) && one.e164.size() == 12 && one != other && one.e164.left(8) == other.e164.left(8);
}

} // namespace deskbell
