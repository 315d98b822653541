// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/people.h"

#include "core/language/numberwords.h"
#include "core/language/pattern.h"
#include "core/language/wordset.h"

#include <QRegularExpression>

namespace deskbell::language {
namespace {

constexpr int longestName = 3;

/// Words that follow "I'm" or "it's" and are no name even with a capital letter.
bool isNoName(const QString &word)
{
    static const QSet<QString> words = wordSet(
        "a an the my your in on at so not just also here there going looking interested trying calling texting "
        "wondering sorry good "
        "fine great ok free available ready done late running out off back home sure glad happy new from with about "
        "for to too very "
        "really still thinking hoping needing having getting coming leaving able only one two three it its this that "
        "and but or if "
        "call text please thanks hi hello hey yes no yeah mr mrs ms dr urgent emergency leaking broken clogged "
        "interested desperate "
        "scared locked stuck open closed how what when where who why can could would do does did have has need want "
        "like dying panicking "
        "down up all in interested near by okay actually probably worried confused pregnant sick busy flexible");
    return words.contains(word) || weekdayWord(word)
        || (monthWord(word) && word != QLatin1String("may") && word != QLatin1String("april")
            && word != QLatin1String("june"));
}

bool looksLikeName(const Token &token, bool capitalNeeded)
{
    if (token.masked || token.raw.isEmpty() || isNoName(token.word) || (capitalNeeded && !token.isCapital()))
        return false;
    for (const QChar c : token.raw) {
        if (!c.isLetter() && c != u'\'')
            return false;
    }
    return token.raw.size() > 1;
}

QString capitalised(const QString &word)
{
    return word.isEmpty() || word.front().isUpper() ? word : QString(word.front().toUpper() + word.mid(1));
}

/// From \p at on, at most three words; the first may be in small letters when the wording leaves no doubt.
QString nameFrom(const Tokens &tokens, int at, bool capitalNeeded)
{
    QStringList words;
    for (size_t i = static_cast<size_t>(at); i < tokens.size() && words.size() < longestName; ++i) {
        if (i > static_cast<size_t>(at) && tokens[i].starts)
            break;
        // A surname in small letters is taken only after a first name in small letters.
        const bool capital = capitalNeeded
            || (!words.isEmpty() && words.first().front().isUpper() && tokens[static_cast<size_t>(at)].isCapital());
        if (!looksLikeName(tokens[i], capital))
            break;
        words.append(capitalised(tokens[i].raw));
    }
    return words.join(u' ');
}

} // namespace

QString findName(const Tokens &tokens)
{
    static const Patterns certain{
        "my name is|s", "name is|s", "names", "name", "call me", "under the? name of?", "last name is"};
    static const Patterns possible{"im", "i am", "this is", "its", "it is", "yes|hi|hello its|im"};
    for (const auto &span : certain.findAll(tokens)) {
        if (const QString name = nameFrom(tokens, span.to, false); !name.isEmpty())
            return name;
    }
    for (const auto &span : possible.findAll(tokens)) {
        if (const QString name = nameFrom(tokens, span.to, true); !name.isEmpty())
            return name;
    }
    for (size_t i = 1; i < tokens.size(); ++i) { // "Priya here"
        const bool ends = i + 1 == tokens.size() || tokens[i + 1].starts;
        if (tokens[i].word == QLatin1String("here") && ends && tokens[i - 1].starts
            && looksLikeName(tokens[i - 1], true))
            return tokens[i - 1].raw;
    }
    return {};
}

QString bareName(const Tokens &tokens)
{
    if (tokens.empty() || tokens.size() > longestName)
        return {};
    const QString name = nameFrom(tokens, 0, false);
    return name.count(u' ') + 1 == static_cast<int>(tokens.size()) ? name : QString();
}

QString trailingName(const Tokens &tokens)
{
    for (int i = static_cast<int>(tokens.size()) - 1; i > 0; --i) {
        if (!tokens[static_cast<size_t>(i)].starts)
            continue;
        const QString name = nameFrom(tokens, i, true);
        const bool whole = !name.isEmpty() && name.count(u' ') + 1 == static_cast<int>(tokens.size()) - i;
        return whole ? name : QString();
    }
    return {};
}

AddressSpan findAddress(const QString &normalised)
{
    static const QRegularExpression street(
        QStringLiteral(
            R"(\b\d{1,6}[A-Za-z]?\s+(?:(?:[NSEW]|North|South|East|West|NE|NW|SE|SW)\.?\s+)?(?:[A-Za-z0-9'.]+\s+){1,4}?)"
            R"((?:st|street|ave|av|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|ct|court|way|pl|place|pkwy|parkway|hwy|highway|ter|terrace|cir|circle|sq|square|trl|trail|loop|row)\b\.?)"
            R"((?:\s*,?\s*(?:apt|unit|suite|ste|#|no)\.?\s*[A-Za-z0-9-]+)?)"
            R"((?:\s*,\s*(?!I\b|I'|my\b|name)[A-Z][A-Za-z .]{2,24}?(?=[,.!?]|$|\s\d{5}))?(?:,?\s+[A-Z]{2}\b)?(?:,?\s+\d{5}(?:-\d{4})?)?)"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = street.match(normalised);
    if (!match.hasMatch())
        return {};
    QString text = match.captured().trimmed();
    while (text.endsWith(u'.') || text.endsWith(u','))
        text.chop(1);
    return {text, static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength())};
}

QString findTown(const Tokens &tokens)
{
    static const Patterns places{"im|am|live|located|house|place|home|we|were|based|out|over|up|down in",
        "serve|service|cover", "come|travel|go|drive|out to", "here in", "you in"};
    for (const auto &span : places.findAll(tokens)) {
        QStringList words;
        for (size_t i = static_cast<size_t>(span.to); i < tokens.size() && words.size() < 3; ++i) {
            if ((i > static_cast<size_t>(span.to) && tokens[i].starts) || !looksLikeName(tokens[i], true))
                break;
            words.append(tokens[i].raw);
        }
        if (!words.isEmpty())
            return words.join(u' ');
    }
    return {};
}

} // namespace deskbell::language
