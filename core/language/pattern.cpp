// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/pattern.h"

#include <algorithm>
#include <iterator>

namespace deskbell::language {
namespace {

constexpr int nearGap = 4;
constexpr int wideGap = 12;

} // namespace

Pattern::Pattern(const char *written)
{
    for (QString part : QString::fromUtf8(written).split(u' ', Qt::SkipEmptyParts)) {
        Element element;
        if (part.endsWith(u'?')) {
            element.optional = true;
            part.chop(1);
        }
        element.gap = part.size() > 3 ? wideGap : nearGap;
        if (part == QLatin1String("...") || part == QLatin1String("...."))
            element.kind = Kind::Gap;
        else if (part == QLatin1String("^"))
            element.kind = Kind::Start;
        else if (part == QLatin1String("$"))
            element.kind = Kind::End;
        else if (part == QLatin1String("_"))
            element.kind = Kind::Any;
        else if (part == QLatin1String("#"))
            element.kind = Kind::Number;
        const QStringList words = part.split(u'|');
        element.orEnd = words.size() > 1 && words.contains(QStringLiteral("$"));
        for (const QString &word : words)
            word.endsWith(u'*') ? element.beginnings.append(word.chopped(1)) : element.words.append(word);
        m_elements.push_back(element);
    }
}

bool Pattern::fits(const Element &element, const Token &token)
{
    if (element.kind == Kind::Any)
        return true;
    if (element.kind == Kind::Number)
        return token.number().has_value();
    if (element.words.contains(token.word))
        return true;
    for (const QString &beginning : element.beginnings) {
        if (token.word.startsWith(beginning))
            return true;
    }
    return false;
}

std::optional<int> Pattern::match(const Tokens &tokens, int at, size_t index) const
{
    if (index == m_elements.size())
        return at;
    const Element &element = m_elements[index];
    const int size = static_cast<int>(tokens.size());
    const bool startsHere = at == size || tokens[static_cast<size_t>(at)].starts;
    if (element.kind == Kind::Start)
        return at == 0 || (at < size && startsHere) ? match(tokens, at, index + 1) : std::nullopt;
    if (element.kind == Kind::End)
        return startsHere ? match(tokens, at, index + 1) : std::nullopt;
    if (element.kind == Kind::Gap) {
        for (int skip = 0; skip <= element.gap && at + skip <= size; ++skip) {
            if (const auto end = match(tokens, at + skip, index + 1))
                return end;
        }
        return std::nullopt;
    }
    if (at < size && fits(element, tokens[static_cast<size_t>(at)])) {
        if (const auto end = match(tokens, at + 1, index + 1))
            return end;
    }
    const bool maySkip = element.optional || (element.orEnd && startsHere);
    return maySkip ? match(tokens, at, index + 1) : std::nullopt;
}

std::optional<int> Pattern::matchAt(const Tokens &tokens, int from) const
{
    return match(tokens, from, 0);
}

std::optional<QStringList> Pattern::firstWords() const
{
    QStringList words;
    for (const Element &element : m_elements) {
        if (element.kind == Kind::Start)
            continue;
        if (element.kind != Kind::Words || element.orEnd || !element.beginnings.isEmpty())
            return std::nullopt;
        words += element.words;
        if (!element.optional)
            return words;
    }
    return std::nullopt;
}

std::optional<Pattern::Span> Pattern::find(const Tokens &tokens) const
{
    for (int from = 0; from < static_cast<int>(tokens.size()); ++from) {
        if (const auto to = match(tokens, from, 0))
            return Span{from, *to};
    }
    return std::nullopt;
}

QStringList Pattern::anchor() const
{
    // Long words are rare words: the element whose shortest word is the longest.
    const auto rarity = [](const Element &element) {
        qsizetype shortest = 99;
        for (const QString &word : element.words)
            shortest = std::min(shortest, word.size());
        return shortest;
    };
    const Element *best = nullptr;
    for (const Element &element : m_elements) {
        const bool certain = element.kind == Kind::Words && !element.optional && !element.orEnd && element.beginnings.isEmpty();
        if (certain && (!best || rarity(element) > rarity(*best)))
            best = &element;
    }
    return best ? best->words : QStringList();
}

void PatternIndex::add(const Pattern &pattern)
{
    const QStringList anchor = pattern.anchor();
    for (const QString &word : anchor)
        m_byWord[word].push_back(m_count);
    if (anchor.isEmpty())
        m_always.push_back(m_count);
    ++m_count;
}

std::vector<int> PatternIndex::worthALook(const Tokens &tokens) const
{
    std::vector<int> found = m_always;
    for (const Token &token : tokens) {
        if (const auto it = m_byWord.constFind(token.word); it != m_byWord.cend())
            found.insert(found.end(), it->begin(), it->end());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

Patterns::Patterns(std::initializer_list<const char *> written)
{
    for (const char *one : written) {
        const int index = static_cast<int>(m_patterns.size());
        m_patterns.emplace_back(one);
        const auto words = m_patterns.back().firstWords();
        if (!words) {
            m_anyFirst.push_back(index);
            continue;
        }
        for (const QString &word : *words) {
            auto &list = m_byFirstWord[word];
            if (list.empty() || list.back() != index)
                list.push_back(index);
        }
    }
}

std::vector<int> Patterns::mayBegin(const QString &word) const
{
    const auto known = m_byFirstWord.constFind(word);
    if (known == m_byFirstWord.constEnd())
        return m_anyFirst;
    std::vector<int> both;
    both.reserve(m_anyFirst.size() + known->size());
    std::merge(m_anyFirst.begin(), m_anyFirst.end(), known->begin(), known->end(), std::back_inserter(both));
    return both;
}

std::optional<Pattern::Span> Patterns::find(const Tokens &tokens) const
{
    int best = static_cast<int>(m_patterns.size());
    std::optional<Pattern::Span> found;
    for (int from = 0; from < static_cast<int>(tokens.size()); ++from) {
        for (const int index : mayBegin(tokens[static_cast<size_t>(from)].word)) {
            if (index >= best)
                break;
            if (const auto to = m_patterns[static_cast<size_t>(index)].matchAt(tokens, from)) {
                best = index;
                found = Pattern::Span{from, *to};
                break;
            }
        }
    }
    return found;
}

std::vector<Pattern::Span> Patterns::findAll(const Tokens &tokens) const
{
    std::vector<Pattern::Span> spans;
    for (int from = 0; from < static_cast<int>(tokens.size()); ++from) {
        for (const int index : mayBegin(tokens[static_cast<size_t>(from)].word)) {
            if (const auto to = m_patterns[static_cast<size_t>(index)].matchAt(tokens, from)) {
                spans.push_back({from, *to});
                break;
            }
        }
    }
    return spans;
}

} // namespace deskbell::language
