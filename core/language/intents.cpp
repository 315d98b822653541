// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/intents.h"

#include "core/language/clauses.h"
#include "core/language/intentwords.h"

#include <algorithm>

namespace deskbell::language {
namespace {

using namespace intentwords;

/// "Maybe another time" moves nothing.
bool putsOff(const Tokens &tokens)
{
    static const Patterns patterns{"^ maybe|perhaps|some another|other|different time|day $"};
    return patterns.in(tokens);
}

/// What one clause says.
class ClauseReader
{
public:
    ClauseReader(const Clause &clause, const IntentClues &clues)
        : m_tokens(clause.tokens)
        , m_clues(clues)
    {
        m_time = std::any_of(clues.times.begin(), clues.times.end(), [&](int at) { return clause.holds(at); });
    }

    QStringList read()
    {
        const bool robot = askingForRobot().in(m_tokens);
        static const Patterns who{"who|whos is|this|dis|are ... this|you|number", "^ who dis|this $", "whos this"};
        say("ask_bot", robot);
        say("ask_who", who.in(m_tokens) && !robot);
        say("human", person().in(m_tokens) && !robot);
        say("cancel", cancelling().in(m_tokens));
        say("reschedule", moving().in(m_tokens) && !has("cancel") && !putsOff(m_tokens));
        questions();
        say("book", wantsToBook());
        answers();
        say("thanks", thanking().in(m_tokens) && !isNoThanks());
        say("greeting", greeting().in(m_tokens));
        return m_found;
    }

private:
    void say(const char *intent, bool there)
    {
        if (there)
            m_found.append(QString::fromLatin1(intent));
    }
    [[nodiscard]] bool has(const char *intent) const { return m_found.contains(QString::fromLatin1(intent)); }
    [[nodiscard]] bool asksOnly() const { return has("ask_price") || has("ask_hours") || has("ask_location"); }

    void questions()
    {
        say("ask_price", price().in(m_tokens));
        static const Patterns whichDays{"what|which days|times|slots|day ... have|got|u|is|the ... open|free|available"};
        static const Patterns openDays{"what|which days are|r|do you|yall|guys|they open"};
        static const Patterns freeDays{"is|are|would the? monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|# _? open|free|available|ok"};
        say("ask_hours", hours().in(m_tokens) && !freeDays.in(m_tokens) && (openDays.in(m_tokens) || !whichDays.in(m_tokens)));
        say("ask_location", location().in(m_tokens));
        const bool asks = services().in(m_tokens) || (m_clues.notOffered && !has("cancel"));
        say("ask_services", asks && !asksOnly() && !has("reschedule") && !isWishOnly() && !(has("human") && !plainQuestions().in(m_tokens)));
    }

    /// "Can you squeeze in a men's cut", "how soon could you do a clean": a wish for a time in the shape of a question.
    [[nodiscard]] bool isWishOnly() const
    {
        static const Patterns sending{"have|get|send someone|somebody|anyone|him|your|the|a"};
        static const Patterns slots{"slot|slots|opening|openings|spot|spots|availability|appointment|appointments|anything|something"};
        static const Patterns ownThings{"can|could|will|would you|yall|someone|they|she|he do|fix|install|clean|cut|color|wash|paint|replace|take|make|detail|check "
                                        "my|our|me|it|us|this|that"};
        if (m_time && (ownThings.in(m_tokens) || sending.in(m_tokens) || slots.in(m_tokens)))
            return true;
        return wishesInQuestions().in(m_tokens) && !plainQuestions().in(m_tokens) && !m_clues.notOffered;
    }

    /// "Do you do gel nails" asks, "can you do it friday" wants a time.
    [[nodiscard]] bool wantsToBook() const
    {
        if (has("cancel") || has("reschedule") || has("human"))
            return false;
        if (m_time && !has("ask_hours"))
            return true;
        static const Patterns soonest{"when|whens|whats|what ... soonest|earliest", "when|whens|whats|what ... next available|opening"};
        if (soonest.in(m_tokens))
            return true;
        return booking().in(m_tokens) && !asksOnly() && !has("ask_services");
    }

    void answers()
    {
        static const Patterns plainYes{"^ yes"};
        static const Patterns plainNo{"^ no", "^ neither|none|nothing"};
        const bool agrees = agreeing().in(m_tokens) && !has("reschedule") && !asksOnly() && !plainNo.in(m_tokens);
        static const Patterns asked{"^ is|are|will|would|does it|that|this|you|there"};
        if (asked.in(m_tokens))
            return;
        say("yes", agrees || (plainYes.in(m_tokens) && !has("cancel")));
        say("no", refusing().in(m_tokens) && !has("yes") && !has("cancel") && !has("reschedule"));
    }

