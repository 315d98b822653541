// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/mentions.h"

#include "core/language/normalise.h"
#include "core/language/wordmatch.h"
#include "core/language/wordset.h"

#include <QHash>
#include <algorithm>

namespace deskbell::language {
namespace {

constexpr int wideWindow = 6; ///< the words of a name may lie this far apart ("drain in the kitchen is clogged")
constexpr int weightOfWord = 10;
constexpr int weightOfLoneWord = 6;

/// Words that say what kind of thing a service is, not which.
bool isGeneric(const QString &word)
{
    static const QSet<QString> generic = wordSet("service services repair repairs estimate inspection check checkup "
                                                 "quote treatment cleaning clean cut installation install "
                                                 "work job visit appointment session full basic complete new "
                                                 "professional year years and or quick free initial first cases case "
                                                 "man mens men womens women woman kids small large time day long two "
                                                 "three five care restoration outside inside car cars");
    return generic.contains(word);
}

QStringList readWords(const QString &phrase)
{
    QStringList words;
    for (const Token &token : tokenise(normalise(phrase))) {
        if (!isSmallWord(token.word))
            words.append(token.word);
    }
    return words;
}

/// Of a phrase of the profile. Every text of a caller is held against all of them, so they are read once.
QStringList wordsOf(const QString &phrase)
{
    constexpr qsizetype mostPhrases = 4000; // several profiles' worth; never a growing heap
    thread_local QHash<QString, QStringList> known;
    if (const auto it = known.constFind(phrase); it != known.cend())
        return *it;
    if (known.size() >= mostPhrases)
        known.clear();
    return *known.insert(phrase, readWords(phrase));
}

QStringList phrasesOf(const Service &service)
{
    QStringList phrases = service.aliases;
    phrases.append(service.name);
    return phrases;
}

/// Where all words of a phrase stand close together, in any order.
std::optional<ServiceMention> spanOf(const QStringList &words, const Tokens &tokens)
{
    int from = -1;
    int to = -1;
    for (const QString &word : words) {
        const auto hit = std::find_if(tokens.begin(), tokens.end(),
            [&](const Token &token) { return !token.masked && sameWord(token.word, word); });
        if (hit == tokens.end())
            return std::nullopt;
        const int at = static_cast<int>(hit - tokens.begin());
        from = from < 0 ? at : std::min(from, at);
        to = std::max(to, at + 1);
    }
    if (from < 0 || to - from > static_cast<int>(words.size()) + wideWindow)
        return std::nullopt;
    return ServiceMention{
        {}, from, to, weightOfWord * static_cast<int>(words.size()) - (to - from - static_cast<int>(words.size()))};
}

/// In how many services a word occurs.
QHash<QString, int> spread(const Profile &profile)
{
    QHash<QString, int> counts;
    for (const Service &service : profile.services) {
        QSet<QString> stems;
        for (const QString &phrase : phrasesOf(service)) {
            for (const QString &word : wordsOf(phrase))
                stems.insert(stem(word));
        }
        for (const QString &one : stems)
            ++counts[one];
    }
    return counts;
}

std::optional<ServiceMention> mention(const Service &service, const Tokens &tokens, const QHash<QString, int> &counts)
{
    std::optional<ServiceMention> best;
    const auto consider = [&](std::optional<ServiceMention> one) {
        if (one && (!best || one->weight > best->weight))
            best = one;
    };
    for (const QString &phrase : phrasesOf(service)) {
        const QStringList words = wordsOf(phrase);
        consider(spanOf(words, tokens));
        for (const QString &word : words) {
            if (isGeneric(word) || counts.value(stem(word)) != 1)
                continue;
            auto lone = spanOf({word}, tokens);
            if (lone)
                lone->weight = weightOfLoneWord;
            consider(lone);
        }
    }
    if (best)
        best->service = service.id;
    return best;
}

bool overlap(const ServiceMention &a, const ServiceMention &b)
{
    return a.from < b.to && b.from < a.to;
}

} // namespace

std::vector<ServiceMention> findServices(const Tokens &tokens, const Profile &profile)
{
    const QHash<QString, int> counts = spread(profile);
    std::vector<ServiceMention> found;
    for (const Service &service : profile.services) {
        if (const auto one = mention(service, tokens, counts))
            found.push_back(*one);
    }
    // "full detail" is not also "detail", and "men's cut" not also "cut": the longer reading of the same words wins.
    std::vector<ServiceMention> kept;
    for (const ServiceMention &one : found) {
        const bool beaten = std::any_of(found.begin(), found.end(),
            [&](const ServiceMention &other) { return overlap(one, other) && other.weight > one.weight; });
        if (!beaten)
            kept.push_back(one);
    }
    std::stable_sort(kept.begin(), kept.end(), [](const auto &a, const auto &b) { return a.weight > b.weight; });
    return kept;
}

QStringList findNotOffered(const Tokens &tokens, const Profile &profile)
{
    const QHash<QString, int> counts = spread(profile);
    QStringList found;
    for (const QString &phrase : profile.notOffered) {
        const QStringList words = wordsOf(phrase);
        if (!words.isEmpty() && spanOf(words, tokens))
            found.append(phrase);
    }
    if (!found.isEmpty())
        return found; // "lash extensions" are not also "hair extensions"
    for (const QString &phrase : profile.notOffered) {
        const QStringList words = wordsOf(phrase);
        bool hit = false;
        for (const QString &word : words) {
            // One telling word is enough ("tint") unless a service has it too.
            hit = hit
                || (!isGeneric(word) && word.size() > 3 && counts.value(stem(word)) == 0
                    && spanOf({word}, tokens).has_value());
        }
        if (hit)
            found.append(phrase);
    }
    return found;
}

namespace {

/// Things people ask about in many words; a question of the profile with one of them answers a text with another.
const std::vector<QSet<QString>> &topics()
{
    static const std::vector<QSet<QString>> sets{
        wordSet("insurance insurances insured cigna aetna delta metlife humana guardian unitedhealthcare united "
                "bluecross bcbs medicaid "
                "medicare carecredit network ppo hmo coverage plan anthem"),
        wordSet(
            "pay payment payments paid card cards credit debit cash venmo zelle check checks paypal financing apple"),
        wordSet("park parking garage lot"),
        wordSet("mobile travel driveway housecall onsite"),
        wordSet("night nights weekend weekends overnight midnight late emergency emergencies"),
        wordSet("phone virtual video zoom remote remotely online"),
        wordSet("key keys drop dropoff"),
        wordSet("wait waiting lobby wifi coffee"),
        wordSet("cancel cancellation cancelation reschedule noshow policy"),
        wordSet("gift giftcard certificate certificates"),
        wordSet("warranty guarantee guaranteed guarantees last lasts"),
        wordSet("licensed license insured bonded certified"),
        wordSet("pet pets dog dogs cat cats"),
        wordSet("kid kids child children"),
        wordSet("walkin walkins walk"),
        wordSet("deposit deposits"),
    };
    return sets;
}

int topicsShared(const Tokens &a, const QStringList &b)
{
    int shared = 0;
    for (const QSet<QString> &topic : topics()) {
        const bool inText =
            std::any_of(a.begin(), a.end(), [&](const Token &token) { return topic.contains(token.word); });
        const bool inFaq = std::any_of(b.begin(), b.end(), [&](const QString &word) { return topic.contains(word); });
        shared += inText && inFaq ? 1 : 0;
    }
    return shared;
}

bool isComeToMe(const Tokens &tokens)
{
    for (size_t i = 0; i + 2 < tokens.size(); ++i) {
        if (sameWord(tokens[i].word, QStringLiteral("come")) && tokens[i + 1].word == QLatin1String("to")
            && wordSet("me my us our the").contains(tokens[i + 2].word))
            return true;
    }
    return false;
}

/// The names of services do not count: "how much is a ceramic coating" does not ask how long one lasts.
int closeness(const Tokens &tokens, const Faq &faq, const QHash<QString, int> &ofServices)
{
    const QStringList question = wordsOf(faq.question);
    const QStringList answer = wordsOf(faq.answer);
    const auto said = [&](const QString &word) {
        return !isGeneric(word) && !ofServices.contains(stem(word))
            && std::any_of(tokens.begin(), tokens.end(),
                [&](const Token &token) { return !isSmallWord(token.word) && sameWord(token.word, word); });
    };
    const int inQuestion = static_cast<int>(std::count_if(question.begin(), question.end(), said));
    const int inAnswer = static_cast<int>(std::count_if(answer.begin(), answer.end(), said));
    int close = 4 * topicsShared(tokens, question) + 2 * inQuestion + inAnswer;
    if (inQuestion > 0 && inQuestion == question.size())
        close += 3;
    if (isComeToMe(tokens) && isComeToMe(tokenise(normalise(faq.question))))
        close += 6;
    return close;
}

} // namespace

const Faq *findFaq(const Tokens &tokens, const Profile &profile)
{
    const QHash<QString, int> ofServices = spread(profile);
    const Faq *best = nullptr;
    int most = 3; // one shared word of an answer is chance
    for (const Faq &faq : profile.faqs) {
        const int close = closeness(tokens, faq, ofServices);
        if (close > most) {
            most = close;
            best = &faq;
        }
    }
    return best;
}

} // namespace deskbell::language
