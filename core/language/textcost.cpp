// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/textcost.h"

#include <QHash>
#include <array>
#include <optional>

namespace deskbell::language {
namespace {

constexpr int plainAlone = 160;
constexpr int plainPart = 153;
constexpr int wideAlone = 70;
constexpr int widePart = 67;

using Septets = std::array<quint8, 0x400>; // beyond Greek there is only the euro

const Septets &septets()
{
    static const Septets table = [] {
        Septets all{};
        for (const QChar c : QStringLiteral("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
                                            "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"))
            all[c.unicode()] = 1;
        for (const QChar c : QStringLiteral("\f^{}\\[~]|"))
            all[c.unicode()] = 2;
        return all;
    }();
    return table;
}

/// 0: in neither table.
int septetsOf(QChar c)
{
    if (c.unicode() < std::tuple_size_v<Septets>)
        return septets()[c.unicode()];
    return c == u'\u20ac' ? 2 : 0;
}

/// Marks that say the same in plain form.
std::optional<QString> plainMark(QChar c)
{
    static const QHash<QChar, QString> marks = [] {
        QHash<QChar, QString> all;
        const auto add = [&all](QStringView letters, const QString &instead) {
            for (const QChar letter : letters)
                all.insert(letter, instead);
        };
        add(u"\u2018\u2019\u201a\u201b\u2032\u00b4\u0060\u02bc\uff07", QStringLiteral("'"));
        add(u"\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02", QStringLiteral("\""));
        add(u"\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2022\u00b7\u2043\u25aa\u25cf", QStringLiteral("-"));
        add(u"\u2026", QStringLiteral("..."));
        add(u"\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
            QStringLiteral(" "));
        add(u"\u00d7", QStringLiteral("x"));
        add(u"\u2044", QStringLiteral("/"));
        add(u"\u2028\u2029", QStringLiteral("\n"));
        add(u"\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\ufe0e\ufe0f", QString());
        return all;
    }();
    const auto it = marks.constFind(c);
    return it == marks.cend() ? std::nullopt : std::optional(*it);
}

/// The letter without its accent: "ê" is "e", "Á" is "A". Nothing when that is no plain letter.
QString withoutAccent(const QString &letter)
{
    const QString parts = letter.normalized(QString::NormalizationForm_KD);
    QString base;
    for (const QChar c : parts) {
        if (c.isMark())
            continue;
        if (septetsOf(c) == 0)
            return {};
        base += c;
    }
    return base;
}

TextCost inParts(int used, int parts, bool plain)
{
    const int room = parts > 1 ? parts * (plain ? plainPart : widePart) : (plain ? plainAlone : wideAlone);
    return {used, room, parts, plain};
}

/// Fills parts letter by letter: what does not fit as a whole begins the next part.
template<class SizeOf> TextCost packed(const QString &text, bool plain, SizeOf sizeOf)
{
    const int alone = plain ? plainAlone : wideAlone;
    const int part = plain ? plainPart : widePart;
    int used = 0;
    int parts = text.isEmpty() ? 0 : 1;
    int inPart = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int size = sizeOf(i);
        used += size;
        if (inPart + size > part) {
            ++parts;
            inPart = 0;
        }
        inPart += size;
        if (!plain && size == 2)
            ++i; // both halves of a pair
    }
    return inParts(used, used <= alone ? std::min(parts, 1) : parts, plain);
}

bool isPair(const QString &text, qsizetype i)
{
    return text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
}

} // namespace

bool isPlain(QChar letter)
{
    return septetsOf(letter) > 0;
}

TextCost costOf(const QString &text)
{
    for (const QChar c : text) {
        if (septetsOf(c) == 0)
            return packed(text, false, [&](qsizetype i) { return isPair(text, i) ? 2 : 1; });
    }
    return packed(text, true, [&](qsizetype i) { return septetsOf(text[i]); });
}

std::vector<DearLetter> dearLetters(const QString &text)
{
    std::vector<DearLetter> letters;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (septetsOf(text[i]) > 0)
            continue;
        DearLetter letter;
        letter.at = i;
        letter.letter = text.mid(i, isPair(text, i) ? 2 : 1);
        const auto mark = plainMark(text[i]);
        letter.instead = mark ? *mark : withoutAccent(letter.letter);
        letter.canDrop = (mark && mark->isEmpty()) || text[i].isMark();
        i += letter.letter.size() - 1;
        letters.push_back(std::move(letter));
    }
    return letters;
}

QString withPlainMarks(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text) {
        const auto mark = septetsOf(c) == 0 ? plainMark(c) : std::nullopt;
        if (mark)
            plain += *mark;
        else
            plain += c;
    }
    return plain;
}

QString withEveryCure(const QString &text)
{
    QString cured = text;
    const std::vector<DearLetter> letters = dearLetters(text);
    for (auto it = letters.rbegin(); it != letters.rend(); ++it) {
        if (it->hasCure())
            cured.replace(it->at, it->letter.size(), it->instead);
    }
    return cured;
}

} // namespace deskbell::language
