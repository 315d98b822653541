// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/tokens.h"
#include "core/language/wordset.h"

namespace deskbell::language {

/// A place in a text from which a reader goes on, word by word. Masked tokens are as if they were not there.
class Cursor
{
public:
    Cursor(const Tokens &tokens, int at)
        : next(at)
        , m_tokens(tokens)
    {
    }

    [[nodiscard]] const Token *token(int ahead = 0) const
    {
        const int index = next + ahead;
        if (index < 0 || index >= static_cast<int>(m_tokens.size()))
            return nullptr;
        const Token &one = m_tokens[static_cast<size_t>(index)];
        return one.masked ? nullptr : &one;
    }
    /// Empty past the end.
    [[nodiscard]] QString word(int ahead = 0) const { return token(ahead) ? token(ahead)->word : QString(); }
    [[nodiscard]] bool is(const char *words, int ahead = 0) const { return isOneOf(word(ahead), words); }
    /// Goes over the next word when it is one of \p words.
    bool skip(const char *words)
    {
        if (!is(words))
            return false;
        ++next;
        return true;
    }
    /// Goes over a word of each list in turn, or stays when one is missing.
    bool skipAll(std::initializer_list<const char *> lists)
    {
        const int begin = next;
        for (const char *words : lists) {
            if (!skip(words)) {
                next = begin;
                return false;
            }
        }
        return true;
    }
    [[nodiscard]] std::optional<int> number(int ahead = 0) const
    {
        return token(ahead) && !token(ahead)->money ? token(ahead)->number() : std::nullopt;
    }
    [[nodiscard]] const Tokens &tokens() const { return m_tokens; }

    int next; ///< the token that is read next

private:
    const Tokens &m_tokens;
};

} // namespace deskbell::language
