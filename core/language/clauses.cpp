// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/clauses.h"

#include "core/language/pattern.h"
#include "core/language/wordset.h"

namespace deskbell::language {
namespace {

class Splitter
{
public:
    explicit Splitter(const Tokens &tokens)
        : m_tokens(tokens)
    {
    }

    std::vector<Clause> split()
    {
        for (int at = 0; at < static_cast<int>(m_tokens.size()); ++at) {
            const Token &token = m_tokens[static_cast<size_t>(at)];
            if (m_clauses.empty() || token.starts || joinsNew(at) || beginsQuestion(at)) {
                m_clauses.push_back({{}, at});
                m_asks = false;
            }
            m_asks = m_asks || isOneOf(token.word, "what whats when whens where wheres how which who whos why if");
            Tokens &part = m_clauses.back().tokens;
            part.push_back(token);
            part.front().starts = true;
        }
        return std::move(m_clauses);
    }

private:
    /// "… and how much", "… but can you", "… also need"
    [[nodiscard]] bool joinsNew(int at) const
    {
        static const Pattern joint("and|but|also|plus|so|then|or "
                                   "can|could|do|does|did|how|what|whats|when|whens|where|wheres|are|is|i|id|ill|im|we|will|would|need|want|have|"
                                   "please|just|if|who|whos|any|book|cancel|call|lets|let|my|also|then|maybe|stop|dont|tell|send|someone|you|yall");
        return joint.matchAt(m_tokens, at).has_value() && lengthSoFar(at) > 1;
    }

    /// Words that hardly ever stand inside of what was said before.
    [[nodiscard]] bool beginsQuestion(int at) const
    {
        static const Pattern open("how much|many|long|far|late|early|soon");
        static const Pattern what("what|whats|where|wheres|who|whos");
        static const Pattern when("when|whens can|could|do|does|are|is|will|would|you");
        static const Pattern asking("can|could|do|does|are|is|will|would i|we|you|yall|someone|there|they|anyone");
        static const Pattern wishing("i|we need|want|would|wanna|gotta");
        static const Pattern carrying("know|wondering|sure|until|since|by|guys|see|like|about|on|for|from|to|at|in|of|the|that|is|are|and|but|or|so|also|any|if|not|no|then|plus|doesnt|matter|tell|ask");
        if (at == 0 || lengthSoFar(at) < 1)
            return false;
        if (open.matchAt(m_tokens, at) || what.matchAt(m_tokens, at) || when.matchAt(m_tokens, at))
            return !carrying.matchAt(m_tokens, at - 1);
        if (asking.matchAt(m_tokens, at))
            return !m_asks && !carrying.matchAt(m_tokens, at - 1) && lengthSoFar(at) > 1;
        return wishing.matchAt(m_tokens, at).has_value() && !m_asks && !carrying.matchAt(m_tokens, at - 1) && lengthSoFar(at) > 2;
    }

    [[nodiscard]] int lengthSoFar(int at) const { return m_clauses.empty() ? 0 : at - m_clauses.back().from; }

    const Tokens &m_tokens;
    std::vector<Clause> m_clauses;
    bool m_asks = false; ///< the clause so far holds a question word, so "can i" goes on with it
};

} // namespace

std::vector<Clause> clausesOf(const Tokens &tokens)
{
    return Splitter(tokens).split();
}

} // namespace deskbell::language
