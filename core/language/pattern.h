// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/tokens.h"

#include <QHash>
#include <QStringList>
#include <vector>

namespace deskbell::language {

/// A piece of wording, written so that a table of them reads like what people say:
///   "stop|quit texting|messaging me?"   words, alternatives, an optional word
///   "leak* ... ceiling"                  a beginning of a word, up to four words between
///   "heat .... baby"                     up to twelve words between
///   "^ stop $"                           the beginning and end of a sentence or of a part between commas
///   "remove me please|$"                 a word, or the end
///   "_"                                  any one word;  "#" any number
class Pattern
{
public:
    explicit Pattern(const char *written);

    struct Span {
        int from = 0;
        int to = 0; ///< exclusive
    };
    [[nodiscard]] std::optional<Span> find(const Tokens &tokens) const;
    /// Where the wording ends when it begins just at \p from; nothing otherwise.
    [[nodiscard]] std::optional<int> matchAt(const Tokens &tokens, int from) const;
    /// Words of which one must be there for the wording to be there; the rarest such. Empty: nothing can be said.
    [[nodiscard]] QStringList anchor() const;
    /// The words it can begin with; nothing when it can begin with others too.
    [[nodiscard]] std::optional<QStringList> firstWords() const;

private:
    enum class Kind { Words, Any, Number, Gap, Start, End };
    struct Element {
        Kind kind = Kind::Words;
        bool optional = false;
        bool orEnd = false; ///< instead of one of the words a part may end
        int gap = 0; ///< how many words at most
        QStringList words;
        QStringList beginnings;
    };
    [[nodiscard]] std::optional<int> match(const Tokens &tokens, int at, size_t element) const;
    [[nodiscard]] static bool fits(const Element &element, const Token &token);

    std::vector<Element> m_elements;
};

/// Which wordings of a table are worth a look: most texts hold a word of few of them.
class PatternIndex
{
public:
    /// Numbers count up from 0 in the order of adding.
    void add(const Pattern &pattern);
    /// In ascending order.
    [[nodiscard]] std::vector<int> worthALook(const Tokens &tokens) const;

private:
    QHash<QString, std::vector<int>> m_byWord;
    std::vector<int> m_always;
    int m_count = 0;
};

/// A table of wordings. Kept by the words they begin with, so that a text only meets those that may fit.
class Patterns
{
public:
    Patterns(std::initializer_list<const char *> written);
    [[nodiscard]] std::optional<Pattern::Span> find(const Tokens &tokens) const; ///< of the first wording that is there
    [[nodiscard]] std::vector<Pattern::Span> findAll(const Tokens &tokens) const;
    [[nodiscard]] bool in(const Tokens &tokens) const { return find(tokens).has_value(); }

private:
    [[nodiscard]] std::vector<int> mayBegin(const QString &word) const; ///< wordings, in the order of the table

    std::vector<Pattern> m_patterns;
    QHash<QString, std::vector<int>> m_byFirstWord;
    std::vector<int> m_anyFirst;
};

} // namespace deskbell::language
