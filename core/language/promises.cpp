// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/promises.h"

#include "core/language/normalise.h"
#include "core/language/pattern.h"
#include "core/language/timewish.h"

#include <algorithm>

namespace deskbell::language {
namespace {

// "we'll" and "I'll" come without their apostrophe.
const Patterns &calls()
{
    static const Patterns patterns{"will|well|ill|hell|shell|theyll|shall definitely|personally|then|also? call|ring|phone|dial",
        "will|well|ill|hell|shell|theyll|shall give you a call|ring|buzz", "am|is|are|im|were|going|gonna to? call|ring|phone",
        "calling|ringing|phoning you back?", "expect a|our|my call|ring"};
    return patterns;
}

const Patterns &answers()
{
    static const Patterns patterns{"will|well|ill|hell|shell|theyll|shall get back|to",
        "will|well|ill|hell|shell|theyll|shall text|reply|write|message|respond|answer|confirm|email",
        "will|well|ill|hell|shell|theyll|shall be in touch", "will|well|ill|hell|shell|theyll|shall let you know",
        "will|well|ill|hell|shell|theyll|shall come back to", "will|well|ill|hell|shell|theyll|shall have an? answer|price|quote",
        "will|well|ill|hell|shell|theyll|shall send you"};
    return patterns;
}

bool isOurs(const Tokens &tokens, int from)
{
    static const Patterns theirs{"you|please|if|when|can|could|to|or|and|dont|never"};
    return from == 0 || tokens[static_cast<size_t>(from)].starts || !theirs.in({tokens[static_cast<size_t>(from) - 1]});
}

bool isQuestion(const Tokens &tokens, int at) { return tokens[static_cast<size_t>(at)].question; }

std::optional<Pattern::Span> promised(const Patterns &patterns, const Tokens &tokens)
{
    for (const Pattern::Span &span : patterns.findAll(tokens)) {
        if (isOurs(tokens, span.from) && !isQuestion(tokens, span.from))
            return span;
    }
    return std::nullopt;
}

struct Span {
    Duration length{0};
    int end = 0;
};

/// "in 20 minutes", "within the hour", "in half an hour"
std::optional<Span> within(const Tokens &tokens, int from)
{
    static const Patterns counted{"in|within about|the|next? # minute|minutes|min|mins|hour|hours|hr|hrs|h|m"};
    static const Patterns single{"in|within about? the|an|one next? hour|hours"};
    static const Patterns half{"in|within about? half an hour|hours"};
    const auto after = [&](const Patterns &patterns) -> std::optional<Pattern::Span> {
        const auto span = patterns.find(tokens);
        return span && span->from >= from ? span : std::nullopt;
    };
    if (const auto span = after(half))
        return Span{30min, span->to};
    if (const auto span = after(counted)) {
        for (int i = span->from; i < span->to; ++i) {
            if (const auto number = tokens[static_cast<size_t>(i)].number()) {
                const bool hours = tokens[static_cast<size_t>(span->to) - 1].word.startsWith(u'h');
                return Span{hours ? Duration(1h * *number) : Duration(1min * *number), span->to};
            }
        }
    }
    if (const auto span = after(single))
        return Span{1h, span->to};
    return std::nullopt;
}

QString wordsOf(const QString &normalised, const Tokens &tokens, int from, int to)
{
    if (from > 0 && !tokens[static_cast<size_t>(from)].starts)
        --from; // who: "we", "Sam"
    const Token &last = tokens[static_cast<size_t>(std::min<int>(to, static_cast<int>(tokens.size())) - 1)];
    const int begin = tokens[static_cast<size_t>(from)].at;
    return normalised.mid(begin, last.at + static_cast<int>(last.raw.size()) - begin).left(80);
}

/// Most texts promise nothing; they should not pay for a reading.
bool mayPromise(const QString &text)
{
    static const char *const verbs[] = {"call", "ring", "phone", "back", "reply", "touch", "text you", "let you", "send you", "answer",
        "message", "respond", "confirm", "email", "have a", "write"};
    return std::any_of(std::begin(verbs), std::end(verbs),
        [&](const char *verb) { return text.contains(QLatin1String(verb), Qt::CaseInsensitive); });
}

PromiseWords timed(const TimeWish &wish)
{
    PromiseWords said;
    said.day = wish.to.isValid() ? wish.to : wish.from;
    said.time = wish.exact.isValid() ? wish.exact : wish.notAfter;
    return said;
}

} // namespace

std::optional<PromiseWords> findPromise(const QString &text, const QDateTime &now)
{
    if (!mayPromise(text))
        return std::nullopt;
    const QString normalised = normalise(text);
    const Tokens tokens = tokenise(normalised);
    const auto call = promised(calls(), tokens);
    const auto span = call ? call : promised(answers(), tokens);
    if (!span)
        return std::nullopt;
    PromiseWords said;
    int end = 0;
    if (const auto length = within(tokens, span->from)) {
        said.within = length->length;
        end = length->end;
    } else {
        const std::vector<TimeWish> times = readTimes(tokens, now);
        const auto wish = std::find_if(times.begin(), times.end(), [&](const TimeWish &one) {
            return one.begin >= span->from && !one.negated && (one.hasDay() || one.hasTime());
        });
        if (wish == times.end())
            return std::nullopt;
        said = timed(*wish);
        end = wish->end;
    }
    said.call = call.has_value();
    said.words = wordsOf(normalised, tokens, span->from, end);
    return said;
}

} // namespace deskbell::language
