// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assist/rulesmind.h"

#include "core/assist/answers.h"
#include "core/assist/questions.h"
#include "core/assist/safety.h"
#include "core/assist/visits.h"

#include <algorithm>

namespace deskbell::assist {

using engine::Turn;
using engine::Wish;
namespace proposal = engine::proposal;

namespace {

constexpr int namesInAList = 5;

Turn turn(engine::Proposal what, Answer say, const char *rule)
{
    Turn t;
    t.proposal = std::move(what);
    t.text = std::move(say.text);
    t.sources = std::move(say.sources);
    t.rule = QString::fromLatin1(rule);
    return t;
}

Answer plain(const char *text)
{
    return {QString::fromLatin1(text), {}};
}

bool isOnly(const Situation &s, std::initializer_list<const char *> intents)
{
    return std::all_of(s.heard.intents.begin(), s.heard.intents.end(), [&](const QString &one) {
        return std::any_of(
            intents.begin(), intents.end(), [&](const char *known) { return one == QLatin1String(known); });
    });
}

bool isQuestion(const Situation &s)
{
    return std::any_of(s.heard.tokens.begin(), s.heard.tokens.end(), [](const auto &token) { return token.question; });
}

/// Yes, no, thanks, hello and nothing else.
std::optional<Turn> courtesy(const Situation &s)
{
    if (!isOnly(s, {"yes", "no", "thanks", "greeting", "book"}) || s.namedService || s.wish || !s.learnt.empty())
        return std::nullopt;
    if (s.heard.has("book") && !s.heard.has("yes"))
        return std::nullopt;
    if (s.isBooked())
        return turn(proposal::JustReply{},
            s.lastRule == QLatin1String("goodbye") ? Answer() : plain("You're all set, see you then!"), "goodbye");
    if (s.heard.has("book") || (s.heard.has("yes") && (s.pendingWish || s.service())))
        return std::nullopt; // an answer to our question
    if (s.heard.has("no") && s.service() && !s.heard.has("yes")) // they were on the way to a visit
        return turn(proposal::Decline{QStringLiteral("left")}, plain("No problem. Text us any time."), "left");
    if (s.heard.has("thanks") || s.heard.has("no"))
        return turn(proposal::JustReply{},
            s.lastRule == QLatin1String("goodbye") ? Answer() : plain("You're welcome. Text us any time."), "goodbye");
    if (s.heard.has("greeting"))
        return turn(proposal::JustReply{}, plain("Hi! What can we do for you?"), "greeting");
    static const QStringList opened{QString(), QStringLiteral("first_text"), QStringLiteral("greeting"),
        QStringLiteral("bot"), QStringLiteral("who")};
    return turn(proposal::JustReply{}, opened.contains(s.lastRule) ? plain("Great, what can we do for you?") : Answer(),
        "noted");
}

bool servesTown(const Profile &profile, const QString &town)
{
    return std::any_of(profile.serviceArea.begin(), profile.serviceArea.end(), [&](const QString &one) {
        return town.contains(one, Qt::CaseInsensitive) || one.contains(town, Qt::CaseInsensitive);
    });
}

/// What the shop does not do, and where it does not go.
std::optional<Turn> declined(const Situation &s)
{
    if (!s.profile.serviceArea.isEmpty() && !s.heard.town.isEmpty() && !servesTown(s.profile, s.heard.town)) {
        const QString area = listed(s.profile.serviceArea);
        return turn(proposal::Decline{s.heard.town},
            {QStringLiteral("Sorry, we only come to %1.").arg(area),
                {{QStringLiteral("address"), QStringLiteral("service area"), area}}},
            "area");
    }
    if (s.heard.notOffered.isEmpty() || s.namedService || s.heard.faq)
        return std::nullopt;
    Answer answer = notOffered(s);
    answer.add(serviceNames(s, namesInAList));
    return turn(proposal::Decline{s.heard.notOffered.first()}, answer, "not_offered");
}

class Conversation
{
public:
    explicit Conversation(const Situation &s)
        : m_s(s)
    {
    }

