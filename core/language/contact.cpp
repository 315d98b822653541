// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/contact.h"

#include "core/language/wordset.h"

#include <QRegularExpression>

namespace deskbell::language {
namespace {

QString first(const QRegularExpression &pattern, const QString &text, int group = 0)
{
    const auto match = pattern.match(text);
    return match.hasMatch() ? match.captured(group) : QString();
}

QString findEmail(const QString &text)
{
    static const QRegularExpression written(QStringLiteral(R"([A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,24}\b)"));
    static const QRegularExpression spelt(
        QStringLiteral(R"(\b([A-Za-z0-9._+-]{2,64}) at (gmail|yahoo|hotmail|outlook|icloud|aol|proton) dot com\b)"),
        QRegularExpression::CaseInsensitiveOption);
    if (const QString mail = first(written, text); !mail.isEmpty())
        return mail;
    const auto match = spelt.match(text);
    return match.hasMatch() ? QString(match.captured(1) % u'@' % match.captured(2).toLower() % QStringLiteral(".com")) : QString();
}

QString findPostcode(const QString &text)
{
    static const QRegularExpression beside(
        QStringLiteral(R"(\b(?:zip(?:\s*code)?|postcode|postal code|[A-Z]{2},?)(?:\s+(?:is|code))?[\s:]+(\d{5})(?:-\d{4})?\b)"));
    static const QRegularExpression canadian(
        QStringLiteral(R"(\b([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])[ -]?(\d[ABCEGHJ-NPRSTV-Z]\d)\b)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression british(QStringLiteral(R"(\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[ABD-HJLNP-UW-Z]{2})\b)"));
    if (const QString zip = first(beside, text, 1); !zip.isEmpty())
        return zip;
    for (const QRegularExpression *pattern : {&canadian, &british}) {
        const auto match = pattern->match(text);
        if (match.hasMatch())
            return QString(match.captured(1).toUpper() % u' ' % match.captured(2).toUpper());
    }
    return {};
}

} // namespace

Contact findContact(const QString &normalised)
{
    static const QRegularExpression phone(QStringLiteral(R"((?<![\d$])(?:\+?1[ .-]?)?\(?[2-9]\d{2}\)?[ .-]?\d{3}[ .-]?\d{4}(?!\d))"));
    return {findEmail(normalised), findPostcode(normalised), first(phone, normalised)};
}

std::vector<Count> findCounts(const Tokens &tokens)
{
    static const QSet<QString> things = wordSet(
        "dog cat pet kid child person people adult car truck van vehicle window door room bedroom bath bathroom bed "
        "tire tooth filling unit drain toilet sink faucet outlet light fan camera lock key tree bush acre story floor "
        "house apartment apt property tooth nail guest bag load pair chair couch sofa rug mattress tv panel");
    std::vector<Count> counts;
    for (size_t i = 0; i + 1 < tokens.size(); ++i) {
        const auto number = tokens[i].number();
        if (!number || tokens[i].money || tokens[i].masked || *number > 1000)
            continue;
        size_t next = i + 1;
        if (tokens[next].word == QLatin1String("of"))
            ++next;
        for (size_t end = std::min(tokens.size(), next + 2); next < end && !tokens[next].starts; ++next) {
            QString what = tokens[next].word;
            if (!things.contains(what) && what.endsWith(u's'))
                what.chop(1);
            if (things.contains(what)) {
                counts.push_back({*number, what, static_cast<int>(i)});
                break;
            }
        }
    }
    return counts;
}

} // namespace deskbell::language
