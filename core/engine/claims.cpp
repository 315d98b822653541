// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/claims.h"

#include "core/engine/wording.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace deskbell::engine {
namespace {

QRegularExpression pattern(const char *words)
{
    return QRegularExpression(QString::fromUtf8(words), QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

// English first; the words of the languages callers most often try, so that a model that is led astray in them is
// caught as well.
const std::array<QRegularExpression, 9> &claims()
{
    static const std::array patterns{
        // money in words: a number word beside a currency or a share of a price
        pattern("\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|"
                "sixty|seventy|eighty|ninety|hundred|thousand)(?:[ -]\\w+){0,3}? (?:dollars?|bucks?|pounds?|euros?|percent|cents?|off)\\b"),
        pattern("\\b(?:half|double|triple)[ -](?:the )?(?:price|off|cost)\\b|\\bhalf off\\b"),
        pattern("\\b(?:free of charge|for free|(?:is|are|it'?s) free(?! (?:at|on|for|then|that|this))|(?<!feel )free (?!times?|slots?|spots?|openings?|at|on|for|then|that|this|to|and|or)\\w+|complimentary|no (?:charge|cost)|on the house|gratis|kostenlos|gratuite?)\\b"),
        pattern("\\b(?:discount\\w*|coupon\\w*|rebate\\w*|special (?:price|offer|deal)|price match\\w*|waive\\w*|descuento\\w*|rabatt\\w*|remise|r[eé]duction)\\b"),
        pattern("\\b(?:guarantee\\w*|warrant(?:y|ies)|refund\\w*|reimburse\\w*|compensat\\w*|liab(?:le|ility)|our fault|we accept responsibility|money back|reembols\\w*|garant[ií]\\w*)\\b"),
        // done (place in the list: see saysDone): only once the calendar has a visit of theirs
        pattern("\\b(?:(?:you|it|that|appointment|visit|booking|slot)(?:'s| is|'re| are| has been| have been)(?: now| all)? (?:booked|confirmed|scheduled|reserved|cancell?ed|moved|rescheduled)|"
                "(?:i|we)(?:'ve| have)? (?:booked|confirmed|scheduled|reserved|cancell?ed|moved|rescheduled) (?:you|it|your))\\b"),
        pattern("\\b(?:i am|i'm|this is) (?:not (?:a |an )?(?:bot|robot|machine|computer|ai|program)|(?:a )?(?:real |actual )?(?:human|person))\\b"),
        pattern("\\b(?:https?://|www\\.)\\S+|\\b[\\w.+-]+@[\\w-]+\\.\\w{2,}|\\b[\\w-]+\\.(?:com|net|org|io|co|us|biz|info|link)\\b"),
        // what a reader does not see: controls, zero widths, direction marks, tag letters
        pattern("[\\x{0000}-\\x{0008}\\x{000b}-\\x{001f}\\x{200b}-\\x{200f}\\x{202a}-\\x{202e}\\x{2060}-\\x{2069}\\x{feff}\\x{e0000}-\\x{e007f}]"),
    };
    return patterns;
}

constexpr size_t saysDone = 5;

/// What the shop itself says; the same words may be repeated.
QString ownWords(const Profile &profile)
{
    QString words = profile.name % u' ' % profile.address % u' ' % profile.serviceAreaWords % u' ' % profile.notOffered.join(u' ');
    for (const Service &service : profile.services)
        words += u' ' % service.name % u' ' % service.description;
    const auto costsNothing = [](const PriceRow &row) { return row.cents == 0; };
    for (const Service &service : profile.services) {
        if (std::any_of(service.prices.begin(), service.prices.end(), costsNothing))
            words += QLatin1String(" is free, are free, it's free");
    }
    for (const Faq &faq : profile.faqs)
        words += u' ' % faq.question % u' ' % faq.answer;
    return words.toCaseFolded();
}

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += c;
    }
    return digits;
}

/// "$1,150.00" and "1150" are one sum.
QString sumOf(const QString &text)
{
    QString sum = text;
    sum.remove(QRegularExpression(QStringLiteral("[^\\d.]")));
    if (sum.endsWith(QLatin1String(".00")))
        sum.chop(3);
    return sum;
}

/// Sums said with a currency: each must be one that the shop says with a currency. A day of the month is no price.
void findSums(const Turn &turn, const Profile &profile, const QString &own, QStringList &found)
{
    static const QRegularExpression sum(QStringLiteral("[$\\x{20ac}\\x{00a3}]\\s?\\d[\\d,]*(?:\\.\\d+)?|\\b\\d[\\d,]*(?:\\.\\d+)?\\s?(?:dollars?|bucks?|usd|eur|euros?|gbp|pounds?)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList known;
    for (const Service &service : profile.services) {
        for (const PriceRow &row : service.prices)
            known << sumOf(money(profile, row.cents));
        if (service.priceFromCents)
            known << sumOf(money(profile, *service.priceFromCents));
    }
    for (auto each = sum.globalMatch(own); each.hasNext();)
        known << sumOf(each.next().captured());
    for (auto each = sum.globalMatch(turn.text); each.hasNext();) {
        const QString said = each.next().captured();
        if (!known.contains(sumOf(said)))
            found << said;
    }
}

/// Shares of a price, and numbers to ring other than the shop's and the emergency ones (which are too short to match).
void findSharesAndNumbers(const Turn &turn, const Profile &profile, const QString &own, QStringList &found)
{
    static const QRegularExpression share(QStringLiteral("\\d+\\s?(?:%|percent)"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression number(QStringLiteral("\\+?\\d[\\d\\s().-]{6,}\\d"));
    for (auto each = share.globalMatch(turn.text); each.hasNext();) {
        const QString said = each.next().captured();
        if (!own.contains(said.toCaseFolded()))
            found << said;
    }
    const QString shop = digitsOf(profile.phone.e164);
    const QString ownDigits = digitsOf(own);
    for (auto each = number.globalMatch(turn.text); each.hasNext();) {
        const QString said = each.next().captured();
        if (const QString digits = digitsOf(said); shop.isEmpty() ? !ownDigits.contains(digits) : !shop.endsWith(digits) && !ownDigits.contains(digits))
            found << said;
    }
}

} // namespace

QStringList untracedClaims(const Turn &turn, const ThreadState &state, const Context &context)
{
    if (turn.text.isEmpty())
        return {};
    QStringList found;
    const QString own = ownWords(context.profile);
    for (size_t kind = 0; kind < claims().size(); ++kind) {
        if (kind == saysDone && !state.appointments.empty())
            continue;
        for (auto each = claims()[kind].globalMatch(turn.text); each.hasNext();) {
            const QString words = each.next().captured();
            if (!own.contains(words.toCaseFolded()))
                found << words;
        }
    }
    findSums(turn, context.profile, own, found);
    findSharesAndNumbers(turn, context.profile, own, found);
    return found;
}

} // namespace deskbell::engine