    Turn turn()
    {
        answerQuestions();
        if (m_priceMissing || asksForUnknownCraft()) {
            m_answer = {};
            return said(proposal::HandOver{{}, QStringLiteral("price"), false}, "price_missing");
        }
        if (m_s.isBooked() && !m_s.namedService && !wantsTime())
            return m_answer.text.isEmpty() ? unsure() : said(proposal::JustReply{}, "answer");
        if (m_s.meant.size() > 1)
            return choosePackage();
        if (const Service *service = m_s.service(); service
            && (wantsTime() || m_s.namedService || isAnsweringUs() || asksPrice() || m_townServed
                || !m_s.learnt.empty()))
            return towardsVisit(*service);
        if (!m_answer.text.isEmpty())
            return said(proposal::JustReply{}, "answer");
        return wantsTime() ? askService() : unsure();
    }

private:
    [[nodiscard]] bool wantsTime() const { return m_s.wish.has_value() || m_s.heard.has("book"); }
    /// A price list for cars says nothing about a boat.
    [[nodiscard]] bool asksForUnknownCraft() const { return m_s.heard.otherCraft && !m_s.meant.empty(); }
    [[nodiscard]] bool asksPrice() const { return m_s.heard.has("ask_price"); }
    [[nodiscard]] bool isAnsweringUs() const
    {
        return m_s.lastRule.startsWith(QLatin1String("ask.")) && (!m_s.learnt.empty() || m_s.heard.has("yes"));
    }

    /// "and saturday?" after an answer about hours
    [[nodiscard]] bool goesOnAboutHours() const
    {
        const auto last = std::find_if(m_s.history.rbegin(), m_s.history.rend(),
            [](const auto &line) { return line.author == engine::Author::Assistant; });
        return last != m_s.history.rend() && last->rule == QLatin1String("answer") && !last->sources.empty()
            && last->sources.back().kind == QLatin1String("hours") && m_s.meant.empty() && m_s.wish;
    }

    void answerQuestions()
    {
        if (!m_s.heard.town.isEmpty() && !m_s.profile.serviceArea.isEmpty()) {
            const QString area = listed(m_s.profile.serviceArea);
            m_answer.add({QStringLiteral("Yes, we come to %1.").arg(m_s.heard.town),
                {{QStringLiteral("address"), QStringLiteral("service area"), area}}});
            m_townServed = true;
        }
        if (m_s.heard.faq)
            m_answer.add(
                {m_s.heard.faq->answer, {{QStringLiteral("faq"), m_s.heard.faq->question, m_s.heard.faq->answer}}});
        if (m_s.heard.has("ask_hours") || goesOnAboutHours())
            m_answer.add(openingHours(m_s));
        if (m_s.heard.has("ask_location") && !m_s.heard.faq && !m_townServed)
            m_answer.add(location(m_s));
        if (!m_s.heard.notOffered.isEmpty() && m_s.namedService)
            m_answer.add(notOffered(m_s));
        if (const Service *service = m_s.service())
            answerPrice(*service);
        else if (m_s.meant.empty() && (asksPrice() || m_s.heard.has("ask_services")) && m_answer.text.isEmpty())
            answerWithList();
    }

    /// Said when asked for, and once of itself when the service comes up.
    void answerPrice(const Service &service)
    {
        const bool comesUp = m_s.namedService && !m_s.hasQuoted(service);
        const bool nowKnown = !m_s.variant.isEmpty() && learntNow("variant") && !m_s.namedService;
        if (!asksPrice() && !comesUp && !nowKnown)
            return;
        const Answer price = priceOf(m_s, service, m_s.variant);
        m_priceMissing = asksPrice() && price.text.isEmpty();
        m_answer.add(price);
        if (m_s.heard.has("ask_services") && !service.description.isEmpty() && !m_s.hasQuoted(service))
            m_answer.add({service.description, {{QStringLiteral("service"), service.id.value, service.description}}});
    }
    [[nodiscard]] bool learntNow(const char *key) const
    {
        return std::any_of(
            m_s.learnt.begin(), m_s.learnt.end(), [&](const LeadFact &fact) { return fact.key == QLatin1String(key); });
    }

    void answerWithList()
    {
        if (!asksPrice() && isQuestion(m_s) && !asksWhatWeDo())
            return; // "do you work on boats": the list does not say
        m_answer.add(serviceNames(m_s, namesInAList));
        m_asksForService = true;
    }
    [[nodiscard]] bool asksWhatWeDo() const
    {
        return std::any_of(m_s.heard.tokens.begin(), m_s.heard.tokens.end(), [](const auto &token) {
            return token.word == QLatin1String("what") || token.word == QLatin1String("whats")
                || token.word.startsWith(QLatin1String("service")) || token.word.startsWith(QLatin1String("package"))
                || token.word.startsWith(QLatin1String("option"));
        });
    }

    /// Two of the same kind: what they are and cost, then which one; asked at most twice.
    Turn choosePackage()
    {
        const auto asked = std::count_if(m_s.history.begin(), m_s.history.end(),
            [](const auto &line) { return line.rule == QLatin1String("ask.package"); });
        if (asked > 2 && !m_s.namedService)
            return said(proposal::HandOver{{}, QStringLiteral("unsure_twice"), false}, "hand_over");
        if (asked == 0 || m_s.namedService || isQuestion(m_s)) {
            m_answer.add(packages(m_s, m_s.meant));
            m_answer.add(plain("Which one would you like?"));
        } else {
            QStringList names;
            for (const Service *service : m_s.meant)
                names << service->name;
            m_answer.add(
                {QStringLiteral("Which one would you like: %1?").arg(listed(names, QStringLiteral(" or "))), {}});
        }
        return said(proposal::JustReply{}, "ask.package");
    }