    [[nodiscard]] bool isNoThanks() const
    {
        static const Patterns patterns{"^ no thanks|thank $", "^ no thank you $"};
        return patterns.in(m_tokens);
    }

    const Tokens &m_tokens;
    const IntentClues &m_clues;
    bool m_time = false;
    QStringList m_found;
};

/// The wishes of the clauses together.
class Merger
{
public:
    Merger(const Tokens &tokens, const IntentClues &clues)
        : m_tokens(tokens)
        , m_clues(clues)
    {
    }

    QStringList merge()
    {
        if (stranger().in(m_tokens))
            return {QStringLiteral("wrong_number")};
        const std::vector<Clause> clauses = clausesOf(m_tokens);
        for (const Clause &clause : clauses)
            m_found += heard(clause);
        m_found.removeDuplicates();
        if (!wants() && !m_clues.alarm)
            guessByShape(clauses);
        settle(clauses);
        std::stable_sort(m_found.begin(), m_found.end(), [](const QString &a, const QString &b) { return rank(a) < rank(b); });
        return m_found;
    }

private:
    /// What its words say; a clause without a known word may still begin like a wish ("are you open? need a haircut").
    [[nodiscard]] QStringList heard(const Clause &clause) const
    {
        const QStringList found = ClauseReader(clause, m_clues).read();
        if (found.isEmpty() && !m_clues.alarm && wishes().in(clause.tokens) && !wishesForOther().in(clause.tokens))
            return {QStringLiteral("book")};
        return found;
    }

    static int rank(const QString &intent)
    {
        static const QStringList order = QStringLiteral("ask_bot ask_who human cancel reschedule ask_price ask_hours ask_location "
                                                        "ask_services book yes no thanks greeting")
                                             .split(u' ');
        return static_cast<int>(order.indexOf(intent));
    }

    [[nodiscard]] bool has(const char *intent) const { return m_found.contains(QString::fromLatin1(intent)); }
    void drop(const char *intent) { m_found.removeAll(QString::fromLatin1(intent)); }
    void add(const char *intent)
    {
        if (!has(intent))
            m_found.append(QString::fromLatin1(intent));
    }

    /// Anything besides courtesies.
    [[nodiscard]] bool wants() const
    {
        return std::any_of(m_found.begin(), m_found.end(),
            [](const QString &one) { return one != QLatin1String("greeting") && one != QLatin1String("thanks"); });
    }

    /// Nothing was recognised by its words, so the shape has to do: "is the …" asks.
    void guessByShape(const std::vector<Clause> &clauses)
    {
        for (const Clause &clause : clauses) {
            if (askingShapes().in(clause.tokens) && !askingForOther().in(clause.tokens))
                add("ask_services");
        }
        if (!wants() && m_clues.soonest)
            add("book");
    }

    void settle(const std::vector<Clause> &clauses)
    {
        if (!has("cancel") && cancelling().in(m_tokens) && !has("reschedule"))
            add("cancel");
        if (has("cancel")) {
            drop("reschedule");
            drop("no");
        }
        if (!has("cancel") && !has("reschedule") && moving().in(m_tokens) && !putsOff(m_tokens))
            add("reschedule");
        const bool booksAnew = (has("cancel") || has("reschedule")) && bookingAnew().in(m_tokens);
        if ((has("cancel") || has("reschedule")) && !booksAnew)
            drop("book");
        static const Patterns saidNo{"^ no"};
        if (has("reschedule")) {
            drop("yes");
            drop("ask_services");
            if (!saidNo.in(m_tokens))
                drop("no");
        }
        static const Patterns saidYes{"^ yes|sure|perfect|great|ok"};
        if (has("book") && wishes().in(m_tokens) && !saidYes.in(m_tokens))
            drop("yes"); // "need a plumber, friday is good for me"
        if (has("no"))
            drop("yes");
        if (clauses.size() > 1 && has("yes") && wantsBesides("yes") && isWeakYes(clauses))
            drop("yes");
    }

    [[nodiscard]] bool wantsBesides(const char *intent) const
    {
        return std::any_of(m_found.begin(), m_found.end(), [&](const QString &one) {
            return one != QLatin1String(intent) && one != QLatin1String("greeting");
        });
    }

    /// "ok, how much?" agrees to nothing.
    [[nodiscard]] bool isWeakYes(const std::vector<Clause> &clauses) const
    {
        return std::none_of(clauses.begin(), clauses.end(), [&](const Clause &clause) {
            return ClauseReader(clause, m_clues).read().contains(QStringLiteral("yes")) && !weakAgreeing().in(clause.tokens);
        });
    }

    const Tokens &m_tokens;
    const IntentClues &m_clues;
    QStringList m_found;
};

} // namespace

QStringList findIntents(const Tokens &tokens, const IntentClues &clues)
{
    return Merger(tokens, clues).merge();
}

} // namespace deskbell::language
