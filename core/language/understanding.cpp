// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/understanding.h"

#include "core/language/callers.h"
#include "core/language/consent.h"
#include "core/language/normalise.h"
#include "core/language/numberwords.h"
#include "core/language/pattern.h"
#include "core/language/people.h"
#include "core/language/spam.h"

#include <algorithm>

namespace deskbell::language {
namespace {

bool servesVehicles(const Profile &profile)
{
    return std::any_of(profile.services.begin(), profile.services.end(),
        [](const Service &service) { return service.ask.contains(QStringLiteral("vehicle")); });
}

void mask(Tokens &tokens, int at, int length)
{
    for (Token &token : tokens) {
        if (token.at >= at && token.at < at + length)
            token.masked = true;
    }
}

/// "the second", "first one", "2", "option 2", "the later one"
std::optional<int> findChoice(const Tokens &tokens)
{
    static const Patterns ordinals{"the first|second|third|1st|2nd|3rd|last|latter|former one|time|slot|option?",
        "first|second|third|last|latter|former one|time|slot|option|works|is|please",
        "^ first|second|third|last|former|latter $", "option|number|choice|#"};
    static const Patterns later{"the|later|earlier later|earlier|sooner one|time|slot|option"};
    if (tokens.size() == 1 && !tokens[0].glued) {
        const auto number = tokens[0].number();
        if (number && *number >= 1 && *number <= 3 && tokens[0].word.size() == 1)
            return *number - 1;
    }
    if (tokens.size() == 2 && tokens[1].glued && tokens[1].word.size() == 2 && tokens[1].word.back() != u'm') // "2nd"
        return tokens[0].number().value_or(9) <= 3 ? std::optional(*tokens[0].number() - 1) : std::nullopt;
    if (const auto span = later.find(tokens)) {
        for (int i = span->from; i < span->to; ++i) {
            const QString &word = tokens[static_cast<size_t>(i)].word;
            if (word == QLatin1String("later"))
                return -1;
            if (word == QLatin1String("earlier") || word == QLatin1String("sooner"))
                return 0;
        }
    }
    const auto span = ordinals.find(tokens);
    if (!span)
        return std::nullopt;
    for (int i = span->from; i < std::min<int>(span->to + 1, static_cast<int>(tokens.size())); ++i) {
        const Token &token = tokens[static_cast<size_t>(i)];
        if (token.word == QLatin1String("last") || token.word == QLatin1String("latter"))
            return -1;
        if (token.word == QLatin1String("former"))
            return 0;
        const auto ordinal = ordinalWord(token.word);
        const auto number = ordinal ? ordinal : token.number();
        if (number && *number >= 1 && *number <= 3)
            return *number - 1;
    }
    return std::nullopt;
}

/// What a text of nothing but emoji says; empty when that is anyone's guess.
QString wordOfEmoji(const QString &text)
{
    struct Emoji {
        const char *signs;
        const char *word;
    };
    static constexpr Emoji known[] = {{"👍 👌 ✅ ✔ 💯 🤙", "yes"}, {"👎 ❌ 🙅", "no"}, {"🙏", "thanks"}, {"👋", "hi"}, {"🛑", "stop"}};
    for (const Emoji &one : known) {
        for (const QString &sign : QString::fromUtf8(one.signs).split(u' ')) {
            if (text.contains(sign))
                return QString::fromLatin1(one.word);
        }
    }
    return {};
}

void readPlaces(const QString &text, const Profile &profile, Understanding &found)
{
    const AddressSpan address = findAddress(text);
    found.address = address.text;
    mask(found.tokens, address.at, address.length);
    if (servesVehicles(profile)) {
        found.vehicle = findVehicle(found.tokens);
        found.otherCraft = namesOtherCraft(found.tokens);
        if (found.vehicle && found.vehicle->named) {
            for (int i = found.vehicle->from; i < found.vehicle->to; ++i)
                found.tokens[static_cast<size_t>(i)].masked = true;
        }
    }
    found.name = findName(found.tokens);
    found.town = findTown(found.tokens);
}

IntentClues cluesOf(const Understanding &found)
{
    IntentClues clues;
    clues.alarm = found.urgency || found.optOut || found.spam;
    clues.service = !found.services.empty();
    clues.notOffered = !found.notOffered.isEmpty();
    for (const TimeWish &time : found.times) {
        if (time.soonest)
            clues.soonest = true;
        else if (!time.negated)
            clues.times.push_back(time.begin);
    }
    return clues;
}

} // namespace

Understanding understand(const QString &text, const Profile &profile, Instant now)
{
    Understanding found;
    const QString normalised = normalise(text);
    found.tokens = tokenise(normalised);
    if (found.tokens.empty())
        found.tokens = tokenise(wordOfEmoji(normalised));
    readPlaces(normalised, profile, found);
    found.times = readTimes(found.tokens, toWall(now, profile.zone));
    found.services = findServices(found.tokens, profile);
    found.notOffered = findNotOffered(found.tokens, profile);
    found.faq = findFaq(found.tokens, profile);
    found.urgency = findUrgency(found.tokens);
    found.optOut = isOptOutKeyword(text) || isOptOut(found.tokens);
    found.spam = !found.optOut && isSpam(normalised, found.tokens);
    found.contact = findContact(normalised);
    found.counts = findCounts(found.tokens);
    found.choice = findChoice(found.tokens);
    found.intents = findIntents(found.tokens, cluesOf(found));
    if (!found.address.isEmpty())
        found.intents.removeAll(QStringLiteral("ask_location")); // they tell theirs, they do not ask for ours
    found.shift = findShift(found.tokens);
    if (const QString kind = findCallerKind(found.tokens); !kind.isEmpty() && !found.has("reschedule") && !found.has("cancel")) {
        found.intents.removeAll(QStringLiteral("book"));
        found.intents.append(kind);
    }
    if (found.urgency)
        found.intents.prepend(QStringLiteral("urgent"));
    if (found.optOut)
        found.intents.prepend(QStringLiteral("opt_out"));
    if (found.intents.isEmpty())
        found.intents.append(QStringLiteral("other"));
    return found;
}

} // namespace deskbell::language