    Turn towardsVisit(const Service &service)
    {
        const bool ready = wantsTime() || m_s.pendingWish;
        if (ready && !m_s.heard.has("ask_hours")) {
            const Wish wish = m_s.wish ? *m_s.wish : m_s.pendingWish.value_or(Wish());
            if (wish.isExact()) {
                if (auto question = missingFact(m_s, service))
                    return joined(*question);
            }
            return findTime(service, wish);
        }
        if (m_s.isBooked())
            return said(proposal::JustReply{}, "answer");
        if (!m_s.state.offer.empty()) {
            m_answer.add(plain("Which of those times suits you?"));
            return said(proposal::JustReply{}, "ask.which");
        }
        if (auto question = missingVariant(m_s, service))
            return joined(*question);
        m_answer.add(plain("What day and time would suit you?"));
        return said(proposal::JustReply{}, "ask.when");
    }

    Turn findTime(const Service &service, const Wish &wish)
    {
        for (size_t i = 0; i < m_s.state.offer.size(); ++i) { // asked for the missing fact, the offer still stands
            const Hold &hold = m_s.state.offer[i];
            const QDateTime at = toWall(hold.slot.start, m_s.profile.zone);
            if (wish.isExact() && hold.service == service.id && at.date() == wish.from && at.time() == wish.exact)
                return said(proposal::TakeOffer{static_cast<int>(i)}, "take_offer");
        }
        m_answer.add(closedDay(m_s, wish));
        return said(proposal::FindTime{service.id, m_s.variant, wish}, "find_time");
    }

    Turn askService()
    {
        if (m_s.hasSaid(QStringLiteral("ask.service")))
            return unsure();
        m_answer.add(plain("Sure! What would you like done?"));
        return said(proposal::JustReply{}, "ask.service");
    }

    /// Once asked again, then handed over.
    Turn unsure()
    {
        const bool twice = m_s.lastRule == QLatin1String("unsure") || m_s.hasSaid(QStringLiteral("unsure"));
        const bool aboutVisit = m_s.isBooked();
        if (twice || aboutVisit || (isQuestion(m_s) && !m_s.profile.policy.noAdvice && !m_s.heard.has("greeting")))
            return said(
                proposal::HandOver{{}, twice ? QStringLiteral("unsure_twice") : QStringLiteral("question"), false},
                "hand_over");
        if (m_s.profile.policy.noAdvice && isQuestion(m_s))
            m_answer = plain("I can't give advice by text, but I can book you in. What do you need?");
        else
            m_answer = m_s.service() ? plain("Sorry, I'm not sure I got that. Which day and time would suit you?")
                                     : plain("Sorry, I'm not sure I got that. What would you like done?");
        return said(proposal::JustReply{}, "unsure");
    }

    Turn said(engine::Proposal what, const char *rule)
    {
        if (m_asksForService && std::holds_alternative<proposal::JustReply>(what)) {
            m_answer.add(plain("Which one is it for?"));
            rule = "ask.service";
        }
        return assist::turn(std::move(what), m_answer, rule);
    }
    Turn joined(Turn question)
    {
        Answer all = m_answer;
        all.add({question.text, question.sources});
        question.text = all.text;
        question.sources = all.sources;
        return question;
    }

    const Situation &m_s;
    Answer m_answer;
    bool m_townServed = false;
    bool m_priceMissing = false;
    bool m_asksForService = false;
};

Turn decideTurn(const Situation &s)
{
    if (auto t = safetyFirst(s))
        return *t;
    if (auto t = aboutVisits(s))
        return *t;
    if (auto t = courtesy(s))
        return *t;
    if (auto t = declined(s))
        return *t;
    return Conversation(s).turn();
}

} // namespace

Turn think(const runtime::TurnRequest &request, const Profile &profile)
{
    const Situation s = readSituation(request, profile);
    Turn t = decideTurn(s);
    t.intents = s.heard.intents;
    const bool keepsFacts = !std::holds_alternative<proposal::OptOut>(t.proposal)
        && !std::holds_alternative<proposal::WrongNumber>(t.proposal);
    if (keepsFacts)
        t.learnt.insert(t.learnt.begin(), s.learnt.begin(), s.learnt.end());
    t.text = plainText(t.text);
    return t;
}

} // namespace deskbell::assist
